"""Rows in the order of the screen, found and moved without touching the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from mydia_desktop.ui.row import Row, SortKey

BY_NAME = attrgetter("placed_name")
BY_VALUE = attrgetter("placed_value")

_SHARE = 200
"""One row in so many is moved by itself; for more, sorting everything anew costs less."""


class Move(NamedTuple):
    """A row that belongs elsewhere now, and what that follows from."""

    row: Row
    value: SortKey
    name: str

    def apply(self) -> None:
        """Let the row know its new order."""
        self.row.placed_value, self.row.placed_name = self.value, self.name


class SortedRows:
    """A list that finds the place of each row by value and name, without numbers to be kept up to date.

    Values and names lie beside the rows, so that finding a place compares what lies close together and not fifty
    thousand objects all over the memory. They ascend also where the rows on the screen descend.
    """

    def __init__(self, ascending: list[Row], *, descending: bool) -> None:
        """Take rows that are sorted by value and name already."""
        self._descending = descending
        self._values: list[SortKey] = [row.placed_value for row in ascending]
        self._names: list[str] = [row.placed_name for row in ascending]
        self.rows = ascending[::-1] if descending else ascending
        """From top to bottom."""

    def place_of(self, row: Row) -> int:
        """Where the row is; it has to be in."""
        return self._on_screen(self._find(row))

    def place_for(self, row: Row) -> int:
        """Where the row would come; it must not be in."""
        place = self._place(row)
        return len(self.rows) - place if self._descending else place

    def add(self, row: Row) -> None:
        """Put it where it belongs."""
        place = self._place(row)
        self.rows.insert(self.place_for(row), row)
        self._values.insert(place, row.placed_value)
        self._names.insert(place, row.placed_name)

    def remove(self, row: Row) -> None:
        """Take it out."""
        place = self._find(row)
        del self.rows[self._on_screen(place)]
        del self._values[place]
        del self._names[place]

    def with_rows(self, rows: Sequence[Row]) -> SortedRows:
        """These and others."""
        return self._sorted([*self.rows, *rows])

    def only_shown(self) -> SortedRows:
        """Without the rows that are no longer shown."""
        staying = [row for row in self.rows if row.shown]
        return SortedRows(staying[::-1] if self._descending else staying, descending=self._descending)

    def moved(self, moves: Sequence[Move]) -> SortedRows:
        """The same rows, some of them elsewhere."""
        if len(moves) > len(self.rows) // _SHARE + 16:
            for move in moves:
                move.apply()
            return self._sorted(self.rows)
        result = SortedRows([], descending=self._descending)
        result.rows, result._values, result._names = self.rows.copy(), self._values.copy(), self._names.copy()
        for move in moves:
            result.remove(move.row)
            move.apply()
            result.add(move.row)
        return result

    def _sorted(self, rows: Sequence[Row]) -> SortedRows:
        return SortedRows(sorted(sorted(rows, key=BY_NAME), key=BY_VALUE), descending=self._descending)

    def _place(self, row: Row) -> int:
        first = bisect_left(self._values, row.placed_value)
        last = bisect_right(self._values, row.placed_value, first)
        return bisect_left(self._names, row.placed_name, first, last)

    def _find(self, row: Row) -> int:
        place = self._place(row)
        while self.rows[self._on_screen(place)] is not row:
            place += 1  # namesakes with the same value
        return place

    def _on_screen(self, place: int) -> int:
        return len(self.rows) - 1 - place if self._descending else place
