"""One consumer's own stream of updates. A slow one misses values in between, never the last."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping

from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey


class Feed(AsyncIterator[Update]):
    """What changed since the consumer last looked; its first update is everything there is."""

    def __init__(self, transfers: Mapping[TransferKey, Transfer], clients: Mapping[ClientId, ClientState]) -> None:
        self._changed = dict(transfers)
        self._removed: set[TransferKey] = set()
        self._clients: Mapping[ClientId, ClientState] | None = clients
        self._news = asyncio.Event()
        self._news.set()

    def put(
        self,
        changed: Mapping[TransferKey, Transfer],
        removed: Collection[TransferKey],
        clients: Mapping[ClientId, ClientState],
    ) -> None:
        """Add news to what the consumer has not taken yet."""
        self._changed.update(changed)
        self._removed.difference_update(changed)
        for key in removed:
            self._changed.pop(key, None)
            self._removed.add(key)
        self._clients = clients
        self._news.set()

    async def __anext__(self) -> Update:
        """Wait for news and take all of it."""
        await self._news.wait()
        self._news.clear()
        update = Update(changed=self._changed, removed=frozenset(self._removed), clients=self._clients)
        self._changed, self._removed, self._clients = {}, set(), None
        return update
