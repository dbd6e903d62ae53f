"""The search field in the middle of the tool bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.texts import with_shortcut
from mydia_desktop.ui.theme import Theme, scaled

_PAUSE_MS = 120
_KEYS = QKeySequence.StandardKey.Find


class SearchField(QLineEdit):
    """Says what is searched for once the fingers rest; Esc clears it."""

    text_changed = Signal(str)
    """The words, a moment after the last key; at once when cleared."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._say)
        self.setPlaceholderText(self.tr("Search name, tracker, path"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(with_shortcut(self.tr("Search"), QKeySequence(_KEYS)))
        self._glass = self.addAction(icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Clear search"), self)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._typed)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """320 x 34, taller for a larger font."""
        return QSize(320, max(34, super().sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Esc clears what is there; in an empty field it is somebody else's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's
        """The field, and while it is empty the keys that lead to it."""
        super().paintEvent(event)
        if self.text():
            return
        keys = QKeySequence(_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        tokens = self._theme.tokens
        font = scaled(self.font(), 0.85, QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        size = QSize(metrics.horizontalAdvance(keys) + 14, metrics.height() + 5)
        left = 8 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 8 - size.width()
        cap = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.line)
        painter.setBrush(tokens.window)
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(tokens.text2)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)

    def _typed(self, text: str) -> None:
        if text:
            self._timer.start()
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        else:
            self.removeAction(self._clear)
            self._say()

    def _say(self) -> None:
        self._timer.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.text_changed.emit(self._said)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        self._glass.setIcon(icon("search", tokens, 16, colour=tokens.text2))
        self._clear.setIcon(icon("x", tokens, 16, colour=tokens.text2))
        self.update()
