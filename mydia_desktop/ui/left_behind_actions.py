"""“It finished: import from …”, for downloads that their client let go of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mydia_desktop.domain.import_job import ImportTroubleError
from mydia_desktop.domain.media import MediaType
from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.toast import Toasts, Tone


class LeftBehind(Protocol):
    """As the workflow of this name."""

    @property
    def is_on(self) -> bool:
        """Whether there is a library to import into."""
        ...

    async def place_of(self, record_id: RecordId) -> Path | None:
        """The file or folder here that a download was last; None if it is not there."""
        ...

    async def import_from(self, record_id: RecordId, place: Path) -> None:
        """Import it from there. Raises ImportTroubleError, StoreUnavailableError and LookupError."""
        ...


class LeftBehindActions(QObject):
    """Imports from where a download was last, and asks where it is if it is not there."""

    def __init__(
        self,
        left_behind: LeftBehind,
        records: Callable[[], Mapping[RecordId, Record]],
        toasts: Toasts,
        *,
        spawn: Spawn,
        window: QWidget,
    ) -> None:
        """The dialog belongs to ``window``."""
        super().__init__(window)
        self._left_behind, self._records = left_behind, records
        self._toasts, self._spawn, self._window = toasts, spawn, window

    @property
    def is_on(self) -> bool:
        """Whether there is a library to import into."""
        return self._left_behind.is_on

    def import_from(self, record_id: RecordId) -> None:
        """Import this one, or ask from where."""
        self._spawn(self._find(record_id))

    async def _find(self, record_id: RecordId) -> None:
        place = await self._left_behind.place_of(record_id)
        if place is not None:
            await self._import(record_id, place)
        else:
            self._ask(record_id)

    def _ask(self, record_id: RecordId) -> None:
        record = self._records().get(record_id)
        if record is None:
            return
        dialog = QFileDialog(self._window, self.tr("Where is {name}?").format(name=plain(record.title)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        subject = record.subject
        one_file = subject is not None and (subject.item.type is MediaType.MOVIE or len(subject.episodes) == 1)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if one_file else QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self._spawn(self._import(record_id, Path(path))))
        dialog.open()

    async def _import(self, record_id: RecordId, place: Path) -> None:
        try:
            await self._left_behind.import_from(record_id, place)
        except (ImportTroubleError, StoreUnavailableError) as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)
        except LookupError as error:
            self._toasts.tell(plain(str(error)), tone=Tone.TROUBLE)
        else:
            self._toasts.tell(self.tr("It is imported from {place}.").format(place=plain(str(place))))
