"""An active filter, to be taken away with a click."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.ui.theme import Theme, scaled

_CROSS = 12
_LONGEST = 160


class Chip(QAbstractButton):
    """The filter's name and a cross."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = plain(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        removal = self.tr("Remove filter {name}").format(name=self._name)
        self.setAccessibleName(removal)
        self.setToolTip(tool_tip(removal))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """As wide as the name, up to a limit; high enough to be hit."""
        metrics = QFontMetrics(self._font())
        width = min(metrics.horizontalAdvance(self._name), _LONGEST)
        return QSize(width + 2 + 8 + 4 + _CROSS + 8, max(28, metrics.height() + 10))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Enter, Space, Del and Backspace take it away; the arrows are the head's."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys:
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A tinted box of radius 4 around the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        lit = self.underMouse() or self.isDown()
        # Painted less high than it can be hit.
        box = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.setBrush(tokens.sel)
        painter.setPen(tokens.accent_text if lit or tokens.high_contrast else tokens.sel)
        painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.accent_text)
            painter.drawRoundedRect(box, 4, 4)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        direction, whole = self.layoutDirection(), self.rect()
        cross = QRect(self.width() - 8 - _CROSS, (self.height() - _CROSS) // 2, _CROSS, _CROSS)
        colour = tokens.text if lit else tokens.text2
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QStyle.visualRect(direction, whole, cross), pixmap("x", colour, _CROSS, ratio))
        room = QStyle.visualRect(direction, whole, whole.adjusted(8, 0, -(8 + _CROSS + 4), 0))
        font = self._font()
        painter.setFont(font)
        painter.setPen(tokens.text)
        name = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, name)

    def _font(self) -> QFont:
        return scaled(self.font(), 0.92, QFont.Weight.Medium)
