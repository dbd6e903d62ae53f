"""What a refresh costs beside what the server alone costs, both in the same run."""

from __future__ import annotations

import base64
import statistics
import time
from contextlib import ExitStack, closing

import msgspec
import pytest
import requests

from mydia_desktop.adapters.http import Exchange, Tls
from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.transmission import TRACKERS_AT_ONCE
from mydia_desktop.adapters.transmission_wire import FIELDS
from mydia_desktop.domain.report import Interest
from tests.benchmarks.crowd import fill, let_rest
from tests.daemons import PASSWORD, USER, run_qbittorrent, run_transmission

TORRENTS = 5_000
ROUNDS = 9


@pytest.fixture(scope="module")
def crowded_transmission(tmp_path_factory):
    with run_transmission(tmp_path_factory.mktemp("crowd")) as daemon:
        fill(daemon, TORRENTS)
        let_rest(daemon, TORRENTS)
        yield daemon


@pytest.fixture(scope="module")
def crowded_qbittorrent(tmp_path_factory):
    with run_qbittorrent(tmp_path_factory.mktemp("crowd")) as daemon:
        fill(daemon, TORRENTS)
        yield daemon


@pytest.fixture
def adapter_for():
    """Adapters that are put away after the test."""
    with ExitStack() as stack:

        def build(daemon):
            config = daemon.config()
            return stack.enter_context(closing(build_adapter(config, lambda: config.password)))

        yield build


def timed(call):
    began = time.perf_counter()
    answer = call()
    return answer, (time.perf_counter() - began) * 1000


def test_a_full_transmission_refresh_costs_little_more_than_the_server_and_the_fastest_decode(
    crowded_transmission, adapter_for
):
    session = signed_in(crowded_transmission)
    body = msgspec.json.encode({"method": "torrent-get", "arguments": {"fields": FIELDS, "format": "table"}})
    exchange = Exchange(crowded_transmission.url, Tls(), timeout=30)
    adapter = adapter_for(crowded_transmission)
    adapter.refresh(Interest(whole=True))
    floors, ours = [], []
    for _ in range(ROUNDS):
        answer, _ms = timed(
            lambda: exchange.request("POST", "/transmission/rpc", body=body, headers=session, fresh=True)
        )
        _decoded, decoding = timed(lambda answer=answer: msgspec.json.decode(answer.body))
        floors.append(answer.first_byte * 1000 + decoding)
        report, whole = timed(lambda: adapter.refresh(Interest(whole=True)))
        assert len(report.transfers) == TORRENTS
        ours.append(whole)
    exchange.close()
    floor, mine = statistics.median(floors), statistics.median(ours)
    ratio = mine / floor
    print(f"\nTransmission, {TORRENTS}: first byte + decode {floor:.1f} ms, refresh {mine:.1f} ms, {ratio:.2f} x")
    assert ratio < 2.0


def test_a_transmission_refresh_without_news_costs_next_to_nothing(crowded_transmission, adapter_for):
    adapter = adapter_for(crowded_transmission)
    _, first = timed(lambda: adapter.refresh(Interest()))
    for _ in range(TORRENTS // TRACKERS_AT_ONCE):
        adapter.refresh(Interest())  # each asks for some of the trackers
    quiet = statistics.median(timed(lambda: adapter.refresh(Interest()))[1] for _ in range(ROUNDS))
    print(f"\nTransmission, {TORRENTS}: first refresh {first:.1f} ms, one without news {quiet:.1f} ms")
    assert quiet < first / 5


def test_a_qbittorrent_refresh_costs_what_the_server_does(crowded_qbittorrent, adapter_for):
    adapter = adapter_for(crowded_qbittorrent)
    _, first = timed(lambda: adapter.refresh(Interest()))
    shares, wholes = [], []
    for _ in range(ROUNDS):
        report, whole = timed(lambda: adapter.refresh(Interest(whole=True)))
        shares.append(report.latency * 1000)
        wholes.append(whole)
    server, mine = statistics.median(shares), statistics.median(wholes)
    print(f"\nqBittorrent, {TORRENTS}: the answer {server:.1f} ms, whole refresh {mine:.1f} ms, first {first:.1f} ms")
    assert mine / server < 1.5


def signed_in(daemon):
    """Headers that let a bare exchange in."""
    token = requests.post(f"{daemon.url}/transmission/rpc", json={}, auth=(USER, PASSWORD), timeout=30).headers[
        "X-Transmission-Session-Id"
    ]
    pair = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    return {"X-Transmission-Session-Id": token, "Authorization": f"Basic {pair}", "Content-Type": "application/json"}
