"""A real HTTP server on loopback that says what a test wants, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Asked:
    """One request as it came; bytes in the body that are no text are surrogate escapes."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Say:
    """One answer to give."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Script = Callable[[Asked], Say]


@dataclass
class ScriptedServer:
    """Where it listens, and everything it was asked so far."""

    url: str
    asked: list[Asked]

    def count(self, path: str) -> int:
        """How often a path was asked for, whatever its query."""
        return sum(request.path.partition("?")[0] == path for request in self.asked)


@contextmanager
def scripted_server(script: Script) -> Iterator[ScriptedServer]:
    """Serve until the block ends. The script may raise ConnectionAbortedError to hang up without an answer."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "surrogateescape")
            request = Asked(self.command, self.path, dict(self.headers.items()), body)
            asked.append(request)
            try:
                say = script(request)
            except ConnectionAbortedError:
                self.close_connection = True
                return
            content = say.body.encode() if isinstance(say.body, str) else say.body
            self.send_response(say.status)
            for name, value in say.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = _answer  # noqa: N815 - the base class looks for these names

        def log_message(self, *_: object) -> None:
            """Say nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield ScriptedServer(f"http://127.0.0.1:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
