"""Everything but the window: settings, passwords, live clients and what can be done with them. No Qt."""

from __future__ import annotations

import asyncio
import getpass
import socket
from collections.abc import Callable, Collection, Mapping
from weakref import WeakSet

from mydia_desktop.adapters.builtin_lobby import Lobby
from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.app.logs import set_level
from mydia_desktop.config.clients import Binding, ClientConfig
from mydia_desktop.config.database import database_place
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.config.profile import Profile
from mydia_desktop.config.secrets import Secrets
from mydia_desktop.config.settings import load
from mydia_desktop.domain.client import Client
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.store.database import Store
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.autostart import Autostart, autostart
from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce
from mydia_desktop.workflows.records import Records


class Core:
    """One profile at work. It asks nobody anything before ``live.run``."""

    def __init__(self, profile: Profile, *, at_rest: bool = False) -> None:
        """``at_rest``: the clients inside this program are only looked at, and transfer nothing."""
        self.profile = profile
        self.settings = load(profile.config_file)
        self.passwords = Secrets(profile.id)
        self._lobby = Lobby(profile.builtin_dir, at_rest=at_rest)
        self._inside: WeakSet[ThreadedClient] = WeakSet()
        self.live = Live(self._open, hide_after=self.settings.preferences.appearance.hide_stale_after)
        # A wrong address uses no database, and says so: what belongs to one must not get into the other.
        database = self.settings.database_url
        url = f"sqlite:///{profile.database_file}" if database == "" else database or ""
        store = Store(url, actor=_actor())
        self.records = Records(store, self.live, self._bind, profile.torrents_dir, shared=bool(database))
        self.records.identities.configure(self.settings.clients)
        self._put_in_force(self.settings.preferences)
        self._client_settings: ClientSettings | None = None

    def client_settings(self, applied: Callable[[SettingsInForce], None]) -> ClientSettings:
        """What the settings dialog edits. Saved settings are in force at once; then ``applied`` hears of them."""
        # Here, because only the dialog needs what can write the file.
        from mydia_desktop.config.saving import SettingsFile  # noqa: PLC0415 - see above

        def apply(in_force: SettingsInForce, renewed: Collection[ClientId]) -> None:
            self.records.identities.configure(in_force.clients, renewed)
            self.records.imports.look_again()
            self._put_in_force(in_force.preferences)
            self.live.set_hide_after(in_force.preferences.appearance.hide_stale_after)
            applied(in_force)

        in_force = SettingsInForce(
            clients=self.records.identities.sections,
            preferences=self.settings.preferences,
            complaints=tuple(problem.sentence for problem in self.settings.problems),
        )
        self._client_settings = ClientSettings(
            in_force,
            file=SettingsFile(self.profile.config_file),
            passwords=self.passwords,
            apply=apply,
            database=database_place(self.settings.database_url, own=self.profile.database_file),
            log_dir=self.profile.log_dir,
            autostart=self._autostart(),
        )
        return self._client_settings

    async def put_away(self, seconds: float) -> None:
        """Give the clients inside this program this long to save what they have; for quitting, after ``live.run``."""
        self._lobby.end()
        leaving = {asyncio.ensure_future(client.put_away()) for client in self._inside}
        if leaving:
            _, late = await asyncio.wait(leaving, timeout=seconds)
            for task in late:
                task.cancel()

    def _autostart(self) -> Autostart | None:
        own = () if self.profile == Profile.default() else ("--profile", str(self.profile.config_dir))
        return autostart(own)

    def _put_in_force(self, preferences: Preferences) -> None:
        set_level(preferences.general.log_level)
        self.records.adoption.set_enabled(preferences.records.adopt_automatically)
        self.records.completion.configure(preferences.importing)
        self.records.imports.configure(preferences.importing)

    async def _bind(self, bindings: Mapping[ClientId, Binding]) -> None:
        """Write into config.toml which clients of the database these are; a dialog that is open keeps it."""
        from mydia_desktop.config.saving import SettingsFile  # noqa: PLC0415 - few starts find out anything new

        if self._client_settings is not None:
            self._client_settings.bound(bindings)
        await in_own_thread(lambda: SettingsFile(self.profile.config_file).bind(bindings), name="settings")

    def _open(self, config: ClientConfig) -> Client:
        password = self.passwords.password_source(config)
        client = ThreadedClient(lambda: build_adapter(config, password, self._lobby), name=config.name)
        if config.builtin is not None:
            self._inside.add(client)
        return client


def _actor() -> str:
    """How this desktop signs its lines in the history."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a container knows its user by number only
        user = "somebody"
    return f"{user}@{socket.gethostname()}"
