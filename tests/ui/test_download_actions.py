"""One set of actions: true to the selection, frozen while a menu is open, and only where the hand is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox

from mydia_desktop.domain.command import Command, Verb
from mydia_desktop.domain.transfer import Status
from mydia_desktop.workflows.targets import Act
from tests.memory_client import MemoryClient
from tests.ui.action_room import ActionRoom

# The offscreen platform complains of windows with a smallest size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp):
    """A window over one client."""
    return ActionRoom(qapp)


def sent(client):
    """What the client was told: verb and names of the keys."""
    return [(command.verb, command.keys) for command in client.commands]


def test_space_pauses_what_runs_and_resumes_it_again(room):
    key = room.client.put("film", status=Status.DOWNLOADING)

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        QTest.keyClick(room.view, Qt.Key.Key_Space)
        await room.until(lambda: room.live.transfers[key].status is Status.PAUSED)
        await room.until(room.actions[Act.RESUME].isEnabled)
        QTest.keyClick(room.view, Qt.Key.Key_Space)
        await room.until(lambda: room.live.transfers[key].status is Status.DOWNLOADING)
        assert sent(room.client) == [(Verb.PAUSE, (key,)), (Verb.RESUME, (key,))]
        assert room.said == []

    room.run(story)


def test_no_key_is_lost_that_comes_right_after_the_selection(room):
    """Home and Space may arrive together: with fast fingers in a busy moment, or from a program that types."""
    key = room.client.put("film", status=Status.DOWNLOADING)

    async def story(room):
        room.choose(key)
        assert not room.actions[Act.PAUSE].isEnabled(), "it was not looked at again yet"
        QTest.keyClick(room.view, Qt.Key.Key_Space)
        await room.until(lambda: room.live.transfers[key].status is Status.PAUSED)
        assert sent(room.client) == [(Verb.PAUSE, (key,))]

    room.run(story)


def test_space_pauses_where_both_are_possible(room):
    runs, rests = room.client.put("runs"), room.client.put("rests", status=Status.PAUSED)

    async def story(room):
        room.choose(runs, rests)
        await room.until(room.actions[Act.RESUME].isEnabled)
        assert room.actions[Act.RESUME].shortcuts() == []
        QTest.keyClick(room.view, Qt.Key.Key_Space)
        await room.until(lambda: room.live.transfers[runs].status is Status.PAUSED)
        assert sent(room.client) == [(Verb.PAUSE, (runs,))]

    room.run(story)


def test_the_shortcuts_leave_the_rest_of_the_window_alone(room):
    key = room.client.put("film")
    pressed = []

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        room.button.clicked.connect(lambda: pressed.append(True))
        room.button.setFocus()
        QTest.keyClick(room.button, Qt.Key.Key_Space)
        QTest.keyClick(room.button, Qt.Key.Key_Delete)
        assert pressed == [True]
        assert room.client.commands == []
        assert room.workflows.removals.rows == ()

    room.run(story)


def test_no_two_shortcuts_are_the_same(room):
    async def story(room):
        keys = [
            key
            for action in [*(room.actions[act] for act in Act), *room.actions.copies, room.actions.undo]
            for key in action.shortcuts()
        ]
        assert len(keys) - len(set(map(QKeySequence.toString, keys))) == 1  # Space, of which one is on at a time

    room.run(story)


def test_a_mixed_selection_says_how_many_it_fits_and_what_is_off_says_why(room):
    keys = [room.client.put(name, status=status) for name, status in [("a", Status.SEEDING), ("b", Status.PAUSED)]]

    async def story(room):
        room.choose(*keys)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        assert room.actions[Act.PAUSE].text() == "Pause 1 of 2"
        room.choose(keys[1])
        await room.until(lambda: not room.actions[Act.PAUSE].isEnabled())
        assert room.actions[Act.PAUSE].text() == "Pause"
        assert room.actions[Act.PAUSE].toolTip() == "Not while it is paused."
        room.choose()
        await room.until(lambda: not room.actions[Act.REMOVE].isEnabled())
        assert room.actions[Act.REMOVE].toolTip() == "No download is selected."

    room.run(story)


def test_what_is_not_finished_is_cancelled(room):
    half, whole = room.client.put("half"), room.client.put("whole", status=Status.SEEDING)

    async def story(room):
        room.choose(half)
        await room.until(lambda: room.actions[Act.REMOVE].text() == "Cancel, keep partial files")
        assert room.actions[Act.DELETE].text() == "Cancel and delete files…"
        room.choose(half, whole)
        await room.until(lambda: room.actions[Act.REMOVE].text() == "Remove, keep files")
        assert room.actions[Act.DELETE].text() == "Delete with files…"

    room.run(story)


def test_a_verb_that_no_client_has_is_not_shown(qapp):
    able = frozenset(Verb) - {Verb.SET_CATEGORY, Verb.QUEUE_TOP, Verb.QUEUE_UP, Verb.QUEUE_DOWN, Verb.QUEUE_BOTTOM}
    room = ActionRoom(qapp, [MemoryClient("nas", name="NAS", verbs=able)])

    async def story(room):
        await room.until(lambda: not room.actions[Act.SET_CATEGORY].isVisible())
        assert not room.actions.queue_menu.menuAction().isVisible()
        assert room.actions[Act.SET_LABELS].isVisible()

    room.run(story)


def test_a_menu_acts_on_what_it_showed_when_it_opened(room):
    first, second = room.client.put("first"), room.client.put("second")

    async def story(room):
        room.choose(first)
        await room.until(room.actions[Act.PAUSE].isEnabled)
        room.menu.popup(room.window.pos())
        room.choose(second)
        room.client.put("third")
        await room.until(lambda: len(room.live.transfers) == 3)
        assert room.actions[Act.PAUSE].text() == "Pause"
        room.menu.setActiveAction(room.actions[Act.PAUSE])
        QTest.keyClick(room.menu, Qt.Key.Key_Return)
        await room.until(lambda: room.client.commands)
        assert sent(room.client) == [(Verb.PAUSE, (first,))]
        await room.until(lambda: room.workflows.actions.in_flight == {})
        QTest.keyClick(room.view, Qt.Key.Key_Space)
        await room.until(lambda: len(room.client.commands) == 2)
        assert sent(room.client)[1] == (Verb.PAUSE, (second,))

    room.run(story)


def test_removing_says_so_counts_down_and_is_undone_by_its_shortcut(room):
    key = room.client.put("Detour", status=Status.SEEDING)

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.REMOVE].isEnabled)
        QTest.keyClick(room.view, Qt.Key.Key_Delete)
        assert room.said == ["Removing Detour from Seedbox in 6 s. Files stay."]
        await room.until(lambda: room.said == ["Removing Detour from Seedbox in 5 s. Files stay."])
        assert not room.actions[Act.PAUSE].isEnabled()
        assert room.actions.undo.isEnabled()
        QTest.keyClick(room.button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert room.said == []
        assert room.client.commands == []
        await room.until(room.actions[Act.REMOVE].isEnabled)

    room.run(story)


def test_a_removal_is_dropped_when_the_row_was_added_anew(room):
    key = room.client.put("Detour", status=Status.SEEDING, added_at=1)

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.REMOVE].isEnabled)
        room.actions[Act.REMOVE].trigger()
        room.client.change(key, added_at=2)
        await room.until(lambda: not room.workflows.removals.rows)
        assert room.said == ["Detour was added anew in Seedbox and stays."]
        assert room.client.commands == []

    room.run(story)


def test_deleting_asks_first_and_sends_only_when_agreed(room):
    key = room.client.put("film", status=Status.SEEDING)

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.DELETE].isEnabled)
        QTest.keyClick(room.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
        dialog = room.window.findChild(QDialog)
        assert dialog.focusWidget() is dialog.keep_button
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert room.client.commands == []
        room.actions[Act.DELETE].trigger()
        next(d for d in room.window.findChildren(QDialog) if d.isVisible()).delete_button.click()
        await room.until(lambda: key not in room.live.transfers)
        assert room.client.erased == ["film"]

    room.run(story)


def test_a_refusal_is_told_and_its_button_tries_again(room):
    key = room.client.put("film")

    async def story(room):
        room.choose(key)
        await room.until(room.actions[Act.SET_LABELS].isEnabled)
        room.actions.label_menu.aboutToShow.emit()
        room.actions.label_menu.added.emit("a,b")
        await room.until(lambda: bool(room.said))
        assert room.said == ["Seedbox refused to set the labels of film: A label in Seedbox can't have a comma."]
        room.toasts.shown[0].button.click()
        await room.until(lambda: len(room.client.commands) == 2)
        assert room.client.commands[0] == room.client.commands[1]

    room.run(story)


def test_a_category_is_set_said_and_undone(room):
    film, other = room.client.put("film", category="films"), room.client.put("other", category="old")

    async def story(room):
        room.choose(film, other)
        await room.until(room.actions[Act.SET_CATEGORY].isEnabled)
        menu = room.actions.category_menu
        menu.aboutToShow.emit()
        entries = [action.text() for action in menu.actions() if action.text()]
        assert entries == ["None", "films", "old", "New category…"]
        next(action for action in menu.actions() if action.text() == "films").trigger()
        await room.until(lambda: room.live.transfers[other].category == "films")
        assert [(command.verb, command.keys) for command in room.client.commands] == [(Verb.SET_CATEGORY, (other,))]
        await room.until(lambda: room.said == ["film and other: category films."])
        room.actions.undo.trigger()
        await room.until(lambda: room.live.transfers[other].category == "old")
        assert room.live.transfers[film].category == "films"

    room.run(story)


def test_a_new_category_goes_to_what_was_chosen_when_it_was_asked_for(room):
    film, other = room.client.put("film"), room.client.put("other")

    async def story(room):
        room.choose(film)
        await room.until(room.actions[Act.SET_CATEGORY].isEnabled)
        menu = room.actions.category_menu
        menu.aboutToShow.emit()
        menu.actions()[-1].trigger()
        dialog = room.window.findChild(QInputDialog)
        room.choose(other)
        dialog.setTextValue("  R&B  ")
        dialog.accept()
        await room.until(lambda: room.live.transfers[film].category == "R&B")
        assert room.live.transfers[other].category is None
        menu.fill(["R&B"], [])
        assert "R&&B" in [action.text() for action in menu.actions()]

    room.run(story)


def test_labels_are_added_and_taken_row_by_row(room):
    film, other = room.client.put("film", labels=("new", "silent")), room.client.put("other", labels=("new",))

    async def story(room):
        room.choose(film, other)
        await room.until(room.actions[Act.SET_LABELS].isEnabled)
        menu = room.actions.label_menu
        menu.aboutToShow.emit()
        ticks = {action.text(): action.isChecked() for action in menu.actions() if action.isCheckable()}
        assert ticks == {"new": True, "silent": False}
        next(action for action in menu.actions() if action.text() == "new").trigger()
        await room.until(lambda: room.live.transfers[other].labels == ())
        assert room.live.transfers[film].labels == ("silent",)
        menu.added.emit("1922")
        await room.until(lambda: room.live.transfers[other].labels == ("1922",))
        await room.until(lambda: set(room.live.transfers[film].labels) == {"1922", "silent"})

    room.run(story)


def test_missing_files_that_stay_missing_are_downloaded_again_only_after_a_question(room):
    key = room.client.put("film", status=Status.MISSING, progress=0.0, done=False)

    async def story(room):
        room.workflows.retries._unseen = 0.2
        room.choose(key)
        await room.until(room.actions[Act.RETRY].isEnabled)
        room.actions[Act.RETRY].trigger()
        await room.until(lambda: bool(room.said))
        assert room.said == ["No data found on Seedbox for film. It was not started."]
        assert [command.verb for command in room.client.commands] == [Verb.PAUSE, Verb.RECHECK]
        room.toasts.shown[0].button.click()
        box = room.window.findChild(QMessageBox)
        assert "film" in box.text()
        next(button for button in box.buttons() if "again" in button.text()).click()
        await room.until(lambda: Command(verb=Verb.RESUME, keys=(key,)) in room.client.commands)

    room.run(story)


def test_an_act_for_given_rows_is_done_as_far_as_it_fits(room):
    film, other = room.client.put("film", status=Status.FAILED), room.client.put("other")

    async def story(room):
        await room.until(lambda: len(room.live.transfers) == 2)
        room.actions.do(Act.RETRY, [film, other])
        await room.until(lambda: bool(room.client.commands))
        assert sent(room.client) == [(Verb.RESUME, (film,))]

    room.run(story)
