"""The first start on a computer with clients on their usual ports, used by eye and hand."""

from __future__ import annotations

import os
import sys

import pytest

from tests.daemons import PASSWORD, USER, run_qbittorrent, run_transmission
from tests.end_to_end.desktop import run_desktop, wait_for
from tests.own_network import own_network
from tests.torrents import make_torrent

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI") and (sys.platform != "linux" or os.geteuid() != 0),
    reason="a network of its own, with the usual ports free, takes root",
)

NOSFERATU, DETOUR = make_torrent("Nosferatu.1922.mkv"), make_torrent("Detour.1945.mkv")


@pytest.fixture(scope="module")
def clients(tmp_path_factory):
    """On 9091 a Transmission that asks nobody's name, on 8080 a qBittorrent that does; nothing else on the network."""
    with (
        own_network(),
        run_transmission(tmp_path_factory.mktemp("nas"), port=9091, rpc_authentication_required=False) as nas,
        run_qbittorrent(tmp_path_factory.mktemp("seedbox"), port=8080) as seedbox,
    ):
        nas.add(NOSFERATU.data, paused=True)
        seedbox.add(DETOUR.data, paused=True)
        yield nas, seedbox


@pytest.fixture
def desktop(clients, tmp_path):  # noqa: ARG001 - its programs have to be on the clients' network
    """An empty desktop on the clients' network."""
    with run_desktop(tmp_path / "home") as desktop:
        yield desktop


def sees(desktop, role, name):
    """Wait until it is on the screen."""
    return wait_for(lambda: desktop.ask("find", role=role, name=name), f"{role} “{name}”")


def tick_of(desktop, program):
    """The box of the client whose name begins so, by what a screen reader says of it."""
    boxes = [seen for seen in desktop.ask("all") or [] if seen["role"] == "check box"]
    return next((seen["name"] for seen in boxes if seen["name"].startswith(program)), None)


def test_the_clients_of_this_computer_are_found_signed_in_to_added_and_shown(desktop, clients, tmp_path):
    profile = tmp_path / "new"
    desktop.start("--profile", str(profile))
    sees(desktop, "dialog", "Welcome to Mydia Desktop")
    wait_for(lambda: (tick_of(desktop, "Transmission") or "").endswith("127.0.0.1:9091 · 1 download, Ready"), "9091")
    wait_for(lambda: (tick_of(desktop, "qBittorrent") or "").endswith("wants you to sign in"), "8080")
    sees(desktop, "label", "Looked on ports 8080, 8081, 8090, 9091 of this computer")
    desktop.click("text", "User name for qBittorrent")
    desktop.type(USER)
    desktop.keys("Tab")
    desktop.type("wrong")
    desktop.keys("Return")
    sees(desktop, "label", "qBittorrent did not accept the user name or password.")
    desktop.type(PASSWORD)
    desktop.keys("Return")
    wait_for(lambda: (tick_of(desktop, "qBittorrent") or "").endswith("127.0.0.1:8080 · 1 download, Ready"), "let in")
    sees(desktop, "label", "2 clients selected")
    desktop.click("push button", "Show my downloads")
    wait_for(lambda: set(desktop.rows() or {}) == {NOSFERATU.name, DETOUR.name}, "the downloads of both")
    config = (profile / "config.toml").read_text()
    assert config.count("[[clients]]") == 2
    assert PASSWORD not in config
    for daemon in clients:
        (row,) = daemon.listed().values()
        assert row["status" if daemon.kind == "transmission" else "state"] in (0, "pausedDL", "stoppedDL")


def test_who_skips_it_is_not_asked_again_and_can_come_back_to_it(desktop, tmp_path):
    profile = tmp_path / "new"
    program = desktop.start("--profile", str(profile))
    sees(desktop, "dialog", "Welcome to Mydia Desktop")
    desktop.keys("Escape")
    sees(desktop, "push button", "Look on this computer")
    desktop.keys("ctrl+q")
    assert program.wait(20) == 0
    desktop.start("--profile", str(profile))
    sees(desktop, "push button", "Look on this computer")
    assert desktop.ask("find", role="dialog", name="Welcome to Mydia Desktop") is None
    desktop.click("push button", "Look on this computer")
    sees(desktop, "dialog", "Welcome to Mydia Desktop")
    wait_for(lambda: tick_of(desktop, "Transmission"), "what is there")
    assert not (profile / "config.toml").exists()
