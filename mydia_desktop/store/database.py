"""What the program remembers, for an event loop: every call is one short transaction in the store's own thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mydia_desktop.domain.import_job import ImportJob, ImportJobId
from mydia_desktop.domain.media import Episode, LibraryEntry, MediaId, MediaItem, Subject, SubjectDraft
from mydia_desktop.domain.mydia import Bringing, BroughtIn
from mydia_desktop.domain.record import (
    ClientUuid,
    Event,
    EventKind,
    KnownClient,
    NewEvent,
    NewRecord,
    Record,
    RecordChange,
    RecordId,
    StoreUnavailableError,
)
from mydia_desktop.domain.sentence import translate
from mydia_desktop.threads.worker import Job, Worker

if TYPE_CHECKING:
    from mydia_desktop.store.repository import Repository

T = TypeVar("T")

_CLOSED = "The program is ending. Nothing was written."


class Store:
    """Records, library and history in one database.

    Every call may raise StoreUnavailableError; then nothing of it was written, unless the connection to a server
    broke in the very moment. A call that is cancelled before its turn has come is not made at all.
    """

    def __init__(self, url: str, *, actor: str) -> None:
        """``actor`` names this desktop in the history. Nothing is opened yet."""
        self._url = url
        self._actor = actor
        self._repository: Repository | None = None
        self._backup: Path | None = None
        self._waiting: set[Job[Any]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = asyncio.Event()
        self._worker = Worker("store", last=self._let_go)

    @property
    def actor(self) -> str:
        """What this desktop signs its events with."""
        return self._actor

    @property
    def backup(self) -> Path | None:
        """The file as it was before it was brought up to date by ``open``; None if nothing had to be changed."""
        return self._backup

    async def open(self) -> None:
        """Make the database, bring it up to date, or find out why it can't be used. May be tried again."""
        self._loop = asyncio.get_running_loop()
        await self._submit(self._open)

    async def close(self) -> None:
        """Wait for the transaction under way; what waits behind it is not made any more."""
        self._worker.end()
        for job in [job for job in self._waiting if self._worker.withdraw(job)]:
            job.done.set_exception(StoreUnavailableError(_CLOSED))
        if self._worker.is_alive:
            await self._ended.wait()

    async def now(self) -> float:
        """What the database's clock says, as Unix seconds: for a later ``changed_since``."""
        return await self._do(lambda repository: repository.now())

    async def clients(self) -> list[KnownClient]:
        """Every client that was ever bound, the oldest first."""
        return await self._do(lambda repository: repository.clients())

    async def save_client(self, *, kind: str, name: str, origin: str, uuid: ClientUuid | None = None) -> KnownClient:
        """Change what is known of a client, or make one: a new one if it has no uuid yet."""
        return await self._do(
            lambda repository: repository.save_client(kind=kind, name=name, origin=origin, known_as=uuid)
        )

    async def hand_over(self, of: ClientUuid, to: ClientUuid) -> list[Record]:
        """Let the records of one client be another's from now on; all that changed by it.

        Raises:
            LookupError: the client that takes them is not in the database.
        """
        return await self._do(lambda repository: repository.hand_over(of, to))

    async def records(self, *, changed_since: float | None = None) -> AsyncIterator[list[Record]]:
        """All records in chunks, the open ones first; or those that changed since a moment of the database's clock.

        What changes while this runs may be missed or come twice: ask ``now`` before, and once more for what
        changed since.
        """
        async for page in self._pages(lambda repository: repository.record_pages(changed_since=changed_since)):
            yield page

    async def record(self, record_id: RecordId) -> Record | None:
        """One record; None if it is not there."""
        return await self._do(lambda repository: repository.record(record_id))

    async def begin(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record:
        """Write down what is about to be asked of a client, with its event, in one transaction.

        The record of the same client that has one of the same ids is opened again: one more attempt, its end
        and error cleared, what is given taken over, and what it is for kept if none is given.

        Raises:
            LookupError: the client is not in the database.
        """
        return await self._do(lambda repository: repository.begin(new, kind, detail))

    async def begin_unknown(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record | None:
        """The same for what nobody asked for: None, and nothing is written, if there is a record of it, open or closed.

        Raises:
            LookupError: the client is not in the database.
        """
        return await self._do(lambda repository: repository.begin_unknown(new, kind, detail))

    async def change(
        self,
        record_id: RecordId,
        changes: RecordChange,
        *events: NewEvent,
        only_open: bool = False,
        attempt: int | None = None,
        expected: RecordChange | None = None,
    ) -> Record | None:
        """Change fields and append events in one transaction.

        None, and nothing is written, if the record is not there, is closed although ``only_open``, is at
        another attempt than this, or has other values than the ``expected`` ones.

        Raises:
            LookupError: it is to refer to a client, movie, show or episode that is not there any more.
        """
        return await self._do(
            lambda repository: repository.change(
                record_id, changes, events, only_open=only_open, attempt=attempt, expected=expected
            )
        )

    async def complete(
        self,
        record_id: RecordId,
        *events: NewEvent,
        attempt: int,
        completed_at: float | None,
        queue_import: bool,
        changes: RecordChange,
    ) -> Record | None:
        """Mark a record complete, once, and queue its import in the same transaction.

        ``completed_at`` is Unix seconds; None is now, by the database's clock. None, and nothing is written, if it is
        marked already, closed, or at another attempt than this.
        """
        return await self._do(
            lambda repository: repository.complete(
                record_id, changes, events, attempt=attempt, completed_at=completed_at, queue_import=queue_import
            )
        )

    async def import_jobs(self) -> list[ImportJob]:
        """Imports that open records wait for, and those that were given up; the oldest first."""
        return await self._do(lambda repository: repository.import_jobs())

    async def queue_import(self, record_id: RecordId, attempt: int) -> ImportJob:
        """Have it imported now, also again, or after it was given up. One that somebody is at is left to them.

        Raises:
            LookupError: there is no such record any more.
        """
        return await self._do(lambda repository: repository.queue_import(record_id, attempt))

    async def lease_import(self, job_id: ImportJobId, seconds: float) -> ImportJob | None:
        """Take an import that is due for so long: None if another program is at it, or nobody waits for it any more."""
        return await self._do(lambda repository: repository.lease_import(job_id, seconds))

    async def renew_import(self, job_id: ImportJobId, seconds: float) -> bool:
        """Stay at it for so long from now; False if it is not this program's any more."""
        return await self._do(lambda repository: repository.renew_import(job_id, seconds))

    async def release_import(
        self, job_id: ImportJobId, *, run_after: float | None, error: str | None, counts: bool
    ) -> bool:
        """Let go of it until a moment of the database's clock, or if that is None until a person asks for it.

        ``counts`` is one try more. False, and nothing is written, if it is not this program's any more.
        """
        return await self._do(
            lambda repository: repository.release_import(job_id, run_after=run_after, error=error, counts=counts)
        )

    async def finish_import(self, job_id: ImportJobId, changes: RecordChange, *events: NewEvent) -> Record | None:
        """It is done: change its record and append events, in one transaction.

        None, and nothing is written, if it is not this program's any more, or if its record was closed or sent again
        meanwhile.
        """
        return await self._do(lambda repository: repository.finish_import(job_id, changes, events))

    async def log(self, *events: NewEvent) -> list[Event]:
        """Append to the history."""
        return await self._do(lambda repository: repository.log(events))

    async def unsettled(self) -> list[Event]:
        """The last word on what was asked, of each record where that is not known to have come to its end."""
        return await self._do(lambda repository: repository.unsettled())

    async def history(self, *, text: str = "", before: int | None = None, limit: int = 200) -> list[Event]:
        """Events that hold all these words, the newest first, before the one of this id."""
        return await self._do(lambda repository: repository.history(text=text, before=before, limit=limit))

    async def history_of(self, record_id: RecordId) -> list[Event]:
        """All that happened to one record, the newest first."""
        return await self._do(lambda repository: repository.history_of(record_id))

    async def search_media(self, text: str, *, limit: int = 50) -> list[MediaItem]:
        """Items of whose titles and year all these words are parts, without case and accents, by title."""
        return await self._do(lambda repository: repository.search_media(text, limit=limit))

    async def media(self, *, changed_since: float | None = None) -> AsyncIterator[list[LibraryEntry]]:
        """The library in chunks; or what of it changed since a moment of the database's clock."""
        async for page in self._pages(lambda repository: repository.media_pages(changed_since=changed_since)):
            yield page

    async def episodes(self, item: MediaId) -> list[Episode]:
        """The episodes of one show, in order."""
        return await self._do(lambda repository: repository.episodes(item))

    async def save_item(self, item: MediaItem) -> MediaItem:
        """Insert it, or change the one of this id. Its records count as changed.

        Raises:
            AlreadyThereError: another item has its TMDB number.
        """
        return await self._do(lambda repository: repository.save_item(item))

    async def save_episode(self, episode: Episode) -> Episode:
        """Insert it, or change the one of this id. The records of its show count as changed.

        Raises:
            AlreadyThereError: its show has another episode of this number.
            LookupError: its show is not there any more.
        """
        return await self._do(lambda repository: repository.save_episode(episode))

    async def subject(self, draft: SubjectDraft) -> Subject:
        """The item and episodes that the draft names; those that are not in the library yet are put there.

        Raises:
            LookupError: it names a known item that is not there any more.
        """
        return await self._do(lambda repository: repository.subject(draft))

    async def would_bring_in(self, bringing: Bringing) -> BroughtIn:
        """What an import from a Mydia would do. Nothing of it is written."""
        return await self._do(lambda repository: repository.would_bring_in(bringing))

    async def bring_in(self, bringing: Bringing) -> BroughtIn:
        """Import from a Mydia, in one transaction. What is known already stays as it is."""
        return await self._do(lambda repository: repository.bring_in(bringing))

    async def _pages(self, begin: Callable[[Repository], Iterator[T]]) -> AsyncIterator[T]:
        """Each page in a turn of its own, so that other calls come in between."""
        pages = await self._do(begin)
        while (page := await self._do(lambda _: next(pages, None))) is not None:
            yield page

    async def _do(self, call: Callable[[Repository], T]) -> T:
        return await self._submit(lambda: call(self._opened()))

    async def _submit(self, call: Callable[[], T]) -> T:
        if self._worker.is_ending:
            raise StoreUnavailableError(_CLOSED)
        job = self._worker.submit(call)
        self._waiting.add(job)
        try:
            return await job.done
        except asyncio.CancelledError:
            self._worker.withdraw(job)
            raise
        finally:
            self._waiting.discard(job)

    # -- in the thread -----------------------------------------------------------------------------------------

    def _open(self) -> None:
        # Here, because SQLAlchemy takes long to load and nobody needs it before.
        from mydia_desktop.store.repository import Repository  # noqa: PLC0415 - see above

        if self._repository is None:
            self._repository = Repository(self._url, actor=self._actor)
            self._backup = self._repository.backup

    def _opened(self) -> Repository:
        if self._repository is None:
            raise StoreUnavailableError(translate("Database", "The database is not open."))
        return self._repository

    def _let_go(self) -> None:
        if self._repository is not None:
            self._repository.close()
            self._repository = None
        if self._loop is None:
            return
        try:
            self._loop.call_soon_threadsafe(self._ended.set)
        except RuntimeError:
            # The loop is closed: the program is ending and nobody waits.
            if not self._loop.is_closed():
                raise
