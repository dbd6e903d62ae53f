"""The database and the live view are held together, and nobody waits for either."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import EventKind, StoreUnavailableError
from mydia_desktop.workflows import record_keeper
from mydia_desktop.workflows.library import Library
from mydia_desktop.workflows.matching import Matching
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState
from mydia_desktop.workflows.suggestion import Suggester
from tests.live_room import live_over
from tests.memory_client import MemoryClient
from tests.records import record
from tests.unit.records_room import desktop

MOVIE = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)


async def test_what_was_remembered_is_at_its_row_after_the_next_start(tmp_path):
    nas = MemoryClient("nas")
    key = nas.put("nosferatu")
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        await room.row("nosferatu")
        assert await room.matching.assign([key], MOVIE) == 1
    async with desktop(tmp_path, nas) as room:
        remembered = await room.until(lambda: room.record(key))
        assert remembered.subject.item.title == "Nosferatu"
        assert room.keeper.records[remembered.id] == remembered


async def test_no_one_waits_for_the_database(tmp_path):
    """Rows are shown while it can't even be opened, and the reason is told."""
    (tmp_path / "mydia.sqlite3").write_text("this is no database, and it stays as it is" * 100)
    before = (tmp_path / "mydia.sqlite3").read_bytes()
    nas = MemoryClient("nas")
    key = nas.put("nosferatu")
    async with desktop(tmp_path, nas) as room:
        await room.row("nosferatu")
        await room.until(lambda: room.keeper.state is StoreState.UNAVAILABLE)
        assert "mydia.sqlite3" in room.keeper.problem
        assert room.matching.obstacle(key) == room.keeper.problem
        assert room.live.clients["nas"].live
    assert (tmp_path / "mydia.sqlite3").read_bytes() == before


async def test_nothing_is_tied_to_rows_whose_records_are_not_here_yet():
    """It might be adopted a second time. That it is still being read is no trouble of the database's."""
    keeper = RecordKeeper(_Chunks(), _Rows())
    with pytest.raises(StoreUnavailableError, match="still being read"):
        await Matching(keeper, live_over(), Suggester(Library(keeper))).assign([], MOVIE)
    assert (keeper.state, keeper.problem) == (StoreState.OPENING, "")


async def test_a_database_that_is_there_again_is_ready_without_a_new_start(tmp_path):
    """At once where somebody asks for it."""
    file = tmp_path / "mydia.sqlite3"
    file.mkdir()
    nas = MemoryClient("nas")
    async with desktop(tmp_path, nas) as room:
        await room.until(lambda: room.keeper.state is StoreState.UNAVAILABLE)
        file.rmdir()
        room.keeper.try_now()
        await room.until_ready()
        assert room.keeper.problem == ""
        assert room.uuid("nas")


async def test_a_call_that_fails_later_is_told_and_loses_nothing(tmp_path, monkeypatch):
    """Another program holds the file; when it lets go, the same can be done."""
    monkeypatch.setattr(record_keeper, "FIRST_BACK_OFF_S", 0.1)
    nas = MemoryClient("nas")
    key = nas.put("nosferatu")
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        await room.row("nosferatu")
        other = sqlite3.connect(tmp_path / "mydia.sqlite3", isolation_level=None)
        other.execute("begin immediate")
        refused = None
        try:
            await room.matching.assign([key], MOVIE)
        except StoreUnavailableError as error:
            refused = error
        assert refused is not None
        assert room.record(key) is None
        other.execute("rollback")
        other.close()
        await room.until(lambda: room.keeper.state is StoreState.READY)
        assert await room.matching.assign([key], MOVIE) == 1


class _Chunks:
    """A database that has these records; all else of it is not asked for."""

    def __init__(self, *chunks, meanwhile=lambda: None):
        self.chunks, self.meanwhile = chunks, meanwhile

    async def open(self):
        await asyncio.sleep(0)

    async def now(self):
        return 0.0

    async def records(self, *, changed_since=None):  # noqa: ARG002 - as the store has it
        for chunk in self.chunks:
            self.meanwhile()
            yield chunk


class _Rows:
    def __init__(self):
        self.turns = []

    def update_records(self, records):
        self.turns.append(list(records))


async def reading(keeper):
    """Let it read until it is ready."""
    ready = asyncio.Event()
    keeper.watch(lambda: ready.set() if keeper.state is StoreState.READY else None)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(keeper.run())
        await ready.wait()
        running.cancel()


async def test_a_large_database_is_taken_in_slices_with_turns_between():
    """No turn of the loop has more than a few milliseconds' worth."""
    rows, turns = _Rows(), []
    keeper = RecordKeeper(_Chunks([record(f"film {number}") for number in range(5000)]), rows)

    async def count_turns():
        while True:
            turns.append(len(rows.turns))
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as tasks:
        counting = tasks.create_task(count_turns())
        await reading(keeper)
        counting.cancel()
    assert len(keeper.records) == 5000
    assert max(len(turn) for turn in rows.turns) <= record_keeper.SLICE
    assert set(turns) >= set(range(1, 10)), "the window had no turn between two slices"


async def test_a_large_import_is_taken_in_slices_too():
    rows = _Rows()
    await RecordKeeper(_Chunks(), rows).took_many([record(f"film {number}") for number in range(2001)])
    assert sum(len(turn) for turn in rows.turns) == 2001
    assert max(len(turn) for turn in rows.turns) <= record_keeper.SLICE


async def test_what_is_written_while_the_database_is_read_is_not_overwritten_by_what_was_read():
    old, new = record("film", title="old"), record("film", title="new")
    rows = _Rows()
    keeper = RecordKeeper(_Chunks([old], meanwhile=lambda: keeper.took(new)), rows)
    await reading(keeper)
    assert keeper.records[new.id] == new
    assert rows.turns == [[new]]


async def test_the_end_of_the_program_waits_no_longer_than_it_should(caplog):
    """For a database on another computer that no longer says anything."""

    class Silent(_Chunks):
        async def close(self):
            await asyncio.Event().wait()

    async with asyncio.timeout(20):
        await RecordKeeper(Silent(), _Rows()).close(within=0.05)
    assert "did not end its transaction" in caplog.text


async def test_what_was_taken_is_told_once(tmp_path):
    """What is the same as before is no news for anybody."""
    async with desktop(tmp_path, MemoryClient("nas")) as room:
        await room.until_ready()
        told = []
        room.keeper.watch_records(told.append)
        film = record("film", uuid=room.uuid("nas"))
        room.keeper.took(film)
        room.keeper.took(film)
        assert told == [[film]]


async def test_history_tells_who_did_what_and_can_be_searched(tmp_path):
    nas = MemoryClient("nas")
    keys = [nas.put("nosferatu"), nas.put("detour")]
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        await room.row("detour")
        await room.matching.assign(keys, MOVIE)
        (event,) = await room.history.page("detour")
        assert (event.kind, event.actor, event.detail["what"]) == (EventKind.ADOPTED, tmp_path.name, "Nosferatu (1922)")
        newest = await room.history.page(limit=1)
        assert [*newest, *await room.history.page(before=newest[0].id)] == await room.history.page()
