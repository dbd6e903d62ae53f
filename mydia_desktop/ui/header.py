"""The table's header: a click sorts, a drag moves, a double click on an edge fits, the menu picks columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from mydia_desktop.ui.column_layout import ColumnLayout
from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.filtering import View
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.row_look import LEADING, TRAILING
from mydia_desktop.ui.theme import Theme, scaled

_HEIGHT = 32
_ARROW = 12
_NAME_INSET = 6
_NAME = PLACE[ColumnId.NAME]


class DownloadsHeader(QHeaderView):
    """Applies the column layout, and learns from the hand what to change in it."""

    sort_requested = Signal(int, Qt.SortOrder)
    arranged = Signal()
    """Columns came, went, moved or changed their width: worth saving soon."""

    def __init__(self, theme: Theme, natural_width: Callable[[ColumnId], int], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._theme = theme
        self._natural_width = natural_width
        self._layout = ColumnLayout()
        self._arranging = False
        self._ink, self._sorted_ink = self._inks()
        self.menu = QMenu(self)
        """The columns to pick from; the tool bar shows it too."""
        self._actions = {column.id: self._add_action(column.id) for column in COLUMNS if column.id != ColumnId.NAME}
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Reset columns"), self._reset)
        self.menu.aboutToShow.connect(self._check_shown)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setSortIndicator(PLACE[ColumnId.STATUS], Qt.SortOrder.AscendingOrder)
        self.sectionClicked.connect(self._sort_by)
        self.sectionMoved.connect(self._moved)
        self.sectionResized.connect(self._resized)
        theme.changed.connect(self.viewport().update)

    def show_view(self, view: View) -> None:
        """Show the columns of this view."""
        if view is not self._layout.view:
            self._layout.view = view
            self.arrange()

    def save(self) -> bytes:
        """What the user set, in all views."""
        return self._layout.save()

    def restore(self, saved: bytes) -> bool:
        """Take up what was saved; returns whether it could be read."""
        readable = self._layout.restore(saved)
        self.arrange()
        return readable

    def arrange(self) -> None:
        """Show, order and size the columns for the width there is."""
        if self.count() != len(COLUMNS):
            return  # no model yet
        widths = self._layout.fit(self._table.viewport().width(), self._natural_width)
        self._arranging = True
        self.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Fixed)
        for visual, column in enumerate(self._layout.current.order):
            self.moveSection(self.visualIndex(PLACE[column]), visual)
        for column in ColumnId:
            self.setSectionHidden(PLACE[column], column not in widths)
            if column in widths:
                self.resizeSection(PLACE[column], widths[column])
        self._arranging = False

    def set_shown(self, column: ColumnId, *, shown: bool) -> None:
        """Switch a column on or off, by hand: from then on it stays so."""
        self._layout.current.shown[column] = shown
        self._changed_by_hand()

    def title_width(self, column: ColumnId) -> int:
        """How much the title needs, with the arrow that sorting brings."""
        return LEADING + self._sorted_ink.width(COLUMNS[PLACE[column]].title()) + 4 + _ARROW + LEADING

    def change_font(self) -> None:
        """Take over the view's font."""
        self._ink, self._sorted_ink = self._inks()
        self.arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """Room for one line."""
        return QSize(super().sizeHint().width(), max(_HEIGHT, self._ink.height + 14))

    def sectionSizeFromContents(self, logical: int) -> QSize:  # noqa: N802 - Qt's
        """What fitting a column grants its title."""
        return QSize(self.title_width(COLUMNS[logical].id), self.sizeHint().height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's
        """Offer the columns."""
        self.menu.popup(event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802 - Qt's
        """Title, and the arrow of the column that orders the rows."""
        tokens = self._theme.tokens
        painter.fillRect(rect, tokens.base)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        column = COLUMNS[logical]
        is_sorted = logical == self.sortIndicatorSection()
        ink = self._sorted_ink if is_sorted else self._ink
        arrow = 4 + _ARROW if is_sorted else 0
        inset = _NAME_INSET if logical == _NAME else 0
        room = rect.width() - LEADING - TRAILING - arrow - inset
        title = ink.fit(column.title(), max(room, 0) + (LEADING if column.numeric else 0))
        extent = ink.width(title) + arrow
        offset = rect.width() - TRAILING - extent if column.numeric else LEADING + inset
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.right() + 1 - offset - extent if mirrored else rect.left() + offset
        text_x = x + arrow if mirrored else x
        painter.setFont(ink.font)
        painter.setPen(tokens.text if is_sorted else tokens.text2)
        ink.paint(painter, text_x, rect.top() + (rect.height() - ink.height) // 2, title)
        if is_sorted:
            falling = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            name = "arrow-down" if falling else "arrow-up"
            drawn = pixmap(name, tokens.text, _ARROW, self.devicePixelRatioF())
            arrow_x = x if mirrored else x + extent - _ARROW
            painter.drawPixmap(QPoint(arrow_x, rect.top() + (rect.height() - _ARROW) // 2), drawn)

    def _inks(self) -> tuple[Ink, Ink]:
        weight = QFont.Weight
        font = self._table.font()
        return Ink(scaled(font, 0.92, weight.Medium)), Ink(scaled(font, 0.92, weight.DemiBold))

    def _add_action(self, column: ColumnId) -> QAction:
        action = self.menu.addAction(COLUMNS[PLACE[column]].title())
        action.setCheckable(True)
        action.triggered.connect(lambda checked: self.set_shown(column, shown=checked))
        return action

    def _check_shown(self) -> None:
        wanted = self._layout.current.wanted(self._layout.view)
        for column, action in self._actions.items():
            action.setChecked(column in wanted)

    def _reset(self) -> None:
        self._layout.reset()
        self._changed_by_hand()

    def _sort_by(self, logical: int) -> None:
        order = Qt.SortOrder.AscendingOrder
        if logical == self.sortIndicatorSection() and self.sortIndicatorOrder() == order:
            order = Qt.SortOrder.DescendingOrder
        self.setSortIndicator(logical, order)
        self.sort_requested.emit(logical, order)

    def _moved(self) -> None:
        if not self._arranging:
            self._layout.current.order = [COLUMNS[self.logicalIndex(visual)].id for visual in range(self.count())]
            self.arranged.emit()

    def _resized(self, logical: int, _before: int, width: int) -> None:
        if not self._arranging and width > 0:
            self._layout.current.widths[COLUMNS[logical].id] = width
            self._changed_by_hand()

    def _changed_by_hand(self) -> None:
        self.arrange()
        self.arranged.emit()
