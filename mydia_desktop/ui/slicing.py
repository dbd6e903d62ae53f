"""A large first update in slices, so that the window goes on answering between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mydia_desktop.domain.snapshot import Update

ROWS = 1000
"""So many new rows take the model less than two frames, also with fifty thousand there already."""


def slices(update: Update, rows: int = ROWS) -> Iterator[Update]:
    """The same update in parts of at most so many rows. Clients and removals come with the first."""
    if len(update.changed) <= rows:
        yield update
        return
    changed = iter(update.changed.items())
    yield Update(changed=dict(islice(changed, rows)), removed=update.removed, clients=update.clients)
    while part := dict(islice(changed, rows)):
        yield Update(changed=part, removed=frozenset())
