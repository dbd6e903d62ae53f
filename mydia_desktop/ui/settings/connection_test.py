"""Test connection and Show certificate: asks in the background, shows what came back if it is still wanted."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import Cause, ClientError
from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.settings.certificate import CertificateDialog
from mydia_desktop.ui.settings.client_form import ClientForm
from mydia_desktop.ui.settings.draft import Draft
from mydia_desktop.ui.settings.result_panel import ResultPanel, Tone
from mydia_desktop.ui.texts import downloads
from mydia_desktop.workflows.client_settings import ClientSettings
from mydia_desktop.workflows.probe import Connection


class ConnectionTest(QObject):
    """One test at a time, of what the form holds. A result for a form that has changed since is dropped."""

    changed = Signal()
    """Whether one can be started, or what to say of the last one."""

    def __init__(
        self,
        form: ClientForm,
        panel: ResultPanel,
        settings: ClientSettings,
        spawn: Callable[[Coroutine[Any, Any, None]], object],
        config_of: Callable[[Draft], ClientConfig],
    ) -> None:
        super().__init__(form)
        self._form, self._panel, self._settings = form, panel, settings
        self._spawn, self._config_of = spawn, config_of
        self._round = 0
        self._running = False
        self._possible = True
        self.status = ""
        form.security.certificate_requested.connect(self.show_certificate)
        panel.pressed.connect(self.show_certificate)

    @property
    def ready(self) -> bool:
        """Whether a test can begin now."""
        draft = self._form.draft
        # The client inside this program runs once it is saved, and its cell in the window says how it goes.
        return self._possible and not self._running and draft.builtin is None and not draft.problems()

    def set_possible(self, *, possible: bool) -> None:
        """Without a client there is nothing to test."""
        self._possible = possible
        self.changed.emit()

    def forget(self) -> None:
        """Show nothing of earlier tests; one still under way goes on unheard."""
        self._round += 1
        self._running = False
        self._panel.hide()
        self._say("")

    def start(self) -> None:
        """Ask the client in the form."""
        self._begin(self.tr("Testing…"))
        self._spawn(self._test(self._form.draft, self._round))

    def show_certificate(self) -> None:
        """Fetch what the server shows and let the person look at it."""
        if self.ready:
            self._begin(self.tr("Fetching the certificate…"))
            self._spawn(self._fetch_certificate(self._form.draft, self._round))

    async def _test(self, draft: Draft, this_round: int) -> None:
        config = self._config_of(draft)
        try:
            found = await self._settings.test(config, draft.new_password)
        except ClientError as error:
            if this_round == self._round:
                self._finish(self.tr("Tested just now"))
                self._show_failure(error)
            return
        if this_round == self._round:  # else the form is another, or gone altogether
            self._finish(self.tr("Tested just now"))
            self._panel.say(Tone.GOOD, self.tr("Connection works"), self._found(config, found))

    async def _fetch_certificate(self, draft: Draft, this_round: int) -> None:
        config = self._config_of(draft)
        try:
            der = await self._settings.certificate(config)
        except ClientError as error:
            if this_round == self._round:
                self._finish("")
                self._panel.say(Tone.BAD, self.tr("No certificate to show"), error.message)
            return
        if this_round == self._round:
            self._finish("")
            trusted = config.certificate_sha256 or ""
            dialog = CertificateDialog(der, address=config.address, trusted=trusted, parent=self._form)
            dialog.accepted.connect(lambda: self._form.trust(dialog.fingerprint))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _begin(self, status: str) -> None:
        self._round += 1
        self._running = True
        self._panel.hide()
        self._say(status)

    def _finish(self, status: str) -> None:
        self._running = False
        self._say(status)

    def _say(self, status: str) -> None:
        self.status = status
        self.changed.emit()

    def _show_failure(self, error: ClientError) -> None:
        button = self.tr("Show certificate…") if error.cause is Cause.TLS else ""
        self._panel.say(Tone.BAD, self.tr("No connection"), error.message, button)

    def _found(self, config: ClientConfig, found: Connection) -> str:
        parts = [
            self.tr("{program} {version}, API {api}").format(
                program=program_title(config.kind), version=found.version, api=found.api
            ),
            self.tr("answered in {ms} ms").format(ms=max(1, round(found.latency * 1000))),
            downloads(found.transfers),
        ]
        if found.free_space is not None:
            units = Units(self._settings.in_force.preferences.appearance.units)
            parts.append(self.tr("{size} free").format(size=format_size(found.free_space, units)))
        if config.username:
            parts.append(self.tr("signed in as {user}").format(user=config.username))
        return " · ".join(parts)
