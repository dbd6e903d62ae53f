"""A running Live over clients that tests hold in their hands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.client import Client
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.live.feed import Feed

T = TypeVar("T")


def config(client: str, **changes) -> ClientConfig:
    """Settings of a client that is asked twenty times a second."""
    known = {
        "id": ClientId(client),
        "kind": "transmission",
        "name": client.upper(),
        "url": f"http://{client}:9091",
        "refresh_seconds": 0.05,
    }
    return ClientConfig(**(known | changes))


@asynccontextmanager
async def running(live: Live) -> AsyncIterator[Live]:
    """Let it ask until the block ends."""
    async with asyncio.TaskGroup() as tasks:
        asking = tasks.create_task(live.run())
        try:
            yield live
        finally:
            asking.cancel()


def live_over(*clients: Client, **options) -> Live:
    """A Live that is configured with these clients, each named by its ``client``."""
    by_id = {client.client: client for client in clients}
    live = Live(lambda chosen: by_id[chosen.id], **options)
    live.configure([config(client) for client in by_id])
    return live


async def until(feed: Feed, condition: Callable[[], T], seconds: float = 20.0) -> T:
    """Read the feed until something is true, and return it."""
    async with asyncio.timeout(seconds):
        while not (answer := condition()):
            await anext(feed)
        return answer


async def updates_until(feed: Feed, condition: Callable[[], object], seconds: float = 20.0) -> list[Update]:
    """Everything the feed told until something became true."""
    told = []
    async with asyncio.timeout(seconds):
        while not condition():
            told.append(await anext(feed))
    return told
