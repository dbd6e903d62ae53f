"""One window over every download client a person runs."""

__version__ = "0.1.0"
