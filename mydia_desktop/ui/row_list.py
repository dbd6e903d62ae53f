"""The rows on the screen, announced to Qt as they come, go and change places: never as a reset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

from mydia_desktop.ui.row import Row

_FEW = 16
"""More ranges than this cost Qt more, one by one, than a change of the whole layout."""

ROOT = QModelIndex()


class RowListModel(QAbstractTableModel):
    """A table whose rows are replaced by telling what became of them."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Row] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """The rows that match the filter."""
        return 0 if parent.isValid() else len(self._shown)

    @property
    def shown(self) -> list[Row]:
        """The rows from top to bottom. The list is replaced, never changed: whoever holds it has the order of then."""
        return self._shown

    def show_rows(self, wanted: list[Row], leaving: Iterable[Row]) -> None:
        """Make ``wanted`` the rows on the screen. ``leaving`` are those shown now that are not in it."""
        self._take_out(sorted(row.position for row in leaving))
        arriving = [place for place, row in enumerate(wanted) if row.position < 0]
        if arriving:
            self._bring_in(wanted, arriving)
        elif wanted != self._shown:
            self._lay_out(wanted)
        _number(wanted)

    def _take_out(self, places: list[int]) -> None:
        if not places:
            return
        gone = [self._shown[place] for place in places]
        ranges = list(_ranges(places))
        if len(ranges) > _FEW:
            leaving = set(places)
            staying = [row for place, row in enumerate(self._shown) if place not in leaving]
            self._lay_out(staying + gone)
            ranges = [(len(staying), len(self._shown) - 1)]
        for first, last in reversed(ranges):
            self.beginRemoveRows(ROOT, first, last)
            self._shown = self._shown[:first] + self._shown[last + 1 :]
            self.endRemoveRows()
        for row in gone:
            row.position = -1

    def _bring_in(self, wanted: list[Row], arriving: list[int]) -> None:
        ranges = list(_ranges(arriving))
        if len(ranges) > _FEW:
            new = [wanted[place] for place in arriving]
            self.beginInsertRows(ROOT, len(self._shown), len(wanted) - 1)
            self._shown = self._shown + new
            self.endInsertRows()
            self._lay_out(wanted)
            return
        staying = [row for row in wanted if row.position >= 0]
        if staying != self._shown:
            self._lay_out(staying)
        for first, last in ranges:
            self.beginInsertRows(ROOT, first, last)
            self._shown = self._shown[:first] + wanted[first : last + 1] + self._shown[first:]
            self.endInsertRows()

    def _lay_out(self, order: list[Row]) -> None:
        """Put the same rows in another order; what Qt remembers of them follows."""
        # Without arguments: with a hint PySide6 6.11 raises, or crashes inside a virtual.
        self.layoutAboutToBeChanged.emit()
        remembered = self.persistentIndexList()
        before, self._shown = self._shown, order
        _number(order)
        moved = [self.index(before[index.row()].position, index.column()) for index in remembered]
        self.changePersistentIndexList(remembered, moved)
        self.layoutChanged.emit()


def _number(rows: list[Row]) -> None:
    for place, row in enumerate(rows):
        row.position = place


def _ranges(places: list[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as (first, last) of each unbroken run."""
    first = previous = places[0]
    for place in places[1:]:
        if place != previous + 1:
            yield first, previous
            first = place
        previous = place
    yield first, previous
