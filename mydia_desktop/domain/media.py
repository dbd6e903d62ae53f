"""What downloads are for: movies, shows and their episodes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

MediaId = NewType("MediaId", str)
EpisodeId = NewType("EpisodeId", str)


class MediaType(StrEnum):
    """The two kinds, in Mydia's words."""

    MOVIE = "movie"
    SHOW = "tv_show"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaItem:
    """A movie or a show."""

    id: MediaId
    type: MediaType
    title: str
    year: int | None = None
    original_title: str | None = None
    tmdb_id: int | None = None
    imdb_id: str | None = None
    monitored: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode of a show. Season 0 holds the specials."""

    id: EpisodeId
    media_item_id: MediaId
    season: int
    number: int
    title: str | None = None
    air_date: str | None = None
    """ISO 8601 date."""
    monitored: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one download is for: a movie; or of a show some episodes, or a whole season."""

    item: MediaItem
    season: int | None = None
    """Of a show, where all is from one season; None for a movie, or a whole show."""
    episodes: tuple[Episode, ...] = ()
    """In order. Empty with a season: all of that season, whichever episodes it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectDraft:
    """The same as a person, or the name of a release, puts it: what of it is not in the library yet is made on use."""

    item_id: MediaId | None = None
    """A known item; then type, title and year are as known and not used."""
    type: MediaType = MediaType.MOVIE
    title: str = ""
    year: int | None = None
    season: int | None = None
    episodes: tuple[int, ...] = ()
    """Numbers in the season, in order. Empty with a season: the whole season."""
    episode_title: str | None = None
    """For a new episode, where there is exactly one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryEntry:
    """An item with all its episodes that are known, in order; a movie has none."""

    item: MediaItem
    episodes: tuple[Episode, ...] = ()


class AlreadyThereError(Exception):
    """What is to be saved would be in the library twice. The message is a sentence for a person."""
