"""The database as one thread uses it: each call is one short transaction, domain values go in and come out."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

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
)
from mydia_desktop.domain.sentence import translate
from mydia_desktop.store import clients, engine, events, import_jobs, media, record_rows, records, schema, subjects
from mydia_desktop.store.bringing_in import bring_in
from mydia_desktop.store.record_rows import Place
from mydia_desktop.store.subjects import Subjects
from mydia_desktop.store.troubles import explained

T = TypeVar("T")

PAGE = 500
"""Read in one transaction, so that none takes long and the other threads come to their turn."""
OVERLAP_S = 60.0
"""A change is dated when its transaction begins, and seen by others when it ends; none lasts as long as this."""


class Repository:
    """Made, used and closed in one thread; what its calls do is told in ``Store``.

    Raises:
        StoreUnavailableError: by every call.
    """

    def __init__(self, url: str, *, actor: str) -> None:
        """Open it: make what is not there, bring an older one up to date, refuse a newer one."""
        self._url = url
        self._actor = actor
        # Two programs of one person on one computer sign their events alike, but never share an import.
        self._owner = f"{actor} {uuid.uuid4()}"
        with explained(url):
            self._engine = engine.connect(url)
            try:
                self.backup = schema.prepare(self._engine, engine.sqlite_file(url))
            except BaseException:
                self._engine.dispose()
                raise

    def close(self) -> None:
        """Let go of the connection."""
        self._engine.dispose()

    def now(self) -> float:
        """What the database's clock says."""
        return self._read(engine.clock)

    # -- clients -----------------------------------------------------------------------------------------------

    def clients(self) -> list[KnownClient]:
        """All of them."""
        return self._read(clients.all_clients)

    def save_client(self, *, kind: str, name: str, origin: str, known_as: ClientUuid | None) -> KnownClient:
        """Change what is known of a client, or make one."""
        return self._write(
            lambda connection, now: clients.save_client(
                connection, now, kind=kind, name=name, origin=origin, known_as=known_as
            )
        )

    def hand_over(self, of: ClientUuid, to: ClientUuid) -> list[Record]:
        """Let the records of one client be another's."""
        return self._write(lambda connection, now: records.hand_over(connection, now, of, to))

    # -- records -----------------------------------------------------------------------------------------------

    def record_pages(self, *, changed_since: float | None) -> Iterator[list[Record]]:
        """All, or those that changed; each page is a transaction of its own."""
        return self._all_pages() if changed_since is None else self._changed_pages(changed_since - OVERLAP_S)

    def _all_pages(self) -> Iterator[list[Record]]:
        known = Subjects()
        place: Place | None = Place()
        while place is not None:
            page, place = self._read(partial(record_rows.page, place=place, known=known, limit=PAGE))
            if page:
                yield page

    def _changed_pages(self, since: float) -> Iterator[list[Record]]:
        changed = self._read(partial(record_rows.changed_ids, since=since))
        for keys in record_rows.batches(changed, PAGE):
            yield self._read(partial(record_rows.records_by_id, keys=keys))

    def record(self, key: RecordId) -> Record | None:
        """One record."""
        return next(iter(self._read(partial(record_rows.records_by_id, keys=[key]))), None)

    def begin(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record:
        """Write down what is about to be asked of a client."""

        def write(connection: Connection, now: float) -> Record:
            return self._told(connection, now, records.begin(connection, now, new), kind, detail)

        return self._write(write)

    def begin_unknown(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record | None:
        """The same for what nobody has written down yet."""

        def write(connection: Connection, now: float) -> Record | None:
            record = records.begin_unknown(connection, now, new)
            return None if record is None else self._told(connection, now, record, kind, detail)

        return self._write(write)

    def change(
        self,
        key: RecordId,
        changes: RecordChange,
        new_events: Sequence[NewEvent],
        *,
        only_open: bool,
        attempt: int | None,
        expected: RecordChange | None,
    ) -> Record | None:
        """Change a record and tell why, if the conditions hold."""

        def write(connection: Connection, now: float) -> Record | None:
            record = records.change(
                connection, now, key, changes, only_open=only_open, attempt=attempt, expected=expected
            )
            if record is not None:
                events.append(connection, now, self._actor, new_events)
            return record

        return self._write(write)

    # -- completion and imports --------------------------------------------------------------------------------

    def complete(
        self,
        key: RecordId,
        changes: RecordChange,
        new_events: Sequence[NewEvent],
        *,
        attempt: int,
        completed_at: float | None,
        queue_import: bool,
    ) -> Record | None:
        """Mark a record complete and queue its import, if nobody did."""

        def write(connection: Connection, now: float) -> Record | None:
            moment = now if completed_at is None else completed_at
            record = records.complete(connection, now, key, changes, attempt=attempt, completed_at=moment)
            if record is not None:
                events.append(connection, now, self._actor, new_events)
                if queue_import:
                    import_jobs.queue(connection, now, key, attempt)
            return record

        return self._write(write)

    def import_jobs(self) -> list[ImportJob]:
        """What is to be imported."""
        return self._read(import_jobs.waiting)

    def queue_import(self, key: RecordId, attempt: int) -> ImportJob:
        """Have it imported now."""
        return self._write(lambda connection, now: import_jobs.queue(connection, now, key, attempt))

    def lease_import(self, key: ImportJobId, seconds: float) -> ImportJob | None:
        """Take an import."""
        return self._write(lambda connection, now: import_jobs.lease(connection, now, key, self._owner, seconds))

    def renew_import(self, key: ImportJobId, seconds: float) -> bool:
        """Stay at it."""
        return self._write(lambda connection, now: import_jobs.renew(connection, now, key, self._owner, seconds))

    def release_import(self, key: ImportJobId, *, run_after: float | None, error: str | None, counts: bool) -> bool:
        """Let it be."""
        return self._write(
            lambda connection, now: import_jobs.release(
                connection, now, key, self._owner, run_after=run_after, error=error, counts=counts
            )
        )

    def finish_import(self, key: ImportJobId, changes: RecordChange, new_events: Sequence[NewEvent]) -> Record | None:
        """It is done, and its record changed."""

        def write(connection: Connection, now: float) -> Record | None:
            done = import_jobs.finish(connection, now, key, self._owner)
            if done is None:
                return None
            record, attempt = done
            changed = records.change(connection, now, record, changes, only_open=False, attempt=attempt)
            if changed is not None:
                events.append(connection, now, self._actor, new_events)
            return changed

        return self._write(write)

    # -- history -----------------------------------------------------------------------------------------------

    def log(self, new_events: Sequence[NewEvent]) -> list[Event]:
        """Append to the history."""
        return self._write(lambda connection, now: events.append(connection, now, self._actor, new_events))

    def unsettled(self) -> list[Event]:
        """What was asked and is not known to have come to its end."""
        return self._read(events.unsettled)

    def history(self, *, text: str, before: int | None, limit: int) -> list[Event]:
        """The newest first."""
        return self._read(lambda connection: events.history(connection, text=text, before=before, limit=limit))

    def history_of(self, key: RecordId) -> list[Event]:
        """Of one record."""
        return self._read(lambda connection: events.history_of(connection, key))

    # -- library -----------------------------------------------------------------------------------------------

    def search_media(self, text: str, *, limit: int) -> list[MediaItem]:
        """Items by words of their titles."""
        return self._read(lambda connection: media.search(connection, text, limit=limit))

    def media_pages(self, *, changed_since: float | None) -> Iterator[list[LibraryEntry]]:
        """All items with their episodes, or those that changed; each page is a transaction of its own."""
        since = None if changed_since is None else changed_since - OVERLAP_S
        after, more = "", True
        while more:
            page = self._read(partial(media.entries, after=after, limit=PAGE, changed_since=since))
            more = len(page) == PAGE
            if page:
                after = page[-1].item.id
                yield page

    def episodes(self, item: MediaId) -> list[Episode]:
        """Those of one show."""
        return self._read(lambda connection: media.episodes_of(connection, [item]).get(item, []))

    def save_item(self, item: MediaItem) -> MediaItem:
        """Insert or change it."""
        return self._write(lambda connection, now: media.save_item(connection, now, item))

    def save_episode(self, episode: Episode) -> Episode:
        """Insert or change it."""
        return self._write(lambda connection, now: media.save_episode(connection, now, episode))

    def subject(self, draft: SubjectDraft) -> Subject:
        """Find or make what a draft names."""
        return self._write(lambda connection, now: subjects.find_or_make(connection, now, draft))

    def would_bring_in(self, bringing: Bringing) -> BroughtIn:
        """Try it, and take it back."""
        with explained(self._url), engine.trying(self._engine) as connection:
            return bring_in(connection, engine.clock(connection), self._actor, bringing)

    def bring_in(self, bringing: Bringing) -> BroughtIn:
        """Import from a Mydia."""
        return self._write(lambda connection, now: bring_in(connection, now, self._actor, bringing))

    def _told(
        self, connection: Connection, now: float, record: Record, kind: EventKind, detail: Mapping[str, Any]
    ) -> Record:
        """The record, with an event that it was begun."""
        event = NewEvent(kind=kind, record_id=record.id, attempt=record.attempt, detail=detail)
        events.append(connection, now, self._actor, [event])
        return record

    def _read(self, call: Callable[[Connection], T]) -> T:
        with explained(self._url), engine.reading(self._engine) as connection:
            return call(connection)

    def _write(self, call: Callable[[Connection, float], T]) -> T:
        with explained(self._url):
            try:
                return self._write_once(call)
            except IntegrityError:
                # Another desktop wrote the same in this moment: now we see what it wrote.
                return self._write_again(call)

    def _write_again(self, call: Callable[[Connection, float], T]) -> T:
        try:
            return self._write_once(call)
        except IntegrityError as error:
            raise LookupError(
                translate("Database", "What this refers to is no longer in the database. Nothing was written.")
            ) from error

    def _write_once(self, call: Callable[[Connection, float], T]) -> T:
        with engine.writing(self._engine) as connection:
            return call(connection, engine.clock(connection))
