"""Everything but the window: settings, passwords, live clients and what can be done with them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.profile import Profile
from mydia_desktop.config.secrets import Secrets
from mydia_desktop.config.settings import load
from mydia_desktop.domain.client import Client
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce


class Core:
    """One profile at work. It asks nobody anything before ``live.run``."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.settings = load(profile.config_file)
        self.passwords = Secrets(profile.id)
        self.live = Live(self._open, hide_after=self.settings.preferences.hide_stale_after)
        self.live.configure(self.settings.clients)

    def client_settings(self, applied: Callable[[SettingsInForce], None]) -> ClientSettings:
        """What the settings dialog edits. Saved settings are in force at once; then ``applied`` hears of them."""
        # Here, because only the dialog needs what can write the file.
        from mydia_desktop.config.saving import SettingsFile  # noqa: PLC0415 - see above

        def apply(in_force: SettingsInForce, renewed: Collection[ClientId]) -> None:
            self.live.configure(in_force.clients, renewed)
            self.live.set_hide_after(in_force.preferences.hide_stale_after)
            applied(in_force)

        in_force = SettingsInForce(
            clients=self.settings.clients,
            preferences=self.settings.preferences,
            complaints=tuple(problem.sentence for problem in self.settings.problems),
        )
        return ClientSettings(
            in_force, file=SettingsFile(self.profile.config_file), passwords=self.passwords, apply=apply
        )

    def _open(self, config: ClientConfig) -> Client:
        return ThreadedClient(lambda: build_adapter(config, self.passwords.password_source(config)), name=config.name)
