"""Release files behind links, fetched on this computer: a client may not reach them, or not be let in."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from mydia_desktop.adapters.http import Exchange, HttpAnswer, Tls
from mydia_desktop.domain.errors import Cause, ClientError
from mydia_desktop.domain.magnet import is_magnet
from mydia_desktop.domain.release import ReleaseError
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.release_content import LARGEST

BUDGET_S: Final = 30.0
"""For all of it, however many servers it takes."""
MOST_HOPS: Final = 10

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PATH_CHARACTERS: Final = "/%:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a link led to: ``magnet``, or ``data`` with the name its server gave it, which may be empty."""

    magnet: str | None = None
    data: bytes = b""
    name: str = ""


async def fetch(url: str, *, budget: float = BUDGET_S) -> Fetched:
    """Follow a link to a file or a magnet link, for at most ``budget`` seconds and ten redirects.

    Raises:
        ReleaseError: the reason, with the host and never the query, which may hold a passkey.
    """
    link = _Link(url, budget)
    try:
        async with asyncio.timeout(budget + 1):
            return await in_own_thread(link.fetch, name="release link")
    except TimeoutError as error:
        raise ReleaseError(_too_slow(link.host, budget)) from error
    finally:
        link.abort()


class _Link:
    """One link being followed, in a thread; ``abort`` comes from another."""

    def __init__(self, url: str, budget: float) -> None:
        self.host = ""
        self._url = url
        self._budget = budget
        self._aborts: list[Callable[[], None]] = []
        self._aborted = False

    def fetch(self) -> Fetched:
        deadline, url = time.monotonic() + self._budget, self._url
        for _ in range(MOST_HOPS + 1):
            target = _taken_apart(url)
            self.host = target.hostname or ""
            answer = self._ask(target, deadline)
            if answer.status not in _REDIRECTS:
                return self._fetched(answer, target)
            url = urljoin(url, _location(answer, self.host))
            if is_magnet(url):
                return Fetched(magnet=url)
        raise ReleaseError(f"{self.host} sent us on more than {MOST_HOPS} times. Get the file with a browser.")

    def abort(self) -> None:
        """Wake the thread; nothing further is asked."""
        self._aborted = True
        for abort in self._aborts:
            abort()

    def _ask(self, target: SplitResult, deadline: float) -> HttpAnswer:
        left = deadline - time.monotonic()
        if left <= 0 or self._aborted:
            raise ReleaseError(_too_slow(self.host, self._budget))
        # Without path and query, which its messages would repeat.
        exchange = Exchange(f"{target.scheme}://{target.netloc}", Tls(), timeout=left)
        self._aborts.append(exchange.abort)
        path = quote(target.path or "/", safe=_PATH_CHARACTERS)
        query = f"?{quote(target.query, safe=_PATH_CHARACTERS + '?')}" if target.query else ""
        try:
            return exchange.request("GET", path + query, headers=_credentials(self._url, target), largest=LARGEST)
        except ClientError as error:
            if error.cause is Cause.TIMED_OUT:
                raise ReleaseError(_too_slow(self.host, self._budget)) from error
            raise ReleaseError(f"{error.message} Get the file with a browser and drop it here.") from error
        finally:
            exchange.close()

    def _fetched(self, answer: HttpAnswer, target: SplitResult) -> Fetched:
        if answer.status == 200:
            return Fetched(data=answer.body, name=_file_name(answer, target))
        raise ReleaseError(_REFUSALS.get(answer.status, _REFUSAL).format(host=self.host, status=answer.status))


_REFUSAL = "{host} answered with error {status} instead of a file. Try again later, or get it with a browser."
_REFUSALS = {
    401: "{host} does not let us in (401). Get the file with a browser where you are logged in, and drop it here.",
    403: "{host} does not let us in (403). Get the file with a browser where you are logged in, and drop it here.",
    404: "{host} has no such file (404). The link may be old; look for the release there again.",
    410: "{host} has that file no longer (410). Look for the release again.",
    429: "{host} was asked too often (429). Wait some minutes and try again.",
}


def _taken_apart(url: str) -> SplitResult:
    """The parts of an address that can be fetched, its host in ASCII."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        plain = host if ":" in host else host.encode("idna").decode()
    except ValueError as error:  # brackets without an IPv6 address, a port that is no number, an impossible name
        raise ReleaseError("This web address is damaged. Copy the whole link again.") from error
    if parts.scheme not in {"http", "https"}:
        raise ReleaseError(
            f"The link leads to a “{parts.scheme[:20]}:” address. Only http, https and magnet links can be used."
        )
    if not plain:
        raise ReleaseError("This web address names no server. Copy the whole link again.")
    shown = f"[{plain}]" if ":" in plain else plain
    return parts._replace(netloc=f"{shown}:{port}" if port else shown)


def _credentials(url: str, target: SplitResult) -> dict[str, str]:
    """What the link itself says to log in with; only for the server it names."""
    parts = urlsplit(url)
    if parts.username is None or (parts.scheme, parts.hostname) != (target.scheme, target.hostname):
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _location(answer: HttpAnswer, host: str) -> str:
    location = answer.headers.get("Location", "").strip()
    if not location:
        raise ReleaseError(f"{host} sent us on without saying where to. Get the file with a browser and drop it here.")
    # Headers are Latin-1 on the wire; servers that put a magnet's name in as it is mean UTF-8.
    return location.encode("latin-1", errors="replace").decode(errors="replace")


def _file_name(answer: HttpAnswer, target: SplitResult) -> str:
    """The name its server gave the file, else the end of its path where that is a file's name; or empty."""
    header = Message()
    header["Content-Disposition"] = answer.headers.get("Content-Disposition", "")
    given = header.get_filename("")
    if given:
        return given
    last = unquote(target.path.rpartition("/")[2])
    return last if last.lower().endswith((".nzb", ".nzb.gz")) else ""


def _too_slow(host: str, budget: float) -> str:
    return (
        f"{host} did not send the whole file within {budget:g} s. Try again, or get it with a browser and drop it here."
    )
