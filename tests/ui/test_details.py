"""The details pane: what it says of a selected download, and that it is nobody's business while it is closed."""

from __future__ import annotations

import asyncio
import gc
import shutil
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mydia_desktop.domain.content import Content, ContentFile
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import Event, EventKind, RecordId
from mydia_desktop.domain.transfer import Status, TransferKey
from mydia_desktop.ui.details.content_reader import ContentReader
from mydia_desktop.ui.details.dock import DetailsDock
from mydia_desktop.ui.details.facts import record_facts, transfer_facts
from mydia_desktop.ui.details.files_model import FileColumn, FilesModel, shown_percent
from mydia_desktop.ui.details.files_tree import AT_ONCE, Wanted, build, renew
from mydia_desktop.ui.details.story import Shade, in_short, step
from mydia_desktop.ui.details.summary import by_client, by_status, totals
from mydia_desktop.ui.row import Format, Row, Source
from mydia_desktop.workflows.record_keeper import StoreState
from tests.ui.settings_room import became
from tests.ui.shell_values import NAS, NOW, SEEDBOX, record, row, silent, state, subject
from tests.ui.whole_room import WholeRoom

KEY = TransferKey(NAS, "1")
FORM = Format(now=NOW)


@pytest.fixture(autouse=True)
def _garbage():
    yield
    gc.collect()


def file(path, size=100, *, here=0, wanted=True):
    return ContentFile(path=path, size=size, downloaded=here, wanted=wanted)


def content(*files):
    return Content(folder="/downloads", files=files, settled=True)


def row_of(transfer, of=None, *, client=None):
    return Row(transfer, Source(client or state()), of)


def said(facts):
    return {fact.name: fact.value for fact in facts}


# -- facts ----------------------------------------------------------------------------------------------------------


def test_the_overview_says_how_a_transfer_stands():
    film = row(
        NAS, 1, Status.DOWNLOADING, size=4 << 30, remaining=3 << 30, progress=0.25, download_speed=5 << 20,
        eta=1560, ratio=0.11, uploaded=1 << 30, seeds=29, peers=1, save_path="/downloads", v1="ab" * 20,
    )  # fmt: skip
    facts = said(transfer_facts(row_of(film), FORM, None))
    assert facts["Done"] == "1.00 GiB of 4.00 GiB (25 %)"
    assert facts["Speed"] == "5.0 MiB/s down"
    assert facts["Time left"].startswith("26 min, about ")
    assert facts["Peers"] == "29 seeds · 1 peer"
    assert facts["Ratio"] == "0.11 (1.00 GiB uploaded)"
    assert facts["Saved in"] == "No matching folder on this computer"
    assert facts["On the client"] == "/downloads"
    assert facts["Client"] == "NAS (Transmission 4.1.0)"
    assert facts["Info hash"] == "ab" * 20


def test_what_is_not_live_has_no_speed_no_end_and_no_peers():
    film = row(SEEDBOX, 1, Status.DOWNLOADING, download_speed=5 << 20, eta=1560, seeds=29, peers=1)
    facts = said(transfer_facts(row_of(film, client=silent()), FORM, None))
    assert not {"Speed", "Time left", "Peers"} & facts.keys()
    assert facts["Done"] == "512 MiB of 1.00 GiB (41 %)"


def test_hostile_words_stay_plain_text_on_one_line():
    film = row(NAS, 1, save_path="/a\n<b>\u202eb", category="x\ny", tracker="<i>")
    facts = said(transfer_facts(row_of(film), FORM, None)) | said(record_facts(row_of(film), FORM))
    assert facts["On the client"] == "/a <b>\ufffdb"
    assert facts["Category"] == "x y"


def test_the_record_says_what_it_is_for_and_where_it_was_found():
    film = row(NAS, 1, added_at=int(NOW) - 86400 * 40, completed_at=int(NOW) - 30)
    facts = said(
        record_facts(
            row_of(film, record(1, subject("Detour", year=1945), indexer="PublicReel", quality=("1080p",))), FORM
        )
    )
    assert facts["For"] == "Detour (1945)"
    assert facts["Found at"] == "PublicReel"
    assert facts["Quality"] == "1080p"
    assert facts["Completed"] == "just now"


def test_many_are_added_up():
    rows = [
        row_of(row(NAS, 1, size=100, remaining=50, download_speed=2048)),
        row_of(row(NAS, 2, size=100)),
        row_of(row(SEEDBOX, 3, Status.STALLED, size=200, remaining=200, download_speed=4096), client=silent()),
    ]
    facts = said(totals(rows, FORM))
    assert facts["Done"] == "150 B of 400 B (37 %)"
    assert facts["Speed"] == "2 KiB/s down", "a silent client's speed is none"
    assert said(by_status(rows)) == {"Seeding": "2", "Stalled": "1"}
    assert said(by_client(rows)) == {"NAS": "2", "Seedbox": "1"}


