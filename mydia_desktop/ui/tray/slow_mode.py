"""The tray's switch for slow mode: the second, lower speed limits of every client that has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from mydia_desktop.domain.errors import ClientError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.toast import Toasts, Tone

translate = QCoreApplication.translate


class Live(Protocol):
    """The clients, and the way to them."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    async def set_slow(self, client: ClientId, *, slow: bool) -> None:
        """Put a client's lower limits in force, or its usual ones."""
        ...


class SlowMode:
    """Shows what the clients say; what is chosen is sent, and shown when they say so."""

    def __init__(self, action: QAction, live: Live, spawn: Spawn, toasts: Toasts) -> None:
        self._action, self._live, self._spawn, self._toasts = action, live, spawn, toasts
        action.setCheckable(True)
        action.setVisible(False)
        action.triggered.connect(self._chosen)

    def show(self, clients: Mapping[ClientId, ClientState]) -> None:
        """Follow the clients: on if all that have such limits are slow, and not there if none has."""
        said = [state.facts.slow for state in clients.values() if state.live and state.facts is not None]
        known = [slow for slow in said if slow is not None]
        if self._action.isVisible() != bool(known):
            self._action.setVisible(bool(known))
        if self._action.isChecked() != (bool(known) and all(known)):
            self._action.setChecked(bool(known) and all(known))

    def _chosen(self, slow: bool) -> None:  # noqa: FBT001 - what a checkable action tells
        for client, state in self._live.clients.items():
            if state.live and state.facts is not None and state.facts.slow is not None:
                self._spawn(self._set(client, state.name, slow=slow))

    async def _set(self, client: ClientId, name: str, *, slow: bool) -> None:
        try:
            await self._live.set_slow(client, slow=slow)
        except ClientError as error:
            said = translate("SlowMode", "The speed limits of {client} were not changed. {why}")
            self._toasts.tell(said.format(client=plain(name), why=plain(error.message)), tone=Tone.TROUBLE)
