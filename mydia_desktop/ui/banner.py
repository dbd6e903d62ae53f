"""The message over the list while something is wrong."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.icons import icon, pixmap
from mydia_desktop.ui.notice import Notice, Tone, notice
from mydia_desktop.ui.theme import Theme, scaled

_MARGIN = 12
_HEIGHT = 54


class Banner(QWidget):
    """Hidden while all is well. Clients in trouble share one message; else complaints about the settings."""

    settings_requested = Signal(object)
    """The ClientId whose settings to open."""
    try_requested = Signal(object)
    """A tuple of the ClientIds to ask now."""
    last_known_requested = Signal(object)
    """The ClientId whose withdrawn rows to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: Mapping[ClientId, ClientState] = {}
        self._problems: tuple[str, ...] = ()
        self._notice: Notice | None = None
        self._announced = False
        self._icon = QLabel()
        self.title, self.text = QLabel(), QLabel()
        self.show_button = QPushButton(self.tr("Show last known"))
        self.settings_button = QPushButton(self.tr("Client settings…"))
        # The style leaves too little between icon and text, and offers no way to say so.
        self.try_button = QPushButton(f" {self.tr('Try now')}")
        self.try_button.setAccessibleName(self.tr("Try now"))
        self.show_button.clicked.connect(self._show_last_known)
        self.settings_button.clicked.connect(self._open_settings)
        self.try_button.clicked.connect(self._try_now)
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw_fonts()
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What it says now."""
        return self._notice

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """Say what is wrong with these, if anything."""
        self._states = states
        self.tick(time.time())

    def set_problems(self, problems: Sequence[str]) -> None:
        """Say what of the settings could not be used, as ``config.toml line 12: …``."""
        self._problems = tuple(problems)
        self.tick(time.time())

    def tick(self, now: float) -> None:
        """Let the seconds go on; a screen reader is told of news only."""
        before, self._notice = self._notice, notice(self._states, self._problems, now)
        said = self._notice
        if said is None:
            self.hide()
            return
        self.title.setText(said.title)
        self.text.setText(said.text)
        self.show_button.setVisible(bool(said.withdrawn))
        self.settings_button.setVisible(said.to_settle is not None)
        self.try_button.setVisible(bool(said.clients))
        if before is None or before.subject != said.subject:
            self._draw()
            self.setAccessibleName(said.title)
            self._announced = False
        self.show()
        self._announce()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's
        """The window has come up with it."""
        super().showEvent(event)
        self._announce()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw_fonts()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A tinted card on the ground of the list."""
        if self._notice is None:
            return
        tokens = self._theme.tokens
        error = self._notice.tone is Tone.ERROR
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.error_line if error else tokens.warn_line)
        painter.setBrush(tokens.error_bg if error else tokens.warn_bg)
        card = QRectF(self.rect()).adjusted(_MARGIN, 0, -_MARGIN, -_MARGIN)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)

    def _announce(self) -> None:
        """Tell a screen reader, once; before the window is up there is nobody to tell."""
        if self._notice is not None and not self._announced and self.isVisible():
            self._announced = True
            words = f"{self._notice.title}. {self._notice.text}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            # A server's endless word is cut rather than widening the window.
            policy = label.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            label.setSizePolicy(policy)
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN + 15, 8, _MARGIN + 12, _MARGIN + 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addSpacing(5)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for button in (self.show_button, self.settings_button):
            button.setProperty("kind", "quiet")
        for button in (self.show_button, self.settings_button, self.try_button):
            row.addWidget(button)
        self.try_button.setIconSize(QSize(16, 16))
        self.setMinimumHeight(_HEIGHT + _MARGIN)

    def _draw(self) -> None:
        said, tokens = self._notice, self._theme.tokens
        if said is not None:
            colour = tokens.status[Status.FAILED if said.tone is Tone.ERROR else Status.STALLED]
            self._icon.setPixmap(pixmap(said.icon, colour, 20, self.devicePixelRatioF()))
        self.try_button.setIcon(icon("refresh-cw", tokens, 16))
        self.update()

    def _draw_fonts(self) -> None:
        self.title.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        self.text.setFont(scaled(self.font(), 0.92, figures=True))

    def _show_last_known(self) -> None:
        for client in self._notice.withdrawn if self._notice else ():
            self.last_known_requested.emit(client)

    def _open_settings(self) -> None:
        if self._notice is not None:
            self.settings_requested.emit(self._notice.to_settle)

    def _try_now(self) -> None:
        if self._notice is not None:
            self.try_requested.emit(self._notice.clients)
