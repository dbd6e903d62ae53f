"""Holds the database and the live view together: what is written is shown, and nobody waits for either."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.workflows.record_store import RecordStore

_log = logging.getLogger(__name__)

SLICE = 500
"""Records that are joined to their rows in one turn of the loop, some milliseconds' worth."""
FOLLOW_EVERY_S = 3.0
"""Between two looks at what other desktops have written."""
OVERLAP_S = 10.0
"""What was begun before a look may be written after it: look back by so much."""
FIRST_BACK_OFF_S = 2.0
LONGEST_BACK_OFF_S = 60.0
CLOSE_WITHIN_S = 3.0


class StoreState(StrEnum):
    """How we stand with the database."""

    OPENING = "opening"
    """It is being opened, or read for the first time."""
    READY = "ready"
    UNAVAILABLE = "unavailable"
    """Nothing is written until it is ready again; what was read before is still known."""


class Live(Protocol):
    """The rows that records belong to."""

    def update_records(self, records: Iterable[Record]) -> None:
        """Remember these, new and changed, beside the others."""
        ...


class RecordKeeper:
    """All records in memory, as the database has them. Everything here belongs to the event loop."""

    def __init__(self, store: RecordStore, live: Live, *, shared: bool = False) -> None:
        """``shared``: other desktops write into this database, too, and their changes are followed."""
        self.store = store
        self.shared = shared
        self.state = StoreState.OPENING
        self.problem = ""
        """Why it is unavailable, in a sentence or two for a person; empty while it is not."""
        self.backup: Path | None = None
        """The copy of the file that was made before it was to be changed, if the problem left one."""
        self.is_open = False
        """It answers, although its records may not all be here yet."""
        self.records: Mapping[RecordId, Record]
        self._records: dict[RecordId, Record] = {}
        self.records = MappingProxyType(self._records)
        self._live = live
        self._wake = asyncio.Event()
        self._read_at: float | None = None
        self._one_reader = asyncio.Lock()
        self._written_meanwhile: set[RecordId] = set()
        self._watchers: list[Callable[[], None]] = []
        self._record_watchers: list[Callable[[Sequence[Record]], None]] = []

    async def run(self) -> None:
        """Open it, read it, and follow what others write, until cancelled."""
        failures = 0
        while True:
            try:
                await self.open()
                await self.read()
                failures = 0
                await self._follow()
            except StoreUnavailableError as error:
                self.noticed(error)
            failures += 1
            self._wake.clear()
            await self._pause(min(FIRST_BACK_OFF_S * 2 ** (failures - 1), LONGEST_BACK_OFF_S))

    async def open(self) -> None:
        """Open it; ``run`` does so by itself.

        Raises:
            StoreUnavailableError: it can't be.
        """
        await self.store.open()
        self.is_open = True
        self._tell_watchers()

    async def read(self) -> None:
        """Read everything that was not read yet; ``run`` does so by itself.

        Raises:
            StoreUnavailableError: it can't be read.
        """
        await self._read()
        self._set_state(StoreState.READY)

    async def look_again(self) -> None:
        """Read at once what other desktops have written.

        Raises:
            StoreUnavailableError: it can't be read.
        """
        if self.shared:
            await self._read()

    async def close(self, within: float = CLOSE_WITHIN_S) -> None:
        """Let go of the database after the transaction under way, but wait no longer than so many seconds.

        One that is still under way then, in a database that does not answer, is rolled back by it.
        """
        self.is_open = False
        try:
            async with asyncio.timeout(within):
                await self.store.close()
        except TimeoutError:
            _log.warning("The database did not end its transaction within %g s", within)

    def try_now(self) -> None:
        """Try an unavailable database at once; look at what others wrote in one that is ready."""
        self._wake.set()

    def noticed(self, error: StoreUnavailableError) -> None:
        """Say that a call failed: it is tried again in the background until it is ready again."""
        if self.state is not StoreState.UNAVAILABLE:
            _log.warning("The database is not available: %s", error.message)
        self.is_open = False
        self.problem, self.backup = error.message, error.backup
        self._set_state(StoreState.UNAVAILABLE)
        self._wake.set()

    def check_ready(self) -> None:
        """Before records are made of rows: what is known of them has to be here.

        Raises:
            StoreUnavailableError: it is not.
        """
        if self.state is StoreState.OPENING:
            raise StoreUnavailableError(
                translate("Database", "The database is still being read. Try again in a moment.")
            )
        if self.state is StoreState.UNAVAILABLE:
            raise StoreUnavailableError(self.problem, backup=self.backup)

    def took(self, *records: Record) -> None:
        """Somebody wrote these: remember them, and have the rows show them."""
        self._written_meanwhile.update(record.id for record in records)
        self._take(records)

    async def took_many(self, records: Sequence[Record]) -> None:
        """The same for any number of them, such as an import brings: in slices, so that the window has its turns."""
        for start in range(0, len(records), SLICE):
            self.took(*records[start : start + SLICE])
            await asyncio.sleep(0)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever the state changed, or the database was opened."""
        self._watchers.append(changed)

    def watch_records(self, changed: Callable[[Sequence[Record]], None]) -> None:
        """Call this with records that are new or changed."""
        self._record_watchers.append(changed)

    async def _read(self) -> None:
        """Take in what was written since the last time; in slices, so that the window has its turns."""
        async with self._one_reader:
            began_at, since = await self.store.now(), self._read_at
            self._written_meanwhile.clear()
            async for chunk in self.store.records(changed_since=None if since is None else since - OVERLAP_S):
                for start in range(0, len(chunk), SLICE):
                    # What was written here meanwhile is newer than what was read before it.
                    part = chunk[start : start + SLICE]
                    self._take([record for record in part if record.id not in self._written_meanwhile])
                    await asyncio.sleep(0)
            self._read_at = began_at

    async def _follow(self) -> None:
        """Read what others write until a call fails, here or elsewhere."""
        while True:
            await self._pause(FOLLOW_EVERY_S if self.shared else None)
            if self.problem:
                return
            await self.look_again()

    async def _pause(self, seconds: float | None) -> None:
        """Wait so long, or until somebody wants it now."""
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()

    def _take(self, records: Sequence[Record]) -> None:
        records = [record for record in records if self._records.get(record.id) != record]
        if not records:
            return
        self._records.update((record.id, record) for record in records)
        self._live.update_records(records)
        for watcher in self._record_watchers:
            watcher(records)

    def _set_state(self, state: StoreState) -> None:
        if state is StoreState.READY:
            if self.problem:
                _log.info("The database is available again")
            self.problem, self.backup = "", None
        self.state = state
        self._tell_watchers()

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()
