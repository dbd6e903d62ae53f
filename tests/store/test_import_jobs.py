"""A completion is marked once and queues its import in the same breath; an import is done by one at a time."""

from __future__ import annotations

import asyncio

import pytest

from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent
from tests.store.values import begin, everything

LEASE_S = 60.0


def happened(record, kind=EventKind.COMPLETED):
    return NewEvent(kind=kind, record_id=record.id, attempt=record.attempt)


async def complete(store, record, *, completed_at=None, queue_import=True, **changes):
    return await store.complete(
        record.id,
        happened(record),
        attempt=record.attempt,
        completed_at=completed_at,
        queue_import=queue_import,
        changes=changes,
    )


@pytest.fixture
async def record(store, nas):
    return await begin(store, nas)


@pytest.fixture
async def job(store, record):
    await complete(store, record)
    (queued,) = await store.import_jobs()
    return queued


async def kinds(store, record):
    return [event.kind for event in await store.history_of(record.id)]


async def test_a_completion_is_marked_once_with_its_import(store, record):
    marked = await complete(store, record, completed_at=1_700_000_000, last_name="Name")
    assert (marked.completed_at, marked.last_name, marked.is_open) == (1_700_000_000, "Name", True)
    assert await complete(store, record, completed_at=1_800_000_000) is None
    (job,) = await store.import_jobs()
    assert (job.record_id, job.attempt, job.tries, job.finished_at) == (record.id, 1, 0, None)
    assert await kinds(store, record) == [EventKind.COMPLETED, EventKind.REQUESTED]


async def test_a_silent_completion_queues_nothing(store, record):
    assert (await complete(store, record, queue_import=False)).completed_at is not None
    assert await store.import_jobs() == []


async def test_what_is_closed_or_sent_again_is_not_completed(store, nas, record):
    again = await begin(store, nas)
    assert again.attempt == 2
    assert await complete(store, record) is None
    await store.change(record.id, {"closed_at": 5, "close_reason": CloseReason.CANCELLED})
    assert await complete(store, again) is None
    assert await store.import_jobs() == []
    (known,) = await everything(store)
    assert known.completed_at is None


async def test_what_is_sent_again_is_imported_again(store, nas, job, record):
    leased = await store.lease_import(job.id, LEASE_S)
    await store.finish_import(leased.id, {}, happened(record, EventKind.IMPORTED))
    again = await begin(store, nas)
    assert await store.import_jobs() == []
    await complete(store, again)
    (second,) = await store.import_jobs()
    assert (second.record_id, second.attempt) == (record.id, 2)


async def test_an_import_has_one_owner_at_a_time(open_store, store, job):
    other = await open_store("me@desk")
    leased = await store.lease_import(job.id, LEASE_S)
    assert leased.lease_until > await store.now()
    assert await other.lease_import(job.id, LEASE_S) is None
    assert not await other.renew_import(job.id, LEASE_S)
    assert not await other.release_import(job.id, run_after=0, error=None, counts=False)
    assert await other.finish_import(job.id, {}) is None
    assert await store.renew_import(job.id, LEASE_S)


async def test_of_many_that_reach_for_it_one_gets_it(open_store, store, job):
    stores = [store, await open_store(), await open_store()]
    taken = await asyncio.gather(*(one.lease_import(job.id, LEASE_S) for one in stores))
    assert sum(lease is not None for lease in taken) == 1


async def test_the_lease_of_a_program_that_died_ends(open_store, store, job):
    other = await open_store("you@laptop")
    await store.lease_import(job.id, 0.0)
    taken = await other.lease_import(job.id, LEASE_S)
    assert taken is not None
    assert "you@laptop" in taken.lease_owner
    assert await store.finish_import(job.id, {}) is None
    assert not await store.renew_import(job.id, LEASE_S)


