"""The Add dialog: what comes in, what it is for, where it goes, and what becomes of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaType, Subject, SubjectDraft
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.domain.transfer import Status, TransferKey
from mydia_desktop.ui.add import footer
from mydia_desktop.ui.add.expected import within
from mydia_desktop.ui.add.files_dialog import FilesDialog
from mydia_desktop.ui.add.item import Stage
from mydia_desktop.ui.match_dialog import MatchDialog
from mydia_desktop.workflows.deliveries import AddResult
from mydia_desktop.workflows.duplicates import Duplicate, DuplicateKind
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource
from tests.scene import zero_torrent
from tests.torrents import bencode
from tests.ui.add_room import HOLMES, AddRoom, client, magnet, settings
from tests.ui.settings_room import became
from tests.ui.shell_values import NAS, SEEDBOX, row

# The offscreen platform has nothing that would raise a window or keep it at its size.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

EPISODE = "Sherlock.Holmes.1954.S01E09.The.Case.of.the.Cunningham.Heritage.1080p.WEBRip.x265-BAKER"


@pytest.fixture
def room(qapp):
    """A NAS and a seedbox, and a library of a show and a movie."""
    return AddRoom(qapp)


def texts(*lines: str) -> list[TextSource]:
    """Lines of the text box."""
    return [TextSource(text=line) for line in lines]


def stages(dialog) -> list[Stage]:
    """How far everything is."""
    return [item.stage for item in dialog.basket]


async def ready(dialog, count: int = 1) -> None:
    """Wait until so many can be added, and the dialog says so."""
    await became(lambda: len(dialog._ready()) == count and not dialog._soon.isActive())


def test_what_is_pasted_is_read_and_named(room):
    async def story(dialog):
        assert not dialog.footer.add.isEnabled()
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        assert dialog.source.hint.text() == "Filled from the clipboard. One per line to add several."
        assert dialog.card.title.text() == "Sherlock Holmes"
        assert dialog.card.facts.text() == "1954 · S01E09"
        assert dialog.card.second.text() == "The Case of the Cunningham Heritage"
        assert dialog.card.kind.currentText() == "Episode"
        assert dialog.card.words.words == ("1080p", "WEBRip", "x265", "BAKER")
        assert dialog.footer.status.text() == "1 download ready"
        assert dialog.footer.add.accessibleName() == "Add download"
        assert dialog.list.isHidden()

    room.run(story)


def test_a_clipboard_that_holds_something_else_is_left_alone(room):
    """Also an address of a page: nothing is fetched that nobody asked for."""

    async def story(dialog):
        for other in ("Dear Emma,", "https://archive.invalid/details/nosferatu", ""):
            dialog.begin(other)
            assert dialog.source.text == ""

    room.run(story)


def test_adding_hands_over_what_was_chosen_and_closes(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        dialog.options.path.line.setText("/srv/shows")
        dialog.options.start.setChecked(False)
        dialog.options.top.setChecked(True)
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible())
        (wanted,) = room.added
        assert wanted.release.v1 == "8" * 40
        assert (wanted.client, wanted.save_path, wanted.category) == (NAS, "/srv/shows", "tv")
        assert wanted.paused
        assert wanted.top_of_queue
        assert wanted.subject.item_id == HOLMES.id
        assert wanted.subject.episodes == (9,)
        assert wanted.quality == ("1080p", "WEBRip", "x265", "BAKER")
        assert len(dialog.basket) == 0

    room.run(story)


def test_what_was_added_does_not_come_back_from_the_clipboard(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible())
        dialog.begin(magnet(EPISODE))
        assert dialog.source.text == ""

    room.run(story)


def test_an_untouched_save_path_is_left_to_the_client(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        assert dialog.options.path.line.placeholderText() == "/srv/tv"
        assert dialog.options.path.note == f"Path on NAS. On this computer: {Path('/mnt/nas/tv')}"
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible())
        assert room.added[0].save_path is None

    room.run(story)


def test_a_folder_of_this_computer_becomes_the_client_s(room):
    async def story(dialog):
        path = dialog.options.path
        path.take_local("/mnt/nas/movies")
        assert path.line.text() == "/srv/movies"
        path.take_local("/home/emma")
        assert path.line.text() == "/srv/movies"
        assert "is not in a folder that NAS shares" in path.note

    room.run(story)


def test_without_a_mapping_no_folder_can_be_chosen_and_it_says_why(room):
    async def story(dialog):
        dialog.options.client.setCurrentIndex(1)
        dialog.options.client.activated.emit(1)
        await became(lambda: not dialog._soon.isActive())
        assert not dialog.options.path.choose.isEnabled()
        assert "mapped to Seedbox" in dialog.options.path.choose.toolTip()

    room.run(story)


def test_one_that_fails_does_not_take_the_others_with_it(room):
    """It stays with the reason on its line; the button tries it alone."""

    def answer(wanted):
        if wanted.release.name == "Detour.1945" and len(room.added) <= 3:
            return AddResult(outcome=Outcome.REFUSED, message="NAS refused it: No space left on device.")
        return AddResult(outcome=Outcome.ACCEPTED)

    room.answer = answer

    async def story(dialog):
        names = ("Nosferatu.1922", "Detour.1945", "Charade.1963")
        dialog.take(texts(*(magnet(name, str(number)) for number, name in enumerate(names))))
        await ready(dialog, 3)
        assert dialog.footer.add.accessibleName() == "Add 3 downloads"
        dialog.footer.add.click()
        await became(lambda: Stage.FAILED in stages(dialog) and not dialog._adder.running)
        assert stages(dialog) == [Stage.ADDED, Stage.FAILED, Stage.ADDED]
        assert dialog.isVisible()
        assert dialog.source.text == magnet("Detour.1945", "1")
        assert dialog.current.message == "NAS refused it: No space left on device."
        assert dialog.footer.add.accessibleName() == "Try again"
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible())
        assert [wanted.release.name for wanted in room.added] == [*names, "Detour.1945"]

    room.run(story)


def test_what_has_no_answer_is_not_sent_again_by_the_button(room):
    room.answer = lambda _wanted: AddResult(outcome=Outcome.UNKNOWN, message="NAS may still do this.")

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        dialog.footer.add.click()
        await became(lambda: stages(dialog) == [Stage.UNKNOWN] and not dialog._soon.isActive())
        assert dialog.problem.text.text() == "NAS may still do this."
        assert not dialog.footer.add.isEnabled()
        assert dialog.footer.cancel.text() == "Close"
        assert dialog.source.text == ""
        assert len(dialog.basket) == 1

    room.run(story)


def test_a_line_that_is_nothing_says_what_to_do(room):
    async def story(dialog):
        dialog.take(texts("not a magnet"))
        await became(lambda: stages(dialog) == [Stage.UNREADABLE] and not dialog._soon.isActive())
        assert "This is no magnet link" in dialog.problem.text.text()
        assert not dialog.footer.add.isEnabled()
        assert dialog.footer.status.text() == "1 can’t be added"  # noqa: RUF001 - as it is printed

    room.run(story)


def test_a_line_that_goes_takes_its_reading_with_it(room):
    """A link to a server that never answers holds up nothing."""
    began, cancelled = asyncio.Event(), asyncio.Event()

    async def never(_source):
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    room.read = never

    async def story(dialog):
        dialog.take(texts("http://192.0.2.1/film.torrent"))
        await began.wait()
        dialog.source.edit.setPlainText("")
        dialog.source.settle()
        await cancelled.wait()
        assert len(dialog.basket) == 0

    room.run(story)


def test_typing_is_read_after_a_pause(room):
    async def story(dialog):
        QTest.keyClicks(dialog.source.edit, magnet("Nosferatu.1922"))
        assert len(dialog.basket) == 0
        await ready(dialog)
        assert dialog.card.title.text() == "Nosferatu"
        assert dialog.source.hint.text() == "One per line to add several."

    room.run(story)


def test_two_hundred_files_at_once_are_one_dialog_that_goes_on_answering(room, tmp_path):
    paths = []
    for number in range(200):
        path = tmp_path / f"{number}.torrent"
        path.write_bytes(zero_torrent(f"Dragnet.S01E{number + 1:03}.720p.WEBRip-BAKER", 1 << 20)[0])
        paths.append(path)

    async def story(dialog):
        dialog.take(paths)
        assert len(dialog.basket) == 200
        longest, last = 0.0, asyncio.get_running_loop().time()
        while len(dialog._ready()) < 200:
            await asyncio.sleep(0.001)
            now = asyncio.get_running_loop().time()
            longest, last = max(longest, now - last), now
        assert longest < 1.0
        dialog._show_all()
        assert dialog.footer.add.accessibleName() == "Add 200 downloads"
        assert dialog.footer.status.text() == "200 downloads ready"
        assert dialog.list.isVisible()
        assert len(dialog.list.viewport().children()) == 0

    room.run(story)


def test_a_file_that_can_t_be_read_says_so_on_its_line(room, tmp_path):
    (tmp_path / "page.torrent").write_text("<html>not found</html>")

    async def story(dialog):
        dialog.take([tmp_path / "page.torrent", tmp_path / "gone.torrent", tmp_path])
        await became(lambda: stages(dialog) == [Stage.UNREADABLE] * 3)
        messages = [item.message for item in dialog.basket]
        assert "web page" in messages[0]
        assert messages[1] == "There is no file gone.torrent."
        assert "is a folder" in messages[2]

    room.run(story)


def test_the_same_release_twice_is_added_once(room, tmp_path):
    """As a file and as bytes that another start handed over."""
    data, _ = zero_torrent("Detour.1945", 1 << 20)
    (tmp_path / "a.torrent").write_bytes(data)

    async def story(dialog):
        dialog.take([tmp_path / "a.torrent", FileSource(name="b.torrent", data=data)])
        await became(lambda: Stage.READING not in stages(dialog))
        assert sorted(stages(dialog)) == [Stage.READY, Stage.UNREADABLE]
        assert "This is in the list already." in {item.message for item in dialog.basket}

    room.run(story)


def holmes_there() -> Duplicate:
    """S01E05 to E08, stalled in the NAS."""
    episodes = tuple(
        Episode(id=EpisodeId(str(number)), media_item_id=HOLMES.id, season=1, number=number) for number in (5, 6, 7, 8)
    )
    record = Record(id=RecordId("r"), title="x", subject=Subject(item=HOLMES, season=1, episodes=episodes))
    there = row(NAS, 9, Status.STALLED)
    return Duplicate(why=DuplicateKind.SAME_SUBJECT, client_name="NAS", key=there.key, record=record, transfer=there)


def test_what_is_there_already_is_said_before_anything_is_sent(room):
    room.found = [holmes_there()]

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        assert dialog.duplicate.text.text() == (
            "S01E05 – E08 of this series is already in NAS and stalled. "  # noqa: RUF001 - a dash as it is printed
            "This adds a separate download."
        )
        shown = []
        dialog.show_requested.connect(shown.append)
        dialog.duplicate.button.click()
        assert shown == [TransferKey(NAS, "9")]
        assert dialog.isVisible()
        assert dialog.footer.add.isEnabled()

    room.run(story)


def test_adding_to_the_client_that_has_it_changes_nothing_and_it_says_so(room):
    there = row(NAS, 9, Status.SEEDING)
    room.found = [Duplicate(why=DuplicateKind.SAME_IN_CLIENT, client_name="NAS", key=there.key, transfer=there)]

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        said = dialog.duplicate.text.text()
        assert said == "This release is already in NAS and seeding. Adding it again changes nothing there."
        dialog.options.client.setCurrentIndex(1)
        dialog.options.client.activated.emit(1)
        await became(lambda: "second copy" in dialog.duplicate.text.text())

    room.run(story)


def test_a_client_that_can_t_take_it_is_off_and_says_why(room):
    room.states = [client(live=False), client(SEEDBOX, "Seedbox", kind="qbittorrent")]

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        choice = dialog.options.client
        assert choice.client == SEEDBOX
        place = choice.findData(NAS)
        assert not choice.model().item(place).isEnabled()
        assert choice.itemText(place) == "NAS — NAS does not answer."
        assert choice.currentText() == "Seedbox — qBittorrent 4.1.0, 1.82 TiB free"

    room.run(story)


def test_a_client_without_a_queue_has_no_top_to_put_it(room):
    room.states = [client(verbs=frozenset(Verb) - {Verb.QUEUE_TOP})]
    room.configs = [settings()]

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        assert dialog.options.top.isHidden()

    room.run(story)


def test_too_little_room_is_said_with_both_numbers(room, tmp_path):
    room.states = [client(free=1 << 30)]
    room.configs = [settings()]
    (tmp_path / "a.torrent").write_bytes(zero_torrent("Detour.1945", 50 << 30)[0])

    async def story(dialog):
        dialog.take([tmp_path / "a.torrent"])
        await ready(dialog)
        assert dialog.space.text.text() == "NAS has 1.00 GiB left; this needs 50.0 GiB."
        assert dialog.footer.add.isEnabled()

    room.run(story)


def test_the_kind_can_be_changed_to_what_the_name_allows(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)

        async def choose(text):
            dialog.card.kind.setCurrentIndex(dialog.card.kind.findText(text))
            dialog.card.kind.activated.emit(dialog.card.kind.currentIndex())
            await became(lambda: not dialog._soon.isActive())
            return dialog.current.subject

        season = await choose("Season pack")
        assert (season.item_id, season.season, season.episodes) == (HOLMES.id, 1, ())
        movie = await choose("Movie")
        assert (movie.type, movie.item_id, movie.season) == (MediaType.MOVIE, None, None)
        assert await choose("Not matched") is None
        assert (await choose("Episode")).episodes == (9,)

    room.run(story)


def test_an_episode_without_a_number_is_asked_for(room):
    async def story(dialog):
        dialog.begin(magnet("Nosferatu.1922"))
        await ready(dialog)
        dialog.card.kind.setCurrentIndex(dialog.card.kind.findText("Episode"))
        dialog.card.kind.activated.emit(dialog.card.kind.currentIndex())
        match = dialog.findChild(MatchDialog)
        assert match is not None
        assert dialog.card.kind.currentText() == "Movie"
        match.reject()

    room.run(story)


def test_change_ties_it_to_another_one(room):
    async def story(dialog):
        dialog.begin(magnet("Some.Unknown.Thing"))
        await ready(dialog)
        dialog.card.change.click()
        match = dialog.findChild(MatchDialog)
        match.search.setText("holmes")
        match.search.textEdited.emit("holmes")
        await became(lambda: match.list.offer is not None and match.list.offer.id == HOLMES.id)
        match.season.setText("1")
        match.episodes.setText("5-8")
        match.match.click()
        await became(lambda: not dialog._soon.isActive())
        assert dialog.current.subject.item_id == HOLMES.id
        assert dialog.current.subject.episodes == (5, 6, 7, 8)
        assert dialog.card.facts.text() == "1954 · S01E05 – E08"  # noqa: RUF001 - a dash as it is printed

    room.run(story)


def test_esc_keeps_what_was_typed_until_the_next_time(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        dialog.begin("")
        assert dialog.source.text == magnet(EPISODE)
        assert stages(dialog) == [Stage.READY]

    room.run(story)


def test_cancel_sends_everything_away(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        dialog.footer.cancel.click()
        assert not dialog.isVisible()
        assert len(dialog.basket) == 0
        assert dialog.source.text == ""

    room.run(story)


def test_closing_while_it_adds_loses_nothing(room):
    room.gate = asyncio.Event()
    room.answer = lambda _wanted: AddResult(outcome=Outcome.REFUSED, message="No.")

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        dialog.footer.add.click()
        await became(lambda: dialog._adder.running)
        dialog.footer.cancel.click()
        assert not dialog.isVisible()
        room.gate.set()
        await became(lambda: not dialog._adder.running)
        assert stages(dialog) == [Stage.FAILED]

    room.run(story)


def test_files_and_links_dropped_on_it_are_taken_in_addition(room, tmp_path):
    (tmp_path / "a.torrent").write_bytes(zero_torrent("Detour.1945", 1 << 20)[0])

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.torrent"))])
        drop = QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        dialog.dropEvent(drop)
        await ready(dialog, 2)
        assert dialog.footer.add.accessibleName() == "Add 2 downloads"

    room.run(story)


def test_del_takes_a_line_out_of_list_and_box(room):
    async def story(dialog):
        dialog.take(texts(magnet("Nosferatu.1922", "1"), magnet("Detour.1945", "2")))
        await ready(dialog, 2)
        dialog.list.setCurrentIndex(dialog.basket.index(0))
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
        assert [item.name for item in dialog.basket] == ["Detour.1945"]
        assert dialog.source.text == magnet("Detour.1945", "2")

    room.run(story)


def test_a_name_is_never_markup(room):
    async def story(dialog):
        dialog.take(texts(f"magnet:?xt=urn:btih:{'a' * 40}&dn=%3Cb%3Ebold%3C/b%3E%E2%80%AEgnp"))
        await ready(dialog)
        assert dialog.card.title.textFormat() == Qt.TextFormat.PlainText
        assert dialog.card.second.textFormat() == Qt.TextFormat.PlainText
        index = dialog.basket.index(0)
        assert "\u202e" not in index.data(Qt.ItemDataRole.DisplayRole)
        assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)

    room.run(story)


def test_every_control_has_a_name_for_those_who_do_not_see_it(room):
    async def story(dialog):
        controls = (
            dialog.source.edit, dialog.zone.choose, dialog.list, dialog.card.kind, dialog.card.change,
            dialog.options.client, dialog.options.category, dialog.options.path.line, dialog.options.path.choose,
            dialog.footer.add,
        )  # fmt: skip
        assert all(control.accessibleName() for control in controls)

    room.run(story)


def test_tab_goes_from_top_to_bottom(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        heights = []
        widget = dialog.source.edit
        for _ in range(12):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                heights.append(widget.mapTo(dialog, QPoint(0, 0)).y())
            widget = widget.nextInFocusChain()
            if widget is dialog.footer.add:
                break
        assert heights == sorted(heights)

    room.run(story)


def test_the_list_is_spoken_line_by_line(room):
    async def story(dialog):
        dialog.take(texts(magnet("Nosferatu.1922.1080p", "1"), "nonsense"))
        await became(lambda: Stage.READING not in stages(dialog))
        spoken = [dialog.basket.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)]
        assert spoken[0] == "Nosferatu.1922.1080p, Nosferatu 1922, Ready"
        assert spoken[1].startswith("nonsense, Can’t be added, This is no magnet")  # noqa: RUF001 - as it is printed

    room.run(story)


def test_the_basket_is_a_good_model(room, qtmodeltester):
    async def story(dialog):
        qtmodeltester.check(dialog.basket)
        dialog.take(texts(magnet("Nosferatu.1922", "1"), magnet("Detour.1945", "2"), "nonsense"))
        await became(lambda: Stage.READING not in stages(dialog))
        dialog.source.edit.setPlainText(magnet("Detour.1945", "2"))
        dialog.source.settle()
        dialog.basket.clear()

    room.run(story)


def test_news_of_the_clients_reach_an_open_dialog(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        facts = replace(room.states[0].facts, free_space=5 << 30)
        room.states[0] = replace(room.states[0], facts=facts)
        dialog.look_again()
        await became(lambda: "5.00 GiB free" in dialog.options.client.currentText())

    room.run(story)


def test_what_comes_while_something_is_expected_is_for_that(room):
    """Until the dialog is put away, whatever the names say; of a show the name says which part."""

    async def story(dialog):
        kid = SubjectDraft(item_id=MediaId("kid"), title="The Kid", year=1921)
        dialog.begin("")
        dialog.expect(kid)
        dialog.source.fill(magnet(EPISODE))
        await ready(dialog)
        assert dialog.card.title.text() == "The Kid"
        dialog._cancel()
        dialog.begin("")
        dialog.source.fill(magnet(EPISODE))
        await ready(dialog)
        assert dialog.card.title.text() == "Sherlock Holmes"

    room.run(story)


@pytest.mark.parametrize(
    ("expected", "season", "episodes"),
    [
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet"), 2, (7,)),
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=2), 2, (7,)),
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=3), 3, ()),
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=2, episodes=(9,)), 2, (9,)),
        (SubjectDraft(title="Dragnet"), None, ()),
    ],
)
def test_of_a_show_that_was_meant_the_name_says_which_part(expected, season, episodes):
    found = within(expected, ParsedName(title="Dragnet", season=2, episodes=(7,)))
    assert (found.title, found.season, found.episodes) == ("Dragnet", season, episodes)
    # Without a season an episode's number counts through all of the show.
    assert within(expected, ParsedName(episodes=(120,))) == expected


def test_several_selected_ones_are_changed_together(room):
    """Each keeps the season and episode that its own name says."""

    async def story(dialog):
        names = ("Holmes.S01E02", "Holmes.S01E03", "Nosferatu.1922")
        dialog.take(texts(*(magnet(name, str(number)) for number, name in enumerate(names))))
        await ready(dialog, 3)
        dialog.list.setCurrentIndex(dialog.basket.index(0))
        dialog.list.selectionModel().select(dialog.basket.index(1), dialog.list.selectionModel().SelectionFlag.Select)
        await became(lambda: not dialog._soon.isActive())
        dialog.card.change.click()
        match = dialog.findChild(MatchDialog)
        assert match.release.text() == "2 downloads"
        match.search.setText("sherlock")
        match.search.textEdited.emit("sherlock")
        await became(lambda: match.list.offer is not None and match.list.offer.id == HOLMES.id)
        match.match.click()
        first, second, other = [item.subject for item in dialog.basket]
        assert (first.item_id, first.season, first.episodes) == (HOLMES.id, 1, (2,))
        assert (second.item_id, second.season, second.episodes) == (HOLMES.id, 1, (3,))
        assert other.title == "Nosferatu"

    room.run(story)


def test_what_had_no_answer_is_added_once_its_client_lists_it(room):
    room.answer = lambda _wanted: AddResult(outcome=Outcome.UNKNOWN, message="NAS may still do this.")

    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        dialog.footer.add.click()
        await became(lambda: stages(dialog) == [Stage.UNKNOWN])
        dialog.look_again()
        assert stages(dialog) == [Stage.UNKNOWN]
        there = row(NAS, 9)
        room.found = [Duplicate(why=DuplicateKind.SAME_IN_CLIENT, client_name="NAS", key=there.key, transfer=there)]
        dialog.look_again()
        assert stages(dialog) == [Stage.ADDED]

    room.run(story)


def test_a_path_that_was_typed_is_not_taken_for_another_client_s(room):
    async def story(dialog):
        def choose(place):
            dialog.options.client.setCurrentIndex(place)
            dialog.options.client.activated.emit(place)
            return became(lambda: not dialog._soon.isActive())

        dialog.options.path.line.setText("/srv/shows")
        await choose(1)
        assert dialog.options.path.line.text() == ""
        assert dialog.options.path.line.placeholderText() == "/data"
        await choose(0)
        assert dialog.options.path.line.text() == "/srv/shows"

    room.run(story)


def test_what_was_sent_is_gone_from_the_next_time(room):
    """What failed is still there."""
    outcomes = iter((Outcome.UNKNOWN, Outcome.REFUSED))
    room.answer = lambda _wanted: AddResult(outcome=next(outcomes), message="Said.")

    async def story(dialog):
        dialog.take(texts(magnet("Nosferatu.1922", "1"), magnet("Detour.1945", "2")))
        await ready(dialog, 2)
        dialog.footer.add.click()
        await became(lambda: stages(dialog) == [Stage.UNKNOWN, Stage.FAILED])
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.begin("")
        assert [item.name for item in dialog.basket] == ["Detour.1945"]

    room.run(story)


def test_without_any_client_it_says_what_to_do(room):
    room.states, room.configs = [], []

    async def story(dialog):
        dialog.take(texts(magnet(EPISODE)))
        await became(lambda: stages(dialog) == [Stage.READY] and not dialog._soon.isActive())
        assert "Add one in the settings" in dialog.problem.text.text()
        assert not dialog.footer.add.isEnabled()

    room.run(story)


def test_what_is_in_it_is_shown_once_it_is_known(room):
    info = {
        "name": "Dragnet.S01",
        "piece length": 16384,
        "pieces": b"a" * 20,
        "files": [
            {"path": ["Season 1", "<b>one.mkv"], "length": 1 << 30},
            {"path": ["Season 1", "two.mkv"], "length": 1 << 20},
            {"path": ["readme.txt"], "length": 100},
        ],
    }

    async def story(dialog):
        dialog.take([FileSource(name="a.torrent", data=bencode({"info": info}))])
        await ready(dialog)
        assert dialog.card.files.text() == "1.00 GiB in 3 files"
        dialog.card.files.click()
        tree = dialog.findChild(FilesDialog).tree
        (top,) = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
        season, readme = top.child(0), top.child(1)
        assert (top.text(0), season.text(0), readme.text(0)) == ("Dragnet.S01", "Season 1", "readme.txt")
        assert [(season.child(place).text(0), season.child(place).text(1)) for place in (0, 1)] == [
            ("<b>one.mkv", "1.00 GiB"),
            ("two.mkv", "1.00 MiB"),
        ]
        assert "<b>" not in season.child(0).toolTip(0)

    room.run(story)


def test_a_magnet_has_no_files_yet(room):
    async def story(dialog):
        dialog.begin(magnet(EPISODE))
        await ready(dialog)
        assert dialog.card.files.isHidden()

    room.run(story)


def test_a_screen_reader_hears_the_count_once_it_has_settled(room, monkeypatch):
    """Not every step on the way to it."""
    heard = []
    monkeypatch.setattr(footer, "QAccessibleAnnouncementEvent", lambda _widget, words: words)
    monkeypatch.setattr(footer.QAccessible, "updateAccessibility", heard.append)

    async def story(dialog):
        dialog.take(texts(*(magnet(f"Dragnet.S01E0{number}", str(number)) for number in range(1, 6))))
        await ready(dialog, 5)
        dialog._show_all()
        assert heard == ["5 downloads ready"]

    room.run(story)
