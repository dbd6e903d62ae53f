"""What the settings dialog does: try out, save and put in force the clients and preferences."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from mydia_desktop.adapters.http import fetch_certificate
from mydia_desktop.config.clients import Binding, ClientConfig
from mydia_desktop.config.database import DatabasePlace
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.config.secrets import Keep
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.autostart import Autostart
from mydia_desktop.workflows.probe import Connection, probe

_log = logging.getLogger(__name__)

CERTIFICATE_TIMEOUT = 10.0
"""Seconds to the end of the TLS handshake."""

_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassword:
    """A password typed now, and where to keep it."""

    text: str = field(repr=False)
    keep: Keep


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsInForce:
    """Everything the dialog edits. ``complaints`` are sentences about what config.toml has wrong, with the line."""

    clients: tuple[ClientConfig, ...] = ()
    preferences: Preferences = field(default_factory=Preferences)
    complaints: tuple[str, ...] = ()


class Passwords(Protocol):
    """Where passwords lie. Entries belong to a client *and* its address. Calls may block; they are bounded."""

    def available(self) -> bool:
        """Whether this computer offers a keyring."""
        ...

    def find(self, config: ClientConfig) -> Keep | None:
        """Where the password for this client at this address lies, if anywhere but in the file.

        Raises:
            AuthenticationError: the keyring does not say.
        """
        ...

    def read(self, config: ClientConfig) -> str | None:
        """The password for this client at this address.

        Raises:
            AuthenticationError: the keyring does not give it.
        """
        ...

    def write(self, config: ClientConfig, password: str, keep: Keep) -> None:
        """Keep it in the keyring or for this run.

        Raises:
            SettingsNotSavedError: the keyring would not.
        """
        ...

    def delete(self, config: ClientConfig) -> None:
        """Forget it wherever it lies; nothing there is fine.

        Raises:
            SettingsNotSavedError: the keyring would not.
        """
        ...


class ConfigFile(Protocol):
    """config.toml."""

    def save(
        self, clients: Sequence[ClientConfig], preferences: Preferences, *, removed: Collection[ClientId]
    ) -> tuple[str, ...]:
        """Write these into the file as it is now, keeping comments and foreign keys; take out the removed clients.

        Returns:
            What is still wrong in the file, a sentence each.

        Raises:
            SettingsNotSavedError: it can't be read, parsed or written; it is as it was.
        """
        ...


Apply = Callable[[SettingsInForce, Collection[ClientId]], None]
"""Puts settings in force at once. The ids have a new password, although their section may be the same."""


class ClientSettings:
    """The dialog's one counterpart: what is in force, and everything that may take its time."""

    def __init__(
        self,
        in_force: SettingsInForce,
        *,
        file: ConfigFile,
        passwords: Passwords,
        apply: Apply,
        ask: Callable[[ClientConfig, str | None], Awaitable[Connection]] = probe,
        database: DatabasePlace | None = None,
        log_dir: Path | None = None,
        autostart: Autostart | None = None,
    ) -> None:
        """Take what was loaded, where it is kept, and how it is put in force.

        ``database`` is the one in use until the program ends; None if config.toml names none that could be.
        ``autostart`` is None where a session can't start the program.
        """
        self.in_force = in_force
        self.database = database
        self.log_dir, self.autostart = log_dir, autostart
        self._file, self._passwords, self._apply, self._ask = file, passwords, apply, ask

    async def has_keyring(self) -> bool:
        """Whether passwords can be kept in the system's keyring."""
        return await in_own_thread(self._passwords.available, name="keyring")

    async def stored(self, config: ClientConfig) -> Keep | None:
        """Where a password for this client and address lies, if anywhere.

        Raises:
            AuthenticationError: the keyring does not say.
        """
        if config.password is not None:
            return Keep.FILE
        return await in_own_thread(lambda: self._passwords.find(config), name="keyring")

    async def test(self, config: ClientConfig, typed: NewPassword | None) -> Connection:
        """Ask the client once with the typed password, else with the one stored for exactly this address.

        Raises:
            ClientError: the exact reason why not.
        """
        password = typed.text if typed is not None else config.password
        if password is None:
            password = await in_own_thread(lambda: self._passwords.read(config), name="keyring")
        return await self._ask(config, password)

    async def certificate(self, config: ClientConfig) -> bytes:
        """What the server shows, as DER, without telling it anything.

        Raises:
            ClientUnreachableError: it shows none.
        """
        return await in_own_thread(lambda: fetch_certificate(config.url, CERTIFICATE_TIMEOUT), name="certificate")

    async def save(
        self,
        clients: Sequence[ClientConfig],
        passwords: Mapping[ClientId, NewPassword],
        preferences: Preferences,
    ) -> None:
        """Keep the passwords, then write the file, then put all in force at once.

        Raises:
            SettingsNotSavedError: with the reason; what was in force stays.
        """
        before = self.in_force.clients
        known = {config.id: config for config in before}
        written = [
            _with_binding(_with_password(config, passwords.get(config.id)), known.get(config.id)) for config in clients
        ]
        removed = {config.id for config in before} - {config.id for config in written}
        complaints = await in_own_thread(lambda: self._write(written, passwords, preferences, removed), name="settings")
        self.in_force = SettingsInForce(clients=tuple(written), preferences=preferences, complaints=complaints)
        self._apply(self.in_force, frozenset(passwords))
        await in_own_thread(lambda: self._forget(before, written), name="keyring")

    async def add(self, clients: Sequence[tuple[ClientConfig, str | None]]) -> None:
        """Add these with their passwords, which go into the keyring, or where there is none are kept for this run.

        Raises:
            SettingsNotSavedError: with the reason; what was in force stays.
        """
        keep = Keep.KEYRING if await self.has_keyring() else Keep.THIS_RUN
        passwords = {
            config.id: NewPassword(text=password, keep=keep) for config, password in clients if password is not None
        }
        added = [config for config, _ in clients]
        await self.save([*self.in_force.clients, *added], passwords, self.in_force.preferences)

    def bound(self, bindings: Mapping[ClientId, Binding]) -> None:
        """These sections were found to be these clients of the database; what is saved later has to keep that."""
        clients = tuple(
            replace(config, uuid=binding.uuid, uuid_url=binding.url) if binding else config
            for config in self.in_force.clients
            for binding in (bindings.get(config.id),)
        )
        self.in_force = replace(self.in_force, clients=clients)

    def _write(
        self,
        clients: Sequence[ClientConfig],
        passwords: Mapping[ClientId, NewPassword],
        preferences: Preferences,
        removed: Collection[ClientId],
    ) -> tuple[str, ...]:
        for config in clients:
            new = passwords.get(config.id)
            if new is not None and new.keep is not Keep.FILE:
                self._passwords.write(config, new.text, new.keep)
        return self._file.save(clients, preferences, removed=removed)

    def _forget(self, before: Sequence[ClientConfig], now: Sequence[ClientConfig]) -> None:
        """Delete the passwords of clients that are gone, moved to another address, or have theirs in the file."""
        kept = {(config.id, config.url) for config in now if config.password is None}
        for config in before:
            if (config.id, config.url) not in kept:
                try:
                    self._passwords.delete(config)
                except SettingsNotSavedError as error:  # an entry too many does no harm
                    _log.warning("The stored password of %s was not deleted: %s", config.id, error)


def new_id(name: str, taken: Collection[ClientId]) -> ClientId:
    """A slug made from the name that no other client has: ``Büro NAS`` becomes ``buro-nas``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_SLUG].strip("-") or "client"
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return ClientId(candidate)


def _with_password(config: ClientConfig, new: NewPassword | None) -> ClientConfig:
    return replace(config, password=new.text) if new is not None and new.keep is Keep.FILE else config


def _with_binding(config: ClientConfig, known: ClientConfig | None) -> ClientConfig:
    """Which client of the database it is was perhaps found out while the dialog was open."""
    return config if known is None else replace(config, uuid=known.uuid, uuid_url=known.uuid_url)
