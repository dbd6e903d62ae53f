"""Movies and shows, and how it stands with the downloads for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.media import LibraryEntry, MediaId, MediaItem, MediaType
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.library.model import LibraryColumn
from mydia_desktop.ui.library.view import LibraryView
from mydia_desktop.ui.theme import Theme
from tests.ui.library_room import LibraryRoom, episode
from tests.ui.shell_values import NAS, NOW, record, row, silent, subject, update

NOW_COLUMN, COMPLETED, REMARK = LibraryColumn.NOW, LibraryColumn.COMPLETED, LibraryColumn.REMARK
NONE = Qt.KeyboardModifier.NoModifier
NOSFERATU = subject("Nosferatu", year=1922)
DRAGNET = subject("Dragnet", season=1, episodes=(1, 2))


@pytest.fixture
def room(qapp, qtmodeltester):  # noqa: ARG001 - translations want an application
    room = LibraryRoom()
    qtmodeltester.check(room.model, force_py=True)
    return room


def test_movies_and_shows_stand_by_title_and_shows_unfold(room):
    room.library.put(NOSFERATU, DRAGNET, subject("Dragnet", season=2, episodes=(1,)), subject("Éclair"))
    assert room.lines() == ["Dragnet", "Éclair", "Nosferatu 1922"]
    assert room.lines(room.index("Dragnet")) == ["Season 1", "Season 2"]
    assert room.lines(room.index("Dragnet", "Season 1")) == ["Episode 1 S01E01", "Episode 2 S01E02"]
    assert not room.model.hasChildren(room.index("Nosferatu 1922"))


def test_a_line_says_what_is_live_for_it_now(room):
    room.library.put(DRAGNET)
    room.list(row(NAS, 1, Status.DOWNLOADING, progress=0.41), record(1, NOSFERATU))
    room.list(row(NAS, 2, Status.DOWNLOADING), record(2, subject("Dragnet", season=1, episodes=(2,))))
    room.list(row(NAS, 3), record(3, subject("Dragnet", season=1, episodes=(1,))))
    assert room.lines(None, LibraryColumn.TITLE, NOW_COLUMN) == [
        ("Dragnet", "1 Downloading, 1 Seeding"),
        ("Nosferatu 1922", "Downloading 41 %"),
    ]
    assert room.lines(room.index("Dragnet", "Season 1"), NOW_COLUMN) == ["Seeding", "Downloading 41 %"]


def test_a_whole_season_is_live_for_each_of_its_episodes(room):
    room.library.put(DRAGNET, subject("Dragnet", season=2, episodes=(1,)))
    room.list(row(NAS, 1), record(1, subject("Dragnet", season=1)))
    assert room.lines(room.index("Dragnet"), NOW_COLUMN) == ["Seeding", ""]
    assert room.lines(room.index("Dragnet", "Season 1"), NOW_COLUMN) == ["Seeding", "Seeding"]


def test_a_season_that_was_only_downloaded_whole_has_a_line(room):
    room.list(row(NAS, 1), record(1, subject("Dragnet", season=3)))
    assert room.model.hasChildren(room.index("Dragnet"))
    assert room.lines(room.index("Dragnet")) == ["Season 3"]
    assert not room.model.hasChildren(room.index("Dragnet", "Season 3"))


def test_what_a_silent_client_said_is_marked_as_not_live(room):
    room.list(row(NAS, 1, Status.DOWNLOADING), record(1, NOSFERATU), client=silent(NAS))
    room.model.tick(NOW)
    assert room.lines(None, NOW_COLUMN) == ["Downloading 41 % · Last seen 12 s ago"]
    heard = room.model.index(0, NOW_COLUMN).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith("not live")


def test_a_line_says_when_its_last_download_was_complete(room):
    room.model.tick(NOW)
    done = [record(n, NOSFERATU, completed_at=int(NOW) - age) for n, age in enumerate((600, 90_000))]
    room.library.put(NOSFERATU)
    assert room.lines(None, COMPLETED) == [""]
    room.library.remember(*done)
    assert room.lines(None, COMPLETED) == ["10 min ago"]


def test_a_line_says_what_is_missing_or_failed_and_what_was_never_there(room):
    room.library.put(subject("The Kid"))
    room.list(row(NAS, 1, Status.FAILED, error="No space left"), record(1, NOSFERATU))
    room.lose(record(2, subject("Detour"), client_name="NAS"))
    assert room.lines(None, LibraryColumn.TITLE, REMARK) == [
        ("Detour", "No longer in NAS"),
        ("Nosferatu 1922", "No space left"),
        ("The Kid", "Nothing downloaded"),
    ]


def test_silence_is_not_absence_a_record_without_a_row_is_not_gone(room):
    room.library.remember(record(1, NOSFERATU, client_name="NAS"))
    assert room.lines(None, NOW_COLUMN, REMARK) == [("", "")]


def test_a_search_finds_titles_releases_and_episodes(room):
    room.library.put(NOSFERATU, DRAGNET)
    room.library.put_entries(
        replace(room.library.entries["dragnet"], episodes=(episode("Dragnet", 1, 1, "The Big Seventeen"),))
    )
    room.library.remember(record(1, NOSFERATU, title="Nosferatu.1922-KINO", indexer="PublicReel"))
    for text, found in (
        ("drag", ["Dragnet"]),
        ("big seventeen", ["Dragnet"]),
        ("KINO", ["Nosferatu 1922"]),
        ("publicreel 1922", ["Nosferatu 1922"]),
        ("zzz", []),
        ("", ["Dragnet", "Nosferatu 1922"]),
    ):
        room.model.search(text)
        assert room.lines() == found, text
    assert room.model.words == ()


def test_what_is_unfolded_follows_its_episodes(room):
    """Qt's indexes of lines that stay go with them."""
    room.library.put(DRAGNET, NOSFERATU)
    second = QPersistentModelIndex(room.index("Dragnet", "Season 1", "Episode 2 S01E02"))
    room.library.put(subject("Dragnet", season=1, episodes=(0,)), subject("Dragnet", season=3, episodes=(7,)))
    assert room.lines(room.index("Dragnet")) == ["Season 1", "Season 3"]
    assert second.row() == 2
    entry = room.library.entries["dragnet"]
    moved = tuple(replace(each, season=3) if each.number == 2 else each for each in entry.episodes)
    room.library.put_entries(replace(entry, episodes=moved))
    assert room.lines(room.index("Dragnet", "Season 3")) == ["Episode 2 S03E02", "Episode 7 S03E07"]
    assert not second.isValid()
    room.library.put_entries(replace(entry, episodes=()))
    assert room.lines(room.index("Dragnet")) == []


