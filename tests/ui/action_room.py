"""A window with the actions on downloads over clients in memory, in a running Qt event loop."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import qasync
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QTableView, QVBoxLayout, QWidget

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.action_runner import ActionRunner
from mydia_desktop.ui.context_menu import DownloadMenu
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.naming import by_release
from mydia_desktop.ui.notice_toasts import NoticeToasts
from mydia_desktop.ui.open_folder import FolderOpener
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts
from mydia_desktop.workflows.downloads import DownloadWorkflows
from tests.memory_client import MemoryClient
from tests.records import empty_records

PATIENCE_S = 30


@dataclass
class ActionRoom:
    """Set the clients up, then ``run`` a story. ``selected`` are the chosen keys, as a list would have them."""

    app: QApplication
    clients: list[MemoryClient] = field(default_factory=lambda: [MemoryClient("seedbox", name="Seedbox")])
    appearance: str = "light"
    selected: list = field(default_factory=list)

    def run(self, story: Callable[[ActionRoom], Awaitable[None]]) -> None:
        """Live the story, and wait for everything it set off."""
        loop = qasync.QEventLoop(self.app)
        gc.disable()  # as the program does: the database's thread must not find a widget in the garbage
        try:
            loop.run_until_complete(asyncio.wait_for(self._live(story), 2 * PATIENCE_S))
        finally:
            gc.enable()
            loop.close()
            self.window.close()  # not before: Qt would end the loop with its last window
            self.window.deleteLater()
            self.theme.deleteLater()

    @property
    def client(self) -> MemoryClient:
        """The only client, or the first."""
        return self.clients[0]

    def choose(self, *keys) -> None:
        """Select these rows."""
        self.selected = list(keys)
        self.actions.refresh()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until the condition holds; it is looked at whenever a client has said something."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                self._news.clear()
                await self._news.wait()

    @property
    def said(self) -> list[str]:
        """What the messages say now."""
        return [toast.text for toast in self.toasts.shown]

    async def _live(self, story) -> None:
        self._news = asyncio.Event()
        by_id = {client.client: client for client in self.clients}
        self.live = Live(lambda config: by_id[config.id])
        self.configs = [
            ClientConfig(
                id=ClientId(client.client),
                kind="transmission",
                name=client.name,
                url="http://192.0.2.1:9091",
                refresh_seconds=0.05,
            )
            for client in self.clients
        ]
        self.live.configure(self.configs)
        async with empty_records(self.live) as records, asyncio.TaskGroup() as tasks:
            self._build(tasks, records)
            ground = [tasks.create_task(self.live.run()), tasks.create_task(self._follow())]
            await self.live.settled()
            try:
                await story(self)
            finally:
                self.workflows.close()
                for task in ground:
                    task.cancel()

    def _build(self, tasks, records) -> None:
        def spawn(work):
            tasks.create_task(work)

        self.theme = Theme(self.app, self.appearance)
        self.window = QMainWindow()
        self.window.resize(900, 600)
        self.host = QWidget()
        self.window.setCentralWidget(self.host)
        self.view, self.button = QTableView(), QPushButton("elsewhere")
        column = QVBoxLayout(self.host)
        column.addWidget(self.view, 1)
        column.addWidget(self.button)
        self.toasts = Toasts(self.theme, self.host)
        notices = NoticeToasts(self.toasts, by_release)
        self.workflows = DownloadWorkflows(self.live, records, notices.tell, spawn)
        self.folders = FolderOpener(self.toasts, lambda: self.configs)
        runner = ActionRunner(
            self.theme,
            self.workflows,
            self.toasts,
            notices,
            self.folders,
            by_release,
            spawn=spawn,
            units=lambda: Units.BINARY,
            window=self.window,
        )
        self.actions = DownloadActions(
            self.theme, runner, selection=lambda: self.selected, units=lambda: Units.BINARY, window=self.window
        )
        self.actions.install(self.view)
        self.menu = DownloadMenu(self.actions, self.window)
        self.window.show()
        self.view.setFocus()

    async def _follow(self) -> None:
        async for update in self.live.feed():
            self.workflows.apply(update)
            self.actions.refresh()
            self._news.set()
