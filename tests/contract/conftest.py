"""Every client under contract, met anew by each test in front of daemons that all share."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import pytest

from mydia_desktop.config.builtin_options import why_not_here
from tests.contract.parties import DaemonHand, MemoryHand, Party, Screen, threaded
from tests.daemons import Daemon
from tests.memory_client import MemoryClient
from tests.scripted_server import Say, ScriptedServer, scripted_server
from tests.torrents import bencode

if TYPE_CHECKING:
    from tests.builtin_client import BuiltinClient

TIMEOUT_S = 1.5
"""Ample for a daemon on loopback, and not long to wait for one that is frozen."""
REMOTE = ("transmission", "qbittorrent")
"""Those that answer over a wire, which may break."""
REAL = REMOTE if why_not_here() and not os.environ.get("CI") else (*REMOTE, "builtin")
"""The client inside the program has to be here as any server has: only a person may do without it."""


@pytest.fixture(params=REAL)
def daemon(request: pytest.FixtureRequest) -> Daemon | BuiltinClient:
    """Each real client, running and empty."""
    return request.getfixturevalue(request.param)


@pytest.fixture(params=[*REAL, "memory"])
async def party(request: pytest.FixtureRequest) -> AsyncIterator[Party]:
    """Each client that keeps the contract, real ones first."""
    if request.param == "memory":
        memory = MemoryClient()
        yield Party(request.param, memory.name, memory, MemoryHand(memory), Screen(memory))
        return
    daemon: Daemon | BuiltinClient = request.getfixturevalue(request.param)
    client = threaded(daemon, timeout=TIMEOUT_S)
    yield Party(request.param, daemon.config().name, client, DaemonHand(daemon), Screen(client))
    client.close()


@pytest.fixture
async def screen(daemon: Daemon) -> AsyncIterator[Screen]:
    """What is shown of a real daemon."""
    client = threaded(daemon)
    yield Screen(client)
    client.close()


@pytest.fixture
def tracker() -> Iterator[ScriptedServer]:
    """A tracker that turns everybody away, so that a client may ask it again at once."""
    answer = Say(bencode({"failure reason": "not today"}))
    with scripted_server(lambda _: answer) as server:
        yield server
