"""How rows are ordered, and when the order on the screen may follow what changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import fold

STATUS_ORDER: Mapping[Status, int] = MappingProxyType({status: rank for rank, status in enumerate(Status)})
"""Status is declared in the order of its default sorting: what moves, what waits, what is wrong, what is done."""

VOLATILE_PAUSE = 5.0
"""Seconds between two re-orderings by a number that changes with every answer."""

_DIGITS = re.compile("[0-9]+")


def natural_key(text: str) -> str:
    """The text folded, with its numbers so written that ``E9`` comes before ``E10`` as plain strings."""
    return _DIGITS.sub(_numbered, fold(text))


def _numbered(match: re.Match[str]) -> str:
    digits = match[0].lstrip("0")
    # The count of digits first: of two numbers the longer is the greater.
    return f"{min(len(digits), 999):03}{digits}"


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
