"""Removals: written down before they are sent, and a record ends only because we asked and the row is gone."""

from dataclasses import replace

import pytest

from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.record import CloseReason, EventKind, StoreUnavailableError
from mydia_desktop.domain.transfer import Status
from mydia_desktop.workflows.intents import LAPSES_S, SETTLING_S
from tests.memory_client import MemoryClient
from tests.torrents import make_torrent
from tests.unit.journal_room import keeping, lists_agree_soon  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("lists_agree_soon")

FILM = make_torrent("Nosferatu.1922.1080p.mkv")


class Watchful(MemoryClient):
    """Says what the history knew last when a command came."""

    room = None
    knew = None

    async def perform(self, command):
        self.knew = (await self.room.store.history())[0].kind
        return await super().perform(command)


class Deaf(MemoryClient):
    """Takes every command and does nothing."""

    async def perform(self, command):
        self.commands.append(command)
        return [Result(key=key, outcome=Outcome.ACCEPTED) for key in command.keys]


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


async def recorded(room):
    """A film that was added and is listed: its record's id and its row's key."""
    result = await room.add(FILM)
    await room.until(lambda: not room.deliveries.under_way)
    return result.record_id, room.key(FILM)


@pytest.mark.parametrize("verb", [Verb.REMOVE, Verb.DELETE])
async def test_intent_first_a_removal_is_in_the_database_before_it_is_sent(tmp_path, verb):
    client = Watchful("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        client.room = room
        _, key = await recorded(room)
        await room.actions.run(verb, [key])
        assert client.knew is EventKind.REQUESTED


@pytest.mark.parametrize(
    ("verb", "status", "reason", "last"),
    [
        (Verb.REMOVE, Status.DOWNLOADING, CloseReason.CANCELLED, EventKind.CANCELLED),
        (Verb.REMOVE, Status.SEEDING, CloseReason.COMPLETED, EventKind.REMOVED),
        (Verb.DELETE, Status.SEEDING, CloseReason.DELETED, EventKind.DELETED),
    ],
)
async def test_a_record_ends_as_what_was_asked(tmp_path, nas, verb, status, reason, last):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        nas.change(key, status=status, done=status is Status.SEEDING)
        await room.until(lambda: room.live.transfers[key].status is status)
        await room.actions.run(verb, [key])
        await room.until(lambda: not room.record(record_id).is_open)
        record = room.record(record_id)
        assert record.close_reason is reason
        assert (record.completed_at is not None) == (status is Status.SEEDING)
        assert (await room.kinds(record_id))[-3:] == [EventKind.REQUESTED, EventKind.SENT, last]


async def test_a_transfer_without_a_record_leaves_its_story_in_the_history(tmp_path, nas):
    key = nas.put("a stranger's")
    async with keeping(tmp_path, nas) as room:
        await room.actions.run(Verb.DELETE, [key])
        await room.until(lambda: not room.intents.open)
        events = await room.store.history()
        assert [event.kind for event in events] == [EventKind.DELETED, EventKind.SENT, EventKind.REQUESTED]
        assert {event.detail["title"] for event in events} == {"a stranger's"}
        assert room.keeper.records == {}


async def test_what_vanishes_by_another_hand_stays_open(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        await room.until_absence_counts()
        nas.remove(key)
        await room.until(lambda: room.live.gone)
        assert room.record(record_id).is_open


async def test_silence_is_not_absence_a_silent_client_ends_no_record(tmp_path):
    client = Deaf("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        record_id, key = await recorded(room)
        await room.actions.run(Verb.REMOVE, [key])
        client.fall_silent()
        room.live.watches["nas"].fall_silent()
        room.live.set_hide_after(0.0)
        await room.until(lambda: key not in room.live.transfers)
        room.pass_time(1000)
        assert room.record(record_id).is_open
        assert room.intents.open


async def test_a_record_on_its_way_out_is_never_gone_in_between(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        seen = []
        torrents = [make_torrent(f"{number}.mkv") for number in range(8)]
        for torrent in torrents:
            await room.add(torrent)
        await room.until(lambda: not room.deliveries.under_way)
        await room.until_absence_counts()
        room.intents.watch(lambda: seen.append(room.live.gone))
        await room.actions.run(Verb.REMOVE, [room.key(torrent) for torrent in torrents])
        await room.until(lambda: not room.intents.open)
        assert set(seen) == {()}
        assert room.live.gone == ()
        assert not any(record.is_open for record in room.keeper.records.values())


async def test_an_unknown_removal_holds_the_row_and_is_settled_when_the_row_goes(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        nas.fall_silent()
        (result,) = await room.actions.run(Verb.DELETE, [key])
        assert result.outcome is Outcome.UNKNOWN
        assert room.actions.unsettled == {key}
        nas.answer_again()
        room.live.try_now()
        await room.until(lambda: not room.record(record_id).is_open)
        assert room.record(record_id).close_reason is CloseReason.DELETED
        assert len(nas.commands) == 1


async def test_an_unknown_removal_that_did_not_happen_is_said_and_not_sent_again(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        await room.until_absence_counts()
        nas.fall_silent()
        await room.actions.run(Verb.DELETE, [key])
        nas._heard_in_silence.clear()
        room.pass_time(SETTLING_S)
        assert room.actions.unsettled == {key}
        room.live.watches["nas"].fall_silent()
        nas.answer_again()
        await room.until_absence_counts()
        room.pass_time(SETTLING_S)
        await room.until(lambda: not room.intents.open)
        await room.until(lambda: not room.actions.unsettled)
        assert (await room.kinds(record_id))[-1] is EventKind.KEPT
        assert room.record(record_id).is_open
        assert len(nas.commands) == 1


async def test_a_refused_removal_changes_nothing_and_is_told(tmp_path):
    nas = MemoryClient("nas", name="NAS")
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        nas._refusal = lambda _command: "NAS refused: read-only."
        (result,) = await room.actions.run(Verb.DELETE, [key])
        assert result.outcome is Outcome.REFUSED
        assert (await room.kinds(record_id))[-2:] == [EventKind.REQUESTED, EventKind.REFUSED]
        assert room.record(record_id).is_open
        assert not room.intents.open


async def test_other_commands_need_no_database_and_their_failures_are_kept(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        nas._refusal = lambda _command: "NAS refused: busy."
        await room.actions.run(Verb.PAUSE, [key])
        await room.until_told(record_id, EventKind.FAILED)
        event = (await room.store.history_of(record_id))[0]
        assert (event.detail["verb"], event.detail["message"]) == ("pause", "NAS refused: busy.")
        assert await room.store.unsettled() == []


async def test_without_a_database_a_removal_is_refused_with_the_reason_and_a_pause_is_not(tmp_path, nas):
    (tmp_path / "mydia.sqlite3").write_bytes(b"not a database at all, by its first bytes" * 100)
    key = nas.put("a film")
    async with keeping(tmp_path, nas, ready=False) as room:
        await room.until(lambda: room.keeper.problem and room.live.transfers)
        (removed,) = await room.actions.run(Verb.REMOVE, [key])
        (paused,) = await room.actions.run(Verb.PAUSE, [key])
        assert removed.outcome is Outcome.NOT_SENT
        assert room.keeper.problem in removed.message
        assert paused.outcome is Outcome.ACCEPTED
        assert [command.verb for command in nas.commands] == [Verb.PAUSE]


async def test_a_record_added_again_meanwhile_is_not_ended_by_the_removal_before(tmp_path):
    client = Deaf("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        record_id, key = await recorded(room)
        await room.actions.run(Verb.REMOVE, [key])
        assert (await room.add(FILM)).message.startswith("NAS is still removing this.")
        new = room.record(record_id)
        await room.store.change(record_id, {"attempt": new.attempt + 1})
        client.remove(key)
        await room.until(lambda: not room.intents.open)
        record = await room.store.record(record_id)
        assert record.is_open


async def test_a_retry_is_kept_in_the_history(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        nas.change(key, status=Status.FAILED)
        await room.until(lambda: room.live.transfers[key].status is Status.FAILED)
        await room.retries.retry([key])
        await room.until_told(record_id, EventKind.RETRIED)


async def test_an_intent_that_can_not_be_written_is_not_sent(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        _, key = await recorded(room)

        async def fail(*_events):
            raise StoreUnavailableError("The disk is full.")

        room.store.log = fail
        (result,) = await room.actions.run(Verb.DELETE, [key])
        assert (result.outcome, result.message) == (Outcome.NOT_SENT, "The disk is full. Nothing was removed.")
        assert nas.commands == []


async def test_a_record_that_had_ended_stays_as_it_ended_and_the_history_hears_of_the_removal(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        record_id, key = await recorded(room)
        await room.gone.forget([record_id])
        await room.actions.run(Verb.DELETE, [key])
        await room.until(lambda: not room.intents.open)
        assert (await room.kinds(record_id))[-1] is EventKind.DELETED
        assert room.record(record_id).close_reason is CloseReason.FORGOTTEN
        assert await room.store.unsettled() == []


async def test_two_removals_of_one_row_have_one_end(tmp_path):
    client = Deaf("nas", name="NAS")
    key = client.put("a stranger's")
    async with keeping(tmp_path, client) as room:
        await room.actions.run(Verb.REMOVE, [key])
        await room.actions.run(Verb.DELETE, [key])
        assert len(room.intents.open) == 1
        client.remove(key)
        await room.until(lambda: not room.intents.open)
        events = await room.store.history()
        assert events[0].kind is EventKind.DELETED
        assert len({event.record_id for event in events}) == 1


async def test_another_client_at_the_same_place_in_the_settings_ends_no_record(tmp_path):
    client = Deaf("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        record_id, key = await recorded(room)
        await room.actions.run(Verb.REMOVE, [key])
        client.remove(key)
        other = [replace(each, url="http://elsewhere:9091", uuid="another") for each in room.live.configs]
        room.live.configure(other)
        await room.until_absence_counts()
        assert room.record(record_id).is_open
        assert room.intents.open


async def settled_as_kept(room, client, record_id, key):
    """A deletion that got no answer, and whose row is still there when the client has had its time."""
    client.fall_silent()
    await room.actions.run(Verb.DELETE, [key])
    client.answer_again()
    await room.until_absence_counts()
    await room.while_time_passes("nas", lambda: not room.intents.open)
    assert (await room.kinds(record_id))[-1] is EventKind.KEPT


class Slow(MemoryClient):
    """Does what it was told in its silence when ``do`` is called, not when it wakes."""

    def answer_again(self):
        self.heard, self._heard_in_silence = self._heard_in_silence, []
        super().answer_again()

    def do(self):
        for deed in self.heard:
            deed()


async def test_a_row_that_goes_late_after_all_went_because_we_asked(tmp_path):
    client = Slow("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        record_id, key = await recorded(room)
        await settled_as_kept(room, client, record_id, key)
        client.do()
        await room.until(lambda: not room.record(record_id).is_open)
        assert room.live.gone == ()
        assert (await room.kinds(record_id))[-1] is EventKind.DELETED


async def test_a_row_that_goes_much_later_went_by_another_hand(tmp_path):
    client = Slow("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        record_id, key = await recorded(room)
        await settled_as_kept(room, client, record_id, key)
        room.pass_time(LAPSES_S)
        assert not room.intents.pending
        client.do()
        await room.until(lambda: room.live.gone)
        assert room.record(record_id).is_open


async def test_five_hundred_removals_are_closed_without_asking_the_client_for_each(tmp_path, nas):
    keys = [nas.put(f"{number}.mkv") for number in range(500)]
    async with keeping(tmp_path, nas) as room:
        await room.until(lambda: len(room.live.transfers) == 500)
        told = []
        room.intents.watch(lambda: told.append(len(room.intents.open)))
        await room.actions.run(Verb.REMOVE, keys)
        await room.until(lambda: not room.intents.open)
        assert len(nas.commands) == 1
        assert len(told) < 20
        assert await room.store.unsettled() == []


async def test_a_broken_database_keeps_its_own_reason(tmp_path, nas):
    (tmp_path / "mydia.sqlite3").write_bytes(b"not a database at all, by its first bytes" * 100)
    key = nas.put("a film")
    async with keeping(tmp_path, nas, ready=False) as room:
        await room.until(lambda: room.keeper.problem and room.live.transfers)
        problem = room.keeper.problem
        nas._refusal = lambda _command: "NAS refused: busy."
        await room.actions.run(Verb.PAUSE, [key])
        await room.actions.run(Verb.DELETE, [key])
        await room.add(FILM)
        assert room.keeper.problem == problem
