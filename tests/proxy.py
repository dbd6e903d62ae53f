"""A wire between us and a daemon that the test can spoil."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto


class Spoilt(Enum):
    """What the wire does with answers."""

    NOT = auto()
    BLACK_HOLE = auto()
    """Takes questions, gives nothing."""
    CUT = auto()
    """Ends in the middle of an answer."""
    TRICKLE = auto()
    """A byte now and then: never silent, never done."""
    GARBAGE = auto()
    """Something else than the daemon said."""


class Proxy:
    """Forwards connections to one port; ``spoilt`` takes effect with the next bytes."""

    def __init__(self, port: int) -> None:
        self.spoilt = Spoilt.NOT
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._over = threading.Event()
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Cut everything."""
        self._over.set()
        for link in (self._listener, *self._open):
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
            self._open += [near, far]
            threading.Thread(target=self._pump, args=(near, far), daemon=True).start()
            threading.Thread(target=self._answer, args=(far, near), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        _end(target)

    def _answer(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                match self.spoilt:
                    case Spoilt.NOT:
                        target.sendall(data)
                    case Spoilt.CUT:
                        target.sendall(data[: len(data) // 2])
                        break
                    case Spoilt.GARBAGE:
                        target.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n\x00\xff{not")
                        break
                    case Spoilt.TRICKLE:
                        for byte in data:
                            target.sendall(bytes([byte]))
                            if self._over.wait(0.2):
                                return
                    case Spoilt.BLACK_HOLE:
                        self._over.wait()
        _end(target)


def _end(link: socket.socket) -> None:
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)


@contextmanager
def proxy_to(port: int) -> Iterator[Proxy]:
    """A proxy in front of a loopback port."""
    proxy = Proxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
