"""The Library page of the settings: what is recognised by itself, and which database remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.config.database import DatabasePlace, database_place, read_database_url
from mydia_desktop.config.preferences import Preferences, RecordRules
from mydia_desktop.ui.settings.library_page import LibraryPage
from tests.ui.settings_room import Room, heard
from tests.ui.stage import on_stage

pytestmark = pytest.mark.usefixtures("qapp")

OWN = Path("/home/me/mydia.sqlite3")


def page_of(url: str | None = "", **preferences) -> LibraryPage:
    return LibraryPage(Preferences(records=RecordRules(**preferences)), database_place(url, own=OWN))


def test_nothing_is_recognised_unless_somebody_wants_it():
    assert not page_of().adopt.isChecked()
    assert page_of(adopt_automatically=True).adopt.isChecked()


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("", str(OWN)),
        ("postgresql://me:secret@db.local/mydia", "PostgreSQL at db.local, database mydia, shared"),
        ("postgres://me:secret@db.local:5433/my%20dia", "PostgreSQL at db.local:5433, database my dia, shared"),
        ("postgresql://me@[fd00::1]:5432/mydia?password=secret", "PostgreSQL at [fd00::1]:5432, database mydia"),
    ],
)
def test_it_says_which_database_is_used_and_nothing_that_lets_anybody_in(url, place):
    page = page_of(read_database_url(url))
    for said in (page.database.text(), page.database.accessibleName()):
        assert place in said
        assert "secret" not in said
        assert "me@" not in said
    assert "secret" not in repr(database_place(read_database_url(url), own=OWN))


def test_an_address_that_makes_no_sense_is_said_to_be_no_database():
    assert page_of(None).database.text() == "None, as long as database_url in config.toml is not understood"


def test_a_database_that_can_not_be_used_says_why(qtbot):
    page = page_of()
    with on_stage(qtbot, page, 740, 500):
        assert page.problem.isHidden()
        page.set_problem("mydia.sqlite3 is damaged.", Path("/home/me/before"))
        assert page.problem.isVisible()
        assert page.problem.text.text() == "mydia.sqlite3 is damaged.\nA copy as it was before: /home/me/before"
        page.set_problem("", None)
        assert page.problem.isHidden()


def test_a_file_can_be_called_anything():
    page = LibraryPage(Preferences(), DatabasePlace(file=Path("/home/<b>me</b>/\u202ex.sqlite3")))
    assert page.database.text() == "/home/<b>me</b>/\ufffdx.sqlite3"
    assert page.database.textFormat() is Qt.TextFormat.PlainText


def test_it_is_switched_on_by_keyboard_and_in_force_with_save(qapp, tmp_path):
    """The file says it as a person would."""
    room = Room(qapp, tmp_path / "config.toml")

    async def story(dialog):
        dialog.pages.setCurrentRow(1)
        assert not dialog.save.isEnabled()
        dialog.library.adopt.setFocus()
        QTest.keyClick(dialog.library.adopt, Qt.Key.Key_Space)
        assert dialog.save.isEnabled()
        dialog.appearance.theme.setCurrentText("Dark")
        dialog.save.click()
        await heard(dialog.finished, lambda: not dialog.isVisible())

    room.run(story)
    chosen = Preferences(appearance=AppearanceRules(theme="dark"), records=RecordRules(adopt_automatically=True))
    assert room.settings.preferences == chosen
    assert [in_force.preferences for in_force, _ in room.applied] == [chosen]
    assert "adopt_automatically = true" in room.config_file.read_text()


def test_what_could_not_be_saved_is_said_where_it_is_seen(qapp, tmp_path):
    """The reason stands on the page of the clients, so that page is opened."""
    room = Room(qapp, tmp_path / "config.toml")

    async def story(dialog):
        dialog.pages.setCurrentRow(1)
        dialog.library.adopt.click()
        room.config_file.write_text("[[clients]\n")
        dialog.save.click()
        await heard(dialog.pages.currentRowChanged, dialog.clients.result.isVisible)
        assert dialog.save.isEnabled()

    room.run(story)
    assert room.applied == []
