"""The database as one thread uses it: each call is one short transaction, domain values go in and come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

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
from mydia_desktop.store import clients, engine, events, media, records, schema, subjects
from mydia_desktop.store.bringing_in import bring_in
from mydia_desktop.store.records import Place
from mydia_desktop.store.subjects import Subjects
from mydia_desktop.store.troubles import explained

PAGE = 500
"""Records read in one transaction, so that none takes long and the other threads come to their turn."""
OVERLAP_S = 60.0
"""A change is dated when its transaction begins, and seen by others when it ends; none lasts as long as this."""


class Repository:
    """Made, used and closed in one thread. Every call may raise StoreUnavailableError."""

    def __init__(self, url: str, *, actor: str) -> None:
        """Open it: make what is not there, bring an older one up to date, refuse a newer one."""
        self._actor = actor
        self._file: Path | None = None
        with explained(url):
            self._file = engine.sqlite_file(url)
            self._engine = engine.connect(url)
        self._url = url
        try:
            with explained(url):
                self.backup = schema.prepare(self._engine, self._file)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of the connection."""
        self._engine.dispose()

    def now(self) -> float:
        """What the database's clock says, as Unix seconds."""
        with self._reading() as connection:
            return engine.clock(connection)

    def clients(self) -> list[KnownClient]:
        """See ``Store``; so for all the others."""
        with self._reading() as connection:
            return clients.all_clients(connection)

    def save_client(self, *, kind: str, name: str, origin: str, known_as: ClientUuid | None) -> KnownClient:
        """Change what is known of a client, or make one."""
        with self._writing() as (connection, now):
            return clients.save_client(connection, now, kind=kind, name=name, origin=origin, known_as=known_as)

    def hand_over(self, of: ClientUuid, to: ClientUuid) -> list[Record]:
        """Let the records of one client be another's."""
        with self._writing() as (connection, now):
            return records.hand_over(connection, now, of, to)

    def record_page(
        self, place: Place, known: Subjects, *, changed_since: float | None
    ) -> tuple[list[Record], Place | None]:
        """The next records, and where to go on."""
        since = None if changed_since is None else changed_since - OVERLAP_S
        with self._reading() as connection:
            return records.page(connection, place, known, limit=PAGE, changed_since=since)

    def record(self, key: RecordId) -> Record | None:
        """One record."""
        with self._reading() as connection:
            return records.record(connection, key)

    def begin(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record:
        """Write down what is about to be asked of a client."""
        with self._writing() as (connection, now):
            record = records.begin(connection, now, new)
            event = NewEvent(kind=kind, record_id=record.id, attempt=record.attempt, detail=detail)
            events.append(connection, now, self._actor, [event])
            return record

    def change(
        self,
        key: RecordId,
        changes: RecordChange,
        new_events: tuple[NewEvent, ...],
        *,
        only_open: bool,
        attempt: int | None,
    ) -> Record | None:
        """Change a record and tell why, if the conditions hold."""
        with self._writing() as (connection, now):
            record = records.change(connection, now, key, changes, only_open=only_open, attempt=attempt)
            if record is not None:
                events.append(connection, now, self._actor, new_events)
            return record

    def log(self, new_events: tuple[NewEvent, ...]) -> list[Event]:
        """Append to the history."""
        with self._writing() as (connection, now):
            return events.append(connection, now, self._actor, new_events)

    def unsettled(self) -> list[Event]:
        """What was asked and is not known to have come to its end."""
        with self._reading() as connection:
            return events.unsettled(connection)

    def history(self, *, text: str, before: int | None, limit: int) -> list[Event]:
        """The history, the newest first."""
        with self._reading() as connection:
            return events.history(connection, text=text, before=before, limit=limit)

    def history_of(self, key: RecordId) -> list[Event]:
        """The history of one record."""
        with self._reading() as connection:
            return events.history_of(connection, key)

    def search_media(self, text: str, *, limit: int) -> list[MediaItem]:
        """Items by words of their titles."""
        with self._reading() as connection:
            return media.search(connection, text, limit=limit)

    def media_page(self, after: str, *, changed_since: float | None) -> list[LibraryEntry]:
        """The next items by id with their episodes; fewer than ``PAGE`` when these are the last."""
        since = None if changed_since is None else changed_since - OVERLAP_S
        with self._reading() as connection:
            return media.entries(connection, after=after, limit=PAGE, changed_since=since)

    def episodes(self, item: MediaId) -> list[Episode]:
        """The episodes of one show."""
        with self._reading() as connection:
            return media.episodes_of(connection, [item]).get(item, [])

    def save_item(self, item: MediaItem) -> MediaItem:
        """Insert or change an item."""
        with self._writing() as (connection, now):
            return media.save_item(connection, now, item)

    def save_episode(self, episode: Episode) -> Episode:
        """Insert or change an episode."""
        with self._writing() as (connection, now):
            return media.save_episode(connection, now, episode)

    def subject(self, draft: SubjectDraft) -> Subject:
        """Find or make what a draft names."""
        with self._writing() as (connection, now):
            return subjects.find_or_make(connection, now, draft)

    def would_bring_in(self, bringing: Bringing) -> BroughtIn:
        """Try it, and take it back."""
        with explained(self._url), engine.trying(self._engine) as connection:
            return bring_in(connection, engine.clock(connection), self._actor, bringing)

    def bring_in(self, bringing: Bringing) -> BroughtIn:
        """Import from a Mydia."""
        with self._writing() as (connection, now):
            return bring_in(connection, now, self._actor, bringing)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._url), engine.reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, float]]:
        with explained(self._url), engine.writing(self._engine) as connection:
            yield connection, engine.clock(connection)
