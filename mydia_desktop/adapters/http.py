"""One HTTP exchange at a time with one server, which another thread can cut off at any moment.

Why not a library: a hung call must end when its time is over, whatever it hangs in (connect, handshake, send, a
server that trickles one byte a second), and only ``shutdown`` of the socket wakes a reader. Libraries hide theirs.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import io
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from mydia_desktop.domain.errors import Cause, ClientUnreachableError, UnexpectedResponseError
from mydia_desktop.domain.sentence import translate

LARGEST_ANSWER: Final = 512 * 1024 * 1024
"""Bytes; fifty thousand torrents are some 70 MB."""
NEVER_LEFT: Final = frozenset({Cause.REFUSED, Cause.NAME_NOT_FOUND, Cause.TLS})
"""Causes of trouble that come before the first byte of a request is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    """How a server proves who it is: by the system's authorities, by one of our own, or by one certificate."""

    verify: bool = True
    ca_file: str | None = None
    sha256: str | None = None
    """64 lower-case hex digits of the only certificate accepted, whoever signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpAnswer:
    """A whole answer. ``first_byte`` is seconds from the first byte sent to the status line."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes
    first_byte: float


class Exchange:
    """Asks one origin, one question at a time. Follows no redirect, uses no proxy, asks for no compression."""

    def __init__(self, url: str, tls: Tls, *, timeout: float) -> None:
        """Take the address (a path in it is the prefix of every request) and the seconds one exchange may last."""
        parts = urlsplit(url)
        self.url = url
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._host_header = parts.netloc.rpartition("@")[2]
        self._prefix = parts.path.rstrip("/")
        self._tls = tls if parts.scheme == "https" else None
        self._timeout = timeout
        self._kept: socket.socket | None = None
        # abort() comes from another thread; the lock makes "which socket is in use" one answer.
        self._lock = threading.Lock()
        self._in_use: socket.socket | None = None
        self._aborted = False

    def request(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        fresh: bool = False,
        largest: int = LARGEST_ANSWER,
    ) -> HttpAnswer:
        """Ask once and read the whole answer, of at most ``largest`` bytes, whatever its status.

        A kept-alive connection is reused unless ``fresh``. When it turns out that the server had closed it, a GET
        is asked once more on a new one; anything else may have been carried out and is not.

        Raises:
            ClientUnreachableError: no answer, or half of one, within the time; or it was aborted.
            UnexpectedResponseError: what came is not HTTP, or too large.
        """
        deadline = time.monotonic() + self._timeout
        with self._lock:
            self._aborted = False
        if fresh or (self._kept is not None and _has_ended(self._kept)):
            self.close()
        message = self._head(method, path, body, headers or {}) + (body or b"")
        reused = self._kept is not None
        try:
            return self._once(method, message, deadline, largest)
        except (http.client.RemoteDisconnected, ConnectionError) as error:
            if not reused or method != "GET" or self._aborted:
                raise self._explained(error) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._explained(error) from error
        try:
            return self._once(method, message, deadline, largest)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._explained(error) from error

    def abort(self) -> None:
        """Wake the thread that is in ``request``; its call raises. Harmless when nothing is under way."""
        with self._lock:
            self._aborted = True
            if self._in_use is not None:
                _shut_down(self._in_use)

    def close(self) -> None:
        """Let go of the kept-alive connection."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def _once(self, method: str, message: bytes, deadline: float, largest: int) -> HttpAnswer:
        link, self._kept = self._kept or self._connect(deadline), None
        try:
            self._take(link)
            started = time.monotonic()
            link.settimeout(_left(deadline))
            link.sendall(message)
            response = http.client.HTTPResponse(_Patient(link, deadline), method=method)  # type: ignore[arg-type] # all it wants of a socket is makefile
            response.begin()
            first_byte = time.monotonic() - started
            whole = self._whole(response, largest)
        except BaseException:
            link.close()
            raise
        finally:
            self._take(None)
        if response.will_close or not response.isclosed():
            link.close()
        else:
            self._kept = link
        return HttpAnswer(status=response.status, headers=response.headers, body=whole, first_byte=first_byte)

    def _whole(self, response: http.client.HTTPResponse, largest: int) -> bytes:
        whole = response.read(largest + 1)
        if len(whole) > largest:
            raise UnexpectedResponseError(
                translate("Connection", "{address} sent more than {most} MiB in one answer.").format(
                    address=self._address, most=largest >> 20
                ),
                cause=Cause.GARBLED,
            )
        if response.length:
            raise http.client.IncompleteRead(whole, response.length)
        return whole

    def _take(self, link: socket.socket | None) -> None:
        """Say which socket abort() has to shut down."""
        with self._lock:
            self._in_use = link
            if link is not None and self._aborted:
                raise ConnectionAbortedError

    def _connect(self, deadline: float) -> socket.socket:
        link = _first_that_answers(self._host, self._port, deadline, self._take)
        try:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls is None:
                return link
            self._take(link)
            secured = _context(self._tls).wrap_socket(link, server_hostname=self._host, do_handshake_on_connect=False)
        except BaseException:
            link.close()
            raise
        try:
            self._take(secured)
            secured.settimeout(_left(deadline))
            secured.do_handshake()
            _check_pin(secured, self._tls)
        except BaseException:
            secured.close()
            raise
        return secured

    def _head(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> bytes:
        lines = {"Host": self._host_header, "Accept-Encoding": "identity", "User-Agent": "mydia-desktop", **headers}
        if body is not None:
            lines["Content-Length"] = str(len(body))
        head = f"{method} {self._prefix}{path} HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in lines.items())
        if any(character in f"{path}{''.join(lines.values())}" for character in "\r\n\0"):
            raise ValueError("a line break in a request")
        return (head + "\r\n").encode("latin-1")

    @property
    def _address(self) -> str:
        return f"{f'[{self._host}]' if ':' in self._host else self._host}:{self._port}"

    def _explained(self, error: Exception) -> ClientUnreachableError | UnexpectedResponseError:
        """The sentence for what stopped an exchange."""
        unreachable = ClientUnreachableError
        match error:
            case TimeoutError():
                return unreachable(
                    translate("Connection", "Connection timed out after {seconds} s ({url}).").format(
                        seconds=f"{self._timeout:g}", url=self.url
                    ),
                    cause=Cause.TIMED_OUT,
                )
            case _ if self._aborted:
                return unreachable(
                    translate("Connection", "No answer in time ({url}); the call was cut off.").format(url=self.url),
                    cause=Cause.TIMED_OUT,
                )
            case ssl.SSLCertVerificationError():
                return unreachable(
                    translate("Connection", "The certificate of {host} is not trusted: {why}.").format(
                        host=self._host, why=error.verify_message
                    ),
                    cause=Cause.TLS,
                )
            case ssl.SSLError():
                return unreachable(
                    translate("Connection", "No secure connection to {address}: {reason}. Is it https at all?").format(
                        address=self._address, reason=error.reason or error
                    ),
                    cause=Cause.TLS,
                )
            case socket.gaierror():
                return unreachable(
                    translate("Connection", "No computer named {host} was found. Is the address right?").format(
                        host=self._host
                    ),
                    cause=Cause.NAME_NOT_FOUND,
                )
            case ConnectionRefusedError():
                return unreachable(
                    translate("Connection", "Nothing answers at {address}.").format(address=self._address),
                    cause=Cause.REFUSED,
                )
            case http.client.RemoteDisconnected() | http.client.IncompleteRead() | ConnectionError():
                return unreachable(
                    translate("Connection", "{address} broke off in the middle of its answer.").format(
                        address=self._address
                    ),
                    cause=Cause.CUT_OFF,
                )
            case OSError():
                return unreachable(
                    translate("Connection", "{address} can't be reached: {why}.").format(
                        address=self._address, why=error.strerror or error
                    ),
                    cause=Cause.NETWORK,
                )
            case _:
                return UnexpectedResponseError(
                    translate("Connection", "{address} answers, but not in HTTP. Is the port right?").format(
                        address=self._address
                    ),
                    cause=Cause.WRONG_PROGRAM,
                )


def fetch_certificate(url: str, timeout: float) -> bytes:
    """The server's certificate as DER, whoever signed it; for a person to look at before trusting it.

    Raises:
        ClientUnreachableError: no handshake with it within ``timeout`` seconds.
    """
    exchange = Exchange(url, Tls(verify=False), timeout=timeout)
    try:
        link = exchange._connect(time.monotonic() + timeout)  # noqa: SLF001 - our own class
    except (OSError, ValueError) as error:
        raise exchange._explained(error) from error  # noqa: SLF001 - our own class
    with link:
        certificate = link.getpeercert(binary_form=True) if isinstance(link, ssl.SSLSocket) else None
    if not certificate:
        raise ClientUnreachableError(
            translate("Connection", "{url} showed no certificate.").format(url=url), cause=Cause.TLS
        )
    return certificate


class _Patient(io.RawIOBase):
    """Reads from a socket until a deadline that holds for all reads together."""

    def __init__(self, link: socket.socket, deadline: float) -> None:
        self._link = link
        self._deadline = deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, 256 * 1024)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # the stub wants any buffer
        self._link.settimeout(_left(self._deadline))
        if hasattr(socket, "TCP_QUICKACK"):
            # A large answer on a kept-alive connection otherwise waits 40 ms for our acknowledgement.
            self._link.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        return self._link.recv_into(buffer)


def _first_that_answers(host: str, port: int, deadline: float, take: Callable[[socket.socket], None]) -> socket.socket:
    """Try every address of the host in turn."""
    last: OSError | None = None
    for family, kind, protocol, _name, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        link = socket.socket(family, kind, protocol)
        try:
            take(link)
            link.settimeout(_left(deadline))
            link.connect(address)
        except TimeoutError:
            link.close()
            raise
        except OSError as error:
            link.close()
            last = error
        else:
            return link
    raise last or socket.gaierror(f"no address for {host}")


def _context(tls: Tls) -> ssl.SSLContext:
    if tls.sha256 or not tls.verify:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    try:
        return ssl.create_default_context(cafile=tls.ca_file)
    except OSError as error:
        raise ClientUnreachableError(
            translate("Connection", "The certificate file {ca_file} can't be read: {why}.").format(
                ca_file=tls.ca_file, why=error.strerror or error
            ),
            cause=Cause.TLS,
        ) from error


def _check_pin(link: ssl.SSLSocket, tls: Tls) -> None:
    if tls.sha256 is None:
        return
    shown = hashlib.sha256(link.getpeercert(binary_form=True) or b"").hexdigest()
    if shown != tls.sha256.lower():
        error = ssl.SSLCertVerificationError("pinned certificate differs")
        error.verify_message = f"it is not the one you chose to trust (it now is {shown[:16]}…)"
        raise error


def _has_ended(link: socket.socket) -> bool:
    """Whether an idle kept-alive connection has something to read, which can only be its end."""
    return bool(select.select([link], [], [], 0)[0])


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _shut_down(link: socket.socket) -> None:
    # SSLSocket's own shutdown drops its TLS state under the reader's feet; the plain one wakes it.
    try:
        socket.socket.shutdown(link, socket.SHUT_RDWR)
    except OSError as error:
        if error.errno not in (errno.ENOTCONN, errno.EBADF):
            raise
