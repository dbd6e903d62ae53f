"""Which clients to offer for what waits, in which order, and why not the others."""

from __future__ import annotations

from collections.abc import Sequence

from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.add.client_choice import Choice
from mydia_desktop.ui.add.item import Item
from mydia_desktop.ui.add.work import AddWork


class ClientOffers:
    """Asks the workflow."""

    def __init__(self, work: AddWork) -> None:
        self._work = work

    def choices(self, waiting: Sequence[Item]) -> list[Choice]:
        """Every client: those that can take something of it first, as the workflow orders them."""
        payloads = list(dict.fromkeys(item.release.payload for item in waiting if item.release is not None))
        # While nothing is read yet it will most likely be an ordinary torrent.
        ordered = self._work.additions.clients_for(payloads[0] if payloads else Payload.TORRENT_V1)
        states = self._work.live.clients
        ids = [state.id for state in ordered]
        ids += [client for client, state in states.items() if client not in ids and state.phase is not Phase.DISABLED]
        return [Choice(states[client], self._why_not(payloads, client)) for client in ids if client in states]

    def obstacle(self, payload: Payload, client: ClientId) -> str:
        """Why this client can't take such a release now; empty if it can."""
        return self._work.additions.obstacle(payload, client)

    def _why_not(self, payloads: Sequence[Payload], client: ClientId) -> str:
        """Why it can take nothing of this."""
        obstacles = [self.obstacle(payload, client) for payload in payloads or (Payload.TORRENT_V1,)]
        return obstacles[0] if all(obstacles) else ""
