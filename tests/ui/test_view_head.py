"""What the list shows, in a line over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.filtering import Filter, Media, View
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.view_head import ViewHead
from tests.ui.shell_values import NAS, SEEDBOX, state
from tests.ui.stage import on_stage

STATES = {
    NAS: state(),
    SEEDBOX: state(SEEDBOX, "Seedbox"),
    ClientId("off"): state(ClientId("off"), "Off", phase=Phase.DISABLED),
}


@pytest.fixture
def head(qtbot, qapp):
    head = ViewHead(Theme(qapp, "light"))
    with on_stage(qtbot, head, 1000, 44):
        yield head


def chips(head):
    return {chip.accessibleName().removeprefix("Remove filter "): chip for chip in head.chips.chips}


@pytest.mark.parametrize(
    ("chosen", "shown", "total", "said"),
    [
        (Filter(), 43, 43, ("All downloads", "43 downloads in 2 clients")),
        (Filter(), 1, 1, ("All downloads", "1 download in 2 clients")),
        (Filter(view=View.ISSUES), 17, 43, ("Issues", "17 of 43 downloads need attention")),
        (Filter(view=View.ISSUES), 1, 43, ("Issues", "1 of 43 downloads needs attention")),
        (Filter(view=View.ISSUES, text="nos"), 1, 43, ("Issues", "1 of 43 downloads")),
        (Filter(view=View.QUEUE), 12, 43, ("Queue", "12 of 43 downloads")),
        (Filter(clients=frozenset({NAS})), 12, 43, ("All downloads", "12 of 43 downloads")),
    ],
)
def test_it_says_how_many_of_how_many(head, chosen, shown, total, said):
    """A client that is switched off is not among those asked."""
    head.show_filter(chosen, STATES, shown=shown, total=total)
    assert (head.name.text(), head.sentence.text()) == said


def test_every_active_filter_is_a_chip_that_takes_it_away(head, qtbot):
    """The view and the words searched for are no chips, and stay."""
    chosen = Filter(
        view=View.QUEUE,
        statuses=frozenset({Status.MISSING, Status.DOWNLOADING}),
        not_live=True,
        clients=frozenset({SEEDBOX}),
        media=frozenset({Media.EPISODES}),
        categories=frozenset({"tv"}),
        text="nos",
    )
    head.show_filter(chosen, STATES, shown=1, total=3)
    assert list(chips(head)) == ["Not live", "Downloading", "Missing files", "Seedbox", "Episodes", "tv"]
    with qtbot.waitSignal(head.chip_removed) as told:
        QTest.mouseClick(chips(head)["Missing files"], Qt.MouseButton.LeftButton)
    left = told.args[0]
    assert left.statuses == frozenset({Status.DOWNLOADING})
    assert (left.not_live, left.clients, left.categories, left.text) == (True, chosen.clients, chosen.categories, "nos")
    with qtbot.waitSignal(head.chip_removed) as told:
        QTest.mouseClick(head.chips.clear_button, Qt.MouseButton.LeftButton)
    assert told.args == [Filter(view=View.QUEUE, text="nos")]


def test_new_numbers_leave_the_chips_alone(head):
    """They come once a second; a chip may be under the mouse."""
    chosen = Filter(clients=frozenset({NAS}))
    head.show_filter(chosen, STATES, shown=1, total=3)
    before = head.chips.chips
    head.show_filter(chosen, STATES, shown=2, total=4)
    assert head.chips.chips is before


def test_chips_are_walked_by_arrows_and_removed_by_keys(head, qtbot):
    """One Tab stop for all of them."""
    head.show_filter(Filter(clients=frozenset({NAS, SEEDBOX})), STATES, shown=1, total=3)
    nas, seedbox = chips(head).values()
    nas.setFocus()
    QTest.keyClick(nas, Qt.Key.Key_Right)
    assert seedbox.hasFocus()
    with qtbot.waitSignal(head.chip_removed) as told:
        QTest.keyClick(seedbox, Qt.Key.Key_Delete)
    assert told.args == [Filter(clients=frozenset({NAS}))]


def test_chips_that_do_not_fit_are_counted(head, qtbot):
    """They never widen the window."""
    head.show_filter(Filter(statuses=frozenset(Status)), STATES, shown=1, total=3)
    head.resize(700, 44)
    qtbot.waitUntil(head.chips.more.isVisible)
    hidden = sum(chip.isHidden() for chip in head.chips.chips)
    assert head.chips.more.text() == f"+{hidden}"
    assert head.minimumSizeHint().width() < 400
    ends = [head.chips.clear_button.geometry().right(), head.chips.more.geometry().right()]
    assert max(ends) < head.chips.width()
