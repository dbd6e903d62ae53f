"""What happened, told to a person who does not look at the window."""
