"""The window. The only room with widgets."""
