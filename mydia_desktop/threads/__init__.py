"""Three ways for work that may block to leave the event loop. Standard library only."""
