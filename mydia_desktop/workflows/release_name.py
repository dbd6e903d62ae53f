"""What the name of a release says: the movie or episodes in it, and words for its quality. Guesses, by guessit."""

from __future__ import annotations

import datetime as dt
import logging
import re
import threading
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

from mydia_desktop.domain.media import MediaType
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.release_quality import QUALITY, Found, quality_words

log = logging.getLogger(__name__)

LONGEST: Final = 300
"""Characters that are looked at; file systems end at 255 bytes."""
WIDEST_RANGE: Final = 200
"""Episodes in a name; guessit writes every range out, one like E01-E9999 in two minutes."""

_MARK = "(?:s|xe|ex|ep|e|x|×)"  # noqa: RUF001 - it stands in names
_JOINT = rf"(?:(?:[\W_]?(?:to|a)[\W_]?|[-~]){_MARK}?|\.?{_MARK})"
_NUMBER = r"[0-9]+(?![0-9ip])"
_MARKED = re.compile(rf"({_MARK}?)([0-9]+)", re.IGNORECASE)
_RANGE = re.compile(rf"{_MARK}{_NUMBER}(?:{_JOINT}{_NUMBER})+", re.IGNORECASE)

# Guessit builds its rules on first use, and two threads must not do that at once.
_one_at_a_time = threading.Lock()


def parse_name(name: str) -> ParsedName:
    """Read a name; what it does not say stays empty.

    Takes some 10 ms, and at first 300 more: not for the thread of the window, see ``parse_names``.
    """
    # Here, because only those who add or match something need the 30 MB it takes.
    from guessit import guessit  # noqa: PLC0415
    from guessit.api import GuessitException  # noqa: PLC0415

    name = _bounded(name[:LONGEST])
    try:
        with _one_at_a_time:
            found = guessit(name, {"advanced": True, "name_only": True, "no_user_config": True})
    except GuessitException:
        # It promises an answer for every name, but names come from anybody; without one nothing is suggested.
        log.exception("No answer for the name %r", name)
        return ParsedName()
    return _understood(name, {key: value if isinstance(value, list) else [value] for key, value in found.items()})


async def parse_names(names: Iterable[str]) -> list[ParsedName]:
    """Read names in a thread of their own; one answer for each, in their order."""
    wanted = tuple(names)
    return await in_own_thread(lambda: [parse_name(name) for name in wanted], name="release names")


def _understood(name: str, found: Found) -> ParsedName:
    title, year = _title_and_year(found)
    kind = _type(found)
    seasons, episodes = _values(found, "season"), _values(found, "episode")
    one_season = seasons[0] if len(seasons) == 1 else None
    is_show = kind is MediaType.SHOW
    numbers = tuple(sorted(episodes)) if is_show and len(seasons) <= 1 else ()
    date = _air_date(found) if is_show and not numbers else None
    episode_titles = _values(found, "episode_title")
    return ParsedName(
        title=title,
        year=year,
        type=kind,
        season=one_season if is_show else None,
        episodes=numbers,
        episode_title=episode_titles[0] if len(numbers) == 1 and episode_titles else None,
        air_date=date.isoformat() if date else None,
        quality=quality_words(name, found),
    )


def _bounded(name: str) -> str:
    """The name without ranges that span more than anybody publishes: what they say can't be meant."""
    left = WIDEST_RANGE

    def shortened(found: re.Match[str]) -> str:
        nonlocal left
        numbers = _MARKED.findall(found[0])
        seasons = [int(number) for mark, number in numbers if mark.lower() == "s"]
        episodes = [int(number) for mark, number in numbers if mark.lower() != "s"]
        width = sum(abs(later - earlier) for group in (seasons, episodes) for earlier, later in pairwise(group))
        if width > left:
            return " "
        left -= width
        return found[0]

    return _RANGE.sub(shortened, name)


def _title_and_year(found: Found) -> tuple[str, int | None]:
    """The title and the year, where what looks like the year may be the title, or its beginning."""
    titles, years = found.get("title", []), found.get("year", [])
    title = str(titles[0].value).strip() if titles else ""
    if not years:
        return _with_part(title, found), None
    year = years[0]
    if not title and len(years) == 1 and year.start == 0:
        return str(year.value), None
    # One that stands right before the title, with neither brackets nor a dash, begins it: 2001 A Space Odyssey.
    if title and (year.start, year.end, titles[0].start) == (0, 4, 4):
        return f"{year.value} {title}", None
    return _with_part(title, found), int(year.value)


def _with_part(title: str, found: Found) -> str:
    """The title with "Part 2" after it, which guessit takes for no part of it."""
    parts = found.get("part", [])
    if not title or not parts or "episode" in found:
        return title
    return f"{title} Part {parts[0].value}"


def _type(found: Found) -> MediaType | None:
    """A show or a movie where something in the name says so; guessit takes everything for one of them."""
    is_show = "season" in found or "episode" in found or _air_date(found) is not None
    if _values(found, "type") == ["episode"] and (is_show or "Complete" in _values(found, "other")):
        return MediaType.SHOW
    if _values(found, "type") == ["movie"] and ("year" in found or not QUALITY.isdisjoint(found)):
        return MediaType.MOVIE
    return None


def _air_date(found: Found) -> dt.date | None:
    """The date of a daily show. One without its whole year is as likely the version of a program."""
    for match in found.get("date", []):
        if isinstance(match.value, dt.date) and str(match.value.year) in match.raw:
            return match.value
    return None


def _values(found: Found, key: str) -> list[Any]:
    return list(dict.fromkeys(match.value for match in found.get(key, [])))
