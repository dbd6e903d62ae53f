"""From the dialog into a client and the database, and F2 in the list, over the real workflows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.domain.media import MediaType
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.add.dialog import AddDialog
from mydia_desktop.ui.add.item import Stage
from mydia_desktop.ui.match_dialog import MatchDialog
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource
from mydia_desktop.workflows.targets import Act
from tests.memory_client import MemoryClient
from tests.torrents import make_torrent
from tests.ui.add_room import magnet
from tests.ui.settings_room import became
from tests.ui.whole_room import WholeRoom

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

EPISODE = "Sherlock.Holmes.1954.S01E09.The.Case.of.the.Cunningham.Heritage.1080p.WEBRip.x265-BAKER"


@pytest.fixture
def room(qapp, tmp_path):
    """One client that is empty, and a database that is new."""
    return WholeRoom(qapp, tmp_path)


async def opened(room, *sources) -> AddDialog:
    """The dialog with these, all of them ready."""
    room.window.take_arguments(list(sources))
    dialog = room.window.findChild(AddDialog)
    await became(lambda: dialog.footer.add.isEnabled() and not any(i.stage is Stage.READING for i in dialog.basket))
    return dialog


async def matched(room) -> MatchDialog:
    """The match dialog, after its first search."""
    await became(lambda: room.window.findChild(MatchDialog) is not None)
    return room.window.findChild(MatchDialog)


def test_what_is_added_is_in_the_client_and_remembered_for_what_it_is(room):
    async def story(room):
        film = make_torrent(EPISODE)
        dialog = await opened(room, FileSource(name="a.torrent", data=film.data))
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible() and room.names() == [EPISODE])
        (addition,) = room.client.additions
        assert addition.release.data == film.data
        (record,) = room.records.keeper.records.values()
        assert record.subject.item.title == "Sherlock Holmes"
        assert [episode.number for episode in record.subject.episodes] == [9]
        assert record.quality == ("1080p", "WEBRip", "x265", "BAKER")

    room.run(story)


def test_the_same_again_is_noticed_and_shown(room):
    """Show it leads to the row, whatever the list was filtered by, and leaves the dialog open."""
    film = make_torrent("Nosferatu.1922")

    async def story(room):
        key = room.client.put(film.name, v1=film.v1, native_id=film.v1, status=Status.STALLED)
        await became(lambda: room.names() == [film.name])
        room.window._search.setText("nothing fits this")
        await became(lambda: room.names() == [])
        dialog = await opened(room, TextSource(text=film.magnet))
        await became(lambda: "This release is already in NAS" in dialog.duplicate.text.text())
        dialog.duplicate.button.click()
        assert room.window._list.table.selected_keys() == (key,)
        assert dialog.isVisible()
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible())
        assert room.said == ["Nosferatu.1922 was there already. Nothing was changed."]

    room.run(story)


def test_an_episode_that_is_on_its_way_is_noticed_under_another_name(room):
    async def story(room):
        dialog = await opened(room, TextSource(text=magnet(EPISODE)))
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible() and len(room.names()) == 1)
        await became(lambda: room.records.library.entries)
        again = EPISODE.replace("BAKER", "REEL")
        dialog = await opened(room, TextSource(text=magnet(again, "9")))
        await became(lambda: "S01E09 of this series is already in NAS" in dialog.duplicate.text.text())

    room.run(story)


def test_a_refusal_is_on_its_line_and_the_rest_is_added(qapp, tmp_path):
    bad = b"d8:announce1:a4:infod6:lengthi1e4:name4:evil12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee"
    nas = MemoryClient("nas", name="NAS")
    take_in = nas.add

    async def refuse_evil(addition):
        if addition.release.name == "evil":
            nas.takes = frozenset()
        try:
            return await take_in(addition)
        finally:
            nas.takes = frozenset(nas_takes)

    nas_takes = set(nas.takes)
    nas.add = refuse_evil
    room = WholeRoom(qapp, tmp_path, clients=[nas])

    async def story(room):
        good = make_torrent("Detour.1945")
        dialog = await opened(
            room, FileSource(name="a.torrent", data=bad), FileSource(name="b.torrent", data=good.data)
        )
        dialog.footer.add.click()
        await became(lambda: {item.stage for item in dialog.basket} == {Stage.FAILED, Stage.ADDED})
        assert "does not understand" in next(item.message for item in dialog.basket if item.stage is Stage.FAILED)
        assert dialog.isVisible()
        await became(lambda: room.names() == ["Detour.1945"])

    room.run(story)


def test_a_silent_client_is_said_before_anything_is_sent(room):
    async def story(room):
        room.client.fall_silent()
        await became(lambda: not room.live.clients["nas"].live)
        room.window.take_arguments([TextSource(text=magnet(EPISODE))])
        dialog = room.window.findChild(AddDialog)
        await became(lambda: [item.stage for item in dialog.basket] == [Stage.READY])
        await became(lambda: "does not answer" in dialog.problem.text.text())
        assert not dialog.footer.add.isEnabled()
        room.client.answer_again()
        room.live.try_now()
        await became(dialog.footer.add.isEnabled)
        assert room.client.additions == []

    room.run(story)


def test_the_save_path_is_the_client_s_own_until_it_is_typed(room):
    async def story(room):
        dialog = await opened(room, TextSource(text=magnet(EPISODE)))
        assert dialog.options.path.line.placeholderText() == "/downloads"
        assert dialog.options.path.note == "Path on NAS. On this computer: /mnt/nas"
        dialog.options.path.line.setText("/downloads/tv")
        assert dialog.options.path.note == "Path on NAS. On this computer: /mnt/nas/tv"
        dialog.footer.add.click()
        await became(lambda: len(room.client.additions) == 1)
        assert room.client.additions[0].save_path == "/downloads/tv"

    room.run(story)


def test_f2_ties_a_row_to_a_movie_and_can_be_undone(room):
    async def story(room):
        key = room.client.put("Nosferatu.1922.1080p.BluRay.x264-ARCHIVE", status=Status.SEEDING)
        await became(lambda: len(room.names()) == 1)
        table = room.window._list.table
        table.select([key])
        table.setFocus()
        room.window.activateWindow()
        await became(lambda: table.hasFocus() and room.window._downloads[Act.MATCH].isEnabled())
        QTest.keyClick(table, Qt.Key.Key_F2)
        dialog = await matched(room)
        assert dialog.list.offer.title == "Nosferatu"
        assert dialog.list.offer.id is None
        dialog.match.click()
        await became(lambda: room.live.record_of(key) is not None)
        assert room.live.record_of(key).subject.item.title == "Nosferatu"
        assert room.live.record_of(key).completed_at is not None
        await became(lambda: len(room.said) == 1)
        assert room.said == ["Nosferatu.1922.1080p.BluRay.x264-ARCHIVE: now Nosferatu (1922)."]
        room.window._downloads.undo.trigger()
        await became(lambda: room.live.record_of(key) is None or not room.live.record_of(key).is_open)

    room.run(story)


def test_f2_on_several_episodes_asks_once_for_the_show(room):
    """Each is tied to the episode that its name says."""

    async def story(room):
        keys = [room.client.put(f"Dragnet.1951.S02E0{number}.480p.DVDRip-PDTV") for number in (3, 4)]
        await became(lambda: len(room.names()) == 2)
        room.window._list.table.select(keys)
        room.window._downloads.do(Act.MATCH, keys)
        dialog = await matched(room)
        assert not dialog.places.isVisible()
        assert dialog.release.text() == "2 downloads"
        assert dialog.list.offer.type is MediaType.SHOW
        dialog.match.click()
        await became(lambda: all(room.live.record_of(key) is not None for key in keys))
        subjects = [room.live.record_of(key).subject for key in keys]
        assert [[episode.number for episode in subject.episodes] for subject in subjects] == [[3], [4]]
        assert subjects[0].item.id == subjects[1].item.id

    room.run(story)


def test_not_matched_unties(room):
    async def story(room):
        dialog = await opened(room, TextSource(text=magnet(EPISODE)))
        dialog.footer.add.click()
        await became(lambda: not dialog.isVisible() and len(room.names()) == 1)
        (key,) = room.live.transfers
        await became(lambda: room.live.record_of(key) is not None)
        room.window._downloads.do(Act.MATCH, [key])
        match = await matched(room)
        assert (match.season.text(), match.episodes.text()) == ("1", "9")
        match.nothing.click()
        await became(lambda: room.live.record_of(key).subject is None)

    room.run(story)
