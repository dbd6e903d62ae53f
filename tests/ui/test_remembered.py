"""Library and History, and when they look."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.remembered import Remembered
from mydia_desktop.ui.theme import Theme
from tests.ui.library_room import LibraryInMemory
from tests.ui.shell_values import NAS, NOW, record, row, state, subject, update

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOSFERATU = subject("Nosferatu", year=1922)


class Log:
    """Counts how often it is read."""

    def __init__(self):
        self.read = 0

    async def page(self, text, before):  # noqa: ARG002 - as the workflow of this name
        self.read += 1
        return []


@pytest.fixture
def room(qtbot, qapp):
    """Both pages over a library and a log in memory."""
    window = QWidget()
    qtbot.addWidget(window)
    live = SimpleNamespace(clients={}, key_of=lambda record: row(NAS, record[-1]).key, find=lambda _names: [])
    work = SimpleNamespace(live=live, library=LibraryInMemory(), history=Log(), keeper=SimpleNamespace(problem=""))
    downloads = DownloadsModel(clock=lambda: NOW)
    pages = Remembered(Theme(qapp, "light"), work, downloads, asyncio.run, window)
    return SimpleNamespace(work=work, downloads=downloads, pages=pages, window=window)


def test_the_library_shows_the_rows_of_the_table(room):
    film, known = row(NAS, 1), record(1, NOSFERATU)
    room.work.library.remember(known)
    news = update(film, clients=(state(),), records={film: known})
    room.downloads.apply(news)
    room.pages.apply(news)
    model = room.pages.library_model
    assert model.index(0, 1).data() == "Seeding"
    gone = update(removed=(film,))
    room.downloads.apply(gone)
    room.pages.apply(gone)
    assert model.index(0, 1).data() == ""


def test_law_5_the_log_is_read_only_while_it_is_looked_at(room):
    for _ in range(10):
        room.pages.tick(NOW)
    assert room.work.history.read == 0
    room.pages.show(Filter(view=View.HISTORY))
    before = room.work.history.read
    for _ in range(6):
        room.pages.tick(NOW)
    assert room.work.history.read == before + 2
    room.pages.show(Filter(view=View.ALL))
    for _ in range(6):
        room.pages.tick(NOW)
    assert room.work.history.read == before + 2


def test_the_search_is_of_the_page_that_is_shown(room):
    room.work.library.put(NOSFERATU, subject("Detour"))
    room.pages.show(Filter(view=View.ALL, text="detour"))
    assert room.pages.library_model.movies == 2
    room.pages.show(Filter(view=View.LIBRARY, text="detour"))
    assert room.pages.library_model.movies == 1
    room.pages.show(Filter(view=View.HISTORY, text="detour"))
    assert room.pages.history_model.text == "detour"


def test_one_dialog_at_a_time_edits_what_the_library_says(room, qtbot):
    room.work.library.put(NOSFERATU)
    room.window.show()
    node = room.pages.library_model.node_at(room.pages.library_model.index(0, 0))
    room.pages.edit(node)
    dialog = room.pages._dialog
    room.pages.edit(node)
    assert room.pages._dialog is dialog
    dialog.title.setText("Nosferatu, a Symphony of Horror")
    dialog.save.click()
    qtbot.waitUntil(lambda: room.pages._dialog is None)
    assert room.pages.library_model.index(0, 0).data() == "Nosferatu, a Symphony of Horror 1922"
