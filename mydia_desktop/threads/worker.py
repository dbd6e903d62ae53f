"""A daemon thread that does one job after another and hands the results to the event loop.

Neither ``asyncio.to_thread`` nor ``ThreadPoolExecutor``: under qasync one pool of ten serves everybody, and a
pool's threads are joined at exit, so that one stuck call would keep the program alive.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Job(Generic[T]):
    """One call to make in the thread. ``begun`` and ``done`` belong to the loop that submitted it."""

    def __init__(self, call: Callable[[], T]) -> None:
        self.call = call
        self.loop = asyncio.get_running_loop()
        self.begun: asyncio.Future[None] = self.loop.create_future()
        self.done: asyncio.Future[T] = self.loop.create_future()


class Worker:
    """One thread, started with its first job. Ends by itself after ``end``; nobody waits for it."""

    def __init__(self, name: str, *, last: Callable[[], None]) -> None:
        """``last`` is called in the thread when it ends."""
        self._name = name
        self._last = last
        self._jobs: deque[Job[object]] = deque()
        self._changed = threading.Condition()
        self._ending = False
        self._thread: threading.Thread | None = None
        self._ended: asyncio.Future[None] | None = None

    async def ended(self) -> None:
        """Wait until it has ended, with its last call; at once if it never began. Only the loop it worked for may."""
        if self._ended is not None:
            await asyncio.wait({self._ended})

    def submit(self, call: Callable[[], T], *, first: bool = False) -> Job[T]:
        """Queue a call, before all others that wait if ``first``."""
        job = Job(call)
        with self._changed:
            (self._jobs.appendleft if first else self._jobs.append)(job)  # type: ignore[arg-type] # a deque of any T
            self._changed.notify()
        if self._thread is None:
            self._ended = job.loop.create_future()
            self._thread = threading.Thread(
                target=self._work, args=(job.loop, self._ended), name=self._name, daemon=True
            )
            self._thread.start()
        return job

    def withdraw(self, job: Job[T]) -> bool:
        """Take a job out of the queue; False if it has begun."""
        with self._changed:
            if job not in self._jobs:
                return False
            self._jobs.remove(job)  # type: ignore[arg-type] # a deque of any T
            return True

    def end(self) -> None:
        """Begin nothing that waits any more, and stop after the job under way. What waits can still be withdrawn."""
        with self._changed:
            self._ending = True
            self._changed.notify()

    @property
    def is_ending(self) -> bool:
        """Whether nothing new is begun any more."""
        return self._ending

    @property
    def is_alive(self) -> bool:
        """Whether its thread still runs."""
        return self._thread is not None and self._thread.is_alive()

    def _work(self, loop: asyncio.AbstractEventLoop, ended: asyncio.Future[None]) -> None:
        while True:
            with self._changed:
                while not self._jobs and not self._ending:
                    self._changed.wait()
                if self._ending:
                    break
                job = self._jobs.popleft()
            _tell(job.loop, job.begun, None, None)
            try:
                result = job.call()
            except BaseException as error:  # noqa: BLE001 - it is raised again where the job is awaited
                _tell(job.loop, job.done, None, error)
            else:
                _tell(job.loop, job.done, result, None)
            del job
        try:
            self._last()
        finally:
            _tell(loop, ended, None, None)


def _tell(loop: asyncio.AbstractEventLoop, future: asyncio.Future[T], result: T, error: BaseException | None) -> None:
    """Settle a future from the thread, unless nobody waits for it any more."""

    def settle() -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    try:
        loop.call_soon_threadsafe(settle)
    except RuntimeError:
        # The loop is closed: the program is ending and nobody asks for the result.
        if not loop.is_closed():
            raise
