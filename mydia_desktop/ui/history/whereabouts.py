"""Whether what a line of the history tells of is still in some client."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from mydia_desktop.domain.record import UNSETTLED, Event, EventKind, RecordId
from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId, TransferKey

_NEVER_THERE = UNSETTLED | {EventKind.REFUSED, EventKind.NOT_SENT}
"""After these it may be that no client ever had it."""


class Live(Protocol):
    """What the clients list."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured ones."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row of a record."""
        ...

    def find(self, names: Collection[str]) -> Sequence[TransferKey]:
        """The rows known by any of these ids."""
        ...


def is_nowhere(event: Event, live: Live) -> bool:
    """Whether it is certain that no client has it: every one of them answers, and none lists it.

    A client that is silent, or whose list may still be early, may have it; so may one that is switched off.
    """
    states = live.clients.values()
    if event.kind in _NEVER_THERE:
        return False
    if not states or not all(state.live and state.absence_counts and state.phase is Phase.ONLINE for state in states):
        return False
    if live.key_of(event.record_id) is not None:
        return False
    known = event.detail.get("hash")
    return isinstance(known, str) and bool(known) and not live.find([known])
