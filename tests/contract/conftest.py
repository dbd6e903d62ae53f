"""Every client under contract, met anew by each test in front of daemons that all share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contract.parties import DaemonHand, MemoryHand, Party, Screen, threaded
from tests.daemons import Daemon
from tests.memory_client import MemoryClient

REAL = ("transmission", "qbittorrent")


@pytest.fixture(params=REAL)
def daemon(request: pytest.FixtureRequest) -> Daemon:
    """Each real daemon, running and empty."""
    return request.getfixturevalue(request.param)


@pytest.fixture(params=[*REAL, "memory"])
async def party(request: pytest.FixtureRequest) -> Iterator[Party]:
    """Each client that keeps the contract, real ones first."""
    if request.param == "memory":
        memory = MemoryClient()
        yield Party(request.param, memory.name, memory, MemoryHand(memory), Screen(memory))
        return
    daemon: Daemon = request.getfixturevalue(request.param)
    client = threaded(daemon)
    yield Party(request.param, daemon.config().name, client, DaemonHand(daemon), Screen(client))
    client.close()
