"""Downloads that are still waited for although their client answered without them: in Issues, and what can be done."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mydia_desktop.domain.media import MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.record import ClientUuid, Record, RecordId
from mydia_desktop.domain.snapshot import Gone, Update
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import Filter
from mydia_desktop.ui.gone_menu import GoneMenu
from mydia_desktop.ui.issue_groups import GroupId
from mydia_desktop.ui.issues_model import IssueColumn, IssuesModel
from mydia_desktop.ui.issues_view import IssuesView
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, NOW, SEEDBOX, row, silent, state, update
from tests.ui.stage import on_stage

# The offscreen platform complains of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DAY = 86_400


def record(number, title="", **changes):
    values = {
        "id": RecordId(str(number)),
        "title": title or f"Release {number}",
        "client_uuid": ClientUuid("uuid of nas"),
        "last_name": title or f"Release {number}",
        "last_save_path": "/srv/movies",
        "inserted_at": int(NOW) - DAY,
    }
    return Record(**(values | changes))


NOSFERATU = record(
    1,
    "Nosferatu.1922.1080p-CINEMATHEQUE",
    subject=Subject(item=MediaItem(id=MediaId("1"), type=MediaType.MOVIE, title="Nosferatu", year=1922)),
)
DETOUR = record(2, "Detour.1945.720p-ARCHIVE")


def gone(*records, client=NAS, doubted=False):
    return Update(
        changed={}, removed=frozenset(), gone=(Gone(client=client, records=records, doubted=doubted, of=len(records)),)
    )


def nothing_gone():
    return Update(changed={}, removed=frozenset(), gone=())


@pytest.fixture
def model(qtmodeltester):
    """A model that Qt's own tester watches until the end, with one client that is live and one that is not."""
    model = IssuesModel()
    qtmodeltester.check(model)
    model.apply(update(clients=(state(), silent())))
    return model


def says(model):
    model.tick(NOW)
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_what_is_gone_stands_above_all_else_under_its_client(model):
    model.apply(update(row(NAS, 9, Status.FAILED)))
    model.apply(gone(NOSFERATU, DETOUR))
    assert says(model) == [
        "No longer in NAS. 2 downloads. It answered without them, and somebody still waits for them.",
        "Detour.1945.720p-ARCHIVE",
        "Nosferatu (1922)\nNosferatu.1922.1080p-CINEMATHEQUE",
        "Failed. 1 download",
        "Release 9",
    ]
    assert model.count == 3


def test_what_came_back_or_was_forgotten_is_an_issue_no_more(model):
    model.apply(gone(NOSFERATU, DETOUR))
    model.apply(gone(DETOUR))
    assert says(model)[1:] == ["Detour.1945.720p-ARCHIVE"]
    model.apply(nothing_gone())
    assert says(model) == []


def test_of_a_client_that_is_itself_in_question_nothing_is_listed(model):
    """It is asked about first."""
    model.apply(gone(NOSFERATU, DETOUR, doubted=True))
    assert says(model) == []


@pytest.mark.parametrize(
    ("changes", "cause", "around"),
    [
        ({}, "NAS does not list it any more", "Added yesterday hh:mm, last in /srv/movies"),
        (
            {"completed_at": int(NOW) - DAY},
            "NAS does not list it any more",
            "Complete yesterday hh:mm, added yesterday hh:mm, last in /srv/movies",
        ),
        (
            {"last_name": None, "last_save_path": None},
            "It never arrived in NAS",
            "Added yesterday hh:mm",
        ),
        (
            {"error_message": "invalid or corrupt torrent file", "last_name": None, "last_save_path": None},
            "invalid or corrupt torrent file",
            "Added yesterday hh:mm",
        ),
    ],
)
def test_it_says_what_is_known(model, changes, cause, around):
    model.apply(gone(record(1, **changes)))
    model.tick(NOW)
    first, second = model.index(1, IssueColumn.HAPPENED).data().split("\n")
    assert first == cause
    assert re.sub(r"\d\d:\d\d", "hh:mm", second) == around
    spoken = model.index(1, IssueColumn.HAPPENED).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{first}, {second}"


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Filter(text="nosferatu"), 2),
        (Filter(text="cinematheque nas"), 2),
        (Filter(text="seedbox"), 0),
        (Filter(clients=frozenset({NAS})), 3),
        (Filter(clients=frozenset({SEEDBOX})), 0),
        (Filter(statuses=frozenset({Status.FAILED})), 0),
    ],
)
def test_search_and_filters_hold_for_them(model, chosen, shown):
    """Nothing that is gone has a status."""
    model.apply(gone(NOSFERATU, DETOUR))
    model.set_filter(chosen)
    assert model.rowCount() == shown


def test_a_group_folds_and_very_many_are_shown_some_at_a_time(model):
    model.apply(gone(*(record(number, f"{number:04}") for number in range(1000))))
    assert model.rowCount() == 1 + 200 + 1
    assert says(model)[-1] == "Show 500 of 800 more downloads"
    model.show_more(GroupId(gone=NAS))
    assert model.rowCount() == 1 + 700 + 1
    model.fold(GroupId(gone=NAS), folded=True)
    assert model.rowCount() == 1


@pytest.fixture
def view(qtbot, qapp):
    model = IssuesModel()
    view = IssuesView(model, Theme(qapp, "light"))
    with on_stage(qtbot, view, 1200, 500):
        model.apply(update(row(NAS, 9, Status.FAILED), clients=(state(), silent())))
        model.apply(gone(NOSFERATU, DETOUR))
        view.setFocus()
        yield view


def test_its_button_or_enter_sends_it_again(view, qtbot):
    """That one alone."""
    with qtbot.waitSignal(view.send_again_requested) as told:
        box = view.visualRect(view.model().index(1, IssueColumn.FIX))
        at = QPoint(box.left() + 30, box.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert told.args == [(DETOUR.id,)]
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.waitSignal(view.send_again_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [(NOSFERATU.id,)]


def test_delete_forgets_what_is_selected(view, qtbot):
    """And it is no download that an action on downloads could hit."""
    view.setCurrentIndex(view.model().index(1, 0))
    assert view.selected_keys() == ()
    with qtbot.waitSignal(view.forget_requested) as told:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert told.args == [(DETOUR.id,)]


def test_the_menu_acts_on_what_it_was_opened_for(qtbot, qapp, view):
    menu = GoneMenu(Theme(qapp, "light"), view)
    menu.open_for([DETOUR.id], view.mapToGlobal(QPoint(10, 10)))
    with qtbot.waitSignal(menu.forget_chosen) as told:
        menu.forget.trigger()
    assert told.args == [(DETOUR.id,)]
    with qtbot.waitSignal(menu.send_again_chosen) as told:
        menu.send_again.trigger()
    assert told.args == [(DETOUR.id,)]
    menu.close()
