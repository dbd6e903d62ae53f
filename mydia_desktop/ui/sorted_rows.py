"""Rows in the order of the screen, found and moved without touching the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter, eq
from typing import NamedTuple, TypeVar

from mydia_desktop.ui.row import Row, SortKey

BY_NAME = attrgetter("placed_name")
BY_VALUE = attrgetter("placed_value")
BY_BOTH = attrgetter("placed_value", "placed_name")

_FEW = 64
"""More rows than this are moved cheaper by putting the lists together anew."""

_Item = TypeVar("_Item")


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
        self._ascending = ascending
        self._values = [row.placed_value for row in ascending] if values is None else values
        self._known_names: list[str] | None = None
        self.rows = ascending[::-1] if descending else ascending
        """From top to bottom."""

    @property
    def _names(self) -> list[str]:
        """Needed first when something changes, which is often later than when somebody waits for a new order."""
        if self._known_names is None:
            self._known_names = [row.placed_name for row in self._ascending]
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
        self._ascending.insert(place, row)
        self._values.insert(place, row.placed_value)
        names.insert(place, row.placed_name)
        if self._descending:
            self.rows.insert(len(self.rows) - place, row)

    def remove(self, row: Row) -> None:
        """Take it out."""
        place, names = self._found(row), self._names
        if self._descending:
            del self.rows[self._on_screen(place)]
        del self._ascending[place]
        del self._values[place]
        del names[place]

    def add_many(self, rows: Sequence[Row]) -> None:
        """Put each where it belongs."""
        new = sorted(rows, key=BY_BOTH)
        places = [self._place(row) for row in new]
        self._known_names = _merged(self._names, places, [row.placed_name for row in new])
        self._values = _merged(self._values, places, [row.placed_value for row in new])
        self._take(_merged(self._ascending, places, new))

    def remove_many(self, rows: Sequence[Row]) -> None:
        """Take them out."""
        places = sorted(map(self._found, rows))
        self._known_names = _without(self._names, places)
        self._values = _without(self._values, places)
        self._take(_without(self._ascending, places))

    def move(self, moves: Sequence[Move]) -> None:
        """Put these elsewhere."""
        if len(moves) > _FEW:
            self.remove_many([move.row for move in moves])
            for move in moves:
                move.apply()
            self.add_many([move.row for move in moves])
            return
        for move in moves:
            self.remove(move.row)
            move.apply()
            self.add(move.row)

    def _take(self, ascending: list[Row]) -> None:
        self._ascending = ascending
        self.rows = ascending[::-1] if self._descending else ascending

    def _place(self, row: Row) -> int:
        first = bisect_left(self._values, row.placed_value)
        last = bisect_right(self._values, row.placed_value, first)
        return bisect_left(self._names, row.placed_name, first, last)

    def _find(self, row: Row) -> int | None:
        place = self._place(row)
        while place < len(self._ascending) and self._names[place] == row.placed_name:
            if self._ascending[place] is row:
                return place
            place += 1  # a namesake with the same value
        return None

    def _found(self, row: Row) -> int:
        place = self._find(row)
        if place is None:
            raise LookupError(row.transfer.key)
        return place

    def _on_screen(self, place: int) -> int:
        return len(self._ascending) - 1 - place if self._descending else place


def _merged(items: list[_Item], places: Sequence[int], new: Sequence[_Item]) -> list[_Item]:
    """With each new item before the one that is at its place now."""
    result: list[_Item] = []
    last = 0
    for place, item in zip(places, new, strict=True):
        result += items[last:place]
        result.append(item)
        last = place
    return result + items[last:]


def _without(items: list[_Item], places: Sequence[int]) -> list[_Item]:
    result: list[_Item] = []
    last = 0
    for place in places:
        result += items[last:place]
        last = place + 1
    return result + items[last:]
