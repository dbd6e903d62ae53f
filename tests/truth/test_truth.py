"""The law of truth: whatever others do to the clients, the table shows what the clients say."""

from __future__ import annotations

import asyncio
import os
import time

import pytest

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.downloads_model import DownloadsModel
from tests.end_to_end.desktop import run_desktop, wait_for
from tests.live_room import running
from tests.profiles import write_profile
from tests.truth.oracle import truth
from tests.truth.third_party import ThirdParty

SECONDS = float(os.environ.get("MYDIA_TRUTH_SECONDS", "150"))
BUSY_S = 10.0
QUIET_WITHIN_S = 30.0
"""A client that was restarted is believed to lack a row after two lists ten seconds apart."""


def shown(model, live, client):
    """What the table shows of one client: native id -> name and status, and only what it shows as live."""
    rows = [model.transfer_at(row) for row in range(model.rowCount())]
    state = live.clients[client]
    return {
        row.native_id: (row.name, row.status.value)
        for row in rows
        if row.key.client == client and state.is_live(row.key)
    }


async def believes(model, live, client, daemon):
    """Wait until the table equals the daemon."""
    loop = asyncio.get_running_loop()
    deadline = time.monotonic() + QUIET_WITHIN_S
    while True:
        true = await loop.run_in_executor(None, truth, daemon)
        ours = shown(model, live, client)
        stale = live.clients[client].unconfirmed
        if ours == true and not stale:
            return
        if time.monotonic() > deadline:
            too_many = {native: ours[native] for native in ours.keys() - true.keys()}
            lacking = {native: true[native] for native in true.keys() - ours.keys()}
            wrong = {n: (ours[n], true[n]) for n in ours.keys() & true.keys() if ours[n] != true[n]}
            pytest.fail(f"{client}: too many {too_many}, lacking {lacking}, wrong {wrong}, unconfirmed {stale}")
        await asyncio.sleep(0.3)


@pytest.mark.usefixtures("qapp")
@pytest.mark.timeout(SECONDS * 2 + 240)
async def test_truth_the_table_equals_the_clients_at_every_quiet_moment(three_daemons, tmp_path):
    live = Live(lambda config: ThreadedClient(lambda: build_adapter(config, lambda: config.password), name=config.name))
    live.configure([daemon.config(id=ClientId(name), name=name) for name, daemon in three_daemons.items()])
    model = DownloadsModel()
    others = ThirdParty(list(three_daemons.values()), seed=7)
    for daemon in three_daemons.values():
        others.add(daemon, 12)
    loop = asyncio.get_running_loop()
    quiet_moments = 0

    async def follow():
        async for update in live.feed():
            model.apply(update)

    async with running(live):
        following = asyncio.ensure_future(follow())
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            pause = time.monotonic() + BUSY_S
            while time.monotonic() < pause:
                await loop.run_in_executor(None, others.act)
                assert not following.done(), following.exception()
            for name, daemon in three_daemons.items():
                await believes(model, live, ClientId(name), daemon)
            quiet_moments += 1
        following.cancel()
    assert quiet_moments >= 2
    kinds = {did.split()[0] for did in others.did}
    assert kinds == {"add", "remove", "pause", "resume", "rename", "restart"}, kinds
    read_by_a_screen_reader(three_daemons.values(), tmp_path)


def read_by_a_screen_reader(daemons, folder):
    """The running program's table, through the accessibility tree, equals what the daemons say."""
    true = dict(row for daemon in daemons for row in truth(daemon).values())
    with run_desktop(folder / "home") as desktop:
        desktop.start("--profile", str(write_profile(folder / "profile", *daemons)))

        def ours():
            rows = desktop.rows() or {}
            return {name: row["Status"].split(",")[0].lower() for name, row in rows.items()}

        wait_for(lambda: ours() == true, f"the window says {true}", seconds=40)
