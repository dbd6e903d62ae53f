"""Commands in front of real clients: sent once, followed by what the clients say, and honest where they fail."""

import asyncio

import pytest

from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey
from mydia_desktop.workflows.actions import FORGOTTEN_S, LATE_S, SETTLING_S
from mydia_desktop.workflows.in_flight import Stage
from mydia_desktop.workflows.notices import Trouble
from tests.torrents import make_torrent
from tests.unit.workflow_room import living

RUNNING = {Status.STALLED, Status.DOWNLOADING}


class LosesAnswers:
    """A client whose answers to commands get lost on the way back, or whose commands get lost on the way there."""

    def __init__(self, client, *, arrives):
        self.client, self.arrives, self.sent = client, arrives, []

    def __getattr__(self, name):
        return getattr(self.client, name)

    async def perform(self, command):
        self.sent.append(command)
        if self.arrives:
            await self.client.perform(command)
        return [Result(key=key, outcome=Outcome.UNKNOWN, message="NAS may still do this.") for key in command.keys]


class Deaf:
    """A client that takes every command and does nothing; it answers when ``go`` is set."""

    def __init__(self, client):
        self.client, self.sent, self.go = client, [], asyncio.Event()

    def __getattr__(self, name):
        return getattr(self.client, name)

    async def perform(self, command):
        self.sent.append(command)
        await self.go.wait()
        return [Result(key=key, outcome=Outcome.ACCEPTED) for key in command.keys]


async def test_a_selection_across_clients_is_paused_in_all_of_them_and_each_confirms(transmission, qbittorrent):
    transmission.add(make_torrent("a.mkv").data)
    qbittorrent.add(make_torrent("b.mkv").data)
    async with living(transmission, qbittorrent) as room:
        keys = await room.keys("a.mkv", "b.mkv")
        await room.until(lambda: {room.status("a.mkv"), room.status("b.mkv")} <= RUNNING)
        results = await room.actions.run(Verb.PAUSE, keys)
        assert [(result.key, result.outcome) for result in results] == [(key, Outcome.ACCEPTED) for key in keys]
        await room.until(lambda: not room.actions.in_flight)
        assert {room.status("a.mkv"), room.status("b.mkv")} == {Status.PAUSED}
        assert room.notices == []


async def test_a_command_is_in_flight_from_the_click_to_the_answer_that_shows_it(transmission):
    transmission.add(make_torrent("a.mkv").data)
    async with living(transmission) as room:
        (key,) = await room.keys("a.mkv")
        await room.until(lambda: room.status("a.mkv") in RUNNING)
        stages = []

        def note():
            stages.append(room.actions.in_flight[key].stage if key in room.actions.in_flight else None)

        room.actions.watch(note)
        await room.actions.run(Verb.PAUSE, [key])
        await room.until(lambda: not room.actions.in_flight)
        assert stages[0] is Stage.SENDING
        assert stages[-1] is None
        assert room.status("a.mkv") is Status.PAUSED


@pytest.mark.parametrize("verb", [Verb.RECHECK, Verb.REANNOUNCE, Verb.QUEUE_TOP])
async def test_what_shows_in_no_row_is_over_with_the_next_answer(transmission, verb):
    transmission.add(make_torrent("a.mkv").data)
    async with living(transmission) as room:
        keys = await room.keys("a.mkv")
        await room.actions.run(verb, keys)
        await room.until(lambda: not room.actions.in_flight)
        assert room.notices == []


async def test_labels_are_confirmed_when_the_client_lists_them(transmission):
    transmission.add(make_torrent("a.mkv").data)
    async with living(transmission) as room:
        keys = await room.keys("a.mkv")
        await room.actions.run(Verb.SET_LABELS, keys, ("silent", "1922"))
        await room.until(lambda: not room.actions.in_flight)
        assert set(room.row("a.mkv").labels) == {"silent", "1922"}


async def test_a_deletion_is_over_when_the_row_is_gone(qbittorrent):
    torrent = make_torrent("a.mkv")
    torrent.write_content(qbittorrent.downloads)
    qbittorrent.add(torrent.data)
    async with living(qbittorrent) as room:
        keys = await room.keys("a.mkv")
        await room.until(lambda: room.status("a.mkv") is Status.SEEDING)
        await room.actions.run(Verb.DELETE, keys)
        await room.until(lambda: not room.actions.in_flight)
        assert room.row("a.mkv") is None
        assert not (qbittorrent.downloads / "a.mkv").exists()


async def test_a_row_that_vanished_under_the_hand_is_named_and_the_others_are_done(transmission):
    gone, stays = make_torrent("gone.mkv"), make_torrent("stays.mkv")
    transmission.add(gone.data)
    transmission.add(stays.data)
    async with living(transmission) as room:
        keys = await room.keys("gone.mkv", "stays.mkv")
        transmission.remove(gone.id)
        results = await room.actions.run(Verb.PAUSE, keys)
        assert [result.outcome for result in results] == [Outcome.REFUSED, Outcome.ACCEPTED]
        (trouble,) = room.notices
        assert (trouble.verb, trouble.client, trouble.outcome, trouble.asked) == (Verb.PAUSE, "NAS", Outcome.REFUSED, 2)
        assert "no longer in NAS" in trouble.message


