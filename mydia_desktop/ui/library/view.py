"""Movies and shows with their seasons and episodes, and how it stands with the downloads for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.issues_header import IssuesHeader
from mydia_desktop.ui.library.delegate import LibraryDelegate
from mydia_desktop.ui.library.model import LibraryColumn, LibraryModel
from mydia_desktop.ui.library.nodes import Node, path_of
from mydia_desktop.ui.menu_key import asks_for_menu
from mydia_desktop.ui.theme import Theme

_INDENT = 22
_CHEVRON = 14
_LEAST_TITLE, _LEAST_REMARK = 260, 140


class LibraryView(QTreeView):
    """Shows a LibraryModel; what is done to what is selected is for others."""

    menu_requested = Signal(object)
    """Right-click, Menu key or Shift+F10 on lines: the QPoint on the screen."""
    edit_requested = Signal(object)
    """The Node to be edited."""
    selection_changed = Signal()

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library, self._theme = model, theme
        self.setAccessibleName(self.tr("Library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = IssuesHeader(theme, self)
        header.setStretchLastSection(False)
        self.setHeader(header)
        self._delegate = LibraryDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        model.dataChanged.connect(self.viewport().update)
        self.expanded.connect(self._unfold_an_only_season)
        theme.changed.connect(self._take_look)
        self._share_width()

    def selected_nodes(self) -> list[Node]:
        """The selected lines from the top."""
        nodes = map(self.library.node_at, self.selectionModel().selectedRows())
        return sorted((node for node in nodes if node is not None), key=path_of)

    def selected_keys(self) -> tuple[TransferKey, ...]:
        """What clients list for the selected lines, each once."""
        rows = (row for node in self.selected_nodes() for row in self.library.standing_of(node).rows)
        return tuple(dict.fromkeys(row.transfer.key for row in rows))

    def selected_gone(self) -> tuple[RecordId, ...]:
        """The open records of the selected lines that their clients answered without, each once."""
        gone = (record for node in self.selected_nodes() for record in self.library.standing_of(node).gone)
        return tuple(dict.fromkeys(record.id for record in gone))

    def current_node(self) -> Node | None:
        """The line that the keyboard is on."""
        return self.library.node_at(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's
        """Tell it."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's
        """Letters search nothing here: there is a field for that."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Enter unfolds and folds; what is not the view's own goes on to others."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            first = index.siblingAtColumn(0)
            if self.library.hasChildren(first):
                self.setExpanded(first, not self.isExpanded(first))
        elif asks_for_menu(event):
            self._ask_for_menu()
        elif event.key() == Qt.Key.Key_F2 and (node := self.current_node()) is not None:
            self.edit_requested.emit(node)
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif event.text().isprintable() and event.text() and not event.modifiers() and event.text() not in "+-*":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's
        """Ask for the menu of what is selected, at the mouse or at the current line."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        elif self.selectionModel().hasSelection():
            self.menu_requested.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Light up what is under the mouse."""
        super().mouseMoveEvent(event)
        node = self.library.node_at(self.indexAt(event.position().toPoint()))
        self._point_at(None if node is None else node.id)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """The mouse is nowhere."""
        super().leaveEvent(event)
        self._point_at(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ActivationChange):
            self._take_look()

    def drawBranches(  # noqa: N802 - Qt's
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A chevron before what can be unfolded."""
        node = self.library.node_at(index)
        if node is None:
            return
        self._delegate.paint_ground(painter, rect, node, selected=self.selectionModel().isSelected(index))
        if not self.library.hasChildren(index):
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        folded = "chevron-left" if mirrored else "chevron-right"
        name = "chevron-down" if self.isExpanded(index) else folded
        sign = pixmap(name, self._theme.tokens.text2, _CHEVRON, self.devicePixelRatioF())
        inset = (_INDENT - _CHEVRON) // 2
        left = rect.left() + inset if mirrored else rect.right() + 1 - inset - _CHEVRON
        painter.drawPixmap(left, rect.top() + (rect.height() - _CHEVRON) // 2, sign)

    def _ask_for_menu(self) -> None:
        """By key: at the current line."""
        if self.selectionModel().hasSelection():
            box = self.visualRect(self.currentIndex())
            self.menu_requested.emit(self.viewport().mapToGlobal(QPoint(box.left() + 24, box.center().y())))

    def _unfold_an_only_season(self, index: QModelIndex) -> None:
        if self.library.rowCount(index) == 1:
            self.expand(self.library.index(0, 0, index))

    def _point_at(self, node_id: int | None) -> None:
        if node_id != self._delegate.hovered:
            self._delegate.hovered = node_id
            self.viewport().update()

    def _take_look(self) -> None:
        self._delegate.take_look()
        self._share_width()
        self.scheduleDelayedItemsLayout()

    def _share_width(self) -> None:
        widths = self._delegate.widths()
        width = self.viewport().width()
        hidden = width - sum(widths.values()) < _LEAST_TITLE + _LEAST_REMARK
        # In a narrow view the date goes first, which the tool tip of the line above it does not need.
        if hidden:
            widths.pop(LibraryColumn.COMPLETED)
        self.setColumnHidden(LibraryColumn.COMPLETED, hidden)
        rest = max(width - sum(widths.values()), _LEAST_TITLE + _LEAST_REMARK)
        widths[LibraryColumn.TITLE] = rest * 3 // 5
        widths[LibraryColumn.REMARK] = rest - widths[LibraryColumn.TITLE]
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)
