"""The main window over clients in memory and a real database, in a running Qt event loop."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.live.aggregator import Live
from mydia_desktop.store.database import Store
from mydia_desktop.ui.main_window import MainWindow
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.records import Records
from tests.live_room import config
from tests.memory_client import MemoryClient
from tests.ui.settings_room import became

PATIENCE_S = 60


@dataclass
class WholeRoom:
    """Set the clients up, then ``run`` a story with the window. The database is a new one in ``folder``."""

    app: QApplication
    folder: Path
    clients: list[MemoryClient] = field(default_factory=lambda: [MemoryClient("nas", name="NAS")])
    appearance: str = "light"
    mapped_to: str = "/mnt/nas"
    """What the clients' ``/downloads`` is here."""

    def run(self, story: Callable[[WholeRoom], Awaitable[None]]) -> None:
        """Live the story, and wait for everything it set off."""
        loop = qasync.QEventLoop(self.app)
        self.app.setQuitOnLastWindowClosed(False)
        gc.disable()  # as the program does: the database's thread must not find a widget in the garbage
        try:
            loop.run_until_complete(asyncio.wait_for(self._live(story), PATIENCE_S))
        finally:
            gc.enable()
            self.app.setQuitOnLastWindowClosed(True)
            loop.close()

    @property
    def client(self) -> MemoryClient:
        """The only client, or the first."""
        return self.clients[0]

    @property
    def said(self) -> list[str]:
        """What the messages say now."""
        return [toast.text for toast in self.window._toasts.shown]

    def names(self) -> list[str]:
        """What the table lists, as the clients call it."""
        model = self.window._model
        return [model.transfer_at(place).name for place in range(model.rowCount())]

    async def _live(self, story) -> None:
        by_id = {client.client: client for client in self.clients}
        self.live = Live(lambda chosen: by_id[chosen.id])
        mapping = (PathMapping(remote="/downloads", local=self.mapped_to),)
        configs = [config(client, name=by_id[client].name, path_map=mapping) for client in by_id]
        self.live.configure(configs)

        async def bind(_bindings: object) -> None:
            """There is no config.toml here."""

        store = Store(f"sqlite:///{self.folder / 'mydia.sqlite3'}", actor="me@desk")
        self.records = Records(store, self.live, bind, self.folder / "torrents")
        self.records.identities.configure(configs)
        theme = Theme(self.app, self.appearance)
        async with asyncio.TaskGroup() as tasks:
            self.window = MainWindow(
                theme,
                self.live,
                self.records,
                lambda applied: pytest.fail(f"no settings are opened: {applied}"),
                tasks.create_task,
                state=WindowState(self.folder / "window.ini"),
                preferences=Preferences(),
                problems=[],
            )
            self.window.resize(1280, 800)
            self.window.show()
            ground = [tasks.create_task(part) for part in (self.live.run(), self.records.run(), self._follow())]
            await self.live.settled()
            await became(lambda: all(state.uuid for state in self.live.clients.values()))
            try:
                await story(self)
            finally:
                self.window.put_away()
                for task in ground:
                    task.cancel()
        await self.records.close()
        self.window.deleteLater()
        theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    async def _follow(self) -> None:
        async for update in self.live.feed():
            self.window.apply(update)
