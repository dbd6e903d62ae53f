"""The header of the Issues view: the columns' names, as in the table, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from mydia_desktop.ui.row_look import LEADING, NAME_LEADING, TRAILING
from mydia_desktop.ui.theme import Theme, scaled


class IssuesHeader(QHeaderView):
    """Painted, because style sheets leave it the style's edges."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setMinimumSectionSize(28)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """At least 32 high."""
        return QSize(super().sizeHint().width(), max(32, QFontMetrics(self._font()).height() + 14))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802 - Qt's
        """One name, over the line below all."""
        tokens = self._theme.tokens
        painter.fillRect(rect, tokens.base)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        leading = NAME_LEADING if logical == 0 else LEADING
        room = rect.adjusted(TRAILING, 0, -leading, 0) if mirrored else rect.adjusted(leading, 0, -TRAILING, 0)
        painter.setFont(self._font())
        painter.setPen(tokens.text2)
        name = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        role = Qt.ItemDataRole.TextAlignmentRole
        wanted = self.model().headerData(logical, Qt.Orientation.Horizontal, role) or Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, QStyle.visualAlignment(self.layoutDirection(), wanted), name)

    def _font(self) -> QFont:
        return scaled(self.font(), 0.92, QFont.Weight.Medium)
