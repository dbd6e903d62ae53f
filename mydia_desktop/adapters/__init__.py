"""Our code for each kind of client: its wire format and its connection."""
