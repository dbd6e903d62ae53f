"""One removal, from before it is sent until an answer shows what became of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.record import (
    ClientUuid,
    CloseReason,
    Event,
    EventKind,
    NewEvent,
    Record,
    RecordChange,
    RecordId,
    ids_of,
)
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.in_flight import Stage


@dataclass(slots=True, kw_only=True, eq=False)
class Intent:
    """A row that is to leave its client. Moments are seconds on the journal's clock."""

    verb: Verb
    record_id: RecordId
    """Of the row's record; without one, an id of this intent's own."""
    attempt: int
    has_record: bool
    client: ClientUuid | None
    client_name: str
    names: tuple[str, ...]
    """Every id its client may list it under."""
    detail: Mapping[str, Any]
    """What all of its events say."""
    key: TransferKey | None = None
    """Of the row; None until it is listed, if it was asked for before the program ended."""
    url: str | None = None
    """Of the client, as far as this run of the program knows."""
    earlier: bool = False
    """Asked for before the program ended: nothing but a person's word sends it again."""
    stage: Stage = Stage.SENDING
    """Late: no longer expected, but if the row goes now it is still we who asked."""
    since: float
    """The moment it came to its stage."""
    vanished: bool = False
    """An answer took the row away."""
    writing: bool = field(default=False, repr=False)
    """What an answer showed is being written down."""

    @classmethod
    def of_row(
        cls, verb: Verb, row: Transfer, record: Record | None, client: ClientState, own_id: RecordId | None, now: float
    ) -> Intent:
        """For a row. ``own_id`` is that of an earlier intent for the same row without a record, if there is one."""
        return cls(
            verb=verb,
            record_id=record.id if record else own_id or RecordId(uuid.uuid4().hex),
            attempt=record.attempt if record else 1,
            has_record=record is not None,
            client=client.uuid,
            client_name=client.name,
            names=ids_of(native_id=row.native_id, v1=row.v1, v2=row.v2),
            detail=event_detail.of_row(verb, row, record, client),
            key=row.key,
            url=client.url,
            since=now,
        )

    @classmethod
    def of_earlier(cls, last: Event, record: Record | None, now: float) -> Intent:
        """For one whose last step an earlier run of the program wrote down."""
        known = last.detail.get("hash")
        return cls(
            verb=Verb(last.detail["verb"]),
            record_id=last.record_id,
            attempt=last.attempt,
            has_record=record is not None,
            client=event_detail.client_of(last.detail),
            client_name=str(last.detail.get("client", "")),
            names=record.names if record else (known,) if isinstance(known, str) else (),
            detail=last.detail,
            earlier=True,
            stage=Stage.UNKNOWN,
            since=now,
        )

    @property
    def is_open(self) -> bool:
        """Whether its end is still waited for."""
        return self.stage is not Stage.LATE

    def client_among(self, clients: Mapping[ClientId, ClientState]) -> ClientState | None:
        """The client it is about, if it is still the same one."""
        if self.key is not None:
            state = clients.get(self.key.client)
            return state if state and (state.uuid, state.url) == (self.client, self.url) else None
        if self.client is not None:
            return next((state for state in clients.values() if state.uuid == self.client), None)
        return next((state for state in clients.values() if state.name == self.client_name), None)

    def event(self, kind: EventKind, message: str = "") -> NewEvent:
        """One line of its story."""
        said = {"message": message} if message else {}
        return NewEvent(kind=kind, record_id=self.record_id, attempt=self.attempt, detail={**self.detail, **said})

    def end(self, now: int) -> tuple[RecordChange, NewEvent]:
        """How its record ends at this moment (Unix seconds), the row being gone because we asked."""
        kind, reason = self._end
        change = RecordChange(closed_at=now, close_reason=reason)
        if self.detail.get("done"):
            change["completed_at"] = self.detail.get("completed_at") or now
        return change, self.event(kind)

    @property
    def _end(self) -> tuple[EventKind, CloseReason]:
        if self.verb is Verb.DELETE:
            return EventKind.DELETED, CloseReason.DELETED
        if self.detail.get("done"):
            return EventKind.REMOVED, CloseReason.COMPLETED
        return EventKind.CANCELLED, CloseReason.CANCELLED