def test_another_title_moves_the_line_and_what_qt_remembers_of_it(room):
    room.library.put(NOSFERATU, DRAGNET, subject("Metropolis"))
    dragnet = QPersistentModelIndex(room.index("Dragnet"))
    entry = room.library.entries["dragnet"]
    room.library.put_entries(replace(entry, item=replace(entry.item, title="Zorro")))
    assert room.lines() == ["Metropolis", "Nosferatu 1922", "Zorro"]
    assert dragnet.row() == 2
    assert room.lines(dragnet) == ["Season 1"]


def test_many_at_once_come_in_order(room):
    titles = [f"Movie {number}" for number in range(200)]
    room.library.put(*(subject(title) for title in titles[::2]))
    first = QPersistentModelIndex(room.index("Movie 100"))
    room.library.put(*(subject(title) for title in reversed(titles)))
    assert room.lines() == titles
    assert first.data() == "Movie 100"
    room.model.search("movie 1")
    assert len(room.lines()) == 119
    assert (room.model.movies, room.model.shows, room.model.total) == (119, 0, 200)


def test_law_5_an_answer_touches_only_the_lines_it_is_about(room):
    room.library.put(*(subject(f"Movie {number}") for number in range(50)))
    known = record(1, subject("Movie 7"))
    room.list(row(NAS, 1), known)
    told = []
    room.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    film = row(NAS, 1, Status.PAUSED)
    room.model.apply(update(film, row(NAS, 2), records={film: known}))
    assert told == [(7, 7)]
    told.clear()
    room.model.apply(update(removed=(film,)))
    assert told == [(7, 7)]


def test_names_from_outside_are_shown_harmless(room):
    item = MediaItem(id=MediaId("x"), type=MediaType.MOVIE, title="<b>Nos\u202eferatu")
    room.library.put_entries(LibraryEntry(item=item))
    assert room.lines() == ["<b>Nos\ufffdferatu"]
    assert "&lt;b&gt;" in room.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.fixture
def view(qtbot, room):
    room.library.put(NOSFERATU, DRAGNET)
    view = LibraryView(room.model, Theme(QApplication.instance(), "light"))
    view.resize(1000, 400)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def test_actions_are_those_of_the_downloads_of_the_selected_lines(view, room):
    season = record(1, subject("Dragnet", season=1))
    room.list(row(NAS, 1), season)
    room.list(row(NAS, 2), record(2, subject("Dragnet", season=1, episodes=(1,))))
    room.lose(record(3, NOSFERATU, client_name="NAS"))
    view.expandAll()
    view.setCurrentIndex(room.index("Dragnet", "Season 1", "Episode 2 S01E02"))
    assert view.selected_keys() == (row(NAS, 1).key,)
    view.selectAll()
    assert set(view.selected_keys()) == {row(NAS, 1).key, row(NAS, 2).key}
    assert view.selected_gone() == (record(3).id,)
    assert len(view.selected_nodes()) == 5


def test_enter_unfolds_f2_edits_and_letters_are_left_to_others(view, room, qtbot):
    view.setCurrentIndex(room.index("Dragnet"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.isExpanded(room.index("Dragnet"))
    with qtbot.waitSignal(view.edit_requested) as asked:
        QTest.keyClick(view, Qt.Key.Key_F2)
    assert asked.args[0].media_id == "dragnet"
    QTest.keyClick(view, "n")
    assert view.currentIndex() == room.index("Dragnet")


def test_unfolded_lines_and_the_selection_survive_what_comes(view, room):
    view.setExpanded(room.index("Dragnet"), True)
    view.setCurrentIndex(room.index("Dragnet", "Season 1"))
    room.library.put(*(subject(f"A movie {number}") for number in range(40)))
    assert view.isExpanded(room.index("Dragnet"))
    assert view.currentIndex() == room.index("Dragnet", "Season 1")
    assert [node.season for node in view.selected_nodes()] == [1]


def test_a_right_click_and_the_menu_keys_ask_for_the_menu_of_the_line(view, room, qtbot):
    where = view.visualRect(room.index("Nosferatu 1922")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(view.menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where))
        QApplication.sendEvent(view.viewport(), event)
    assert isinstance(asked.args[0], QPoint)
    for key, modifiers in ((Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)):
        with qtbot.waitSignal(view.menu_requested):
            QTest.keyClick(view, key, modifiers)


def test_search_words_are_folded_as_elsewhere(room):
    room.model.search("ÉTÉ  été")
    assert room.model.words == (fold("été"),)
