"""Being let in by qBittorrent, once, and what its refusals mean.

Five wrong sign-ins make qBittorrent ban our address for an hour, so nothing here tries a second time by itself:
one sign-in for each session, one more when the session is over, and none at all after a refusal.

The sign-in is our own request and not qbittorrent-api's: that library takes a quarter of a second to import, on
the way to the first table, and signs in again on every 403. It is mounted on this session for commands only.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import TypeVar
from urllib.parse import urlencode

import msgspec

from mydia_desktop.adapters.http import Exchange, HttpAnswer, Tls
from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.adapters.qbittorrent_wire import parse_version
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import (
    AuthenticationError,
    Cause,
    ClientError,
    ClientUnreachableError,
    UnexpectedResponseError,
)
from mydia_desktop.domain.sentence import translate

T = TypeVar("T")

BAN_S = 3600.0
"""How long qBittorrent bans unless told otherwise; it does not say."""
API_KEY = re.compile(r"qbt_[A-Za-z0-9]{28}")
"""Since 5.2; sent instead of a sign-in where a client has no user name."""
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
LOCATION_SHOWN = 200


class Session:
    """One signed-in conversation with one qBittorrent; ``request`` has the shape of an Exchange's."""

    def __init__(self, config: ClientConfig, password: Callable[[], str | None], *, timeout: float) -> None:
        tls = Tls(verify=config.verify_tls, ca_file=config.ca_file, sha256=config.certificate_sha256)
        self.name = config.name
        self.address = config.address
        self.number = 0
        """Counts the sign-ins: a new number may be a server that was restarted, or updated."""
        self.version = ""
        """Such as ``4.5.2``; like ``api``, known once signed in."""
        self.api: tuple[int, ...] = ()
        self.latency = 0.0
        """Seconds from the last request to the last byte of its answer."""
        self.cut_off = False
        """Set by ``abort``; whoever begins something new takes it back."""
        self._exchange = Exchange(config.url, tls, timeout=timeout)
        self._username = config.username
        self._password = password
        self._credentials: dict[str, str] = {}  # headers: the cookie, or the API key
        self._keyed = False
        self._signed_in = False
        self._barred: AuthenticationError | None = None
        self._barred_until = 0.0

    def read(self, path: str, shape: type[T], fields: Mapping[str, str] | None = None) -> T:
        """Ask for JSON of a shape; with a form, where an address would get too long for a proxy.

        Raises:
            ClientError: as request, and when the answer is anything else.
        """
        if fields is None:
            answer = self.request("GET", path)
        else:
            # On a new connection: a kept one may be dead, and a POST is not sent twice.
            answer = self.request("POST", path, body=urlencode(fields).encode(), headers=FORM, fresh=True)
        if answer.status != 200 or answer.body.lstrip().startswith(b"<"):
            raise self._not_ours()
        try:
            return decode(answer.body, shape)
        except msgspec.MsgspecError as error:
            raise self.garbled() from error

    def request(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        fresh: bool = False,
    ) -> HttpAnswer:
        """One exchange as somebody it knows.

        An answer below 400 is returned, and so are those that say no to this one request: 400, 404, 409, 415 ….

        Raises:
            ClientError: there is no answer, no way in, or the answer is not qBittorrent's.
        """
        if not self._signed_in:
            self._sign_in()
        answer = self._send(method, path, body, headers, fresh=fresh)
        if answer.status == 403 and not self._keyed and self._credentials:
            # The session is over, so nothing was carried out: sign in and ask again, this once.
            self._credentials = {}
            self._sign_in()
            answer = self._send(method, path, body, headers, fresh=fresh)
        if answer.status == 403:
            raise self._refused(answer)
        return self._passable(answer)

    def abort(self) -> None:
        """Cut off what is under way, also between two of its exchanges, from any thread."""
        self.cut_off = True
        self._exchange.abort()

    def close(self) -> None:
        """Let go of the connection. The session at the server ends by itself after an hour."""
        self._exchange.close()

    def garbled(self) -> UnexpectedResponseError:
        """The error for an answer that makes no sense."""
        return UnexpectedResponseError(
            translate("qBittorrent", "{name} answered what can't be read.").format(name=self.name), cause=Cause.GARBLED
        )

    def _sign_in(self) -> None:
        self._stay_out_if_barred()
        # Looking into the keyring may take a while, and a server may be open to its own network.
        password = self._password() if self._username or self._wants_credentials() else None
        self._keyed = not self._username and password is not None and bool(API_KEY.fullmatch(password))
        if self._keyed:
            self._credentials = {"Authorization": f"Bearer {password}"}
        elif password is not None:
            self._log_in(password)
        self.version = self._text("/api/v2/app/version").removeprefix("v")
        api = parse_version(self._text("/api/v2/app/webapiVersion"))
        if api is None or parse_version(self.version) is None:
            raise self._not_ours()
        self.api = api
        self._signed_in = True
        self.number += 1

    def _wants_credentials(self) -> bool:
        """Whether it wants to know who asks."""
        return self._send("GET", "/api/v2/app/version", None, None, fresh=False).status in (401, 403)

    def _log_in(self, password: str) -> None:
        fields = urlencode({"username": self._username, "password": password}).encode()
        answer = self._send("POST", "/api/v2/auth/login", fields, FORM, fresh=True)
        if answer.status == 403:
            raise self._banned()
        if answer.status == 401 and self._send("GET", "/api/v2/app/version", None, None, fresh=False).status != 401:
            raise self._wrong_password()  # 5.2 and later; before, every 401 is about the Host header
        if answer.status == 404:
            raise self._without_api()
        self._passable(answer)
        words = answer.body.strip()
        if words == b"Fails.":
            raise self._wrong_password()
        if answer.status not in {200, 204} or words not in {b"Ok.", b""}:
            raise self._not_ours()

    def _text(self, path: str) -> str:
        answer = self._send("GET", path, None, None, fresh=False)
        if answer.status == 403 or (answer.status == 401 and self._keyed):
            raise self._refused(answer)
        if answer.status == 404:
            raise self._without_api()
        return self._passable(answer).body.decode("utf-8", "replace").strip()

    def _send(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str] | None, *, fresh: bool
    ) -> HttpAnswer:
        if self.cut_off:
            raise ClientUnreachableError(
                translate("qBittorrent", "No answer from {name} in time.").format(name=self.name), cause=Cause.TIMED_OUT
            )
        began = time.monotonic()
        answer = self._exchange.request(
            method, path, body=body, headers={**(headers or {}), **self._credentials}, fresh=fresh
        )
        self.latency = time.monotonic() - began
        if not self._keyed:
            self._keep_cookies(answer)
        return answer

    def _keep_cookies(self, answer: HttpAnswer) -> None:
        """Whatever its name: ``SID`` to 5.1, ``QBT_SID_<port>`` since, and a proxy may have its own."""
        cookies: SimpleCookie = SimpleCookie(self._credentials.get("Cookie"))
        try:
            for line in answer.headers.get_all("Set-Cookie", []):
                cookies.load(line)
        except CookieError:
            return  # unreadable is as good as none: the next request says whether we need it
        pairs = "; ".join(f"{name}={morsel.coded_value}" for name, morsel in cookies.items())
        if pairs:
            self._credentials = {"Cookie": pairs}

    def _passable(self, answer: HttpAnswer) -> HttpAnswer:
        """The answer, unless its status says that this is no conversation with qBittorrent."""
        if 300 <= answer.status < 400:
            target = str(answer.headers.get("Location") or "elsewhere")[:LOCATION_SHOWN]
            raise UnexpectedResponseError(
                translate(
                    "qBittorrent",
                    "{address} sends us on to {target}. Enter the right address in the client's settings.",
                ).format(address=self.address, target=target),
                cause=Cause.REDIRECTED,
            )
        if answer.status == 401:
            raise AuthenticationError(
                translate(
                    "qBittorrent",
                    "{name} refuses requests for {address}. Use the port that its Web UI listens on, and allow "
                    "this host name in its Web UI settings.",
                ).format(name=self.name, address=self.address),
                cause=Cause.HOST_REFUSED,
            )
        if answer.status >= 500:
            raise ClientUnreachableError(
                translate("qBittorrent", "{name} answers with an error of its own (HTTP {status}).").format(
                    name=self.name, status=answer.status
                ),
                cause=Cause.SERVER_ERROR,
            )
        return answer

    def _refused(self, answer: HttpAnswer) -> ClientError:
        """What a 403 means that no sign-in helps against."""
        if b"banned" in answer.body:
            return self._banned()
        if self._keyed:
            return self._barring(
                translate("qBittorrent", "{name} did not accept the API key.").format(name=self.name),
                Cause.UNAUTHORIZED,
            )
        if not self._credentials:
            return self._barring(
                translate("qBittorrent", "{name} wants a user name and a password.").format(name=self.name),
                Cause.UNAUTHORIZED,
            )
        return AuthenticationError(
            translate("qBittorrent", "{name} let us in, but refuses to answer.").format(name=self.name),
            cause=Cause.UNAUTHORIZED,
        )

    def _wrong_password(self) -> AuthenticationError:
        return self._barring(
            translate("qBittorrent", "{name} did not accept the user name or password.").format(name=self.name),
            Cause.UNAUTHORIZED,
        )

    def _banned(self) -> AuthenticationError:
        return self._barring(
            translate("qBittorrent", "{name} has blocked this computer for too many sign-ins.").format(name=self.name),
            Cause.BANNED,
            retry_after=BAN_S,
        )

    def _barring(self, message: str, cause: Cause, retry_after: float | None = None) -> AuthenticationError:
        """The error, which stands from now on without asking again: each sign-in is one step to the ban."""
        self._signed_in = False
        self._barred = AuthenticationError(message, cause=cause, retry_after=retry_after)
        self._barred_until = time.monotonic() + retry_after if retry_after else float("inf")
        return self._barred

    def _stay_out_if_barred(self) -> None:
        if self._barred is None:
            return
        left = self._barred_until - time.monotonic()
        if left > 0:
            barred = self._barred
            raise AuthenticationError(
                barred.message, cause=barred.cause, retry_after=left if barred.retry_after else None
            )
        self._barred = None

    def _without_api(self) -> ClientError:
        """Nothing at ``/api/v2``: before 4.1 the interface was elsewhere, and told its number to anybody."""
        if self._send("GET", "/version/api", None, None, fresh=False).body.strip().isdigit():
            return UnexpectedResponseError(
                translate("qBittorrent", "{name} is older than qBittorrent 4.1. Update it to use it here.").format(
                    name=self.name
                ),
                cause=Cause.TOO_OLD,
            )
        return self._not_ours()

    def _not_ours(self) -> UnexpectedResponseError:
        return UnexpectedResponseError(
            translate("qBittorrent", "{address} answers, but is not qBittorrent.").format(address=self.address),
            cause=Cause.WRONG_PROGRAM,
        )
