"""Typing what to look for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.ui.search_field import SearchField
from mydia_desktop.ui.theme import Theme
from tests.ui.stage import on_stage


@pytest.fixture
def field(qtbot, qapp):
    field = SearchField(Theme(qapp, "light"))
    with on_stage(qtbot, field, 420, 34):
        yield field


def test_words_are_told_once_when_the_fingers_rest(field, qtbot):
    """Not letter by letter: each word costs a search."""
    told = []
    field.text_changed.connect(told.append)
    with qtbot.waitSignal(field.text_changed):
        QTest.keyClicks(field, "nosf")
    assert told == ["nosf"]


def test_esc_clears_at_once_and_is_left_to_others_in_an_empty_field(field, qtbot):
    """One Esc for the search, the next for what is behind it."""
    with qtbot.waitSignal(field.text_changed):
        QTest.keyClicks(field, "nosf")
    told, passed_on = [], []
    field.text_changed.connect(told.append)
    field.parentWidget().keyPressEvent = passed_on.append
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), told, passed_on) == ("", [""], [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(passed_on) == 1


def test_what_is_typed_and_cleared_again_is_never_told(field):
    """Nothing changed for the list."""
    told = []
    field.text_changed.connect(told.append)
    QTest.keyClicks(field, "n")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == []


def test_a_button_clears_it_while_there_is_something_to_clear(field):
    """In the place of the key cap."""
    assert field._clear not in field.actions()
    QTest.keyClicks(field, "nosf")
    assert field._clear in field.actions()
    field._clear.trigger()
    assert field.text() == ""
    assert field._clear not in field.actions()


def test_the_key_cap_covers_nothing(field):
    """Neither the placeholder, in whatever direction it is read, nor what is typed."""
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        field.setLayoutDirection(direction)
        margins = field.textMargins()
        left, right = margins.left() > 0, margins.right() > 0
        assert (left, right) == ((True, False) if direction is Qt.LayoutDirection.RightToLeft else (False, True))
    QTest.keyClicks(field, "n")
    assert field.textMargins().isNull()
    field.clear()
    field.resize(200, 34)
    assert field.textMargins().isNull()
