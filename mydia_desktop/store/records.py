"""What is remembered of downloads."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select, update

from mydia_desktop.domain.record import ClientUuid, CloseReason, NewRecord, Record, RecordChange, RecordId, ids_of
from mydia_desktop.domain.redaction import redacted, redacted_text
from mydia_desktop.store import subjects
from mydia_desktop.store.json_text import read_object, write_object
from mydia_desktop.store.subjects import Subjects
from mydia_desktop.store.tables import CLIENTS, DOWNLOADS, Line

_COLUMNS = (
    DOWNLOADS.c.id,
    DOWNLOADS.c.media_item_id,
    DOWNLOADS.c.episode_id,
    DOWNLOADS.c.indexer,
    DOWNLOADS.c.title,
    DOWNLOADS.c.download_url,
    DOWNLOADS.c.download_client,
    DOWNLOADS.c.client_id,
    DOWNLOADS.c.download_client_id,
    DOWNLOADS.c.infohash_v1,
    DOWNLOADS.c.infohash_v2,
    DOWNLOADS.c.last_save_path,
    DOWNLOADS.c.last_name,
    DOWNLOADS.c.attempt,
    DOWNLOADS.c.completed_at,
    DOWNLOADS.c.closed_at,
    DOWNLOADS.c.close_reason,
    DOWNLOADS.c.error_message,
    DOWNLOADS.c.metadata,
    DOWNLOADS.c.inserted_at,
)
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
_REASONS = {reason.value: reason for reason in CloseReason}
_SHORT_V2 = 40
_AT_ONCE = 500
"""Ids in one question; databases have a limit."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a reading of all records has come: the open ones go first."""

    open: bool = True
    after: str = ""


def page(
    connection: Connection, *, place: Place, known: Subjects, limit: int, changed_since: float | None
) -> tuple[list[Record], Place | None]:
    """The next records by id, and where to go on; None when that was all."""
    is_open = DOWNLOADS.c.closed_at.is_(None) if place.open else DOWNLOADS.c.closed_at.is_not(None)
    query = select(*_COLUMNS).where(is_open, DOWNLOADS.c.id > place.after).order_by(DOWNLOADS.c.id).limit(limit)
    if changed_since is not None:
        query = query.where(DOWNLOADS.c.updated_at >= changed_since)
    rows = connection.execute(query).all()
    if len(rows) == limit:
        following: Place | None = Place(open=place.open, after=rows[-1].id)
    else:
        following = Place(open=False) if place.open else None
    return _records(connection, rows, known), following


def record(connection: Connection, key: RecordId) -> Record | None:
    """One record; None if it is not there."""
    row = connection.execute(select(*_COLUMNS).where(DOWNLOADS.c.id == key)).one_or_none()
    return _records(connection, [row], Subjects())[0] if row is not None else None


def records_by_id(connection: Connection, keys: Sequence[RecordId]) -> list[Record]:
    """Those of these records that there are."""
    known, found = Subjects(), []
    for start in range(0, len(keys), _AT_ONCE):
        some = DOWNLOADS.c.id.in_(keys[start : start + _AT_ONCE])
        found += _records(connection, connection.execute(select(*_COLUMNS).where(some)).all(), known)
    return found


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
) -> Record | None:
    """Write what is different; None, and nothing is written, if a condition does not hold."""
    query = select(*_COLUMNS).where(DOWNLOADS.c.id == key).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None or (only_open and row.closed_at is not None) or (attempt is not None and row.attempt != attempt):
        return None
    if not changes:
        return _records(connection, [row], Subjects())[0]
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
    rows = connection.execute(select(*_COLUMNS).where(DOWNLOADS.c.id.in_([*moved, *losers])).order_by(DOWNLOADS.c.id))
    return _records(connection, rows.all(), Subjects())


def _hold_client(connection: Connection, client: ClientUuid) -> None:
    """Let no other desktop begin anything in this client until the end of the transaction."""
    held = select(CLIENTS.c.id).where(CLIENTS.c.id == client).with_for_update(key_share=True)
    if connection.execute(held).one_or_none() is None:
        raise LookupError("This client is not in the database.")


def _same_download(connection: Connection, new: NewRecord) -> Line | None:
    """The record that this client has under one of its ids: best by the very id, else an open one, else the latest."""
    names = ids_of(native_id=new.native_id, v1=new.v1, v2=new.v2)
    columns = DOWNLOADS.c
    same: list[ColumnElement[bool]] = [
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
    query = select(*_COLUMNS).where(columns.client_id == new.client_uuid, or_(*same)).with_for_update()
    rows = connection.execute(query).all()

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
    found = record(connection, RecordId(key))
    assert found is not None, "it was written in this transaction"  # noqa: S101 - says what can't happen
    return found


def _records(connection: Connection, rows: Sequence[Line], known: Subjects) -> list[Record]:
    known.read(connection, rows)
    return [_record(row, known) for row in rows]


def _record(row: Line, known: Subjects) -> Record:
    metadata = read_object(row.metadata)
    size = metadata.get("size")
    return Record(
        id=RecordId(row.id),
        title=row.title,
        subject=known.of(row, metadata),
        indexer=row.indexer,
        download_url=row.download_url,
        client_uuid=row.client_id,
        client_name=row.download_client,
        native_id=row.download_client_id,
        v1=row.infohash_v1,
        v2=row.infohash_v2,
        last_save_path=row.last_save_path,
        last_name=row.last_name,
        attempt=row.attempt,
        completed_at=_second(row.completed_at),
        closed_at=_second(row.closed_at),
        close_reason=_REASONS.get(row.close_reason),
        error_message=row.error_message,
        size=size if type(size) is int else None,
        quality=_quality(metadata.get("quality")),
        inserted_at=_second(row.inserted_at) or 0,
    )


def _second(moment: float | None) -> int | None:
    return None if moment is None else int(moment)


def _quality(value: object) -> tuple[str, ...]:
    """Words for people. Mydia has one word, or an object of them."""
    words = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return tuple(word for word in words if isinstance(word, str) and word)
