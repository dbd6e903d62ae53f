"""Choosing views and filters at the left of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import Filter, Media, View
from mydia_desktop.ui.row import Memory
from mydia_desktop.ui.sidebar import Sidebar
from mydia_desktop.ui.tally import Tally
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, SEEDBOX, record, row, silent, state, subject, update
from tests.ui.stage import on_stage

ROWS = (
    row(NAS, 1, Status.DOWNLOADING, category="movies"),
    row(NAS, 2, Status.SEEDING, category="tv"),
    row(SEEDBOX, 3, Status.FAILED, category="movies"),
)
RECORDS = {
    ROWS[0]: record(1, subject("Nosferatu", year=1922)),
    ROWS[1]: record(2, subject("One Step Beyond", season=2, episodes=(7,))),
}


@pytest.fixture
def sidebar(qtbot, qapp):
    sidebar = Sidebar(Theme(qapp, "light"))
    show_counts(sidebar, state(), state(SEEDBOX, "Seedbox"))
    with on_stage(qtbot, sidebar, 212, 700):
        yield sidebar


def show_counts(sidebar, *clients, rows=ROWS):
    tally = Tally()
    tally.apply(update(*rows, clients=clients, records=RECORDS))
    sidebar.set_counts(tally.counts(), {each.id: each for each in clients})


def lines(sidebar):
    """What a screen reader finds, from the top."""
    return [stop.accessibleName() for stop in sidebar._stops()]


def line(sidebar, name):
    return next(stop for stop in sidebar._stops() if stop.accessibleName().split(", ")[0] == name)


def click(sidebar, name, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(line(sidebar, name), Qt.MouseButton.LeftButton, modifiers)
    return sidebar.filter


CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_line_says_its_name_and_its_number(sidebar):
    """Views first; filters that would show nothing are not there."""
    assert lines(sidebar) == [
        "All downloads, 3",
        "Queue, 2",
        "Completed, 1",
        "Issues, 1",
        "Library",
        "History",
        "Status",
        "Downloading, 1",
        "Seeding, 1",
        "Failed, 1",
        "Client",
        "NAS, 2",
        "Seedbox, 1",
        "Media",
        "Movies, 1",
        "Episodes, 1",
        "Not matched, 1",
        "Category",
        "movies, 2",
        "tv, 1",
    ]


def test_a_click_chooses_and_ctrl_click_adds_inside_the_group(sidebar, qtbot):
    """Alternatives inside a group, all groups together; the words searched for stay."""
    sidebar.set_filter(Filter(text="night"))
    with qtbot.waitSignal(sidebar.filter_changed) as told:
        click(sidebar, "Downloading")
    assert told.args == [Filter(text="night", statuses=frozenset({Status.DOWNLOADING}))]
    click(sidebar, "Failed", CTRL)
    assert click(sidebar, "NAS") == Filter(
        text="night", statuses=frozenset({Status.DOWNLOADING, Status.FAILED}), clients=frozenset({NAS})
    )
    assert click(sidebar, "Seeding").statuses == frozenset({Status.SEEDING})
    assert click(sidebar, "Seeding").statuses == frozenset()
    assert click(sidebar, "NAS", CTRL).clients == frozenset()
    assert click(sidebar, "Issues").view is View.ISSUES


def test_downloads_are_chosen_by_what_they_are_for(sidebar):
    """And what nobody has tied to anything yet."""
    assert click(sidebar, "Movies").media == frozenset({Media.MOVIES})
    assert click(sidebar, "Not matched", CTRL).media == frozenset({Media.MOVIES, Media.UNMATCHED})


def test_until_the_database_was_read_nobody_is_said_to_be_not_matched(sidebar):
    sidebar.set_memory(Memory.READING)
    assert "Not matched, 1" not in lines(sidebar)
    sidebar.set_memory(Memory.READ)
    assert "Not matched, 1" in lines(sidebar)


def test_the_filters_of_downloads_do_not_narrow_what_is_remembered(sidebar):
    """Library and History leave them behind; choosing one of them leads back to the downloads."""
    sidebar.set_filter(Filter(view=View.QUEUE, text="night", clients=frozenset({NAS})))
    assert click(sidebar, "Library") == Filter(view=View.LIBRARY, text="night")
    assert click(sidebar, "NAS") == Filter(view=View.ALL, text="night", clients=frozenset({NAS}))
    assert click(sidebar, "History") == Filter(view=View.HISTORY, text="night")
    assert click(sidebar, "Queue") == Filter(view=View.QUEUE, text="night")


def test_a_silent_clients_downloads_are_chosen_by_not_live(sidebar):
    """They stand in the Status group, first."""
    show_counts(sidebar, state(), silent())
    assert "Not live, 1" in lines(sidebar)
    assert "Seedbox, 1, Not live" in lines(sidebar)
    assert click(sidebar, "Not live").not_live
    chosen = click(sidebar, "Seeding", CTRL)
    assert (chosen.not_live, chosen.statuses) == (True, frozenset({Status.SEEDING}))
    assert not click(sidebar, "Downloading").not_live


def test_an_active_filter_stays_when_it_matches_nothing_any_more(sidebar):
    """Else nobody could see what hides everything, or undo it."""
    click(sidebar, "Downloading")
    show_counts(sidebar, state(), state(SEEDBOX, "Seedbox"), rows=ROWS[1:])
    assert "Downloading, 0" in lines(sidebar)
    click(sidebar, "Downloading")
    assert "Downloading, 0" not in lines(sidebar)


def test_a_screen_reader_presses_like_a_click(sidebar):
    """It knows no modifiers."""
    line(sidebar, "Failed").click()
    assert sidebar.filter == Filter(statuses=frozenset({Status.FAILED}))
    assert line(sidebar, "Failed").isChecked()


def test_the_keyboard_does_all_the_mouse_does(sidebar):
    """One stop for Tab; arrows walk, Enter chooses, Ctrl+Space adds, Left folds."""
    takes_tab = [stop for stop in sidebar._stops() if stop.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(takes_tab) == 1
    takes_tab[0].setFocus(Qt.FocusReason.TabFocusReason)

    def press(key, times=1, modifiers=Qt.KeyboardModifier.NoModifier):
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        return QApplication.focusWidget().accessibleName()

    assert press(Qt.Key.Key_Down, 7) == "Downloading, 1"
    press(Qt.Key.Key_Return)
    assert press(Qt.Key.Key_Down) == "Seeding, 1"
    press(Qt.Key.Key_Space, modifiers=CTRL)
    assert sidebar.filter.statuses == frozenset({Status.DOWNLOADING, Status.SEEDING})
    assert press(Qt.Key.Key_End) == "tv, 1"
    assert press(Qt.Key.Key_Up, 2) == "Category"
    press(Qt.Key.Key_Left)
    assert "tv, 1" not in lines(sidebar)
    assert sidebar.folds() == {"category"}
    assert press(Qt.Key.Key_Home) == "All downloads, 3"
    assert [stop.focusPolicy() != Qt.FocusPolicy.NoFocus for stop in sidebar._stops()].count(True) == 1


def test_going_to_the_sidebar_leads_to_the_line_last_visited(sidebar):
    """So does F6."""
    sidebar._focus.visit(line(sidebar, "NAS"))
    sidebar.clearFocus()
    sidebar.setFocus()
    assert QApplication.focusWidget().accessibleName() == "NAS, 2"


def test_the_focus_stays_in_the_sidebar_when_its_line_goes(sidebar):
    """A filter may vanish under the hand with its last download."""
    sidebar._focus.visit(line(sidebar, "Failed"))
    show_counts(sidebar, state(), state(SEEDBOX, "Seedbox"), rows=ROWS[:2])
    assert QApplication.focusWidget() is sidebar.views[View.ALL]


def test_folds_come_back_as_they_were(sidebar, qtbot):
    """What is kept between two starts is the groups' names."""
    with qtbot.waitSignal(sidebar.folds_changed):
        QTest.mouseClick(sidebar.groups["status"].heading, Qt.MouseButton.LeftButton)
    kept = sidebar.folds()
    other = Sidebar(sidebar._theme)
    qtbot.addWidget(other)
    other.set_folds([*kept, "a group of a later version"])
    assert other.folds() == {"status"}


def test_a_narrow_sidebar_says_in_tool_tips_what_it_has_no_room_for(sidebar):
    """56 pixels, icons only, the same lines."""
    headings = {"Status", "Client", "Media", "Category"}
    before = [name for name in lines(sidebar) if name not in headings]
    sidebar.set_folded(folded=True)
    assert sidebar.maximumWidth() == 56
    assert lines(sidebar) == before
    assert {stop.toolTip() for stop in sidebar._stops()} == {f"<qt>{name}</qt>" for name in before}


def test_names_from_outside_are_shown_harmless(sidebar):
    """A category is whatever somebody called it."""
    show_counts(sidebar, state(), rows=(row(NAS, 1, category="<b>evil\u202egnp"),))
    sidebar.set_folded(folded=True)
    evil = line(sidebar, "<b>evil\ufffdgnp")
    assert evil.toolTip() == "<qt>&lt;b&gt;evil\ufffdgnp, 1</qt>"
