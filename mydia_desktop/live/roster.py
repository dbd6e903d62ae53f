"""The rows of one client, and how an answer changes them. Silence never does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mydia_desktop.domain.report import Asked, Delta, Full, Report
from mydia_desktop.domain.transfer import Transfer, TransferKey

AGREE_AFTER_S = 10.0
"""A restarted Transmission answers "success" with no torrents for seconds; so two lists this far apart must agree."""


def far_apart(first: float, second: float) -> bool:
    """Whether an answer at the second moment is no longer as early as one at the first may be."""
    return second - first >= AGREE_AFTER_S


class Change(NamedTuple):
    """What a report changed: new and changed rows, and the keys of those that are gone."""

    changed: dict[TransferKey, Transfer]
    removed: set[TransferKey]


class Roster:
    """What a client lists, folded from its reports.

    After a connect, an outage or a change of its session the absence of anything counts only once two complete lists
    agree. Until then rows it was known to have are in doubt (*unseen*); being listed ends the doubt at once.
    """

    def __init__(self) -> None:
        self.rows: dict[TransferKey, Transfer] = {}
        self.unseen: set[TransferKey] = set()
        self.absence_counts = False
        """Whether what it does not list now is gone."""
        self._first_list_at: float | None = None

    def doubt(self) -> None:
        """From now on every row has to be listed again before its absence counts."""
        self.unseen = set(self.rows)
        self.absence_counts = False
        self._first_list_at = None

    def wants_whole(self, now: float, *, awaited: bool = False) -> bool:
        """Whether a complete list would settle something now; ``now`` is monotonic seconds.

        ``awaited`` says that somebody waits until absence counts, whatever the rows are.
        """
        if self.absence_counts or not (self.unseen or awaited):
            return False
        return self._first_list_at is None or far_apart(self._first_list_at, now)

    def fold(self, report: Report, now: float) -> Change:
        """Take a report in; ``now`` is monotonic seconds."""
        if report.new_session:
            self.doubt()
        listed = report.changed if isinstance(report, Delta) else report.transfers
        removed: set[TransferKey]
        if isinstance(report, Full):
            removed = self.rows.keys() - listed.keys()
        elif isinstance(report, Asked):
            removed = (self.rows.keys() & report.keys) - listed.keys()
        else:
            removed = self.rows.keys() & report.removed
            # The client's own word that it removed a row needs no second list.
            self.unseen -= removed
        if self.unseen:
            self.unseen.difference_update(listed)
        if isinstance(report, Full) and self._agrees(now):
            removed |= self.unseen
            self.unseen = set()
            self.absence_counts = True
        removed -= self.unseen
        changed = self._differing(listed)
        self.rows.update(changed)
        for key in removed:
            del self.rows[key]
        return Change(changed, removed)

    def _differing(self, listed: Mapping[TransferKey, Transfer]) -> dict[TransferKey, Transfer]:
        rows = self.rows
        # Most are the identical object, which costs a comparison of addresses.
        return {
            key: transfer
            for key, transfer in listed.items()
            if (known := rows.get(key)) is not transfer and known != transfer
        }

    def _agrees(self, now: float) -> bool:
        """Whether this complete list is the second of two far enough apart; remembers the first."""
        if self._first_list_at is None:
            self._first_list_at = now
        return far_apart(self._first_list_at, now)
