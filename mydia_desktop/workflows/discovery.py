"""Looks for download clients on this computer, as the first start does: reads, changes nothing, guesses no password."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from urllib.parse import urlsplit

from mydia_desktop.adapters.recognising import Recognised, recognise
from mydia_desktop.config.builtin_options import BuiltinOptions, address_of, why_not_here
from mydia_desktop.config.client_section import BUILTIN
from mydia_desktop.config.clients import KINDS, ClientConfig, Kind, join_url
from mydia_desktop.domain.errors import AuthenticationError, Cause, ClientError, ClientUnreachableError
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.client_settings import new_id
from mydia_desktop.workflows.probe import Connection, probe

USUAL_PORTS = (8080, 8081, 8090, 9091)
"""Where these programs listen unless told otherwise, and where people put qBittorrent when 8080 is taken."""
PATIENCE = 3.0
"""Seconds for one question of who is there; on the same computer that is plenty."""

_HOSTS = ("127.0.0.1", "::1")
_NOBODY = frozenset({Cause.REFUSED, Cause.NETWORK, Cause.NAME_NOT_FOUND})


class Standing(Enum):
    """What can be done with a client that was found."""

    READY = auto()
    WANTS_SIGN_IN = auto()
    TROUBLED = auto()
    """It is the program, but does not talk to us; ``trouble`` says why."""
    KNOWN = auto()
    """It is configured already."""
    OPTIONAL = auto()
    """The client inside this program, which could be switched on."""
    ABSENT = auto()
    """It could not: ``trouble`` says what it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A client on this computer. ``version`` is empty and ``transfers`` None while it has told nobody."""

    kind: Kind
    url: str
    standing: Standing
    version: str = ""
    transfers: int | None = None
    trouble: str = ""
    name: str = ""
    """What it is called in the settings; only of a known one."""
    folder: str = ""
    """Where the client inside this program would save."""

    @property
    def inside(self) -> bool:
        """Whether it is the one inside this program, which nobody has to look for."""
        return self.kind == BUILTIN

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.url).port or 80

    @property
    def address(self) -> str:
        """``host:port``, for people."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A port where something is that is no client of ours. ``hangs``: it takes the call and says nothing."""

    port: int
    hangs: bool


Sighting = Found | Stranger
Ask = Callable[[ClientConfig, str | None], Awaitable[Connection]]


