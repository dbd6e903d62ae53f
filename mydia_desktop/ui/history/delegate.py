"""Paints the lines of the history: two lines of text in a row, as in the table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mydia_desktop.domain.record import Event, EventKind
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.history import words
from mydia_desktop.ui.history.model import HistoryColumn, HistoryModel
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.row_look import LEADING, NAME_LEADING, SELECTION_BAR, TRAILING, Look
from mydia_desktop.ui.theme import Theme

_ICON = 16
_MARKED = frozenset({HistoryColumn.WHAT, HistoryColumn.TITLE, HistoryColumn.CLIENT, HistoryColumn.BY})


class HistoryDelegate(QStyledItemDelegate):
    """One for the whole view."""

    def __init__(self, theme: Theme, model: HistoryModel, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self.mouse: QPoint | None = None
        """Where it is in the viewport."""
        self.take_look()

    def take_look(self) -> None:
        """Begin to draw with another font, for another screen, or in other colours."""
        ratio = self._view.devicePixelRatioF()
        self.look = Look(self._view.font(), Density.COMFORTABLE, self._theme.tokens, ratio)

    def widths(self) -> dict[HistoryColumn, int]:
        """What the columns need that hold about the same in every row; the other two share the rest."""
        ink = self.look.body
        character = ink.metrics.averageCharWidth()
        return {
            HistoryColumn.WHEN: NAME_LEADING + max(ink.width("Yesterday 22:44"), ink.width("59 min ago")) + TRAILING,
            HistoryColumn.CLIENT: max(104, LEADING + 11 * character + TRAILING),
            HistoryColumn.BY: max(120, LEADING + 14 * character + TRAILING),
        }

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        event, column, cell = self._model.event_at(index.row()), HistoryColumn(index.column()), option.rect
        painter.save()
        painter.setClipRect(cell)
        self._paint_ground(painter, option, index.row())
        tokens, look = self.look.tokens, self.look
        first, *rest = self._model.lines(event, column) or ("",)
        offset = NAME_LEADING if column is HistoryColumn.WHEN else LEADING
        match column:
            case HistoryColumn.WHAT:
                colour = self._colour(event)
                self._paint_icon(painter, cell, offset, words.ICONS[event.kind], colour)
                offset += _ICON + 8
                ink, shade = look.strong, colour if event.kind in words.TROUBLE else tokens.text
            case HistoryColumn.TITLE:
                ink, shade = look.title, tokens.text
            case _:
                ink, shade = look.body, tokens.text2
        height = ink.height + (look.small.height + 1 if rest else 0)
        top = cell.top() + (cell.height() - height) // 2
        self._write(painter, ink, cell, offset, top, first, shade, column)
        if rest:
            self._write(painter, look.small, cell, offset, top + ink.height + 1, rest[0], tokens.text2, column)
        painter.restore()

    def _colour(self, event: Event) -> QColor:
        tokens = self.look.tokens
        if event.kind in words.TROUBLE:
            return tokens.status[Status.FAILED]
        if event.kind is EventKind.COMPLETED:
            return tokens.status[Status.COMPLETED]
        return tokens.text2

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, place: int) -> None:
        tokens, view, cell = self.look.tokens, self._view, option.rect
        whole = QRect(0, cell.top(), view.viewport().width(), cell.height())
        if option.state & QStyle.StateFlag.State_Selected:
            active = view.isActiveWindow()
            painter.fillRect(cell, tokens.sel if active else tokens.sel_inactive)
            if active:
                left = whole.right() + 1 - SELECTION_BAR if self._mirrored else 0
                painter.fillRect(left, cell.top(), SELECTION_BAR, cell.height(), tokens.accent)
        elif self.mouse is not None and whole.contains(self.mouse):
            painter.fillRect(cell, tokens.hover)
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, tokens.line)
        if view.hasFocus() and view.currentIndex().row() == place:
            painter.setPen(tokens.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(0, 0, -1, -1))

    def _paint_icon(self, painter: QPainter, cell: QRect, offset: int, name: str, colour: QColor) -> None:
        left = cell.right() + 1 - offset - _ICON if self._mirrored else cell.left() + offset
        painter.drawPixmap(left, cell.top() + (cell.height() - _ICON) // 2, self.look.icon(name, colour, _ICON))

    def _write(
        self,
        painter: QPainter,
        ink: Ink,
        cell: QRect,
        offset: int,
        top: int,
        text: str,
        colour: QColor,
        column: HistoryColumn,
    ) -> None:
        if not text:
            return
        searched = self._model.words if column in _MARKED else ()
        # Releases and paths say as much at their end as at their beginning.
        elide = Qt.TextElideMode.ElideMiddle if ink is self.look.small else Qt.TextElideMode.ElideRight
        shown, style = ink.fit(text, cell.width() - offset - TRAILING, elide), self.look.hit
        extent = ink.marked_width(shown, words=searched, style=style) if searched else ink.width(shown)
        left = cell.right() + 1 - offset - extent if self._mirrored else cell.left() + offset
        painter.setFont(ink.font)
        painter.setPen(colour)
        if searched:
            ink.paint_marked(painter, left, top, shown, words=searched, style=style)
        else:
            ink.paint(painter, left, top, shown)

    @property
    def _mirrored(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