# -- files ----------------------------------------------------------------------------------------------------------


def test_files_are_a_tree_with_folders_first_and_in_natural_order():
    tree = build(content(file("Show/e10.mkv"), file("Show/e2.mkv"), file("Show/Subs/e2.srt"), file("Show/Art/a.png")))
    (show,) = tree.root.children
    assert [node.name for node in show.children] == ["Art", "Subs", "e2.mkv", "e10.mkv"]
    assert show.size == 400


def test_a_folder_is_complete_when_all_that_is_wanted_is_there_and_never_by_what_is_not():
    tree = build(content(file("a/x", here=100), file("a/y", here=100, wanted=False), file("a/z", here=99)))
    (folder,) = tree.root.children
    assert folder.wanted is Wanted.PARTLY
    assert not folder.is_complete
    assert shown_percent(folder) == 99
    renew(tree, (file("a/x", here=100), file("a/y", here=0, wanted=False), file("a/z", here=100)))
    assert folder.is_complete
    assert shown_percent(folder) == 100
    assert not tree.nodes[1].is_complete, "nobody wants it"


@pytest.mark.parametrize("path", ["", "/", "//", "../../etc/passwd", "a//b", "a/b/../c", "\0", "x" * 3000])
def test_any_path_of_a_torrent_is_a_line(path):
    tree = build(content(file(path), file(path)))
    assert tree.count == 2


def test_a_torrent_may_nest_its_folders_deeper_than_anybody_recurses():
    tree = build(content(file("/".join("d" * 3000))))
    assert tree.root.size == 100


def test_a_file_and_a_folder_may_have_one_name():
    tree = build(content(file("a"), file("a/b")))
    assert sorted(node.is_folder for node in tree.root.children) == [False, True]


def test_the_model_of_files_keeps_qts_rules(qapp, qtmodeltester):  # noqa: ARG001 - translations want an application
    model = FilesModel()
    qtmodeltester.check(model, force_py=True)
    tree = build(content(file("a/x", here=50), file("a/b/y"), file("z")))
    model.show_tree(tree)
    assert model.rowCount() == 2
    folder = model.index(0, 0)
    assert model.rowCount(folder) == 2
    assert model.index(0, FileColumn.PROGRESS).data() == "25 %"
    assert folder.data(Qt.ItemDataRole.AccessibleTextRole) == "a, folder"
    renew(tree, (file("a/x", here=100), file("a/b/y", here=100), file("z")))
    model.show_tree(tree)
    assert model.index(0, FileColumn.PROGRESS).data() == "100 %"
    model.show_tree(build(content(file("other"))))
    assert model.index(0, 0).data() == "other"
    model.show_tree(None)
    assert model.rowCount() == 0


def test_a_folder_of_twenty_thousand_files_is_listed_as_somebody_scrolls(qapp):  # noqa: ARG001 - translations want an application
    files = tuple(file(f"pack/{number:05}.bin") for number in range(20_000))
    before = time.perf_counter()
    tree = build(content(*files))
    built = time.perf_counter() - before
    model = FilesModel()
    model.show_tree(tree)
    folder = model.index(0, 0)
    assert model.rowCount(folder) == AT_ONCE
    while model.canFetchMore(folder):
        model.fetchMore(folder)
    assert model.rowCount(folder) == 20_000
    assert built < 5


class Asked:
    """A client with files; every question is counted."""

    def __init__(self, answer):
        self.answer, self.count = answer, 0

    async def content(self, _key):
        self.count += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def reader_of(source, clock):
    return ContentReader(source, asyncio.run, monotonic=lambda: clock[0])


def test_files_are_asked_for_gently_and_only_when_somebody_looks(qapp):  # noqa: ARG001 - signals want an application
    source, clock = Asked(content(file("a"))), [100.0]
    reader = reader_of(source, clock)
    reader.look_at(KEY)
    assert source.count == 0
    reader.ask_if_due(done=False)
    reader.ask_if_due(done=False)
    assert source.count == 1
    clock[0] += 3.1
    reader.ask_if_due(done=True)
    assert source.count == 1, "what is done changes seldom"
    reader.ask_if_due(done=False)
    assert source.count == 2


def test_the_same_files_keep_their_lines(qapp):  # noqa: ARG001 - signals want an application
    source, clock = Asked(content(file("a"))), [0.0]
    reader = reader_of(source, clock)
    reader.look_at(KEY)
    reader.ask_if_due(done=False)
    tree = reader.tree
    source.answer, clock[0] = content(file("a", here=100)), 10.0
    reader.ask_if_due(done=False)
    assert reader.tree is tree
    assert tree.root.here == 100


