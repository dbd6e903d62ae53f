"""A removal that keeps the files can be undone until it is sent, and is sent only for what was chosen."""

import time

import pytest

from mydia_desktop.workflows.notices import Dropped, RemovalDropped
from tests.torrents import make_torrent
from tests.unit.workflow_room import living

SOON_S = 0.3


@pytest.fixture
def seeded(transmission):
    """A client with one finished film."""
    torrent = make_torrent("film.mkv")
    torrent.write_content(transmission.downloads)
    transmission.add(torrent.data)
    return transmission


async def an_answer_after(room, moment):
    """Wait until the client has answered after this moment, in Unix seconds."""
    await room.until(lambda: next(iter(room.live.clients.values())).answered_at > moment)


async def test_a_removal_is_sent_when_its_time_is_over_and_the_files_stay(seeded):
    async with living(seeded, hold=SOON_S) as room:
        room.removals.remove(await room.keys("film.mkv"))
        assert [row.name for row in room.removals.rows] == ["film.mkv"]
        await room.until(lambda: room.row("film.mkv") is None)
        assert seeded.listed() == {}
        assert (seeded.downloads / "film.mkv").exists()
        assert room.notices == []


async def test_undo_sends_nothing(seeded):
    async with living(seeded, hold=SOON_S) as room:
        room.removals.remove(await room.keys("film.mkv"))
        assert 0 < room.removals.seconds_left <= SOON_S
        room.removals.undo()
        assert (room.removals.rows, room.removals.seconds_left) == ((), 0.0)
        await an_answer_after(room, time.time() + 2 * SOON_S)
        assert len(seeded.listed()) == 1


async def test_several_removals_are_undone_together_and_begin_their_time_again(seeded):
    seeded.add(make_torrent("other.mkv").data)
    async with living(seeded, hold=60) as room:
        first, second = await room.keys("film.mkv", "other.mkv")
        room.removals.remove([first])
        before = room.removals.seconds_left
        await an_answer_after(room, time.time())
        room.removals.remove([second])
        assert [row.name for row in room.removals.rows] == ["film.mkv", "other.mkv"]
        assert room.removals.seconds_left > before - 0.01
        room.removals.undo()
        assert room.removals.rows == ()


async def test_what_is_held_when_the_program_ends_is_never_sent(seeded):
    async with living(seeded, hold=SOON_S) as room:
        room.removals.remove(await room.keys("film.mkv"))
        room.removals.close()
    assert len(seeded.listed()) == 1


async def test_a_row_removed_elsewhere_is_dropped_and_said(seeded):
    async with living(seeded, hold=60) as room:
        (key,) = await room.keys("film.mkv")
        room.removals.remove([key])
        seeded.remove(room.row("film.mkv").native_id)
        await room.until(lambda: not room.removals.rows)
        (notice,) = room.notices
        assert (notice.why, notice.client, notice.rows[0].name) == (Dropped.GONE, "NAS", "film.mkv")


async def test_a_client_that_falls_silent_drops_its_removals(seeded):
    async with living(seeded, hold=60) as room:
        room.removals.remove(await room.keys("film.mkv"))
        seeded.freeze()
        try:
            await room.until(lambda: not room.removals.rows)
        finally:
            seeded.wake()
        assert room.notices[0] == RemovalDropped(why=Dropped.NOT_LIVE, client="NAS", rows=room.notices[0].rows)
    assert len(seeded.listed()) == 1


async def test_a_removal_of_a_silent_client_is_not_even_held(seeded):
    async with living(seeded, hold=60) as room:
        keys = await room.keys("film.mkv")
        seeded.freeze()
        try:
            await room.until(lambda: not next(iter(room.live.clients.values())).live)
        finally:
            seeded.wake()
        room.removals.remove(keys)
        assert (room.removals.rows, room.notices[0].why) == ((), Dropped.NOT_LIVE)
