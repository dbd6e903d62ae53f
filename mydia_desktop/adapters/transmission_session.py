"""One conversation with one Transmission: its session id, its password, and what its refusals mean.

Wrong sign-ins are counted by the server, up to a lockout that only a restart ends; so after one nothing is sent
any more until somebody changes the settings.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Mapping
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from mydia_desktop.adapters.http import Exchange, HttpAnswer, Tls
from mydia_desktop.adapters.json_answers import decode
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

SESSION_ID = "X-Transmission-Session-Id"
RPC_PATH = "/transmission/rpc"
ENDINGS = {"/transmission/rpc": "", "/transmission": "/rpc"}
LOCATION_SHOWN = 200
WORDS_SHOWN = 300


class _Answer(msgspec.Struct):
    result: str
    arguments: msgspec.Raw = msgspec.Raw(b"{}")


class RefusedError(Exception):
    """The server understood and answered anything but ``success``; its words are the message."""


class Session:
    """Asks one Transmission. ``latency`` is seconds of the last exchange."""

    def __init__(self, config: ClientConfig, password: Callable[[], str | None], *, timeout: float) -> None:
        tls = Tls(verify=config.verify_tls, ca_file=config.ca_file, sha256=config.certificate_sha256)
        # The address may name the server, the folder above the RPC, or the RPC itself, behind any proxy.
        path = urlsplit(config.url).path.rstrip("/")
        self.path = next((rest for end, rest in ENDINGS.items() if path.endswith(end)), RPC_PATH)
        self.name = config.name
        self.address = config.address
        self.latency = 0.0
        self.number = 0
        """Counts the session ids met: a new one may be a restarted server, or just an hour gone by."""
        self.cut_off = False
        """Set by ``abort``; nothing more is sent until the adapter begins its next call."""
        self._exchange = Exchange(config.url, tls, timeout=timeout)
        self._username = config.username
        self._password = password
        self._headers: dict[str, str] = {"Content-Type": "application/json"}
        self._knows_password = False
        self._barred: AuthenticationError | None = None

    def read(self, method: str, shape: type[T], arguments: Mapping[str, object], *, large: bool = False) -> T:
        """Ask something that changes nothing; ``large`` answers come over a new connection, which is faster.

        Raises:
            RefusedError: it says no to this question.
            ClientError: it does not answer, or not as Transmission does.
        """
        body = msgspec.json.encode({"method": method, "arguments": arguments})
        answer = decode_or(self.request(body, fresh=large), _Answer, self.garbled)
        if answer.result != "success":
            raise RefusedError(answer.result[:WORDS_SHOWN])
        return decode_or(answer.arguments, shape, self.garbled)

    def request(self, body: bytes, *, fresh: bool = False) -> bytes:
        """Send one RPC body; it is sent again only after a 409, which says that nothing was done.

        Raises:
            ClientError: there is no answer, no way in, or the answer is not Transmission's.
        """
        if self._barred:
            raise self._barred
        if self._username:
            self._sign()
        answer = self._send(body, fresh=fresh)
        if answer.status == 401 and not self._knows_password:
            # Only now: looking into the keyring may take a while, and many servers want no password.
            self._sign()
            if "Authorization" in self._headers:
                answer = self._send(body, fresh=fresh)
        if answer.status == 409:
            session_id = answer.headers.get(SESSION_ID)
            if session_id is None:
                raise self._not_ours()
            self._headers[SESSION_ID] = session_id
            self.number += 1
            answer = self._send(body, fresh=fresh)
        if answer.status != 200:
            raise self._refusal(answer)
        return answer.body

    def abort(self) -> None:
        """Cut off the exchange under way, from any thread."""
        self.cut_off = True
        self._exchange.abort()

    def close(self) -> None:
        """Let go of the connection."""
        self._exchange.close()

    def garbled(self) -> UnexpectedResponseError:
        """The error for an answer that makes no sense."""
        return UnexpectedResponseError(
            translate("Transmission", "{name} answered what can't be read.").format(name=self.name), cause=Cause.GARBLED
        )

    def _sign(self) -> None:
        if self._knows_password:
            return
        password = self._password()
        if self._username or password:
            pair = base64.b64encode(f"{self._username}:{password or ''}".encode()).decode()
            self._headers["Authorization"] = f"Basic {pair}"
        self._knows_password = True

    def _send(self, body: bytes, *, fresh: bool) -> HttpAnswer:
        if self.cut_off:
            raise ClientUnreachableError(
                translate("Transmission", "No answer from {name} in time.").format(name=self.name),
                cause=Cause.TIMED_OUT,
            )
        began = time.monotonic()
        answer = self._exchange.request("POST", self.path, body=body, headers=self._headers, fresh=fresh)
        self.latency = time.monotonic() - began
        return answer

    def _refusal(self, answer: HttpAnswer) -> ClientError:
        """What an answer means that is not 200."""
        words = answer.body.decode("utf-8", "replace").casefold()
        match answer.status:
            case 401:
                return self._barring(
                    translate("Transmission", "{name} did not accept the user name or password.").format(name=self.name)
                    if "Authorization" in self._headers
                    else translate("Transmission", "{name} wants a user name and a password.").format(name=self.name)
                )
            # These are put right at the server, and no password is looked at before: asking again is harmless.
            case 403 if "unsuccessful" in words:
                return AuthenticationError(
                    translate(
                        "Transmission",
                        "{name} has blocked this computer for too many sign-ins. Restart Transmission there.",
                    ).format(name=self.name),
                    cause=Cause.BANNED,
                )
            case 403 if "unauthorized ip" in words:
                return AuthenticationError(
                    translate(
                        "Transmission",
                        "{name} does not answer this computer: its address is not on Transmission's white list.",
                    ).format(name=self.name),
                    cause=Cause.HOST_REFUSED,
                )
            case 403:  # 4.x has the same two reasons and does not say which
                return AuthenticationError(
                    translate(
                        "Transmission",
                        "{name} does not answer this computer. Either its address is not on Transmission's white "
                        "list, or there were too many sign-ins with a wrong password, which only a restart of "
                        "Transmission forgets.",
                    ).format(name=self.name),
                    cause=Cause.HOST_REFUSED,
                )
            case 421:
                return AuthenticationError(
                    translate(
                        "Transmission",
                        "{name} refuses requests for {address}. Allow this host name in Transmission's settings "
                        "(rpc-host-whitelist), or set a password there.",
                    ).format(name=self.name, address=self.address),
                    cause=Cause.HOST_REFUSED,
                )
            case status if 300 <= status < 400:
                target = str(answer.headers.get("Location") or "elsewhere")[:LOCATION_SHOWN]
                return UnexpectedResponseError(
                    translate(
                        "Transmission",
                        "{address} sends us on to {target}. Enter the right address in the client's settings.",
                    ).format(address=self.address, target=target),
                    cause=Cause.REDIRECTED,
                )
            case status if status >= 500:
                return ClientUnreachableError(
                    translate("Transmission", "{name} answers with an error of its own (HTTP {status}).").format(
                        name=self.name, status=status
                    ),
                    cause=Cause.SERVER_ERROR,
                )
        return self._not_ours()

    def _barring(self, message: str) -> AuthenticationError:
        """The error, which stands from now on without asking again: the server counts wrong sign-ins."""
        self._barred = AuthenticationError(message, cause=Cause.UNAUTHORIZED)
        return self._barred

    def _not_ours(self) -> UnexpectedResponseError:
        return UnexpectedResponseError(
            translate("Transmission", "{address} answers, but is not Transmission.").format(address=self.address),
            cause=Cause.WRONG_PROGRAM,
        )


def decode_or(body: bytes | msgspec.Raw, shape: type[T], otherwise: Callable[[], ClientError]) -> T:
    """The body in its shape.

    Raises:
        ClientError: ``otherwise``, when it is not of that shape.
    """
    try:
        return decode(body, shape)
    except msgspec.MsgspecError as error:
        raise otherwise() from error
