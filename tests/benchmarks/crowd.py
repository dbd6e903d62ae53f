"""Thousands of torrents in a real daemon, as fast as it takes them."""

from __future__ import annotations

import base64
import hashlib
from itertools import islice

import requests

from tests.daemons import PASSWORD, USER, Daemon
from tests.end_to_end.desktop import wait_for
from tests.public_domain import release_names
from tests.torrents import bencode

AT_ONCE = 100


def fill(daemon: Daemon, count: int, *, seed: int = 0) -> None:
    """Put that many paused torrents in; none has any content here, each has a size of some GiB."""
    made = (_torrent(f"{name}.{number}") for number, name in enumerate(_names(count, seed)))
    with requests.Session() as session:
        session.trust_env = False
        (_fill_transmission if daemon.kind == "transmission" else _fill_qbittorrent)(session, daemon, made)
    wait_for(lambda: len(daemon.listed()) == count, "it took them all", 300)


def let_rest(daemon: Daemon, count: int) -> None:
    """Wait until a Transmission calls none of its torrents recently active, as it does for a minute after each start.

    It has to be started anew: otherwise it goes on looking for the files of so many new torrents for long.
    """
    daemon.stop()
    daemon.start()
    wait_for(lambda: len(daemon.listed()) == count, "all are loaded", 120)
    recent = {"ids": "recently-active", "fields": ["id"]}
    wait_for(lambda: not daemon.rpc("torrent-get", **recent)["torrents"], "none is recently active", 120)


def _names(count: int, seed: int) -> list[str]:
    names = release_names(1000, seed=seed)
    return [names[number % 1000] for number in range(count)]


def _torrent(name: str) -> bytes:
    piece = hashlib.sha1(name.encode(), usedforsecurity=False).digest()
    return bencode({"info": {"name": name, "piece length": 1 << 24, "length": 200 << 24, "pieces": piece * 200}})


def _fill_transmission(session: requests.Session, daemon: Daemon, made) -> None:
    url = f"{daemon.url}/transmission/rpc"
    session.auth = (USER, PASSWORD)
    token = session.post(url, json={}, timeout=30).headers["X-Transmission-Session-Id"]
    session.headers["X-Transmission-Session-Id"] = token
    for torrent in made:
        arguments = {"metainfo": base64.b64encode(torrent).decode(), "paused": True}
        answer = session.post(url, json={"method": "torrent-add", "arguments": arguments}, timeout=60)
        assert answer.json()["result"] == "success", answer.text


def _fill_qbittorrent(session: requests.Session, daemon: Daemon, made) -> None:
    api = f"{daemon.url}/api/v2"
    session.post(f"{api}/auth/login", data={"username": USER, "password": PASSWORD}, timeout=30)
    while part := list(islice(made, AT_ONCE)):
        files = [("torrents", (f"{number}.torrent", torrent)) for number, torrent in enumerate(part)]
        answer = session.post(
            f"{api}/torrents/add", files=files, data={"paused": "true", "stopped": "true"}, timeout=120
        )
        assert answer.text == "Ok.", answer.text
