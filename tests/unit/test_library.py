"""Movies and shows with their records, as the database has them, in memory."""

from __future__ import annotations

import asyncio
import gc
import time
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from mydia_desktop.domain.media import (
    Episode,
    EpisodeId,
    LibraryEntry,
    MediaId,
    MediaItem,
    MediaType,
    Subject,
    SubjectDraft,
)
from mydia_desktop.domain.title_key import title_key
from mydia_desktop.workflows.library import Library
from mydia_desktop.workflows.record_keeper import RecordKeeper
from tests.memory_client import MemoryClient
from tests.records import record
from tests.unit.records_room import desktop

NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)
DRAGNET = SubjectDraft(type=MediaType.SHOW, title="Dragnet", year=1951, season=1, episodes=(2, 1))


@asynccontextmanager
async def ready(tmp_path, *names):
    """A desktop whose client lists these, and their keys."""
    nas = MemoryClient("nas")
    keys = [nas.put(name) for name in names]
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        await room.until(lambda: len(room.live.transfers) == len(names))
        yield room, keys


def test_titles_are_compared_as_people_do():
    assert title_key("Le Voyage dans la Lune!") == title_key("le.voyage_dans.la-lune")
    assert title_key("Amélie") == title_key("AMELIE")
    assert title_key("Schindler's List") == title_key("Schindlers List")
    assert title_key("Fire & Ice") == title_key("Fire and Ice")
    assert title_key("七人の侍") == "七人の侍"
    assert title_key("?!") == ""


async def test_what_was_saved_is_there_after_the_next_start(tmp_path):
    async with ready(tmp_path) as (room, _):
        movie = await room.library.create(MediaType.MOVIE, "Nosferatu", 1922)
        show = await room.library.create(MediaType.SHOW, "Dragnet")
        await room.library.create_episode(show.id, 1, 2, "The Big Two")
        await room.library.create_episode(show.id, 1, 1)
        there = dict(room.library.entries)
        assert [episode.number for episode in there[show.id].episodes] == [1, 2]
        assert there[movie.id] == LibraryEntry(item=movie)
    async with ready(tmp_path) as (room, _):
        assert room.library.entries == there


async def test_an_item_knows_all_its_records(tmp_path):
    """Also when they are tied to something else, or untied."""
    async with ready(tmp_path, "a", "b") as (room, keys):
        await room.matching.assign(keys, NOSFERATU)
        item = room.record(keys[0]).subject.item.id
        assert {one.title for one in room.library.records_of(item)} == {"a", "b"}
        told = []
        room.library.watch(told.append)
        await room.matching.assign(keys[:1], DRAGNET)
        other = room.record(keys[0]).subject.item.id
        assert [one.title for one in room.library.records_of(item)] == ["b"]
        assert [one.title for one in room.library.records_of(other)] == ["a"]
        assert set().union(*told) == {item, other}
        await room.matching.assign(keys[1:], None)
        assert room.library.records_of(item) == ()


async def test_what_a_record_is_for_is_in_the_library_at_once(tmp_path):
    """With its episodes, in order."""
    async with ready(tmp_path, "a") as (room, keys):
        await room.matching.assign(keys, DRAGNET)
        item = room.record(keys[0]).subject.item
        assert room.library.entries[item.id].item == item
        assert [episode.number for episode in room.library.entries[item.id].episodes] == [1, 2]


async def test_a_new_title_is_at_its_downloads_at_once(tmp_path):
    """And the name that was looked for before finds it no more."""
    async with ready(tmp_path, "a") as (room, keys):
        await room.matching.assign(keys, NOSFERATU)
        item = room.record(keys[0]).subject.item
        await room.library.save_item(replace(item, title="Nosferatu the Vampyre", year=1979))
        assert room.record(keys[0]).subject.item.year == 1979
        assert room.library.titled(MediaType.MOVIE, "nosferatu") == []
        assert room.library.titled(MediaType.MOVIE, "nosferatu the vampyre") == [room.record(keys[0]).subject.item]


async def test_a_new_number_of_an_episode_is_at_its_downloads_at_once(tmp_path):
    async with ready(tmp_path, "a") as (room, keys):
        await room.matching.assign(keys, DRAGNET)
        first = room.record(keys[0]).subject.episodes[0]
        await room.library.save_episode(replace(first, number=9, title="The Big Nine"))
        assert "The Big Nine" in {episode.title for episode in room.record(keys[0]).subject.episodes}


