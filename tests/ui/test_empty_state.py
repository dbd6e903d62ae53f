"""What stands in the place of an empty list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.empty_state import EmptyState, Way, emptiness
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, SEEDBOX, silent, state

CONNECTING = {"phase": Phase.CONNECTING, "live": False, "answered_at": None, "facts": None}
BOTH = (state(), state(SEEDBOX, "Seedbox"))


def said(clients, chosen=None, *, shown=0, total=0):
    empty = emptiness({each.id: each for each in clients}, chosen or Filter(), shown=shown, total=total)
    return (empty.title, empty.text, empty.way) if empty else None


@pytest.mark.parametrize(
    ("clients", "expected"),
    [
        ((), ("No clients yet", "Add a download client to see its downloads here.", Way.ADD_CLIENT)),
        (
            (state(phase=Phase.DISABLED, live=False),),
            ("No clients yet", "Add a download client to see its downloads here.", Way.ADD_CLIENT),
        ),
        ((state(**CONNECTING), state(SEEDBOX, "Seedbox", **CONNECTING)), ("Asking 2 clients…", "", None)),
        ((state(), state(SEEDBOX, "Seedbox", **CONNECTING)), ("Asking 1 client…", "", None)),
        (BOTH, ("Nothing downloading", "2 clients are live and have no downloads.", Way.ADD)),
        ((state(), silent()), ("Nothing downloading", "1 client is live and has no downloads.", Way.ADD)),
        ((silent(),), ("No client answers", "Nothing to show until one does.", Way.TRY_NOW)),
    ],
)
def test_without_any_downloads_it_says_how_the_clients_stand(clients, expected):
    """Whatever view or filter is chosen."""
    assert said(clients) == expected
    assert said(clients, Filter(view=View.ISSUES, text="nosf")) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(view=View.ISSUES), ("All good", "No failed, stalled or missing downloads.", None)),
        (Filter(view=View.QUEUE), ("Nothing in the queue", "Every download is finished.", None)),
        (Filter(view=View.COMPLETED), ("Nothing completed", "No download is finished yet.", None)),
        (
            Filter(text=" nosf ", clients=frozenset({SEEDBOX})),
            ("No matches", "Nothing fits “nosf” in Seedbox.", Way.CLEAR_FILTERS),
        ),
        (Filter(view=View.ISSUES, text="nosf"), ("No matches", "Nothing fits “nosf”.", Way.CLEAR_FILTERS)),
        (
            Filter(statuses=frozenset({Status.FAILED})),
            ("No matches", "No download fits these filters.", Way.CLEAR_FILTERS),
        ),
        (
            Filter(clients=frozenset({ClientId("gone")})),
            ("No matches", "No download fits these filters.", Way.CLEAR_FILTERS),
        ),
    ],
)
def test_where_nothing_fits_it_names_what_nothing_fits(chosen, expected):
    """A filter can be cleared, a view is empty by itself."""
    assert said(BOTH, chosen, total=43) == expected


def test_a_list_with_a_row_in_it_is_not_empty():
    """Nothing stands in its place."""
    assert said(BOTH, shown=1, total=43) is None


@pytest.mark.parametrize(
    ("clients", "chosen", "total", "signal"),
    [
        ((), Filter(), 0, "add_client_requested"),
        (BOTH, Filter(text="nosf"), 3, "clear_requested"),
        ((silent(),), Filter(), 0, "try_requested"),
    ],
)
def test_its_button_leads_out(qtbot, qapp, clients, chosen, total, signal):
    """Each kind of emptiness has one way out of it."""
    widget = EmptyState(Theme(qapp, "light"))
    qtbot.addWidget(widget)
    widget.say(emptiness({each.id: each for each in clients}, chosen, shown=0, total=total))
    assert widget.accessibleName() == widget.title.text()
    with qtbot.waitSignal(getattr(widget, signal)):
        QTest.mouseClick(widget.button, Qt.MouseButton.LeftButton)


def test_endless_search_words_never_widen_the_window(qtbot, qapp):
    """They are pasted by accident."""
    widget = EmptyState(Theme(qapp, "light"))
    qtbot.addWidget(widget)
    widget.say(emptiness({NAS: state()}, Filter(text="x" * 500), shown=0, total=3))
    assert widget.minimumSizeHint().width() < 400


def test_an_emptiness_nothing_can_be_done_about_has_no_button(qtbot, qapp):
    """All good is the end of it."""
    widget = EmptyState(Theme(qapp, "light"))
    qtbot.addWidget(widget)
    widget.say(emptiness({NAS: state()}, Filter(view=View.ISSUES), shown=0, total=3))
    assert widget.button.isHidden()