def test_an_outage_keeps_the_files_and_says_why_they_are_old(qapp):  # noqa: ARG001 - signals want an application
    source, clock = Asked(content(file("a"))), [0.0]
    reader = reader_of(source, clock)
    reader.look_at(KEY)
    reader.ask_if_due(done=False)
    source.answer, clock[0] = ClientUnreachableError("No answer.", cause=Cause.TIMED_OUT), 10.0
    reader.ask_if_due(done=False)
    assert reader.tree is not None
    assert reader.problem == "No answer."
    source.answer, clock[0] = None, 20.0
    reader.ask_if_due(done=False)
    assert reader.is_gone
    assert not reader.problem


def test_an_answer_for_another_download_is_not_shown(qapp):  # noqa: ARG001 - signals want an application
    waiting = []
    source = Asked(content(file("late")))
    reader = ContentReader(source, waiting.append)
    reader.look_at(KEY)
    reader.ask_if_due(done=False)
    reader.look_at(TransferKey(NAS, "2"))
    asyncio.run(waiting[0])
    assert reader.tree is None


# -- the story ------------------------------------------------------------------------------------------------------


def event(number, kind, *, attempt=1, **detail):
    return Event(
        id=number, at=NOW - 100 + number, actor="me@desk", kind=kind, record_id=RecordId("r"), attempt=attempt,
        detail={"client": "NAS"} | detail,
    )  # fmt: skip


def test_steps_that_led_to_something_are_left_out_of_the_story():
    events = [
        event(1, EventKind.REQUESTED, verb="add"),
        event(2, EventKind.SENT),
        event(3, EventKind.CONFIRMED),
        event(4, EventKind.COMPLETED),
        event(5, EventKind.REQUESTED, verb="remove"),
    ]
    assert [each.id for each in in_short(events)] == [3, 4, 5], "what is still under way is told"
    assert [each.id for each in in_short(events[:2])] == [2]


def test_trouble_in_the_story_looks_like_trouble():
    assert step(event(1, EventKind.FAILED, message="Disk full"), FORM).shade is Shade.TROUBLE
    assert step(event(1, EventKind.FAILED, message="Disk\nfull"), FORM).remark == "Disk full"


# -- the dock -------------------------------------------------------------------------------------------------------


def test_nothing_is_built_before_somebody_opens_it(qtbot):
    dock = DetailsDock(QWidget(), lambda: pytest.fail("built"))
    qtbot.addWidget(dock)
    dock.set_open(False)
    dock.fit(1700)
    dock.fit(900)
    assert dock.panes == ()


@pytest.mark.parametrize("saved", ["", "x", "1 2 3", "-5 10", "99999999999999999999 3", "٣ ٤"])
def test_a_damaged_size_is_as_good_as_none(qtbot, saved):
    dock = DetailsDock(QWidget(), lambda: pytest.fail("built"))
    qtbot.addWidget(dock)
    dock.restore(saved)
    height, width = map(int, dock.save().split())
    assert 220 <= height <= 1500
    assert 340 <= width <= 1700


# -- the pane in its window -----------------------------------------------------------------------------------------


def live(story):
    def wrapped(tmp_path, qapp):
        WholeRoom(qapp, tmp_path).run(story)

    wrapped.__name__, wrapped.__doc__ = story.__name__, story.__doc__
    return wrapped


async def ready(room, *keys):
    room.live.try_now()
    await became(lambda: len(room.names()) == len(room.client.listed()))
    await became(lambda: room.records.keeper.state is StoreState.READY)
    room.window._list.table.select(keys)


@live
async def test_enter_opens_and_closes_it_and_the_keyboard_stays_in_the_list(room):
    film = room.client.put("Detour.1945.1080p")
    await ready(room, film)
    table = room.window._list.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    (pane,) = room.window._details.panes
    assert pane.isVisible()
    assert room.window._actions.details.isChecked()
    await became(lambda: pane.header.title.text() == "Detour.1945.1080p")
    assert QApplication.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert not pane.isVisible()


@live
async def test_it_follows_the_selection_and_what_the_client_says(room):
    film = room.client.put("Detour.1945.1080p", size=900)
    other = room.client.put("Charade.1963.1080p", status=Status.PAUSED)
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(lambda: "450 B of 900 B (50 %)" in said(pane.overview.transfer.facts).values())
    room.client.change(film, remaining=90, progress=0.9)
    room.live.try_now()
    await became(lambda: "810 B of 900 B (90 %)" in said(pane.overview.transfer.facts).values())
    assert said(pane.overview.transfer.facts)["Saved in"] == "/mnt/nas"
    room.window._list.table.select([film, other])
    await became(lambda: pane.header.title.text() == "2 downloads")
    assert not pane.tabs.isVisible()
    room.window._list.table.clear_selection()
    await became(lambda: pane._stack.currentWidget() is pane._nothing)


