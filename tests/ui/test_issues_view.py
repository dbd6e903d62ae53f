"""Working through what needs attention, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.transfer import Status, TransferKey
from mydia_desktop.ui.issue_words import Fix
from mydia_desktop.ui.issues_model import IssueColumn, IssuesModel
from mydia_desktop.ui.issues_view import IssuesView
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, SEEDBOX, row, silent, state, update
from tests.ui.stage import on_stage

VERBS = frozenset(Verb)
STATES = (state(verbs=VERBS), silent(verbs=VERBS))
# 0 head of Seedbox, 1-3 its first rows, 4 more, 5 head of Failed, 6 and 7 its rows
ROWS = (*(row(SEEDBOX, number) for number in range(5)), row(NAS, 6, Status.FAILED), row(NAS, 7, Status.FAILED))


@pytest.fixture
def view(qtbot, qapp):
    model = IssuesModel()
    view = IssuesView(model, Theme(qapp, "light"))
    with on_stage(qtbot, view, 1200, 500):
        model.apply(update(*ROWS, clients=STATES))
        view.setFocus()
        yield view


def click(view, place, column=IssueColumn.NAME, modifiers=Qt.KeyboardModifier.NoModifier):
    box = view.visualRect(view.model().index(place, column))
    at = QPoint(box.left() + 30, box.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def go_to(view, place):
    view.setCurrentIndex(view.model().index(place, 0))


def press(view, key):
    QTest.keyClick(view, key)


def test_a_press_on_the_button_or_enter_asks_for_the_fix(view, qtbot):
    """For that row alone."""
    with qtbot.waitSignal(view.fix_requested) as told:
        click(view, 7, IssueColumn.FIX)
    assert told.args == [(TransferKey(NAS, "7"), Fix.RETRY)]
    go_to(view, 6)
    with qtbot.waitSignal(view.fix_requested) as told:
        press(view, Qt.Key.Key_Return)
    assert told.args == [(TransferKey(NAS, "6"), Fix.RETRY)]


def test_a_row_without_a_fix_asks_for_nothing(view, qtbot):
    """Its client would not hear."""
    go_to(view, 1)
    with qtbot.assertNotEmitted(view.fix_requested):
        press(view, Qt.Key.Key_Return)
        click(view, 1, IssueColumn.FIX)


def test_a_silent_client_is_tried_from_its_head(view, qtbot):
    """By its button or by Enter."""
    with qtbot.waitSignal(view.try_requested) as told:
        click(view, 0, IssueColumn.FIX)
    assert told.args == [(SEEDBOX,)]
    go_to(view, 0)
    with qtbot.waitSignal(view.try_requested):
        press(view, Qt.Key.Key_Return)


def test_groups_fold_by_click_and_by_arrows(view):
    """Right and Left as in any tree; Enter where there is nothing better to do."""
    lines = view.model().rowCount()
    click(view, 0)
    assert view.model().rowCount() == lines - 4
    click(view, 0)
    assert view.model().rowCount() == lines
    go_to(view, 5)
    press(view, Qt.Key.Key_Left)
    assert view.model().rowCount() == lines - 2
    press(view, Qt.Key.Key_Left)
    assert view.model().rowCount() == lines - 2
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Return)
    assert view.model().rowCount() == lines - 2


def test_the_rest_of_a_silent_clients_rows_is_a_click_away(view):
    """And another one leads back."""
    click(view, 4)
    assert view.model().index(6, 0).data() == "Show fewer downloads"
    go_to(view, 6)
    press(view, Qt.Key.Key_Return)
    assert view.model().index(4, 0).data() == "Show 2 more downloads on Seedbox"


def test_the_arrows_walk_over_heads_and_rows(view):
    """Nothing is left out, and only rows are selected."""
    go_to(view, 4)
    press(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 5
    assert view.selected_keys() == ()
    press(view, Qt.Key.Key_Down)
    assert view.selected_keys() == (TransferKey(NAS, "6"),)


def test_the_selection_is_told_from_the_top_and_esc_ends_it(view, qtbot):
    """Whatever the order it was made in."""
    click(view, 7)
    with qtbot.waitSignal(view.selection_changed):
        click(view, 6, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert view.selected_keys() == (TransferKey(NAS, "6"), TransferKey(NAS, "7"))
    press(view, Qt.Key.Key_Escape)
    assert view.selected_keys() == ()


def test_keys_that_mean_nothing_here_go_on(view):
    """Typing does not jump from row to row: letters are shortcuts of the window."""
    heard = []
    view.parentWidget().keyPressEvent = lambda event: heard.append(event.text())
    go_to(view, 6)
    press(view, Qt.Key.Key_R)
    assert heard == ["r"]
    assert view.currentIndex().row() == 6


def test_the_menu_is_asked_for_what_is_selected(view, qtbot):
    """By the right button, which selects first, and by the Menu key."""
    box = view.visualRect(view.model().index(6, 0))
    at = box.center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    with qtbot.waitSignal(view.menu_requested) as told:
        QApplication.sendEvent(view.viewport(), mouse)
    assert told.args == [view.viewport().mapToGlobal(at)]
    assert view.selected_keys() == (TransferKey(NAS, "6"),)
    go_to(view, 7)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(view.menu_requested) as told:
        QApplication.sendEvent(view, key)
    assert view.visualRect(view.currentIndex()).contains(view.viewport().mapFromGlobal(told.args[0]))


def test_heads_are_low_and_rows_are_high_whatever_comes_and_goes(view):
    """Each line has the height of what it is."""
    model = view.model()

    def heights():
        return [view.rowHeight(place) for place in range(model.rowCount())]

    assert heights() == [34, 52, 52, 52, 34, 34, 52, 52]
    click(view, 4)
    assert heights() == [34, *[52] * 5, 34, 34, 52, 52]
    model.apply(
        update(*(row(NAS, f"s{number}", Status.STALLED) for number in range(40)), clients=(state(verbs=VERBS),))
    )
    model.apply(update(*(row(NAS, f"s{number}") for number in range(0, 40, 2)), clients=STATES))
    for place in range(model.rowCount()):
        assert heights()[place] == (52 if view._issues.line_at(place) in view._issues._issues._entries.values() else 34)


def test_what_is_on_the_screen_stays_where_it_is(view, qtbot):
    """Rows that come above the top one push nothing down."""
    model = view.model()
    model.apply(update(*(row(NAS, f"s{number}", Status.STALLED) for number in range(40))))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(907)
    seen = view.indexAt(QPoint(5, 100))
    text, top = seen.data(), view.visualRect(seen).top()
    model.apply(update(*(row(NAS, f"f{number}", Status.FAILED) for number in range(9)), removed=(ROWS[5],)))
    seen = view.indexAt(QPoint(5, 100))
    assert (seen.data(), view.visualRect(seen).top()) == (text, top)


def test_a_narrow_view_gives_up_what_is_said_elsewhere(view):
    """The client stands in the cause too; nothing is ever wider than the view."""
    assert not view.isColumnHidden(IssueColumn.CLIENT)
    for width, hidden in ((1200, 0), (950, 1), (860, 2)):
        view.resize(width, 400)
        assert sum(view.isColumnHidden(column) for column in IssueColumn) == hidden
        shown = [column for column in IssueColumn if not view.isColumnHidden(column)]
        assert sum(view.columnWidth(column) for column in shown) == view.viewport().width()


def test_it_is_painted_in_light_and_dark_left_and_right(view):
    """Without a word from Qt."""
    for appearance in ("dark", "light"):
        view._delegate._theme.follow(AppearanceRules(theme=appearance))
        for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
            view.setLayoutDirection(direction)
            assert not view.grab().isNull()
