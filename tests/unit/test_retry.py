"""Retry starts what failed, and never lets a lost mount become a new download by itself."""

import shutil

import pytest

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.transfer import Status
from mydia_desktop.workflows.notices import RetryEnd
from tests.torrents import make_torrent
from tests.unit.workflow_room import living


class Film:
    """A finished film whose file can be taken away and put back."""

    def __init__(self, daemon):
        self.daemon, self.torrent = daemon, make_torrent("film.mkv", size=400_000)
        self.file, self.away = daemon.downloads / "film.mkv", daemon.home / "away.mkv"
        self.torrent.write_content(daemon.downloads)
        daemon.add(self.torrent.data)

    def take_away(self):
        """Move the file where the client does not look."""
        shutil.move(self.file, self.away)

    def put_back(self):
        """Move it back, as a mount does that is there again."""
        shutil.move(self.away, self.file)


@pytest.fixture(params=["transmission", "qbittorrent"])
def film(request):
    """In each client in turn."""
    return Film(request.getfixturevalue(request.param))


async def lose(room, film):
    """Let the client notice that the file is gone."""
    await room.until(lambda: room.status("film.mkv") is Status.SEEDING)
    film.take_away()
    if film.daemon.kind == "transmission":
        await room.actions.run(Verb.RECHECK, await room.keys("film.mkv"))
    else:
        film.daemon.stop()
        film.daemon.start()
    await room.until(lambda: room.status("film.mkv") is Status.MISSING)
    room.notices.clear()


def progress_when_told(room):
    """Note the film's progress at each command."""
    perform, told = room.live.perform, {}

    async def and_note(command):
        told[command.verb] = room.row("film.mkv").progress
        return await perform(command)

    room.live.perform = and_note
    return told


async def test_files_that_are_back_are_found_and_the_download_goes_on(film):
    async with living(film.daemon) as room:
        await lose(room, film)
        film.put_back()
        await room.retries.retry(await room.keys("film.mkv"))
        await room.until(lambda: room.status("film.mkv") is Status.SEEDING)
        assert room.notices == []


async def test_files_that_stay_away_start_no_new_download(film):
    async with living(film.daemon) as room:
        await lose(room, film)
        told = progress_when_told(room)
        await room.retries.retry(await room.keys("film.mkv"))
        assert told.get(Verb.RESUME, 1.0) > 0, "what the client did not find was started"
        (notice,) = room.notices
        assert (notice.why, [row.name for row in notice.rows]) == (RetryEnd.NO_DATA, ["film.mkv"])
        assert room.status("film.mkv") in {Status.MISSING, Status.PAUSED}
        assert not film.file.exists()


async def test_a_client_that_falls_silent_during_the_check_ends_the_retry_with_a_sentence(film):
    async with living(film.daemon, patience=1.0) as room:
        await lose(room, film)
        keys = await room.keys("film.mkv")
        run, performed = room.live.perform, []

        async def and_then_silence(command):
            results = await run(command)
            performed.append(command.verb)
            if command.verb is Verb.RECHECK:
                film.daemon.freeze()
            return results

        room.live.perform = and_then_silence
        try:
            await room.retries.retry(keys)
        finally:
            film.daemon.wake()
        assert performed == [Verb.PAUSE, Verb.RECHECK]
        assert [notice.why for notice in room.notices] == [RetryEnd.SILENCE]


async def test_a_row_that_is_removed_during_the_check_is_let_go(transmission):
    film = Film(transmission)
    async with living(transmission) as room:
        await lose(room, film)
        keys = await room.keys("film.mkv")
        run = room.live.perform

        async def and_then_removed(command):
            results = await run(command)
            if command.verb is Verb.RECHECK:
                transmission.remove(film.torrent.id)
            return results

        room.live.perform = and_then_removed
        await room.retries.retry(keys)
        assert room.notices == []


async def test_another_wish_of_the_person_ends_the_retry(qbittorrent):
    film = Film(qbittorrent)
    async with living(qbittorrent) as room:
        await lose(room, film)
        film.put_back()
        keys = await room.keys("film.mkv")
        run, performed = room.live.perform, []

        async def and_then_another_wish(command):
            results = await run(command)
            performed.append(command.verb)
            if command.verb is Verb.RECHECK:
                room.actions.watch(lambda: room.retries.abandon(keys))
            return results

        room.live.perform = and_then_another_wish
        await room.retries.retry(keys)
        assert Verb.RESUME not in performed


async def test_what_is_not_missing_is_just_started(transmission):
    transmission.add(make_torrent("film.mkv").data, paused=True)
    async with living(transmission) as room:
        await room.until(lambda: room.status("film.mkv") is Status.PAUSED)
        await room.retries.retry(await room.keys("film.mkv"))
        await room.until(lambda: room.status("film.mkv") is Status.STALLED)
