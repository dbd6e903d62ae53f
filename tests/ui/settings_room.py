"""A settings dialog in a running Qt event loop, over a real config.toml, for tests that do what a person does."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import qasync
from keyring.backend import KeyringBackend
from PySide6.QtCore import QCoreApplication, QEvent, Qt, SignalInstance
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.saving import SettingsFile
from mydia_desktop.config.secrets import Secrets
from mydia_desktop.config.settings import Settings, load
from mydia_desktop.ui.settings.dialog import SettingsDialog
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce
from tests.keyrings import MemoryKeyring, keyring_in_use

SECONDS = 20


@dataclass
class Room:
    """The dialog's surroundings. Set them up, then ``run`` a story with the open dialog."""

    app: QApplication
    config_file: Path
    keyring: KeyringBackend = field(default_factory=MemoryKeyring)
    applied: list[tuple] = field(default_factory=list)
    """What was put in force, with the ids of the clients that have another password."""
    around: Surroundings = field(default_factory=Surroundings)
    secrets: Secrets = field(default_factory=lambda: Secrets("profile"))

    @property
    def settings(self) -> Settings:
        """What config.toml says now."""
        return load(self.config_file)

    def kept(self) -> dict[str, str]:
        """What the keyring holds: password by client and address."""
        entries = self.keyring.entries
        return {name.removeprefix("profile/"): password for (_, name), password in entries.items()}

    def run(self, story: Callable[[SettingsDialog], Awaitable[None]]) -> None:
        """Open the dialog, live the story, and wait for everything it set off."""
        loop = qasync.QEventLoop(self.app)
        self.app.setQuitOnLastWindowClosed(False)  # there is no main window here that would stay
        try:
            with keyring_in_use(self.keyring):
                loop.run_until_complete(asyncio.wait_for(self._live(story), SECONDS))
        finally:
            self.app.setQuitOnLastWindowClosed(True)
            loop.close()
            del loop
            gc.collect()  # here: Qt's objects must not be deleted by a collection in another thread

    async def _live(self, story: Callable[[SettingsDialog], Awaitable[None]]) -> None:
        theme = Theme(self.app, "light")
        async with asyncio.TaskGroup() as tasks:
            said = self.settings
            complaints = tuple(problem.sentence for problem in said.problems)
            settings = ClientSettings(
                SettingsInForce(clients=said.clients, preferences=said.preferences, complaints=complaints),
                file=SettingsFile(self.config_file),
                passwords=self.secrets,
                apply=lambda in_force, renewed: self.applied.append((in_force, renewed)),
            )
            dialog = SettingsDialog(theme, settings, tasks.create_task, self.around)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()
            await story(dialog)
            if isValid(dialog):
                dialog.close_down()
                dialog.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.deleteLater()


def write_clients(path: Path, *clients: ClientConfig) -> None:
    """A config.toml with these clients."""
    SettingsFile(path).save(clients, load(path).preferences, removed=[])


async def heard(signal: SignalInstance, when: Callable[[], bool] = lambda: True) -> None:
    """Wait until ``when`` is true; it is looked at now and whenever the signal comes."""
    if when():
        return
    done = asyncio.get_running_loop().create_future()
    signal.connect(lambda *_: done.done() or (when() and done.set_result(None)))
    await done


async def became(condition: Callable[[], bool]) -> None:
    """Wait until it is true; for what no signal tells."""
    while not condition():  # noqa: ASYNC110 - there is nobody who could set an event
        await asyncio.sleep(0.01)


def type_into(edit, text: str) -> None:
    """Replace a line's text as a person would, so that it counts as edited."""
    edit.setText(text)
    edit.textEdited.emit(text)
