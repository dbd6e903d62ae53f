"""Does the imports that have to be done, one after the other: leased, retried, and told of."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.import_job import ImportJob, ImportTroubleError
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent, Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.happenings import Happenings
from mydia_desktop.workflows.importing import job_list, runner
from mydia_desktop.workflows.importing.command import facts_of, run_command
from mydia_desktop.workflows.importing.found import prepare_from
from mydia_desktop.workflows.importing.job_list import JobList
from mydia_desktop.workflows.importing.placing import Imported
from mydia_desktop.workflows.importing.plan import Plan
from mydia_desktop.workflows.importing.runner import LEASE_S, LostLeaseError
from mydia_desktop.workflows.importing.standing import ImportStanding
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState

_log = logging.getLogger(__name__)

FIRST_DELAY_S = 60.0
LONGEST_DELAY_S = 3600.0
TRIES = 8


class Live(runner.Live, job_list.Live, Protocol):
    """The rows, and the way to their clients."""


class Imports:
    """Runs imports one after the other. Everything here belongs to the event loop."""

    def __init__(self, live: Live, keeper: RecordKeeper, happenings: Happenings) -> None:
        """Nothing is imported until ``configure`` says into which folder."""
        self._live, self._keeper, self._happenings = live, keeper, happenings
        self._rules = ImportRules()
        self._jobs = JobList(live, keeper)
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
        self._jobs.look_again()
        self._wake.set()

    def standing(self, record_id: RecordId) -> ImportStanding | None:
        """How it stands with the import of a record; None if there is nothing to be imported of it."""
        return self._jobs.standing(record_id)

    @property
    def standings(self) -> Mapping[RecordId, ImportStanding]:
        """Of all records with an import that is not done."""
        return self._jobs.standings

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
        self._jobs.copied.add(job.id)

    async def import_from(self, record_id: RecordId, place: Path) -> None:
        """Import a complete download that no client lists from this file or folder.

        Raises:
            StoreUnavailableError: nothing was written.
            LookupError: there is no such record any more.
        """
        job = await self._queue(record_id)
        self._jobs.places[job.id] = place

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever a standing may have changed."""
        self._watchers.append(changed)

    def watch_finished(self, finished: Callable[[Record, Plan, Imported], None]) -> None:
        """Call this with what is in the library now."""
        self._finished.append(finished)

    async def run(self) -> None:
        """Do what is due, until cancelled."""
        self._jobs.begin()
        while True:
            await self._pause()
            if self._keeper.state is not StoreState.READY:
                continue
            try:
                await self._read()
                while self.is_on and (job := self._jobs.next()) is not None:
                    await self._do(job)
                    await self._read()
            except StoreUnavailableError as error:
                self._keeper.noticed(error)

    async def _read(self) -> None:
        if self.is_on:
            await self._jobs.queue_what_was_mended()
        if await self._jobs.read():
            self._tell()

    async def _pause(self) -> None:
        """Until something is due, or somebody says so, such as that there is a database again."""
        can_work = self.is_on and self._keeper.state is StoreState.READY
        try:
            async with asyncio.timeout(self._jobs.due_in() if can_work else None):
                await self._wake.wait()
        except TimeoutError:
            pass
        self._wake.clear()

    # -- doing it ----------------------------------------------------------------------------------------------

    async def _do(self, job: ImportJob) -> None:
        record, key = self._keeper.records.get(job.record_id), self._jobs.row(job)
        if record is None or (key is None and job.id not in self._jobs.places):
            return
        self._jobs.running = job.id
        self._tell()
        rules = replace(self._rules, method=Method.COPY) if job.id in self._jobs.copied else self._rules
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
            self._jobs.running = None
            self._tell()

    async def _planned(self, job: ImportJob, record: Record, key: TransferKey | None, rules: ImportRules) -> Plan:
        if key is None:
            return await prepare_from(self._jobs.places[job.id], record, rules)
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
        self._jobs.done(job)
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
        self._jobs.met(job, trouble)
        if not trouble.counts:
            return  # it says nothing about the import: another desktop is not kept from it
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
        job = await self._jobs.queue(record)
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
        self._jobs.look_at(records)
        if any(record.completed_at is not None for record in records):
            self._wake.set()

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()
