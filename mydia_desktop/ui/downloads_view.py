"""The table of downloads, as hands and screen readers use it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QMenu, QWidget

from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.row_table import RowTable
from mydia_desktop.ui.steadiness import Steadiness
from mydia_desktop.ui.theme import Theme

VISIBLE_DEBOUNCE_MS = 100

_MIRRORED = 250
"""Selected rows that Qt is told of, for screen readers. It would follow more than that far too slowly."""

_MENU_ECHO = 0.2
"""Seconds in which a platform may send a menu request of its own for the key that asked already."""

_FLAG = QItemSelectionModel.SelectionFlag
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class DownloadsView(RowTable):
    """Shows a DownloadsModel; keeps selection, current row and scroll offset through every refresh."""

    selection_changed = Signal()
    menu_requested = Signal(object)
    """A context menu is wanted at this QPoint of the screen; what it is for is selected."""
    visible_changed = Signal(object)
    """The frozenset of keys that are on the screen now."""
    columns_changed = Signal()
    """The user changed the columns: ``save_columns`` has something new."""

    def __init__(
        self,
        model: DownloadsModel,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(model, theme, parent)
        self.setAccessibleName(self.tr("Downloads"))
        self._monotonic = monotonic
        self._drawn_to: int | None = None
        self._dropped = False
        self._mirroring = False
        self._menu_asked_at = -_MENU_ECHO
        self._visible: frozenset[TransferKey] = frozenset()
        self._visible_timer = QTimer(self, singleShot=True, interval=VISIBLE_DEBOUNCE_MS)
        self._visible_timer.timeout.connect(self._tell_visible)
        self._steadiness = Steadiness(self, monotonic)
        model.changed.connect(self._settle)
        model.filter_changed.connect(self._show_view)
        model.rowsAboutToBeRemoved.connect(self._deselect_leaving)
        self.header.sort_requested.connect(self.sort_by)
        self.header.arranged.connect(self.columns_changed)
        self.verticalScrollBar().valueChanged.connect(self._watch)
        self.selectionModel().selectionChanged.connect(self._adopt_selection)

    @property
    def columns_menu(self) -> QMenu:
        """The columns to pick from."""
        return self.header.menu

    def selected_keys(self) -> tuple[TransferKey, ...]:
        """The selected rows from top to bottom, without those that no longer match."""
        chosen = []
        for key in self.selection.keys:
            row = self.downloads.find(key)
            if row is not None and not row.dimmed and (place := self.downloads.place_of(row)) is not None:
                chosen.append((place, key))
        return tuple(key for _, key in sorted(chosen))

    def select(self, keys: Collection[TransferKey]) -> None:
        """Select those of these that are shown, and bring the first of them on the screen."""
        places = sorted(place for key in keys if (place := self.downloads.row_of(key)) is not None)
        self.selection.choose(self._keys(places))
        if places:
            self.selection.pivot = self.key_at(places[0])
            self._make_current(places[0])
        self._selection_moved()

    def clear_selection(self) -> None:
        """Select nothing."""
        if len(self.selection):
            self.selection.choose(())
            self._selection_moved()

    def set_density(self, density: Density) -> None:
        """Give rows more or less room; what is looked at stays."""
        self._steadiness.hold()
        super().set_density(density)
        self._steadiness.settle()
        self._watch()

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Order by a column, and show where that left the current row; without a selection, the top."""
        self.header.setSortIndicator(column, order)
        self.downloads.sort(column, order)
        if len(self.selection) and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self._steadiness.go_to_top()

    def save_columns(self) -> bytes:
        """The columns of every view, as the user set them."""
        return self.header.save()

    def restore_columns(self, saved: bytes) -> bool:
        """Take up what was saved; returns whether it could be read."""
        return self.header.restore(saved)

    def selectionCommand(  # noqa: N802 - Qt's
        self,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's
        event: QEvent | None = None,  # noqa: ARG002 - Qt's
    ) -> QItemSelectionModel.SelectionFlag:
        """Qt moves its current row only; the selection is ours."""
        return _FLAG.NoUpdate

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's
        """Nothing: Qt would collect every index of a drag to then do nothing with them."""

    def currentChanged(  # noqa: N802 - Qt's
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ring is around a whole row."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.update_row(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Other rows may be on the screen now."""
        super().resizeEvent(event)
        self._watch()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's
        """By Tab, show where the keyboard is. Qt does so always, and would pin a list that nobody has touched."""
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's
        """Scroll, and let the rows rest for a while."""
        self._steadiness.touch()
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Select as everywhere: plain one, Ctrl adds, Shift extends; the right button what it points at."""
        self._steadiness.touch()
        super().mousePressEvent(event)
        self.is_pressed = True
        self._drawn_to = place = self.place_at(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(place, event.modifiers())
        elif place is not None and self.key_at(place) not in self.selection:
            self._choose(place, Qt.KeyboardModifier.NoModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Drawn with the left button, select from where it went down."""
        super().mouseMoveEvent(event)
        if not self.is_pressed or not event.buttons() & Qt.MouseButton.LeftButton or not self.downloads.shown:
            return
        inside = min(max(0, event.position().toPoint().y()), self.viewport().height() - 1)
        place = self.place_at(inside)
        end = len(self.downloads.shown) - 1 if place is None else place
        if end != self._drawn_to:
            self._drawn_to = end
            self._draw_to(end, beside=bool(event.modifiers() & _CTRL))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """The hand lets go."""
        super().mouseReleaseEvent(event)
        self.is_pressed = False
        self._steadiness.touch()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's
        """Pass the wish for a menu on."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._steadiness.touch()
            self.menu_requested.emit(event.globalPos())
        else:
            self._ask_for_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Move and select; what is not for a list goes on to others. Letters search nothing here."""
        self._steadiness.touch()
        key, modifiers = event.key(), event.modifiers()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif key == Qt.Key.Key_Space and modifiers & _CTRL:
            if self.currentIndex().isValid():
                self._choose(self.currentIndex().row(), _CTRL)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and modifiers & _SHIFT):
            self._ask_for_menu()
        elif key == Qt.Key.Key_Escape and len(self.selection) and not self.downloads.filter.text:
            self.clear_selection()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._scroll_sideways(forward=(key == Qt.Key.Key_Right) != self.isRightToLeft())
        elif (place := self._goal(Qt.Key(key))) is not None and not modifiers & Qt.KeyboardModifier.AltModifier:
            self._step_to(place, modifiers)
        else:
            event.ignore()

    def _goal(self, key: Qt.Key) -> int | None:
        """Where a key leads from the current row; None if it leads nowhere."""
        last = len(self.downloads.shown) - 1
        if last < 0:
            return None
        current = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.row_height - 1)
        match key:
            case Qt.Key.Key_Up:
                goal = current - 1 if current >= 0 else 0
            case Qt.Key.Key_Down:
                goal = current + 1
            case Qt.Key.Key_PageUp:
                goal = current - page
            case Qt.Key.Key_PageDown:
                goal = current + page
            case Qt.Key.Key_Home:
                goal = 0
            case Qt.Key.Key_End:
                goal = last
            case _:
                return None
        return min(max(0, goal), last)

    def _step_to(self, place: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _SHIFT:
            self._draw_to(place, beside=bool(modifiers & _CTRL))
        elif modifiers & _CTRL:
            self._make_current(place)
        else:
            self._make_current(place)
            self._choose(place, Qt.KeyboardModifier.NoModifier)

    def _choose(self, place: int | None, modifiers: Qt.KeyboardModifier) -> None:
        if place is None:
            if not modifiers & (_SHIFT | _CTRL):
                self.clear_selection()
            return
        if modifiers & _SHIFT:
            self._draw_to(place, beside=bool(modifiers & _CTRL))
            return
        if modifiers & _CTRL:
            self.selection.toggle(self.key_at(place))
        else:
            self.selection.choose_one(self.key_at(place))
        self._selection_moved()

    def _draw_to(self, place: int, *, beside: bool) -> None:
        """Select from the pivot to here."""
        pivot = self.selection.pivot
        start = None if pivot is None else self.downloads.row_of(pivot)
        if start is None:
            start = place
            self.selection.pivot = self.key_at(place)
        keys = self._keys(range(min(start, place), max(start, place) + 1))
        if beside:
            self.selection.draw_range_beside(keys)
        else:
            self.selection.draw_range(keys)
        self._make_current(place)
        self._selection_moved()

    def _select_all(self) -> None:
        self.selection.choose(self._keys(range(len(self.downloads.shown))))
        self._selection_moved()

    def _make_current(self, place: int) -> None:
        column = max(0, self.currentIndex().column())
        self.selectionModel().setCurrentIndex(self.downloads.index(place, column), _FLAG.NoUpdate)

    def _keys(self, places: Iterable[int]) -> list[TransferKey]:
        return [self.key_at(place) for place in places]

    def _scroll_sideways(self, *, forward: bool) -> None:
        action = QAbstractSlider.SliderAction
        self.horizontalScrollBar().triggerAction(action.SliderSingleStepAdd if forward else action.SliderSingleStepSub)

    def _ask_for_menu(self) -> None:
        """By key: beside the current row. Some platforms send a request of their own for the same key."""
        now = self._monotonic()
        if now - self._menu_asked_at < _MENU_ECHO:
            return
        self._menu_asked_at = now
        self._steadiness.touch()
        index, y = self.currentIndex(), 0
        if index.isValid():
            self.scrollTo(index)
            if not len(self.selection):
                self._choose(index.row(), Qt.KeyboardModifier.NoModifier)
            y = (index.row() + 1) * self.row_height - self.verticalScrollBar().value()
        x = self.viewport().width() - 24 if self.isRightToLeft() else 24
        self.menu_requested.emit(self.viewport().mapToGlobal(QPoint(x, y)))

    def _selection_moved(self) -> None:
        self.downloads.keep(self.selection.keys)
        self._mirror()
        self.viewport().update()
        self.selection_changed.emit()

    def _mirror(self) -> None:
        """Tell Qt's selection model, which screen readers listen to, as long as it can bear it."""
        chosen = QItemSelection()
        if len(self.selection) <= _MIRRORED:
            last = self.downloads.columnCount() - 1
            for key in self.selection.keys:
                if (place := self.downloads.row_of(key)) is not None:
                    chosen.select(self.downloads.index(place, 0), self.downloads.index(place, last))
        self._mirroring = True
        self.selectionModel().select(chosen, _FLAG.ClearAndSelect)
        self._mirroring = False

    def _adopt_selection(self) -> None:
        """Someone else, such as a screen reader, selected through Qt."""
        if self._mirroring or self._steadiness.changing:
            return
        places = {index.row() for index in self.selectionModel().selectedIndexes()}
        self.selection.choose(self._keys(sorted(places)))
        self._selection_moved()

    def _deselect_leaving(self, _parent: QModelIndex, first: int, last: int) -> None:
        if len(self.selection):
            self._dropped |= self.selection.drop(self._keys(range(first, last + 1)))

    def _settle(self) -> None:
        self._steadiness.settle()
        if self._dropped:
            self._dropped = False
            self._selection_moved()
        self._watch()

    def _show_view(self) -> None:
        self.header.show_view(self.downloads.filter.view)

    def _watch(self) -> None:
        self.downloads.watch(self.places_on_screen())
        self._visible_timer.start()

    def _tell_visible(self) -> None:
        visible = frozenset(self._keys(self.places_on_screen())) if self.isVisible() else frozenset()
        if visible != self._visible:
            self._visible = visible
            self.visible_changed.emit(visible)
