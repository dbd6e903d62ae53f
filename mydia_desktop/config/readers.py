"""What one value of config.toml may be: each reader takes what the file says, or says what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from mydia_desktop.config.appearance_rules import SYSTEM_ACCENT
from mydia_desktop.config.wrong_value import WrongValueError
from mydia_desktop.domain.sentence import translate

NEVER = "never"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_Words = TypeVar("_Words", bound=StrEnum)


def switch(key: str, value: object) -> bool:
    """True or false.

    Raises:
        WrongValueError: it is neither.
    """
    if not isinstance(value, bool):
        raise WrongValueError(translate("Settings", "{key} is true or false, without quotation marks.").format(key=key))
    return value


def text(key: str, value: object) -> str:
    """Text on one line.

    Raises:
        WrongValueError: it is not.
    """
    if not isinstance(value, str) or not (value.isprintable() or not value):
        raise WrongValueError(translate("Settings", "{key} is text on one line, in quotation marks.").format(key=key))
    return value


def one_of(*choices: str) -> Callable[[str, object], str]:
    """Reads one of these words."""

    def read(key: str, value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise WrongValueError(
                translate("Settings", "{key} is one of {choices}.").format(key=key, choices=", ".join(choices))
            )
        return value

    return read


def member_of(words: type[_Words]) -> Callable[[str, object], _Words]:
    """Reads one of the enumeration's words."""
    read = one_of(*words)
    return lambda key, value: words(read(key, value))


def seconds_or_never(key: str, value: object) -> float | None:
    """A number of seconds; None for the word "never".

    Raises:
        WrongValueError: it is neither.
    """
    if value == NEVER:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < float("inf"):
        return float(value)
    raise WrongValueError(
        translate("Settings", "{key} is a number of seconds or “{never}”.").format(key=key, never=NEVER)
    )


def accent(key: str, value: object) -> str:
    """``system``, or a colour as ``#rrggbb`` in small letters.

    Raises:
        WrongValueError: it is neither.
    """
    if value == SYSTEM_ACCENT:
        return SYSTEM_ACCENT
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise WrongValueError(
            translate("Settings", "{key} is “{usual}” or a colour such as “#2563d6”.").format(
                key=key, usual=SYSTEM_ACCENT
            )
        )
    return value.lower()


def folder(key: str, value: object) -> str:
    """A folder of this computer from the root on, or from the home folder with ``~``; empty for none.

    Raises:
        WrongValueError: nobody knows where that is.
    """
    path = text(key, value).strip()
    if path and not path.startswith("~") and not Path(path).is_absolute():
        raise WrongValueError(
            translate("Settings", "{key} is a folder from the root on, such as “/mnt/media”.").format(key=key)
        )
    return path


def command(key: str, value: object) -> tuple[str, ...]:
    """A program and its arguments.

    Raises:
        WrongValueError: it is no list of texts, or begins with an empty one.
    """
    right = isinstance(value, list) and all(isinstance(part, str) and "\0" not in part for part in value)
    if not isinstance(value, list) or not right or (value and not value[0].strip()):
        raise WrongValueError(
            translate(
                "Settings", "{key} is a list of the program and its arguments, such as [“notify”, “--quiet”]."
            ).format(key=key)
        )
    return tuple(value)
