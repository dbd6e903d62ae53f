"""The library as a tree: movies and shows, below a show its seasons, below a season its episodes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeAlias

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.media import Episode, LibraryEntry, MediaId, MediaType, Subject, SubjectDraft
from mydia_desktop.domain.record import Record
from mydia_desktop.ui.library.standing import Standing
from mydia_desktop.ui.sort_order import natural_key

_next_id = count(1).__next__


@dataclass(slots=True, eq=False)
class EpisodeNode:
    """A line of the tree; lives as long as the episode is in its season."""

    season: SeasonNode
    episode: Episode
    id: int = field(default_factory=_next_id)
    """Names it for Qt."""
    place: int = 0
    """Among its siblings, from the top."""
    standing: Standing | None = None
    """How it stood when it was last looked at; None if that has changed."""

    @property
    def show(self) -> ItemNode:
        """The show it belongs to."""
        return self.season.show

    def concerns(self, subject: Subject) -> bool:
        """Whether a download for this is one for this line."""
        if subject.episodes:
            return any(episode.id == self.episode.id for episode in subject.episodes)
        return subject.season in {None, self.episode.season}

    def draft(self) -> SubjectDraft:
        """What to look for, to have it."""
        episode = self.episode
        return replace(
            self.show.draft(), season=episode.season, episodes=(episode.number,), episode_title=episode.title
        )


@dataclass(slots=True, eq=False)
class SeasonNode:
    """A season with episodes, or one that was downloaded whole."""

    show: ItemNode
    season: int
    children: list[EpisodeNode] = field(default_factory=list)
    id: int = field(default_factory=_next_id)
    place: int = 0
    standing: Standing | None = None

    def concerns(self, subject: Subject) -> bool:
        """Whether a download for this is one for this line."""
        if subject.episodes:
            return any(episode.season == self.season for episode in subject.episodes)
        return subject.season in {None, self.season}

    def draft(self) -> SubjectDraft:
        """What to look for, to have it."""
        return replace(self.show.draft(), season=self.season)


@dataclass(slots=True, eq=False)
class ItemNode:
    """A movie or a show."""

    entry: LibraryEntry
    key: str
    """What it is sorted by."""
    haystack: str
    """Everything a search looks at, folded."""
    children: list[SeasonNode] | None = None
    """None until somebody has looked below it."""
    id: int = field(default_factory=_next_id)
    place: int = 0
    standing: Standing | None = None

    @property
    def show(self) -> ItemNode:
        """Itself."""
        return self

    @property
    def media_id(self) -> MediaId:
        """Names the item."""
        return self.entry.item.id

    @property
    def is_show(self) -> bool:
        """It has seasons."""
        return self.entry.item.type is MediaType.SHOW

    def concerns(self, subject: Subject) -> bool:
        """Whether a download for this is one for this line."""
        return subject.item.id == self.media_id

    def draft(self) -> SubjectDraft:
        """What to look for, to have it."""
        item = self.entry.item
        return SubjectDraft(item_id=item.id, type=item.type, title=item.title, year=item.year)

    def forget_standings(self) -> None:
        """Something has changed with downloads for it."""
        self.standing = None
        for season in self.children or ():
            season.standing = None
            for episode in season.children:
                episode.standing = None


Node: TypeAlias = ItemNode | SeasonNode | EpisodeNode


def path_of(node: Node) -> tuple[int, ...]:
    """Its place and those of the lines above it, from the top: in this order they stand in the tree."""
    match node:
        case ItemNode():
            return (node.place,)
        case SeasonNode(show=show):
            return (show.place, node.place)
        case EpisodeNode(season=season):
            return (*path_of(season), node.place)


def sort_key(entry: LibraryEntry) -> str:
    """By title, then by year; no two are the same."""
    item = entry.item
    return f"{natural_key(item.title)}\0{item.year or 0:04}\0{item.id}"


def search_text(entry: LibraryEntry, records: Iterable[Record]) -> str:
    """Titles, years, episodes, releases and indexers; no word matches across two of them."""
    item = entry.item
    parts = [item.title, item.original_title or "", str(item.year or "")]
    parts += [episode.title for episode in entry.episodes if episode.title]
    for record in records:
        parts += [record.title, record.indexer or ""]
    return fold("\n".join(parts))


def has_seasons(entry: LibraryEntry, records: Iterable[Record]) -> bool:
    """Whether there is anything below it, without making that."""
    return bool(entry.episodes) or bool(_whole_seasons(records))


def seasons_wanted(entry: LibraryEntry, records: Iterable[Record]) -> dict[int, list[Episode]]:
    """The episodes by season, both in order; a season that was only downloaded whole has none."""
    seasons: dict[int, list[Episode]] = {season: [] for season in _whole_seasons(records)}
    for episode in entry.episodes:
        seasons.setdefault(episode.season, []).append(episode)
    return {
        season: sorted(seasons[season], key=lambda episode: (episode.number, episode.id)) for season in sorted(seasons)
    }


def _whole_seasons(records: Iterable[Record]) -> Collection[int]:
    return {
        subject.season
        for record in records
        if (subject := record.subject) is not None and subject.season is not None and not subject.episodes
    }
