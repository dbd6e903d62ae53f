"""The imports that have to be done, as the database has them, and what only this desktop knows of each."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from mydia_desktop.domain.import_job import ImportJob, ImportJobId, ImportTroubleError, seconds_until
from mydia_desktop.domain.media import Subject
from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.workflows.importing.standing import ImportStanding, standing_of
from mydia_desktop.workflows.record_keeper import RecordKeeper

HERE_AGAIN_S = 60.0
"""Between two looks for files that are not here; it costs a question and is no try."""
ROW_AGAIN_S = 5.0
"""Between two looks whether the client of one that is due answers again."""
LOOK_EVERY_S = 30.0
"""Between two looks at what other desktops queued, or let go of."""


class Live(Protocol):
    """The rows of records, and how fresh they are."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row shown of a record."""
        ...


class JobList:
    """Which is due and how each stands. Everything here belongs to the event loop."""

    def __init__(self, live: Live, keeper: RecordKeeper) -> None:
        """Nothing is known before it is read."""
        self.places: dict[ImportJobId, Path] = {}
        """Of those that no client lists, for as long as this program runs."""
        self.copied: set[ImportJobId] = set()
        """Those that a person wants copied although others are linked."""
        self.running: ImportJobId | None = None
        self._live, self._keeper = live, keeper
        self._jobs: dict[ImportJobId, ImportJob] = {}
        self._troubles: dict[ImportJobId, ImportTroubleError] = {}
        self._not_before: dict[ImportJobId, float] = {}  # of the loop's clock: of those whose files are not here
        self._clock = (0.0, 0.0)  # the database's now, when the loop's was that
        self._given_up: dict[RecordId, Subject | None] = {}  # with what it was then
        self._told_anew: set[RecordId] = set()  # of those, what a person said to be something else
        self._anew = False  # all that was given up is to be tried again

    # -- reading -----------------------------------------------------------------------------------------------

    async def read(self) -> bool:
        """Take in what the database has; whether it is another than before.

        Raises:
            StoreUnavailableError: it can't be read.
        """
        store = self._keeper.store
        self._clock = await store.now(), asyncio.get_running_loop().time()
        before, self._jobs = self._jobs, {job.id: job for job in await store.import_jobs()}
        for kept in (self._troubles, self._not_before, self.places):
            for gone in kept.keys() - self._jobs.keys():
                del kept[gone]
        self.copied &= self._jobs.keys()
        self._given_up = {
            job.record_id: record.subject
            for job in self._jobs.values()
            if job.finished_at is not None and (record := self._keeper.records.get(job.record_id))
        }
        return self._jobs != before

    async def queue(self, record: Record) -> ImportJob:
        """Have it done now, also again, or after it was given up.

        Raises:
            StoreUnavailableError: nothing was written.
            LookupError: there is no such record any more.
        """
        job = await self._keeper.store.queue_import(record.id, record.attempt)
        self._troubles.pop(job.id, None)
        self._not_before.pop(job.id, None)
        return job

    async def queue_what_was_mended(self) -> None:
        """Have done what was given up and may succeed now: a person changed something that it may have waited for.

        Raises:
            StoreUnavailableError: some of it was not queued, and is the next time.
        """
        everything, told = self._anew, self._told_anew
        if not everything and not told:
            return
        self._anew, self._told_anew = False, set()
        try:
            for job in await self._keeper.store.import_jobs():
                if job.finished_at is not None and (everything or job.record_id in told):
                    await self._keeper.store.queue_import(job.record_id, job.attempt)
                    self._troubles.pop(job.id, None)
        except StoreUnavailableError:
            self._anew, self._told_anew = self._anew or everything, self._told_anew | told
            raise

    # -- what is known here ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A start mends nothing: what waits for a person waits on, and is not told again."""
        self._anew = False

    def look_again(self) -> None:
        """What waits for its files, or for a person, may not have to any more."""
        self._not_before.clear()
        self._anew = True

    def look_at(self, records: Iterable[Record]) -> None:
        """These changed: what was given up as something else than it is now is to be tried again."""
        self._told_anew |= {
            record.id for record in records if record.subject != self._given_up.get(record.id, record.subject)
        }

    def met(self, job: ImportJob, trouble: ImportTroubleError) -> None:
        """It could not be done here. If that counts for nothing, another desktop may have the files."""
        self._troubles[job.id] = trouble
        if not trouble.counts:
            self._not_before[job.id] = asyncio.get_running_loop().time() + HERE_AGAIN_S

    def done(self, job: ImportJob) -> None:
        """It is done; the database says so when it is read again."""
        self._jobs.pop(job.id, None)
        self._troubles.pop(job.id, None)

    # -- what is due -------------------------------------------------------------------------------------------

    def next(self) -> ImportJob | None:
        """The first that is due, and whose client answers."""
        now, here = self._now(), asyncio.get_running_loop().time()
        return next(
            (
                job
                for job in self._jobs.values()
                if job.finished_at is None
                and not seconds_until(job.run_after, now)
                and not seconds_until(job.lease_until, now)
                and self._not_before.get(job.id, 0.0) <= here
                and (job.id in self.places or self.row(job) is not None)
            ),
            None,
        )

    def row(self, job: ImportJob) -> TransferKey | None:
        """Its row, if its client shows it as it is now. Silence is not absence: one that is not shown waits."""
        key = self._live.key_of(job.record_id)
        client = self._live.clients.get(key.client) if key else None
        return key if key and client and client.is_live(key) and job.record_id in self._keeper.records else None

    def due_in(self) -> float | None:
        """Seconds until something is due, or may be; None if nothing is foreseeable."""
        now, here = self._now(), asyncio.get_running_loop().time()
        waits = [
            max(
                seconds_until(job.run_after, now),
                seconds_until(job.lease_until, now),
                self._not_before.get(job.id, 0.0) - here,
                0.0 if job.id in self.places or self.row(job) else ROW_AGAIN_S,
            )
            for job in self._jobs.values()
            if job.finished_at is None
        ]
        if self._keeper.shared:
            waits.append(LOOK_EVERY_S)
        return min(waits, default=None)

    # -- how it stands -----------------------------------------------------------------------------------------

    def standing(self, record_id: RecordId) -> ImportStanding | None:
        """How it stands with the import of a record; None if there is nothing to be imported of it."""
        job = next((job for job in self._jobs.values() if job.record_id == record_id), None)
        return None if job is None else self._standing(job)

    @property
    def standings(self) -> Mapping[RecordId, ImportStanding]:
        """Of all records with an import that is not done."""
        return {job.record_id: self._standing(job) for job in self._jobs.values()}

    def _standing(self, job: ImportJob) -> ImportStanding:
        now = self._now()
        return standing_of(
            job, self._troubles.get(job.id), now=now, ahead=time.time() - now, running=job.id == self.running
        )

    def _now(self) -> float:
        """What the database's clock says."""
        then, here = self._clock
        return then + asyncio.get_running_loop().time() - here
