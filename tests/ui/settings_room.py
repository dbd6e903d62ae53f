"""A settings dialog in a running Qt event loop, for tests that follow what a person does with it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import qasync
from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.secrets import Keep
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.ui.settings.dialog import SettingsDialog
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce


@dataclass
class MemoryPasswords:
    """Passwords in a dictionary, by client and address; with or without a keyring, as the test says."""

    keyring: bool = True
    kept: dict[tuple[str, str], tuple[str, Keep]] = field(default_factory=dict)

    def available(self):
        return self.keyring

    def find(self, config):
        kept = self.kept.get((config.id, config.url))
        return kept[1] if kept else None

    def read(self, config):
        kept = self.kept.get((config.id, config.url))
        return kept[0] if kept else None

    def write(self, config, password, keep):
        if keep is Keep.KEYRING and not self.keyring:
            raise SettingsNotSavedError("There is no keyring here.", no_keyring=True)
        self.kept[config.id, config.url] = (password, keep)

    def delete(self, config):
        self.kept.pop((config.id, config.url), None)


@dataclass
class MemoryFile:
    """Remembers what was saved, or refuses with the sentence it is given."""

    refusal: str = ""
    saved: list[tuple] = field(default_factory=list)

    def save(self, clients, preferences, *, removed):
        if self.refusal:
            raise SettingsNotSavedError(self.refusal)
        self.saved.append((tuple(clients), preferences))


@dataclass
class Room:
    """The dialog's surroundings. Set them up, then ``run`` a story with the open dialog."""

    app: QApplication
    clients: tuple[ClientConfig, ...] = ()
    complaints: tuple[str, ...] = ()
    passwords: MemoryPasswords = field(default_factory=MemoryPasswords)
    file: MemoryFile = field(default_factory=MemoryFile)
    applied: list[tuple] = field(default_factory=list)
    opened: list[QObject] = field(default_factory=list)

    def run(self, story: Callable[[SettingsDialog], Awaitable[None]]) -> None:
        """Open the dialog, live the story, and wait for everything it set off."""
        loop = qasync.QEventLoop(self.app)
        try:
            loop.run_until_complete(asyncio.wait_for(self._live(story), 60))
        finally:
            loop.close()

    async def _live(self, story: Callable[[SettingsDialog], Awaitable[None]]) -> None:
        async with asyncio.TaskGroup() as tasks:
            settings = ClientSettings(
                SettingsInForce(clients=self.clients, complaints=self.complaints),
                file=self.file,
                passwords=self.passwords,
                apply=lambda in_force, renewed: self.applied.append((in_force, renewed)),
            )
            theme = Theme(self.app, "light")
            dialog = SettingsDialog(theme, settings, lambda work: tasks.create_task(work) and None)
            self.opened = [theme, dialog]
            dialog.show()
            await story(dialog)
            dialog.clients.close_down()
        dialog.hide()
        dialog.deleteLater()


async def heard(signal: SignalInstance, when: Callable[[], bool] = lambda: True) -> None:
    """Wait until ``when`` is true; it is looked at now and whenever the signal comes."""
    if when():
        return
    done = asyncio.get_running_loop().create_future()
    connection = signal.connect(lambda *_: done.done() or (when() and done.set_result(None)))
    await done
    signal.disconnect(connection)


def type_into(edit, text: str) -> None:
    """Replace a line's text as a person would, so that it counts as edited."""
    edit.setText(text)
    edit.textEdited.emit(text)
