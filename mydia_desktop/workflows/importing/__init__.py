"""Finished downloads become files of the library: named, planned, checked, placed. Never wrong, never half."""
