"""A real socket on loopback that says bytes, however wrong, and hangs up, or does not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field

LONGEST_S = 30


@dataclass
class Visit:
    """One connection as the server sees it."""

    link: socket.socket
    number: int
    """From 1."""
    over: threading.Event

    def read_request(self) -> bytes:
        """One request with its body; empty if the other side has gone."""
        text = b""
        while b"\r\n\r\n" not in text:
            if not (more := self.link.recv(65536)):
                return b""
            text += more
        head, _, body = text.partition(b"\r\n\r\n")
        lengths = [line.split(b":")[1] for line in head.splitlines() if line.lower().startswith(b"content-length")]
        while lengths and len(body) < int(lengths[0]):
            body += self.link.recv(65536)
        return head + b"\r\n\r\n" + body

    def say(self, text: bytes) -> None:
        """Send all of it."""
        self.link.sendall(text)

    def pause(self, seconds: float) -> bool:
        """Wait; True if the test is over meanwhile."""
        return self.over.wait(seconds)


@dataclass
class RawServer:
    """Where it listens, and how many came."""

    port: int
    visits: list[Visit] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def raw_server(treat: Callable[[Visit], None]) -> Iterator[RawServer]:
    """Treat every connection in a thread of its own and close it afterwards, until the block ends."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = RawServer(listener.getsockname()[1])

        def serve(visit: Visit) -> None:
            with visit.link, suppress(OSError):
                treat(visit)

        def accept() -> None:
            with suppress(OSError):
                while True:
                    link, _ = listener.accept()
                    link.settimeout(LONGEST_S)
                    visit = Visit(link, len(server.visits) + 1, over)
                    server.visits.append(visit)
                    threading.Thread(target=serve, args=(visit,), daemon=True).start()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            over.set()
            # A listener that is only closed does not wake who waits in accept.
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


@contextmanager
def black_hole() -> Iterator[str]:
    """An address that drops what comes, as a firewall does: a listener whose queue is full."""
    with ExitStack() as stack:
        hole = stack.enter_context(socket.socket())
        hole.bind(("127.0.0.1", 0))
        hole.listen(0)
        for _ in range(4):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(hole.getsockname())
        yield f"http://127.0.0.1:{hole.getsockname()[1]}"
