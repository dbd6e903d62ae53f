"""The law "no one waits", in milliseconds: what one silent client costs the rows of four others."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from tests.daemons import run_transmission
from tests.live_room import running
from tests.proxy import Spoilt, proxy_to

ANSWERS = 40
OTHERS = 4


async def interval(configs):
    """Median seconds between two answers of each of the others, over all of them."""
    live = Live(lambda config: ThreadedClient(lambda: build_adapter(config, lambda: config.password), name=config.name))
    live.configure(configs)
    feed, seen = live.feed(), {}
    others = [config.id for config in configs if config.id != "hole"]
    async with running(live):
        while min((len(seen.get(client, ())) for client in others), default=0) < ANSWERS:
            update = await anext(feed)
            now = time.perf_counter()
            for client in others:
                answered = update.clients[client].answered_at
                known = seen.setdefault(client, {})
                if answered is not None and answered not in known:
                    known[answered] = now
    gaps = []
    for known in seen.values():
        moments = sorted(known.values())[5:]
        gaps += [later - earlier for earlier, later in itertools.pairwise(moments)]
    return statistics.median(gaps)


def test_no_one_waits_longer_because_one_client_hangs(tmp_path_factory):
    with run_transmission(tmp_path_factory.mktemp("shared")) as daemon, proxy_to(daemon.port) as proxy:
        others = [daemon.config(id=ClientId(f"client-{number}"), refresh_seconds=0.1) for number in range(OTHERS)]
        hole = daemon.config(id=ClientId("hole"), refresh_seconds=0.1, url=f"http://127.0.0.1:{proxy.port}")
        alone = asyncio.run(interval(others))
        proxy.spoilt = Spoilt.BLACK_HOLE
        beside = asyncio.run(interval([hole, *others]))
    print(f"\nan answer every {alone * 1000:.1f} ms alone, every {beside * 1000:.1f} ms beside a client that hangs")
    assert beside < 1.3 * alone
