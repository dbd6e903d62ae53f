"""The completion monitor: notices what is complete and what failed, and marks it, once.

It keeps no state about downloads. Whether a record is complete is read off its row each time the row or the record
changes, and the database says whether it was marked before: so it does not matter what was missed in between, a
pause, a check, an outage, an end of the program or of the client.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple, Protocol

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.record import EventKind, NewEvent, Record, RecordChange, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.live.feed import Feed
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.happenings import Happenings
from mydia_desktop.workflows.progress_watch import WORKS, Edge, ProgressWatch, is_complete
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState

SLICE = 2000
"""Rows that are looked at in one turn of the loop, some milliseconds' worth."""


class Live(Protocol):
    """The rows, how fresh they are, and what is remembered of them."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...

    def feed(self) -> Feed:
        """A stream of updates of one's own, beginning with everything."""
        ...


class _Need(Enum):
    """What has to be written of an open record."""

    COMPLETE = auto()
    FAIL = auto()
    CLEAR_ERROR = auto()
    SIZE = auto()
    """How much is wanted: at the next start that tells a download that was finished from one that was cut down."""


class _Sight(NamedTuple):
    """How a row came to what it is, as far as it was seen."""

    edge: Edge = Edge.NONE
    failed: bool = False


class CompletionMonitor:
    """Marks records, and tells what was marked by this very program. Everything here belongs to the event loop."""

    def __init__(self, live: Live, keeper: RecordKeeper, happenings: Happenings) -> None:
        """Nothing is imported until ``configure`` says into which folder."""
        self._live, self._keeper, self._happenings = live, keeper, happenings
        self._imports = False
        self._progress = ProgressWatch()
        self._due: dict[TransferKey, _Sight] = {}
        self._unheard: dict[TransferKey, _Sight] = {}  # due, but not live: until its client answers again
        self._told: set[tuple[TransferKey, HappeningKind]] = set()  # of rows whose record was not known
        self._earlier: frozenset[tuple[RecordId, int]] | None = None  # attempts that were open before this start
        self._wake = asyncio.Event()
        keeper.watch(self._database_changed)

    def configure(self, rules: ImportRules) -> None:
        """From now on these say whether what is complete is imported."""
        self._imports = bool(rules.folder)

    async def run(self) -> None:
        """Follow the rows and write what they say, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._follow())
            tasks.create_task(self._write_down())

    # -- seeing ------------------------------------------------------------------------------------------------

    async def _follow(self) -> None:
        async for update in self._live.feed():
            for key in update.removed:
                self._forget(key)
            for number, (key, row) in enumerate(update.changed.items(), start=1):
                self._look(row, update.records.get(key))
                if number % SLICE == 0:
                    await asyncio.sleep(0)
            if update.clients is not None:
                # A client that answers again need not say anything new of a row.
                self._due, self._unheard = self._unheard | self._due, {}
            if self._due:
                self._wake.set()

    def _forget(self, key: TransferKey) -> None:
        self._progress.forget(key)
        self._due.pop(key, None)
        self._unheard.pop(key, None)
        self._told -= {(key, kind) for kind in HappeningKind}

    def _look(self, row: Transfer, record: Record | None) -> None:
        sight = _Sight(self._progress.completion(row), self._progress.failure(row))
        if record is None:
            if sight.edge is Edge.ARRIVED:
                self._tell_of_untracked(HappeningKind.COMPLETED, row)
            if sight.failed:
                self._tell_of_untracked(HappeningKind.FAILED, row)
        elif _need(record, row) is not None:
            # An edge that was seen while the database was away is not lost to the next sight of the row.
            before = self._due.get(row.key) or self._unheard.pop(row.key, _Sight())
            edge = before.edge if sight.edge is Edge.NONE else sight.edge
            self._due[row.key] = _Sight(edge, sight.failed or before.failed)

    def _tell_of_untracked(self, kind: HappeningKind, row: Transfer) -> None:
        # Perhaps there is a record that is not read yet, or whose client is not known yet: it is not told again.
        self._told.add((row.key, kind))
        self._happenings.tell(_happening(kind, row, None))

    # -- writing -----------------------------------------------------------------------------------------------

    def _database_changed(self) -> None:
        if self._keeper.state is not StoreState.READY:
            return
        if self._earlier is None:
            self._earlier = frozenset(
                (record.id, record.attempt) for record in self._keeper.records.values() if record.is_open
            )
        self._wake.set()

    async def _write_down(self) -> None:
        """One record after the other, while there is a database."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._due and self._keeper.state is StoreState.READY:
                key = next(iter(self._due))
                sight = self._due.pop(key)
                try:
                    await self._write(key, sight)
                except StoreUnavailableError as error:
                    self._due = {key: sight} | self._due
                    self._keeper.noticed(error)

    async def _write(self, key: TransferKey, sight: _Sight) -> None:
        """Write what is true of this row by now; one that is not live waits until its client answers again."""
        row, record, client = (
            self._live.transfers.get(key),
            self._live.record_of(key),
            self._live.clients.get(key.client),
        )
        if row is None or record is None or client is None:
            return
        if not client.is_live(key):
            self._unheard[key] = sight
            return
        match _need(record, row):
            case _Need.COMPLETE:
                await self._complete(row, record, sight.edge)
            case _Need.FAIL:
                await self._fail(row, record, seen=sight.failed)
            case _Need.CLEAR_ERROR:
                await self._note(record, {"error_message": None})
            case _Need.SIZE:
                await self._note(record, {"size": row.size})

    async def _complete(self, row: Transfer, record: Record, edge: Edge) -> None:
        away = edge is Edge.NONE and self._is_earlier(record)
        silent = edge is Edge.DESELECTED or (away and record.size is not None and row.size < record.size)
        marked = await self._keeper.store.complete(
            record.id,
            _event(EventKind.COMPLETED, record, row),
            attempt=record.attempt,
            # What was finished while nobody looked was so when its client says.
            completed_at=row.completed_at if away else None,
            queue_import=self._imports and not silent and record.subject is not None,
            changes={
                "last_save_path": row.save_path or None,
                "last_name": row.name,
                "size": row.size,
                "error_message": None,
            },
        )
        if marked is None:
            return  # another desktop was first, and tells of it
        self._keeper.took(marked)
        if not silent:
            self._tell(HappeningKind.COMPLETED, row, marked, while_away=away)

    async def _fail(self, row: Transfer, record: Record, *, seen: bool) -> None:
        words = row.error or "Its client does not say why."
        failed = await self._keeper.store.change(
            record.id,
            {"error_message": words},
            _event(EventKind.FAILED, record, row, message=words),
            only_open=True,
            attempt=record.attempt,
            expected={"error_message": None},
        )
        if failed is not None:
            self._keeper.took(failed)
            self._tell(HappeningKind.FAILED, row, failed, while_away=not seen and self._is_earlier(record))

    async def _note(self, record: Record, changes: RecordChange) -> None:
        """What is no news to anybody."""
        changed = await self._keeper.store.change(record.id, changes, only_open=True, attempt=record.attempt)
        if changed is not None:
            self._keeper.took(changed)

    def _tell(self, kind: HappeningKind, row: Transfer, record: Record, *, while_away: bool) -> None:
        if (row.key, kind) not in self._told:
            self._happenings.tell(_happening(kind, row, record, while_away=while_away))

    def _is_earlier(self, record: Record) -> bool:
        return (record.id, record.attempt) in (self._earlier or ())


