"""The menu of downloads as it stands open."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from mydia_desktop.workflows.targets import Act
from tests.ui.action_room import ActionRoom

# The offscreen platform complains of menus and of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp):
    """A window over one client."""
    return ActionRoom(qapp)


def test_it_has_the_entries_of_the_specification_in_their_order(room):
    key = room.client.put("film")

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        entries = [action.text() or "-" for action in room.menu.actions() if action.isVisible()]
        assert entries == [
            "Show details",
            "Open folder",
            "-",
            *("Pause", "Resume", "Force start", "Retry"),
            "-",
            *("Move in queue", "Category", "Labels"),
            "-",
            *("Change movie or episode…", "Import to library"),
            "-",
            *("Copy magnet link", "Copy"),
            "-",
            *("Re-check files", "Re-announce"),
            "-",
            *("Cancel, keep partial files", "Cancel and delete files…"),
        ]
        assert [action.text() for action in room.actions.queue_menu.actions()] == ["Top", "Up", "Down", "Bottom"]
        assert [action.text() for action in room.actions.copy_menu.actions()] == ["Name", "Hash", "Path", "Row as text"]

    room.run(story)


def test_what_is_off_says_why_and_what_is_on_says_nothing_more(room):
    key = room.client.put("film")

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        room.menu.popup(QPoint(0, 0))
        for act, expected in ((Act.RESUME, "Not while it is downloading."), (Act.PAUSE, "")):
            QToolTip.hideText()
            at = room.menu.actionGeometry(room.actions[act]).center()
            room.menu.event(QHelpEvent(QHelpEvent.Type.ToolTip, at, room.menu.mapToGlobal(at)))
            assert QToolTip.text() == expected
            if expected:
                QToolTip.hideText()
                await room.until(lambda: not QToolTip.isVisible())
        room.menu.close()

    room.run(story)


def test_it_freezes_its_texts_until_it_is_closed(room):
    first = room.client.put("first")

    async def story(room):
        room.choose(first)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        room.menu.popup(QPoint(0, 0))
        room.client.remove(first)
        await room.until(lambda: first not in room.live.transfers)
        assert room.actions[Act.PAUSE].isEnabled()
        room.menu.close()
        await room.until(lambda: not room.actions[Act.PAUSE].isEnabled())

    room.run(story)


def test_opened_again_at_once_it_acts_on_what_is_chosen_then(room):
    first, second = room.client.put("first"), room.client.put("second")

    async def story(room):
        room.choose(first)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        room.menu.popup(QPoint(0, 0))
        room.menu.close()
        room.choose(second)
        room.menu.popup(QPoint(0, 0))
        room.choose(first)
        room.client.put("third")
        await room.until(lambda: len(room.live.transfers) == 3)
        room.menu.setActiveAction(room.actions[Act.PAUSE])
        QTest.keyClick(room.menu, Qt.Key.Key_Return)
        await room.until(lambda: room.client.commands)
        assert [command.keys for command in room.client.commands] == [(second,)]

    room.run(story)
