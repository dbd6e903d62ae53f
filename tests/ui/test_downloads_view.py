"""What hands, eyes and screen readers find in the table of downloads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.filtering import Filter, View
from tests.ui.shell_values import NAS, NOW, SEEDBOX, row, silent, state, update
from tests.ui.table_room import Room

SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def room(qtbot):
    return Room(qtbot)


def test_the_table_is_named_downloads(room):
    assert room.view.accessibleName() == "Downloads"
    assert QAccessible.queryAccessibleInterface(room.view).text(QAccessible.Text.Name) == "Downloads"


def test_a_click_selects_one_ctrl_adds_shift_extends(room):
    room.click(3)
    assert room.selected() == [3]
    room.click(5, CTRL)
    assert room.selected() == [3, 5]
    room.click(5, CTRL)
    assert room.selected() == [3]
    room.click(2)
    room.click(4, SHIFT)
    assert room.selected() == [2, 3, 4]
    room.click(1, SHIFT)
    assert room.selected() == [1, 2]


def test_ctrl_and_shift_add_a_range_to_what_was_selected(room):
    room.click(1)
    room.click(4, CTRL)
    room.click(6, CTRL | SHIFT)
    assert room.selected() == [1, 4, 5, 6]


def test_a_click_below_the_last_row_selects_nothing(qtbot):
    room = Room(qtbot, 3)
    room.click(1)
    QTest.mouseClick(room.view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(50, 500))
    assert room.selected() == []


def test_drawing_selects_what_it_passes(room):
    viewport = room.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, room.point(2))
    room.draw_to(6)
    assert room.selected() == [2, 3, 4, 5, 6]
    room.draw_to(3)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, room.point(3))
    assert room.selected() == [2, 3]


def test_keys_move_and_shift_extends(room):
    room.click(3)
    room.press(Qt.Key.Key_Down)
    assert (room.current(), room.selected()) == (4, [4])
    room.press(Qt.Key.Key_Down, SHIFT)
    room.press(Qt.Key.Key_Down, SHIFT)
    assert (room.current(), room.selected()) == (6, [4, 5, 6])
    room.press(Qt.Key.Key_Up, SHIFT)
    assert room.selected() == [4, 5]
    room.press(Qt.Key.Key_Up, CTRL)
    assert (room.current(), room.selected()) == (4, [4, 5])
    room.press(Qt.Key.Key_Space, CTRL)
    assert room.selected() == [5]
    room.press(Qt.Key.Key_End)
    assert (room.current(), room.selected()) == (99, [99])
    room.press(Qt.Key.Key_Home, SHIFT)
    assert len(room.selected()) == 100
    room.press(Qt.Key.Key_Home)
    room.press(Qt.Key.Key_PageDown)
    assert room.current() == room.view.viewport().height() // room.view.row_height - 1


def test_ctrl_a_selects_all_and_escape_nothing(room):
    room.press(Qt.Key.Key_A, CTRL)
    assert len(room.selected()) == 100
    room.press(Qt.Key.Key_Escape)
    assert room.selected() == []


def test_keys_that_are_not_for_a_list_are_left_to_others(room):
    left = []

    class Parent(QWidget):
        def keyPressEvent(self, event):  # noqa: N802 - Qt's
            left.append(Qt.Key(event.key()))

    parent = Parent()
    room.view.setParent(parent)
    room.click(1)
    keys = [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_B]
    for key in keys:
        room.press(key)
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_Escape)
    room.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [key for key in left if key is not Qt.Key.Key_Alt] == [*keys, Qt.Key.Key_Escape, Qt.Key.Key_Up]
    assert room.current() == 1
    room.view.setParent(None)


def test_escape_is_for_the_search_as_long_as_there_is_one(room):
    room.model.set_filter(Filter(text="0"))
    room.click(3)
    room.press(Qt.Key.Key_Escape)
    assert room.selected() == [3]


def test_the_selection_survives_every_new_order_and_leaves_with_its_rows(qtbot, room):
    room.click(3)
    room.click(5, CTRL)
    room.clock.now += 2
    room.model.apply(update(room.row(5, Status.DOWNLOADING)))
    assert room.model.row_of(room.key(5)) == 0
    assert room.selected() == [5, 3]
    with qtbot.waitSignal(room.view.selection_changed):
        room.model.apply(update(removed=(room.row(5),)))
    assert room.selected() == [3]
    room.model.apply(update(room.row(5)))
    assert room.selected() == [3]


def test_a_screen_reader_hears_a_small_selection(room):
    room.click(3)
    room.click(4, SHIFT)
    cells = room.view.selectionModel().selectedRows()
    assert sorted(room.model.transfer_at(index.row()).name for index in cells) == ["003", "004"]
    room.press(Qt.Key.Key_Down)
    assert len(room.view.selectionModel().selectedRows()) == 1


def test_what_a_screen_reader_selects_is_selected(qtbot, room):
    flags = QItemSelectionModel.SelectionFlag
    with qtbot.waitSignal(room.view.selection_changed):
        room.view.selectionModel().select(room.model.index(7, 0), flags.ClearAndSelect | flags.Rows)
    assert room.selected() == [7]


def test_a_filter_the_user_changes_deselects_what_it_hides(room):
    room.model.apply(update(room.row(7, Status.PAUSED, done=False)))
    room.view.select({room.key(3), room.key(7)})
    room.model.set_filter(Filter(view=View.QUEUE))
    assert room.selected() == [7]


def test_a_selected_row_that_stops_matching_is_dimmed_and_no_action_has_it(room):
    room.model.apply(update(room.row(7, Status.PAUSED), room.row(8, Status.PAUSED)))
    room.model.set_filter(Filter(statuses=frozenset({Status.PAUSED})))
    room.view.select({room.key(7), room.key(8)})
    room.model.apply(update(room.row(7)))
    assert room.model.rowCount() == 2
    assert room.selected() == [8]
    room.click(8)
    assert room.model.rowCount() == 1


def test_rows_rest_for_a_second_and_a_half_after_a_key(room):
    room.press(Qt.Key.Key_Down)
    room.model.apply(update(room.row(50, Status.DOWNLOADING)))
    assert room.model.row_of(room.key(50)) == 50
    room.clock.now += 1.4
    room.model.tick()
    assert room.model.row_of(room.key(50)) == 50
    room.clock.now += 0.2
    room.model.tick()
    assert room.model.row_of(room.key(50)) == 0


def test_rows_rest_while_a_button_is_held(room):
    viewport = room.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, room.point(2))
    room.clock.now += 60
    room.model.apply(update(room.row(50, Status.DOWNLOADING)))
    assert room.model.row_of(room.key(50)) == 50
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, room.point(2))
    room.clock.now += 2
    room.model.tick()
    assert room.model.row_of(room.key(50)) == 0


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_rows_rest_while_a_menu_is_open(room):
    menu = room.view.columns_menu
    menu.popup(QPoint(0, 0))
    room.clock.now += 60
    room.model.apply(update(room.row(50, Status.DOWNLOADING)))
    assert room.model.row_of(room.key(50)) == 50
    menu.close()
    room.model.tick()
    assert room.model.row_of(room.key(50)) == 0


def test_a_right_click_selects_what_it_points_at_and_asks_for_a_menu(qtbot, room):
    room.view.select({room.key(1), room.key(2)})
    for number, selected in ((2, [1, 2]), (4, [4])):
        at = room.view.viewport().mapToGlobal(room.point(number))
        room.click(number, button=Qt.MouseButton.RightButton)
        with qtbot.waitSignal(room.view.menu_requested) as asked:
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, room.point(number), at)
            QApplication.sendEvent(room.view.viewport(), event)
        assert asked.args == [at]
        assert room.selected() == selected


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_key_asks_once_for_a_menu_at_the_current_row(room, key, modifiers):
    room.click(3)
    asked = []
    room.view.menu_requested.connect(asked.append)
    room.press(key, modifiers)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(room.view.viewport(), event)
    assert len(asked) == 1
    y = room.view.viewport().mapFromGlobal(asked[0]).y()
    assert y == room.y_of(4)


def test_others_learn_which_rows_are_on_the_screen(qtbot, room):
    with qtbot.waitSignal(room.view.visible_changed) as told:
        room.view.verticalScrollBar().setValue(room.view.row_height * 10)
    expected = -(-room.view.viewport().height() // room.view.row_height)
    assert {int(key.id) for key in told.args[0]} == set(range(10, 10 + expected))


def test_a_header_click_sorts_and_goes_to_the_top(room):
    room.view.verticalScrollBar().setValue(500)
    header = room.view.horizontalHeader()
    x = header.sectionViewportPosition(PLACE[ColumnId.NAME]) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(x, 10))
    assert room.view.verticalScrollBar().value() == 0
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(x, 10))
    assert room.model.transfer_at(0).name == "099"


def test_a_header_click_scrolls_to_the_selected_row(room):
    room.click(2)
    room.view.sort_by(PLACE[ColumnId.NAME], Qt.SortOrder.DescendingOrder)
    assert 0 <= room.y_of(2) <= room.view.viewport().height() - room.view.row_height


@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("pixels", [13, 26])
def test_no_cell_is_cut_off(qtbot, density, pixels, family):
    room = Room(qtbot, 0, width=2400)
    font = QFont(family)
    font.setPixelSize(pixels)
    room.view.setFont(font)
    room.view.set_density(density)
    numbers = {"download_speed": 888 << 20, "upload_speed": 1023 << 10, "size": 888 << 30, "eta": 86399, "ratio": 88.8}
    rows = [row(NAS, n, status, **numbers) for n, status in enumerate(Status)]
    rows.append(row(SEEDBOX, 99, Status.DOWNLOADING))
    room.model.apply(update(*rows, clients=(state(), silent(answered_at=NOW - 2))))
    header = room.view.header
    for place, column in enumerate(COLUMNS):
        if not header.isSectionHidden(place) and column.id is not ColumnId.NAME:
            assert room.view.sizeHintForColumn(place) <= room.view.columnWidth(place), column.id
            assert header.title_width(column.id) <= room.view.columnWidth(place), column.id
    assert room.view.row_height >= room.view.fontMetrics().height() + 8


def test_narrow_tables_drop_ratio_then_client_then_up(qtbot):
    room = Room(qtbot, 3)
    header = room.view.header

    def hidden():
        return {column.id for place, column in enumerate(COLUMNS) if header.isSectionHidden(place)} & {
            ColumnId.RATIO,
            ColumnId.CLIENT,
            ColumnId.UP,
            ColumnId.DOWN,
        }

    seen = []
    for width in range(1100, 600, -20):
        room.view.resize(width, 600)
        if not seen or seen[-1] != hidden():
            seen.append(hidden())
    ratio, client, up = ColumnId.RATIO, ColumnId.CLIENT, ColumnId.UP
    assert seen == [set(), {ratio}, {ratio, client}, {ratio, client, up}]
    assert room.view.columnWidth(PLACE[ColumnId.NAME]) >= 260


def test_a_column_the_user_set_never_drops(qtbot):
    room = Room(qtbot, 3, width=700)
    room.view.header.set_shown(ColumnId.RATIO, shown=True)
    assert not room.view.header.isSectionHidden(PLACE[ColumnId.RATIO])
    assert room.view.horizontalScrollBar().maximum() > 0


def test_columns_are_kept_for_each_view(qtbot, room):
    header = room.view.header
    with qtbot.waitSignal(room.view.columns_changed):
        header.set_shown(ColumnId.TRACKER, shown=True)
    header.resizeSection(PLACE[ColumnId.SIZE], 123)
    header.moveSection(header.visualIndex(PLACE[ColumnId.CLIENT]), 1)
    room.model.set_filter(Filter(view=View.COMPLETED))
    assert header.isSectionHidden(PLACE[ColumnId.TRACKER])
    assert header.isSectionHidden(PLACE[ColumnId.DOWN])
    saved = room.view.save_columns()
    other = Room(qtbot, 3)
    assert other.view.restore_columns(saved)
    assert not other.view.header.isSectionHidden(PLACE[ColumnId.TRACKER])
    assert other.view.columnWidth(PLACE[ColumnId.SIZE]) == 123
    assert other.view.header.visualIndex(PLACE[ColumnId.CLIENT]) == 1


@pytest.mark.parametrize(
    "saved", [b"", b"{}", b"\xff", b'{"version": 1, "views": {"all": 3}}', b'{"version": 99}', b"[]"]
)
def test_columns_saved_by_others_are_as_if_nothing_was_saved(room, saved):
    assert not room.view.restore_columns(saved)
    assert not room.view.header.isSectionHidden(PLACE[ColumnId.STATUS])


def test_the_menu_picks_columns(room):
    menu = room.view.columns_menu
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions()}
    assert "Name" not in actions
    assert actions["Ratio"].isChecked()
    assert not actions["Hash"].isChecked()
    actions["Hash"].trigger()
    assert not room.view.header.isSectionHidden(PLACE[ColumnId.HASH])
    actions["Reset columns"].trigger()
    assert room.view.header.isSectionHidden(PLACE[ColumnId.HASH])


def test_a_hostile_name_stays_in_its_cell(qtbot):
    room = Room(qtbot, 1)
    evil = "\u202egnp.exe\n\x00<b>x</b>\ud800" + "\u0301" * 50 + "W" * 100_000
    room.model.apply(update(room.row(0, name=evil)))
    other = Room(qtbot, 1)
    other.model.apply(update(other.row(0, name="x")))
    x = room.view.columnViewportPosition(PLACE[ColumnId.STATUS])
    beside = QRect(x, 0, 600, room.view.row_height)
    assert room.view.viewport().grab(beside).toImage() == other.view.viewport().grab(beside).toImage()


def test_selected_rows_look_selected_and_less_so_in_a_window_without_the_keyboard(qtbot, room):
    room.click(2)
    QApplication.sendEvent(room.view.viewport(), QEvent(QEvent.Type.Leave))
    corner = QPoint(room.view.viewport().width() - 10, room.y_of(2) + 10)

    def colour():
        return QColor(room.view.viewport().grab().toImage().pixel(corner)).name()

    for appearance in ("light", "dark"):
        room.theme.follow(AppearanceRules(theme=appearance))
        assert colour() == room.theme.tokens.sel.name()
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert colour() == room.theme.tokens.sel_inactive.name()


def test_a_mirrored_table_begins_at_the_right(room):
    room.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    header = room.view.header
    assert header.sectionViewportPosition(PLACE[ColumnId.NAME]) > header.sectionViewportPosition(PLACE[ColumnId.STATUS])
    room.view.viewport().grab()


def test_searching_paints_the_hits(room):
    before = room.view.viewport().grab().toImage()
    room.model.set_filter(Filter(text="0"))
    QApplication.processEvents()
    assert room.view.viewport().grab().toImage() != before
