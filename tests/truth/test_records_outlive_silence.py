"""The law "silence is not absence" for what we remember, against real daemons that restart, stop and are swapped."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live import roster
from mydia_desktop.live.aggregator import Live
from tests.benchmarks.crowd import fill
from tests.daemons import run_transmission
from tests.live_room import running
from tests.public_domain import release_names
from tests.records import NAS_UUID, record
from tests.torrents import make_torrent

NAS = ClientId("nas")
CROWD = 3000
"""So many, and a restarted Transmission 3.00 says for a moment that it has none."""


class Watched:
    """A Live over one client, and everything that was ever said to be gone, or taken away."""

    def __init__(self, live):
        self.live = live
        self.feed = live.feed()
        self.gone = []
        self.removed = set()

    @property
    def state(self):
        return self.live.clients[NAS]

    async def until(self, condition, seconds=60.0):
        async with asyncio.timeout(seconds):
            while not condition():
                update = await anext(self.feed)
                self.gone += update.gone or ()
                self.removed |= update.removed


def remembered(daemon):
    """A record of everything a daemon has."""
    return [record(row["name"], native_id=native, v1=native) for native, row in daemon.listed().items()]


@asynccontextmanager
async def watching(daemon):
    """Live over this daemon with a record of all it has; absence counts already."""
    live = Live(lambda config: ThreadedClient(lambda: build_adapter(config, lambda: config.password), name=config.name))
    live.configure([daemon.config(id=NAS, uuid=NAS_UUID)])
    live.set_records(remembered(daemon))
    live.set_awaited([NAS])
    async with running(live):
        watched = Watched(live)
        await watched.until(lambda: watched.state.absence_counts)
        yield watched


async def comes_back(watched, daemon):
    """It is started and asked at once, until absence counts again."""
    daemon.start()
    watched.live.try_now()
    await watched.until(lambda: watched.state.absence_counts)


@pytest.fixture
def nas(tmp_path, monkeypatch):
    # Ample for what is early here, and the tests need not wait for the whole time so often.
    monkeypatch.setattr(roster, "AGREE_AFTER_S", 3.0)
    with run_transmission(tmp_path / "nas") as daemon:
        yield daemon


async def test_an_outage_marks_nothing_and_what_was_removed_in_it_is_gone_afterwards(nas):
    for name in release_names(5):
        nas.add(make_torrent(name).data, paused=True)
    async with watching(nas) as watched:
        nas.kill()
        await watched.until(lambda: not watched.state.live)
        assert not watched.state.absence_counts
        await comes_back(watched, nas)
        assert (watched.gone, watched.removed) == ([], set())
        first = next(iter(nas.listed()))
        nas.remove(first)
        nas.stop()
        await watched.until(lambda: watched.state.problem)
        await comes_back(watched, nas)
        (verdict,) = watched.live.gone
        assert ([each.native_id for each in verdict.records], verdict.doubted) == ([first], False)


async def test_the_early_empty_list_of_a_restarted_transmission_marks_nothing(nas):
    fill(nas, CROWD)
    async with watching(nas) as watched:
        nas.stop()
        await watched.until(lambda: watched.state.problem)
        await comes_back(watched, nas)
        assert (watched.gone, watched.removed) == ([], set())
        assert len(watched.live.transfers) == CROWD


async def test_another_client_at_the_same_address_is_asked_about_and_marks_nothing(nas, tmp_path):
    for name in release_names(6):
        nas.add(make_torrent(name).data, paused=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(nas.home / "settings.json", elsewhere)
    another = replace(nas, home=elsewhere, command=[*nas.command[:-1], str(elsewhere)], process=None)
    async with watching(nas) as watched:
        nas.stop()
        await watched.until(lambda: watched.state.problem)
        try:
            await comes_back(watched, another)
            await watched.until(lambda: watched.live.gone)
            assert [(each.doubted, each.of, len(each.records)) for each in watched.live.gone] == [(True, 6, 6)]
        finally:
            another.kill()
        await watched.until(lambda: watched.state.problem)
        assert watched.live.gone == (), "nothing is said of one that is silent"
        await comes_back(watched, nas)
        await watched.until(lambda: len(watched.live.transfers) == 6)
        assert all(each.doubted for each in watched.gone)
        assert watched.live.gone == ()
