"""How it stands with one import, for a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mydia_desktop.domain.import_job import ImportJob, ImportTroubleError, Remedy, seconds_until


class ImportState(StrEnum):
    """Where an import is."""

    WAITING = "waiting"
    """For its turn, or for its client to answer."""
    RUNNING = "running"
    """Here, or on another desktop."""
    DELAYED = "delayed"
    """It failed, and is tried again by itself."""
    GIVEN_UP = "given_up"
    """It failed, and waits for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStanding:
    """How it stands with the import of one record."""

    state: ImportState
    message: str = ""
    """Why it did not succeed; empty if it has not failed."""
    remedy: Remedy = Remedy.TRY_AGAIN
    tries: int = 0
    """How often it failed; that its files are not here is no try."""
    next_try_at: float | None = None
    """Unix seconds by this computer's clock, while delayed."""


def standing_of(
    job: ImportJob, trouble: ImportTroubleError | None, *, now: float, ahead: float, running: bool
) -> ImportStanding:
    """How it stands with a job.

    ``trouble`` is what this desktop met last, ``now`` the database's clock, and ``ahead`` how far ours is before it.
    """
    message = trouble.message if trouble else job.last_error or ""
    remedy = trouble.remedy if trouble else Remedy.TRY_AGAIN
    if running or seconds_until(job.lease_until, now):
        return ImportStanding(state=ImportState.RUNNING)
    if job.finished_at is not None:
        return ImportStanding(state=ImportState.GIVEN_UP, message=message, remedy=remedy, tries=job.tries)
    if message:
        return ImportStanding(
            state=ImportState.DELAYED,
            message=message,
            remedy=remedy,
            tries=job.tries,
            next_try_at=now + seconds_until(job.run_after, now) + ahead,
        )
    return ImportStanding(state=ImportState.WAITING)
