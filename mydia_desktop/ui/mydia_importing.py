"""Opens the import from Mydia, once at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.mydia import BroughtIn
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.settings_opener import SettingsOpener, Spawn
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.library import Library
from mydia_desktop.workflows.record_keeper import RecordKeeper

if TYPE_CHECKING:
    from mydia_desktop.ui.mydia_import_dialog import MydiaImportDialog


class Live(Protocol):
    """The clients."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured ones."""
        ...


class Work(Protocol):
    """Where what is imported goes."""

    @property
    def keeper(self) -> RecordKeeper:
        """The records."""
        ...

    @property
    def library(self) -> Library:
        """Movies and shows."""
        ...

    @property
    def live(self) -> Live:
        """The clients."""
        ...


class MydiaImporting(QObject):
    """Keeps the one dialog, and lets the rest of the program know what came."""

    def __init__(self, theme: Theme, work: Work, settings: SettingsOpener, *, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._work, self._settings = theme, work, settings
        self._spawn, self._window = spawn, window
        self._dialog: MydiaImportDialog | None = None

    def open(self) -> None:
        """Show the dialog, or bring the open one to the front."""
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.mydia_import_dialog import MydiaImportDialog  # noqa: PLC0415 - see above
        from mydia_desktop.workflows.mydia_import import MydiaImport  # noqa: PLC0415 - likewise

        if self._dialog is None:
            work = MydiaImport(
                self._work.keeper.store,
                clients=lambda: list(self._work.live.clients.values()),
                add_clients=self._settings.settings.add,
                took=self._took,
            )
            self._dialog = MydiaImportDialog(self._theme, work, self._spawn, self._window)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.finished.connect(self._closed)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    async def _took(self, brought: BroughtIn) -> None:
        await self._work.keeper.took_many(brought.records)
        await self._work.library.read_again()

    def _closed(self) -> None:
        self._dialog = None
