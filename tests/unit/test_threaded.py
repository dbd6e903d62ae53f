"""A client that blocks, hangs or is busy, seen from the event loop: every call ends within its budget."""

import asyncio
import gc
import threading
import time

import pytest

from mydia_desktop.adapters import threaded
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result, Verb
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.report import Facts, Full, Interest
from mydia_desktop.domain.transfer import ClientId, TransferKey

BUDGET_S = 0.2
PATIENCE_S = 10
KEYS = tuple(TransferKey(ClientId("nas"), name) for name in ("a", "b"))
PAUSE = Command(verb=Verb.PAUSE, keys=KEYS)
FILM = Addition(release=Release(name="film", payload=Payload.TORRENT_V1, magnet="magnet:?x", v1="a" * 40))
REPORT = Full(
    facts=Facts(version="1", api="1", download_speed=0, upload_speed=0), latency=0.0, new_session=True, transfers={}
)


class Hanging:
    """An adapter whose calls wait as long as a test wants, in ways that abort wakes or does not."""

    verbs = frozenset({Verb.PAUSE})
    takes = frozenset({Payload.TORRENT_V1})

    def __init__(self, *, wakes=True):
        self.wakes = wakes
        self.hangs = threading.Event()
        self.go = threading.Event()
        self.entered = threading.Event()
        self.closed = threading.Event()
        self.aborts = 0
        self.commands = []
        self.calls = []

    def _wait(self):
        if self.hangs.is_set():
            self.go.clear()
            self.entered.set()
            self.go.wait(PATIENCE_S)
            if self.wakes and self.aborts:
                raise ClientUnreachableError("It was cut off.", cause=Cause.TIMED_OUT)

    def refresh(self, _interest):
        self.calls.append("refresh")
        self._wait()
        return REPORT

    def perform(self, command):
        self.calls.append("perform")
        self.commands.append(command)
        self._wait()
        return [Result(key=key, outcome=Outcome.ACCEPTED) for key in command.keys]

    def add(self, addition):
        self.calls.append("add")
        self.commands.append(addition)
        self._wait()
        return Added(outcome=Outcome.ACCEPTED, message="As it was told.")

    def magnets(self, keys):
        self.calls.append("magnets")
        self._wait()
        return dict.fromkeys(keys, "magnet:")

    def abort(self):
        self.aborts += 1
        if self.wakes:
            self.go.set()

    def close(self):
        self.closed.set()


class Room:
    """A client, and every adapter that was built for it."""

    def __init__(self, **options):
        self.adapters = []
        self.client = ThreadedClient(lambda: self._build(**options), name="NAS", budget=BUDGET_S)

    def _build(self, **options):
        self.adapters.append(Hanging(**options))
        return self.adapters[-1]

    async def refusal(self):
        """Why a refresh was not answered."""
        with pytest.raises(ClientUnreachableError) as caught:
            await self.client.refresh(Interest())
        return caught.value

    async def hang(self):
        """Let the adapter now in use hang from its next call on."""
        await self.client.refresh(Interest())
        self.adapters[-1].hangs.set()
        return self.adapters[-1]


@pytest.fixture
def room(monkeypatch):
    """A client that can be woken."""
    monkeypatch.setattr(threaded, "GRACE_S", BUDGET_S)
    room = Room()
    yield room
    leave(room)


@pytest.fixture
def deaf(monkeypatch):
    """A client that hangs where nothing wakes it: in name resolution, in a library."""
    monkeypatch.setattr(threaded, "GRACE_S", BUDGET_S)
    room = Room(wakes=False)
    yield room
    leave(room)


def leave(room):
    """Close, and let every thread go."""
    room.client.close()
    for adapter in room.adapters:
        adapter.hangs.clear()
        adapter.go.set()
        assert adapter.closed.wait(PATIENCE_S)


