"""What the last test, or the last attempt to save, came to: icon, headline, sentence, perhaps a button."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.field import restyle
from mydia_desktop.ui.theme import Tokens


class Tone(StrEnum):
    """How it went."""

    GOOD = "good"
    BAD = "bad"
    NOTE = "note"


_ICONS = {Tone.GOOD: "circle-check", Tone.BAD: "octagon-x", Tone.NOTE: "triangle-alert"}
_COLOURS = {Tone.GOOD: Status.COMPLETED, Tone.BAD: Status.FAILED, Tone.NOTE: Status.STALLED}


class ResultPanel(QFrame):
    """Hidden until it has something to say."""

    pressed = Signal()
    """Its button."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.GOOD
        self._tokens: Tokens | None = None
        self._icon = QLabel()
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.text = QLabel()
        self.text.setWordWrap(True)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.pressed)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the icon in the theme's colours."""
        self._tokens = tokens
        colour = tokens.status[_COLOURS[self._tone]]
        self._icon.setPixmap(pixmap(_ICONS[self._tone], colour, 20, self.devicePixelRatioF()))

    def say(self, tone: Tone, title: str, text: str, button: str = "") -> None:
        """Show it, and tell it to a screen reader."""
        title, text = plain(title), "\n".join(plain(line) for line in text.splitlines())
        self._tone = tone
        self.setProperty("result", tone.value)
        restyle(self)
        if self._tokens is not None:
            self.set_tokens(self._tokens)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))
