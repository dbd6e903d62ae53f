"""Looking for clients on this computer: over real sockets, and over real clients that are as they were afterwards."""

from __future__ import annotations

import re
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import AuthenticationError, Cause
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows.discovery import Discovery, Found, Standing, Stranger
from tests.daemons import PASSWORD, USER, Daemon, free_port, run_qbittorrent, run_transmission
from tests.raw_server import black_hole, raw_server
from tests.scripted_server import Say, scripted_server
from tests.torrents import make_torrent

PATIENCE = 1.0


def port_of(url):
    return int(url.rpartition(":")[2])


async def look(discovery, configured=()):
    seen = []
    await discovery.look(configured, seen.append)
    return seen


def state_of(daemon):
    """Everything of a client that a careless visitor could have changed."""
    if daemon.kind == "transmission":
        session = daemon.rpc("session-get")
        for moving in ("session-id", "download-dir-free-space"):
            session.pop(moving, None)
    else:
        session = daemon.api("app/preferences").json()
    return session, rows_of(daemon)


def rows_of(daemon):
    """Its one paused download, once it has come to rest after a start."""
    pause = threading.Event()
    for _ in range(200):
        rows = {key: (row["name"], row.get("status", row.get("state"))) for key, row in daemon.listed().items()}
        if [state for _, state in rows.values()] in ([0], ["pausedDL"], ["stoppedDL"]):
            break
        pause.wait(0.05)
    return rows


def settings_of(daemon):
    """What it wrote down of itself; Transmission writes while it runs at moments of its own choice."""
    if daemon.kind == "qbittorrent":
        return (daemon.home / "qBittorrent" / "config" / "qBittorrent.conf").read_text()
    daemon.stop()
    written = (daemon.home / "settings.json").read_text()
    daemon.start()
    return written


def failed_sign_ins(transmission):
    """How many it counted until now; None for a version that does not tell. Asking is another one."""
    told = re.search(r"(\d+) unsuccessful", requests.get(transmission.url, timeout=10).text)
    return int(told[1]) - 1 if told else None


async def test_a_client_that_lets_everybody_in_is_ready_with_its_version_and_its_downloads(tmp_path):
    with (
        run_transmission(tmp_path / "open", rpc_authentication_required=False) as nas,
        run_qbittorrent(tmp_path / "local", LocalHostAuth="false") as seedbox,
    ):
        nas.add(make_torrent("a").data, paused=True)
        seen = {found.kind: found for found in await look(Discovery([nas.port, seedbox.port]))}
    assert {found.standing for found in seen.values()} == {Standing.READY}
    assert seen["transmission"].version[0].isdigit()
    assert seen["transmission"].transfers == 1
    assert seen["qbittorrent"].transfers == 0
    assert seen["qbittorrent"].url == seedbox.url


async def test_a_client_that_wants_a_name_is_recognised_and_let_in_with_the_right_one(transmission, qbittorrent):
    discovery = Discovery([transmission.port, qbittorrent.port])
    for found in await look(discovery):
        assert found.standing is Standing.WANTS_SIGN_IN
        assert (found.version, found.transfers) == ("", None)
        signed_in = await discovery.sign_in(found, USER, PASSWORD)
        assert (signed_in.standing, signed_in.transfers) == (Standing.READY, 0)
        assert signed_in.version


@pytest.mark.parametrize("run", [run_transmission, run_qbittorrent])
async def test_looking_changes_nothing_in_a_client(tmp_path, run):
    with run(tmp_path) as daemon:
        daemon.add(make_torrent("a").data, paused=True)
        settings_of(daemon)  # the first time it adds what it was not told
        before = settings_of(daemon), state_of(daemon)
        discovery = Discovery([daemon.port])
        for _ in range(3):
            (found,) = await look(discovery)
        await discovery.sign_in(found, USER, PASSWORD)
        now = state_of(daemon)
        assert (settings_of(daemon), now) == before


async def test_looking_again_and_again_is_no_failed_sign_in(tmp_path):
    """Transmission counts a question without a password: it hears one, however often a person looks."""
    with (
        run_transmission(tmp_path / "nas", anti_brute_force_enabled=True, anti_brute_force_threshold=3) as nas,
        run_qbittorrent(tmp_path / "seedbox", MaxAuthenticationFailCount=1) as seedbox,
    ):
        discovery = Discovery([nas.port, seedbox.port])
        for _ in range(6):
            seen = await look(discovery)
            assert {found.standing for found in seen} == {Standing.WANTS_SIGN_IN}
        assert failed_sign_ins(nas) in (1, None)
        for found in seen:
            assert (await discovery.sign_in(found, USER, PASSWORD)).standing is Standing.READY


async def test_one_click_is_one_attempt_and_a_block_is_said(tmp_path):
    with run_qbittorrent(tmp_path, MaxAuthenticationFailCount=2) as seedbox:
        discovery = Discovery([seedbox.port])
        (found,) = await look(discovery)
        for cause in (Cause.UNAUTHORIZED, Cause.UNAUTHORIZED, Cause.BANNED):
            with pytest.raises(AuthenticationError) as refused:
                await discovery.sign_in(found, USER, "wrong")
            assert refused.value.cause is cause
            assert refused.value.message.startswith("qBittorrent ")


