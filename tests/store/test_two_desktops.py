"""Two programs on one PostgreSQL: whatever they do at once, nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent
from mydia_desktop.store import repository
from tests.store.values import V1, V2, begin, everything, show

ROUNDS = 20


@pytest.fixture
def shared(postgres):
    """An empty database for several."""
    return postgres.new_database()


@pytest.fixture
async def here(open_at, shared):
    return await open_at(shared, actor="me@desk")


@pytest.fixture
async def there(open_at, shared, here):
    assert here.actor == "me@desk"
    return await open_at(shared, actor="you@laptop")


@pytest.fixture
async def client(here):
    return await here.save_client(kind="transmission", name="NAS", origin="http://nas:9091")


def completed(record):
    return NewEvent(kind=EventKind.COMPLETED, record_id=record.id)


async def test_both_may_make_the_empty_database_at_once(open_at, postgres):
    """One makes the tables, and the other finds them."""
    url = postgres.new_database()
    first, second = await asyncio.gather(open_at(url), open_at(url))
    assert await everything(first) == await everything(second) == []


async def test_the_same_added_twice_at_once_is_one_record(here, there, client):
    """Two attempts, whoever comes first, by whichever of its ids."""
    for number in range(ROUNDS):
        ids = {"v1": f"{number:040}", "v2": f"{number:04}{V2[4:]}"}
        one, other = await asyncio.gather(
            begin(here, client, native_id=ids["v1"], **ids),
            begin(there, client, native_id=ids["v2"][:40], v2=ids["v2"]),
        )
        assert one.id == other.id
        assert {one.attempt, other.attempt} == {1, 2}
    assert len(await everything(here)) == ROUNDS
    assert len(await here.history()) == 2 * ROUNDS


async def test_a_completion_is_marked_once(here, there, client):
    """However many desktops see it."""
    for number in range(ROUNDS):
        record = await begin(here, client, native_id=f"{number}")
        marked = await asyncio.gather(
            *(mark(store, record) for store in (here, there, here, there)),
        )
        assert sum(marked) == 1
        assert [event.kind for event in await there.history_of(record.id)] == [
            EventKind.COMPLETED,
            EventKind.REQUESTED,
        ]


async def mark(store, record):
    """As a monitor does: closing what is open, once."""
    changes = {"completed_at": 9, "closed_at": 9, "close_reason": CloseReason.COMPLETED}
    return await store.change(record.id, changes, completed(record), only_open=True, attempt=1) is not None


async def test_what_belongs_to_an_earlier_attempt_is_not_written_to_the_next(here, there, client):
    """One marks it complete while the other sends it again."""
    for number in range(ROUNDS):
        record = await begin(here, client, native_id=f"{number}")
        marked, again = await asyncio.gather(
            here.change(record.id, {"completed_at": 9}, completed(record), attempt=1),
            begin(there, client, native_id=f"{number}"),
        )
        assert again.attempt == 2
        now = await here.record(record.id)
        assert (now.attempt, now.completed_at) == (2, None)
        told = [event.kind for event in await here.history_of(record.id)]
        assert told.count(EventKind.COMPLETED) == (marked is not None)


async def test_the_same_new_show_is_made_once(here, there):
    """With its episodes."""
    for number in range(ROUNDS):
        one, other = await asyncio.gather(
            here.subject(show(1, 2, title=f"Show {number}")), there.subject(show(2, 1, title=f"show {number}"))
        )
        assert one.item.id == other.item.id
        assert {episode.id for episode in one.episodes} == {episode.id for episode in other.episodes}


async def test_clients_of_one_name_never_touch_each_others_records(here, there, client):
    """Both are called NAS, and list the same infohash."""
    twin = await there.save_client(kind="transmission", name="NAS", origin="http://other:9091")
    mine, theirs = await asyncio.gather(begin(here, client), begin(there, twin))
    assert mine.id != theirs.id
    await there.change(theirs.id, {"closed_at": 5, "close_reason": CloseReason.CANCELLED})
    assert (await here.record(mine.id)).is_open
    assert (await begin(here, client)).id == mine.id


async def test_a_change_under_way_is_not_missed_by_the_other(here, there, client, postgres, shared):
    """It is dated before the question, and seen after it: the overlap covers that."""
    record = await begin(here, client, native_id=V1)
    with postgres.connect(shared.rpartition("/")[2]) as slow:
        with slow.transaction():
            slow.execute("UPDATE downloads SET last_name = 'late', updated_at = clock_timestamp()")
            asked = await there.now()
            (known,) = await everything(there, changed_since=asked)
            assert known.last_name is None
        (known,) = await everything(there, changed_since=asked)
        assert (known.id, known.last_name) == (record.id, "late")


async def test_the_clock_is_the_databases(here, there, client, monkeypatch):
    """A desktop whose own is hours off changes nothing about when things happened."""
    monkeypatch.setattr(repository, "OVERLAP_S", 0.0)
    before = await there.now()
    record = await begin(here, client)
    (event,) = await there.history()
    assert before <= event.at <= await there.now()
    assert record.inserted_at == int(event.at)


_BEGIN = """
import asyncio, sys
from mydia_desktop.domain.record import EventKind, NewRecord
from mydia_desktop.store.database import Store
async def main():
    url, uuid, actor = sys.argv[1:]
    store = Store(url, actor=actor)
    await store.open()
    for number in range(30):
        new = NewRecord(title="a", client_uuid=uuid, client_name="NAS", native_id=str(number))
        await store.begin(new, EventKind.REQUESTED, {"verb": "add"})
    await store.close()
asyncio.run(main())
"""


async def test_whole_programs_at_once_lose_and_double_nothing(url, store, nas):
    """Also on one SQLite file."""
    await store.now()
    programs = [
        subprocess.Popen([sys.executable, "-c", _BEGIN, url, nas.uuid, f"desk {number}"]) for number in range(3)
    ]
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    records = await everything(store)
    assert len(records) == 30
    assert {record.attempt for record in records} == {3}
    assert len(await store.history(limit=1000)) == 90
