"""The append-only history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, insert, select

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.record import INTENT_STEPS, UNSETTLED, Event, EventKind, NewEvent, RecordId
from mydia_desktop.domain.redaction import redacted_text
from mydia_desktop.store.json_text import read_object, write_object
from mydia_desktop.store.tables import DOWNLOAD_EVENTS as EVENTS
from mydia_desktop.store.tables import Line

_COLUMNS = (
    EVENTS.c.id,
    EVENTS.c.download_id,
    EVENTS.c.attempt,
    EVENTS.c.at,
    EVENTS.c.actor,
    EVENTS.c.kind,
    EVENTS.c.detail,
)
_KINDS = {kind.value: kind for kind in EventKind}


def append(connection: Connection, now: float, actor: str, events: Iterable[NewEvent]) -> list[Event]:
    """Write these down, in their order."""
    return [_append(connection, now, actor, event) for event in events]


def _append(connection: Connection, now: float, actor: str, event: NewEvent) -> Event:
    detail = {key: _without_secrets(value) for key, value in event.detail.items()}
    words = (value for value in detail.values() if isinstance(value, str))
    row = {
        "download_id": event.record_id,
        "attempt": event.attempt,
        "at": now,
        "actor": actor,
        "kind": event.kind.value,
        "detail": write_object(detail),
        "search_text": fold("\n".join((actor, event.kind.value, *words))),
    }
    number = connection.execute(insert(EVENTS).values(row).returning(EVENTS.c.id)).scalar_one()
    return Event(
        id=number,
        at=now,
        actor=actor,
        kind=event.kind,
        record_id=event.record_id,
        attempt=event.attempt,
        detail=detail,
    )


def _without_secrets(value: object) -> object:
    """A client's words, and so what is told of them, may quote an address with a passkey."""
    if isinstance(value, str):
        return redacted_text(value)
    return [_without_secrets(one) for one in value] if isinstance(value, list | tuple) else value


def unsettled(connection: Connection) -> list[Event]:
    """The last word on what was asked, of each record where that is not known to have come to its end."""
    later = EVENTS.alias()
    answered = exists().where(
        and_(
            later.c.download_id == EVENTS.c.download_id,
            later.c.id > EVENTS.c.id,
            later.c.kind.in_([kind.value for kind in INTENT_STEPS]),
        )
    )
    query = select(*_COLUMNS).where(EVENTS.c.kind.in_([kind.value for kind in UNSETTLED]), ~answered)
    return _events(connection, query.order_by(EVENTS.c.id))


def history(connection: Connection, *, text: str, before: int | None, limit: int) -> list[Event]:
    """The newest events that hold each of these words, before one that is known."""
    query = select(*_COLUMNS).order_by(EVENTS.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(EVENTS.c.id < before)
    for word in fold(text).split():
        query = query.where(EVENTS.c.search_text.contains(word, autoescape=True))
    return _events(connection, query)


def history_of(connection: Connection, record: RecordId) -> list[Event]:
    """All that happened to one record, the newest first."""
    return _events(connection, select(*_COLUMNS).where(EVENTS.c.download_id == record).order_by(EVENTS.c.id.desc()))


def _events(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[Event]:
    return [_event(row) for row in connection.execute(query) if row.kind in _KINDS]


def _event(row: Line) -> Event:
    return Event(
        id=row.id,
        at=row.at or 0.0,
        actor=row.actor,
        kind=_KINDS[row.kind],
        record_id=RecordId(row.download_id),
        attempt=row.attempt,
        detail=read_object(row.detail),
    )