async def test_nothing_is_sent_for_no_rows(transmission):
    async with living(transmission) as room:
        assert await room.actions.run(Verb.DELETE, ()) == []
        assert room.notices == []


async def test_a_client_that_can_not_do_it_is_not_asked(transmission):
    transmission.add(make_torrent("a.mkv").data)
    async with living(transmission) as room:
        (result,) = await room.actions.run(Verb.SET_CATEGORY, await room.keys("a.mkv"), ("films",))
        assert (result.outcome, result.message) == (Outcome.NOT_SENT, "NAS can't do this.")


async def test_a_silent_client_is_sent_nothing_and_the_reason_is_said(transmission):
    sent = []
    transmission.add(make_torrent("a.mkv").data)
    async with living(transmission, wrap=lambda client: sent.append(Deaf(client)) or sent[-1]) as room:
        keys = await room.keys("a.mkv")
        sent[0].go.set()
        transmission.freeze()
        try:
            await room.until(lambda: not room.live.clients[ClientId("transmission")].live)
            (result,) = await room.actions.run(Verb.PAUSE, keys)
        finally:
            transmission.wake()
        assert result.outcome is Outcome.NOT_SENT
        assert sent[0].sent == []
        (trouble,) = room.notices
        assert (trouble.message, trouble.rows[0].name) == (
            "NAS does not answer at the moment. Nothing was sent.",
            "a.mkv",
        )


async def test_a_client_that_left_the_settings_is_sent_nothing(transmission):
    async with living(transmission) as room:
        (result,) = await room.actions.run(Verb.PAUSE, [TransferKey(ClientId("old"), "x")])
        assert result.outcome is Outcome.NOT_SENT


async def test_an_unknown_outcome_is_said_and_holds_the_row_until_answers_settle_it(transmission):
    wires = []
    transmission.add(make_torrent("a.mkv").data)
    wrap = lambda client: wires.append(LosesAnswers(client, arrives=False)) or wires[-1]  # noqa: E731
    async with living(transmission, wrap=wrap) as room:
        keys = await room.keys("a.mkv")
        await room.until(lambda: room.status("a.mkv") in RUNNING)
        await room.actions.run(Verb.PAUSE, keys)
        assert room.actions.unsettled == set(keys)
        assert room.notices[0].outcome is Outcome.UNKNOWN
        (second,) = await room.actions.run(Verb.RECHECK, keys)
        assert second.outcome is Outcome.NOT_SENT
        assert len(wires[0].sent) == 1
        room.now = SETTLING_S
        await room.until(lambda: not room.actions.unsettled)
        assert room.status("a.mkv") in RUNNING


async def test_an_unknown_outcome_is_settled_at_once_when_the_row_shows_it(transmission):
    transmission.add(make_torrent("a.mkv").data)
    async with living(transmission, wrap=lambda client: LosesAnswers(client, arrives=True)) as room:
        keys = await room.keys("a.mkv")
        await room.until(lambda: room.status("a.mkv") in RUNNING)
        await room.actions.run(Verb.PAUSE, keys)
        await room.until(lambda: not room.actions.in_flight)
        assert room.status("a.mkv") is Status.PAUSED


async def test_what_no_answer_shows_is_late_after_ten_seconds_and_forgotten_after_a_minute(transmission):
    transmission.add(make_torrent("a.mkv").data)
    wires = []
    async with living(transmission, wrap=lambda client: wires.append(Deaf(client)) or wires[-1]) as room:
        (key,) = await room.keys("a.mkv")
        await room.until(lambda: room.status("a.mkv") in RUNNING)
        wires[0].go.set()
        await room.actions.run(Verb.PAUSE, [key])
        room.actions.tick()
        assert room.actions.in_flight[key].stage is Stage.ACCEPTED
        room.now = LATE_S
        room.actions.tick()
        assert room.actions.in_flight[key].stage is Stage.LATE
        room.now = FORGOTTEN_S
        room.actions.tick()
        assert key not in room.actions.in_flight


async def test_the_end_of_an_earlier_command_does_not_end_a_later_one(transmission):
    transmission.add(make_torrent("a.mkv").data)
    wires = []
    async with living(transmission, wrap=lambda client: wires.append(Deaf(client)) or wires[-1]) as room:
        (key,) = await room.keys("a.mkv")
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(room.actions.run(Verb.RECHECK, [key]))
            await room.until(lambda: key in room.actions.in_flight)
            tasks.create_task(room.actions.run(Verb.PAUSE, [key]))
            await room.until(lambda: room.actions.in_flight[key].verb is Verb.PAUSE)
            wires[0].go.set()
        assert room.actions.in_flight[key].verb is Verb.PAUSE


async def test_failures_are_told_once_for_each_reason(transmission, qbittorrent):
    for name in ("a.mkv", "b.mkv"):
        transmission.add(make_torrent(name).data)
    qbittorrent.add(make_torrent("c.mkv").data)
    async with living(transmission, qbittorrent) as room:
        keys = await room.keys("a.mkv", "b.mkv", "c.mkv")
        await room.actions.run(Verb.SET_CATEGORY, keys, ("films",))
        assert [(type(notice), notice.client, len(notice.rows)) for notice in room.notices] == [(Trouble, "NAS", 2)]
        await room.until(lambda: room.row("c.mkv").category == "films")
