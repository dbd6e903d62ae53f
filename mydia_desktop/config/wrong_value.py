"""What is wrong with one value of config.toml."""


class WrongValueError(Exception):
    """The message says what a right value is."""
