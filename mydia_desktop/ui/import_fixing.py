"""What is done about imports that did not succeed, and imports at a person's word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.ui.issue_words import Fix
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import downloads
from mydia_desktop.ui.toast import Toasts, Tone
from mydia_desktop.workflows.removal import Spawn

IMPORT_FIXES = frozenset({Fix.MAP_PATH, Fix.COPY_INSTEAD, Fix.CHOOSE_FOLDER, Fix.MATCH, Fix.IMPORT_AGAIN})


class Imports(Protocol):
    """As the workflow of this name."""

    async def import_now(self, record_id: RecordId) -> None:
        """Import it at a person's word. Raises StoreUnavailableError and LookupError."""
        ...

    async def copy_instead(self, record_id: RecordId) -> None:
        """Copy this one, since it can't be linked. Raises StoreUnavailableError and LookupError."""
        ...


class Live(Protocol):
    """What is remembered of the rows."""

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...


class ImportFixing(QObject):
    """Carries out what an issue or the menu suggests."""

    map_requested = Signal()
    """It has to be said where a client's folders are on this computer."""
    folder_requested = Signal()
    """A library folder is to be chosen."""
    match_requested = Signal(object)
    """The TransferKey of a row: somebody has to say what it is for."""

    def __init__(self, imports: Imports, live: Live, toasts: Toasts, spawn: Spawn) -> None:
        super().__init__(toasts)
        self._imports, self._live, self._toasts, self._spawn = imports, live, toasts, spawn

    def fix(self, key: TransferKey, fix: Fix) -> None:
        """Do what helps this row's import, or show where it can be done."""
        match fix:
            case Fix.MAP_PATH:
                self.map_requested.emit()
            case Fix.CHOOSE_FOLDER:
                self.folder_requested.emit()
            case Fix.MATCH:
                self.match_requested.emit(key)
            case Fix.COPY_INSTEAD:
                self._spawn(self._begin(key, self._imports.copy_instead))
            case Fix.IMPORT_AGAIN:
                self._spawn(self._begin(key, self._imports.import_now))
            case _:
                raise ValueError(fix)

    def import_rows(self, rows: Sequence[Transfer]) -> None:
        """Import these now, also again; how it goes is said where imports are."""
        self._spawn(self._import_rows(tuple(row.key for row in rows)))

    async def _import_rows(self, keys: Sequence[TransferKey]) -> None:
        if done := await self._each(keys, self._imports.import_now):
            self._toasts.tell(self.tr("To be imported: {downloads}.").format(downloads=downloads(done)))

    async def _begin(self, key: TransferKey, begin: Callable[[RecordId], Awaitable[None]]) -> None:
        await self._each((key,), begin)

    async def _each(self, keys: Sequence[TransferKey], begin: Callable[[RecordId], Awaitable[None]]) -> int:
        """Begin it for each; returns for how many that was written down."""
        done = 0
        try:
            for key in keys:
                record = self._live.record_of(key)
                if record is not None:
                    await begin(record.id)
                    done += 1
        except StoreUnavailableError as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)
        except LookupError as error:
            self._toasts.tell(plain(str(error)), tone=Tone.TROUBLE)
        return done
