"""A tinted card over the list: an icon, a title, a text, and buttons at its end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.notice import Tone
from mydia_desktop.ui.theme import Theme, scaled

MARGIN = 12
_HEIGHT = 54


class MessageCard(QWidget):
    """Says one thing at a time; a screen reader is told of each once, when it can be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.title, self.text = QLabel(), QLabel()
        self._icon_name, self._tone = "", Tone.WARNING
        self._announced = True
        self._icon = QLabel()
        self._row = QHBoxLayout(self)
        self._lay_out()
        theme.changed.connect(self.draw)
        self._draw_fonts()
        self.hide()

    def say(self, title: str, text: str) -> None:
        """The same news in other words, such as seconds that go on."""
        self.title.setText(title)
        self.text.setText(text)

    def begin(self, title: str, text: str, *, icon: str, tone: Tone) -> None:
        """News: a screen reader is told."""
        self.say(title, text)
        self._icon_name, self._tone = icon, tone
        self.setAccessibleName(title)
        self._announced = False
        self.draw()
        self.show()
        self._announce()

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the end."""
        self._row.addWidget(button)

    def draw(self) -> None:
        """Take up the colours of the theme."""
        if self._icon_name:
            tokens = self.theme.tokens
            colour = tokens.status[Status.FAILED if self._tone is Tone.ERROR else Status.STALLED]
            self._icon.setPixmap(pixmap(self._icon_name, colour, 20, self.devicePixelRatioF()))
        self.update()

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
        tokens = self.theme.tokens
        error = self._tone is Tone.ERROR
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.error_line if error else tokens.warn_line)
        painter.setBrush(tokens.error_bg if error else tokens.warn_bg)
        card = QRectF(self.rect()).adjusted(MARGIN, 0, -MARGIN, -MARGIN)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)

    def _announce(self) -> None:
        """Tell a screen reader, once; before the window is up there is nobody to tell."""
        if not self._announced and self.isVisible():
            self._announced = True
            title = self.title.text()
            words = f"{title}{'' if title.endswith('?') else '.'} {self.text.text()}"
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
        self._row.setContentsMargins(MARGIN + 15, 8, MARGIN + 12, MARGIN + 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._icon)
        self._row.addSpacing(5)
        self._row.addLayout(words, 1)
        self._row.addSpacing(8)
        self.setMinimumHeight(_HEIGHT + MARGIN)

    def _draw_fonts(self) -> None:
        self.title.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        self.text.setFont(scaled(self.font(), 0.92, figures=True))
