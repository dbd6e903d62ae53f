"""An adapter with a thread, a budget and an async face: a Client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from mydia_desktop.domain.client import Adapter
from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result, Verb
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.report import Interest, Report
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.threads.worker import Worker

T = TypeVar("T")

BUDGET_S = 15.0
"""For one call, from its start in the thread: more than one exchange may take, so this is the second net."""
QUEUE_S = 10.0
"""How long a command waits for the call before it; then it is withdrawn."""
GRACE_S = 1.0
"""For a call to notice that its socket was shut down."""
ABANDONED_AT_MOST = 2


class ThreadedClient:
    """Runs an adapter in a thread of its own, one call after another, commands first.

    A call over its budget is cut off. If it hangs even so (in name resolution, in a library), thread and adapter
    are abandoned for new ones: what it may still answer reaches nobody.
    """

    def __init__(self, build: Callable[[], Adapter], *, name: str, budget: float = BUDGET_S) -> None:
        """``build`` makes the adapter, in the thread; ``name`` is for messages; ``budget`` is seconds a call."""
        self._build = build
        self._name = name
        self._budget = budget
        self._bench = _Bench(build, name)
        self._abandoned: list[_Bench] = []
        self._closed = False

    @property
    def verbs(self) -> frozenset[Verb]:
        """As Client.verbs; none before the first call."""
        return self._bench.adapter.verbs if self._bench.adapter else frozenset()

    @property
    def takes(self) -> frozenset[Payload]:
        """As Client.takes; none before the first call."""
        return self._bench.adapter.takes if self._bench.adapter else frozenset()

    async def refresh(self, interest: Interest) -> Report:
        """As Client.refresh."""
        return await self._call(lambda adapter: adapter.refresh(interest))

    async def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """As Client.magnets."""
        return await self._call(lambda adapter: adapter.magnets(keys))

    async def content(self, key: TransferKey) -> Content | None:
        """As Client.content."""
        return await self._call(lambda adapter: adapter.content(key))

    async def set_slow(self, *, slow: bool) -> None:
        """As Client.set_slow."""
        await self._call(lambda adapter: adapter.set_slow(slow=slow), first=True)

    async def perform(self, command: Command) -> list[Result]:
        """As Client.perform."""
        try:
            return await self._call(lambda adapter: adapter.perform(command), first=True)
        except ClientUnreachableError as error:
            outcome, message = self._unanswered(error)
        return [Result(key=key, outcome=outcome, message=message) for key in command.keys]

    async def add(self, addition: Addition) -> Added:
        """As Client.add."""
        try:
            return await self._call(lambda adapter: adapter.add(addition), first=True)
        except ClientUnreachableError as error:
            outcome, message = self._unanswered(error)
        return Added(outcome=outcome, message=message)

    def close(self) -> None:
        """As Client.close."""
        self._closed = True
        self._bench.leave()

    async def put_away(self) -> None:
        """Close, and wait until the adapter has let go of everything: what it keeps is kept then."""
        self.close()
        await self._bench.worker.ended()

    def _unanswered(self, error: ClientUnreachableError) -> tuple[Outcome, str]:
        """What became of something that was to be sent and was not answered in time."""
        if isinstance(error, _NotBegunError):
            return Outcome.NOT_SENT, error.message
        return Outcome.UNKNOWN, translate("Connection", "{name} may still do this. {why}").format(
            name=self._name, why=error.message
        )

    async def _call(self, call: Callable[[Adapter], T], *, first: bool = False) -> T:
        self._abandoned = [bench for bench in self._abandoned if bench.worker.is_alive]
        if self._closed or len(self._abandoned) >= ABANDONED_AT_MOST:
            raise _NotBegunError(
                translate("Connection", "{name} is not asked: earlier calls to it still hang on this computer.").format(
                    name=self._name
                ),
                cause=Cause.BUSY,
            )
        bench = self._bench
        job = bench.worker.submit(lambda: call(bench.ready()), first=first)
        try:
            await asyncio.wait({job.begun}, timeout=QUEUE_S)
            if not job.begun.done() and bench.worker.withdraw(job):
                raise _NotBegunError(
                    translate("Connection", "{name} is still busy with an earlier call.").format(name=self._name),
                    cause=Cause.BUSY,
                )
            await asyncio.wait({job.done}, timeout=self._budget)
            if not job.done.done():
                bench.cut_off()
                await asyncio.wait({job.done}, timeout=GRACE_S)
            if job.done.done():
                return job.done.result()
        except asyncio.CancelledError:
            bench.worker.withdraw(job)
            raise
        finally:
            # Whoever asked has left or has the answer; a late one must not complain about being ignored.
            job.done.add_done_callback(_look_at)
        if bench is self._bench:
            self._abandoned.append(bench)
            bench.leave()
            self._bench = _Bench(self._build, self._name)
        raise ClientUnreachableError(
            translate("Connection", "No answer from {name} within {seconds} s.").format(
                name=self._name, seconds=f"{self._budget:g}"
            ),
            cause=Cause.TIMED_OUT,
        )


class _NotBegunError(ClientUnreachableError):
    """The call never left this computer."""


class _Bench:
    """A worker and the adapter only it touches."""

    def __init__(self, build: Callable[[], Adapter], name: str) -> None:
        self.worker = Worker(f"client {name}", last=self._put_away)
        self.adapter: Adapter | None = None
        self._build = build

    def ready(self) -> Adapter:
        """The adapter, made by the worker's first job."""
        if self.adapter is None:
            self.adapter = self._build()
        return self.adapter

    def cut_off(self) -> None:
        """Wake the call under way."""
        if self.adapter:
            self.adapter.abort()

    def leave(self) -> None:
        """Cut off what is under way, and let the thread put the adapter away and end by itself."""
        self.worker.end()
        self.cut_off()

    def _put_away(self) -> None:
        if self.adapter:
            self.adapter.close()


def _look_at(done: asyncio.Future[T]) -> None:
    if not done.cancelled():
        done.exception()
