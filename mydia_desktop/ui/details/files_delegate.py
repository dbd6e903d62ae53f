"""Paints the lines of the files: an icon and a name, figures, a bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.contrast import mix
from mydia_desktop.ui.details.files_model import FileColumn, FilesModel, shown_percent
from mydia_desktop.ui.details.files_tree import Node, Wanted
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.row_look import BAR_HEIGHT, BAR_WIDTH, LEADING, TRAILING
from mydia_desktop.ui.theme import Theme, Tokens, scaled

_ICON = 16
_GAP = 8
_FAINT = 0.35


class FilesDelegate(QStyledItemDelegate):
    """One for the whole view."""

    def __init__(self, theme: Theme, model: FilesModel, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self.live = True
        """Whether the client says now what is shown."""
        self.take_look()

    def take_look(self) -> None:
        """Begin to draw with another font."""
        font: QFont = self._view.font()
        self._body = Ink(scaled(font, 1.0, figures=True))
        self.row_height = max(28, self._body.height + 8)

    def width_of(self, text: str) -> int:
        """What a cell with this text needs."""
        return LEADING + self._body.width(text) + TRAILING

    def sizeHint(  # noqa: N802 - Qt's
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's
    ) -> QSize:
        """All lines are as high."""
        return QSize(80, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        node = self._model.node_at(index)
        if node is None:
            return
        tokens, cell = self._theme.tokens, option.rect
        painter.save()
        painter.setClipRect(cell)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, tokens.sel if self._view.isActiveWindow() else tokens.sel_inactive)
        painter.setFont(self._body.font)
        quiet = not self.live or node.wanted is Wanted.NO
        painter.setPen(tokens.text3 if quiet else tokens.text)
        text = str(self._model.data(index) or "")
        match FileColumn(index.column()):
            case FileColumn.NAME:
                name = "folder" if node.is_folder else "file"
                left = self._place(cell, 0, _ICON)
                colour = tokens.text3 if quiet else tokens.text2
                picture = pixmap(name, colour, _ICON, self._view.devicePixelRatioF())
                painter.drawPixmap(left, cell.top() + (cell.height() - _ICON) // 2, picture)
                self._write(painter, cell, _ICON + _GAP, text, Qt.TextElideMode.ElideMiddle)
            case FileColumn.SIZE:
                width = self._body.width(text)
                self._write(painter, cell, cell.width() - TRAILING - width, text)
            case FileColumn.PROGRESS:
                self._paint_bar(painter, cell, node, tokens)
                self._write(painter, cell, LEADING + BAR_WIDTH + LEADING, text)
            case FileColumn.WANTED:
                self._write(painter, cell, LEADING, text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, cell: QRect, node: Node, tokens: Tokens) -> None:
        left, top = self._place(cell, LEADING, BAR_WIDTH), cell.top() + (cell.height() - BAR_HEIGHT) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.track)
        radius = BAR_HEIGHT / 2
        painter.drawRoundedRect(QRectF(left, top, BAR_WIDTH, BAR_HEIGHT), radius, radius)
        share = shown_percent(node)
        if share:
            filled = max(BAR_WIDTH * share / 100, radius)
            start = left + BAR_WIDTH - filled if self._mirrored else left
            painter.setBrush(self._bar_colour(node, tokens))
            painter.drawRoundedRect(QRectF(start, top, filled, BAR_HEIGHT), radius, radius)
        painter.restore()

    def _bar_colour(self, node: Node, tokens: Tokens) -> QColor:
        if not self.live or node.wanted is Wanted.NO:
            return tokens.line_strong
        if node.is_complete and not tokens.high_contrast:
            return mix(tokens.base, tokens.status[Status.COMPLETED], _FAINT)
        return tokens.bar

    def _write(
        self,
        painter: QPainter,
        cell: QRect,
        offset: int,
        text: str,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        ink = self._body
        shown = ink.fit(text, cell.width() - offset - LEADING, elide)
        ink.paint(
            painter, self._place(cell, offset, ink.width(shown)), cell.top() + (cell.height() - ink.height) // 2, shown
        )

    def _place(self, cell: QRect, offset: int, extent: int) -> int:
        """Where something of this extent begins, this far behind the leading edge of the cell."""
        return cell.right() + 1 - offset - extent if self._mirrored else cell.left() + offset

    @property
    def _mirrored(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
