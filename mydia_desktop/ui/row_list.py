"""The rows on the screen, announced to Qt as they come, go and change places: never as a reset."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

from mydia_desktop.ui.row import Row
from mydia_desktop.ui.sorted_rows import Move, SortedRows

_FEW = 16
"""More rows than this cost Qt more, one by one, than a change of the whole layout."""

ROOT = QModelIndex()


class RowListModel(QAbstractTableModel):
    """A table whose rows are replaced by telling what became of them."""

    def __init__(self) -> None:
        super().__init__()
        self._sorted = SortedRows([], descending=False)
        self._shown = self._sorted.rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """The rows that match the filter."""
        return 0 if parent.isValid() else len(self._shown)

    @property
    def shown(self) -> Sequence[Row]:
        """The rows from top to bottom; copy it to have the order of now later."""
        return self._shown

    def place_of(self, row: Row) -> int | None:
        """Where a row is in the table; None if it is not shown."""
        return self._sorted.place_of(row) if row.shown else None

    def take_out(self, rows: Sequence[Row]) -> None:
        """These are no longer shown."""
        if len(rows) > _FEW:
            self._take_out_many(rows)
            return
        for row in rows:
            place = self._sorted.place_of(row)
            self.beginRemoveRows(ROOT, place, place)
            self._sorted.remove(row)
            row.shown = False
            self.endRemoveRows()

    def bring_in(self, rows: Sequence[Row]) -> None:
        """These are shown from now on."""
        if len(rows) > _FEW:
            self.append(rows)
            self.lay_out(self._sorted.with_rows(rows))
            return
        for row in rows:
            place = self._sorted.place_for(row)
            self.beginInsertRows(ROOT, place, place)
            self._sorted.add(row)
            row.shown = True
            self.endInsertRows()

    def move(self, moves: Sequence[Move]) -> None:
        """These change places among the rows that are shown."""
        if moves:
            self.lay_out(self._sorted.moved(moves))

    def append(self, rows: Sequence[Row]) -> None:
        """Show these at the end for a moment; ``lay_out`` brings them where they belong."""
        if not rows:
            return
        self.beginInsertRows(ROOT, len(self._shown), len(self._shown) + len(rows) - 1)
        self._shown = [*self._shown, *rows]
        for row in rows:
            row.shown = True
        self.endInsertRows()

    def lay_out(self, wanted: SortedRows) -> None:
        """Put the same rows in another order."""
        self._rearrange(wanted.rows, wanted.place_of)
        self._sorted = wanted

    def _take_out_many(self, rows: Sequence[Row]) -> None:
        for row in rows:
            row.shown = False
        staying = self._sorted.only_shown()
        behind = {row: place for place, row in enumerate(rows, len(staying.rows))}

        def place_of(row: Row) -> int:
            return staying.place_of(row) if row.shown else behind[row]

        # At the end they are one range.
        self._rearrange([*staying.rows, *rows], place_of)
        self.beginRemoveRows(ROOT, len(staying.rows), len(self._shown) - 1)
        self._sorted, self._shown = staying, staying.rows
        self.endRemoveRows()

    def _rearrange(self, rows: list[Row], place_of: Callable[[Row], int]) -> None:
        if rows == self._shown:
            self._shown = rows
            return
        # Without arguments: with a hint PySide6 6.11 raises, or crashes inside a virtual.
        self.layoutAboutToBeChanged.emit()
        remembered = self.persistentIndexList()
        before, self._shown = self._shown, rows
        moved = [self.index(place_of(before[index.row()]), index.column()) for index in remembered]
        self.changePersistentIndexList(remembered, moved)
        self.layoutChanged.emit()
