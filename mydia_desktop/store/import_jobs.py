"""Imports that have to be done. A desktop that is at one leases it, by the database's clock."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, insert, or_, select, update

from mydia_desktop.domain.import_job import ImportJob, ImportJobId, seconds_until
from mydia_desktop.domain.record import CloseReason, RecordId
from mydia_desktop.domain.redaction import redacted_text
from mydia_desktop.store.tables import DOWNLOADS, Line
from mydia_desktop.store.tables import IMPORT_JOBS as JOBS


def waiting(connection: Connection) -> list[ImportJob]:
    """Those that are not done and that somebody waits for; the oldest first."""
    query = _with_records().where(or_(JOBS.c.finished_at.is_(None), JOBS.c.last_error.is_not(None)))
    return [_job(row) for row in connection.execute(query.order_by(JOBS.c.inserted_at, JOBS.c.id))]


def queue(connection: Connection, now: float, record: RecordId, attempt: int) -> ImportJob:
    """Have it done now, whether it never was, was given up, or is to be done once more.

    One that somebody is at is left to them.
    """
    known = connection.execute(
        select(*JOBS.c).where(JOBS.c.download_id == record, JOBS.c.attempt == attempt).with_for_update()
    ).one_or_none()
    if known is None:
        key = str(uuid.uuid4())
        connection.execute(
            insert(JOBS).values(id=key, download_id=record, attempt=attempt, run_after=now, inserted_at=now)
        )
        return _one(connection, key)
    if not _is_leased(known, now):
        anew: dict[str, Any] = {"attempts": 0, "run_after": now, "finished_at": None, "last_error": None}
        connection.execute(update(JOBS).where(JOBS.c.id == known.id).values(**anew, lease_owner=None, lease_until=None))
    return _one(connection, known.id)


def lease(connection: Connection, now: float, key: ImportJobId, owner: str, seconds: float) -> ImportJob | None:
    """Take one that is due for so long; None if somebody is at it, it is not due, or nobody waits for it any more."""
    row = connection.execute(_with_records().where(JOBS.c.id == key).with_for_update(of=JOBS)).one_or_none()
    if row is None or row.finished_at is not None or seconds_until(row.run_after, now):
        return None
    if row.lease_owner != owner and _is_leased(row, now):
        return None
    connection.execute(update(JOBS).where(JOBS.c.id == key).values(lease_owner=owner, lease_until=now + seconds))
    return _one(connection, key)


def renew(connection: Connection, now: float, key: ImportJobId, owner: str, seconds: float) -> bool:
    """Stay at it for so long from now on; False if it is not this owner's any more."""
    renewed = connection.execute(update(JOBS).where(_held(key, owner)).values(lease_until=now + seconds))
    return bool(renewed.rowcount)


def release(
    connection: Connection,
    now: float,
    key: ImportJobId,
    owner: str,
    *,
    run_after: float | None,
    error: str | None,
    counts: bool,
) -> bool:
    """Let it be until then, or if that is None until a person asks for it; False if it is not this owner's any more."""
    values: dict[str, Any] = {
        "lease_owner": None,
        "lease_until": None,
        "last_error": redacted_text(error) if error else None,
        "attempts": JOBS.c.attempts + int(counts),
    }
    values |= {"finished_at": now} if run_after is None else {"run_after": run_after}
    return bool(connection.execute(update(JOBS).where(_held(key, owner)).values(values)).rowcount)


def finish(connection: Connection, now: float, key: ImportJobId, owner: str) -> tuple[RecordId, int] | None:
    """It is done; whose it was, with the attempt. None if it is not this owner's, or nobody waits for it any more."""
    if connection.execute(_with_records().where(JOBS.c.id == key)).one_or_none() is None:
        return None
    done = {"finished_at": now, "last_error": None, "lease_owner": None, "lease_until": None}
    row = connection.execute(
        update(JOBS).where(_held(key, owner)).values(done).returning(JOBS.c.download_id, JOBS.c.attempt)
    ).one_or_none()
    return None if row is None else (RecordId(row.download_id), row.attempt)


def _with_records() -> Select[Any]:
    """Jobs of the present attempt that somebody waits for: what was imported may be so again."""
    is_wanted = or_(DOWNLOADS.c.closed_at.is_(None), DOWNLOADS.c.close_reason == CloseReason.IMPORTED.value)
    return select(*JOBS.c).join(
        DOWNLOADS, and_(DOWNLOADS.c.id == JOBS.c.download_id, DOWNLOADS.c.attempt == JOBS.c.attempt, is_wanted)
    )


def _held(key: ImportJobId, owner: str) -> ColumnElement[bool]:
    return and_(JOBS.c.id == key, JOBS.c.lease_owner == owner, JOBS.c.finished_at.is_(None))


def _is_leased(row: Line, now: float) -> bool:
    return row.lease_owner is not None and seconds_until(row.lease_until, now) > 0


def _one(connection: Connection, key: str) -> ImportJob:
    return _job(connection.execute(select(*JOBS.c).where(JOBS.c.id == key)).one())


def _job(row: Line) -> ImportJob:
    return ImportJob(
        id=ImportJobId(row.id),
        record_id=RecordId(row.download_id),
        attempt=row.attempt,
        tries=row.attempts,
        run_after=row.run_after,
        lease_owner=row.lease_owner,
        lease_until=row.lease_until,
        finished_at=row.finished_at,
        last_error=row.last_error,
        inserted_at=row.inserted_at,
    )