async def test_a_port_that_hangs_is_said_and_holds_nobody_back(transmission):
    times = {}
    began = time.monotonic()

    def seen(sighting):
        times[sighting.port] = (time.monotonic() - began, sighting)

    with raw_server(lambda visit: visit.pause(30)) as hanging:
        await Discovery([hanging.port, transmission.port], patience=PATIENCE).look([], seen)
    at, sighting = times[hanging.port]
    assert sighting == Stranger(port=hanging.port, hangs=True)
    assert PATIENCE <= at < PATIENCE + 2
    at, found = times[transmission.port]
    assert found.kind == "transmission"
    assert at < PATIENCE


async def test_a_server_that_trickles_or_drops_what_comes_ends_with_the_patience():
    def trickle(visit):
        visit.say(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not visit.pause(0.05):
            visit.say(b"x")

    with raw_server(trickle) as server, black_hole() as hole:
        began = time.monotonic()
        seen = await look(Discovery([server.port, port_of(hole)], patience=PATIENCE))
        assert time.monotonic() - began < 3 * PATIENCE
    assert seen == [Stranger(port=port, hangs=True) for port in (stranger.port for stranger in seen)]
    assert len(seen) == 2


@pytest.mark.parametrize(
    "says",
    [
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", id="not HTTP"),
        pytest.param(b"", id="hangs up"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOk", id="another site"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", id="a page"),
        pytest.param(b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere/\r\nContent-Length: 0\r\n\r\n", id="redirect"),
        pytest.param(b"HTTP/1.1 403 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\nNo", id="a closed site"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b"v" * (2 << 20), id="endless"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nv4.5", id="broken off"),
    ],
)
async def test_what_is_no_client_is_not_taken_for_one(says):
    def treat(visit):
        visit.read_request()
        visit.say(says)

    with raw_server(treat) as server:
        seen = await look(Discovery([server.port], patience=PATIENCE))
    assert seen == [Stranger(port=server.port, hangs=False)]


async def test_only_reading_questions_are_asked_of_strangers():
    with scripted_server(lambda _asked: Say("no", status=404)) as server:
        await look(Discovery([port_of(server.url)]))
    assert [(asked.method, asked.path) for asked in server.asked] == [("GET", "/api/v2/app/version")]
    assert not any(name in asked.headers for asked in server.asked for name in ("Authorization", "Cookie"))


async def test_a_program_that_pretends_to_be_a_client_is_shown_with_its_trouble_and_not_as_ready():
    with scripted_server(lambda _asked: Say("v4.5.2")) as server:
        (found,) = await look(Discovery([port_of(server.url)]))
    assert found.standing is Standing.TROUBLED
    assert found.trouble


async def test_a_program_that_listens_on_both_loopbacks_is_one_client(tmp_path):
    with run_qbittorrent(tmp_path, Address="*") as seedbox:
        (found,) = await look(Discovery([seedbox.port]))
    assert found.url == seedbox.url


class OnTheNewerLoopback(ThreadingHTTPServer):
    address_family = socket.AF_INET6


class LikeTransmission(BaseHTTPRequestHandler):
    server_version, sys_version = "Transmission", ""

    def do_GET(self):
        self.send_error(401)

    def log_message(self, *_):
        """Say nothing on stderr."""


async def test_a_client_that_listens_on_the_newer_loopback_only_is_found_there():
    with OnTheNewerLoopback(("::1", 0), LikeTransmission) as server:
        port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (found,) = await look(Discovery([port]))
        server.shutdown()
    assert (found.url, found.standing) == (f"http://[::1]:{port}", Standing.WANTS_SIGN_IN)


async def test_where_nothing_listens_nothing_is_said():
    assert await look(Discovery([free_port()])) == []


async def test_a_configured_client_is_known_without_a_question():
    with scripted_server(lambda _asked: Say("")) as server:
        port = port_of(server.url)
        config = ClientConfig(
            id=ClientId("nas"), kind="transmission", name="NAS", url=f"http://localhost:{port}", username="me"
        )
        (found,) = await look(Discovery([port]), [config])
        assert found == Found(kind="transmission", url=config.url, standing=Standing.KNOWN, name="NAS")
        assert server.asked == []


async def test_what_is_added_has_a_name_and_an_id_of_its_own(transmission: Daemon):
    discovery = Discovery([transmission.port])
    (found,) = await look(discovery)
    first = discovery.config(found, username=USER, others=[])
    second = discovery.config(found, username=USER, others=[first])
    assert (first.name, first.id) == ("Transmission", "transmission")
    assert (second.name, second.id) == ("Transmission 2", "transmission-2")
    assert (first.url, first.username, first.password) == (transmission.url, USER, None)


async def test_the_client_inside_this_program_is_offered_and_off():
    (offered,) = await look(Discovery([], folder="/home/me/Downloads", lacks=lambda: ""))
    assert (offered.kind, offered.standing) == ("builtin", Standing.OPTIONAL)
    config = Discovery([]).config(offered, username="", others=[])
    assert (config.id, config.url) == ("built-in-client", "builtin://built-in-client")
    assert config.builtin.folder == "/home/me/Downloads"
    (known,) = await look(Discovery([], folder="/home/me/Downloads"), [config])
    assert (known.standing, known.name) == (Standing.KNOWN, "Built-in client")


async def test_where_it_can_not_run_the_reason_is_said():
    (absent,) = await look(Discovery([], folder="/downloads", lacks=lambda: "It needs libtorrent."))
    assert (absent.standing, absent.trouble) == (Standing.ABSENT, "It needs libtorrent.")