async def test_what_the_adapter_says_is_what_is_said(room):
    """Nothing is added on the way."""
    assert room.client.verbs == room.client.takes == frozenset()
    assert await room.client.refresh(Interest()) is REPORT
    assert [result.outcome for result in await room.client.perform(PAUSE)] == [Outcome.ACCEPTED] * 2
    assert await room.client.magnets(KEYS) == dict.fromkeys(KEYS, "magnet:")
    assert await room.client.add(FILM) == Added(outcome=Outcome.ACCEPTED, message="As it was told.")
    assert (room.client.verbs, room.client.takes) == ({Verb.PAUSE}, {Payload.TORRENT_V1})
    assert len(room.adapters) == 1


async def test_no_one_waits_a_call_over_its_budget_is_cut_off(room):
    """The adapter is woken and says why itself; it goes on to be used."""
    adapter = await room.hang()
    began = time.monotonic()
    assert (await room.refusal()).message == "It was cut off."
    assert time.monotonic() - began < 4 * BUDGET_S
    assert adapter.aborts == 1
    adapter.hangs.clear()
    assert await room.client.refresh(Interest()) is REPORT
    assert room.adapters == [adapter]


async def test_intent_first_a_command_over_its_budget_is_unknown(deaf):
    """It was sent, for all we know."""
    await deaf.hang()
    results = await deaf.client.perform(PAUSE)
    assert [(result.key, result.outcome) for result in results] == [(key, Outcome.UNKNOWN) for key in KEYS]
    assert results[0].message == "NAS may still do this. No answer from NAS within 0.2 s."


async def test_intent_first_an_addition_over_its_budget_is_unknown(deaf):
    """As a command is."""
    await deaf.hang()
    words = "NAS may still do this. No answer from NAS within 0.2 s."
    assert await deaf.client.add(FILM) == Added(outcome=Outcome.UNKNOWN, message=words)


async def test_intent_first_an_addition_still_in_the_queue_is_not_sent(room, monkeypatch):
    """Taken back, it is never made."""
    monkeypatch.setattr(threaded, "QUEUE_S", 0.01)
    adapter = await room.hang()
    async with asyncio.TaskGroup() as group:
        refusal = group.create_task(room.refusal())
        await asyncio.wait({refusal}, timeout=BUDGET_S / 2)
        added = await room.client.add(FILM)
    assert added == Added(outcome=Outcome.NOT_SENT, message="NAS is still busy with an earlier call.")
    adapter.hangs.clear()
    await room.client.refresh(Interest())
    assert adapter.commands == []


async def test_intent_first_a_command_still_in_the_queue_is_not_sent(room, monkeypatch):
    """Behind a call that takes too long it is taken back, and never carried out."""
    monkeypatch.setattr(threaded, "QUEUE_S", 0.01)
    adapter = await room.hang()
    async with asyncio.TaskGroup() as group:
        refusal = group.create_task(room.refusal())
        await asyncio.wait({refusal}, timeout=BUDGET_S / 2)
        assert adapter.entered.is_set()
        results = await room.client.perform(PAUSE)
    assert [result.outcome for result in results] == [Outcome.NOT_SENT] * 2
    assert results[0].message == "NAS is still busy with an earlier call."
    adapter.hangs.clear()
    await room.client.refresh(Interest())
    assert adapter.commands == []


async def test_intent_first_a_command_behind_what_hangs_for_good_is_not_sent(deaf, monkeypatch):
    """The thread it waits for is abandoned before its own time is over: it never began, and that is what it says."""
    monkeypatch.setattr(threaded, "QUEUE_S", 4 * BUDGET_S)
    adapter = await deaf.hang()
    async with asyncio.TaskGroup() as group:
        refusal = group.create_task(deaf.refusal())
        await asyncio.wait({refusal}, timeout=BUDGET_S / 2)
        results = await deaf.client.perform(PAUSE)
    assert [result.outcome for result in results] == [Outcome.NOT_SENT] * 2
    assert adapter.commands == []


