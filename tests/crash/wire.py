"""A wire between the program and a daemon on which something happens when a certain request passes."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

ADD = re.compile(rb"torrent[-_]add|/torrents/add")
REMOVE = re.compile(rb"torrent[-_]remove|/torrents/delete")
START = re.compile(rb"torrent[-_]start|/torrents/(?:resume|start)")
PAUSE = re.compile(rb"torrent[-_]stop|/torrents/(?:pause|stop)")

CONTENT = re.compile(rb"fileStats|/torrents/files")

_LONGEST_WORD = 64


@dataclass
class Event:
    """What is to happen, once."""

    request: re.Pattern[bytes]
    on_request: Callable[[], object] = lambda: None
    """Before the daemon gets it."""
    on_answer: Callable[[], object] = lambda: None
    """Before the program gets the answer."""
    lost: bool = False
    """The request gets no further than here."""
    happened: threading.Event = field(default_factory=threading.Event)


class Wire:
    """Forwards connections to one port."""

    def __init__(self, port: int) -> None:
        self.event: Event | None = None
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._over = threading.Event()
        self._open: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Cut everything."""
        self._over.set()
        for link in (self._listener, *list(self._open)):
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
            link.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                return
            self._open |= {near, far}
            passing: list[Event] = []
            threading.Thread(target=self._carry, args=(near, far, passing), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket, passing: list[Event]) -> None:
        answers = threading.Thread(target=self._answer, args=(far, near, passing), daemon=True)
        answers.start()
        self._ask(near, far, passing)
        answers.join()
        for link in (near, far):
            self._open.discard(link)
            link.close()

    def _ask(self, source: socket.socket, target: socket.socket, passing: list[Event]) -> None:
        tail = b""
        with suppress(OSError):
            while data := source.recv(65536):
                event = self.event
                if event is not None and event.request.search(tail + data):
                    self.event, tail = None, b""
                    event.on_request()
                    if event.lost:
                        event.happened.set()
                        break
                    passing.append(event)
                else:
                    tail = data[-_LONGEST_WORD:]
                # qBittorrent takes no request for a port that is not its own.
                target.sendall(data.replace(self._host(self.port), self._host(self._to)))
        _end(target)

    def _host(self, port: int) -> bytes:
        return b"Host: 127.0.0.1:%d" % port

    def _answer(self, source: socket.socket, target: socket.socket, passing: list[Event]) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                while passing:
                    event = passing.pop()
                    event.on_answer()
                    event.happened.set()
                target.sendall(data)
        _end(target)


def _end(link: socket.socket) -> None:
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire_to(port: int) -> Iterator[Wire]:
    """A wire to a loopback port."""
    wire = Wire(port)
    try:
        yield wire
    finally:
        wire.close()
