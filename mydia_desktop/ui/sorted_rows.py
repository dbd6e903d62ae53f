"""Rows in the order of the screen, found and moved without touching the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter, eq
from typing import NamedTuple

from mydia_desktop.ui.row import Row, SortKey

BY_NAME = attrgetter("placed_name")
BY_VALUE = attrgetter("placed_value")
BY_BOTH = attrgetter("placed_value", "placed_name")

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


def sort_by_value(rows: list[Row]) -> list[SortKey]:
    """Sort by value, and by name where values are the same; returns the values."""
    # Most values are met once: comparing pairs would cost as much again as all the rest.
    rows.sort(key=BY_VALUE)
    values = [row.placed_value for row in rows]
    for first, last in _runs([*map(eq, values, values[1:]), False]):
        rows[first:last] = sorted(rows[first:last], key=BY_NAME)
    return values


def _runs(same_as_next: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of one value, as (first, past the last); those of a single row are left out."""
    end = 0
    while True:
        try:
            first = same_as_next.index(True, end)
        except ValueError:
            return
        end = same_as_next.index(False, first) + 1
        yield first, end


class SortedRows:
    """A list that finds the place of each row by value and name, without numbers to be kept up to date.

    Values and names lie beside the rows, so that finding a place compares what lies close together and not fifty
    thousand objects all over the memory. They ascend also where the rows on the screen descend.
    """

    def __init__(self, ascending: list[Row], *, descending: bool, values: list[SortKey] | None = None) -> None:
        """Take rows that are sorted by value and name already, and their values if they are at hand."""
        self._descending = descending
        self._values = [row.placed_value for row in ascending] if values is None else values
        self._known_names: list[str] | None = None
        self.rows = ascending[::-1] if descending else ascending
        """From top to bottom."""

    @property
    def _names(self) -> list[str]:
        """Needed first when something changes, which is often later than when somebody waits for a new order."""
        if self._known_names is None:
            names = [row.placed_name for row in self.rows]
            self._known_names = names[::-1] if self._descending else names
        return self._known_names

    def place_of(self, row: Row) -> int | None:
        """Where the row is; None if it is not in."""
        place = self._find(row)
        return None if place is None else self._on_screen(place)

    def place_for(self, row: Row) -> int:
        """Where the row would come; it must not be in."""
        place = self._place(row)
        return len(self.rows) - place if self._descending else place

    def add(self, row: Row) -> None:
        """Put it where it belongs."""
        place, names = self._place(row), self._names
        self.rows.insert(len(self.rows) - place if self._descending else place, row)
        self._values.insert(place, row.placed_value)
        names.insert(place, row.placed_name)

    def remove(self, row: Row) -> int:
        """Take it out; returns where it was."""
        place, names = self._find(row), self._names
        if place is None:
            raise ValueError(row)
        on_screen = self._on_screen(place)
        del self.rows[on_screen]
        del self._values[place]
        del names[place]
        return on_screen

    def with_rows(self, rows: Sequence[Row]) -> SortedRows:
        """These and others."""
        return self._sorted([*self.rows, *rows])

    def matching(self) -> SortedRows:
        """Without the rows that no longer match."""
        staying = [row for row in self.rows if row.matches]
        return SortedRows(staying[::-1] if self._descending else staying, descending=self._descending)

    def moved(self, moves: Sequence[Move]) -> SortedRows:
        """The same rows, some of them elsewhere."""
        if len(moves) > len(self.rows) // _SHARE + 16:
            for move in moves:
                move.apply()
            return self._sorted(self.rows)
        result = SortedRows([], descending=self._descending)
        result.rows, result._values, result._known_names = self.rows.copy(), self._values.copy(), self._names.copy()
        for move in moves:
            result.remove(move.row)
            move.apply()
            result.add(move.row)
        return result

    def _sorted(self, rows: Sequence[Row]) -> SortedRows:
        # These were sorted once, so that little is left to do.
        return SortedRows(sorted(rows[::-1] if self._descending else rows, key=BY_BOTH), descending=self._descending)

    def _place(self, row: Row) -> int:
        first = bisect_left(self._values, row.placed_value)
        last = bisect_right(self._values, row.placed_value, first)
        return bisect_left(self._names, row.placed_name, first, last)

    def _find(self, row: Row) -> int | None:
        place = self._place(row)
        while place < len(self.rows) and self._names[place] == row.placed_name:
            if self.rows[self._on_screen(place)] is row:
                return place
            place += 1  # a namesake with the same value
        return None

    def _on_screen(self, place: int) -> int:
        return len(self.rows) - 1 - place if self._descending else place
