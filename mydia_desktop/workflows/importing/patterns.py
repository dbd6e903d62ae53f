"""Where a file goes below the library folder: a pattern such as ``TV/{show}/Season {season:02}/…``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from string import Formatter

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType
from mydia_desktop.domain.safe_names import safe_name
from mydia_desktop.domain.sentence import translate

MOVIE_FIELDS = ("title", "year", "quality")
SHOW_FIELDS = ("show", "year", "season", "episode", "episode_title", "quality")
_NUMBERS = frozenset({"year", "season", "episode"})
_WIDTH = re.compile(r"0?[1-9]")
_EMPTY_BRACKETS = re.compile(r"\s*(\(\s*\)|\[\s*\]|\{\s*\})")
_LOOSE_ENDS = re.compile(r"^[\s\-–_.,]+|[\s\-–_,]+$")  # noqa: RUF001 - a dash that people type


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What one file is, and so what its name is made of."""

    item: MediaItem
    episodes: tuple[Episode, ...] = ()
    """Of one season, in order; a movie has none."""
    quality: tuple[str, ...] = ()


class PatternError(Exception):
    """A pattern makes no path. The message is a sentence for a person."""


def check_movies(pattern: str) -> str:
    """What is wrong with a pattern for movies, in a sentence; empty if nothing is."""
    return _complaint(pattern, MOVIE_FIELDS, ("title",))


def check_shows(pattern: str) -> str:
    """What is wrong with a pattern for episodes, in a sentence; empty if nothing is."""
    return _complaint(pattern, SHOW_FIELDS, ("show", "season", "episode"))


def path_of(named: Named, rules: ImportRules, *, ending: str) -> PurePosixPath:
    """Where this file goes below the library folder. Each part is a safe name, whatever stands in titles.

    Raises:
        PatternError: the pattern makes no sense, or nothing is left of a part.
    """
    movie = named.item.type is MediaType.MOVIE
    pattern = rules.movies if movie else rules.shows
    complaint = check_movies(pattern) if movie else check_shows(pattern)
    if complaint:
        raise PatternError(complaint)
    values = _movie_values(named) if movie else _show_values(named)
    *folders, last = pattern.strip().split("/")
    parts = [_part(part, values) for part in folders if part.strip()]
    parts.append(_part(last, values, ending=ending))
    return PurePosixPath(*parts)


def examples(rules: ImportRules) -> tuple[str, str]:
    """A movie and an episode as these rules name them; for a pattern that makes no sense, what is wrong with it."""
    movie = MediaItem(id=MediaId(""), type=MediaType.MOVIE, title="Nosferatu", year=1922)
    show = MediaItem(id=MediaId(""), type=MediaType.SHOW, title="One Step Beyond", year=1959)
    episode = Episode(id=EpisodeId(""), media_item_id=show.id, season=2, number=7, title="The Riddle")
    quality = ("1080p", "BluRay")
    return (
        _example(Named(item=movie, quality=quality), rules),
        _example(Named(item=show, episodes=(episode,), quality=quality), rules),
    )


def _example(named: Named, rules: ImportRules) -> str:
    try:
        return str(path_of(named, rules, ending=".mkv"))
    except PatternError as error:
        return str(error)


def _complaint(pattern: str, fields: tuple[str, ...], needed: tuple[str, ...]) -> str:
    if not pattern.strip():
        return "The pattern is empty."
    if pattern.strip().startswith("/") or "\\" in pattern or re.match(r"\s*[A-Za-z]:", pattern):
        return "The pattern begins below the library folder: parts are separated by /, and none comes first."
    if any(part.strip() in {"", ".", ".."} for part in pattern.strip().split("/")):
        return "A part of the pattern is empty, or is dots only."
    try:
        found = list(Formatter().parse(pattern))
    except ValueError:
        return "A { has no }, or a } no {."
    used = []
    for _, field, width, conversion in found:
        if field is None:
            continue
        if field not in fields or conversion:
            return f"{{{field}}} is not known here. There are {', '.join(f'{{{name}}}' for name in fields)}."
        if width and (field not in _NUMBERS or not _WIDTH.fullmatch(width)):
            return f"{{{field}:{width}}} can't be written so; numbers take a width, such as {{season:02}}."
        used.append(field)
    for field in needed:
        if field not in used:
            return f"The pattern needs {{{field}}}, or different files would get one name."
    if not any(field for _, field, _, _ in Formatter().parse(pattern.rpartition("/")[2])):
        return "The last part of the pattern names the file, and needs something of it."
    return ""


def _movie_values(named: Named) -> Mapping[str, object]:
    return {"title": named.item.title, "year": named.item.year, "quality": " ".join(named.quality)}


def _show_values(named: Named) -> Mapping[str, object]:
    titles = [episode.title for episode in named.episodes if episode.title]
    return {
        "show": named.item.title,
        "year": named.item.year,
        "season": named.episodes[0].season,
        "episode": [episode.number for episode in named.episodes],
        "episode_title": " + ".join(titles) if len(titles) == len(named.episodes) else "",
        "quality": " ".join(named.quality),
    }


def _part(pattern: str, values: Mapping[str, object], *, ending: str = "") -> str:
    text = "".join(
        literal + ("" if field is None else _written(values[field], width or ""))
        for literal, field, width, _ in Formatter().parse(pattern)
    )
    text = _LOOSE_ENDS.sub("", _EMPTY_BRACKETS.sub("", text))
    name = safe_name(text, ending=ending)
    if not name:
        raise PatternError(
            translate("Import", "Nothing that can name a file or folder is left of “{pattern}”.").format(
                pattern=pattern
            )
        )
    return name


def _written(value: object, width: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        # One file with several episodes: S01E01-E02.
        return "-E".join(format(number, f"{width}d") for number in value)
    # A slash in a title is no folder.
    return format(value, f"{width}d") if isinstance(value, int) else str(value).replace("/", "-")
