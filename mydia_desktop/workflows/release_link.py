"""Release files behind links, fetched on this computer: a client may not reach them, or not be let in."""

from __future__ import annotations

import asyncio
import base64
import re
import time
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from mydia_desktop.adapters.http import Exchange, HttpAnswer, Tls
from mydia_desktop.domain.errors import Cause, ClientError
from mydia_desktop.domain.magnet import is_magnet
from mydia_desktop.domain.release import ReleaseError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.release_content import LARGEST

BUDGET_S: Final = 30.0
"""For all of it, however many servers it takes."""
MOST_HOPS: Final = 10

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PATH_CHARACTERS: Final = "/%:@!$&'()*+,;=~"
_EXTENDED_NAME = re.compile(r"filename\*\s*=\s*([\w-]*)'[^']*'([^;\s]+)", re.IGNORECASE)
_PLAIN_NAME = re.compile(r'filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a link led to, and the host it came from: ``magnet``, or ``data``."""

    host: str
    magnet: str | None = None
    data: bytes = b""
    name: str = ""
    """Of the file, as its server says; may be empty."""


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
        self._exchange: Exchange | None = None
        self._aborted = False

    def fetch(self) -> Fetched:
        deadline, url = time.monotonic() + self._budget, self._url
        for _ in range(MOST_HOPS + 1):
            target = _taken_apart(url)
            self.host = target.hostname or ""
            answer = self._ask(target, deadline)
            if answer.status not in _REDIRECTS:
                return self._fetched(answer, target)
            url = _next(url, answer, self.host)
            if is_magnet(url):
                return Fetched(host=self.host, magnet=url)
        raise ReleaseError(
            translate("Release", "{host} sent us on more than {count} times. Get the file with a browser.").format(
                host=self.host, count=MOST_HOPS
            )
        )

    def abort(self) -> None:
        """Wake the thread. Nothing further is asked, and at the latest the end of the budget ends it."""
        self._aborted = True
        if self._exchange:
            self._exchange.abort()

    def _ask(self, target: SplitResult, deadline: float) -> HttpAnswer:
        left = deadline - time.monotonic()
        if left <= 0 or self._aborted:
            raise ReleaseError(_too_slow(self.host, self._budget))
        # Without path and query, which its messages would repeat.
        self._exchange = exchange = Exchange(f"{target.scheme}://{target.netloc}", Tls(), timeout=left)
        path = quote(target.path or "/", safe=_PATH_CHARACTERS)
        query = f"?{quote(target.query, safe=_PATH_CHARACTERS + '?')}" if target.query else ""
        try:
            return exchange.request("GET", path + query, headers=_credentials(self._url, target), largest=LARGEST)
        except ClientError as error:
            raise ReleaseError(self._explained(error)) from error
        finally:
            exchange.close()

    def _fetched(self, answer: HttpAnswer, target: SplitResult) -> Fetched:
        if answer.status == 200:
            return Fetched(host=self.host, data=answer.body, name=_file_name(answer, target))
        raise ReleaseError(_REFUSALS.get(answer.status, _REFUSAL).format(host=self.host, status=answer.status))

    def _explained(self, error: ClientError) -> str:
        match error.cause:
            case Cause.TIMED_OUT:
                return _too_slow(self.host, self._budget)
            case Cause.GARBLED:
                return translate(
                    "Release", "{host} sent more than {most} MiB. That is no release; is it the download itself?"
                ).format(host=self.host, most=LARGEST >> 20)
            case Cause.NAME_NOT_FOUND | Cause.WRONG_PROGRAM:  # these ask whether the address is right
                return error.message
        return translate(
            "Release", "{message} Try again later, or get the file with a browser and drop it here."
        ).format(message=error.message)


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
        raise ReleaseError(translate("Release", "This web address is damaged. Copy the whole link again.")) from error
    if parts.scheme not in {"http", "https"}:
        raise ReleaseError(
            translate(
                "Release", "The link leads to a “{scheme}:” address. Only http, https and magnet links can be used."
            ).format(scheme=parts.scheme[:20])
        )
    if not plain:
        raise ReleaseError(translate("Release", "This web address names no server. Copy the whole link again."))
    shown = f"[{plain}]" if ":" in plain else plain
    return parts._replace(netloc=f"{shown}:{port}" if port else shown)


def _credentials(url: str, target: SplitResult) -> dict[str, str]:
    """What the link itself says to log in with; only for the server it names."""
    parts, named = urlsplit(url), _taken_apart(url)
    if parts.username is None or (named.scheme, named.netloc) != (target.scheme, target.netloc):
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _next(url: str, answer: HttpAnswer, host: str) -> str:
    location = answer.headers.get("Location", "").strip()
    if not location:
        raise ReleaseError(
            translate(
                "Release", "{host} sent us on without saying where to. Get the file with a browser and drop it here."
            ).format(host=host)
        )
    try:
        return urljoin(url, _as_meant(location))
    except ValueError as error:  # brackets without an IPv6 address
        raise ReleaseError(
            translate("Release", "{host} sent us on to a damaged address. Get the file with a browser.").format(
                host=host
            )
        ) from error


def _file_name(answer: HttpAnswer, target: SplitResult) -> str:
    """The name its server gave the file, else the end of its path where that is a file's name; or empty."""
    given = _disposed_name(_as_meant(answer.headers.get("Content-Disposition", "")))
    if given:
        return given.replace("\\", "/").rpartition("/")[2]
    last = unquote(target.path.rpartition("/")[2])
    return last if last.lower().endswith((".nzb", ".nzb.gz")) else ""


def _disposed_name(header: str) -> str:
    """The file name in a Content-Disposition; the standard library's reader raises for some that are malformed."""
    if extended := _EXTENDED_NAME.search(header):
        charset = "latin-1" if extended[1].lower() == "iso-8859-1" else "utf-8"
        return unquote(extended[2], charset, "replace")
    if plain := _PLAIN_NAME.search(header):
        return (plain[1] or plain[2] or "").replace('\\"', '"').strip()
    return ""


def _as_meant(header: str) -> str:
    """A header's text: Latin-1 on the wire, and UTF-8 to the servers that put names in as they are."""
    return header.encode("latin-1", errors="replace").decode(errors="replace")


def _too_slow(host: str, budget: float) -> str:
    return translate(
        "Release",
        "{host} did not send the whole file within {seconds} s. Try again, or get it with a browser and drop it here.",
    ).format(host=host, seconds=f"{budget:g}")
