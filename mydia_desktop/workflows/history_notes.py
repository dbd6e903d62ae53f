"""What the history hears of beside the records: what clients would not do, and what was started again."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from typing import Protocol

from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.record import EventKind, NewEvent, Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState


class Live(Protocol):
    """The clients, and which records their rows have."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...


class HistoryNotes:
    """Nobody waits for these; while the database can't be used they are not kept."""

    def __init__(
        self, live: Live, keeper: RecordKeeper, spawn: Callable[[Coroutine[None, None, None]], object]
    ) -> None:
        """``spawn`` gives work to whoever owns the tasks."""
        self._live, self._keeper, self._spawn = live, keeper, spawn

    def failures(self, verb: Verb, results: Iterable[Result], rows: Mapping[TransferKey, Transfer]) -> None:
        """These were refused, could not be sent, or nobody knows how they ended."""
        self._note(
            self._event(EventKind.FAILED, verb, rows[result.key], outcome=result.outcome, message=result.message)
            for result in results
            if result.outcome is not Outcome.ACCEPTED and result.key in rows
        )

    def retries(self, rows: Iterable[Transfer]) -> None:
        """These are to start again."""
        self._note(self._event(EventKind.RETRIED, Verb.RESUME, row) for row in rows)

    def _event(self, kind: EventKind, verb: Verb, row: Transfer, **said: str) -> NewEvent:
        record, client = self._live.record_of(row.key), self._live.clients.get(row.key.client)
        return NewEvent(
            kind=kind,
            record_id=record.id if record else RecordId(uuid.uuid4().hex),
            attempt=record.attempt if record else 1,
            detail={**event_detail.of_row(verb, row, record, client), **said},
        )

    def _note(self, events: Iterable[NewEvent]) -> None:
        if self._keeper.state is StoreState.READY and (noted := list(events)):
            self._spawn(self._write(noted))

    async def _write(self, events: Sequence[NewEvent]) -> None:
        try:
            await self._keeper.store.log(*events)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
