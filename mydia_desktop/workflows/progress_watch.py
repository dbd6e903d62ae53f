"""What became of each row since it was first seen: the edges that are news, at the price of what changed."""

from __future__ import annotations

from enum import Enum, auto

from mydia_desktop.domain.transfer import Status, Transfer, TransferKey

_ON_THE_WAY = frozenset({Status.CHECKING, Status.MOVING, Status.METADATA})
_NO_END = _ON_THE_WAY | {Status.MISSING, Status.FAILED}
WORKS = frozenset({Status.DOWNLOADING, Status.SEEDING, Status.COMPLETED})
"""What a transfer that failed does again once it is well."""


def is_complete(row: Transfer) -> bool:
    """Whether every wanted file is here and stays where it is. A state: how it came to be does not matter."""
    return row.done and row.remaining == 0 and row.size > 0 and row.status not in _NO_END


class Edge(Enum):
    """How a row became complete."""

    NONE = auto()
    """It did not: it is not complete, or was when it was first seen, or has been for long."""
    ARRIVED = auto()
    DESELECTED = auto()
    """What was missing is no longer wanted. Nobody wants to be told, and nothing was finished."""
    FOUND = auto()
    """A check found the data on the disk."""


class ProgressWatch:
    """Sees every row, in every state, once."""

    def __init__(self) -> None:
        self._seen: set[TransferKey] = set()
        self._unfinished: dict[TransferKey, int] = {}  # with its size when it was last seen
        self._checked: set[TransferKey] = set()  # unfinished, and checked since
        self._failed: set[TransferKey] = set()

    def forget(self, key: TransferKey) -> None:
        """The row is gone: whatever comes under its name is seen for the first time."""
        self._seen.discard(key)
        self._failed.discard(key)
        self._end(key)

    def completion(self, row: Transfer) -> Edge:
        """Whether this sight of a row is the first that shows it complete, and why it is."""
        size = self._unfinished.get(row.key)
        if not is_complete(row):
            self._note_unfinished(row)
            return Edge.NONE
        checked = row.key in self._checked
        self._end(row.key)
        if size is None:
            return Edge.NONE
        if row.size < size:
            return Edge.DESELECTED
        return Edge.FOUND if checked else Edge.ARRIVED

    def failure(self, row: Transfer) -> bool:
        """Whether this row failed just now, having been seen in a better state."""
        known = row.key in self._seen
        self._seen.add(row.key)
        if row.status is not Status.FAILED:
            if row.status in WORKS:
                self._failed.discard(row.key)
            return False
        news = known and row.key not in self._failed
        self._failed.add(row.key)
        return news

    def _note_unfinished(self, row: Transfer) -> None:
        if row.status is Status.CHECKING:
            if row.key in self._unfinished:
                self._checked.add(row.key)
        elif row.status is Status.MOVING and row.remaining == 0:
            pass  # on its way to where it belongs, with its last byte: complete when it gets there
        elif row.status not in _NO_END or row.status is Status.METADATA:
            self._unfinished[row.key] = row.size
            self._checked.discard(row.key)

    def _end(self, key: TransferKey) -> None:
        self._unfinished.pop(key, None)
        self._checked.discard(key)
