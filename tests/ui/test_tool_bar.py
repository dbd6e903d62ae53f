"""The bar at the top of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from mydia_desktop.ui.search_field import SearchField
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.tool_bar import ToolBar
from tests.ui.stage import on_stage


@pytest.fixture
def actions():
    made = {
        name: QAction(name.title()) for name in ("add", "pause", "resume", "remove", "density", "details", "settings")
    }
    for name in ("density", "details"):
        made[name].setCheckable(True)
    made["settings"].setShortcut("Ctrl+,")
    return made


@pytest.fixture
def bar(qtbot, qapp, actions):
    theme = Theme(qapp, "light")
    menus = {"menu": QMenu(), "columns": QMenu()}
    bar = ToolBar(theme, search=SearchField(theme), **menus, **actions)
    with on_stage(qtbot, bar, 1280, 52):
        yield bar


def test_a_button_runs_its_action_and_is_off_with_it(bar, actions, qtbot):
    """The action knows; the button only shows."""
    with qtbot.waitSignal(actions["pause"].triggered):
        QTest.mouseClick(bar.pause_button, Qt.MouseButton.LeftButton)
    actions["pause"].setEnabled(False)
    actions["pause"].setToolTip("Nothing selected is running.")
    assert not bar.pause_button.isEnabled()
    assert bar.pause_button.toolTip() == "Nothing selected is running."


def test_a_checkable_action_is_turned_by_its_button(bar, actions):
    """Compact rows and back."""
    QTest.mouseClick(bar.density_button, Qt.MouseButton.LeftButton)
    assert actions["density"].isChecked()
    QTest.mouseClick(bar.density_button, Qt.MouseButton.LeftButton)
    assert not actions["density"].isChecked()


def test_the_button_of_the_details_shows_whether_they_are_open(bar, actions):
    """Whoever opened them."""
    actions["details"].setChecked(True)
    assert bar.details_button.isChecked()
    QTest.mouseClick(bar.details_button, Qt.MouseButton.LeftButton)
    assert not actions["details"].isChecked()
    assert not bar.details_button.isChecked()


def test_a_button_keeps_its_width_when_its_action_counts_rows(bar, actions):
    """Nothing moves under the hand."""
    before = bar.pause_button.geometry()
    actions["pause"].setText("Pause 3 of 5")
    bar.layout().activate()
    assert bar.pause_button.geometry() == before


def test_every_button_without_words_has_a_name_and_says_its_keys(bar):
    """Also for those who do not see the icon."""
    for button in (bar.menu_button, bar.density_button, bar.columns_button, bar.details_button, bar.settings_button):
        assert button.accessibleName()
        assert button.accessibleName() in button.toolTip()
    assert bar.settings_button.toolTip() == "Settings (Ctrl+,)"


def test_the_search_stands_in_the_middle(bar):
    """As long as there is room for it there."""
    middle = bar.search.mapTo(bar, bar.search.rect().center()).x()
    assert abs(middle - bar.width() // 2) <= 1
    assert bar.search.width() == bar.search.sizeHint().width() >= 320
    bar.resize(860, 52)
    assert bar.minimumSizeHint().width() <= 860
