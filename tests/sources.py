"""Where a real client gets the data of a torrent from, on loopback, and not before the test says so."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from tests.daemons import Daemon, run_transmission
from tests.torrents import Torrent, make_torrent

HELD_AT_MOST_S = 60.0
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Source(Protocol):
    """Makes torrents, and gives what they promise."""

    def make(self, name: str, *, size: int) -> Torrent:
        """A torrent with nothing of it to be had yet."""
        ...

    def release(self, torrent: Torrent) -> None:
        """From now on it downloads."""
        ...


class WebSeed:
    """Serves files over HTTP; who asks for one too early waits."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.contents: dict[str, bytes] = {}
        self.released: dict[str, threading.Event] = {}

    def make(self, name: str, *, size: int) -> Torrent:
        """A torrent whose only source is this server."""
        torrent = make_torrent(name, size=size, webseed=f"{self._url}/{quote(name)}")
        self.released[name] = threading.Event()
        self.contents[name] = torrent.content
        return torrent

    def release(self, torrent: Torrent) -> None:
        """Answer whoever waits for it."""
        self.released[torrent.name].set()


class Peer:
    """Another client that has it all, which the one under test is told of."""

    def __init__(self, seeder: Daemon, leecher: Daemon) -> None:
        self._seeder, self._leecher = seeder, leecher

    def make(self, name: str, *, size: int) -> Torrent:
        """A torrent that the other client seeds, with nothing to find it by."""
        torrent = make_torrent(name, size=size)
        torrent.write_content(self._seeder.downloads)
        self._seeder.add(torrent.data)
        return torrent

    def release(self, torrent: Torrent) -> None:
        """Introduce them."""
        peer = f"127.0.0.1:{self._seeder.peer_port}"
        self._leecher.api("torrents/addPeers", hashes=torrent.id, peers=peer)


@contextmanager
def source_for(daemon: Daemon, folder: Path) -> Iterator[Source]:
    """Transmission downloads from a web seed, qBittorrent from a peer."""
    if daemon.kind == "transmission":
        with _web_seed() as seed:
            yield seed
    else:
        with run_transmission(folder / "seeder") as seeder:
            yield Peer(seeder, daemon)


@contextmanager
def _web_seed() -> Iterator[WebSeed]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(self.path).strip("/")
            if not seed.released[name].wait(HELD_AT_MOST_S):
                self.send_error(503)
                return
            content = seed.contents[name]
            asked = _RANGE.fullmatch(self.headers.get("Range", ""))
            first, last = (int(asked[1]), int(asked[2] or len(content) - 1)) if asked else (0, len(content) - 1)
            part = content[first : last + 1]
            self.send_response(206 if asked else 200)
            self.send_header("Content-Length", str(len(part)))
            if asked:
                self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(content)}")
            self.end_headers()
            self.wfile.write(part)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    seed = WebSeed(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield seed
    finally:
        for released in seed.released.values():
            released.set()
        server.shutdown()
        thread.join()
        server.server_close()
