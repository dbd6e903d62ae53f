"""The program while nobody looks at its window: the tray, the notifications, and the way back to the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.happening import Happening
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.notifying.announcement import Announcement, Reply
from mydia_desktop.ui.notifying.desktop_bus import Answer, DesktopBus
from mydia_desktop.ui.notifying.notifier import Notifier
from mydia_desktop.ui.open_folder import FolderOpener
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.tally import Counts
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts, Tone
from mydia_desktop.ui.tray import slow_mode
from mydia_desktop.ui.tray.slow_mode import SlowMode
from mydia_desktop.ui.tray.tray import Tray
from mydia_desktop.ui.tray.tray_host import TrayHost
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.targets import Act

_TOLD = "told_of_tray"
_UNTIL_SEEN_S = 3600.0
"""For what is told in a window that nobody looks at."""


class Live(slow_mode.Live, Protocol):
    """The rows, and the clients' names."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...


class Happenings(Protocol):
    """What the workflows notice."""

    def listen(self, heard: Callable[[Happening], None]) -> None:
        """Call this with everything that happens from now on."""
        ...


class Background(QObject):
    """Holds the tray and the notifications to the window."""

    rows_wanted = Signal(object)
    """Show the window on these rows: a sequence of TransferKey."""
    add_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        live: Live,
        happenings: Happenings,
        spawn: Spawn,
        *,
        downloads: DownloadActions,
        folders: FolderOpener,
        toasts: Toasts,
        units: Callable[[], Units],
        state: WindowState,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window, self._live, self._spawn, self._state = window, live, spawn, state
        self._downloads, self._folders, self._toasts = downloads, folders, toasts
        self._rules = preferences.general
        self.host = TrayHost(self)
        self.tray = Tray(theme, units, self)
        bus = DesktopBus(self._answered) if sys.platform.startswith("linux") else None
        self._bus = bus
        self._notifier = Notifier(
            bus,
            spawn,
            rules=preferences.notifications,
            client_name=self._client_name,
            units=units,
            is_looked_at=self._is_looked_at,
            instead=self._tell_here,
            parent=self,
        )
        happenings.listen(self._notifier.hear)
        self._slow = SlowMode(self.tray.slow, live, spawn, toasts)
        self._connect()

    def _connect(self) -> None:
        self.host.changed.connect(self._tray_changed)
        self._notifier.mute_changed.connect(self.tray.set_muted)
        self.tray.mute_requested.connect(lambda muted: self._notifier.set_muted(muted=muted))
        self.tray.toggled.connect(self._toggle)
        self.tray.show_requested.connect(self.raise_window)
        self.tray.answered.connect(self._do)
        self.tray.add_requested.connect(self._add)
        self.tray.pause_all_requested.connect(lambda: self._do_to_all(Act.PAUSE))
        self.tray.resume_all_requested.connect(lambda: self._do_to_all(Act.RESUME))
        self.tray.settings_requested.connect(self._open_settings)
        self.tray.quit_requested.connect(self.quit_requested)

    async def run(self) -> None:
        """Watch for a tray, until cancelled."""
        await self.host.run()

    async def begin(self) -> None:
        """Begin in the tray; where it turns out that there is none, with the window."""
        await self.host.looked.wait()
        if not self.host.is_there:
            self._window.show()

    def close(self) -> None:
        """The program ends."""
        self.tray.set_there(False)
        if self._bus is not None:
            self._bus.close()

    def set_preferences(self, preferences: Preferences) -> None:
        """Put settings in force."""
        self._rules = preferences.general
        self._notifier.set_rules(preferences.notifications)

    @property
    def keeps_running(self) -> bool:
        """Whether closing the window leaves the program in the tray."""
        return self._rules.close_to_tray and self.tray.is_shown

    def window_closed(self) -> None:
        """The window was closed and the program goes on; the first time it says where to."""
        self._window.hide()
        if not self._state.text(_TOLD):
            self._state.put(**{_TOLD: "yes"})
            self._notifier.announce(
                Announcement(
                    title=self.tr("Mydia Desktop goes on in the tray"),
                    body=self.tr("Click its icon to see the window again. Quit is in the icon's menu."),
                    replies=((Reply.SHOW, self.tr("Show")),),
                )
            )

    def show_counts(self, counts: Counts, clients: Mapping[ClientId, ClientState]) -> None:
        """Tell the tray how it stands."""
        self.tray.show_counts(counts, clients)
        self._slow.show(clients)

    def raise_window(self, token: str = "") -> None:
        """Bring the window to the front, from wherever it is."""
        if token and QGuiApplication.platformName() == "wayland":
            # There a desktop guards who comes to the front; Qt shows it this, and takes it away.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _is_looked_at(self) -> bool:
        return self._window.isActiveWindow() and not self._window.isMinimized()

    def _tell_here(self, announcement: Announcement) -> None:
        """Where the desktop shows no notifications: at the icon in the tray, and without one in the window."""
        if self.tray.is_shown:
            self.tray.show_message(announcement)
            return
        self._toasts.tell(
            "\n".join(filter(None, (announcement.title, announcement.body))),
            tone=Tone.TROUBLE if announcement.is_trouble else Tone.NEWS,
            act=self.tr("Show"),
            then=(lambda: self._do(announcement, Reply.SHOW)) if announcement.keys else None,
            seconds=None if self._is_looked_at() else _UNTIL_SEEN_S,
        )

    def _toggle(self) -> None:
        if self._window.isVisible() and self._window.isActiveWindow():
            self._window.hide()
        else:
            self.raise_window()

    def _tray_changed(self, there: bool) -> None:  # noqa: FBT001 - what a signal tells
        self.tray.set_there(there, over_bus=self.host.over_bus)
        if not there and not self._window.isVisible():
            # Nothing else would bring it back.
            self._window.show()

    def _answered(self, answer: Answer) -> None:
        self._do(answer.announcement, answer.reply, answer.token)

    def _do(self, announcement: Announcement, reply: Reply, token: str = "") -> None:
        rows = [row for key in announcement.keys if (row := self._live.transfers.get(key)) is not None]
        if reply is Reply.OPEN_FOLDER and rows:
            self._spawn(self._folders.open(rows))
        elif reply is Reply.RETRY and rows:
            self._downloads.do(Act.RETRY, announcement.keys)
        else:
            self.raise_window(token)
            self._show_rows(row.key for row in rows)

    def _show_rows(self, keys: Iterable[TransferKey]) -> None:
        shown: Sequence[TransferKey] = tuple(keys)
        if shown:
            self.rows_wanted.emit(shown)

    def _do_to_all(self, act: Act) -> None:
        self._downloads.do(act, list(self._live.transfers))

    def _add(self) -> None:
        self.raise_window()
        self.add_requested.emit()

    def _open_settings(self) -> None:
        self.raise_window()
        self.settings_requested.emit()

    def _client_name(self, client: ClientId) -> str:
        state = self._live.clients.get(client)
        return state.name if state else str(client)
