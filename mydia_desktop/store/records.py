"""What is remembered of downloads."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, select, union, update

from mydia_desktop.domain.record import ClientUuid, NewRecord, Record, RecordChange, RecordId, ids_of
from mydia_desktop.domain.redaction import redacted, redacted_text
from mydia_desktop.store import subjects
from mydia_desktop.store.json_text import read_object, write_object
from mydia_desktop.store.record_rows import COLUMNS, read_rows, records_by_id
from mydia_desktop.store.subjects import Subjects
from mydia_desktop.store.tables import CLIENTS, DOWNLOADS, Line

_COLUMN_OF = {
    "title": "title",
    "indexer": "indexer",
    "download_url": "download_url",
    "client_uuid": "client_id",
    "client_name": "download_client",
    "native_id": "download_client_id",
    "v1": "infohash_v1",
    "v2": "infohash_v2",
    "last_save_path": "last_save_path",
    "last_name": "last_name",
    "attempt": "attempt",
    "completed_at": "completed_at",
    "closed_at": "closed_at",
    "close_reason": "close_reason",
    "error_message": "error_message",
}
"""Fields of a Record that are columns of their own."""
_IN_METADATA = ("size", "quality")
"""Fields that are, as in Mydia, keys of ``metadata``."""
_SHORT_V2 = 40


def begin(connection: Connection, now: float, new: NewRecord) -> Record:
    """Insert it, or reopen what its client is known to have had under one of its ids.

    Raises:
        LookupError: the client is not in this database.
    """
    _hold_client(connection, new.client_uuid)
    known = _same_download(connection, new)
    columns: dict[str, Any] = {
        column: value for name, column in _COLUMN_OF.items() if (value := getattr(new, name, None)) is not None
    }
    if new.download_url is not None:
        columns["download_url"] = redacted(new.download_url)
    metadata: dict[str, Any] = {name: value for name in _IN_METADATA if (value := getattr(new, name))}
    if known is None:
        key = str(uuid.uuid4())
        columns |= subjects.columns_of(new.subject)
        text = _rewritten(None, metadata | subjects.metadata_of(new.subject))
        connection.execute(
            insert(DOWNLOADS).values(id=key, metadata=text, inserted_at=now, updated_at=now, attempt=1, **columns)
        )
    else:
        key = known.id
        cleared = {"completed_at": None, "closed_at": None, "close_reason": None, "error_message": None}
        columns = cleared | columns | {"attempt": known.attempt + 1, "updated_at": now}
        if new.subject is not None:
            columns |= subjects.columns_of(new.subject)
            metadata |= subjects.metadata_of(new.subject)
        if metadata:
            columns["metadata"] = _rewritten(known.metadata, metadata)
        connection.execute(update(DOWNLOADS).where(DOWNLOADS.c.id == key).values(columns))
    if new.subject is not None:
        subjects.save_episodes(connection, key, new.subject)
    return _known(connection, key)


def begin_unknown(connection: Connection, now: float, new: NewRecord) -> Record | None:
    """Insert it; None, and nothing is written, if its client is known to have had it, also by a closed record.

    Raises:
        LookupError: the client is not in this database.
    """
    _hold_client(connection, new.client_uuid)
    return begin(connection, now, new) if _same_download(connection, new) is None else None


def change(
    connection: Connection,
    now: float,
    key: RecordId,
    changes: RecordChange,
    *,
    only_open: bool,
    attempt: int | None,
    expected: RecordChange | None = None,
) -> Record | None:
    """Write what is different; None, and nothing is written, if a condition does not hold.

    ``expected`` are columns' values that it still has to have.
    """
    query = select(*COLUMNS).where(DOWNLOADS.c.id == key).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None or (only_open and row.closed_at is not None) or (attempt is not None and row.attempt != attempt):
        return None
    if any(getattr(row, _COLUMN_OF[name]) != value for name, value in (expected or {}).items()):
        return None
    if not changes:
        return read_rows(connection, [row], Subjects())[0]
    columns: dict[str, Any] = {_COLUMN_OF[name]: value for name, value in changes.items() if name in _COLUMN_OF}
    if isinstance(words := columns.get("error_message"), str):
        columns["error_message"] = redacted_text(words)
    metadata: dict[str, Any] = {name: value for name, value in changes.items() if name in _IN_METADATA}
    if "subject" in changes:
        columns |= subjects.columns_of(changes["subject"])
        metadata |= subjects.metadata_of(changes["subject"])
        subjects.save_episodes(connection, key, changes["subject"])
    if metadata:
        columns["metadata"] = _rewritten(row.metadata, metadata)
    client = columns.get("client_id", row.client_id)
    if columns.get("download_client_id") is not None and client is not None:
        _take_id(connection, now, key, client, columns["download_client_id"])
    connection.execute(update(DOWNLOADS).where(DOWNLOADS.c.id == key).values(**columns, updated_at=now))
    return _known(connection, key)


def complete(
    connection: Connection, now: float, key: RecordId, changes: RecordChange, *, attempt: int, completed_at: float
) -> Record | None:
    """Mark it, once: None, and nothing is written, if it is marked, closed, or at another attempt."""
    marked = connection.execute(
        update(DOWNLOADS)
        .where(
            DOWNLOADS.c.id == key,
            DOWNLOADS.c.attempt == attempt,
            DOWNLOADS.c.completed_at.is_(None),
            DOWNLOADS.c.closed_at.is_(None),
        )
        .values(completed_at=completed_at, updated_at=now)
    )
    return change(connection, now, key, changes, only_open=True, attempt=attempt) if marked.rowcount else None


def hand_over(connection: Connection, now: float, of: ClientUuid, to: ClientUuid) -> list[Record]:
    """Let the records of one client be another's from now on.

    Where both have a record under the same id, one gives its id up: the closed one, or else the one that comes.
    """
    name = connection.execute(select(CLIENTS.c.name).where(CLIENTS.c.id == to)).scalar_one_or_none()
    if name is None:
        raise LookupError("This client is not in the database.")
    there = DOWNLOADS.alias()
    twice = select(DOWNLOADS.c.id, there.c.id, DOWNLOADS.c.closed_at, there.c.closed_at).where(
        DOWNLOADS.c.client_id == of,
        there.c.client_id == to,
        DOWNLOADS.c.download_client_id == there.c.download_client_id,
    )
    losers = [
        known if known_closed is not None and coming_closed is None else coming
        for coming, known, coming_closed, known_closed in connection.execute(twice)
    ]
    _give_up_ids(connection, now, losers)
    moved = connection.execute(select(DOWNLOADS.c.id).where(DOWNLOADS.c.client_id == of)).scalars().all()
    connection.execute(
        update(DOWNLOADS).where(DOWNLOADS.c.client_id == of).values(client_id=to, download_client=name, updated_at=now)
    )
    rows = connection.execute(select(*COLUMNS).where(DOWNLOADS.c.id.in_([*moved, *losers])).order_by(DOWNLOADS.c.id))
    return read_rows(connection, rows.all(), Subjects())


def _hold_client(connection: Connection, client: ClientUuid) -> None:
    """Let no other desktop begin anything in this client until the end of the transaction."""
    held = select(CLIENTS.c.id).where(CLIENTS.c.id == client).with_for_update(key_share=True)
    if connection.execute(held).one_or_none() is None:
        raise LookupError("This client is not in the database.")


def _same_download(connection: Connection, new: NewRecord) -> Line | None:
    """The record that this client has under one of its ids: best by the very id, else an open one, else the latest."""
    names = ids_of(native_id=new.native_id, v1=new.v1, v2=new.v2)
    columns = DOWNLOADS.c
    ways: list[ColumnElement[bool]] = [
        columns.download_client_id.in_(names),
        columns.infohash_v1.in_(names),
        columns.infohash_v2.in_(names),
        # Known by a whole v2 hash, and named by the cut one.
        *(
            and_(columns.infohash_v2 > name, columns.infohash_v2 < f"{name}g")
            for name in names
            if len(name) == _SHORT_V2
        ),
    ]
    # Each by its own index; asked for all at once, SQLite goes through everything that the client ever had.
    same = union(*(select(columns.id).where(columns.client_id == new.client_uuid, way) for way in ways))
    rows = connection.execute(select(*COLUMNS).where(columns.id.in_(same)).with_for_update()).all()

    def closeness(row: Line) -> tuple[bool, bool, float]:
        return row.download_client_id == new.native_id, row.closed_at is None, row.inserted_at or 0.0

    return max(rows, key=closeness, default=None)


def _take_id(connection: Connection, now: float, key: str, client: str, native_id: str) -> None:
    """An id belongs to the record that took it last; the one before keeps its infohashes."""
    others = select(DOWNLOADS.c.id).where(
        DOWNLOADS.c.client_id == client, DOWNLOADS.c.download_client_id == native_id, DOWNLOADS.c.id != key
    )
    _give_up_ids(connection, now, connection.execute(others).scalars().all())


def _give_up_ids(connection: Connection, now: float, keys: Sequence[str]) -> None:
    if keys:
        connection.execute(
            update(DOWNLOADS).where(DOWNLOADS.c.id.in_(keys)).values(download_client_id=None, updated_at=now)
        )


def _rewritten(text: str | None, changes: Mapping[str, Any]) -> str:
    """Metadata with these keys changed, those that are None taken out, and all others as they were."""
    known = read_object(text)
    if text and not known and text.strip() not in ("{}", "null"):
        # Not to be read, and not ours to throw away.
        known = {"unreadable": text}
    merged = known | dict(changes)
    return write_object({key: value for key, value in merged.items() if key not in changes or value is not None})


def _known(connection: Connection, key: str) -> Record:
    (record,) = records_by_id(connection, [RecordId(key)])
    return record
