"""Nothing moves under the hand: what was looked at stays where it is while a batch changes the rows around it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QApplication

from mydia_desktop.ui.anchoring import Anchor, Spot, spot_at, take_anchor
from mydia_desktop.ui.row_table import RowTable

HAND_PAUSE = 1.5
"""Seconds without a key or the wheel before rows may change places."""


class Steadiness:
    """Stands around each batch of the model: takes an anchor before it and is back at it after it."""

    def __init__(self, table: RowTable, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._table = table
        self._model = table.downloads
        self._monotonic = monotonic
        self._moved_at = -HAND_PAUSE
        self._untouched = True
        """No hand has been in the list since it was last brought to its top: then the top is what is looked at."""
        self._anchor: Anchor | None = None
        self._current: Spot | None = None
        self._filter_changed = False
        self.changing = False
        """A batch is under way."""
        self._model.pace.wait_while(self.hand_is_busy)
        self._model.about_to_change.connect(self.hold)
        self._model.filter_changed.connect(self._note_filter)

    def touch(self) -> None:
        """A key or the wheel was used here."""
        self._untouched = False
        self._moved_at = self._monotonic()

    def hand_is_busy(self) -> bool:
        """Whether someone is using the list, or has a menu open over it."""
        return (
            self._monotonic() - self._moved_at < HAND_PAUSE
            or self._table.is_pressed
            or self._table.verticalScrollBar().isSliderDown()
            or QApplication.activePopupWidget() is not None
        )

    def go_to_top(self) -> None:
        """Show the top, and stay there until a hand comes."""
        self._table.verticalScrollBar().setValue(0)
        self._untouched = True

    def hold(self) -> None:
        """Remember what is looked at."""
        table, shown = self._table, self._model.shown
        self.changing = True
        index, scroll = table.currentIndex(), table.verticalScrollBar().value()
        place = index.row() if index.isValid() else None
        self._current = None if place is None else spot_at(shown, place)
        if self._untouched and scroll == 0 and place is None:
            self._anchor = None
        else:
            self._anchor = take_anchor(shown, place, scroll, table.row_height, table.viewport().height())

    def settle(self) -> None:
        """Put current row and scroll offset back to what was looked at."""
        table = self._table
        table.executeDelayedItemsLayout()
        table.updateGeometries()
        by_filter, self._filter_changed = self._filter_changed, False
        key = None
        if self._current is not None:
            key = self._current.key if by_filter else self._current.survivor(self._model.row_of)
        place = None if key is None else self._model.row_of(key)
        if place != (table.currentIndex().row() if table.currentIndex().isValid() else None):
            index = QModelIndex() if place is None else self._model.index(place, max(0, table.currentIndex().column()))
            table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.changing = False
        if by_filter and place is None:
            self.go_to_top()
        elif self._anchor is not None:
            value = self._anchor.scroll_value(self._model.row_of, table.row_height)
            table.verticalScrollBar().setValue(value or 0)

    def _note_filter(self) -> None:
        self._filter_changed = True
