"""When something is complete, or fails, it is marked once and told once, whatever happens in between."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.happening import HappeningKind
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import EventKind, StoreUnavailableError
from mydia_desktop.domain.transfer import Status
from mydia_desktop.workflows import outage_watch
from mydia_desktop.workflows.record_keeper import StoreState
from tests.memory_client import MemoryClient
from tests.unit.records_room import desktop

NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)
LIBRARY = ImportRules(folder="/library")
END = "end of the story"
COMPLETED, FAILED = HappeningKind.COMPLETED, HappeningKind.FAILED


@asynccontextmanager
async def monitored(folder, *clients, rules=LIBRARY, **options):
    """A desktop that notes what it was told, in its order."""
    async with desktop(folder, *clients, **options) as room:
        room.records.completion.configure(rules)
        room.told = []
        room.records.happenings.listen(room.told.append)
        room.records.happenings.listen(lambda _: room._news.set())
        await room.until_ready()
        yield room


@pytest.fixture
def nas():
    return MemoryClient("nas")


async def remembered(room, key):
    """Tie a row to a movie; its record."""
    await room.until(lambda: key in room.live.transfers)
    await room.matching.assign([key], NOSFERATU)
    return room.record(key)


async def nothing_more(room, client):
    """Wait until everything before now was noticed: a download of its own finishes last, and is told."""
    key = client.put(END)
    await room.until(lambda: key in room.live.transfers)
    client.change(key, status=Status.SEEDING, done=True, remaining=0)
    await room.until(lambda: any(happening.title == END for happening in room.told))
    client.remove(key)
    await room.until(lambda: key not in room.live.transfers)
    said = [happening for happening in room.told if happening.title != END]
    room.told.clear()
    return said


def finish(client, key, **fields):
    client.change(key, **({"status": Status.SEEDING, "done": True, "remaining": 0} | fields))


async def test_a_completion_is_marked_with_its_import_and_told(tmp_path, nas):
    key = nas.put("Nosferatu.1922.1080p", size=4000, added_at=1000)
    async with monitored(tmp_path, nas) as room:
        record = await remembered(room, key)
        finish(nas, key, completed_at=1500)
        (told,) = await nothing_more(room, nas)
        assert (told.kind, told.key, told.record_id, told.title) == (COMPLETED, key, record.id, "Nosferatu (1922)")
        assert (told.size, told.duration, told.while_away) == (4000, 500, False)
        marked = room.record(key)
        assert marked.completed_at is not None
        assert (marked.last_name, marked.last_save_path, marked.size) == ("Nosferatu.1922.1080p", "/downloads", 4000)
        (job,) = await room.store.import_jobs()
        assert (job.record_id, job.attempt) == (record.id, 1)
        assert await room.kinds(record.id) == [EventKind.ADOPTED, EventKind.COMPLETED]


@pytest.mark.parametrize(
    "back_to",
    [
        {"status": Status.PAUSED},
        {"status": Status.CHECKING},
        {"status": Status.CHECKING, "done": False, "remaining": 500},
        {"status": Status.DOWNLOADING, "done": False, "remaining": 500},
        {"status": Status.MISSING, "done": False, "remaining": 1000},
        {"status": Status.MOVING},
    ],
    ids=lambda fields: fields["status"].value,
)
async def test_whatever_it_does_afterwards_it_was_completed_once(tmp_path, nas, back_to):
    key = nas.put("Nosferatu.1922")
    async with monitored(tmp_path, nas) as room:
        record = await remembered(room, key)
        finish(nas, key)
        assert len(await nothing_more(room, nas)) == 1
        nas.change(key, **back_to)
        assert await nothing_more(room, nas) == []
        finish(nas, key)
        assert await nothing_more(room, nas) == []
        assert (await room.kinds(record.id)).count(EventKind.COMPLETED) == 1


@pytest.mark.parametrize("status", [Status.CHECKING, Status.MOVING, Status.METADATA, Status.MISSING, Status.FAILED])
async def test_nothing_is_complete_in_a_state_that_is_no_end(tmp_path, nas, status):
    """However many bytes are there."""
    key = nas.put("Nosferatu.1922")
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
        nas.change(key, status=status, done=True, remaining=0)
        assert [told.kind for told in await nothing_more(room, nas)] == ([FAILED] if status is Status.FAILED else [])
        assert room.record(key).completed_at is None


async def test_a_magnet_without_details_is_not_complete(tmp_path, nas):
    """Nothing is left of nothing."""
    key = nas.put("Nosferatu.1922", status=Status.METADATA, size=0)
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
        nas.change(key, status=Status.STALLED, done=True, remaining=0)
        assert await nothing_more(room, nas) == []
        assert room.record(key).completed_at is None


async def test_deselecting_down_to_done_tells_nobody_and_imports_nothing(tmp_path, nas):
    key = nas.put("Nosferatu.1922", size=1000)
    async with monitored(tmp_path, nas) as room:
        record = await remembered(room, key)
        finish(nas, key, size=500)
        assert await nothing_more(room, nas) == []
        assert room.record(key).completed_at is not None
        assert await room.store.import_jobs() == []
        assert await room.kinds(record.id) == [EventKind.ADOPTED, EventKind.COMPLETED]


async def test_what_was_deselected_earlier_does_not_spoil_the_end(tmp_path, nas):
    key = nas.put("Nosferatu.1922", size=1000)
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
        nas.change(key, size=800, remaining=300)
        await room.until(lambda: room.record(key).size == 800)
        finish(nas, key)
        assert len(await nothing_more(room, nas)) == 1
        assert len(await room.store.import_jobs()) == 1


async def test_what_finished_while_the_program_was_closed_is_told_at_the_next_start(tmp_path, nas):
    key = nas.put("Nosferatu.1922", added_at=1000)
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
    finish(nas, key, completed_at=1700)
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: room.record(key) and room.record(key).completed_at)
        (told,) = await nothing_more(room, nas)
        assert (told.kind, told.while_away, told.duration) == (COMPLETED, True, 700)
        assert room.record(key).completed_at == 1700
        assert len(await room.store.import_jobs()) == 1
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: room.record(key))
        assert await nothing_more(room, nas) == []
        assert len(await room.store.import_jobs()) == 1


async def test_what_was_cut_down_while_the_program_was_closed_is_not_imported(tmp_path, nas):
    key = nas.put("Nosferatu.1922", size=1000)
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
    finish(nas, key, size=500)
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: room.record(key) and room.record(key).completed_at)
        assert await nothing_more(room, nas) == []
        assert await room.store.import_jobs() == []


async def test_silence_is_not_absence_and_ends_nothing_twice(tmp_path, nas):
    key = nas.put("Nosferatu.1922")
    async with monitored(tmp_path, nas) as room:
        record = await remembered(room, key)
        nas.fall_silent()
        await room.until(lambda: not room.live.clients[nas.client].live)
        finish(nas, key)
        assert room.told == []
        nas.answer_again()
        room.live.try_now()
        await room.until(lambda: room.record(key).completed_at)
        assert len(await nothing_more(room, nas)) == 1
        nas.restart_early()
        assert await nothing_more(room, nas) == []
        assert (await room.kinds(record.id)).count(EventKind.COMPLETED) == 1


async def test_adopting_what_is_finished_tells_and_imports_nothing(tmp_path, nas):
    key = nas.put("Nosferatu.1922", status=Status.SEEDING, completed_at=1234)
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
        assert await nothing_more(room, nas) == []
        assert await room.store.import_jobs() == []


async def test_without_a_library_folder_or_a_title_nothing_is_imported(tmp_path, nas):
    """It is complete all the same."""
    first, second = nas.put("Nosferatu.1922"), nas.put("debian.iso")
    async with monitored(tmp_path, nas, rules=ImportRules()) as room:
        await remembered(room, first)
        finish(nas, first)
        assert len(await nothing_more(room, nas)) == 1
        room.records.completion.configure(LIBRARY)
        record = await remembered(room, second)
        await room.matching.assign([second], None)
        finish(nas, second)
        (told,) = await nothing_more(room, nas)
        assert (told.title, told.record_id) == ("debian.iso", record.id)
        assert await room.store.import_jobs() == []


async def test_of_what_has_no_record_only_a_live_end_is_told(tmp_path, nas):
    done = nas.put("done.when.first.seen", status=Status.SEEDING)
    paused = nas.put("paused.while.done", status=Status.PAUSED, done=True)
    running, checked = nas.put("running"), nas.put("checked")
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: len(room.live.transfers) == 4)
        finish(nas, running)
        nas.change(checked, status=Status.CHECKING)
        nas.change(paused, status=Status.SEEDING)
        nas.change(done, status=Status.COMPLETED)
        (told,) = await nothing_more(room, nas)
        assert (told.kind, told.key, told.record_id, told.title) == (COMPLETED, running, None, "running")
        finish(nas, checked)
        nas.put("added.with.its.data", status=Status.SEEDING)
        assert await nothing_more(room, nas) == []


async def test_a_move_on_completion_is_waited_for(tmp_path, nas):
    """It is told when it is where it belongs."""
    key = nas.put("running")
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: key in room.live.transfers)
        nas.change(key, status=Status.MOVING, done=True, remaining=0)
        assert await nothing_more(room, nas) == []
        finish(nas, key)
        assert len(await nothing_more(room, nas)) == 1


async def test_a_failure_is_kept_in_the_clients_words_and_told_once(tmp_path, nas):
    key = nas.put("Nosferatu.1922")
    async with monitored(tmp_path, nas) as room:
        record = await remembered(room, key)
        nas.change(key, status=Status.FAILED, error="No space left on device")
        (told,) = await nothing_more(room, nas)
        assert (told.kind, told.message, told.title) == (FAILED, "No space left on device", "Nosferatu (1922)")
        assert room.record(key).error_message == "No space left on device"
        nas.change(key, error="No space left on device (28)")
        nas.change(key, uploaded=5)
        assert await nothing_more(room, nas) == []
        events = await room.history.of(record.id)
        assert [event.detail["message"] for event in events if event.kind is EventKind.FAILED] == [told.message]
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: room.record(key))
        assert await nothing_more(room, nas) == []
        nas.change(key, status=Status.CHECKING, error=None)
        assert await nothing_more(room, nas) == []
        assert room.record(key).error_message is not None
        finish(nas, key)
        (told,) = await nothing_more(room, nas)
        assert told.kind is COMPLETED
        assert room.record(key).error_message is None


async def test_what_works_again_and_fails_again_is_told_again(tmp_path, nas):
    key = nas.put("Nosferatu.1922")
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
        nas.change(key, status=Status.FAILED, error="first")
        assert len(await nothing_more(room, nas)) == 1
        nas.change(key, status=Status.DOWNLOADING, error=None)
        await room.until(lambda: room.record(key).error_message is None)
        nas.change(key, status=Status.FAILED, error="second")
        (told,) = await nothing_more(room, nas)
        assert told.message == "second"


async def test_a_failure_without_a_record_is_told_if_it_was_seen(tmp_path, nas):
    nas.put("failed.before", status=Status.FAILED, error="old")
    fresh = nas.put("fresh", status=Status.SEEDING)
    async with monitored(tmp_path, nas) as room:
        await room.until(lambda: len(room.live.transfers) == 2)
        nas.change(fresh, status=Status.FAILED, error="new")
        (told,) = await nothing_more(room, nas)
        assert (told.kind, told.message) == (FAILED, "new")


async def test_a_database_in_trouble_delays_and_loses_nothing(tmp_path, nas, monkeypatch):
    key = nas.put("Nosferatu.1922")
    async with monitored(tmp_path, nas) as room:
        await remembered(room, key)
        complete, refused = room.store.complete, []

        async def locked(*arguments, **options):
            if len(refused) < 2:
                refused.append(arguments)
                raise StoreUnavailableError("The database is locked.")
            return await complete(*arguments, **options)

        monkeypatch.setattr(room.store, "complete", locked)
        finish(nas, key)
        await room.until(lambda: refused)
        room.keeper.try_now()
        await room.until(lambda: room.record(key).completed_at)
        assert len(refused) == 2
        (told,) = await nothing_more(room, nas)
        assert (told.kind, told.while_away) == (COMPLETED, False)


@pytest.mark.parametrize("cut_down", [False, True])
async def test_what_was_seen_before_database_and_client_fell_silent_is_written_when_both_answer(
    tmp_path, nas, monkeypatch, cut_down
):
    """Also if the client has nothing new to say of it, and as what it was seen to be."""
    key = nas.put("Nosferatu.1922", size=1000, remaining=500)
    async with monitored(tmp_path, nas) as room:
        record = await remembered(room, key)
        away = [True]

        def refusing(method):
            async def refuse(*arguments, **options):
                if away:
                    raise StoreUnavailableError("The database is away.")
                return await method(*arguments, **options)

            return refuse

        for name in ("open", "complete"):
            monkeypatch.setattr(room.store, name, refusing(getattr(room.store, name)))
        finish(nas, key, **({"size": 500} if cut_down else {}))
        await room.until(lambda: room.keeper.state is StoreState.UNAVAILABLE)
        nas.fall_silent()
        await room.until(lambda: not room.live.clients[nas.client].live)
        away.clear()
        room.keeper.try_now()
        await room.until(lambda: room.keeper.state is StoreState.READY)
        nas.answer_again()
        room.live.try_now()
        await room.until(lambda: room.record(key).completed_at)
        assert len(await room.store.import_jobs()) == (0 if cut_down else 1)
        assert [told.record_id for told in await nothing_more(room, nas)] == ([] if cut_down else [record.id])


async def test_a_client_that_is_silent_for_long_is_told_and_that_it_is_back(tmp_path, nas, monkeypatch):
    monkeypatch.setattr(outage_watch, "LONG_S", 0.3)
    async with monitored(tmp_path, nas) as room:
        nas.fall_silent(ClientUnreachableError("Nothing answers at nas:9091.", cause=Cause.REFUSED))
        await room.until(lambda: room.told)
        nas.answer_again()
        room.live.try_now()
        await room.until(lambda: len(room.told) == 2)
        assert [(told.kind, told.client) for told in room.told] == [
            (HappeningKind.UNREACHABLE, nas.client), (HappeningKind.BACK, nas.client),
        ]  # fmt: skip
        assert room.told[0].message == "Nothing answers at nas:9091."


async def test_a_short_silence_is_nobodys_business(tmp_path, nas):
    async with monitored(tmp_path, nas) as room:
        nas.fall_silent()
        await room.until(lambda: not room.live.clients[nas.client].live)
        nas.answer_again()
        room.live.try_now()
        await room.until(lambda: room.live.clients[nas.client].live)
        assert await nothing_more(room, nas) == []
