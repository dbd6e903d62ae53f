"""What happened, line by line."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.record import Event, EventKind, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.history import words
from mydia_desktop.ui.history.model import HistoryColumn, HistoryModel
from mydia_desktop.ui.history.view import HistoryView
from mydia_desktop.ui.history.whereabouts import is_nowhere
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, NOW, SEEDBOX, silent, state

NOSFERATU = {
    "title": "Nosferatu.1922-KINO",
    "what": "Nosferatu (1922)",
    "client": "NAS",
    "hash": "ab" * 20,
    "path": "/srv/movies",
}


def event(number, kind=EventKind.COMPLETED, **detail):
    return Event(
        id=number, at=NOW - 600, actor="lena@desk", kind=kind, record_id=RecordId("r"), detail=NOSFERATU | detail
    )


class Log:
    """As the workflow of this name, over a list; the newest is last."""

    def __init__(self, count=0, at_once=3):
        self.events = [event(number) for number in range(1, count + 1)]
        self.at_once = at_once
        self.problem = ""
        self.asked = []

    async def page(self, text, before):
        self.asked.append((text, before))
        if self.problem:
            raise StoreUnavailableError(self.problem)
        fitting = [
            each for each in reversed(self.events) if (before is None or each.id < before) and text in each.kind.value
        ]
        return fitting[: self.at_once]


@pytest.fixture
def made(qapp, qtmodeltester):  # noqa: ARG001 - translations want an application
    """Models over a log; what they ask is answered at once."""

    def made(log, *, nowhere=False):
        model = HistoryModel(log, lambda _event: nowhere, asyncio.run)
        model.tick(NOW)
        qtmodeltester.check(model, force_py=True)
        return model

    return made


def ids(model):
    return [model.event_at(place).id for place in range(model.rowCount())]


def test_the_newest_come_first_and_older_pages_when_they_are_wanted(made):
    log = Log(7)
    model = made(log)
    model.refresh()
    assert ids(model) == [7, 6, 5]
    assert not model.all_read
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert ids(model) == [7, 6, 5, 4, 3, 2, 1]
    assert model.all_read


def test_what_is_written_while_it_is_shown_comes_in_at_the_top(made):
    """However many there are, without a gap; and what is known is not read again."""
    log = Log(4)
    model = made(log)
    model.refresh()
    log.events += [event(number) for number in range(5, 13)]
    model.refresh()
    assert ids(model) == [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
    log.asked.clear()
    model.refresh()
    assert log.asked == [("", None)]


def test_a_search_reads_anew_and_goes_back(made):
    log = Log(4)
    log.events.append(event(9, EventKind.DELETED))
    model = made(log)
    model.refresh()
    model.search("deleted")
    assert ids(model) == [9]
    assert model.words == ("deleted",)
    model.search("nothing")
    assert ids(model) == []
    assert model.is_read
    model.search("")
    assert ids(model) == [9, 4, 3]


def test_a_log_that_can_not_be_read_says_why_and_is_tried_again(made, qtbot):
    log = Log(2)
    log.problem = "The disk is gone."
    model = made(log)
    model.refresh()
    assert (model.problem, model.count) == ("The disk is gone.", 0)
    assert not model.canFetchMore(QModelIndex())
    log.problem = ""
    with qtbot.waitSignal(model.changed):
        model.refresh()
    assert (model.problem, ids(model)) == ("", [2, 1])


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_its_words_and_its_icon(kind, made):
    model = made(Log())
    said = words.sentence(event(1, kind))
    assert said
    assert "{" not in said
    assert words.ICONS[kind]
    assert "Nosferatu (1922)" in model.spoken(event(1, kind))


@pytest.mark.parametrize(
    ("happened", "sentence"),
    [
        (event(1, EventKind.REQUESTED, verb="add"), "To be added to NAS"),
        (event(1, EventKind.REQUESTED, verb="remove"), "To be removed from NAS, files stay"),
        (event(1, EventKind.REQUESTED, verb="delete"), "To be deleted from NAS with its files"),
        (event(1, EventKind.REQUESTED, verb="something new"), "Something was asked of NAS"),
        (event(1, EventKind.MATCHED), "Now tied to Nosferatu (1922)"),
        (event(1, EventKind.MATCHED, what=None), "No longer tied to anything"),
        (event(1, EventKind.ADOPTED, automatic=True), "Tied to Nosferatu (1922) automatically"),
        (event(1, EventKind.REFUSED, client=None), "its client refused"),
    ],
)
def test_it_says_what_happened(happened, sentence):
    assert words.sentence(happened) == sentence


def test_it_says_why_and_where_it_landed_and_that_it_is_nowhere_any_more():
    removed = event(1, EventKind.REMOVED, size=1 << 30)
    assert words.remark(removed, Units.BINARY, nowhere=True) == "in /srv/movies · 1.00 GiB · no longer in any client"
    refused = event(1, EventKind.REFUSED, message="Disk full\n")
    assert words.remark(refused, Units.BINARY, nowhere=False) == "Disk full "


def test_a_line_is_a_sentence_for_the_ear(made):
    assert made(Log(), nowhere=True).spoken(event(1)) == (
        "10 min ago, Nosferatu (1922): Completed, in /srv/movies · no longer in any client, by lena@desk"
    )


def test_details_from_outside_can_be_anything(made):
    model = made(Log())
    odd = Event(
        id=1,
        at=NOW,
        actor="a\u202eb",
        kind=EventKind.DELETED,
        record_id=RecordId("r"),
        detail={"title": ["no", "text"], "what": "<b>x</b>\u202e", "size": "big", "client": 7},
    )
    for column in HistoryColumn:
        for line in model.lines(odd, column):
            assert "\u202e" not in line
    assert words.sentence(odd) == "Deleted from its client with its files"


class Clients:
    """What the clients list."""

    def __init__(self, *states, listed=()):
        self.clients = {each.id: each for each in states}
        self.listed = listed

    def key_of(self, _record):
        return TransferKey(NAS, "1") if "record" in self.listed else None

    def find(self, names):
        return [TransferKey(NAS, "1") for name in names if name in self.listed]


BOTH = (state(absence_counts=True), state(SEEDBOX, "Seedbox", absence_counts=True))


def test_it_is_nowhere_when_all_clients_answer_and_none_lists_it():
    assert is_nowhere(event(1), Clients(*BOTH))
    assert not is_nowhere(event(1), Clients(*BOTH, listed=("record",)))
    assert not is_nowhere(event(1), Clients(*BOTH, listed=("ab" * 20,)))


@pytest.mark.parametrize(
    "other",
    [
        silent(absence_counts=True),
        state(SEEDBOX, "Seedbox", absence_counts=False),
        state(SEEDBOX, "Seedbox", phase=Phase.DISABLED, live=False),
    ],
)
def test_silence_is_not_absence_of_a_client_that_may_have_it(other):
    assert not is_nowhere(event(1), Clients(BOTH[0], other))
    assert not is_nowhere(event(1), Clients())


@pytest.mark.parametrize("kind", [EventKind.REQUESTED, EventKind.NOT_SENT, EventKind.REFUSED, EventKind.UNKNOWN])
def test_what_perhaps_was_never_there_is_not_said_to_be_gone(kind):
    assert not is_nowhere(event(1, kind), Clients(*BOTH))


@pytest.fixture
def view(qtbot, made):
    model = made(Log(40, at_once=20))
    model.refresh()
    view = HistoryView(model, Theme(QApplication.instance(), "light"))
    view.resize(1000, 300)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def test_selected_lines_are_copied_as_a_table(view):
    view.setCurrentIndex(view.history.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    cells = lines[0].split("\t")
    assert cells[1:] == ["Completed, in /srv/movies", "Nosferatu (1922)", "Nosferatu.1922-KINO", "NAS", "lena@desk"]
    assert cells[0].startswith("20")


def test_scrolling_down_reads_on(view, qtbot):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: view.history.count == 40)


def test_what_is_looked_at_stays_when_something_happens(view):
    view.verticalScrollBar().setValue(200)
    before = view.history.event_at(view.rowAt(0)), view.rowViewportPosition(view.rowAt(0))
    view.history._history.events.append(replace(event(99)))
    view.history.refresh()
    assert view.history.event_at(0).id == 99
    assert (view.history.event_at(view.rowAt(0)), view.rowViewportPosition(view.rowAt(0))) == before
