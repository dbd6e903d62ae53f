"""What ``--snapshot`` says of records, over clients in memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mydia_desktop.app.snapshot import as_json, take
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.record import CloseReason, RecordId, StoreUnavailableError
from mydia_desktop.live.aggregator import Live
from tests.live_room import config
from tests.memory_client import MemoryClient
from tests.records import NAS_UUID, OTHER_UUID, record

SHOW = MediaItem(id=MediaId("m1"), type=MediaType.SHOW, title="The Lost World", year=1925)
FILM = MediaItem(id=MediaId("m2"), type=MediaType.MOVIE, title="Nosferatu", year=1922)


class Remembered:
    """A database that has these records, or can't be used."""

    def __init__(self, *records, error=None):
        self._records, self._error = records, error
        self.closed = False
        self.live = None

    async def load(self):
        if self._error:
            raise self._error
        self.live.update_records(self._records)

    async def close(self):
        self.closed = True


def episode(number):
    return Episode(id=EpisodeId(f"e{number}"), media_item_id=SHOW.id, season=1, number=number, title=f"Part {number}")


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


async def taken(nas, memory):
    """The snapshot over one client, as a script reads it."""
    live = Live(lambda _config: nas)
    live.configure([config("nas", uuid=NAS_UUID)])
    memory.live = live
    return json.loads(json.dumps(as_json(await take(live, memory))))


def record_of(said, name):
    return next(row["record"] for row in said["transfers"] if row["name"] == name)


async def test_a_row_says_what_is_remembered_of_it(nas):
    for name in ("Pack", "Part", "Nosferatu", "Unknown"):
        nas.put(name)
    one = record(
        "Part",
        indexer="Public Domain",
        subject=Subject(item=SHOW, season=1, episodes=(episode(2),)),
        completed_at=1_700_000_000,
        error_message="No space left.",
    )
    pack = record("Pack", subject=Subject(item=SHOW, season=1, episodes=(episode(1), episode(2))))
    film = record("Nosferatu", subject=Subject(item=FILM))
    memory = Remembered(one, pack, film)
    said = await taken(nas, memory)
    assert record_of(said, "Part") == {
        "id": one.id,
        "title": "Part",
        "indexer": "Public Domain",
        "media_item": {"type": "tv_show", "title": "The Lost World", "year": 1925},
        "episode": {"season": 1, "episode": 2, "title": "Part 2"},
        "completed_at": "2023-11-14T22:13:20Z",
        "error_message": "No space left.",
    }
    assert (record_of(said, "Pack")["media_item"]["title"], record_of(said, "Pack")["episode"]) == (SHOW.title, None)
    assert record_of(said, "Nosferatu")["media_item"] == {"type": "movie", "title": "Nosferatu", "year": 1922}
    assert record_of(said, "Unknown") is None
    assert memory.closed


async def test_gone_are_the_open_records_that_an_answering_client_does_not_list(nas):
    nas.put("Listed")
    ended = record("Ended", closed_at=1, close_reason=CloseReason.COMPLETED)
    said = await taken(
        nas, Remembered(record("Listed"), record("Gone"), ended, record("Elsewhere", OTHER_UUID), record("Lost", None))
    )
    assert [(row["client"], row["title"], row["id"]) for row in said["gone"]] == [("nas", "Gone", record("Gone").id)]


async def test_silence_is_not_absence_in_a_snapshot(nas):
    nas.put("Nosferatu")
    nas.fall_silent()
    said = await taken(nas, Remembered(record("Nosferatu"), record("Gone")))
    assert (said["clients"][0]["state"], said["transfers"], said["gone"]) == ("unreachable", [], [])


async def test_truth_of_two_records_of_a_row_the_open_one_is_said_else_the_latest(nas):
    nas.put("Again")
    first = record("Again", id=RecordId("first"), inserted_at=1)
    later = record("Again", id=RecordId("later"), inserted_at=2, closed_at=3, close_reason=CloseReason.CANCELLED)
    said = await taken(nas, Remembered(first, later))
    assert (record_of(said, "Again")["id"], said["gone"]) == ("first", [])


async def test_a_database_that_can_t_be_used_is_said_and_the_rows_come_without_records(nas, capsys):
    nas.put("Nosferatu")
    error = StoreUnavailableError("The database is of a newer version.", backup=Path("/profile/mydia.sqlite3.bak"))
    memory = Remembered(error=error)
    said = await taken(nas, memory)
    assert (record_of(said, "Nosferatu"), said["gone"]) == (None, [])
    stderr = capsys.readouterr().err
    assert "newer version" in stderr
    assert "/profile/mydia.sqlite3.bak" in stderr
    assert memory.closed
