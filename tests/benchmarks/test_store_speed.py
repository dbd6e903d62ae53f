"""What remembering costs beside the same bytes through sqlite3 alone, both in the same run."""

from __future__ import annotations

import asyncio
import gc
import json
import random
import sqlite3
import statistics
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from mydia_desktop.domain.record import EventKind, NewEvent, NewRecord
from mydia_desktop.store.database import Store
from tests.store.values import everything

RECORDS = 100_000
EVENTS = 100_000
ITEMS = 5_000
MOMENT = "2026-01-01T00:00:00.000000Z"
ROUNDS = 60
BEAT_S = 0.004


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Path:
    """A hundred thousand records, a fifth of them open, and as many events."""
    file = tmp_path_factory.mktemp("store") / "full.sqlite3"
    asyncio.run(open_and_close(file))
    with closing(sqlite3.connect(file)) as connection:
        fill(connection)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """The same with but its client."""
    file = tmp_path_factory.mktemp("store") / "empty.sqlite3"
    asyncio.run(open_and_close(file))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO clients VALUES ('c', 'transmission', 'NAS', 'http://nas:9091', ?)", (MOMENT,))
        connection.commit()
    return file


@pytest.fixture(autouse=True)
def _garbage_stays():
    """As in the program, where it is collected by the clock."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def opened(file: Path) -> Store:
    return Store(f"sqlite:///{file}", actor="me@desk")


async def open_and_close(file: Path) -> float:
    """How many milliseconds opening takes."""
    store = opened(file)
    began = time.perf_counter()
    await store.open()
    took = (time.perf_counter() - began) * 1000
    await store.close()
    return took


def fill(connection: sqlite3.Connection) -> None:
    lots = random.Random(1)  # noqa: S311 - the same each time
    connection.execute("INSERT INTO clients VALUES ('c', 'transmission', 'NAS', 'http://nas:9091', ?)", (MOMENT,))
    connection.executemany(
        "INSERT INTO media_items (id, type, title, year, inserted_at, updated_at) VALUES (?, ?, ?, 2000, ?, ?)",
        [(f"m{n}", "movie" if n % 2 else "tv_show", f"Title {n}", MOMENT, MOMENT) for n in range(ITEMS)],
    )
    connection.executemany(
        "INSERT INTO episodes (id, media_item_id, season_number, episode_number, inserted_at, updated_at) "
        "VALUES (?, ?, 1, ?, ?, ?)",
        [(f"e{n}-{k}", f"m{n}", k, MOMENT, MOMENT) for n in range(0, ITEMS, 2) for k in range(10)],
    )
    metadata = json.dumps({"size": 5_000_000_000, "quality": ["1080p", "WEB", "x264"]})
    rows = []
    for number in range(RECORDS):
        item, infohash, open_ = lots.randrange(ITEMS), f"{lots.getrandbits(160):040x}", number % 5 == 0
        rows.append(
            (
                f"{lots.getrandbits(128):032x}", f"m{item}", None if item % 2 else f"e{item}-{number % 10}", "Indexer",
                f"Some.Title.{number}.1080p.WEB.x264-GROUP", "https://tracker.example", "NAS", "c", infohash, infohash,
                "/data/downloads", f"Some.Title.{number}", None if number % 2 else MOMENT, None if open_ else MOMENT,
                None if open_ else "completed", metadata, MOMENT, MOMENT,
            )
        )  # fmt: skip
    connection.executemany(
        "INSERT INTO downloads (id, media_item_id, episode_id, indexer, title, download_url, download_client, "
        "client_id, download_client_id, infohash_v1, last_save_path, last_name, completed_at, closed_at, "
        f"close_reason, metadata, inserted_at, updated_at) VALUES ({', '.join('?' * 18)})",
        rows,
    )
    connection.executemany(
        "INSERT INTO download_events (download_id, attempt, at, actor, kind, detail, search_text) "
        "VALUES (?, 1, ?, 'me@desk', ?, ?, ?)",
        [
            (row[0], MOMENT, "confirmed" if n % 100 else "requested", json.dumps({"title": row[4]}), row[4].lower())
            for n, row in zip(range(EVENTS), rows, strict=True)
        ],
    )


def test_opening_costs_the_same_whatever_is_in_it(full, empty):
    """The second time and later: the first loads the libraries, in the store's own thread."""
    asyncio.run(open_and_close(empty))
    small = statistics.median(asyncio.run(open_and_close(empty)) for _ in range(9))
    big = statistics.median(asyncio.run(open_and_close(full)) for _ in range(9))
    print(f"\nopening: empty {small:.1f} ms, {RECORDS:,} records and {EVENTS:,} events {big:.1f} ms")
    assert big < 2 * small + 20


def floor_of_reading(file: Path) -> float:
    """CPU seconds for the same rows through sqlite3, with their metadata read and nothing made of them."""
    began = time.process_time()
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT * FROM downloads ORDER BY closed_at IS NOT NULL, id").fetchall()
        details = [json.loads(row[18]) for row in rows]
        items = connection.execute("SELECT * FROM media_items").fetchall()
        episodes = connection.execute("SELECT * FROM episodes").fetchall()
    assert len(details) == RECORDS
    assert items
    assert episodes
    return time.process_time() - began


async def load(file: Path) -> float:
    """CPU seconds."""
    store = opened(file)
    await store.open()
    began = time.process_time()
    records = await everything(store)
    took = time.process_time() - began
    assert len(records) >= RECORDS
    await store.close()
    return took