class Discovery:
    """Asks each port of this computer at the same time; none waits for another."""

    def __init__(
        self,
        ports: Sequence[int] = USUAL_PORTS,
        *,
        patience: float = PATIENCE,
        ask: Ask = probe,
        folder: str = "",
        lacks: Callable[[], str] = why_not_here,
    ) -> None:
        """``folder`` is where the client inside this program would save; without one it is not offered.

        ``lacks`` says why it can't run here, if so.
        """
        self.ports = tuple(sorted(ports))
        self._folder, self._lacks = folder, lacks
        self._patience, self._ask = patience, ask
        self._wanting: dict[str, Found] = {}

    async def look(self, configured: Collection[ClientConfig], seen: Callable[[Sighting], None]) -> None:
        """Tell of every client, each as soon as it is known, and of what else there is.

        A configured client is told of without asking it.
        """
        if self._folder:
            seen(self._inside(configured))
        here = {urlsplit(config.url).port: config for config in configured if _is_here(config)}
        async with asyncio.TaskGroup() as group:
            for port in self.ports:
                if (config := here.get(port)) is not None:
                    seen(Found(kind=config.kind, url=config.url, standing=Standing.KNOWN, name=config.name))
                else:
                    group.create_task(self._look_on(port, seen))

    async def sign_in(self, found: Found, username: str, password: str) -> Found:
        """The client with what it tells a person it knows. One attempt: it may count the wrong ones.

        Raises:
            ClientError: in the client's own sense: not accepted, blocked, gone.
        """
        connection = await self._ask(_config(found, username=username), password)
        self._wanting.pop(found.url, None)
        return _ready(found, connection)

    def config(self, found: Found, *, username: str, others: Collection[ClientConfig]) -> ClientConfig:
        """What to add to the settings for it, with a name and an id that none of the others has."""
        taken = {config.name for config in others}
        title = KINDS[found.kind].title
        name, number = title, 1
        while name in taken:
            number += 1
            name = f"{title} {number}"
        id_ = new_id(name, [config.id for config in others])
        config = replace(_config(found, username=username), id=id_, name=name)
        if found.inside:
            config = replace(config, url=address_of(id_), builtin=BuiltinOptions(folder=found.folder))
        return config

    def _inside(self, configured: Collection[ClientConfig]) -> Found:
        offered = Found(kind=BUILTIN, url=address_of(""), standing=Standing.OPTIONAL, folder=self._folder)
        for config in configured:
            if config.kind == BUILTIN:
                folder = config.builtin.folder if config.builtin is not None else ""
                return replace(offered, standing=Standing.KNOWN, name=config.name, folder=folder)
        if lacks := self._lacks():
            return replace(offered, standing=Standing.ABSENT, trouble=lacks)
        return offered

    async def _look_on(self, port: int, seen: Callable[[Sighting], None]) -> None:
        """Ask both addresses; a program that listens on both is one."""
        async with asyncio.TaskGroup() as group:
            usual, other = (group.create_task(self._who(host, port)) for host in _HOSTS)
            first = await usual
            if first is not None:
                group.create_task(self._tell(first, seen))
            second = await other
            if second is not None and not _same(first, second):
                group.create_task(self._tell(second, seen))

    async def _who(self, host: str, port: int) -> Sighting | None:
        url = join_url(scheme="http", host=host, port=port, path="")
        if (wanting := self._wanting.get(url)) is not None and await self._listens(host, port):
            return wanting
        try:
            recognised = await self._recognise(url)
        except ClientUnreachableError as error:
            if error.cause in _NOBODY:
                return None
            return Stranger(port=port, hangs=error.cause is Cause.TIMED_OUT)
        except ClientError:
            return Stranger(port=port, hangs=False)
        if recognised is None:
            return Stranger(port=port, hangs=False)
        standing = Standing.WANTS_SIGN_IN if recognised.wants_sign_in else Standing.READY
        found = Found(kind=recognised.kind, url=url, standing=standing)
        if recognised.wants_sign_in:
            self._wanting[url] = found
        return found

    async def _recognise(self, url: str) -> Recognised | None:
        aborts: list[Callable[[], None]] = []
        try:
            return await in_own_thread(
                lambda: recognise(url, timeout=self._patience, abortable=aborts.append), name=f"look at {url}"
            )
        finally:
            for abort in aborts:
                abort()

    async def _listens(self, host: str, port: int) -> bool:
        """Whether somebody is still there, without a question that might be counted."""

        def call() -> bool:
            try:
                socket.create_connection((host, port), timeout=self._patience).close()
            except OSError:
                return False
            return True

        return await in_own_thread(call, name=f"look at {host}:{port}")

    async def _tell(self, sighting: Sighting, seen: Callable[[Sighting], None]) -> None:
        if isinstance(sighting, Stranger) or sighting.standing is Standing.WANTS_SIGN_IN:
            seen(sighting)
            return
        try:
            connection = await self._ask(_config(sighting), None)
        except AuthenticationError as error:
            wants = error.cause is Cause.UNAUTHORIZED
            standing = Standing.WANTS_SIGN_IN if wants else Standing.TROUBLED
            seen(replace(sighting, standing=standing, trouble="" if wants else error.message))
        except ClientError as error:
            seen(replace(sighting, standing=Standing.TROUBLED, trouble=error.message))
        else:
            seen(_ready(sighting, connection))


def _config(found: Found, *, username: str = "") -> ClientConfig:
    """How to ask it; the title is its name in the sentences of its errors."""
    title = KINDS[found.kind].title
    return ClientConfig(id=ClientId(found.kind), kind=found.kind, name=title, url=found.url, username=username)


def _ready(found: Found, connection: Connection) -> Found:
    return replace(
        found, standing=Standing.READY, version=connection.version, transfers=connection.transfers, trouble=""
    )


def _same(first: Sighting | None, second: Sighting) -> bool:
    if isinstance(first, Found) and isinstance(second, Found):
        return first.kind == second.kind
    return first is not None and type(first) is type(second)


def _is_here(config: ClientConfig) -> bool:
    host = urlsplit(config.url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
