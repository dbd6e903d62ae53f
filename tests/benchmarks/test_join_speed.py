"""Joining twenty thousand transfers with twenty thousand records costs what changed, and nothing for what did not."""

from __future__ import annotations

import gc
import hashlib
import time
from dataclasses import replace

import pytest

from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.report import Delta, Facts, Full
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.live.aggregator import Live
from tests.live_room import config
from tests.memory_client import MemoryClient
from tests.records import NAS_UUID, record

NAS = ClientId("nas")
FACTS = Facts(version="3.00", api="16", download_speed=0, upload_speed=0)
MANY, FEW, CHANGED = 20_000, 200, 20
SLICE = 500
"""Records that the keeper hands over at a time."""
ROUNDS = 51


def timed(call):
    """Milliseconds that it took."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def rows_of(count):
    names = [f"Release.{number}" for number in range(count)]
    hashes = [hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest() for name in names]
    return {
        TransferKey(NAS, infohash): Transfer(
            key=TransferKey(NAS, infohash), native_id=infohash, v1=infohash, name=name, status=Status.SEEDING,
            done=True, progress=1.0, size=1, remaining=0, downloaded=1, uploaded=0, download_speed=0, upload_speed=0,
        )
        for name, infohash in zip(names, hashes, strict=True)
    }  # fmt: skip


def records_of(rows):
    return [record(row.name, id=RecordId(row.name)) for row in rows.values()]


class Room:
    """A Live of one client that is told what that client answered; its window takes every update."""

    def __init__(self, count, *, remembers):
        self.rows = rows_of(count)
        self.records = records_of(self.rows) if remembers else []
        self.live = Live(lambda _config: MemoryClient("nas"))
        self.live.configure([config("nas", uuid=NAS_UUID)])
        self.feed = self.live.feed()

    async def told(self, report):
        """What the window gets of an answer."""
        self.live.watches[NAS].take(report)
        return await anext(self.feed)

    def full(self):
        """Every row, the same objects as before where nothing changed."""
        return Full(facts=FACTS, latency=0.01, transfers=dict(self.rows))

    def busy(self):
        """Some rows changed."""
        changed = {key: replace(row, uploaded=row.uploaded + 1) for key, row in list(self.rows.items())[:CHANGED]}
        self.rows |= changed
        return Delta(facts=FACTS, latency=0.01, changed=changed, removed=frozenset())

    async def filled(self):
        for start in range(0, len(self.records), SLICE):
            self.live.update_records(self.records[start : start + SLICE])
        await self.told(self.full())
        return self

    async def best(self, answer):
        """Milliseconds from an answer to the window: the shortest, since others use this machine, too."""
        took = []
        for _ in range(ROUNDS):
            report = answer()
            start = time.perf_counter()
            await self.told(report)
            took.append((time.perf_counter() - start) * 1000)
        return min(took)


@pytest.fixture(autouse=True)
def _collected_elsewhere():
    """The program collects garbage between two answers; see ``app.window``."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
async def remembering():
    return await Room(MANY, remembers=True).filled()


@pytest.fixture
async def forgetful():
    return await Room(MANY, remembers=False).filled()


async def test_cost_follows_change_a_refresh_costs_the_same_with_records_as_without(remembering, forgetful):
    for name, answer in (("without news", Room.full), (f"with {CHANGED} changes", Room.busy)):
        floor = await forgetful.best(lambda answer=answer: answer(forgetful))
        ours = await remembering.best(lambda answer=answer: answer(remembering))
        print(
            f"\n{MANY} rows, a refresh {name}: {floor:.3f} ms, with as many records {ours:.3f} ms, {ours / floor:.2f} x"
        )
        assert ours / floor < 1.5


async def test_cost_follows_change_a_few_changes_among_many_cost_as_much_as_among_few(remembering):
    few = await Room(FEW, remembers=True).filled()
    floor = await few.best(few.busy)
    ours = await remembering.best(remembering.busy)
    print(f"\n{CHANGED} changes among {FEW}: {floor:.3f} ms, among {MANY}: {ours:.3f} ms, {ours / floor:.2f} x")
    assert ours / floor < 2


async def test_a_record_that_changes_costs_its_own_row(remembering):
    few = await Room(FEW, remembers=True).filled()

    async def change(room, number):
        changed = replace(room.records[7], error_message=f"Try {number}")
        start = time.perf_counter()
        room.live.update_records([changed])
        update = await anext(room.feed)
        took = (time.perf_counter() - start) * 1000
        assert len(update.changed) == 1
        return took

    floor = min([await change(few, number) for number in range(ROUNDS)])
    ours = min([await change(remembering, number) for number in range(ROUNDS)])
    print(f"\nA record that changes among {FEW}: {floor:.3f} ms, among {MANY}: {ours:.3f} ms, {ours / floor:.2f} x")
    assert ours / floor < 2


async def test_gone_records_cost_nothing_while_nothing_changes(remembering):
    rows = dict(list(remembering.rows.items())[: MANY // 2])
    whole = Room(MANY, remembers=True)
    whole.rows, whole.records = rows, records_of(rows)
    floor = await (await whole.filled()).best(whole.full)
    remembering.rows = rows
    remembering.live.watches[NAS].roster.absence_counts = True
    await remembering.told(remembering.full())
    assert len(remembering.live.gone[0].records) == MANY // 2
    ours = await remembering.best(remembering.full)
    print(
        f"\nA refresh without news: {floor:.3f} ms, with {MANY // 2} gone records {ours:.3f} ms, {ours / floor:.2f} x"
    )
    assert ours / floor < 1.5


async def remembered_in_slices(room):
    """Milliseconds that each slice of records took."""
    slices = (room.records[start : start + SLICE] for start in range(0, MANY, SLICE))
    return [timed(lambda part=part: room.live.update_records(part)) for part in slices]


async def listed(room):
    """Milliseconds from the first list to the window."""
    report = room.full()
    start = time.perf_counter()
    update = await room.told(report)
    took = (time.perf_counter() - start) * 1000
    assert (len(update.changed), len(update.records)) == (MANY, len(room.records))
    return took


async def test_the_first_join_costs_little_more_than_the_first_list_and_comes_in_slices():
    floors, ours, slices = [], [], []
    for _ in range(3):
        floors.append(await listed(Room(MANY, remembers=False)))
        early = Room(MANY, remembers=True)
        await remembered_in_slices(early)
        ours.append(await listed(early))
        late = Room(MANY, remembers=True)
        late.live.watches[NAS].take(late.full())
        slices.append(await remembered_in_slices(late))
        assert len((await anext(late.feed)).records) == MANY
    floor, joined, after = min(floors), min(ours), min(slices, key=sum)
    print(
        f"\n{MANY} rows: first list {floor:.0f} ms, with records there before {joined:.0f} ms, {joined / floor:.2f} x; "
        f"records after it {sum(after):.0f} ms in {len(after)} slices, the longest {max(after):.1f} ms"
    )
    assert joined / floor < 4
    assert max(after) < floor / 2
