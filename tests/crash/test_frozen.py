"""A client that freezes with a command in its hands: the outcome is said as unknown, and settles when it wakes."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager

import pytest

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.record import CloseReason, EventKind
from mydia_desktop.domain.transfer import Status
from mydia_desktop.live import roster
from mydia_desktop.workflows import deliveries, intents
from mydia_desktop.workflows.notices import Trouble
from tests.crash.wire import ADD, PAUSE, REMOVE, START, Event, wire_to
from tests.torrents import make_torrent
from tests.unit.journal_room import keeping_over, uuid_of

BUDGET_S = 3.0
"""For one call; a frozen client uses it up."""


@pytest.fixture(params=["transmission", "qbittorrent"])
def daemon(request):
    """Each kind of client."""
    return request.getfixturevalue(request.param)


@pytest.fixture(autouse=True)
def _absence_counts_soon(monkeypatch):
    monkeypatch.setattr(roster, "AGREE_AFTER_S", 2.0)
    monkeypatch.setattr(deliveries, "SETTLING_S", 2.0)
    monkeypatch.setattr(intents, "SETTLING_S", 2.0)


@asynccontextmanager
async def room_over(daemon, wire, folder):
    """The workflows over a daemon behind a wire."""
    config = daemon.config(url=wire.url, refresh_seconds=0.3, uuid=uuid_of(daemon.kind))

    def open_client(chosen):
        build = lambda: build_adapter(chosen, lambda: chosen.password)  # noqa: E731 - made in the client's thread
        return ThreadedClient(build, name=chosen.name, budget=BUDGET_S)

    async with keeping_over(folder, [config], open_client) as room:
        yield room


@contextmanager
def frozen_at(daemon, wire, request):
    """Freeze the daemon when this request comes to it, and wake it at the end of the block."""
    wire.event = Event(request, on_request=daemon.freeze)
    try:
        yield
    finally:
        daemon.wake()


async def added(room, daemon, torrent):
    """A torrent whose content is there, added and seeding: its record's id and its row's key."""
    torrent.write_content(daemon.downloads)
    result = await room.add(torrent, client=daemon.kind)
    assert result.outcome is Outcome.ACCEPTED, result.message
    await room.until(lambda: not room.deliveries.under_way)
    await room.until(lambda: room.live.transfers[room.key(torrent)].status is Status.SEEDING)
    await room.until_absence_counts(daemon.kind)
    return result.record_id, room.key(torrent)


def said_unknown(room, daemon):
    """Whether a person was told that the client may still do it."""
    name = room.live.clients[daemon.kind].name
    return any(
        isinstance(notice, Trouble)
        and notice.outcome is Outcome.UNKNOWN
        and notice.message.startswith(f"{name} may still do this.")
        for notice in room.notices
    )


async def settled(room, daemon, condition):
    """Wait, while time passes, until nothing is unknown any more and this holds."""

    def settled():
        on_its_way = (room.actions.in_flight, room.intents.open, room.deliveries.under_way)
        return not any(on_its_way) and condition()

    await room.while_time_passes(daemon.kind, settled)


async def test_an_addition_is_unknown_and_confirmed_when_the_client_wakes(daemon, tmp_path):
    torrent = make_torrent("frozen add.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            with frozen_at(daemon, wire, ADD):
                result = await room.add(torrent, client=daemon.kind)
                assert result.outcome is Outcome.UNKNOWN
                assert "may still do this" in result.message
                again = await room.add(torrent, client=daemon.kind)
                assert again.outcome is Outcome.NOT_SENT
            await settled(room, daemon, lambda: room.key(torrent))
            kinds = await room.kinds(result.record_id)
            assert kinds == [EventKind.REQUESTED, EventKind.UNKNOWN, EventKind.CONFIRMED]
            assert list(daemon.listed()) == [torrent.id]


async def test_an_addition_that_was_lost_on_the_way_is_sent_again(daemon, tmp_path):
    torrent = make_torrent("lost add.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            wire.event = Event(ADD, lost=True)
            result = await room.add(torrent, client=daemon.kind)
            assert result.outcome is Outcome.UNKNOWN
            await settled(room, daemon, lambda: room.key(torrent))
            kinds = await room.kinds(result.record_id)
            assert kinds.count(EventKind.REQUESTED) == 2
            assert kinds[-1] is EventKind.CONFIRMED
            assert room.record(result.record_id).attempt == 1


@pytest.mark.parametrize(
    ("verb", "reason", "erased"),
    [(Verb.REMOVE, CloseReason.COMPLETED, False), (Verb.DELETE, CloseReason.DELETED, True)],
)
async def test_a_removal_is_unknown_and_closes_its_record_when_the_client_wakes(daemon, tmp_path, verb, reason, erased):
    torrent = make_torrent(f"frozen {verb}.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            record_id, key = await added(room, daemon, torrent)
            with frozen_at(daemon, wire, REMOVE):
                (result,) = await room.actions.run(verb, [key])
                assert result.outcome is Outcome.UNKNOWN
                assert said_unknown(room, daemon)
                assert room.record(record_id).is_open
                (held,) = await room.actions.run(Verb.PAUSE, [key])
                assert held.outcome is Outcome.NOT_SENT
            await settled(room, daemon, lambda: not room.record(record_id).is_open)
            assert room.record(record_id).close_reason is reason
            assert (daemon.downloads / torrent.name).exists() != erased
            assert daemon.listed() == {}
            assert EventKind.UNKNOWN in await room.kinds(record_id)


async def test_a_removal_that_was_lost_on_the_way_leaves_everything_and_is_not_sent_again(daemon, tmp_path):
    torrent = make_torrent("lost delete.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            record_id, key = await added(room, daemon, torrent)
            wire.event = Event(REMOVE, lost=True)
            (result,) = await room.actions.run(Verb.DELETE, [key])
            assert result.outcome is Outcome.UNKNOWN
            await settled(room, daemon, lambda: True)
            assert (await room.kinds(record_id))[-1] is EventKind.KEPT
            assert room.record(record_id).is_open
            assert list(daemon.listed()) == [torrent.id]
            assert (daemon.downloads / torrent.name).exists()


async def test_a_pause_is_unknown_and_settles_when_the_client_wakes(daemon, tmp_path):
    torrent = make_torrent("frozen pause.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            _, key = await added(room, daemon, torrent)
            with frozen_at(daemon, wire, PAUSE):
                (result,) = await room.actions.run(Verb.PAUSE, [key])
                assert result.outcome is Outcome.UNKNOWN
                assert said_unknown(room, daemon)
            await settled(room, daemon, lambda: room.live.transfers[key].status is Status.COMPLETED)


async def test_a_retry_is_unknown_and_settles_when_the_client_wakes(daemon, tmp_path):
    torrent = make_torrent("frozen retry.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            _, key = await added(room, daemon, torrent)
            await room.actions.run(Verb.PAUSE, [key])
            await room.until(lambda: room.live.transfers[key].status is Status.COMPLETED)
            with frozen_at(daemon, wire, START):
                await room.retries.retry([key])
                assert said_unknown(room, daemon)
            await settled(room, daemon, lambda: room.live.transfers[key].status is Status.SEEDING)


async def test_sending_again_is_unknown_and_confirmed_when_the_client_wakes(daemon, tmp_path):
    torrent = make_torrent("frozen again.mkv")
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            record_id, _ = await added(room, daemon, torrent)
            daemon.remove(torrent.id)
            await room.until(lambda: room.live.gone)
            with frozen_at(daemon, wire, ADD):
                (result,) = await room.gone.send_again([record_id])
                assert result.outcome is Outcome.UNKNOWN
                assert room.live.gone == ()
            await settled(room, daemon, lambda: room.key(torrent))
            assert room.record(record_id).attempt == 2
            assert list(daemon.listed()) == [torrent.id]


async def test_a_frozen_client_is_refused_what_comes_later_and_nothing_is_half_done(daemon, tmp_path):
    torrents = [make_torrent(f"queued {number}.mkv") for number in range(3)]
    with wire_to(daemon.port) as wire:
        async with room_over(daemon, wire, tmp_path) as room:
            with frozen_at(daemon, wire, ADD):
                async with asyncio.TaskGroup() as tasks:
                    runs = [tasks.create_task(room.add(torrent, client=daemon.kind)) for torrent in torrents]
                outcomes = {run.result().outcome for run in runs}
                assert Outcome.UNKNOWN in outcomes <= {Outcome.UNKNOWN, Outcome.NOT_SENT}
                later = make_torrent("much later.mkv")
                await room.until(lambda: not room.live.clients[daemon.kind].live)
                refused = await room.add(later, client=daemon.kind)
                assert (refused.outcome, refused.record_id) == (Outcome.NOT_SENT, None)
            await settled(room, daemon, lambda: any(room.key(torrent) for torrent in torrents))
            # Each of the others either came through, or says on its record why not.
            listed = daemon.listed()
            for torrent, run in zip(torrents, runs, strict=True):
                record = room.record(run.result().record_id)
                assert record.is_open
                assert (torrent.id in listed) == (record.error_message is None)
            assert later.id not in listed