def _need(record: Record, row: Transfer) -> _Need | None:
    if not record.is_open:
        return None
    if record.completed_at is None and is_complete(row):
        return _Need.COMPLETE
    if row.status is Status.FAILED and record.error_message is None:
        return _Need.FAIL
    if record.error_message is not None and row.status in WORKS:
        return _Need.CLEAR_ERROR
    if record.completed_at is None and not row.done and 0 < row.size != record.size:
        return _Need.SIZE
    return None


def _event(kind: EventKind, record: Record, row: Transfer, **said: str) -> NewEvent:
    now = {"name": row.name, "size": row.size, "path": row.save_path}
    detail = event_detail.of_record(record) | {key: value for key, value in now.items() if value} | said
    return NewEvent(kind=kind, record_id=record.id, attempt=record.attempt, detail=detail)


def _happening(kind: HappeningKind, row: Transfer, record: Record | None, *, while_away: bool = False) -> Happening:
    took = row.completed_at - row.added_at if row.completed_at and row.added_at else 0
    return Happening(
        kind=kind,
        client=row.key.client,
        key=row.key,
        record_id=record.id if record else None,
        title=subject_text(record.subject) if record and record.subject else row.name,
        size=row.size or None,
        duration=took if took > 0 else None,
        message=(row.error or "") if kind is HappeningKind.FAILED else "",
        while_away=while_away,
    )