@live
async def test_files_are_shown_and_asked_for_only_while_their_tab_is(room):
    film = room.client.put("Detour")
    room.client.files[film] = (file("Detour/Detour.mkv", here=50), file("Detour/Sample.mkv", wanted=False))
    await ready(room, film)
    asked = []
    content_of = room.client.content

    async def counted(key):
        asked.append(key)
        return await content_of(key)

    room.client.content = counted
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(lambda: pane.header.title.text() == "Detour")
    for _ in range(10):
        room.window.tick()
        await asyncio.sleep(0)
    assert not asked, "nobody looks at its files"
    QTest.keyClick(room.window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    await became(lambda: pane.files.model.rowCount() == 1)
    assert pane.tabs.tabText(pane.tabs.currentIndex()) == "Files  2"
    folder = pane.files.model.index(0, 0)
    assert pane.files.view.isExpanded(folder)
    assert pane.files.model.index(0, FileColumn.PROGRESS).data() == "50 %"
    assert pane.files.model.index(0, FileColumn.WANTED).data() == "Partly"
    room.window._actions.details.setChecked(False)
    asked.clear()
    for _ in range(30):
        room.window.tick()
        await asyncio.sleep(0)
    assert not asked


@live
async def test_the_history_of_a_record_is_told_in_it(room):
    film = room.client.put("Detour.1945.1080p")
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(lambda: pane.header.title.text() == "Detour.1945.1080p")
    assert not pane.tabs.isTabVisible(2), "nothing is remembered of it"
    await room.records.matching.assign([film], SubjectDraft(type=MediaType.MOVIE, title="Detour", year=1945))
    await became(lambda: pane.header.title.text() == "Detour")
    await became(lambda: [step.title for step in pane.history.steps] == ["Tied to Detour (1945)"])
    assert pane.tabs.isTabVisible(2)
    assert said(pane.overview.record.facts)["For"] == "Detour (1945)"


@live
async def test_what_does_not_answer_is_grey_with_its_age(room):
    film = room.client.put("Detour", download_speed=5 << 20)
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(lambda: "Speed" in said(pane.overview.transfer.facts))
    room.live.watches[film.client].fall_silent()
    room.client.fall_silent()
    await became(lambda: "Speed" not in said(pane.overview.transfer.facts))
    assert pane.header._state.text().startswith("Downloading · Last seen")
    assert pane.header.title.property("stale")


@live
async def test_a_removed_download_leaves_the_hint(room):
    film = room.client.put("Detour")
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(lambda: pane.header.title.text() == "Detour")
    room.client.remove(film)
    room.live.try_now()
    await became(lambda: pane._stack.currentWidget() is pane._nothing)


@live
async def test_it_stands_below_the_list_and_in_a_wide_window_beside_it(room):
    film = room.client.put("Detour")
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    assert pane.height() == 368
    room.window.resize(1700, 900)
    await became(lambda: pane.width() == 420)
    room.window.resize(1280, 800)
    await became(lambda: pane.height() == 368)


def test_it_comes_back_as_it_was_left(tmp_path, qapp):
    async def leave(room):
        room.window._actions.details.setChecked(True)
        room.window._details.setSizes([300, 260])
        room.window._details.splitterMoved.emit(300, 1)
        assert room.window._details.panes[0].height() > 220

    async def find(room):
        (pane,) = room.window._details.panes
        await became(pane.isVisible)
        await became(lambda: abs(pane.height() - int(room.window._details.save().split()[0])) <= 1)
        assert pane.height() != 368

    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    WholeRoom(qapp, first).run(leave)
    shutil.copy(first / "window.ini", second)
    WholeRoom(qapp, second).run(find)


@live
async def test_f6_reaches_its_tabs(room):
    film = room.client.put("Detour")
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(pane.tabs.isVisible)
    visited = set()
    for _ in range(6):
        room.window._actions.next_pane.trigger()
        visited.add(QApplication.focusWidget())
    assert pane.tabs in visited


@live
async def test_the_tab_of_the_history_is_there_to_see_for_what_was_tied_just_now(room):
    film = room.client.put("Detour.1945.1080p")
    await ready(room, film)
    room.window._actions.details.setChecked(True)
    (pane,) = room.window._details.panes
    await became(pane.tabs.isVisible)
    await room.records.matching.assign([film], SubjectDraft(type=MediaType.MOVIE, title="Detour", year=1945))
    await became(lambda: pane.tabs.isTabVisible(2))
    await became(lambda: pane.tabs.rect().contains(pane.tabs.tabRect(2)))
    assert pane.tabs.size() == pane.tabs.sizeHint()
