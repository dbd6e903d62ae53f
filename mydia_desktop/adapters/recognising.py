"""Which program answers at an address, found out by reading only: no sign-in, no command.

Both programs tell on themselves: Transmission signs every answer, also a refusal, with its name; qBittorrent tells
its version, or shows its own sign-in page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mydia_desktop.adapters.http import Exchange, HttpAnswer, Tls
from mydia_desktop.config.clients import Kind

_QUESTION = "/api/v2/app/version"
_LARGEST = 1 << 20
_VERSION = re.compile(rb"v\d+\.\d+[\w.]*\s*")
_SIGN_IN_PAGE = re.compile(rb"<title>[^<]*(qBittorrent|VueTorrent)", re.IGNORECASE)
"""Its own page, or the one that is most often put in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A program we know, and whether it answers somebody without a name only with a request to sign in."""

    kind: Kind
    wants_sign_in: bool


def recognise(url: str, *, timeout: float, abortable: Callable[[Callable[[], None]], None]) -> Recognised | None:
    """Who answers there; None if it is none of the programs we speak.

    ``timeout`` is seconds for each of at most two questions. ``abortable`` is given what cuts them off from another
    thread. Transmission counts even a question without a password among the failed sign-ins, where it is told to
    count: so it hears one, and no other if that was refused.

    Raises:
        ClientUnreachableError: nothing answers, or not in time.
        UnexpectedResponseError: what answers does not speak HTTP.
    """
    exchange = Exchange(url, Tls(), timeout=timeout)
    abortable(exchange.abort)
    try:
        answer = exchange.request("GET", _QUESTION, largest=_LARGEST)
        if answer.headers.get("Server", "").startswith("Transmission"):
            return Recognised(kind="transmission", wants_sign_in=answer.status == 401)
        if answer.status == 200 and _VERSION.fullmatch(answer.body):
            return Recognised(kind="qbittorrent", wants_sign_in=False)
        if answer.status in (401, 403) and _shows_its_page(exchange.request("GET", "/", largest=_LARGEST)):
            return Recognised(kind="qbittorrent", wants_sign_in=True)
    finally:
        exchange.close()
    return None


def _shows_its_page(answer: HttpAnswer) -> bool:
    return answer.status == 200 and _SIGN_IN_PAGE.search(answer.body) is not None
