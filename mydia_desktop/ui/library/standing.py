"""How it stands with the downloads for one movie, show, season or episode."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.row import Row
from mydia_desktop.ui.sort_order import STATUS_ORDER

RowOf = Callable[[RecordId], Row | None]
"""The row that a client lists for a record; None if none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Its downloads, by where they are. The rows change under it: they are those of the table."""

    rows: tuple[Row, ...] = ()
    """What clients list for it, live or not; what moves first."""
    gone: tuple[Record, ...] = ()
    """Open ones that their client answered without."""
    completed_at: int | None = None
    """When the last of them was complete; Unix seconds."""
    releases: tuple[str, ...] = ()
    """Of all that was ever downloaded for it, the names."""

    @property
    def trouble(self) -> tuple[Row, ...]:
        """Live rows that need attention."""
        return tuple(row for row in self.rows if row.live and row.transfer.status in _TROUBLE)


_TROUBLE = frozenset({Status.FAILED, Status.MISSING})


def standing(records: Iterable[Record], row_of: RowOf, gone: Collection[RecordId]) -> Standing:
    """Of these records."""
    rows: list[Row] = []
    lost: list[Record] = []
    completed: list[int] = []
    releases: list[str] = []
    for record in records:
        releases.append(record.title)
        if record.completed_at is not None:
            completed.append(record.completed_at)
        if (row := row_of(record.id)) is not None:
            rows.append(row)
        elif record.id in gone:
            lost.append(record)
    rows.sort(key=lambda row: (STATUS_ORDER[row.transfer.status], row.name_key))
    return Standing(
        rows=tuple(rows),
        gone=tuple(lost),
        completed_at=max(completed, default=None),
        releases=tuple(sorted(set(releases))),
    )
