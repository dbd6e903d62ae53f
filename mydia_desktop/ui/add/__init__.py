"""The Add dialog."""
