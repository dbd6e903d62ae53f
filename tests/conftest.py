"""The real parts that tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.daemons import Daemon, run_qbittorrent, run_transmission
from tests.postgres import Postgres, run_postgres

if TYPE_CHECKING:
    from tests.builtin_client import BuiltinClient

# Before Qt is imported: the widgets of the tests need no screen. Those that do start their own X server.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def transmission_daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """One transmission-daemon for the whole run; ``transmission`` hands it out empty."""
    with run_transmission(tmp_path_factory.mktemp("transmission")) as daemon:
        yield daemon


@pytest.fixture(scope="session")
def qbittorrent_daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daemon]:
    """One qbittorrent-nox for the whole run; ``qbittorrent`` hands it out empty."""
    with run_qbittorrent(tmp_path_factory.mktemp("qbittorrent")) as daemon:
        yield daemon


@pytest.fixture
def transmission(transmission_daemon: Daemon) -> Daemon:
    """A running transmission-daemon with nothing in it."""
    transmission_daemon.clear()
    return transmission_daemon


@pytest.fixture
def qbittorrent(qbittorrent_daemon: Daemon) -> Daemon:
    """A running qbittorrent-nox with nothing in it."""
    qbittorrent_daemon.clear()
    return qbittorrent_daemon


@pytest.fixture
def builtin(tmp_path: Path) -> Iterator[BuiltinClient]:
    """The client inside the program, on loopback, with nothing in it."""
    from tests.builtin_client import run_builtin  # noqa: PLC0415 - there are Pythons without libtorrent

    with run_builtin(tmp_path / "builtin") as client:
        yield client


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL for the whole run; each test makes a database of its own there."""
    with run_postgres() as server:
        yield server
