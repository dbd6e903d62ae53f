"""What a person types in the match dialog, understood."""

from __future__ import annotations

import re
from typing import NamedTuple

_WITH_YEAR = re.compile(r"(?P<title>.*\S)\s*[\s(](?P<year>(?:18|19|20)\d\d)\)?\s*$")
_RANGE = re.compile(r"[Ee]?(\d{1,4})(?:\s*[-–]\s*[Ee]?(\d{1,4}))?")  # noqa: RUF001 - both dashes are typed
_MOST = 1000
"""Episodes in one download; more is a slip of the finger."""


class Title(NamedTuple):
    """A title, and the year behind it if there is one."""

    title: str
    year: int | None


def read_title(text: str) -> Title:
    """``Nosferatu 1922`` and ``Nosferatu (1922)`` have a year; ``1984`` is a title."""
    found = _WITH_YEAR.fullmatch(text.strip())
    if found is None:
        return Title(text.strip(), None)
    return Title(found["title"].rstrip(" ("), int(found["year"]))


def read_season(text: str) -> int | None:
    """The number; None for an empty text: all seasons.

    Raises:
        ValueError: it is no season.
    """
    cleaned = text.strip().removeprefix("S").removeprefix("s")
    if not text.strip():
        return None
    if not cleaned.isascii() or not cleaned.isdigit() or len(cleaned) > 4:
        raise ValueError(text)
    return int(cleaned)


def read_episodes(text: str) -> tuple[int, ...]:
    """``5``, ``5-8``, ``5, 7-9`` as numbers in order; nothing for an empty text: the whole season.

    Raises:
        ValueError: it can't be read as episodes.
    """
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = _RANGE.fullmatch(part)
        if found is None:
            raise ValueError(part)
        first = int(found[1])
        last = int(found[2] or first)
        if last < first or last - first >= _MOST:
            raise ValueError(part)
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers))


def write_episodes(numbers: tuple[int, ...]) -> str:
    """The way back: ``5-8, 10``."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] + 1 == number:
            parts[-1][-1:] = [parts[-1][-1], number] if len(parts[-1]) == 1 else [number]
        else:
            parts.append([number])
    return ", ".join(f"{part[0]}-{part[-1]}" if len(part) > 1 else f"{part[0]}" for part in parts)
