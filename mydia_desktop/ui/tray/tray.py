"""The icon, its menu and its tooltip. Plain actions only: panels draw the menu themselves, from what they are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTime, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.formatting import Units, format_speed
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.notifying.announcement import Announcement, Reply
from mydia_desktop.ui.notifying.notifier import MUTE_S
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.tally import Counts
from mydia_desktop.ui.texts import downloading, number
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.tray.tray_icon import TrayState, tray_icon

translate = QCoreApplication.translate

CLIENTS_AT_MOST = 8
STEADY = 1.5
"""Times: a latency that changed by less is the same."""
_MESSAGE_MS = 10_000


class Tray(QObject):
    """Shown while there is a tray; what is chosen in it becomes a signal."""

    toggled = Signal()
    """The icon was clicked: show the window, or put it away."""
    show_requested = Signal()
    add_requested = Signal()
    pause_all_requested = Signal()
    resume_all_requested = Signal()
    mute_requested = Signal(bool)
    settings_requested = Signal()
    quit_requested = Signal()
    answered = Signal(object, object)
    """A message that the icon showed was clicked: the Announcement and its Reply."""

    def __init__(self, theme: Theme, units: Callable[[], Units], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._units = theme, units
        self._icon: QSystemTrayIcon | None = None
        self._announced: Announcement | None = None
        self._state, self._tip = TrayState.IDLE, self.tr("Mydia Desktop")
        self._menu = QMenu()
        self._summary = self._line()
        self._clients: list[QAction] = []
        self._latencies: dict[ClientId, float] = {}
        """As they stand in the menu, in seconds."""
        self._over_bus = False
        self._after_clients = self._menu.addSeparator()
        self.show_window = self._action(self.tr("Show Mydia Desktop"), "app-window", self.show_requested.emit)
        self._action(self.tr("Add from clipboard"), "plus", self.add_requested.emit)
        self._menu.addSeparator()
        self._action(self.tr("Pause all"), "pause", self.pause_all_requested.emit)
        self._action(self.tr("Resume all"), "play", self.resume_all_requested.emit)
        self.slow = self._action(self.tr("Slow mode"), "gauge", lambda: None)
        self._menu.addSeparator()
        self.mute = self._action(self.tr("Mute notifications for 1 hour"), "bell-off", lambda: None)
        self.mute.setCheckable(True)
        self.mute.triggered.connect(self.mute_requested)
        self._action(self.tr("Settings…"), "settings", self.settings_requested.emit)
        self._action(self.tr("Quit"), "log-out", self.quit_requested.emit)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    @property
    def is_shown(self) -> bool:
        """Whether there is an icon that a hidden window can be brought back with."""
        return self._icon is not None

    def set_there(self, there: bool, *, over_bus: bool = False) -> None:  # noqa: FBT001 - what a signal tells
        """There is a tray, or no longer is; ``over_bus`` if it draws the menu itself, and not Qt."""
        self._over_bus = over_bus
        if there and self._icon is None:
            self._icon = QSystemTrayIcon(tray_icon(self._state), self)
            self._icon.setToolTip(self._tip)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self._message_clicked)
            self._icon.show()
        elif not there and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - what a signal tells
        """Mark whether notifications are muted: in words, since not every panel draws a check mark beside an icon."""
        self.mute.setChecked(muted)
        until = QLocale().toString(QTime.currentTime().addSecs(int(MUTE_S)), QLocale.FormatType.ShortFormat)
        self.mute.setText(
            self.tr("Notifications are muted until {time}").format(time=until)
            if muted
            else self.tr("Mute notifications for 1 hour")
        )

    def show_counts(self, counts: Counts, clients: Mapping[ClientId, ClientState]) -> None:
        """Tell how it stands. Costs nothing while nothing of it is different."""
        if self._icon is None:
            return
        units = self._units()
        state = state_of(counts, clients)
        if state is not self._state:
            self._state = state
            self._icon.setIcon(tray_icon(state))
        tip = tool_tip(counts, clients, units)
        if tip != self._tip:
            self._tip = tip
            self._icon.setToolTip(tip)
        _set_text(self._summary, summary(counts, units))
        self._list_clients(clients)

    def show_message(self, announcement: Announcement) -> None:
        """Show an announcement where the desktop has nothing better; a click on it is answered with *show*."""
        if self._icon is not None:
            self._announced = announcement
            kind = QSystemTrayIcon.MessageIcon
            sign = kind.Warning if announcement.is_trouble else kind.Information
            self._icon.showMessage(announcement.title, announcement.body, sign, _MESSAGE_MS)

    def _list_clients(self, clients: Mapping[ClientId, ClientState]) -> None:
        shown = [state for state in clients.values() if state.phase is not Phase.DISABLED][:CLIENTS_AT_MOST]
        while len(self._clients) > len(shown):
            self._menu.removeAction(self._clients.pop())
        while len(self._clients) < len(shown):
            line = QAction(self._menu)
            line.triggered.connect(self.show_requested)
            self._menu.insertAction(self._after_clients, line)
            self._clients.append(line)
        for line, state in zip(self._clients, shown, strict=True):
            _set_text(line, self._client_line(state))
            name = "circle-check" if state.live else "cloud-off" if is_silent(state) else "loader-circle"
            if line.property("mydia_icon") != name:
                line.setProperty("mydia_icon", name)
                line.setIcon(self._client_icon(name))

    def _client_line(self, state: ClientState) -> str:
        name = plain(state.name).replace("&", "&&")
        if self._over_bus:
            # There an underscore marks a letter, and Qt does not tell that these mark none.
            name = name.replace("_", "__")
        if not state.live:
            words = self.tr("{client}   does not answer") if is_silent(state) else self.tr("{client}   connecting…")
            return words.format(client=name)
        if state.latency is None:
            return name
        # It is never twice the same, and a panel that draws the menu is told of each change.
        told = self._latencies.get(state.id)
        if told is None or not told / STEADY <= state.latency <= told * STEADY:
            self._latencies[state.id] = told = state.latency
        return self.tr("{client}   {latency} ms").format(client=name, latency=number(max(1, round(told * 1000))))

    def _client_icon(self, name: str) -> QIcon:
        tokens = self._theme.tokens
        colour = tokens.status[Status.COMPLETED] if name == "circle-check" else tokens.text3
        return icon(name, tokens, 16, colour=colour)

    def _line(self) -> QAction:
        line = self._menu.addAction("")
        line.setEnabled(False)
        return line

    def _action(self, text: str, icon_name: str, chosen: Callable[[], object]) -> QAction:
        action = self._menu.addAction(text)
        action.setProperty("mydia_icon", icon_name)
        action.triggered.connect(lambda _checked=False: chosen())
        return action

    def _draw_icons(self) -> None:
        for action in self._menu.actions():
            name = action.property("mydia_icon")
            if name and action not in self._clients:
                action.setIcon(icon(name, self._theme.tokens, 16))
            elif name:
                action.setIcon(self._client_icon(name))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()

    def _message_clicked(self) -> None:
        if self._announced is not None:
            self.answered.emit(self._announced, Reply.SHOW)


def state_of(counts: Counts, clients: Mapping[ClientId, ClientState]) -> TrayState:
    """What the icon shows: something failed, a client is away, something moves, or nothing of that."""
    if counts.statuses.get(Status.FAILED) or counts.statuses.get(Status.MISSING):
        return TrayState.ISSUE
    if any(is_silent(state) for state in clients.values()):
        return TrayState.NOT_LIVE
    return TrayState.ACTIVE if counts.statuses.get(Status.DOWNLOADING) else TrayState.IDLE


def is_silent(state: ClientState) -> bool:
    """Whether a client should answer and does not."""
    return not state.live and state.phase not in {Phase.DISABLED, Phase.CONNECTING}


def tool_tip(counts: Counts, clients: Mapping[ClientId, ClientState], units: Units) -> str:
    """``4 downloading, 40.6 MiB/s down. Seedbox does not answer``; plain text."""
    running = counts.statuses.get(Status.DOWNLOADING, 0)
    words = downloading(running) if running else translate("Tray", "Nothing is downloading")
    if running and counts.download_speed:
        speed = format_speed(counts.download_speed, units)
        words = translate("Tray", "{downloading}, {speed} down").format(downloading=words, speed=speed)
    silent = [
        translate("Tray", "{client} does not answer").format(client=plain(state.name))
        for state in clients.values()
        if is_silent(state)
    ]
    return ". ".join([words, *silent])


def summary(counts: Counts, units: Units) -> str:
    """The first line of the menu: ``4 downloading   ↓ 40.6 MiB/s   ↑ 9.0 MiB/s``."""
    running = counts.statuses.get(Status.DOWNLOADING, 0)
    parts = [downloading(running) if running else translate("Tray", "Nothing is downloading")]
    parts += [
        f"{arrow} {format_speed(speed, units)}"
        for arrow, speed in (("↓", counts.download_speed), ("↑", counts.upload_speed))
        if speed
    ]
    return "   ".join(parts)


def _set_text(action: QAction, text: str) -> None:
    if action.text() != text:
        action.setText(text)
