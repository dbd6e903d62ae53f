"""An import into the library that has to be done, as the database knows it, and why one could not be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from mydia_desktop.domain.record import RecordId

ImportJobId = NewType("ImportJobId", str)

FURTHEST_S = 7200.0
"""Nothing is put off for longer, nor held. A moment further on was written by a clock that was wrong, and has passed:
else an import would wait for as long as that clock was ahead."""


def seconds_until(moment: float | None, now: float) -> float:
    """How long it is until then; 0 if it has passed."""
    return moment - now if moment is not None and now < moment <= now + FURTHEST_S else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJob:
    """One import of one attempt of a record. Moments are Unix seconds by the database's clock."""

    id: ImportJobId
    record_id: RecordId
    attempt: int
    """Of the record: a download that is sent again is imported again."""
    tries: int = 0
    """How often it failed. That a desktop does not have the files is no try."""
    run_after: float
    lease_owner: str | None = None
    """The desktop that is at it; others leave it alone until ``lease_until``."""
    lease_until: float | None = None
    finished_at: float | None = None
    last_error: str | None = None
    """Why it did not succeed, in a sentence or two for a person."""
    inserted_at: float


class Remedy(StrEnum):
    """What a person can do about an import that does not succeed."""

    MAP_PATH = "map_path"
    """Say where the client's folder is on this computer."""
    COPY_INSTEAD = "copy_instead"
    """A hard link is not possible there; nothing was copied in its place."""
    CHOOSE_FOLDER = "choose_folder"
    """The library folder is not there, or can't be written to."""
    FREE_SPACE = "free_space"
    MATCH = "match"
    """Say which movie or episode it is."""
    TRY_AGAIN = "try_again"


class ImportTroubleError(Exception):
    """An import, or a part of it, can't be done now. Nothing half done is left behind.

    ``message`` is a sentence or two for a person: what, who, what next. ``counts`` is False where it says nothing
    about the import, because this desktop does not have the files: another may.
    """

    def __init__(self, message: str, *, remedy: Remedy, counts: bool = True, lasting: bool = False) -> None:
        """Take the sentence; ``lasting`` says that trying again by itself is of no use until a person did something."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.counts = counts
        self.lasting = lasting
