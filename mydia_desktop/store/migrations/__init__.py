"""How a database of an older program comes to the shape of this one."""
