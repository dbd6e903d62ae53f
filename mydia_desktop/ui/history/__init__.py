"""The History view: what happened to downloads, also to those that no client and no record knows any more."""
