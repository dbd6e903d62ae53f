"""The details pane: everything there is to know of the download that is selected."""
