"""The law "silence is not absence", against real daemons that are frozen, killed and cut off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.live.aggregator import Live
from tests.live_room import running
from tests.proxy import Spoilt, proxy_to
from tests.public_domain import release_names
from tests.torrents import make_torrent

NAS, OTHERS = ClientId("nas"), (ClientId("attic"), ClientId("seedbox"))


class Watched:
    """A Live over the three daemons, and everything its feed told."""

    def __init__(self, live):
        self.live = live
        self.feed = live.feed()
        self.removed = set()
        self.answers = []

    async def until(self, condition, seconds=40.0):
        """Read until something is true, remembering what went by."""
        async with asyncio.timeout(seconds):
            while not condition():
                update = await anext(self.feed)
                self.removed |= update.removed
                for state in update.clients.values():
                    if state.answered_at is not None and (state.id, state.answered_at) not in self.answers:
                        self.answers.append((state.id, state.answered_at))

    def answered(self, client):
        """How often a client has answered."""
        return sum(who == client for who, _when in self.answers)

    def rows(self, client):
        """What is shown of a client."""
        return {key: (row.name, row.status) for key, row in self.live.transfers.items() if key.client == client}


@asynccontextmanager
async def watching(daemons, **changes) -> AsyncIterator[Watched]:
    for daemon in daemons.values():
        for name in release_names(5, seed=daemon.port):
            daemon.add(make_torrent(name).data, paused=True)
    live = Live(lambda config: ThreadedClient(lambda: build_adapter(config, lambda: config.password), name=config.name))
    configs = [daemon.config(id=ClientId(name), name=name) for name, daemon in daemons.items()]
    live.configure([config if config.id != NAS else daemons["nas"].config(id=NAS, **changes) for config in configs])
    async with running(live):
        watched = Watched(live)
        await watched.until(lambda: all(len(watched.rows(client)) == 5 for client in (NAS, *OTHERS)))
        await watched.until(lambda: {row.status for row in live.transfers.values()} == {Status.PAUSED})
        yield watched


async def others_go_on(watched):
    """Both other clients answer five more times."""
    goal = {client: watched.answered(client) + 5 for client in OTHERS}
    await watched.until(lambda: all(watched.answered(client) >= goal[client] for client in OTHERS))


async def falls_silent_and_nothing_else(watched, before):
    """It is not live, its rows are as they were, and the others never notice."""
    await watched.until(lambda: not watched.live.clients[NAS].live)
    await others_go_on(watched)
    assert watched.rows(NAS) == before
    assert not watched.removed
    assert watched.live.clients[NAS].phase in (Phase.UNREACHABLE, Phase.INCOMPATIBLE)
    assert all(watched.live.clients[client].live for client in OTHERS)


async def test_a_frozen_daemon_loses_no_row_and_holds_nobody_back(three_daemons):
    async with watching(three_daemons) as watched:
        before = watched.rows(NAS)
        three_daemons["nas"].freeze()
        try:
            await falls_silent_and_nothing_else(watched, before)
        finally:
            three_daemons["nas"].wake()
        watched.live.try_now([NAS])
        await watched.until(lambda: watched.live.clients[NAS].live and not watched.live.clients[NAS].unconfirmed)
        assert watched.rows(NAS) == before
        assert not watched.removed


async def test_a_killed_daemon_comes_back_with_all_its_rows_in_place(three_daemons):
    async with watching(three_daemons) as watched:
        before = watched.rows(NAS)
        three_daemons["nas"].kill()
        await falls_silent_and_nothing_else(watched, before)
        assert "Nothing answers at" in watched.live.clients[NAS].problem.message
        three_daemons["nas"].start()
        watched.live.try_now([NAS])
        await watched.until(lambda: watched.live.clients[NAS].live and not watched.live.clients[NAS].unconfirmed)
        assert watched.rows(NAS).keys() == before.keys()
        assert not watched.removed


@pytest.mark.parametrize("how", [Spoilt.BLACK_HOLE, Spoilt.CUT, Spoilt.TRICKLE, Spoilt.GARBAGE])
async def test_a_spoilt_answer_is_an_outage_with_a_cause_and_removes_nothing(three_daemons, how):
    with proxy_to(three_daemons["nas"].port) as proxy:
        async with watching(three_daemons, url=f"http://127.0.0.1:{proxy.port}") as watched:
            before = watched.rows(NAS)
            proxy.spoilt = how
            await falls_silent_and_nothing_else(watched, before)
            await watched.until(lambda: watched.live.clients[NAS].problem)
            proxy.spoilt = Spoilt.NOT
            watched.live.try_now([NAS])
            await watched.until(lambda: watched.live.clients[NAS].live, seconds=70)
            assert watched.rows(NAS) == before
            assert not watched.removed
