"""A thread that does one job after another, whose end nobody waits for."""

import asyncio
import subprocess
import sys
import threading

import pytest

from mydia_desktop.threads.worker import Worker

PATIENCE_S = 10


@pytest.fixture
def ended():
    """Set when a worker has ended."""
    return threading.Event()


@pytest.fixture
def worker(ended):
    """A worker that ends with the test."""
    worker = Worker("test", last=ended.set)
    yield worker
    worker.end()


async def test_a_result_and_an_error_come_back(worker):
    """To the loop that asked, from the one thread."""
    first = worker.submit(threading.get_ident)
    second = worker.submit(threading.get_ident)
    failing = worker.submit(lambda: 1 // 0)
    assert await first.done == await second.done != threading.get_ident()
    with pytest.raises(ZeroDivisionError):
        await failing.done
    assert await worker.submit(lambda: "on").done == "on"


async def test_one_job_at_a_time_and_the_urgent_first(worker):
    """What waits is overtaken; what has begun is not."""
    go = threading.Event()
    order = []
    busy = worker.submit(lambda: go.wait(PATIENCE_S))
    await busy.begun
    later = worker.submit(lambda: order.append("later"))
    urgent = worker.submit(lambda: order.append("urgent"), first=True)
    assert not later.begun.done()
    go.set()
    await asyncio.gather(busy.done, later.done, urgent.done)
    assert order == ["urgent", "later"]


async def test_what_has_not_begun_can_be_withdrawn(worker):
    """And is never done then; what has begun can't."""
    go = threading.Event()
    done = []
    busy = worker.submit(lambda: go.wait(PATIENCE_S))
    await busy.begun
    waiting = worker.submit(lambda: done.append("waiting"))
    assert worker.withdraw(waiting)
    assert not worker.withdraw(waiting)
    assert not worker.withdraw(busy)
    go.set()
    await worker.submit(lambda: done.append("last")).done
    assert done == ["last"]


async def test_the_end_drops_what_waits_and_comes_by_itself(worker, ended):
    """After the job under way; its last act is done in its thread."""
    go = threading.Event()
    done = []
    busy = worker.submit(lambda: go.wait(PATIENCE_S))
    await busy.begun
    waiting = worker.submit(lambda: done.append("waiting"))
    assert not worker.is_ending
    worker.end()
    assert worker.is_ending
    assert worker.is_alive
    assert not ended.is_set()
    go.set()
    assert ended.wait(PATIENCE_S)
    assert done == []
    assert worker.withdraw(waiting)


def test_an_answer_to_a_loop_that_is_gone_is_dropped(worker):
    """The program is ending: nobody is left to hear it, and the thread does not complain."""
    go, begun = threading.Event(), threading.Event()

    def job():
        begun.set()
        go.wait(PATIENCE_S)

    async def ask():
        worker.submit(job)

    asyncio.run(ask())
    assert begun.wait(PATIENCE_S)
    go.set()
    done = threading.Event()

    async def ask_again():
        await worker.submit(done.set).done

    asyncio.run(ask_again())
    assert done.is_set()


STUCK = """
import asyncio, threading
from mydia_desktop.threads.worker import Worker

async def main():
    job = Worker("stuck", last=print).submit(threading.Event().wait)
    await job.begun
    print("stuck")

asyncio.run(main())
"""


def test_no_one_waits_a_stuck_thread_does_not_keep_the_program_alive():
    """Which a thread of a pool would."""
    ended = subprocess.run(
        [sys.executable, "-c", STUCK], capture_output=True, text=True, timeout=PATIENCE_S, check=True
    )
    assert (ended.stdout, ended.stderr) == ("stuck\n", "")
