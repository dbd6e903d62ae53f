"""A believable afternoon of two real clients: something of every status, with the sizes such things have.

Contents are zeros in sparse files, so that forty gibibytes cost no disk; what moves really moves, over loopback.
"""

from __future__ import annotations

import base64
import hashlib
import json
import random
import threading
import time
from pathlib import Path

from tests.daemons import Daemon
from tests.public_domain import release_names
from tests.torrents import bencode

MIB = 1 << 20
PIECE = 4 * MIB
MOVERS_KIB = (5200, 2900, 1400, 850, 420)
"""Speed limits of the downloads that move."""
_ZERO_PIECE = hashlib.sha1(bytes(PIECE), usedforsecurity=False).digest()


def zero_torrent(name: str, size: int) -> tuple[bytes, str]:
    """A torrent of one file full of zeros, and its infohash."""
    whole, rest = divmod(size, PIECE)
    pieces = _ZERO_PIECE * whole
    if rest:
        pieces += hashlib.sha1(bytes(rest), usedforsecurity=False).digest()
    info = {"name": name, "piece length": PIECE, "length": size, "pieces": pieces}
    infohash = hashlib.sha1(bencode(info), usedforsecurity=False).hexdigest()
    return bencode({"info": info}), infohash


def zeros(path: Path, size: int) -> None:
    """A sparse file."""
    with path.open("wb") as file:
        file.truncate(size)


class Scene:
    """Fills a Transmission and a qBittorrent; ``count`` torrents each."""

    def __init__(self, nas: Daemon, seedbox: Daemon, *, count: int = 60, seed: int = 3) -> None:
        self.nas, self.seedbox = nas, seedbox
        self._names = iter(release_names(2 * count + 20, seed=seed))
        self._chance = random.Random(seed)  # noqa: S311 - chance, not secrets
        self._count = count

    def set(self) -> None:
        """Fill both and wait until everything has settled."""
        self._prepare()
        self._move()
        self._fill_nas(self._count - len(MOVERS_KIB))
        self._fill_seedbox(self._count - len(MOVERS_KIB))
        self._settle()

    def _prepare(self) -> None:
        preferences = {"queueing_enabled": False}
        self.seedbox.api("app/setPreferences", json=json.dumps(preferences))
        for category in ("movies", "tv"):
            self.seedbox.api("torrents/createCategory", category=category)

    def _size(self) -> int:
        return (
            int(
                self._chance.choice((0.35, 0.7, 1.1, 2.3, 5.1, 9.8, 14.3, 31.2, 48.7))
                * self._chance.uniform(0.8, 1.1)
                * 1024
            )
            * MIB
        )

    def _move(self) -> None:
        """Downloads in the qBittorrent that really come from the Transmission."""
        peer = self.nas.rpc("session-get", fields=["peer-port"])["peer-port"]
        for limit_kib in MOVERS_KIB:
            name, size = next(self._names), self._chance.choice((900, 1400, 2300)) * MIB
            torrent, infohash = zero_torrent(name, size)
            zeros(self.nas.downloads / name, size)
            self.nas.add(torrent)
            self.seedbox.api(
                "torrents/add",
                files={"torrents": ("a.torrent", torrent)},
                savepath=str(self.seedbox.downloads),
                category="movies",
                dlLimit=str(limit_kib * 1024),
            )
            self._when_listed(self.seedbox, infohash)
            self._wait(lambda infohash=infohash: self.nas.listed()[infohash]["status"] == 6, 60)
            self.seedbox.api("torrents/addPeers", hashes=infohash, peers=f"127.0.0.1:{peer}")

    def _fill_nas(self, count: int) -> None:
        seeding, checking, stalled, missing = min(14, count // 3), 1, 2, 1
        for number in range(count):
            name = next(self._names)
            if number < seeding + missing:
                size = self._chance.choice((120, 230, 350)) * MIB
                zeros(self.nas.downloads / name, size)
                self._add_labelled(name, size)
            elif number < seeding + missing + checking:
                size = 40_000 * MIB
                zeros(self.nas.downloads / name, size)
                self._add_labelled(name, size)
            else:
                self._add_labelled(name, self._size(), paused=number >= seeding + missing + checking + stalled)
            if number == seeding:
                self._lose_files(name)

    def _add_labelled(self, name: str, size: int, *, paused: bool = False) -> None:
        torrent, infohash = zero_torrent(name, size)
        metainfo = base64.b64encode(torrent).decode()
        self.nas.rpc("torrent-add", metainfo=metainfo, paused=paused, download_dir=str(self.nas.downloads))
        self.nas.rpc("torrent-set", ids=[infohash], labels=["tv" if ".S0" in name else "movies"])

    def _lose_files(self, name: str) -> None:
        infohash = next(native for native, row in self.nas.listed().items() if row["name"] == name)
        self._wait(lambda: self.nas.listed()[infohash]["status"] == 6, 60)
        (self.nas.downloads / name).unlink()
        self.nas.rpc("torrent-verify", ids=[infohash])
        self._wait(lambda: self.nas.listed()[infohash]["error"] == 3, 60)

    def _fill_seedbox(self, count: int) -> None:
        for number in range(count):
            name = next(self._names)
            size = self._size()
            torrent, _ = zero_torrent(name, size)
            seeding = number % 3 == 0
            fields = {"savepath": str(self.seedbox.downloads), "category": "tv" if ".S0" in name else "movies"}
            paused = str(number % 9 == 0 if seeding else number > 6).lower()
            if seeding:
                zeros(self.seedbox.downloads / name, size)
                fields |= {"skip_checking": "true"}
            self.seedbox.api(
                "torrents/add", files={"torrents": ("a.torrent", torrent)}, paused=paused, stopped=paused, **fields
            )

    def _settle(self) -> None:
        self._wait(lambda: len(self.seedbox.listed()) == self._count, 60)
        self._wait(lambda: len(self.nas.listed()) == self._count, 60)

    def _when_listed(self, daemon: Daemon, infohash: str) -> None:
        self._wait(lambda: infohash in daemon.listed(), 30)

    def _wait(self, condition, seconds: float) -> None:
        pause, deadline = threading.Event(), time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "the scene is not set in time"
            pause.wait(0.2)
