"""File > Import from Mydia…: its library, its downloads and its clients, without ever touching its own file.

Everything keeps the id it has in Mydia, so that importing twice doubles nothing. What is known here already, by that
id or because it is plainly the same, stays as it is here.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeAlias, cast

from mydia_desktop.config.clients import KINDS, ClientConfig, Kind, join_url
from mydia_desktop.domain.mydia import Bringing, BroughtIn, Mydia, MydiaClient
from mydia_desktop.domain.record import ClientUuid, KnownClient
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.store.mydia_reader import read_mydia
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.client_settings import new_id


class Fate(StrEnum):
    """What becomes of one of Mydia's clients, where it is none of ours."""

    ADD = "add"
    """It is added to the settings, with its password."""
    LEAVE = "leave"
    """It is left out, and its downloads with it."""


Choice: TypeAlias = ClientId | Fate
"""The configured client that it is, or what else becomes of it."""


class WhyNotAdded(StrEnum):
    """Why one of Mydia's clients can't be added."""

    UNKNOWN = "unknown"
    """Only its name is known: Mydia's settings no longer have it."""
    KIND = "kind"
    """It is of a kind that is not spoken here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can become of one of Mydia's clients."""

    name: str
    client: MydiaClient | None
    """None if Mydia's settings no longer have it."""
    downloads: int
    same: tuple[ClientState, ...]
    """Configured clients that it can be, likely ones first: those of its kind, whose place in the database is known."""
    why_not_added: WhyNotAdded | None
    usual: Choice
    """What is chosen unless the person chooses otherwise."""


class Store(Protocol):
    """The database. Each call raises StoreUnavailableError, with nothing written, while it can't be used."""

    async def would_bring_in(self, bringing: Bringing) -> BroughtIn:
        """What an import would do. Nothing is written."""
        ...

    async def bring_in(self, bringing: Bringing) -> BroughtIn:
        """Import, all of it or nothing."""
        ...


AddClients: TypeAlias = Callable[[Sequence[tuple[ClientConfig, str | None]]], Awaitable[None]]
"""Adds clients with their passwords to the settings. Raises SettingsNotSavedError."""


class MydiaImport:
    """One file, from choosing to done."""

    def __init__(
        self,
        store: Store,
        *,
        clients: Callable[[], Sequence[ClientState]],
        add_clients: AddClients,
        took: Callable[[BroughtIn], Awaitable[None]],
    ) -> None:
        """``clients`` are those configured now; ``took`` lets the rest of the program know what came."""
        self._store, self._clients, self._add_clients, self._took = store, clients, add_clients, took
        self._new_uuids: dict[str, ClientUuid] = {}

    async def read(self, file: Path) -> Mydia:
        """What is in the file.

        Raises:
            MydiaFileError: it is not there, can't be read, or is none of Mydia's.
        """
        return await in_own_thread(lambda: read_mydia(file), name="mydia import")

    def offers(self, mydia: Mydia) -> list[Offer]:
        """What can become of each of Mydia's clients."""
        by_name = {client.name: client for client in mydia.clients}
        counts = Counter(download.client for download in mydia.downloads)
        states = self._clients()
        return [_offer(name, by_name.get(name), counts[name], states) for name in mydia.client_names]

    async def preview(self, mydia: Mydia, choices: Mapping[str, Choice]) -> BroughtIn:
        """What would come with these choices.

        Raises:
            StoreUnavailableError: the database can't be asked.
        """
        return await self._store.would_bring_in(self._bringing(mydia, choices))

    async def run(self, mydia: Mydia, choices: Mapping[str, Choice]) -> BroughtIn:
        """Bring it in, then add the clients that are to be added.

        Raises:
            StoreUnavailableError: nothing was brought in.
            SettingsNotSavedError: all is here but the clients, which can be added by hand.
        """
        brought = await self._store.bring_in(self._bringing(mydia, choices))
        await self._took(brought)
        taken = {state.id for state in self._clients()}
        added: list[tuple[ClientConfig, str | None]] = []
        for client in mydia.clients:
            if choices.get(client.name) is Fate.ADD and client.kind in KINDS:
                config = self._config(client, taken)
                taken.add(config.id)
                added.append((config, client.password))
        if added:
            await self._add_clients(added)
        return brought

    def _bringing(self, mydia: Mydia, choices: Mapping[str, Choice]) -> Bringing:
        states = {state.id: state for state in self._clients()}
        by_name = {client.name: client for client in mydia.clients}
        clients: dict[str, KnownClient] = {}
        for name, choice in choices.items():
            if choice is Fate.ADD and name in by_name:
                client = by_name[name]
                clients[name] = KnownClient(uuid=self._uuid(name), kind=client.kind, name=name, origin=_address(client))
            elif not isinstance(choice, Fate) and (state := states.get(choice)) and state.uuid is not None:
                clients[name] = KnownClient(uuid=state.uuid, kind=state.kind, name=state.name, origin=state.url)
        return Bringing(mydia=mydia, clients=clients)

    def _uuid(self, name: str) -> ClientUuid:
        """The same in the preview and when it is done."""
        return self._new_uuids.setdefault(name, ClientUuid(str(uuid.uuid4())))

    def _config(self, client: MydiaClient, taken: Collection[ClientId]) -> ClientConfig:
        return ClientConfig(
            id=new_id(client.name, taken),
            kind=cast("Kind", client.kind),
            name=client.name,
            url=_address(client),
            username=client.username,
            category=client.category,
            priority=client.priority,
            enabled=client.enabled,
            uuid=self._uuid(client.name),
        )


def _offer(name: str, client: MydiaClient | None, downloads: int, states: Sequence[ClientState]) -> Offer:
    bound = [state for state in states if state.uuid is not None]
    same = [state for state in bound if client is None or state.kind == client.kind]
    address = _address(client) if client is not None else ""
    same.sort(key=lambda state: (state.url != address, state.name.casefold() != name.casefold()))
    why_not = WhyNotAdded.UNKNOWN if client is None else WhyNotAdded.KIND if client.kind not in KINDS else None
    usual: Choice = Fate.ADD if why_not is None else Fate.LEAVE
    if same and (same[0].url == address or same[0].name.casefold() == name.casefold()):
        usual = same[0].id
    return Offer(name=name, client=client, downloads=downloads, same=tuple(same), why_not_added=why_not, usual=usual)


def _address(client: MydiaClient) -> str:
    return join_url(scheme="https" if client.tls else "http", host=client.host, port=client.port, path=client.path)
