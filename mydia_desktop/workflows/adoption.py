"""Automatic adoption: what was added in a client by somebody else gets a record, where it is certain what it is for."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice

from mydia_desktop.domain.media import MediaId
from mydia_desktop.domain.record import Record, StoreUnavailableError
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.title_key import title_key
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.workflows.library import Library
from mydia_desktop.workflows.matching import Live, Matching
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState
from mydia_desktop.workflows.release_name import parse_names

SLICE = 20
"""Names read, and perhaps adopted, before the next look at what else happens; a fifth of a second's work."""


class Adoption:
    """Watches for rows without a record. Wants every update; does nothing while it is switched off."""

    def __init__(self, keeper: RecordKeeper, live: Live, library: Library, matching: Matching) -> None:
        """It begins switched off."""
        self._keeper, self._live, self._library, self._matching = keeper, live, library, matching
        self._enabled = False
        self._bound: frozenset[ClientId] = frozenset()
        self._waiting: dict[TransferKey, None] = {}  # in the order in which they came
        self._read: dict[TransferKey, tuple[str, ParsedName]] = {}
        self._titled: dict[str, set[TransferKey]] = defaultdict(set)
        self._wake = asyncio.Event()
        self._watchers: list[Callable[[Sequence[Record]], None]] = []
        keeper.watch(self._wake.set)
        library.watch(self._look_for_titles)

    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 - the value of a setting
        """Switch it on or off; what was adopted stays so."""
        if enabled == self._enabled:
            return
        self._enabled = enabled
        if enabled:
            self._bound = self._bound_now()
            self._consider(self._live.transfers)
        else:
            self._waiting.clear()
            self._read.clear()
            self._titled.clear()

    def apply(self, update: Update) -> None:
        """Consider new rows, and those that have another name now."""
        if not self._enabled:
            return
        for key in update.removed:
            self._waiting.pop(key, None)
            self._forget(key)
        self._consider(update.changed)
        if update.clients is not None and (bound := self._bound_now()) != self._bound:
            # Rows waited for it to be known which client of the database theirs is.
            self._bound = bound
            self._wake.set()

    async def run(self) -> None:
        """Adopt what is certain, a few at a time, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                while self._can_go_on() and (keys := self._next()):
                    await self._adopt(keys)
            except StoreUnavailableError as error:
                self._keeper.noticed(error)

    async def undo(self, adopted: Iterable[Record]) -> int:
        """Take adoptions back, for good: they are not made again. How many were; not what a person changed since.

        Raises:
            StoreUnavailableError: the rest stays adopted.
        """
        return await self._matching.unadopt(adopted)

    def watch(self, adopted: Callable[[Sequence[Record]], None]) -> None:
        """Call this with what was adopted, some at a time."""
        self._watchers.append(adopted)

    def _consider(self, keys: Iterable[TransferKey]) -> None:
        transfers = self._live.transfers
        for key in keys:
            row, known = transfers.get(key), self._read.get(key)
            if row is None or self._live.record_of(key) is not None:
                continue
            if known is not None and known[0] == row.name:
                continue
            self._forget(key)
            self._waiting[key] = None
        if self._waiting:
            self._wake.set()

    def _look_for_titles(self, items: Collection[MediaId]) -> None:
        """An item that is new, or called otherwise, may be what a name read before meant."""
        for item in items if self._titled else ():
            entry = self._library.entries.get(item)
            if entry is None:
                continue
            for title in (entry.item.title, entry.item.original_title):
                for key in self._titled.get(title_key(title or ""), ()):
                    self._waiting[key] = None
        if self._waiting:
            self._wake.set()

    def _can_go_on(self) -> bool:
        return self._enabled and self._library.is_complete and self._keeper.state is StoreState.READY

    def _next(self) -> list[TransferKey]:
        """The next few rows whose client is known; the others go on waiting."""
        keys = list(islice((key for key in self._waiting if key.client in self._bound), SLICE))
        for key in keys:
            del self._waiting[key]
        return keys

    async def _adopt(self, keys: Sequence[TransferKey]) -> None:
        transfers = self._live.transfers
        names = {key: transfers[key].name for key in keys if key in transfers and self._live.record_of(key) is None}
        new = [key for key, name in names.items() if self._read.get(key, ("", None))[0] != name]
        for key, parsed in zip(new, await parse_names(names[key] for key in new), strict=True):
            if key in self._live.transfers:
                self._read[key] = names[key], parsed
                self._titled[title_key(parsed.title)].add(key)
        certain = {
            key: suggestion
            for key in names
            if key in self._read and (suggestion := self._matching.judge(self._read[key][1])).certain
        }
        adopted: list[Record] = []
        try:
            if certain:
                # Who added it elsewhere wrote its record first: then that is here after this.
                await self._keeper.look_again()
            for key, suggestion in certain.items():
                if self._enabled and (record := await self._matching.adopt(key, suggestion)) is not None:
                    adopted.append(record)
                self._forget(key)
        except StoreUnavailableError:
            self._waiting |= dict.fromkeys(certain)
            raise
        finally:
            if adopted:
                for watcher in self._watchers:
                    watcher(adopted)

    def _forget(self, key: TransferKey) -> None:
        known = self._read.pop(key, None)
        if known is not None:
            title = title_key(known[1].title)
            self._titled[title].discard(key)
            if not self._titled[title]:
                del self._titled[title]

    def _bound_now(self) -> frozenset[ClientId]:
        return frozenset(state.id for state in self._live.clients.values() if state.uuid is not None)
