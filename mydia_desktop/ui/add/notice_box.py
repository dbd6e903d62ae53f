"""A tinted box with one sentence, and perhaps something to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.notice import Tone
from mydia_desktop.ui.settings.field import restyle
from mydia_desktop.ui.theme import Theme

_LOOKS = {
    Tone.WARNING: ("warning", "triangle-alert", Status.STALLED),
    Tone.ERROR: ("error", "octagon-x", Status.FAILED),
}


class NoticeBox(QFrame):
    """Takes no room while it has nothing to say."""

    pressed = Signal()

    def __init__(self, theme: Theme, tone: Tone = Tone.WARNING, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        name, self._icon_name, self._status = _LOOKS[tone]
        self.setProperty("tone", name)
        self._icon = QLabel()
        self.text = label(wrap=True)
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 3, 5, 3)
        row.setSpacing(9)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(37)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def say(self, text: str, button: str = "") -> None:
        """Say this, or with an empty text nothing; a screen reader hears of what is new."""
        new = bool(text) and text != self.text.text()
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(text))
        if new and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _draw(self) -> None:
        colour = self._theme.tokens.status[self._status]
        self._icon.setPixmap(pixmap(self._icon_name, colour, 18, self.devicePixelRatioF()))
        restyle(self)
