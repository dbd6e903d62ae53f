"""What stays where it is on the screen while rows come, go and change places around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.row import Row

PlaceOf = Callable[[TransferKey], int | None]

_REACH = 200
"""So many neighbours are remembered on either side, to find who follows a row that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the order of some moment, by the row that was there and its neighbours."""

    following: tuple[TransferKey, ...]
    """From the row itself downwards."""
    preceding: tuple[TransferKey, ...]
    """From the row before it upwards."""

    @property
    def key(self) -> TransferKey:
        """The row that was there."""
        return self.following[0]

    def survivor(self, place_of: PlaceOf) -> TransferKey | None:
        """The row if it is still shown, else the next one that is, else the one before."""
        for key in (*self.following, *self.preceding):
            if place_of(key) is not None:
                return key
        return None


def spot_at(order: Sequence[Row], place: int) -> Spot:
    """Remember a place of this order."""
    following = tuple(row.transfer.key for row in order[place : place + _REACH])
    preceding = tuple(row.transfer.key for row in reversed(order[max(0, place - _REACH) : place]))
    return Spot(following=following, preceding=preceding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A row that was on the screen, and its distance from the top edge in pixels (negative when cut)."""

    spot: Spot
    y: int

    def scroll_value(self, place_of: PlaceOf, height: int) -> int | None:
        """Where to scroll so that the row, or who followed it, is at its old distance; None if nobody is left."""
        key = self.spot.survivor(place_of)
        place = None if key is None else place_of(key)
        return None if place is None else place * height - self.y


def take_anchor(order: Sequence[Row], current: int | None, scroll: int, height: int, extent: int) -> Anchor | None:
    """The current row if it is on the screen, else the topmost row on it; None where there are no rows."""
    if not order:
        return None
    place = min(scroll // height, len(order) - 1)
    if current is not None and -height < current * height - scroll < extent:
        place = current
    return Anchor(spot=spot_at(order, place), y=place * height - scroll)
