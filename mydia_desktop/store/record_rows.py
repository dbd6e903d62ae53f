"""Rows of ``downloads`` as records, many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from mydia_desktop.domain.record import CloseReason, Record, RecordId
from mydia_desktop.store.json_text import read_object
from mydia_desktop.store.subjects import Subjects
from mydia_desktop.store.tables import DOWNLOADS, Line

COLUMNS = (
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
"""What a record is made of, in this order."""
_REASONS = {reason.value: reason for reason in CloseReason}
_AT_ONCE = 500
"""Ids in one question; databases have a limit."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a reading of all records has come: the open ones go first."""

    open: bool = True
    after: str = ""


def page(connection: Connection, *, place: Place, known: Subjects, limit: int) -> tuple[list[Record], Place | None]:
    """The next records by id, and where to go on; None when that was all."""
    is_open = DOWNLOADS.c.closed_at.is_(None) if place.open else DOWNLOADS.c.closed_at.is_not(None)
    query = select(*COLUMNS).where(is_open, DOWNLOADS.c.id > place.after).order_by(DOWNLOADS.c.id).limit(limit)
    rows = connection.execute(query).all()
    if len(rows) == limit:
        following: Place | None = Place(open=place.open, after=rows[-1].id)
    else:
        following = Place(open=False) if place.open else None
    return read_rows(connection, rows, known), following


def changed_ids(connection: Connection, since: float) -> list[RecordId]:
    """Which records changed since a moment of the database's clock, the open ones first."""
    query = select(DOWNLOADS.c.id, DOWNLOADS.c.closed_at).where(DOWNLOADS.c.updated_at >= since)
    rows = connection.execute(query.order_by(DOWNLOADS.c.updated_at)).all()
    return [RecordId(row.id) for row in sorted(rows, key=lambda row: row.closed_at is not None)]


def records_by_id(connection: Connection, keys: Sequence[RecordId]) -> list[Record]:
    """Those of these records that there are."""
    known, found = Subjects(), []
    for some in batches(keys, _AT_ONCE):
        query = select(*COLUMNS).where(DOWNLOADS.c.id.in_(some))
        found += read_rows(connection, connection.execute(query).all(), known)
    return found


def batches(keys: Sequence[RecordId], size: int) -> Iterator[Sequence[RecordId]]:
    """The same in their order, so many at once."""
    return (keys[start : start + size] for start in range(0, len(keys), size))


def read_rows(connection: Connection, rows: Sequence[Line], known: Subjects) -> list[Record]:
    """The records that these rows of ``COLUMNS`` are."""
    known.read(connection, rows)
    return [_record(row, known) for row in rows]


def _record(row: Line, known: Subjects) -> Record:
    # A hundred thousand of them are read at a start, and taking a row apart is far cheaper than asking it by name.
    (
        key, item, episode, indexer, title, url, client_name, client, native_id, v1, v2, save_path, name, attempt,
        completed_at, closed_at, reason, error, details, inserted_at,
    ) = row  # fmt: skip
    metadata = read_object(details)
    size = metadata.get("size")
    return Record(
        id=key,
        title=title,
        subject=None if item is None and episode is None else known.of(key, item, episode, metadata),
        indexer=indexer,
        download_url=url,
        client_uuid=client,
        client_name=client_name,
        native_id=native_id,
        v1=v1,
        v2=v2,
        last_save_path=save_path,
        last_name=name,
        attempt=attempt,
        completed_at=None if completed_at is None else int(completed_at),
        closed_at=None if closed_at is None else int(closed_at),
        close_reason=None if reason is None else _REASONS.get(reason),
        error_message=error,
        size=size if type(size) is int else None,
        quality=_quality(metadata.get("quality")),
        inserted_at=0 if inserted_at is None else int(inserted_at),
    )


def _quality(value: object) -> tuple[str, ...]:
    """Words for people. Mydia has one word, or an object of them."""
    if value is None:
        return ()
    words = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return tuple([word for word in words if isinstance(word, str) and word])
