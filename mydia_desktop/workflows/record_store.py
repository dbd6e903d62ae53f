"""What the workflows need of the database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from mydia_desktop.domain.import_job import ImportJob, ImportJobId
from mydia_desktop.domain.media import Episode, LibraryEntry, MediaItem, Subject, SubjectDraft
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


class RecordStore(Protocol):
    """The database. Every call raises StoreUnavailableError, with nothing written, while it can't be used."""

    @property
    def actor(self) -> str:
        """What this desktop signs its events with."""
        ...

    @property
    def backup(self) -> Path | None:
        """The file as it was before ``open`` brought it up to date; None if nothing had to be changed."""
        ...

    async def open(self) -> None:
        """Make it ready: create, migrate, check. Harmless when it is; worth repeating after it failed."""
        ...

    async def close(self) -> None:
        """Let go of it after the transaction under way."""
        ...

    async def now(self) -> float:
        """What its clock says, as Unix seconds: for a later ``changed_since``."""
        ...

    async def clients(self) -> list[KnownClient]:
        """Every client that was ever bound to a section of anybody's config.toml."""
        ...

    async def save_client(self, *, kind: str, name: str, origin: str, uuid: ClientUuid | None = None) -> KnownClient:
        """Change what is known of a client; without a uuid, make a new one."""
        ...

    async def hand_over(self, of: ClientUuid, to: ClientUuid) -> list[Record]:
        """Give all records of one client to another; those that changed."""
        ...

    def records(self, *, changed_since: float | None = None) -> AsyncIterator[list[Record]]:
        """All, or those written since a moment of its clock, in chunks, the open ones first."""
        ...

    async def begin(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record:
        """Insert a record, or reopen the one its client has under one of the same ids, and write the event."""
        ...

    async def begin_unknown(self, new: NewRecord, kind: EventKind, detail: Mapping[str, Any]) -> Record | None:
        """The same for what nobody asked for: None, and nothing written, if there is a record of it, open or closed."""
        ...

    async def change(
        self,
        record_id: RecordId,
        changes: RecordChange,
        *events: NewEvent,
        only_open: bool = False,
        attempt: int | None = None,
        expected: RecordChange | None = None,
    ) -> Record | None:
        """Change fields and append events; None, and nothing written, if the condition does not hold."""
        ...

    async def complete(
        self,
        record_id: RecordId,
        *events: NewEvent,
        attempt: int,
        completed_at: float | None,
        queue_import: bool,
        changes: RecordChange,
    ) -> Record | None:
        """Mark it complete, once, and queue its import; None, and nothing written, if it is not to be marked."""
        ...

    async def import_jobs(self) -> list[ImportJob]:
        """Imports that open records wait for, and those that were given up; the oldest first."""
        ...

    async def queue_import(self, record_id: RecordId, attempt: int) -> ImportJob:
        """Have it imported now, also again, or after it was given up."""
        ...

    async def lease_import(self, job_id: ImportJobId, seconds: float) -> ImportJob | None:
        """Take an import that is due for so long; None if it is not to be had."""
        ...

    async def renew_import(self, job_id: ImportJobId, seconds: float) -> bool:
        """Stay at it for so long from now; False if it is not this program's any more."""
        ...

    async def release_import(
        self, job_id: ImportJobId, *, run_after: float | None, error: str | None, counts: bool
    ) -> bool:
        """Let go of it until a moment of the database's clock, or if that is None until a person asks for it."""
        ...

    async def finish_import(self, job_id: ImportJobId, changes: RecordChange, *events: NewEvent) -> Record | None:
        """It is done: change its record and append events; None if it is not this program's any more."""
        ...

    async def log(self, *events: NewEvent) -> list[Event]:
        """Append events."""
        ...

    async def unsettled(self) -> list[Event]:
        """Of each intent that has not come to its end as far as is known, the last step."""
        ...

    async def history(self, *, text: str = "", before: int | None = None, limit: int = 200) -> list[Event]:
        """Events with all the words of the text, older than the id ``before``, the newest first."""
        ...

    async def history_of(self, record_id: RecordId) -> list[Event]:
        """Everything that happened to one record."""
        ...

    async def search_media(self, text: str, *, limit: int = 50) -> list[MediaItem]:
        """Items with all the words of the text; without any, all, by title."""
        ...

    def media(self, *, changed_since: float | None = None) -> AsyncIterator[list[LibraryEntry]]:
        """Everything, or what was written since a moment of its clock, in chunks."""
        ...

    async def save_item(self, item: MediaItem) -> MediaItem:
        """Insert or update by id."""
        ...

    async def save_episode(self, episode: Episode) -> Episode:
        """Insert or update by id."""
        ...

    async def subject(self, draft: SubjectDraft) -> Subject:
        """Find or make the item and the episodes it names."""
        ...

    async def would_bring_in(self, bringing: Bringing) -> BroughtIn:
        """What an import from a Mydia would do. Nothing of it is written."""
        ...

    async def bring_in(self, bringing: Bringing) -> BroughtIn:
        """Import from a Mydia: all of it or nothing."""
        ...
