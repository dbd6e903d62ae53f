"""Which labels are in use, kept up to date by what changes: a poll of ten thousand rows must not walk them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection


class LabelCount:
    """How many rows have each label."""

    def __init__(self) -> None:
        self._rows_with: Counter[str] = Counter()
        self._in_use: tuple[str, ...] | None = ()

    @property
    def in_use(self) -> tuple[str, ...]:
        """The labels some row has, in order."""
        if self._in_use is None:
            self._rows_with = +self._rows_with
            self._in_use = tuple(sorted(self._rows_with))
        return self._in_use

    def replace(self, former: Collection[str], now: Collection[str]) -> None:
        """One row had labels and has others now."""
        if former != now:
            self._rows_with.subtract(set(former))
            self._rows_with.update(set(now))
            self._in_use = None
