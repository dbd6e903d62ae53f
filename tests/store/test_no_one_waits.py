"""Law 4, no one waits for the slowest: the database has a thread of its own, and nobody waits for it but who asked."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from contextlib import closing

import pytest

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store import engine
from mydia_desktop.store.database import Store
from mydia_desktop.store.engine import sqlite_file
from tests.store.values import begin, everything

BEATS = 20


@pytest.fixture
async def local(open_at, sqlite_url):
    """An open file."""
    return await open_at(sqlite_url)


@pytest.fixture
def lock(local, sqlite_url):
    """Another program that writes and does not let go until told."""
    assert local
    with closing(sqlite3.connect(sqlite_file(sqlite_url), isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def beats(task):
    """How often the loop came round while the task was under way."""
    count = 0
    while not task.done() and count < BEATS:
        await asyncio.wait({task}, timeout=0.001)
        count += 1
    return count


async def test_no_one_waits_a_locked_database_does_not_hold_up_the_loop(local, lock):
    """It goes on while the store waits, and what was asked is done when the lock is gone."""
    task = asyncio.ensure_future(local.save_client(kind="k", name="NAS", origin="o"))
    assert await beats(task) == BEATS
    assert not task.done()
    lock.execute("ROLLBACK")
    assert (await task).name == "NAS"


async def test_no_one_waits_a_server_that_froze_does_not_hold_up_the_loop(open_at, postgres):
    """Nor does it hold up closing for ever."""
    store = await open_at(postgres.new_database())
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    postgres.freeze()
    try:
        task = asyncio.ensure_future(begin(store, nas))
        assert await beats(task) == BEATS
    finally:
        postgres.wake()
    assert (await task).attempt == 1


async def test_opening_and_loading_happen_in_the_stores_own_thread(local):
    """Named so that a person who looks at the threads knows it."""
    await everything(local)
    assert [thread.name for thread in threading.enumerate() if thread.name == "store"] == ["store"]


async def test_what_is_cancelled_before_its_turn_is_not_done(local, lock):
    """And what is cancelled in its turn comes to its end, whole."""
    under_way = asyncio.ensure_future(local.save_client(kind="k", name="first", origin="o"))
    waiting = asyncio.ensure_future(local.save_client(kind="k", name="second", origin="o"))
    await beats(under_way)
    for task in (waiting, under_way):
        task.cancel()
    await asyncio.wait({waiting, under_way})
    lock.execute("ROLLBACK")
    assert [client.name for client in await local.clients()] == ["first"]


async def test_closing_waits_for_the_transaction_under_way_and_begins_no_other(local, lock, open_at, sqlite_url):
    """Whoever waits behind it is told."""
    under_way = asyncio.ensure_future(local.save_client(kind="k", name="first", origin="o"))
    waiting = asyncio.ensure_future(local.save_client(kind="k", name="second", origin="o"))
    await beats(under_way)
    closing_down = asyncio.ensure_future(local.close())
    assert await beats(closing_down) == BEATS
    with pytest.raises(StoreUnavailableError, match=r"Nothing was written"):
        await waiting
    lock.execute("ROLLBACK")
    await closing_down
    assert (await under_way).name == "first"
    with pytest.raises(StoreUnavailableError):
        await local.clients()
    assert [client.name for client in await (await open_at(sqlite_url)).clients()] == ["first"]


async def test_a_store_that_was_never_opened_closes_at_once(sqlite_url):
    """There is nothing to wait for."""
    await Store(sqlite_url, actor="me").close()


async def test_closing_twice_is_closing(local):
    """Whoever comes second waits for the same end."""
    await asyncio.gather(local.close(), local.close())


async def test_a_database_that_stays_locked_is_given_up_in_time(sqlite_url, lock, open_at, monkeypatch):
    """Within the time that is waited for another writer."""
    assert lock.in_transaction
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.3)
    began = time.monotonic()
    with pytest.raises(StoreUnavailableError):
        await open_at(sqlite_url)
    assert 0.2 < time.monotonic() - began < 5
