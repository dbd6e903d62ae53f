"""What stands in the place of an empty list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.icons import NOT_LIVE_ICON, pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import clients
from mydia_desktop.ui.theme import Theme, scaled

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class Way(Enum):
    """What the button leads to."""

    ADD_CLIENT = auto()
    ADD = auto()
    CLEAR_FILTERS = auto()
    TRY_NOW = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptiness:
    """Why the list is empty."""

    icon: str
    title: str
    text: str = ""
    way: Way | None = None


def emptiness(states: Mapping[ClientId, ClientState], chosen: Filter, *, shown: int, total: int) -> Emptiness | None:
    """Why nothing is shown; None if something is."""
    if shown:
        return None
    return _of_clients(states) if not total else _of_filter(chosen, states)


def remembered_emptiness(chosen: Filter, *, problem: str, is_reading: bool) -> Emptiness:
    """Why the Library or the History shows nothing; ``problem`` says why the database can't be read, if so."""
    icon = "library" if chosen.view is View.LIBRARY else "history"
    if problem:
        return Emptiness(icon="triangle-alert", title=translate("EmptyState", "Not available now"), text=plain(problem))
    if is_reading:
        return Emptiness(icon="loader-circle", title=translate("EmptyState", "Reading the database…"))
    if chosen.text.strip():
        return Emptiness(
            icon="search",
            title=translate("EmptyState", "No matches"),
            text=_nothing_fits(chosen, {}),
            way=Way.CLEAR_FILTERS,
        )
    if chosen.view is View.LIBRARY:
        title = translate("EmptyState", "The library is empty")
        text = translate("EmptyState", "Movies and shows come here when a download is added or tied to them.")
    else:
        title = translate("EmptyState", "Nothing happened yet")
        text = translate("EmptyState", "What is added, completed and removed is noted here.")
    return Emptiness(icon=icon, title=title, text=text)


def _of_clients(states: Mapping[ClientId, ClientState]) -> Emptiness:
    asked = [state for state in states.values() if state.phase is not Phase.DISABLED]
    live = [state for state in asked if state.live]
    connecting = [state for state in asked if state.phase is Phase.CONNECTING]
    if not asked:
        return Emptiness(
            icon="server",
            title=translate("EmptyState", "No clients yet"),
            text=translate("EmptyState", "Add a download client to see its downloads here."),
            way=Way.ADD_CLIENT,
        )
    if connecting:
        title = translate("EmptyState", "Asking {clients}…").format(clients=clients(len(connecting)))
        return Emptiness(icon="loader-circle", title=title)
    if not live:
        return Emptiness(
            icon=NOT_LIVE_ICON,
            title=translate("EmptyState", "No client answers"),
            text=translate("EmptyState", "Nothing to show until one does."),
            way=Way.TRY_NOW,
        )
    one = translate("EmptyState", "{clients} is live and has no downloads.")
    many = translate("EmptyState", "{clients} are live and have no downloads.")
    return Emptiness(
        icon="download",
        title=translate("EmptyState", "Nothing downloading"),
        text=(one if len(live) == 1 else many).format(clients=clients(len(live))),
        way=Way.ADD,
    )


def _of_filter(chosen: Filter, states: Mapping[ClientId, ClientState]) -> Emptiness:
    if chosen != Filter(view=chosen.view):
        return Emptiness(
            icon="search",
            title=translate("EmptyState", "No matches"),
            text=_nothing_fits(chosen, states),
            way=Way.CLEAR_FILTERS,
        )
    match chosen.view:
        case View.ISSUES:
            return Emptiness(
                icon="circle-check",
                title=translate("EmptyState", "All good"),
                text=translate("EmptyState", "No failed, stalled or missing downloads."),
            )
        case View.QUEUE:
            return Emptiness(
                icon="circle-check",
                title=translate("EmptyState", "Nothing in the queue"),
                text=translate("EmptyState", "Every download is finished."),
            )
        case _:
            return Emptiness(
                icon="download",
                title=translate("EmptyState", "Nothing completed"),
                text=translate("EmptyState", "No download is finished yet."),
            )


def _nothing_fits(chosen: Filter, states: Mapping[ClientId, ClientState]) -> str:
    words = plain(chosen.text.strip())
    names = ", ".join(plain(states[client].name) for client in sorted(chosen.clients) if client in states)
    if words and names:
        return translate("EmptyState", "Nothing fits “{words}” in {clients}.").format(words=words, clients=names)
    if words:
        return translate("EmptyState", "Nothing fits “{words}”.").format(words=words)
    return translate("EmptyState", "No download fits these filters.")


class EmptyState(QWidget):
    """An icon, a title, a sentence, perhaps a button."""

    add_client_requested = Signal()
    look_requested = Signal()
    """For clients on this computer."""
    add_requested = Signal()
    clear_requested = Signal()
    try_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: Emptiness | None = None
        self._icon = QLabel()
        self.title, self.text = QLabel(), QLabel()
        self.button, self.look_button = QPushButton(), QPushButton(self.tr("Look on this computer"))
        self.text.setProperty("role", "second")
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        for label in (self._icon, self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.text.setWordWrap(True)
        # A word searched for may be endless; it is cut rather than widening the window.
        policy = self.text.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.text.setSizePolicy(policy)
        self.setFocusProxy(self.button)
        column.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.look_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
        self.button.clicked.connect(self._go)
        self.look_button.clicked.connect(self.look_requested)
        theme.changed.connect(self._draw)
        self._draw_fonts()

    def say(self, said: Emptiness) -> None:
        """Show this."""
        if said == self._said:
            return
        self._said = said
        self.title.setText(said.title)
        self.text.setText(said.text)
        self.text.setVisible(bool(said.text))
        names = {
            Way.ADD_CLIENT: self.tr("Add client…"),
            Way.ADD: self.tr("Add…"),
            Way.CLEAR_FILTERS: self.tr("Clear filters"),
            Way.TRY_NOW: self.tr("Try now"),
        }
        self.button.setVisible(said.way is not None)
        self.look_button.setVisible(said.way is Way.ADD_CLIENT)
        if said.way is not None:
            self.button.setText(names[said.way])
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(said.text)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The ground of the list it stands for."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.base)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw_fonts()

    def _go(self) -> None:
        match self._said.way if self._said else None:
            case Way.ADD_CLIENT:
                self.add_client_requested.emit()
            case Way.ADD:
                self.add_requested.emit()
            case Way.CLEAR_FILTERS:
                self.clear_requested.emit()
            case Way.TRY_NOW:
                self.try_requested.emit()
            case None:
                pass

    def _draw(self) -> None:
        if self._said is not None:
            self._icon.setPixmap(pixmap(self._said.icon, self._theme.tokens.text3, 36, self.devicePixelRatioF()))

    def _draw_fonts(self) -> None:
        self.title.setFont(scaled(self.font(), 1.25, QFont.Weight.DemiBold))