async def test_a_try_that_failed_waits_for_its_time(store, job):
    await store.lease_import(job.id, LEASE_S)
    later = await store.now() + 3600
    assert await store.release_import(job.id, run_after=later, error="No room.", counts=True)
    (waiting,) = await store.import_jobs()
    assert (waiting.tries, waiting.last_error, waiting.lease_owner) == (1, "No room.", None)
    assert waiting.run_after == pytest.approx(later, abs=0.001)
    assert await store.lease_import(job.id, LEASE_S) is None


async def test_what_a_clock_wrote_that_was_ahead_is_not_waited_for(open_store, store, job):
    """A computer that thinks it is next year, until it asks somebody."""
    await store.lease_import(job.id, 10_000_000)
    other = await open_store("you@laptop")
    assert await other.lease_import(job.id, LEASE_S) is not None
    await other.release_import(job.id, run_after=await store.now() + 10_000_000, error="No room.", counts=True)
    assert await store.lease_import(job.id, LEASE_S) is not None


async def test_that_it_is_not_mounted_here_is_no_try(store, job):
    await store.lease_import(job.id, LEASE_S)
    await store.release_import(job.id, run_after=await store.now(), error="Not mounted here.", counts=False)
    (waiting,) = await store.import_jobs()
    assert waiting.tries == 0
    assert await store.lease_import(job.id, LEASE_S) is not None


async def test_what_was_given_up_is_listed_and_begins_anew_when_a_person_asks(store, job):
    await store.lease_import(job.id, LEASE_S)
    await store.release_import(job.id, run_after=None, error="Another file is there.", counts=True)
    (given_up,) = await store.import_jobs()
    assert given_up.finished_at is not None
    assert await store.lease_import(job.id, LEASE_S) is None
    anew = await store.queue_import(job.record_id, job.attempt)
    assert (anew.id, anew.tries, anew.finished_at, anew.last_error) == (job.id, 0, None, None)
    assert await store.lease_import(job.id, LEASE_S) is not None


async def test_asking_for_what_somebody_is_at_leaves_it_to_them(store, job):
    leased = await store.lease_import(job.id, LEASE_S)
    asked = await store.queue_import(job.record_id, job.attempt)
    assert asked.lease_owner == leased.lease_owner
    assert await store.renew_import(job.id, LEASE_S)


async def test_a_finished_import_changes_its_record_in_the_same_breath(store, record, job):
    await store.lease_import(job.id, LEASE_S)
    done = await store.finish_import(
        job.id, {"closed_at": 9, "close_reason": CloseReason.IMPORTED}, happened(record, EventKind.IMPORTED)
    )
    assert done.close_reason is CloseReason.IMPORTED
    assert (await kinds(store, record))[0] is EventKind.IMPORTED
    assert await store.import_jobs() == []
    assert await store.finish_import(job.id, {}, happened(record, EventKind.IMPORTED)) is None
    assert (await kinds(store, record)).count(EventKind.IMPORTED) == 1


async def test_nobody_imports_what_was_cancelled_meanwhile(store, record, job):
    await store.change(record.id, {"closed_at": 5, "close_reason": CloseReason.CANCELLED})
    assert await store.import_jobs() == []
    assert await store.lease_import(job.id, LEASE_S) is None


async def test_an_import_that_ends_after_its_record_was_closed_tells_nothing(store, record, job):
    await store.lease_import(job.id, LEASE_S)
    await store.change(record.id, {"closed_at": 5, "close_reason": CloseReason.CANCELLED})
    assert await store.finish_import(job.id, {}, happened(record, EventKind.IMPORTED)) is None
    assert EventKind.IMPORTED not in await kinds(store, record)


async def test_no_passkey_gets_into_an_error(store, job):
    await store.lease_import(job.id, LEASE_S)
    words = "Refused: http://tracker/announce?passkey=0123456789abcdef0123456789abcdef"
    await store.release_import(job.id, run_after=None, error=words, counts=True)
    (given_up,) = await store.import_jobs()
    assert "0123456789abcdef" not in given_up.last_error
