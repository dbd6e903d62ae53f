"""The imports that have to be done: durable in the database, leased, retried, and what is known of each."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.import_job import ImportJob, ImportJobId, ImportTroubleError
from mydia_desktop.domain.media import Subject
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent, Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.happenings import Happenings
from mydia_desktop.workflows.importing import runner
from mydia_desktop.workflows.importing.command import facts_of, run_command
from mydia_desktop.workflows.importing.found import prepare_from
from mydia_desktop.workflows.importing.placing import Imported
from mydia_desktop.workflows.importing.plan import Plan
from mydia_desktop.workflows.importing.runner import LEASE_S, LostLeaseError
from mydia_desktop.workflows.importing.standing import ImportStanding, standing_of
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState

_log = logging.getLogger(__name__)

FIRST_DELAY_S = 60.0
LONGEST_DELAY_S = 3600.0
TRIES = 8
HERE_AGAIN_S = 60.0
"""Between two looks for files that are not here; it costs a question and is no try."""
ROW_AGAIN_S = 5.0
"""Between two looks whether the client of one that is due answers again."""
LOOK_EVERY_S = 30.0
"""Between two looks at what other desktops queued, or let go of."""


class Live(runner.Live, Protocol):
    """The rows, and the way to their clients."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row shown of a record."""
        ...