async def test_an_episode_that_is_there_is_not_made_twice(tmp_path):
    """It gets its title."""
    async with ready(tmp_path) as (room, _):
        show = await room.library.create(MediaType.SHOW, "Dragnet")
        first = await room.library.create_episode(show.id, 1, 1)
        again = await room.library.create_episode(show.id, 1, 1, "The Big One")
        assert (again.id, again.title) == (first.id, "The Big One")
        assert room.library.entries[show.id].episodes == (again,)


class _Store:
    """A database with this library; ``meanwhile`` happens after each chunk was read."""

    def __init__(self, entries, records=(), meanwhile=None):
        self.entries, self.kept, self.meanwhile = entries, records, meanwhile

    async def open(self):
        await asyncio.sleep(0)

    async def now(self):
        return 0.0

    async def records(self, *, changed_since=None):  # noqa: ARG002 - as the store has it
        for start in range(0, len(self.kept), 1000):
            yield self.kept[start : start + 1000]

    async def media(self, *, changed_since=None):  # noqa: ARG002 - as the store has it
        for start in range(0, len(self.entries), 500):
            chunk = self.entries[start : start + 500]
            if self.meanwhile:
                await self.meanwhile()
            yield chunk

    async def save_item(self, item):
        return item


class _Rows:
    def update_records(self, records):
        self.last = list(records)


@asynccontextmanager
async def filled(store):
    """The library over this database, read to its end."""
    keeper = RecordKeeper(store, _Rows())
    library, complete = Library(keeper), asyncio.Event()
    library.watch(lambda _: complete.set() if library.is_complete else None)
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(keeper.run()), tasks.create_task(library.run())]
        yield library, complete
        for task in running:
            task.cancel()


async def test_what_is_edited_while_the_library_is_read_is_not_overwritten_by_what_was_read():
    old = MediaItem(id=MediaId("m"), type=MediaType.MOVIE, title="old")

    async def edit():
        await parts[0].save_item(replace(old, title="new"))

    parts = []
    async with filled(_Store([LibraryEntry(item=old)], meanwhile=edit)) as (library, complete):
        parts.append(library)
        await complete.wait()
        assert library.entries[old.id].item.title == "new"


async def test_what_was_written_past_it_is_read_again_where_somebody_says_so(tmp_path):
    """An import writes thousands at once."""
    async with ready(tmp_path) as (room, _):
        subject = await room.store.subject(DRAGNET)
        assert subject.item.id not in room.library.entries
        await room.library.read_again()
        assert room.library.entries[subject.item.id].episodes == tuple(sorted(subject.episodes, key=_number))


def _number(episode):
    return episode.number


def _show(number):
    item = MediaItem(id=MediaId(f"m{number}"), type=MediaType.SHOW, title=f"Show {number}", year=1950)
    episodes = tuple(
        Episode(id=EpisodeId(f"e{number}-{each}"), media_item_id=item.id, season=1, number=each) for each in range(10)
    )
    return LibraryEntry(item=item, episodes=episodes)


@pytest.fixture
def _no_collection():
    """The window collects garbage by the clock and not in the middle of something; so here."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collection")
async def test_a_large_library_leaves_the_loop_its_turns():
    """Five thousand shows with fifty thousand episodes and as many records: no turn of it takes long."""
    shows = [_show(number) for number in range(5000)]
    records = [
        record(
            f"film {entry.item.id} {episode.number}", subject=Subject(item=entry.item, season=1, episodes=(episode,))
        )
        for entry in shows
        for episode in entry.episodes
    ]
    longest, last = 0.0, time.thread_time()

    async def watch():
        nonlocal longest, last
        while True:
            now = time.thread_time()
            longest, last = max(longest, now - last), now
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as tasks, filled(_Store(shows, records)) as (library, complete):
        last = time.thread_time()
        watching = tasks.create_task(watch())
        await complete.wait()
        watching.cancel()
        assert len(library.entries) == 5000
        assert sum(len(entry.episodes) for entry in library.entries.values()) == 50_000
        assert len(library.records_of(MediaId("m7"))) == 10
    assert longest < 0.1, f"the loop stood still for {longest * 1000:.0f} ms"
