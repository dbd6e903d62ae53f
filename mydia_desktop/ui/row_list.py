"""The rows on the screen, announced to Qt as they come, go and change places: never as a reset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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
        """Where a row is in the table; None if it is not."""
        return self._sorted.place_of(row)

    def take_out(self, rows: Sequence[Row]) -> None:
        """These no longer match."""
        if len(rows) > _FEW:
            self._drop(rows)
            self._sorted.remove_many(rows)
            self._lay_out(self._sorted)
            return
        for row in rows:
            if (place := self._sorted.place_of(row)) is not None:
                self.beginRemoveRows(ROOT, place, place)
                self._sorted.remove(row)
                self.endRemoveRows()

    def bring_in(self, rows: Sequence[Row]) -> None:
        """These match from now on."""
        if len(rows) > _FEW:
            self._append(rows)
            with self._new_layout():
                self._sorted.add_many(rows)
                self._shown = self._sorted.rows
            return
        for row in rows:
            place = self._sorted.place_for(row)
            self.beginInsertRows(ROOT, place, place)
            self._sorted.add(row)
            self.endInsertRows()

    def move(self, moves: Sequence[Move]) -> None:
        """These change places among the rows that are shown."""
        if moves:
            with self._new_layout():
                self._sorted.move(moves)
                self._shown = self._sorted.rows

    def replace(self, wanted: SortedRows, *, leaving: Sequence[Row] = (), arriving: Sequence[Row] = ()) -> None:
        """Show others, or the same in another order. Those that leave and those that arrive may be many."""
        self._drop(leaving)
        self._append(arriving)
        self._lay_out(wanted)

    def _drop(self, rows: Sequence[Row]) -> None:
        """Bring them to the end, where they are one range, and take that out."""
        if not rows:
            return
        staying = [row for row in self._shown if row.matches]
        with self._new_layout():
            self._shown = [*staying, *rows]
        self.beginRemoveRows(ROOT, len(staying), len(self._shown) - 1)
        self._shown = staying
        self.endRemoveRows()

    def _append(self, rows: Sequence[Row]) -> None:
        """Show them at the end for a moment; a new layout brings them where they belong."""
        if not rows:
            return
        self.beginInsertRows(ROOT, len(self._shown), len(self._shown) + len(rows) - 1)
        self._shown = [*self._shown, *rows]
        self.endInsertRows()

    def _lay_out(self, wanted: SortedRows) -> None:
        if wanted.rows == self._shown:
            self._shown = wanted.rows
        else:
            with self._new_layout():
                self._shown = wanted.rows
        self._sorted = wanted

    @contextmanager
    def _new_layout(self) -> Iterator[None]:
        """The same rows are in another order behind it; what Qt remembers of them follows."""
        # Without arguments: with a hint PySide6 6.11 raises, or crashes inside a virtual.
        self.layoutAboutToBeChanged.emit()
        remembered = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in remembered]
        yield
        places = _find(self._shown, set(rows))
        moved = [self.index(places[row], index.column()) for row, index in zip(rows, remembered, strict=True)]
        self.changePersistentIndexList(remembered, moved)
        self.layoutChanged.emit()


def _find(rows: list[Row], wanted: set[Row]) -> dict[Row, int]:
    """Where these are."""
    if len(wanted) <= _FEW:
        return {row: rows.index(row) for row in wanted}
    return {row: place for place, row in enumerate(rows) if row in wanted}
