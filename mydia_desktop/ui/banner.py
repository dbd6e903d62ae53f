"""The message over the list while something is wrong."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.message_card import MessageCard
from mydia_desktop.ui.notice import Notice, notice
from mydia_desktop.ui.theme import Theme


class Banner(MessageCard):
    """Hidden while all is well. Clients in trouble share one message; else complaints about the settings."""

    settings_requested = Signal(object)
    """The ClientId whose settings to open."""
    try_requested = Signal(object)
    """A tuple of the ClientIds to ask now."""
    last_known_requested = Signal(object)
    """The ClientId whose withdrawn rows to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._states: Mapping[ClientId, ClientState] = {}
        self._problems: tuple[str, ...] = ()
        self._notice: Notice | None = None
        self.show_button = QPushButton(self.tr("Show last known"))
        self.settings_button = QPushButton(self.tr("Client settings…"))
        # The style leaves too little between icon and text, and offers no way to say so.
        self.try_button = QPushButton(f" {self.tr('Try now')}")
        self.try_button.setAccessibleName(self.tr("Try now"))
        self.try_button.setIconSize(QSize(16, 16))
        self.show_button.clicked.connect(self._show_last_known)
        self.settings_button.clicked.connect(self._open_settings)
        self.try_button.clicked.connect(self._try_now)
        for button in (self.show_button, self.settings_button):
            button.setProperty("kind", "quiet")
        for button in (self.show_button, self.settings_button, self.try_button):
            self.add_button(button)

    @property
    def notice(self) -> Notice | None:
        """What it says now."""
        return self._notice

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """Say what is wrong with these, if anything."""
        self._states = states
        self.tick(time.time())

    def set_problems(self, problems: Sequence[str]) -> None:
        """Say what of the settings could not be used, as ``config.toml line 12: …``."""
        self._problems = tuple(problems)
        self.tick(time.time())

    def tick(self, now: float) -> None:
        """Let the seconds go on."""
        before, self._notice = self._notice, notice(self._states, self._problems, now)
        said = self._notice
        if said is None:
            self.hide()
            return
        self.show_button.setVisible(bool(said.withdrawn))
        self.settings_button.setVisible(said.to_settle is not None)
        self.try_button.setVisible(bool(said.clients))
        if before is None or before.subject != said.subject:
            self.begin(said.title, said.text, icon=said.icon, tone=said.tone)
        else:
            self.say(said.title, said.text)

    def draw(self) -> None:
        """The button's icon follows the theme, too."""
        super().draw()
        self.try_button.setIcon(icon("refresh-cw", self.theme.tokens, 16))

    def _show_last_known(self) -> None:
        for client in self._notice.withdrawn if self._notice else ():
            self.last_known_requested.emit(client)

    def _open_settings(self) -> None:
        if self._notice is not None:
            self.settings_requested.emit(self._notice.to_settle)

    def _try_now(self) -> None:
        if self._notice is not None:
            self.try_requested.emit(self._notice.clients)
