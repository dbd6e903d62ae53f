"""Tells of a client that does not work for long, and that it is back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows.happenings import Happenings

LONG_S = 120.0
"""Shorter ones end by themselves, as a restart does."""
_AT_REST = frozenset({Phase.ONLINE, Phase.CONNECTING, Phase.DISABLED})


class OutageWatch:
    """Counts by a clock that nobody sets, and that stands still while the computer sleeps."""

    def __init__(self, happenings: Happenings) -> None:
        self._happenings = happenings
        self._clients: Mapping[ClientId, ClientState] = {}
        self._since: dict[ClientId, float] = {}
        self._told: set[ClientId] = set()
        self._changed = asyncio.Event()

    def apply(self, clients: Mapping[ClientId, ClientState]) -> None:
        """How we stand with all of them now."""
        self._clients = clients
        now = asyncio.get_running_loop().time()
        for client, state in clients.items():
            if state.phase not in _AT_REST:
                self._since.setdefault(client, now)
            elif state.phase is not Phase.CONNECTING:
                self._end(client, state)
        for client in self._since.keys() - clients.keys():
            self._end(client, None)
        self._changed.set()

    async def run(self) -> None:
        """Tell in time, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            waiting = [since for client, since in self._since.items() if client not in self._told]
            try:
                async with asyncio.timeout_at(min(waiting) + LONG_S if waiting else None):
                    await self._changed.wait()
            except TimeoutError:
                self._tell_long_ones(loop.time())
            self._changed.clear()

    def _tell_long_ones(self, now: float) -> None:
        for client, since in self._since.items():
            if client not in self._told and now >= since + LONG_S:
                self._told.add(client)
                problem = self._clients[client].problem
                self._happenings.tell(
                    Happening(kind=HappeningKind.UNREACHABLE, client=client, message=problem.message if problem else "")
                )

    def _end(self, client: ClientId, state: ClientState | None) -> None:
        self._since.pop(client, None)
        if client in self._told:
            self._told.discard(client)
            if state is not None and state.phase is Phase.ONLINE:
                self._happenings.tell(Happening(kind=HappeningKind.BACK, client=client))
