"""One consumer's own stream of updates. A slow one misses values in between, never the last."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping

from mydia_desktop.domain.record import Record
from mydia_desktop.domain.snapshot import ClientState, Gone, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey


class Feed(AsyncIterator[Update]):
    """What changed since the consumer last looked; its first update is everything there is."""

    def __init__(
        self,
        transfers: Mapping[TransferKey, Transfer],
        clients: Mapping[ClientId, ClientState],
        gone: tuple[Gone, ...],
        record_of: Callable[[TransferKey], Record | None],
    ) -> None:
        """What there is now; ``record_of`` says what is remembered of a row at the moment it is taken."""
        self._changed = dict(transfers)
        self._removed: set[TransferKey] = set()
        self._clients: Mapping[ClientId, ClientState] | None = clients
        self._gone: tuple[Gone, ...] | None = gone
        self._record_of = record_of
        self._news = asyncio.Event()
        self._news.set()

    def put(
        self,
        changed: Mapping[TransferKey, Transfer],
        removed: Collection[TransferKey],
        clients: Mapping[ClientId, ClientState],
        gone: tuple[Gone, ...] | None,
    ) -> None:
        """Add news to what the consumer has not taken yet; ``gone`` is None where it did not change."""
        self._changed.update(changed)
        self._removed.difference_update(changed)
        for key in removed:
            self._changed.pop(key, None)
            self._removed.add(key)
        self._clients = clients
        if gone is not None:
            self._gone = gone
        self._news.set()

    async def __anext__(self) -> Update:
        """Wait for news and take all of it."""
        await self._news.wait()
        self._news.clear()
        # Looked up now and not with the news: what is remembered may have changed since.
        records = {key: record for key in self._changed if (record := self._record_of(key)) is not None}
        update = Update(
            changed=self._changed,
            removed=frozenset(self._removed),
            clients=self._clients,
            records=records,
            gone=self._gone,
        )
        self._changed, self._removed, self._clients, self._gone = {}, set(), None, None
        return update
