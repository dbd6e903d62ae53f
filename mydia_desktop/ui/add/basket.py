"""Everything that is to be added, as a list model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mydia_desktop.ui.add.item import Item, Origin, Stage
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.workflows.release_text import TextSource

ITEM = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Basket(QAbstractListModel):
    """The items in the order they came. One that was sent stays until all is cleared, whatever becomes of its line."""

    arrived = Signal(object)
    """New items, list[Item]: to be read."""
    left = Signal(object)
    """Numbers, set[int], of items that nobody wants any more."""
    changed = Signal()
    """Anything, once for each change."""

    def __init__(self, spoken: Callable[[Item], str], parent: QObject | None = None) -> None:
        """``spoken`` puts an item in words for a screen reader."""
        super().__init__(parent)
        self._spoken = spoken
        self._items: list[Item] = []
        self._next = 1

    # -- what is in it -----------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Item]:
        """All items, in their order."""
        return iter(tuple(self._items))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    def find(self, number: int) -> Item | None:
        """The item of this number, if it is still there."""
        place = self._place(number)
        return None if place is None else self._items[place]

    def place(self, number: int) -> QModelIndex:
        """Where it stands; an invalid index if it is gone."""
        place = self._place(number)
        return _NOWHERE if place is None else self.index(place)

    # -- changing it -------------------------------------------------------------------------------------------

    def put(self, origins: Iterable[Origin]) -> None:
        """Take these in addition; what is there already, by its text or path, is not taken twice."""
        known = {item.origin for item in self._items}
        self._append([origin for origin in dict.fromkeys(origins) if origin not in known])

    def set_lines(self, lines: Sequence[TextSource]) -> None:
        """Follow the text box: lines that are not there any more go, new ones come to the end."""
        wanted = set(lines)
        stale = {
            item.number
            for item in self._items
            if isinstance(item.origin, TextSource) and item.origin not in wanted and not _is_under_way(item)
        }
        self.remove(stale)
        self.put(lines)

    def remove(self, numbers: Collection[int]) -> None:
        """Take these out."""
        gone = set(numbers)
        if not gone:
            return
        for place in range(len(self._items) - 1, -1, -1):
            if self._items[place].number in gone:
                self.beginRemoveRows(_NOWHERE, place, place)
                del self._items[place]
                self.endRemoveRows()
        self.left.emit(gone)
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything but what is being sent."""
        self.remove({item.number for item in self._items if item.stage is not Stage.ADDING})

    def change(self, number: int, **changes: Any) -> None:  # noqa: ANN401 - fields of Item
        """Change fields of one item; nothing if it is gone."""
        place = self._place(number)
        if place is None:
            return
        now = replace(self._items[place], **changes)
        if now != self._items[place]:
            self._items[place] = now
            self.dataChanged.emit(self.index(place), self.index(place))
            self.changed.emit()

    # -- a model -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's
        """As QAbstractListModel."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As QAbstractListModel."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain(item.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(item)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(plain(item.message or item.name))
            case _:
                return item if role == ITEM else None

    # -- its inside --------------------------------------------------------------------------------------------

    def _append(self, origins: Sequence[Origin]) -> None:
        if not origins:
            return
        items = [Item(number=self._next + place, origin=origin) for place, origin in enumerate(origins)]
        self._next += len(items)
        self.beginInsertRows(_NOWHERE, len(self._items), len(self._items) + len(items) - 1)
        self._items.extend(items)
        self.endInsertRows()
        self.arrived.emit(items)
        self.changed.emit()

    def _place(self, number: int) -> int | None:
        place = bisect_left(self._items, number, key=_number_of)  # numbers grow with the places
        return place if place < len(self._items) and self._items[place].number == number else None


def _number_of(item: Item) -> int:
    return item.number


def _is_under_way(item: Item) -> bool:
    return item.is_over or item.stage is Stage.ADDING
