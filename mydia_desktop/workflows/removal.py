"""Removing downloads whose files stay: held for some seconds in which it can be undone, then sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import TypeAlias

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.notices import Dropped, Notice, RemovalDropped
from mydia_desktop.workflows.targets import Live

HOLD_S = 6.0

Spawn: TypeAlias = Callable[[Coroutine[None, None, None]], object]
"""Gives work to whoever owns the tasks."""


class Removals:
    """Holds removals, so that they can be undone. Wants every update.

    What is held when the program ends is never sent: it lived here only.
    """

    def __init__(
        self, live: Live, actions: Actions, announce: Callable[[Notice], None], spawn: Spawn, *, hold: float = HOLD_S
    ) -> None:
        """``announce`` hears what was dropped; ``hold`` is in seconds."""
        self._live, self._actions, self._announce, self._spawn = live, actions, announce, spawn
        self._hold = hold
        self._rows: dict[TransferKey, Transfer] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0
        self._watchers: list[Callable[[], None]] = []

    @property
    def rows(self) -> tuple[Transfer, ...]:
        """What is held, as it was when it was chosen."""
        return tuple(self._rows.values())

    @property
    def seconds_left(self) -> float:
        """Until it is sent; 0 when nothing is held."""
        return max(0.0, self._due - time.monotonic()) if self._rows else 0.0

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever something is held, undone, dropped or sent."""
        self._watchers.append(changed)

    def remove(self, keys: Iterable[TransferKey]) -> None:
        """Hold these too; the time for all that is held begins again, as they are undone together."""
        self._rows |= {key: row for key in keys if (row := self._live.transfers.get(key)) is not None}
        self._drop_what_changed(self._live.clients)
        self._stop_timer()
        if self._rows:
            self._timer = asyncio.get_running_loop().call_later(self._hold, self._send)
            self._due = time.monotonic() + self._hold
        self._tell_watchers()

    def undo(self) -> None:
        """Let go of everything that is held."""
        self._stop_timer()
        if self._rows:
            self._rows.clear()
            self._tell_watchers()

    def apply(self, update: Update) -> None:
        """Drop what is no longer what was chosen."""
        if self._rows and self._drop_what_changed(self._live.clients if update.clients is None else update.clients):
            if not self._rows:
                self._stop_timer()
            self._tell_watchers()

    def close(self) -> None:
        """The program ends: nothing that is held will be sent."""
        self.undo()

    def _send(self) -> None:
        self._timer = None
        self._drop_what_changed(self._live.clients)
        keys = tuple(self._rows)
        self._rows.clear()
        if keys:
            self._spawn(self._run(keys))
        self._tell_watchers()

    async def _run(self, keys: tuple[TransferKey, ...]) -> None:
        await self._actions.run(Verb.REMOVE, keys)

    def _drop_what_changed(self, clients: Mapping[ClientId, ClientState]) -> bool:
        """Drop rows that are gone, were added anew, or whose client is silent, and say so; whether there were any."""
        dropped: dict[tuple[Dropped, ClientId], list[Transfer]] = {}
        for key, row in self._rows.items():
            if why := self._why_drop(row, clients.get(key.client)):
                dropped.setdefault((why, key.client), []).append(row)
        for (why, client), rows in dropped.items():
            for row in rows:
                del self._rows[row.key]
            state = clients.get(client)
            self._announce(RemovalDropped(why=why, client=state.name if state else client, rows=tuple(rows)))
        return bool(dropped)

    def _why_drop(self, row: Transfer, state: ClientState | None) -> Dropped | None:
        now = self._live.transfers.get(row.key)
        if state is None or not state.is_live(row.key):
            return Dropped.NOT_LIVE
        if now is None:
            return Dropped.GONE
        return Dropped.ADDED_ANEW if now.added_at != row.added_at else None

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()
