"""The search field in the middle of the tool bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.texts import with_shortcut
from mydia_desktop.ui.theme import Theme, scaled

_PAUSE_MS = 120


class SearchField(QLineEdit):
    """Says what is searched for once the fingers rest; Esc clears it."""

    text_changed = Signal(str)
    """The words, a moment after the last key; at once when cleared."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # what is dropped on the window, wherever, is to be added
        self._theme = theme
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._say)
        self.setPlaceholderText(self.tr("Search title, release, tracker, path"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(with_shortcut(self.tr("Search"), QKeySequence(QKeySequence.StandardKey.Find)))
        self._glass = self.addAction(icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Clear search"), self)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._typed)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """320 x 34, more for a larger font."""
        placeholder = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(320, placeholder + self._cap().width() + 70), max(34, super().sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Esc clears what is there; in an empty field it is somebody else's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """There may be room for the keys now, or none any more."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font, and the direction of reading."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's
        """The field, and while it is empty the keys that lead to it."""
        super().paintEvent(event)
        if not self._shows_keys():
            return
        cap = self._cap()
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.line)
        painter.setBrush(tokens.window)
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._cap_font())
        painter.setPen(tokens.text2)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, _keys())

    def _cap(self) -> QRect:
        metrics = QFontMetrics(self._cap_font())
        size = QSize(metrics.horizontalAdvance(_keys()) + 14, metrics.height() + 5)
        where = QRect(QPoint(self.width() - 8 - size.width(), (self.height() - size.height()) // 2), size)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), where)

    def _shows_keys(self) -> bool:
        return not self.text() and self.width() >= self.sizeHint().width()

    def _make_room(self) -> None:
        """Keep what is written clear of the key cap."""
        taken = self._cap().width() if self._shows_keys() else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(taken if mirrored else 0, 0, 0 if mirrored else taken, 0)

    def _cap_font(self) -> QFont:
        return scaled(self.font(), 0.85, QFont.Weight.Medium)

    def _typed(self, text: str) -> None:
        self._make_room()
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


def _keys() -> str:
    return QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
