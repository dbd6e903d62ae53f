"""What its client let go of after it had finished, as a person says: it is imported from where it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.record import EventKind, NewEvent, Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.importing.found import prepare_from
from mydia_desktop.workflows.importing.imports import Imports
from mydia_desktop.workflows.record_keeper import RecordKeeper


class Live(Protocol):
    """The clients, and where their folders are here."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """The settings in force."""
        ...


class LeftBehind:
    """Imports without a client: by what is on the disk, which stays where it is."""

    def __init__(self, live: Live, keeper: RecordKeeper, imports: Imports) -> None:
        self._live, self._keeper, self._imports = live, keeper, imports

    @property
    def is_on(self) -> bool:
        """Whether there is a library to import into."""
        return self._imports.is_on

    async def place_of(self, record_id: RecordId) -> Path | None:
        """The file or folder here that a download was when its client last listed it; None if it is not there."""
        record = self._keeper.records.get(record_id)
        place = self._last_place(record) if record else None
        if place is None:
            return None
        found = place
        return found if await in_own_thread(lambda: _is_there(found), name="folders") else None

    async def import_from(self, record_id: RecordId, place: Path) -> None:
        """Import it from this file or folder, which is looked at first.

        Raises:
            ImportTroubleError: it can't be done. Nothing was written.
            StoreUnavailableError: it was not begun.
            LookupError: there is no such record any more.
        """
        record = self._keeper.records.get(record_id)
        if record is None:
            raise LookupError("What this refers to is no longer in the database.")
        self._keeper.check_ready()
        await prepare_from(place, record, self._imports.rules)
        detail = event_detail.of_record(record) | {"path": str(place), "message": "A person said so."}
        event = NewEvent(kind=EventKind.COMPLETED, record_id=record_id, attempt=record.attempt, detail=detail)
        try:
            completed = await self._keeper.store.complete(
                record_id, event, attempt=record.attempt, completed_at=None, queue_import=False, changes={}
            )
            if completed is not None:
                self._keeper.took(completed)
            await self._imports.import_from(record_id, place)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise

    def _last_place(self, record: Record) -> Path | None:
        name = record.last_name or ""
        ids = {state.id for state in self._live.clients.values() if state.uuid == record.client_uuid}
        config = next((config for config in self._live.configs if config.id in ids), None)
        if config is None or not record.last_save_path or "/" in name or "\0" in name or name in {"", ".", ".."}:
            return None
        folder = local_path(record.last_save_path, config)
        return folder / name if folder else None


def _is_there(place: Path) -> bool:
    try:
        place.lstat()
    except OSError:  # nor can it be imported
        return False
    return True