class Imports:
    """Runs imports one after the other. Everything here belongs to the event loop."""

    def __init__(self, live: Live, keeper: RecordKeeper, happenings: Happenings) -> None:
        """Nothing is imported until ``configure`` says into which folder."""
        self._live, self._keeper, self._happenings = live, keeper, happenings
        self._rules = ImportRules()
        self._jobs: dict[ImportJobId, ImportJob] = {}
        self._troubles: dict[ImportJobId, ImportTroubleError] = {}
        self._not_before: dict[ImportJobId, float] = {}  # of the loop's clock: of those whose files are not here
        self._copied: set[ImportJobId] = set()  # that a person wants copied although others are linked
        self._places: dict[ImportJobId, Path] = {}  # of those that no client lists, for as long as this program runs
        self._running: ImportJobId | None = None
        self._clock = (0.0, 0.0)  # the database's now, when the loop's was that
        self._given_up: dict[RecordId, Subject | None] = {}  # with what it was then
        self._told_anew: set[RecordId] = set()  # of those, what a person said to be something else
        self._anew = False  # all that was given up is to be tried again
        self._wake = asyncio.Event()
        self._watchers: list[Callable[[], None]] = []
        self._finished: list[Callable[[Record, Plan, Imported], None]] = []
        keeper.watch(self._wake.set)
        keeper.watch_records(self._records_changed)

    @property
    def is_on(self) -> bool:
        """Whether finished downloads are imported at all."""
        return bool(self._rules.folder)

    @property
    def rules(self) -> ImportRules:
        """What is in force."""
        return self._rules

    def configure(self, rules: ImportRules) -> None:
        """Put rules in force. What waited for a person is tried again, since they may have mended it."""
        changed, self._rules = rules != self._rules, rules
        if changed:
            self.look_again()

    def look_again(self) -> None:
        """A person changed something that an import may have waited for, such as where a client's folders are."""
        self._not_before.clear()
        self._anew = True
        self._wake.set()

    def standing(self, record_id: RecordId) -> ImportStanding | None:
        """How it stands with the import of a record; None if there is nothing to be imported of it."""
        job = self._job_of(record_id)
        if job is None:
            return None
        now = self._database_now()
        return standing_of(
            job, self._troubles.get(job.id), now=now, ahead=time.time() - now, running=job.id == self._running
        )

    @property
    def standings(self) -> Mapping[RecordId, ImportStanding]:
        """Of all records with an import that is not done."""
        known = ((job.record_id, self.standing(job.record_id)) for job in self._jobs.values())
        return {record: standing for record, standing in known if standing is not None}

    async def import_now(self, record_id: RecordId) -> None:
        """Import it at a person's word: for the first time, again, or after it was given up.

        Raises:
            StoreUnavailableError: nothing was written.
            LookupError: there is no such record any more.
        """
        await self._queue(record_id)

    async def copy_instead(self, record_id: RecordId) -> None:
        """Copy this one, since it can't be linked; the rules stay as they are.

        Raises:
            StoreUnavailableError: nothing was written.
            LookupError: there is no such record any more.
        """
        job = await self._queue(record_id)
        self._copied.add(job.id)

    async def import_from(self, record_id: RecordId, place: Path) -> None:
        """Import a complete download that no client lists from this file or folder.

        Raises:
            StoreUnavailableError: nothing was written.
            LookupError: there is no such record any more.
        """
        job = await self._queue(record_id)
        self._places[job.id] = place

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever a standing may have changed."""
        self._watchers.append(changed)

    def watch_finished(self, finished: Callable[[Record, Plan, Imported], None]) -> None:
        """Call this with what is in the library now."""
        self._finished.append(finished)

    async def run(self) -> None:
        """Do what is due, until cancelled."""
        self._anew = False  # a start mends nothing: what waits for a person waits on, and is not told again
        while True:
            await self._pause()
            if self._keeper.state is not StoreState.READY:
                continue
            try:
                await self._read()
                while self.is_on and (job := self._next()) is not None:
                    await self._do(job)
                    await self._read()
            except StoreUnavailableError as error:
                self._keeper.noticed(error)

    # -- what is to be done ------------------------------------------------------------------------------------

    async def _read(self) -> None:
        store = self._keeper.store
        loop = asyncio.get_running_loop()
        if self.is_on and (self._anew or self._told_anew):
            everything, told = self._anew, self._told_anew
            self._anew, self._told_anew = False, set()
            for job in await store.import_jobs():
                if job.finished_at is not None and (everything or job.record_id in told):
                    await store.queue_import(job.record_id, job.attempt)
                    self._troubles.pop(job.id, None)
        self._clock = await store.now(), loop.time()
        before, self._jobs = self._jobs, {job.id: job for job in await store.import_jobs()}
        for kept in (self._troubles, self._not_before, self._places):
            for gone in kept.keys() - self._jobs.keys():
                del kept[gone]
        self._copied &= self._jobs.keys()
        self._given_up = {
            job.record_id: record.subject
            for job in self._jobs.values()
            if job.finished_at is not None and (record := self._keeper.records.get(job.record_id))
        }
        if self._jobs != before:
            self._tell()

    def _next(self) -> ImportJob | None:
        """The first that is due, and whose client answers."""
        now, here = self._database_now(), asyncio.get_running_loop().time()
        return next(
            (
                job
                for job in self._jobs.values()
                if job.finished_at is None
                and job.run_after <= now
                and (job.lease_until is None or job.lease_until <= now)
                and self._not_before.get(job.id, 0.0) <= here
                and (job.id in self._places or self._row(job) is not None)
            ),
            None,
        )

    def _row(self, job: ImportJob) -> TransferKey | None:
        """Its row, if its client shows it as it is now. Silence is not absence: one that is not shown waits."""
        key = self._live.key_of(job.record_id)
        client = self._live.clients.get(key.client) if key else None
        return key if key and client and client.is_live(key) and job.record_id in self._keeper.records else None

    async def _pause(self) -> None:
        """Until something is due, or somebody says so, such as that there is a database again."""
        now, here = self._database_now(), asyncio.get_running_loop().time()
        waits = [
            max(
                job.run_after - now,
                (job.lease_until or 0.0) - now,
                self._not_before.get(job.id, 0.0) - here,
                0.0 if job.id in self._places or self._row(job) else ROW_AGAIN_S,
            )
            for job in self._jobs.values()
            if job.finished_at is None
        ]
        if self._keeper.shared:
            waits.append(LOOK_EVERY_S)
        can_work = self.is_on and self._keeper.state is StoreState.READY
        try:
            async with asyncio.timeout(min(waits) if waits and can_work else None):
                await self._wake.wait()
        except TimeoutError:
            pass
        self._wake.clear()

    # -- doing it ----------------------------------------------------------------------------------------------

    async def _do(self, job: ImportJob) -> None:
        record, key = self._keeper.records.get(job.record_id), self._row(job)
        if record is None or (key is None and job.id not in self._places):
            return
        self._running = job.id
        self._tell()
        rules = replace(self._rules, method=Method.COPY) if job.id in self._copied else self._rules
        store, leased = self._keeper.store, None
        try:
            planned = await self._planned(job, record, key, rules)
            leased = await store.lease_import(job.id, LEASE_S)
            if leased is not None:
                imported = await runner.place(planned, job.id, store)
                if self._keeper.records[record.id].subject == record.subject:
                    await self._finish(job, record, key, planned, imported)
                else:
                    # A person said meanwhile what it really is, and under that name it is not there yet.
                    _log.info("%s is imported once more: it is something else by now", record.title)
                    await store.release_import(job.id, run_after=job.run_after, error=job.last_error, counts=False)
        except ImportTroubleError as trouble:
            if leased is not None and not trouble.counts:
                await store.release_import(job.id, run_after=job.run_after, error=job.last_error, counts=False)
            await self._postpone(job, record, key, trouble)
        except LostLeaseError:
            _log.info("Another desktop imports %s", record.title)
        finally:
            self._running = None
            self._tell()

    async def _planned(self, job: ImportJob, record: Record, key: TransferKey | None, rules: ImportRules) -> Plan:
        if key is None:
            return await prepare_from(self._places[job.id], record, rules)
        return await runner.prepare(self._live, key, record, rules)

    async def _finish(
        self, job: ImportJob, record: Record, key: TransferKey | None, planned: Plan, imported: Imported
    ) -> None:
        detail = event_detail.of_record(record) | {
            "path": str(imported.files[0].path.parent),
            "files": [str(file.path) for file in imported.files],
            "left": [f"{left.path}: {left.why}" for left in imported.left],
            "method": planned.method.value,
        }
        events = [NewEvent(kind=EventKind.IMPORTED, record_id=record.id, attempt=job.attempt, detail=detail)]
        # Before it is written down that all is done: if the program ends here it is run again rather than never.
        if words := await self._run_command(job, record, planned, imported):
            _log.warning("%s", words)
            failed = event_detail.of_record(record) | {"message": words}
            events.append(NewEvent(kind=EventKind.FAILED, record_id=record.id, attempt=job.attempt, detail=failed))
        now = int(await self._keeper.store.now())
        changed = await self._keeper.store.finish_import(
            job.id, {"closed_at": now, "close_reason": CloseReason.IMPORTED, "error_message": None}, *events
        )
        self._jobs.pop(job.id, None)
        self._troubles.pop(job.id, None)
        if changed is None:
            return  # cancelled, sent again, or somebody else's by now
        self._keeper.took(changed)
        for finished in self._finished:
            finished(changed, planned, imported)
        self._happen(HappeningKind.IMPORTED, changed, key, "")

    async def _run_command(self, job: ImportJob, record: Record, planned: Plan, imported: Imported) -> str:
        """The user's own program; what went wrong with it, which undoes nothing."""
        command = self._rules.command
        if not command:
            return ""
        facts = facts_of(record, imported, library=planned.library)
        return await runner.holding(job.id, self._keeper.store, lambda alive: run_command(command, facts, alive=alive))

    async def _postpone(
        self, job: ImportJob, record: Record, key: TransferKey | None, trouble: ImportTroubleError
    ) -> None:
        self._troubles[job.id] = trouble
        if not trouble.counts:
            # It says nothing about the import: another desktop may have the files, and is not kept from them.
            self._not_before[job.id] = asyncio.get_running_loop().time() + HERE_AGAIN_S
            return
        store = self._keeper.store
        # Only whoever has the lease may say how it went; while it was placed that is this one.
        if await store.lease_import(job.id, LEASE_S) is None:
            return
        given_up = trouble.lasting or job.tries + 1 >= TRIES
        delay = min(FIRST_DELAY_S * 2**job.tries, LONGEST_DELAY_S)
        run_after = None if given_up else await store.now() + delay
        await store.release_import(job.id, run_after=run_after, error=trouble.message, counts=True)
        _log.info("The import of %s did not succeed: %s", record.title, trouble.message)
        if given_up:
            self._happen(HappeningKind.IMPORT_FAILED, record, key, trouble.message)

    async def _queue(self, record_id: RecordId) -> ImportJob:
        record = self._keeper.records.get(record_id)
        if record is None:
            raise LookupError("What this refers to is no longer in the database.")
        self._keeper.check_ready()
        job = await self._keeper.store.queue_import(record_id, record.attempt)
        self._troubles.pop(job.id, None)
        self._not_before.pop(job.id, None)
        self._wake.set()
        return job

    # -- telling -----------------------------------------------------------------------------------------------

    def _happen(self, kind: HappeningKind, record: Record, key: TransferKey | None, message: str) -> None:
        self._happenings.tell(
            Happening(
                kind=kind,
                client=key.client if key else self._client_of(record),
                key=key,
                record_id=record.id,
                title=subject_text(record.subject) if record.subject else record.title,
                size=record.size,
                message=message,
            )
        )

    def _client_of(self, record: Record) -> ClientId:
        found = (state.id for state in self._live.clients.values() if state.uuid == record.client_uuid)
        return next(found, ClientId(""))

    def _records_changed(self, records: Sequence[Record]) -> None:
        self._told_anew |= {
            record.id for record in records if record.subject != self._given_up.get(record.id, record.subject)
        }
        if any(record.completed_at is not None for record in records):
            self._wake.set()

    def _job_of(self, record_id: RecordId) -> ImportJob | None:
        return next((job for job in self._jobs.values() if job.record_id == record_id), None)

    def _database_now(self) -> float:
        then, here = self._clock
        return then + asyncio.get_running_loop().time() - here

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()
