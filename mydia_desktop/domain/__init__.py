"""Values and rules. Standard library only; everything else builds on this room."""
