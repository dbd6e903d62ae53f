"""Both databases, and stores on them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest

from mydia_desktop.domain.record import KnownClient
from mydia_desktop.store.database import Store

OpenStore = Callable[..., Awaitable[Store]]


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Where a SQLite database is to be."""
    return f"sqlite:///{tmp_path / 'mydia.sqlite3'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty database, once of each kind."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    return str(request.getfixturevalue("postgres").new_database())


@pytest.fixture
async def open_at() -> AsyncIterator[OpenStore]:
    """Open a store at an address, as one desktop or another; all are closed with the test."""
    async with AsyncExitStack() as stack:

        async def opened(url: str, actor: str = "me@desk") -> Store:
            store = Store(url, actor=actor)
            stack.push_async_callback(store.close)
            await store.open()
            return store

        yield opened


@pytest.fixture
def open_store(open_at: OpenStore, url: str) -> OpenStore:
    """Open the empty database once more."""
    return partial(open_at, url)


@pytest.fixture
async def store(open_store: OpenStore) -> Store:
    """An open database with nothing in it."""
    return await open_store()


@pytest.fixture
async def nas(store: Store) -> KnownClient:
    """A client of the database."""
    return await store.save_client(kind="transmission", name="NAS", origin="http://nas:9091")
