"""Opens the settings dialog, once at a time, and tells when something was saved in it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from mydia_desktop.ui.settings.dialog import SettingsDialog
    from mydia_desktop.ui.settings.surroundings import Surroundings
    from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce
    from mydia_desktop.workflows.record_keeper import RecordKeeper

Spawn = Callable[[Coroutine[Any, Any, None]], None]
"""Gives work to whoever owns the tasks."""
MakeSettings = Callable[[Callable[["SettingsInForce"], None]], "ClientSettings"]
"""Builds the dialog's counterpart; what it is given hears of settings that came into force."""


class SettingsOpener(QObject):
    """Keeps the one dialog that is open."""

    applied = Signal(object)
    """The SettingsInForce, as soon as they are."""

    def __init__(
        self,
        theme: Theme,
        make: MakeSettings,
        keeper: RecordKeeper,
        spawn: Spawn,
        window: QWidget,
        *,
        around: Callable[[], Surroundings],
    ) -> None:
        """``around`` tells what the pages look at in the window, when the dialog opens."""
        super().__init__(window)
        self._around = around
        self._keeper = keeper
        self._theme, self._make, self._spawn, self._window = theme, make, spawn, window
        self._settings: ClientSettings | None = None
        self._dialog: SettingsDialog | None = None
        keeper.watch(self._show_database)

    @property
    def settings(self) -> ClientSettings:
        """What the dialog edits; others who change settings do it there, too."""
        if self._settings is None:
            self._settings = self._make(self.applied.emit)
        return self._settings

    def open(self, clients: Mapping[ClientId, ClientState]) -> SettingsDialog:
        """Show the dialog, or bring the open one to the front."""
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.settings.dialog import SettingsDialog  # noqa: PLC0415 - see above

        if self._dialog is None:
            self._dialog = SettingsDialog(self._theme, self.settings, self._spawn, self._around(), self._window)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.finished.connect(self._closed)
        self._dialog.set_states(clients)
        self._show_database()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def open_page(self, name: str, clients: Mapping[ClientId, ClientState]) -> None:
        """Show the page of this name, such as ``import`` or ``paths``."""
        self.open(clients).open_page(name)

    def open_client(self, client: ClientId, clients: Mapping[ClientId, ClientState]) -> None:
        """Show the form of one client."""
        self.open(clients).show_client(client)

    def set_states(self, clients: Mapping[ClientId, ClientState]) -> None:
        """How we stand with the clients now."""
        if self._dialog is not None:
            self._dialog.set_states(clients)

    def _show_database(self) -> None:
        if self._dialog is not None:
            self._dialog.set_database_problem(self._keeper.problem, self._keeper.backup)

    def _closed(self) -> None:
        self._dialog = None
