"""The import from Mydia as a person goes through it."""

from __future__ import annotations

import asyncio
import gc

import pytest
import qasync
from PySide6.QtWidgets import QMainWindow

from mydia_desktop.domain.record import ClientUuid
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.store.database import Store
from mydia_desktop.ui.mydia_import_dialog import MydiaImportDialog
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.mydia_import import Fate, MydiaImport
from tests.mydia_files import MydiaFile
from tests.ui.shell_values import state

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAS = state(ClientId("nas"), "NAS", uuid=ClientUuid("uuid of nas"), url="http://nas.example:9091")


class Room:
    """The dialog over a real database, in a running loop."""

    def __init__(self, app, folder):
        self.app, self.folder = app, folder
        self.file = MydiaFile(folder / "mydia.db")
        self.file.fill(downloads=160)
        self.added = []

    def run(self, story):
        loop = qasync.QEventLoop(self.app)
        try:
            loop.run_until_complete(asyncio.wait_for(self._live(story), 30))
        finally:
            loop.close()
            self.window.deleteLater()
            self.theme.deleteLater()
            del self.dialog, self.window, self.theme
            gc.collect()  # here: the thread of the next test's database must not find widgets in the garbage

    async def until(self, condition):
        """Wait until the condition holds; it is looked at whenever some work has ended."""
        async with asyncio.timeout(20):
            while not condition():
                self.ended.clear()
                await self.ended.wait()

    async def _live(self, story):
        store = Store(f"sqlite:///{self.folder / 'ours.sqlite3'}", actor="me@desk")
        await store.open()
        self.window, self.theme = QMainWindow(), Theme(self.app, "light")

        async def add(clients):
            self.added += clients

        async def took(_brought):
            return

        self.ended = asyncio.Event()

        async def told(work):
            await work
            self.ended.set()

        def spawn(work):
            tasks.create_task(told(work))

        work = MydiaImport(store, clients=lambda: [NAS], add_clients=add, took=took)
        async with asyncio.TaskGroup() as tasks:
            self.dialog = MydiaImportDialog(self.theme, work, spawn, self.window)
            self.dialog.show()
            await story(self)
            self.dialog.close()
        await store.close()


@pytest.fixture
def room(qapp, tmp_path):
    return Room(qapp, tmp_path)


def test_nothing_can_be_imported_before_a_file_was_read(room):
    async def story(room):
        assert not room.dialog.import_button.isEnabled()
        room.dialog.open_file(room.folder / "nothing.db")
        await room.until(room.dialog.problem.text)
        assert room.dialog.problem.text() == f"{room.folder / 'nothing.db'} is not there."
        assert not room.dialog.import_button.isEnabled()

    room.run(story)


def test_it_says_what_would_come_then_what_came(room):
    async def story(room):
        dialog = room.dialog
        dialog.open_file(room.file.path)
        await room.until(dialog.import_button.isEnabled)
        assert dialog.summary.text().splitlines() == [
            "Movies and shows: 68 new, 0 known already",
            "Episodes: 60 new, 0 known already",
            "Downloads: 80 new, 0 known already",
            "40 downloads of clients that are left out do not come.",
            "Clients added: Seedbox",
        ]
        assert dialog.left_out.text() == (
            "Left out: 1 movies or shows without a title, 40 downloads that no client ever had."
        )
        dialog.import_button.click()
        await room.until(lambda: dialog.summary.text().startswith("Imported."))
        assert "Downloads: 80 new" in dialog.summary.text()
        assert dialog.cancel_button.text() == "Close"
        assert [config.name for config, _ in room.added] == ["Seedbox"]

    room.run(story)


def test_a_choice_changes_what_would_come(room):
    async def story(room):
        dialog = room.dialog
        dialog.open_file(room.file.path)
        await room.until(dialog.import_button.isEnabled)
        dialog.choose("Seedbox", Fate.LEAVE)
        await room.until(lambda: "Downloads: 40 new" in dialog.summary.text())
        assert "80 downloads of clients that are left out" in dialog.summary.text()

    room.run(story)
