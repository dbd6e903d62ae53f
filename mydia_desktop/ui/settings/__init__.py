"""The settings dialog. It edits drafts; nothing is in force before Save."""
