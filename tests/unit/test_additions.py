"""Adding: written down first, sent once, confirmed by the client's own list, and honest where it fails."""

import asyncio
from dataclasses import replace

import pytest

from mydia_desktop.domain.command import Added, Outcome, Verb
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, StoreUnavailableError
from mydia_desktop.domain.release import Payload
from mydia_desktop.workflows.deliveries import SETTLING_S, UNLISTED_S
from mydia_desktop.workflows.duplicates import DuplicateKind
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource
from tests.live_room import config
from tests.memory_client import MemoryClient
from tests.torrents import make_torrent
from tests.unit.journal_room import keeping, lists_agree_soon  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("lists_agree_soon")

FILM = make_torrent("Nosferatu.1922.1080p.mkv")
NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


class Watchful(MemoryClient):
    """Says what the history knew when it was asked to add something."""

    room = None

    async def add(self, addition):
        self.knew = [event.kind for event in await self.room.store.history()]
        return await super().add(addition)


async def test_intent_first_the_wish_is_in_the_database_before_the_client_is_told(tmp_path):
    client = Watchful("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        client.room = room
        result = await room.add(FILM, subject=NOSFERATU, indexer="Archive")
        assert client.knew == [EventKind.REQUESTED]
        assert result.outcome is Outcome.ACCEPTED
        await room.until(lambda: not room.deliveries.under_way)
        assert await room.kinds(result.record_id) == [EventKind.REQUESTED, EventKind.SENT, EventKind.CONFIRMED]
        record = room.record(result.record_id)
        assert (record.title, record.v1, record.indexer, record.last_save_path) == (
            FILM.name,
            FILM.v1,
            "Archive",
            "/downloads",
        )
        assert record.subject.item.title == "Nosferatu"
        assert room.live.record_of(room.key(FILM)) == record


async def test_a_magnet_is_added_confirmed_removed_and_closed(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        result = await room.add(FILM, magnet=True)
        await room.until(lambda: not room.deliveries.under_way)
        room.removals.remove([room.key(FILM)])
        await room.until(lambda: not room.record(result.record_id).is_open)
        assert room.record(result.record_id).close_reason is CloseReason.CANCELLED
        assert nas.erased == []
        assert (await room.kinds(result.record_id))[-1] is EventKind.CANCELLED


async def test_what_may_hold_a_passkey_stays_out_of_the_database(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        reading = await room.additions.read(
            TextSource(text=f"{FILM.magnet}&tr=http%3A%2F%2Ft.example%2Fs3cret%2Fannounce")
        )
        result = await room.add(FILM, magnet=True)
        assert "s3cret" in reading.release.magnet
        assert "tr=" not in room.record(result.record_id).download_url
    assert b"s3cret" not in (tmp_path / "mydia.sqlite3").read_bytes()


async def test_the_bytes_are_kept_for_nobody_else_to_read(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        await room.add(FILM)
        kept = tmp_path / "torrents" / f"{FILM.v1}.torrent"
        assert kept.read_bytes() == FILM.data
        assert kept.stat().st_mode & 0o077 == 0


async def test_nothing_is_sent_where_the_bytes_can_not_be_kept(tmp_path, nas):
    (tmp_path / "torrents").write_text("in the way")
    async with keeping(tmp_path, nas) as room:
        assert room.additions.obstacle(Payload.TORRENT_V1, "nas") == room.keeper.problem
        result = await room.add(FILM)
        assert (result.outcome, nas.additions) == (Outcome.NOT_SENT, [])
        assert "Nothing was sent" in result.message
        assert await room.store.history() == []


async def test_a_line_that_is_no_release_says_so_on_that_line_only(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        bad = await room.additions.read(TextSource(text="hello"))
        good = await room.additions.read(TextSource(text=FILM.magnet))
        broken = await room.additions.read(FileSource(name="a.torrent", data=FILM.data[:40]))
        assert bad.error
        assert broken.error
        assert good.release.v1 == FILM.v1


async def test_a_silent_client_is_refused_with_the_reason_and_nothing_half_done(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        nas.fall_silent()
        room.live.try_now()
        await room.until(lambda: room.live.clients["nas"].problem)
        room.live.watches["nas"].fall_silent()
        result = await room.add(FILM)
        assert result.outcome is Outcome.NOT_SENT
        assert result.message.startswith("NAS does not answer at the moment.")
        assert (room.keeper.records, await room.store.history(), nas.additions) == ({}, [], [])


async def test_what_a_client_can_not_take_says_what_and_what_to_do(tmp_path):
    old = MemoryClient("old", name="Old", takes=[Payload.TORRENT_V1])
    new = MemoryClient("new", name="New")
    async with keeping(tmp_path, old, new) as room:
        assert "Old can't take torrents that are only BitTorrent v2" in room.additions.obstacle(
            Payload.TORRENT_V2, "old"
        )
        assert room.additions.obstacle(Payload.TORRENT_V2, "new") == ""
        assert [state.id for state in room.additions.clients_for(Payload.TORRENT_V2)] == ["new"]
        assert "None of your clients takes NZB files." in room.additions.obstacle(Payload.NZB, "new")
        assert room.additions.clients_for(Payload.NZB) == []


async def test_live_clients_come_first_and_then_those_of_the_highest_priority(tmp_path):
    clients = [MemoryClient(name, name=name) for name in ("silent", "second", "first")]
    async with keeping(tmp_path, *clients) as room:
        configs = {"silent": 0, "second": 2, "first": 1}
        room.live.configure([replace(each, priority=configs[each.id]) for each in room.live.configs])
        await room.until(lambda: all(state.live for state in room.live.clients.values()))
        room.live.watches["silent"].fall_silent()
        assert [state.id for state in room.additions.clients_for(Payload.TORRENT_V1)] == ["first", "second", "silent"]


async def test_the_same_release_in_another_client_is_said_before_it_is_sent(tmp_path, nas):
    seedbox = MemoryClient("seedbox", name="Seedbox")
    async with keeping(tmp_path, nas, seedbox) as room:
        await room.add(FILM, client="seedbox")
        await room.until(lambda: room.key(FILM))
        release = (await room.additions.read(TextSource(text=FILM.magnet))).release
        (duplicate,) = room.additions.duplicates(release, None, "nas")
        assert (duplicate.why, duplicate.client_name) == (DuplicateKind.SAME_IN_CLIENT, "Seedbox")
        assert duplicate.key == room.key(FILM)


async def test_the_same_episode_and_a_release_that_is_closed_are_said_too(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        episode = SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=2, episodes=(1, 2))
        result = await room.add(FILM, subject=episode)
        await room.until(lambda: room.key(FILM))
        item = room.record(result.record_id).subject.item.id
        other = (await room.additions.read(TextSource(text=make_torrent("other.mkv").magnet))).release
        same = SubjectDraft(item_id=item, season=2, episodes=(2,))
        another = SubjectDraft(item_id=item, season=2, episodes=(3,))
        assert [each.why for each in room.additions.duplicates(other, same, None)] == [DuplicateKind.SAME_SUBJECT]
        assert room.additions.duplicates(other, another, None) == []
        await room.gone.forget([result.record_id])
        nas.remove(room.key(FILM))
        await room.until(lambda: room.key(FILM) is None)
        assert room.additions.duplicates(other, same, None) == []
        release = (await room.additions.read(TextSource(text=FILM.magnet))).release
        assert [each.why for each in room.additions.duplicates(release, None, None)] == [DuplicateKind.SAME_RECORDED]


class Refusing(MemoryClient):
    """Says no to every addition until ``willing`` is set."""

    willing = False

    async def add(self, addition):
        if self.willing:
            return await super().add(addition)
        self.additions.append(addition)
        return Added(outcome=Outcome.REFUSED, message="NAS refused: disk is full.")


async def test_a_refusal_stays_with_the_clients_words_until_it_is_sent_again(tmp_path):
    client = Refusing("nas", name="NAS")
    async with keeping(tmp_path, client) as room:
        refused = await room.add(FILM)
        assert (refused.outcome, refused.message) == (Outcome.REFUSED, "NAS refused: disk is full.")
        record = room.record(refused.record_id)
        assert (record.error_message, record.is_open) == ("NAS refused: disk is full.", True)
        client.willing = True
        (result,) = await room.gone.send_again([refused.record_id])
        assert (result.outcome, result.record_id) == (Outcome.ACCEPTED, refused.record_id)
        await room.until(lambda: not room.deliveries.under_way)
        record = room.record(refused.record_id)
        assert (record.error_message, record.attempt) == (None, 2)


async def test_a_refusal_that_is_dismissed_closes_as_cancelled(tmp_path):
    async with keeping(tmp_path, Refusing("nas", name="NAS")) as room:
        refused = await room.add(FILM)
        await room.additions.dismiss(refused.record_id)
        assert room.record(refused.record_id).close_reason is CloseReason.CANCELLED
        assert await room.kinds(refused.record_id) == [EventKind.REQUESTED, EventKind.REFUSED, EventKind.CANCELLED]


async def test_adding_the_same_again_opens_the_same_record_again(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        first = await room.add(FILM)
        await room.until(lambda: not room.deliveries.under_way)
        await room.actions.run(Verb.DELETE, [room.key(FILM)])
        await room.until(lambda: not room.record(first.record_id).is_open)
        again = await room.add(FILM)
        await room.until(lambda: not room.deliveries.under_way)
        assert again.record_id == first.record_id
        record = room.record(first.record_id)
        assert (record.attempt, record.is_open, record.close_reason) == (2, True, None)


async def test_two_hundred_at_once_are_all_added_one_at_a_time(tmp_path):
    class Counting(MemoryClient):
        now = most = 0

        async def add(self, addition):
            self.now += 1
            self.most = max(self.most, self.now)
            await asyncio.sleep(0)
            self.now -= 1
            return await super().add(addition)

    client = Counting("nas", name="NAS")
    torrents = [make_torrent(f"{number}.mkv") for number in range(200)]
    async with keeping(tmp_path, client) as room:
        async with asyncio.TaskGroup() as tasks:
            runs = [tasks.create_task(room.add(torrent)) for torrent in torrents]
        assert {run.result().outcome for run in runs} == {Outcome.ACCEPTED}
        assert client.most == 1
        await room.until(lambda: not room.deliveries.under_way)
        assert len(client.listed()) == len(room.keeper.records) == 200


async def test_an_unknown_addition_is_said_and_settled_by_the_client_that_wakes(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        nas.fall_silent()
        result = await room.add(FILM)
        assert result.outcome is Outcome.UNKNOWN
        assert (await room.add(FILM)).message == "This is on its way to NAS already."
        nas.answer_again()
        room.live.try_now()
        await room.until(lambda: not room.deliveries.under_way)
        assert len(nas.additions) == 1
        assert (await room.kinds(result.record_id))[-2:] == [EventKind.UNKNOWN, EventKind.CONFIRMED]


async def test_an_unknown_addition_that_is_absent_when_absence_counts_is_sent_again(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        nas.fall_silent()
        result = await room.add(FILM)
        nas._heard_in_silence.clear()
        nas.answer_again()
        room.live.try_now()
        await room.until_absence_counts()
        room.pass_time(SETTLING_S)
        await room.until(lambda: not room.deliveries.under_way)
        assert len(nas.additions) == 2
        assert room.key(FILM)
        assert room.record(result.record_id).attempt == 1


async def test_silence_is_not_absence_nothing_is_sent_again_while_the_client_is_silent(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        nas.fall_silent()
        await room.add(FILM)
        room.live.watches["nas"].fall_silent()
        room.pass_time(1000)
        assert len(nas.additions) == 1
        assert room.deliveries.under_way


async def test_what_a_client_took_and_never_lists_is_said(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        nas.put = lambda *_given, **_fields: None
        result = await room.add(FILM)
        await room.until_absence_counts()
        room.pass_time(UNLISTED_S)
        await room.until(lambda: not room.deliveries.under_way)
        assert "does not list it" in room.record(result.record_id).error_message


async def test_a_client_whose_name_the_database_does_not_know_can_be_given_nothing(tmp_path, nas):
    """The database comes first: while it can't be read there is no question to answer."""
    async with keeping(tmp_path, nas) as room:
        assert room.additions.obstacle(Payload.TORRENT_V1, "nas") == ""
        room.live.configure([config("nas", name="NAS")])
        assert "Answer the question" in room.additions.obstacle(Payload.TORRENT_V1, "nas")
        room.keeper.noticed(StoreUnavailableError("It is locked."))
        assert room.additions.obstacle(Payload.TORRENT_V1, "nas") == "It is locked."


async def test_without_a_database_nothing_is_sent(tmp_path, nas):
    (tmp_path / "mydia.sqlite3").write_bytes(b"not a database at all, by its first bytes" * 100)
    async with keeping(tmp_path, nas, ready=False) as room:
        await room.until(lambda: room.keeper.problem)
        assert room.additions.obstacle(Payload.TORRENT_V1, "nas") == room.keeper.problem
        result = await room.add(FILM)
        assert (result.outcome, nas.additions) == (Outcome.NOT_SENT, [])
        assert room.keeper.problem in result.message
        with pytest.raises(StoreUnavailableError):
            await room.store.history()


async def test_a_movie_that_left_the_library_meanwhile_is_said(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        result = await room.add(FILM, subject=SubjectDraft(item_id="gone"))
        assert (result.outcome, nas.additions) == (Outcome.NOT_SENT, [])
        assert "Choose it again" in result.message


async def test_the_same_twice_at_once_is_sent_once(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        async with asyncio.TaskGroup() as tasks:
            runs = [tasks.create_task(room.add(FILM)) for _ in range(3)]
        outcomes = [run.result().outcome for run in runs]
        assert outcomes.count(Outcome.ACCEPTED) == 1
        assert len(nas.additions) == len(room.keeper.records) == 1
        (record,) = room.keeper.records.values()
        assert record.attempt == 1


async def test_a_client_that_falls_silent_before_it_is_asked_again_is_waited_for(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        nas.fall_silent()
        result = await room.add(FILM)
        nas._heard_in_silence.clear()
        nas.answer_again()
        await room.until_absence_counts()
        find, state = room.kept.find, room.live.watches["nas"]

        async def find_while_it_falls_silent(record):
            state.fall_silent()
            room.kept.find = find
            return await find(record)

        room.kept.find = find_while_it_falls_silent
        room.pass_time(SETTLING_S)
        await room.while_time_passes("nas", lambda: not room.deliveries.under_way)
        assert room.key(FILM)
        assert room.record(result.record_id).error_message is None
