"""Changing what the library says of a movie, a show or an episode."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.ui.library.edit_dialog import EpisodeDialog, ItemDialog
from mydia_desktop.ui.theme import Theme
from tests.ui.library_room import episode
from tests.ui.shell_values import subject

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOSFERATU = subject("Nosferatu", year=1922).item
FIRST, SECOND = episode("Dragnet", 1, 1, "The Human Bomb"), episode("Dragnet", 1, 2)


class Library:
    """Writes down what it is to save, or says why it can't."""

    def __init__(self):
        self.saved = []
        self.problem = ""

    async def save(self, thing):
        if self.problem:
            raise StoreUnavailableError(self.problem)
        self.saved.append(thing)


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def opened(qtbot, qapp):
    """Shows a dialog."""

    def opened(kind, *about):
        dialog = kind(Theme(qapp, "light"), asyncio.run, *about)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return opened


def write(edit, text):
    edit.selectAll()
    edit.clear()
    QTest.keyClicks(edit, text)


def test_title_and_year_are_saved_and_everything_else_stays(opened, library):
    dialog = opened(ItemDialog, NOSFERATU, library.save)
    assert not dialog.save.isEnabled()
    write(dialog.year, "1921")
    write(dialog.title, " Nosferatu, a Symphony of Horror ")
    dialog.save.click()
    saved = library.saved[0]
    assert (saved.id, saved.title, saved.year) == (NOSFERATU.id, "Nosferatu, a Symphony of Horror", 1921)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_keyboard_begins_in_the_title_and_ends_at_the_buttons(opened, library):
    dialog = opened(ItemDialog, NOSFERATU, library.save)
    assert dialog.focusWidget() is dialog.title
    assert dialog.title.selectedText() == "Nosferatu"
    QTest.keyClicks(dialog.focusWidget(), "Nosferatu!")
    order = []
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        order.append(dialog.focusWidget())
    assert order == [dialog.original, dialog.year, dialog.cancel, dialog.save]


@pytest.mark.parametrize("year", ["19", "abcd", "9999"])
def test_a_year_that_is_none_is_not_saved(opened, library, year):
    dialog = opened(ItemDialog, NOSFERATU, library.save)
    write(dialog.year, year)
    assert not dialog.save.isEnabled()
    assert "Four digits" in dialog.year.accessibleDescription()
    write(dialog.year, "")
    assert dialog.save.isEnabled()


def test_nothing_is_left_without_a_title(opened, library):
    dialog = opened(ItemDialog, NOSFERATU, library.save)
    write(dialog.title, "  ")
    assert not dialog.save.isEnabled()
    assert dialog.title.accessibleDescription()


def test_an_episode_gets_another_number_but_not_one_that_is_taken(opened, library):
    dialog = opened(EpisodeDialog, SECOND, (FIRST, SECOND), library.save)
    write(dialog.number, "1")
    assert not dialog.save.isEnabled()
    assert "another episode" in dialog.number.accessibleDescription()
    write(dialog.season, "0")
    dialog.save.click()
    assert [(each.id, each.season, each.number) for each in library.saved] == [(SECOND.id, 0, 1)]


def test_what_can_not_be_saved_stays_with_the_reason(opened, library):
    library.problem = "The disk is full."
    dialog = opened(ItemDialog, NOSFERATU, library.save)
    write(dialog.title, "Nosferatu!")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.problem.text() == "The disk is full."
    assert dialog.save.isEnabled()
    library.problem = ""
    dialog.save.click()
    assert [each.title for each in library.saved] == ["Nosferatu!"]
    assert QApplication.activeModalWidget() is None
