"""What is looked at keeps its place on the screen, to the pixel."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.columns import PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.filtering import Filter
from tests.ui.shell_values import update
from tests.ui.table_room import Room


@pytest.fixture
def room(qtbot):
    return Room(qtbot)


def scroll_to(room, number, offset=0):
    room.view.verticalScrollBar().setValue(room.model.row_of(room.key(number)) * room.view.row_height + offset)


@pytest.mark.parametrize("seed", range(4))
def test_the_row_that_is_looked_at_does_not_move_by_a_pixel(qtbot, seed):
    random = Random(seed)  # noqa: S311 - chance for a test, the same each time
    room = Room(qtbot, 400)
    scroll_to(room, 200, random.randrange(room.view.row_height))
    if seed % 2:
        room.click(203)
    watched = 203 if seed % 2 else 200
    y = room.y_of(watched)
    known = set(range(400))
    statuses = [Status.SEEDING, Status.DOWNLOADING, Status.COMPLETED, Status.PAUSED]
    for step in range(40):
        room.clock.now += 2
        new = range(1000 + step * 10, 1000 + step * 10 + random.randrange(9))
        # Enough stays above and below for the row to be able to keep its place.
        room.model.apply(
            update(
                *(room.row(n, random.choice(statuses)) for n in random.sample(sorted(known), 6) if n != watched),
                *(room.row(n, name=f"{random.randrange(400):03} new") for n in new),
                removed=tuple(room.row(n) for n in random.sample(sorted(known), 2) if n not in (watched, 200)),
            )
        )
        known = {n for n in known if room.model.find(room.key(n)) is not None}
        assert room.y_of(watched) == y, step
        QApplication.processEvents()
        assert room.y_of(watched) == y, step


def test_a_row_above_comes_and_goes_without_moving_what_is_looked_at(room):
    scroll_to(room, 50, 7)
    room.model.apply(update(room.row(500, name="000 first")))
    assert room.y_of(50) == -7
    room.model.apply(update(removed=(room.row(500), room.row(3))))
    assert room.y_of(50) == -7


def test_when_the_current_row_is_removed_the_next_one_takes_its_place(room):
    scroll_to(room, 50)
    room.click(53)
    y = room.y_of(53)
    room.model.apply(update(removed=(room.row(53), room.row(54))))
    assert room.current() == 55
    assert room.y_of(55) == y
    assert room.selected() == []


def test_when_the_last_row_is_removed_the_one_before_it_becomes_current(room):
    room.press(Qt.Key.Key_End)
    room.model.apply(update(removed=(room.row(99),)))
    assert room.current() == 98


def test_many_rows_leave_at_once_and_the_next_one_takes_the_place(room):
    scroll_to(room, 30)
    room.click(33)
    y = room.y_of(33)
    room.model.apply(update(removed=tuple(room.row(n) for n in range(60) if n % 2)))
    assert (room.current(), room.y_of(34)) == (34, y)


def test_the_current_row_may_be_off_the_screen_and_then_the_top_row_stays(room):
    room.click(2)
    scroll_to(room, 50, 5)
    room.clock.now += 5
    room.model.apply(update(room.row(2, Status.COMPLETED), room.row(300, name="000")))
    assert room.y_of(50) == -5
    assert room.current() == 2


def test_a_list_that_nobody_has_touched_shows_its_top_while_it_fills(room):
    room.model.apply(update(*(room.row(n, Status.DOWNLOADING) for n in range(200, 260))))
    assert room.view.verticalScrollBar().value() == 0


def test_coming_by_tab_shows_where_the_keyboard_is(room):
    assert room.current() is None
    QApplication.sendEvent(room.view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert room.current() == 0


def test_new_rows_take_neither_selection_nor_scroll(room):
    room.click(3)
    y = room.y_of(3)
    room.clock.now += 5
    room.model.apply(update(*(room.row(n, Status.DOWNLOADING) for n in range(200, 260))))
    assert (room.selected(), room.current(), room.y_of(3)) == ([3], 3, y)


def test_another_filter_shows_its_top_unless_the_current_row_is_in_it(room):
    room.click(6)
    scroll_to(room, 4)
    y = room.y_of(6)
    room.model.set_filter(Filter(text="0"))
    assert room.y_of(6) == y
    room.model.set_filter(Filter(text="7"))
    assert room.view.verticalScrollBar().value() == 0
    assert room.current() is None


def test_another_filter_does_not_begin_in_the_middle(qtbot):
    room = Room(qtbot, 400)
    scroll_to(room, 200)
    room.model.set_filter(Filter(text="1"))
    assert room.model.rowCount() > 100
    assert room.view.verticalScrollBar().value() == 0


def test_density_keeps_the_current_row_on_the_screen(room):
    scroll_to(room, 50)
    room.click(52)
    y = room.y_of(52)
    room.view.set_density(Density.COMPACT)
    assert room.y_of(52) == y
    assert room.view.row_height == 28


def test_a_reordering_by_status_carries_the_view_along_with_the_current_row(room):
    scroll_to(room, 50)
    room.click(52)
    y = room.y_of(52)
    room.clock.now += 5
    room.model.apply(update(room.row(52, Status.DOWNLOADING), *(room.row(n, Status.METADATA) for n in range(20))))
    # It is the first now: there is nothing above it to scroll to.
    assert room.model.row_of(room.key(52)) == 0
    assert room.y_of(52) <= y


def test_sorting_by_a_volatile_number_keeps_the_top_row(room):
    room.view.sort_by(PLACE[ColumnId.UP], Qt.SortOrder.DescendingOrder)
    room.clock.now += 10
    room.model.apply(update(*(room.row(n, upload_speed=n + 1) for n in range(100))))
    scroll_to(room, 60, 3)
    room.clock.now += 10
    room.model.apply(update(room.row(0, upload_speed=1000), room.row(90, upload_speed=1)))
    assert room.y_of(60) == -3
