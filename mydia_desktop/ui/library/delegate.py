"""Paints the lines of the library like those of the table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.filtering import Media
from mydia_desktop.ui.icons import MEDIA_ICONS, NOT_LIVE_ICON, STATUS_ICONS
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.library import words
from mydia_desktop.ui.library.model import LibraryColumn, LibraryModel
from mydia_desktop.ui.library.nodes import EpisodeNode, ItemNode, Node, SeasonNode
from mydia_desktop.ui.library.standing import Standing
from mydia_desktop.ui.row_look import LEADING, SELECTION_BAR, TRAILING, Look
from mydia_desktop.ui.theme import Theme, scaled

_ICON, _SMALL_ICON = 18, 14
_GAP = 9


class LibraryDelegate(QStyledItemDelegate):
    """One for the whole view."""

    def __init__(self, theme: Theme, model: LibraryModel, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self.hovered: int | None = None
        """The id of the line under the mouse."""
        self.take_look()

    def take_look(self) -> None:
        """Begin to draw with another font, for another screen, or in other colours."""
        font = self._view.font()
        self.look = Look(font, Density.COMFORTABLE, self._theme.tokens, self._view.devicePixelRatioF())
        self._item_ink = Ink(scaled(font, 1.0, QFont.Weight.DemiBold))
        self._season_ink = Ink(scaled(font, 1.0, QFont.Weight.Medium))

    @property
    def line_height(self) -> int:
        """Of every line."""
        return max(36, self._item_ink.height + 16)

    def widths(self) -> dict[LibraryColumn, int]:
        """What the columns need that hold about the same in every line; the other two share the rest."""
        look = self.look
        usual = f"Downloading 88 % · {words.translate('cells', 'Last seen %1').replace('%1', '44 s ago')}"
        return {
            LibraryColumn.NOW: LEADING + _SMALL_ICON + 5 + look.body.width(usual) + TRAILING,
            LibraryColumn.COMPLETED: LEADING + look.body.width("Yesterday 22:44") + TRAILING,
        }

    def sizeHint(  # noqa: N802 - Qt's
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's
    ) -> QSize:
        """All the same height."""
        return QSize(0, self.line_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        node = self._model.node_at(index)
        if node is None:
            return
        cell, column = option.rect, LibraryColumn(index.column())
        painter.save()
        painter.setClipRect(cell)
        self.paint_ground(painter, cell, node, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        match column:
            case LibraryColumn.TITLE:
                self._paint_title(painter, cell, node)
            case LibraryColumn.NOW:
                self._paint_now(painter, cell, node)
            case LibraryColumn.COMPLETED:
                text = self._model.text(node, column)
                self._write(painter, self.look.body, cell, LEADING, text, self.look.tokens.text2)
            case LibraryColumn.REMARK:
                self._paint_remark(painter, cell, node)
        painter.restore()

    def paint_ground(self, painter: QPainter, cell: QRect, node: Node, *, selected: bool) -> None:
        """Selection, hover, the hairline, and the ring around the line that the keyboard is on."""
        tokens, view = self.look.tokens, self._view
        whole = QRect(0, cell.top(), view.viewport().width(), cell.height())
        if selected:
            active = view.isActiveWindow()
            painter.fillRect(cell, tokens.sel if active else tokens.sel_inactive)
            if active:
                left = whole.right() + 1 - SELECTION_BAR if self._mirrored else 0
                painter.fillRect(left, cell.top(), SELECTION_BAR, cell.height(), tokens.accent)
        elif self.hovered == node.id:
            painter.fillRect(cell, tokens.hover)
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, tokens.line)
        if view.hasFocus() and view.currentIndex().internalId() == node.id:
            painter.setPen(tokens.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(0, 0, -1, -1))

    def _paint_title(self, painter: QPainter, cell: QRect, node: Node) -> None:
        tokens, offset, ink = self.look.tokens, 4, self.look.body
        title, beside = words.title(node), words.beside(node)
        match node:
            case ItemNode():
                ink = self._item_ink
                icon = MEDIA_ICONS[Media.EPISODES if node.is_show else Media.MOVIES]
                self._paint_icon(painter, cell, offset, icon, tokens.text2, _ICON)
                offset += _ICON + _GAP
            case SeasonNode():
                ink = self._season_ink
            case EpisodeNode():
                # In order of their numbers these stand first, one below the other.
                offset += self._write(painter, ink, cell, offset, beside, tokens.text2) + _GAP
                beside = ""
        small, below = self.look.small, words.below(node)
        extents = [
            _GAP + small_ink.width(text) for small_ink, text in ((self.look.body, beside), (small, below)) if text
        ]
        room = max(cell.width() - offset - TRAILING - sum(extents), (cell.width() - offset) // 2)
        offset += self._write(painter, ink, cell, offset, title, tokens.text, room=room, marked=True) + _GAP
        if beside:
            offset += self._write(painter, self.look.body, cell, offset, beside, tokens.text2, marked=True) + _GAP
        self._write(painter, small, cell, offset, below, tokens.text3)

    def _paint_now(self, painter: QPainter, cell: QRect, node: Node) -> None:
        standing = self._model.standing_of(node)
        text = words.now(standing, self._model.format)
        if not text:
            return
        icon, colour = self._sign(standing)
        self._paint_icon(painter, cell, LEADING, icon, colour, _SMALL_ICON)
        self._write(painter, self.look.body, cell, LEADING + _SMALL_ICON + 5, text, colour)

    def _sign(self, standing: Standing) -> tuple[str, QColor]:
        """That of the one that matters most; several have no colour of their own."""
        tokens, first = self.look.tokens, standing.rows[0]
        live = [row for row in standing.rows if row.live]
        if not live:
            return NOT_LIVE_ICON, tokens.text3
        if first.in_flight:
            return "loader-circle", tokens.text2
        status = live[0].transfer.status
        alone = len({row.transfer.status for row in live}) == 1
        return STATUS_ICONS[status], tokens.status[status] if alone else tokens.text2

    def _paint_remark(self, painter: QPainter, cell: QRect, node: Node) -> None:
        standing, tokens = self._model.standing_of(node), self.look.tokens
        if standing.trouble:
            colour = tokens.status[Status.FAILED]
        elif standing.gone:
            colour = tokens.status[Status.MISSING]
        else:
            colour = tokens.text3
        self._write(painter, self.look.body, cell, LEADING, words.remark(node, standing), colour)

    def _paint_icon(self, painter: QPainter, cell: QRect, offset: int, name: str, colour: QColor, size: int) -> None:
        left = cell.right() + 1 - offset - size if self._mirrored else cell.left() + offset
        painter.drawPixmap(left, cell.top() + (cell.height() - size) // 2, self.look.icon(name, colour, size))

    def _write(
        self,
        painter: QPainter,
        ink: Ink,
        cell: QRect,
        offset: int,
        text: str,
        colour: QColor,
        *,
        room: int | None = None,
        marked: bool = False,
    ) -> int:
        """A text so far from where the cell begins, shortened to the room; returns its width."""
        most = cell.width() - offset - TRAILING if room is None else room
        if not text or most <= 0:
            return 0
        searched = self._model.words if marked else ()
        shown, style = ink.fit(text, most), self.look.hit
        extent = ink.marked_width(shown, words=searched, style=style) if searched else ink.width(shown)
        left = cell.right() + 1 - offset - extent if self._mirrored else cell.left() + offset
        top = cell.top() + (cell.height() - ink.height) // 2
        painter.setFont(ink.font)
        painter.setPen(colour)
        if searched:
            ink.paint_marked(painter, left, top, shown, words=searched, style=style)
        else:
            ink.paint(painter, left, top, shown)
        return extent

    @property
    def _mirrored(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