@pytest.mark.parametrize("said", [PAUSE, FILM], ids=["perform", "add"])
async def test_a_command_goes_before_the_questions_that_wait(room, said):
    """Whoever pressed a button does not queue behind the next poll."""
    adapter = await room.hang()
    async with asyncio.TaskGroup() as group:
        refusal = group.create_task(room.refusal())
        await asyncio.wait({refusal}, timeout=BUDGET_S / 2)
        question = group.create_task(room.client.magnets(KEYS))
        await asyncio.wait({question}, timeout=BUDGET_S / 10)
        adapter.hangs.clear()
        await (room.client.perform(said) if said is PAUSE else room.client.add(said))
    assert adapter.calls[-2:] == ["perform" if said is PAUSE else "add", "magnets"]


async def test_no_one_waits_what_hangs_for_good_is_abandoned(deaf):
    """Another thread with another adapter takes its place; what the first still says reaches nobody."""
    first = await deaf.hang()
    error = await deaf.refusal()
    assert (error.cause, error.message) == (Cause.TIMED_OUT, "No answer from NAS within 0.2 s.")
    assert await deaf.client.refresh(Interest()) is REPORT
    assert deaf.adapters[0] is first
    assert len(deaf.adapters) == 2
    first.go.set()
    assert first.closed.wait(PATIENCE_S)


async def test_two_are_abandoned_and_not_a_third(deaf):
    """A network share that hangs would otherwise cost a thread at each poll; asked again when one is back."""
    first = await deaf.hang()
    await deaf.refusal()
    await deaf.hang()
    await deaf.refusal()
    began = time.monotonic()
    error = await deaf.refusal()
    assert (error.cause, error.message) == (
        Cause.BUSY,
        "NAS is not asked: earlier calls to it still hang on this computer.",
    )
    results = await deaf.client.perform(PAUSE)
    assert [result.outcome for result in results] == [Outcome.NOT_SENT] * 2
    assert time.monotonic() - began < BUDGET_S
    assert len(deaf.adapters) == 2

    first.go.set()
    assert first.closed.wait(PATIENCE_S)
    while first_thread_lives(deaf):
        await asyncio.wait({asyncio.get_running_loop().create_future()}, timeout=0.01)
    assert await deaf.client.refresh(Interest()) is REPORT


def first_thread_lives(room):
    """Whether the thread abandoned first still runs."""
    return room.client._abandoned[0].worker.is_alive


async def test_close_waits_for_nothing(deaf):
    """Not for what is queued, and not for what hangs; afterwards nothing is asked."""
    adapter = await deaf.hang()
    async with asyncio.TaskGroup() as group:
        refusal = group.create_task(deaf.refusal())
        await asyncio.wait({refusal}, timeout=BUDGET_S / 2)
        began = time.monotonic()
        deaf.client.close()
        assert time.monotonic() - began < BUDGET_S
        assert adapter.aborts == 1
    assert (await deaf.refusal()).cause is Cause.BUSY


async def test_close_puts_the_adapter_away_in_its_thread(room):
    """Its connections are closed where they were used."""
    await room.client.refresh(Interest())
    room.client.close()
    assert room.adapters[0].closed.wait(PATIENCE_S)


async def test_whoever_stops_waiting_is_not_complained_about(room):
    """A task that is cancelled takes its call back, or leaves its answer to nobody, without a word on stderr."""
    complaints = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
    adapter = await room.hang()
    async with asyncio.TaskGroup() as group:
        running = group.create_task(room.client.refresh(Interest()))
        await asyncio.wait({running}, timeout=BUDGET_S / 2)
        waiting = group.create_task(room.client.perform(PAUSE))
        await asyncio.wait({waiting}, timeout=BUDGET_S / 4)
        waiting.cancel()
        running.cancel()
    adapter.hangs.clear()
    adapter.abort()
    await room.client.refresh(Interest())
    del running, waiting
    gc.collect()
    assert adapter.commands == []
    assert complaints == []
