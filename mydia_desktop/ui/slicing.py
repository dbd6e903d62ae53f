"""A large first update in slices, so that the window goes on answering between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from mydia_desktop.domain.record import Record
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import TransferKey

ROWS = 1000
"""So many new rows take the model less than two frames, also with fifty thousand there already."""


def slices(update: Update, rows: int = ROWS) -> Iterator[Update]:
    """The same update in parts of at most so many rows, each with their records. All else comes with the first."""
    if len(update.changed) <= rows:
        yield update
        return
    changed = iter(update.changed.items())
    first = dict(islice(changed, rows))
    yield replace(update, changed=first, records=_records_of(first, update))
    while part := dict(islice(changed, rows)):
        yield Update(changed=part, removed=frozenset(), records=_records_of(part, update))


def _records_of(part: Iterable[TransferKey], update: Update) -> Mapping[TransferKey, Record]:
    return {key: update.records[key] for key in part if key in update.records}