def test_loading_costs_little_more_than_reading(full):
    """A record is a value with its movie or episode, ready to be joined."""
    asyncio.run(load(full))
    floor = min(floor_of_reading(full) for _ in range(3))
    ours = min(asyncio.run(load(full)) for _ in range(3))
    print(f"\nloading {RECORDS:,} records: {ours:.2f} s of CPU, sqlite3 and json alone {floor:.2f} s")
    assert ours < 6 * floor


@dataclass
class Beats:
    """Milliseconds by which beats of the loop came late."""

    late: list[float]

    @classmethod
    async def during(cls, task: asyncio.Future[object]) -> Beats:
        late, last = [], time.perf_counter()
        while not task.done():
            await asyncio.wait({task}, timeout=BEAT_S)
            now = time.perf_counter()
            late.append((now - last - BEAT_S) * 1000)
            last = now
        return cls(late)

    @property
    def p99(self) -> float:
        return statistics.quantiles(self.late, n=100)[98]


async def test_the_loop_goes_on_while_a_hundred_thousand_records_are_loaded(full):
    """Held up no more than by any other thread of Python that works as long."""
    store = opened(full)
    await store.open()
    idle = asyncio.ensure_future(asyncio.wait({asyncio.get_running_loop().create_future()}, timeout=3))
    alone = await Beats.during(idle)
    began = time.perf_counter()
    first = await anext(store.records())
    first_ms = (time.perf_counter() - began) * 1000
    assert all(record.is_open for record in first)
    began = time.perf_counter()
    beside = await Beats.during(asyncio.ensure_future(everything(store)))
    took = time.perf_counter() - began
    await store.close()
    print(
        f"\nloading {RECORDS:,} records in {took:.1f} s: beats late by p99 {beside.p99:.1f} ms, "
        f"max {max(beside.late):.1f} ms (alone {alone.p99:.1f} and {max(alone.late):.1f} ms); "
        f"first page after {first_ms:.0f} ms"
    )
    assert beside.p99 < alone.p99 + 30


def floor_of_writing(file: Path) -> float:
    """Milliseconds for a row and an event in a transaction of their own, through sqlite3."""
    times = []
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for number in range(ROUNDS):
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO downloads (id, title, inserted_at, updated_at) VALUES (?, 'a', ?, ?)",
                (f"floor {time.monotonic_ns()} {number}", MOMENT, MOMENT),
            )
            connection.execute(
                "INSERT INTO download_events (download_id, attempt, at, actor, kind, detail, search_text) "
                "VALUES ('floor', 1, ?, 'me', 'confirmed', '{}', '')",
                (MOMENT,),
            )
            connection.execute("COMMIT")
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


async def write(file: Path) -> tuple[float, float]:
    """Milliseconds that begin and change take."""
    store = opened(file)
    await store.open()
    begins, changes = [], []
    for number in range(ROUNDS):
        infohash = f"{time.monotonic_ns():040x}"
        new = NewRecord(
            title="Some title", client_uuid="c", client_name="NAS", native_id=infohash, v1=infohash, v2=f"{number:064}"
        )
        began = time.perf_counter()
        record = await store.begin(new, EventKind.REQUESTED, {"verb": "add", "title": "Some title"})
        begun = time.perf_counter()
        await store.change(record.id, {"last_name": "a"}, NewEvent(kind=EventKind.CONFIRMED, record_id=record.id))
        begins.append((begun - began) * 1000)
        changes.append((time.perf_counter() - begun) * 1000)
    await store.close()
    return statistics.median(begins), statistics.median(changes)


def test_writing_costs_the_same_whatever_is_in_it(full, empty):
    """And little more than the transaction itself."""
    small, big = asyncio.run(write(empty)), asyncio.run(write(full))
    floor = floor_of_writing(full)
    print(
        f"\nbegin {big[0]:.1f} ms, change {big[1]:.1f} ms beside {RECORDS:,} records; in an empty database "
        f"{small[0]:.1f} and {small[1]:.1f} ms; sqlite3 alone {floor:.1f} ms"
    )
    assert big[0] < 2 * small[0] + 5
    assert big[1] < 2 * small[1] + 5
    assert big[0] < 4 * floor + 25


async def timed(call) -> float:
    began = time.perf_counter()
    await call()
    return (time.perf_counter() - began) * 1000


async def test_what_a_start_asks_next_is_answered_at_once(full):
    """Among a hundred thousand events and records."""
    store = opened(full)
    await store.open()
    moment = await store.now()
    questions = {
        "unsettled": store.unsettled,
        "history": store.history,
        "history, a rare word": lambda: store.history(text="some.title.77777."),
        "history, no such word": lambda: store.history(text="nowhere"),
        "search": lambda: store.search_media("title 44"),
        "changed since": lambda: everything(store, changed_since=moment + 120),
    }
    took = {name: min([await timed(question) for _ in range(5)]) for name, question in questions.items()}
    await store.close()
    print("\n" + ", ".join(f"{name} {ms:.1f} ms" for name, ms in took.items()))
    with closing(sqlite3.connect(full)) as connection:
        began = time.perf_counter()
        connection.execute("SELECT count(*) FROM download_events WHERE search_text LIKE '%no such%'").fetchall()
        floor = (time.perf_counter() - began) * 1000
    assert took["history"] < 20 + floor
    assert took["changed since"] < 20 + floor
    assert max(took.values()) < 10 * floor + 100
