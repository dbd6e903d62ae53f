"""Movies and shows, with everything that was ever downloaded for them, in memory."""

from __future__ import annotations

import asyncio
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from mydia_desktop.domain.media import Episode, EpisodeId, LibraryEntry, MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.title_key import title_key
from mydia_desktop.workflows.record_keeper import OVERLAP_S, RecordKeeper, StoreState

SLICE = 200
"""Entries taken in during one turn of the loop."""
FOLLOW_EVERY_S = 10.0
"""Between two looks at what other desktops have edited."""


class Library:
    """The library as the database has it. Everything here belongs to the event loop."""

    def __init__(self, keeper: RecordKeeper) -> None:
        """Follow the records that are read and written."""
        self.entries: Mapping[MediaId, LibraryEntry]
        self._entries: dict[MediaId, LibraryEntry] = {}
        self.entries = MappingProxyType(self._entries)
        self.is_complete = False
        """Whether everything was read; until then an item that is not here may yet come."""
        self._keeper = keeper
        self._titles: dict[tuple[MediaType, str], set[MediaId]] = defaultdict(set)
        self._records: dict[MediaId, dict[RecordId, Record]] = defaultdict(dict)
        self._item_of: dict[RecordId, MediaId] = {}
        self._one_reader = asyncio.Lock()
        self._read_at: float | None = None
        self._edited_meanwhile: set[MediaId] = set()
        self._wake = asyncio.Event()
        self._watchers: list[Callable[[Collection[MediaId]], None]] = []
        keeper.watch(self._wake.set)
        keeper.watch_records(self._take_records)

    async def run(self) -> None:
        """Read it once the records are there, then now and then what others changed, until cancelled."""
        while True:
            if self._keeper.state is StoreState.READY and not (self.is_complete and not self._keeper.shared):
                try:
                    await self._read()
                except StoreUnavailableError as error:
                    self._keeper.noticed(error)
            await self._pause()

    def records_of(self, item: MediaId) -> Sequence[Record]:
        """Every record for it, open and closed, in no particular order."""
        return tuple(self._records.get(item, {}).values())

    def titled(self, kind: MediaType, title: str) -> list[MediaItem]:
        """Items of this title, or of this original title, compared as people would."""
        ids = self._titles.get((kind, title_key(title)), ())
        return [self._entries[item].item for item in ids]

    async def create(self, kind: MediaType, title: str, year: int | None = None) -> MediaItem:
        """Make a new item.

        Raises:
            StoreUnavailableError: nothing was made.
        """
        return await self.save_item(MediaItem(id=MediaId(str(uuid.uuid4())), type=kind, title=title, year=year))

    async def save_item(self, item: MediaItem) -> MediaItem:
        """Insert or update it by its id; its downloads show it so at once.

        Raises:
            StoreUnavailableError: all is as it was.
        """
        saved = await self._keeper.store.save_item(item)
        self._edited_meanwhile.add(saved.id)
        self._put([LibraryEntry(item=saved, episodes=self._episodes(saved.id))])
        return saved

    async def create_episode(self, item: MediaId, season: int, number: int, title: str | None = None) -> Episode:
        """Make an episode, or give the one of this number its title.

        Raises:
            StoreUnavailableError: nothing was made.
        """
        known = next((one for one in self._episodes(item) if (one.season, one.number) == (season, number)), None)
        episode = known or Episode(
            id=EpisodeId(str(uuid.uuid4())), media_item_id=item, season=season, number=number, title=title
        )
        return await self.save_episode(replace(episode, title=title or episode.title))

    async def save_episode(self, episode: Episode) -> Episode:
        """Insert or update it by its id; its downloads show it so at once.

        Raises:
            StoreUnavailableError: all is as it was.
        """
        saved = await self._keeper.store.save_episode(episode)
        self._edited_meanwhile.add(saved.media_item_id)
        entry = self._entries.get(saved.media_item_id)
        if entry is not None:
            self._put([replace(entry, episodes=_merged(entry.episodes, [saved]))])
        return saved

    async def read_again(self) -> None:
        """Much was written at once by somebody else, such as an import: take it in.

        Raises:
            StoreUnavailableError: what is known stays as it was.
        """
        self._read_at = None
        await self._read()

    def watch(self, changed: Callable[[Collection[MediaId]], None]) -> None:
        """Call this with the items that changed, or whose records did."""
        self._watchers.append(changed)

    async def _read(self) -> None:
        async with self._one_reader:
            began_at, since = await self._keeper.store.now(), self._read_at
            self._edited_meanwhile.clear()
            async for chunk in self._keeper.store.media(changed_since=None if since is None else since - OVERLAP_S):
                for start in range(0, len(chunk), SLICE):
                    # What was edited here meanwhile is newer than what was read before it.
                    part = chunk[start : start + SLICE]
                    self._put([entry for entry in part if entry.item.id not in self._edited_meanwhile])
                    await asyncio.sleep(0)
            self._read_at, self.is_complete = began_at, True
            self._tell_watchers(())

    async def _pause(self) -> None:
        """Wait for the database to change its state, or for others to have edited something."""
        try:
            async with asyncio.timeout(FOLLOW_EVERY_S if self._keeper.shared else None):
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()

    def _put(self, entries: Iterable[LibraryEntry]) -> None:
        """Take these as they are in the database now."""
        changed: list[MediaId] = []
        renewed: list[Record] = []
        for entry in entries:
            item = entry.item.id
            before = self._entries.get(item)
            if before == entry:
                continue
            self._index(entry.item, before.item if before else None)
            self._entries[item] = entry
            changed.append(item)
            if before is not None and _renames(before, entry):
                records = self._records.get(item, {}).values()
                renewed += [new for record in records if (new := _renewed(record, entry)) != record]
        if renewed:
            self._keeper.took(*renewed)
        if changed:
            self._tell_watchers(changed)

    def _take_records(self, records: Sequence[Record]) -> None:
        """Know what each record is for, and learn of items and episodes that it brings along."""
        concerned: set[MediaId] = set()
        for record in records:
            before = self._item_of.get(record.id)
            item = record.subject.item.id if record.subject else None
            if before is not None and before != item:
                del self._records[before][record.id], self._item_of[record.id]
                concerned.add(before)
            if record.subject is not None and item is not None:
                self._records[item][record.id] = record
                self._item_of[record.id] = item
                concerned.add(item)
                self._learn(record.subject)
        if concerned:
            self._tell_watchers(concerned)

    def _learn(self, subject: Subject) -> None:
        item = subject.item
        before = self._entries.get(item.id)
        if before is None or before.item != item:
            self._index(item, before.item if before else None)
        known = before.episodes if before else ()
        if before is None or before.item != item or not set(known).issuperset(subject.episodes):
            self._entries[item.id] = LibraryEntry(item=item, episodes=_merged(known, subject.episodes))

    def _index(self, now: MediaItem, before: MediaItem | None) -> None:
        for place in _places(before) if before else ():
            self._titles[place].discard(now.id)
        for place in _places(now):
            self._titles[place].add(now.id)

    def _episodes(self, item: MediaId) -> tuple[Episode, ...]:
        entry = self._entries.get(item)
        return entry.episodes if entry else ()

    def _tell_watchers(self, items: Collection[MediaId]) -> None:
        for watcher in self._watchers:
            watcher(items)


def _places(item: MediaItem) -> set[tuple[MediaType, str]]:
    """Where an item stands in the index of titles."""
    return {(item.type, key) for title in (item.title, item.original_title) if title and (key := title_key(title))}


def _merged(known: Iterable[Episode], news: Iterable[Episode]) -> tuple[Episode, ...]:
    """In order, the news in place of what they replace."""
    episodes = {episode.id: episode for episode in known} | {episode.id: episode for episode in news}
    return tuple(sorted(episodes.values(), key=lambda episode: (episode.season, episode.number)))


def _renames(before: LibraryEntry, now: LibraryEntry) -> bool:
    """Whether what records know of the item is called otherwise now; more episodes are nothing to them."""
    episodes = {episode.id: episode for episode in now.episodes}
    return before.item != now.item or any(episodes.get(old.id, old) != old for old in before.episodes)


def _renewed(record: Record, entry: LibraryEntry) -> Record:
    """The same record, with its item and episodes as they are now."""
    if record.subject is None:
        return record
    episodes = {episode.id: episode for episode in entry.episodes}
    of = tuple(episodes.get(episode.id, episode) for episode in record.subject.episodes)
    return replace(record, subject=replace(record.subject, item=entry.item, episodes=of))
