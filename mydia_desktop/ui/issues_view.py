"""The downloads that need attention, grouped by what is wrong, each with one suggested fix."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.gone_lines import GoneEntry
from mydia_desktop.ui.issue_lines import Entry, Head, Line, More
from mydia_desktop.ui.issue_words import FixRequest, fix_of
from mydia_desktop.ui.issues_delegate import IssuesDelegate
from mydia_desktop.ui.issues_header import IssuesHeader
from mydia_desktop.ui.issues_model import IssueColumn, IssuesModel
from mydia_desktop.ui.menu_key import asks_for_menu
from mydia_desktop.ui.theme import Theme

_LEAST_NAME, _LEAST_CAUSE = 220, 220
# In a narrow view the client goes, which the cause names too, and then the progress.
_DROPPED = (IssueColumn.CLIENT, IssueColumn.PROGRESS)


class IssuesView(QTableView):
    """Heads fold, Enter and the buttons run what is suggested."""

    fix_requested = Signal(object)
    """A FixRequest."""
    try_requested = Signal(object)
    """A tuple of the ClientIds to ask now."""
    menu_requested = Signal(object)
    """Right-click, Menu key or Shift+F10 on downloads: the QPoint on the screen."""
    gone_menu_requested = Signal(object)
    """The same on records that are gone."""
    send_again_requested = Signal(object)
    """A tuple of the RecordIds."""
    forget_requested = Signal(object)
    """A tuple of the RecordIds."""
    selection_changed = Signal()

    def __init__(self, model: IssuesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issues = model
        self._pressed: Line | None = None
        self._anchor: tuple[Line, int] | None = None
        self.setAccessibleName(self.tr("Issues"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setHorizontalHeader(IssuesHeader(theme, self))
        self._delegate = IssuesDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        # After the view's own, so that its header already knows the new lines.
        model.rowsInserted.connect(self._lines_came)
        model.rowsRemoved.connect(self._restore_place)
        model.layoutChanged.connect(self._lines_moved)
        self.verticalScrollBar().valueChanged.connect(self._remember_place)
        theme.changed.connect(self._take_look)
        self._take_look()

    def selected_keys(self) -> tuple[TransferKey, ...]:
        """The selected downloads from the top."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = (self._issues.line_at(place) for place in places)
        return tuple(line.row.transfer.key for line in lines if isinstance(line, Entry))

    def selected_gone(self) -> tuple[RecordId, ...]:
        """The selected records that are gone, from the top."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        lines = (self._issues.line_at(place) for place in places)
        return tuple(line.record.id for line in lines if isinstance(line, GoneEntry))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's
        """Tell it."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Enter does what the line offers, Left and Right fold; what is not the view's own goes on to others."""
        line = self._current()
        forward = Qt.Key.Key_Left if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._run(line)
        elif asks_for_menu(event):
            self._ask_for_menu()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(line, out=event.key() == forward)
        elif event.key() == Qt.Key.Key_Delete and self.selected_gone() and not self.selected_keys():
            self.forget_requested.emit(self.selected_gone())
        elif event.key() == Qt.Key.Key_Escape and self.selectedIndexes():
            self.clearSelection()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's
        """Ask for the menu of what is selected, at the mouse or at the current line."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            here = (
                self.indexAt(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.currentIndex()
            )
            self._ask_for_menu_of(here, event.globalPos())

    def _ask_for_menu(self) -> None:
        """By key: at the current line."""
        box = self.visualRect(self.currentIndex())
        self._ask_for_menu_of(
            self.currentIndex(), self.viewport().mapToGlobal(QPoint(box.left() + 24, box.center().y()))
        )

    def _ask_for_menu_of(self, here: QModelIndex, at: QPoint) -> None:
        on_gone = here.isValid() and isinstance(self._issues.line_at(here.row()), GoneEntry)
        if self.selected_gone() and (on_gone or not self.selected_keys()):
            self.gone_menu_requested.emit(at)
        elif self.selected_keys():
            self.menu_requested.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Heads and buttons are pressed; everything else is selected."""
        line = self._line_under(event)
        on_button = line is not None and self._is_on_button(line, event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and (on_button or isinstance(line, Head | More)):
            self._pressed = line
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """What was pressed and is still under the mouse happens."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        if pressed is not self._line_under(event):
            return
        if self._is_on_button(pressed, event.position().toPoint()):
            self._run(pressed)
        elif isinstance(pressed, Head):
            self._turn(pressed, out=pressed.folded)
        elif isinstance(pressed, More):
            self._run(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Light up what is under the mouse."""
        self._delegate.mouse = event.position().toPoint()
        self.viewport().update()
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """The mouse is nowhere."""
        self._delegate.mouse = None
        self.viewport().update()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_look()

    def _run(self, line: Line | None) -> None:
        """What Enter does here: the suggested fix, another try, or more rows."""
        if isinstance(line, Entry):
            fix = fix_of(line)
            if fix is not None:
                self.fix_requested.emit(FixRequest(line.row.transfer.key, fix))
        elif isinstance(line, GoneEntry):
            if line.client.live:
                self.send_again_requested.emit((line.record.id,))
        elif isinstance(line, More):
            (self._issues.show_more if line.hidden else self._issues.show_fewer)(line.group)
        elif isinstance(line, Head):
            state = self._issues.state_of(line.group)
            if state is not None and not state.live:
                self.try_requested.emit((state.id,))
            else:
                self._turn(line, out=line.folded)

    def _turn(self, line: Line | None, *, out: bool) -> None:
        """Unfold what is below this line, or fold it away."""
        if isinstance(line, Head):
            self._issues.fold(line.group, folded=not out)

    def _current(self) -> Line | None:
        index = self.currentIndex()
        return self._issues.line_at(index.row()) if index.isValid() else None

    def _line_under(self, event: QMouseEvent) -> Line | None:
        index = self.indexAt(event.position().toPoint())
        return self._issues.line_at(index.row()) if index.isValid() else None

    def _is_on_button(self, line: Line, at: QPoint) -> bool:
        place = self._issues.place_of(line)
        if place is None:
            return False
        box = self._delegate.button_rect(line, self._cell(place))
        return box is not None and box.contains(at)

    def _cell(self, place: int) -> QRect:
        return self.visualRect(self._issues.index(place, IssueColumn.FIX))

    def _take_look(self) -> None:
        self._delegate.take_look()
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(self._delegate.head_height)
        rows.setDefaultSectionSize(self._delegate.look.row_height)
        self._share_width()
        self._lines_moved()
        self.viewport().update()

    def _share_width(self) -> None:
        widths = self._delegate.widths()
        fixed = tuple(widths)
        width = self.viewport().width()
        for column in _DROPPED:
            if width - sum(widths.values()) < _LEAST_NAME + _LEAST_CAUSE:
                widths.pop(column)
        for column in fixed:
            self.setColumnHidden(column, column not in widths)
        rest = max(width - sum(widths.values()), _LEAST_NAME + _LEAST_CAUSE)
        widths[IssueColumn.NAME] = rest * 11 // 20
        widths[IssueColumn.HAPPENED] = rest - widths[IssueColumn.NAME]
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)

    def _lines_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._fit_heights(range(first, last + 1))
        self._restore_place()

    def _lines_moved(self) -> None:
        self._fit_heights(range(self._issues.rowCount()))
        self._restore_place()

    def _fit_heights(self, places: Iterable[int]) -> None:
        rows = self.verticalHeader()
        low, high = self._delegate.head_height, self._delegate.look.row_height
        for place in places:
            height = high if isinstance(self._issues.line_at(place), Entry | GoneEntry) else low
            if rows.sectionSize(place) != height:
                rows.resizeSection(place, height)

    def _remember_place(self) -> None:
        """What is at the top now, and how far it is scrolled out."""
        index = self.indexAt(QPoint(1, 0))
        if index.isValid():
            self._anchor = self._issues.line_at(index.row()), self.visualRect(index).top()

    def _restore_place(self) -> None:
        """Keep what was at the top where it was, to the pixel."""
        if self._anchor is None or self.verticalScrollBar().value() == 0:
            return
        line, top = self._anchor
        place = self._issues.place_of(line)
        if place is not None:
            moved = self.visualRect(self._issues.index(place, 0)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
