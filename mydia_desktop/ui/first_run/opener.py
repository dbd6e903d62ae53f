"""Opens the welcome: by itself for a profile without clients, until somebody skips it; later when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from mydia_desktop.ui.settings_opener import SettingsOpener, Spawn
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.window_state import WindowState

if TYPE_CHECKING:
    from mydia_desktop.ui.first_run.dialog import FirstRunDialog
    from mydia_desktop.workflows.discovery import Discovery

_SKIPPED = "skipped"


class FirstRun(QObject):
    """Keeps the one dialog that is open."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsOpener,
        state: WindowState,
        spawn: Spawn,
        window: QWidget,
        *,
        add_another: Callable[[], object],
        ways: Iterable[SignalInstance],
    ) -> None:
        """``add_another`` opens the settings for a client elsewhere; ``ways`` are what asks for the welcome."""
        super().__init__(window)
        self._theme, self._settings, self._state, self._spawn = theme, settings, state, spawn
        self._window, self._add_another = window, add_another
        self.discovery: Discovery | None = None
        """The first one stays: it knows which clients are better not asked twice."""
        self._dialog: FirstRunDialog | None = None
        settings.applied.connect(self._settings_changed)
        for way in ways:
            way.connect(lambda *_: self.open())

    def greet(self) -> None:
        """Open it if this is a first start: nothing is configured, not even wrongly, and nobody has skipped it."""
        in_force = self._settings.settings.in_force
        if not in_force.clients and not in_force.complaints and self._state.text("first_run") != _SKIPPED:
            self.open()

    def open(self) -> FirstRunDialog:
        """Show it and look, or bring the open one to the front."""
        # Here, because a profile with clients does not need it.
        from mydia_desktop.ui.first_run.dialog import FirstRunDialog  # noqa: PLC0415 - see above
        from mydia_desktop.workflows.discovery import Discovery  # noqa: PLC0415 - see above

        if self._dialog is None:
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
            self.discovery = self.discovery or Discovery(folder=folder)
            self._dialog = FirstRunDialog(
                self._theme, self.discovery, self._settings.settings, self._spawn, self._window
            )
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.another_requested.connect(self._add_another)
            self._dialog.rejected.connect(self._skipped)
            self._dialog.finished.connect(self._closed)
            self._dialog.look()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _skipped(self) -> None:
        self._state.put(first_run=_SKIPPED)

    def _settings_changed(self) -> None:
        if self._dialog is not None:
            self._dialog.settings_changed()

    def _closed(self) -> None:
        self._dialog = None
