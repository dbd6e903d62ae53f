"""What stays where it is on the screen while rows come, go and change places around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.row import Row

PlaceOf = Callable[[TransferKey], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A row that was on the screen, and its distance from the top edge in pixels (negative when cut)."""

    key: TransferKey
    y: int
    order: Sequence[Row]
    """The rows of then, to find who follows when the row is gone."""
    place: int

    def scroll_value(self, place_of: PlaceOf, height: int) -> int | None:
        """Where to scroll so that the row, or who followed it, is at its old distance; None if nobody is left."""
        key = survivor(self.order, self.place, place_of)
        place = None if key is None else place_of(key)
        return None if place is None else place * height - self.y


def take_anchor(order: Sequence[Row], current: int | None, scroll: int, height: int, extent: int) -> Anchor | None:
    """The current row if it is on the screen, else the topmost row on it; None where there are no rows."""
    if not order:
        return None
    place = min(scroll // height, len(order) - 1)
    if current is not None and -height < current * height - scroll < extent:
        place = current
    return Anchor(key=order[place].transfer.key, y=place * height - scroll, order=order, place=place)


def survivor(order: Sequence[Row], place: int, place_of: PlaceOf) -> TransferKey | None:
    """The row at this place of a former order if it is still there, else the next one that is, else the one before."""
    for row in order[place:]:
        if place_of(row.transfer.key) is not None:
            return row.transfer.key
    for row in reversed(order[:place]):
        if place_of(row.transfer.key) is not None:
            return row.transfer.key
    return None
