"""How rows are ordered, and when the order on the screen may follow what changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.transfer import Status

STATUS_ORDER: Mapping[Status, int] = MappingProxyType({status: rank for rank, status in enumerate(Status)})
"""Status is declared in the order of its default sorting: what moves, what waits, what is wrong, what is done."""

VOLATILE_PAUSE = 5.0
"""Seconds between two re-orderings by a number that changes with every answer."""

_NUMBERS = re.compile("([0-9]+)")
_DIGITS = 12
"""Numbers longer than this are no numbers to count with."""


def natural_key(text: str) -> str:
    """The text folded, with its numbers so written that ``E9`` comes before ``E10`` as plain strings."""
    parts = _NUMBERS.split(fold(text))
    parts[1::2] = [number.zfill(_DIGITS) for number in parts[1::2]]
    return "".join(parts)


class Pace:
    """Whether rows may change places now: not under a busy hand, and not at every tick of a volatile number."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take the clock; it only needs to run forward."""
        self._clock = clock
        self._busy: Callable[[], bool] = lambda: False
        self._last = -VOLATILE_PAUSE

    def wait_while(self, busy: Callable[[], bool]) -> None:
        """Ask this before each re-ordering; a view knows what the hand is doing."""
        self._busy = busy

    def allows(self, *, volatile: bool) -> bool:
        """Whether to re-order now. What it refuses comes with a later batch or tick."""
        return not self._busy() and (not volatile or self._clock() - self._last >= VOLATILE_PAUSE)

    def reordered(self) -> None:
        """Remember that rows have just been put in order."""
        self._last = self._clock()
