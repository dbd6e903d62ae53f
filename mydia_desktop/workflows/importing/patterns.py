"""Where a file goes below the library folder: a pattern such as ``TV/{show}/Season {season:02}/…``."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from string import Formatter

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType
from mydia_desktop.domain.safe_names import LONGEST_BYTES, safe_name, shortened
from mydia_desktop.domain.sentence import translate

MOVIE_FIELDS = ("title", "year", "quality")
SHOW_FIELDS = ("show", "year", "season", "episode", "episode_title", "quality")
_ALWAYS_KNOWN = frozenset({"title", "show", "season", "episode"})
_GIVE_WAY = ("episode_title", "title", "show")
"""What is cut where a name is too long, in this order."""
LONGEST_STEM_BYTES = LONGEST_BYTES - 32
"""Of a name without its ending: a video and its subtitles are cut at one place, ``.pt-BR.forced.srt`` or not."""
SHORTEST_TITLE_BYTES = 24
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
    # A folder for what is not known, such as the year, is left out.
    parts = [_part(part, values) for part in folders if not _is_unknown(part, values)]
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
        return translate("Import", "The pattern is empty.")
    if pattern.strip().startswith("/") or "\\" in pattern or re.match(r"\s*[A-Za-z]:", pattern):
        return translate(
            "Import", "The pattern begins below the library folder: parts are separated by /, and none comes first."
        )
    if any(part.strip() in {"", ".", ".."} for part in pattern.strip().split("/")):
        return translate("Import", "A part of the pattern is empty, or is dots only.")
    try:
        found = list(Formatter().parse(pattern))
    except ValueError:
        return translate("Import", "A { has no }, or a } no {.")
    used = []
    for _, field, width, conversion in found:
        if field is None:
            continue
        if field not in fields or conversion:
            return translate("Import", "{field} is not known here. There are {fields}.").format(
                field=f"{{{field}}}", fields=_listed(fields)
            )
        if width and (field not in _NUMBERS or not _WIDTH.fullmatch(width)):
            return translate("Import", "{field} can't be written so; numbers take a width, such as {example}.").format(
                field=f"{{{field}:{width}}}", example="{season:02}"
            )
        used.append(field)
    for field in needed:
        if field not in used:
            return translate("Import", "The pattern needs {field}, or different files would get one name.").format(
                field=f"{{{field}}}"
            )
    *folders, last = pattern.strip().split("/")
    if _ALWAYS_KNOWN.isdisjoint(_fields_of(last)):
        return translate(
            "Import", "The last part of the pattern names the file, and needs something that is always known: {fields}."
        ).format(fields=_listed([name for name in fields if name in _ALWAYS_KNOWN]))
    if any(not _fields_of(part) and not safe_name(part) for part in folders):
        return translate("Import", "A part of the pattern has nothing that can name a folder.")
    return ""


def _listed(fields: Sequence[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in fields)


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
    name = safe_name(_text(pattern, _cut(pattern, values)), ending=ending)
    if not name:
        raise PatternError(
            translate("Import", "Nothing that can name a file or folder is left of “{pattern}”.").format(
                pattern=pattern
            )
        )
    return name


def _cut(pattern: str, values: Mapping[str, object]) -> Mapping[str, object]:
    """The values with their titles so short that the name has room: its numbers must not be cut off."""
    cut = dict(values)
    for field in _GIVE_WAY:
        uses = _fields_of(pattern).count(field)
        over = _bytes(_text(pattern, cut)) - LONGEST_STEM_BYTES
        if uses and over > 0:
            title = str(cut[field] or "").encode("utf-8", "replace").decode()  # no half letters
            cut[field] = shortened(title, max(_bytes(title) - math.ceil(over / uses), SHORTEST_TITLE_BYTES))
    return cut


def _text(pattern: str, values: Mapping[str, object]) -> str:
    text = "".join(
        literal + ("" if field is None else _written(values[field], width or ""))
        for literal, field, width, _ in Formatter().parse(pattern)
    )
    return _LOOSE_ENDS.sub("", _EMPTY_BRACKETS.sub("", text))


def _fields_of(pattern: str) -> list[str]:
    return [field for _, field, _, _ in Formatter().parse(pattern) if field is not None]


def _is_unknown(pattern: str, values: Mapping[str, object]) -> bool:
    """Whether a part has fields, and nothing is known of any."""
    fields = _fields_of(pattern)
    return bool(fields) and all(field not in _ALWAYS_KNOWN and not values[field] for field in fields)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _written(value: object, width: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        # One file with several episodes: S01E01-E02.
        return "-E".join(format(number, f"{width}d") for number in value)
    # A slash in a title is no folder.
    return format(value, f"{width}d") if isinstance(value, int) else str(value).replace("/", "-")
