"""What is in the library leaves its client once it was offered for as long as it was to be, if the rules say so."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Mapping
from typing import Protocol

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.record import CloseReason, Record
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.importing.imports import Imports
from mydia_desktop.workflows.removal import Spawn

AGAIN_S = 600.0
"""Between two tries to tell a client that could not be told."""


class Live(Protocol):
    """How fresh the rows are."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...


class SeededRemovals:
    """Takes such downloads out of their clients; their files stay. Wants every update.

    That a row has reached its goal is a state and not an edge: it does not matter whether anybody saw it happen.
    """

    def __init__(self, live: Live, imports: Imports, actions: Actions, spawn: Spawn) -> None:
        """``spawn`` gives work to whoever owns the tasks."""
        self._live, self._imports, self._actions, self._spawn = live, imports, actions, spawn
        self._due: set[TransferKey] = set()
        self._asked: dict[TransferKey, float] = {}
        """From when on it may be asked again, by the monotonic clock. A client that refuses has its reason, which a
        person was told, and what is unknown is never sent again: once is enough. What was not sent did not happen."""

    def apply(self, update: Update) -> None:
        """Look at what changed, and at what waits."""
        self._due -= update.removed
        for key in update.removed:
            self._asked.pop(key, None)
        for key, row in update.changed.items():
            if _is_over(row, update.records.get(key)):
                self._due.add(key)
            else:
                self._due.discard(key)
                self._asked.pop(key, None)
        if self._due and self._imports.rules.remove_when_seeded:
            self._remove_due()

    def _remove_due(self) -> None:
        clients, busy, moment = self._live.clients, self._actions.in_flight, time.monotonic()
        now = {
            key
            for key in self._due - busy.keys()
            if self._asked.get(key, 0.0) <= moment
            and (client := clients.get(key.client)) is not None
            and client.is_live(key)
            and (record := self._live.record_of(key)) is not None
            and self._imports.standing(record.id) is None  # not while it is imported once more
        }
        if now:
            self._asked |= dict.fromkeys(now, math.inf)
            self._spawn(self._remove(now))

    async def _remove(self, keys: Collection[TransferKey]) -> None:
        for result in await self._actions.run(Verb.REMOVE, keys):
            if result.outcome is Outcome.NOT_SENT and result.key in self._asked:
                self._asked[result.key] = time.monotonic() + AGAIN_S


def _is_over(row: Transfer, record: Record | None) -> bool:
    return row.goal_reached and record is not None and record.close_reason is CloseReason.IMPORTED
