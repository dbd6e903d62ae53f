"""The main window over a Live that tests fill by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import Status
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.add.dialog import AddDialog
from mydia_desktop.ui.columns import PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.main_window import MainWindow
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.record_keeper import StoreState
from mydia_desktop.workflows.release_text import TextSource
from tests.records import no_records
from tests.ui.shell_values import NAS, SEEDBOX, record, row, silent, state, subject, update


@pytest.fixture
def build(qtbot, qapp, tmp_path):
    """Windows of one profile, one after another."""

    def build(**changes):
        live = Live(lambda config: pytest.fail(f"nobody asks {config.id}"))
        window = MainWindow(
            Theme(qapp, "light"),
            live,
            no_records(live),
            lambda applied: pytest.fail(f"no settings are opened: {applied}"),
            lambda work: work.close(),
            state=WindowState(tmp_path / "window.ini"),
            **({"preferences": Preferences(), "problems": []} | changes),
        )
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        windows.append(window)
        return window

    windows = []
    yield build
    for window in windows:
        window.put_away()  # a window that is deleted while it is shown is the last one, which ends the next loop


def show(window, *rows, clients=None):
    """Let clients say that they have these rows."""
    states = {client.id: client for client in clients or (state(), state(SEEDBOX, "Seedbox"))}
    window.apply(Update(changed={each.key: each for each in rows}, removed=frozenset(), clients=states))


def names(window):
    """What the table lists."""
    model = window._model
    return [model.transfer_at(place).name for place in range(model.rowCount())]


def test_a_new_window_shows_all_downloads_with_the_keyboard_in_the_table(build):
    window = build()
    show(window, row(NAS, 1), row(SEEDBOX, 2, Status.DOWNLOADING))
    assert sorted(names(window)) == ["Release 1", "Release 2"]
    assert window._list.head.sentence.text() == "2 downloads in 2 clients"
    assert window.focusWidget() is window._list.table


def test_the_window_comes_back_as_it_was_left_without_the_search(build):
    window = build()
    show(window, row(NAS, 1), row(NAS, 2, Status.DOWNLOADING))
    window.resize(1100, 700)
    window._actions.density.trigger()
    window._actions.sidebar.trigger()
    window._list.table.sort_by(PLACE[ColumnId.SIZE], Qt.SortOrder.DescendingOrder)
    window._actions.views[View.QUEUE].trigger()
    window._search.setText("release")
    window.put_away()
    again = build()
    assert again.height() == 700
    assert again._list.table.density is Density.COMPACT
    assert again._sidebar.isHidden()
    header = again._list.table.horizontalHeader()
    assert header.sortIndicatorSection() == PLACE[ColumnId.SIZE]
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    show(again, row(NAS, 1, Status.PAUSED, size=5), row(NAS, 2, Status.PAUSED, size=9))
    assert names(again) == ["Release 2", "Release 1"]
    assert again._model.filter == Filter(view=View.QUEUE)


def test_a_damaged_memory_is_as_good_as_none(build, tmp_path):
    (tmp_path / "window.ini").write_bytes(b"[window-1]\ngeometry=nonsense\nview=cellar\n\xff\xfe[[[")
    window = build()
    assert window._model.filter == Filter()
    assert window.width() >= 860


def test_esc_clears_the_search_first_and_then_the_selection(build, qtbot):
    window = build()
    films = row(NAS, 1), row(NAS, 2)
    show(window, *films)
    window._list.table.select([films[0].key])
    window._search.setText("release 1")
    qtbot.waitUntil(lambda: names(window) == ["Release 1"])
    window._list.table.setFocus()
    QTest.keyClick(window._list.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(window)) == 2)
    assert window._list.table.selected_keys() == (films[0].key,)
    QTest.keyClick(window._list.table, Qt.Key.Key_Escape)
    assert window._list.table.selected_keys() == ()


def test_every_way_to_filter_says_the_same(build, qtbot):
    window = build()
    show(window, row(NAS, 1), row(SEEDBOX, 2))
    window._sidebar.filter_changed.emit(Filter(clients=frozenset({NAS})))
    assert names(window) == ["Release 1"]
    assert window._list.head.sentence.text() == "1 of 2 downloads"
    window._search.setText("nothing fits this")
    qtbot.waitUntil(lambda: window._list.page is window._list.empty)
    window._list.empty.clear_requested.emit()
    assert window._model.filter == Filter()
    assert window._search.text() == ""
    assert window._sidebar.filter == Filter()


def test_f6_goes_round_the_panes(build, qtbot):
    window = build()
    show(window, row(NAS, 1))
    qtbot.waitUntil(lambda: window._strip.focusProxy().isVisible())
    visited = []
    for _ in range(4):
        window._actions.next_pane.trigger()
        focused = QApplication.focusWidget()
        panes = (window._search, window._sidebar, window._list.table, window._strip)
        visited.append(next(pane for pane in panes if pane is focused or pane.isAncestorOf(focused)))
    assert len(set(visited)) == 4
    window._actions.previous_pane.trigger()
    assert QApplication.focusWidget() is not focused


def test_a_narrow_window_folds_the_sidebar_to_its_icons(build, qtbot):
    window = build()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window._sidebar.width() < 80)
    assert window._list.x() < 80, "the list takes the room"
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window._sidebar.width() > 150)


def test_silent_clients_and_mistakes_in_the_settings_are_said(build):
    window = build(problems=["Line 12: kind is one of transmission, qbittorrent."])
    show(window, row(NAS, 1), clients=(state(),))
    assert "Line 12" in window._list.banner.text.text()
    show(window, row(SEEDBOX, 2), clients=(state(), silent()))
    assert "Seedbox" in window._list.banner.title.text()


def test_closing_is_a_request(build, qtbot):
    window = build()
    with qtbot.waitSignal(window.quit_requested):
        window.close()
    assert window.isVisible()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_what_a_start_names_goes_into_the_one_add_dialog(build):
    window = build()
    window.take_arguments([])
    assert window.findChild(AddDialog) is None
    window.take_arguments([TextSource(text="a" * 40)])
    window.take_arguments([TextSource(text="b" * 40)])
    (dialog,) = window.findChildren(AddDialog)
    assert dialog.isVisible()
    assert dialog.source.text.split() == ["a" * 40, "b" * 40]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_add_button_and_its_keys_open_the_dialog(build):
    window = build()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(AddDialog)
    dialog.reject()
    window._actions.add.trigger()
    assert dialog.isVisible()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_links_are_pasted_in_the_list_and_nothing_else_is(build):
    window = build()
    show(window, row(NAS, 1))
    QApplication.clipboard().setText("Dear Emma,")
    QTest.keyClick(window._list.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.findChild(AddDialog) is None
    assert [toast.text for toast in window._toasts.shown] == [
        "There is no magnet, link, hash or file in the clipboard."
    ]
    QApplication.clipboard().setText(f"{'a' * 40}\n{'b' * 40}")
    QTest.keyClick(window._list.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(window.findChild(AddDialog).basket) == 2


def test_issues_have_a_list_of_their_own(build):
    window = build()
    show(window, row(NAS, 1, Status.FAILED, error="No space left on device"), row(NAS, 2))
    window._actions.views[View.ISSUES].trigger()
    assert window._list.page is window._list.issues
    assert window._list.head.sentence.text() == "1 of 2 downloads needs attention"


@pytest.mark.parametrize("view", [View.LIBRARY, View.HISTORY])
def test_no_download_is_acted_on_while_what_is_remembered_is_shown(build, view):
    window = build()
    film = row(NAS, 1)
    show(window, film)
    window._list.table.select([film.key])
    window._actions.views[view].trigger()
    assert window._list.head.name.text() == view.capitalize()
    assert window._selection() == ()
    window._actions.views[View.ALL].trigger()
    assert window._selection() == (film.key,)


def test_messages_name_a_download_by_what_it_is_for(build):
    window = build()
    film = row(NAS, 1)
    window.apply(update(film, clients=(state(),), records={film: record(1, subject("Detour", year=1945))}))
    window._list.table.select([film.key])
    window.apply(update(removed=(film,)))
    assert [toast.text for toast in window._toasts.shown] == ["Detour (1945) was removed in NAS."]


def test_a_selected_download_that_somebody_removed_is_told(build):
    window = build()
    film = row(NAS, 1)
    show(window, film)
    window._list.table.select([film.key])
    window.apply(Update(changed={}, removed=frozenset({film.key})))
    assert [toast.text for toast in window._toasts.shown] == ["Release 1 was removed in NAS."]


def test_rows_say_that_they_are_not_matched_only_once_that_is_known(build):
    window = build()
    show(window, row(NAS, 1))
    name = window._model.index(0, PLACE[ColumnId.NAME])
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "Release 1"
    keeper = window._workflows.keeper
    keeper.noticed(StoreUnavailableError("The disk is full."))
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "Release 1, What it is for is not available now"
    for state_of_store in (StoreState.READY, StoreState.UNAVAILABLE):
        keeper._set_state(state_of_store)
        assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "Release 1, Not matched to a movie or episode"
