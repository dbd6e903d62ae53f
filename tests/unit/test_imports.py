"""What is complete gets into the library once, by whoever has its files, and whoever asks is told how it stands."""

from __future__ import annotations

import asyncio
import sys
import threading
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.content import ContentFile
from mydia_desktop.domain.happening import HappeningKind
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, StoreUnavailableError
from mydia_desktop.domain.transfer import Status
from mydia_desktop.workflows.downloads import DownloadWorkflows
from mydia_desktop.workflows.importing import imports, job_list, placing, runner, seeded
from mydia_desktop.workflows.importing.standing import ImportState
from mydia_desktop.workflows.record_keeper import StoreState
from tests.contract.parties import eventually
from tests.memory_client import MemoryClient
from tests.unit.records_room import desktop

NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)


def episode(number):
    return SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=1, episodes=(number,))


CONTENT = b"moving pictures" * 100
NAME = "Nosferatu.1922.1080p.mkv"
TARGET = "Movies/Nosferatu (1922)/Nosferatu (1922).mkv"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(runner, "SETTLE_S", 0.0)
    monkeypatch.setattr(job_list, "ROW_AGAIN_S", 0.1)


@pytest.fixture
def nas():
    return MemoryClient("nas")


@pytest.fixture
def rules(tmp_path):
    (tmp_path / "library").mkdir()
    return ImportRules(folder=str(tmp_path / "library"))


def write(tmp_path, name=NAME):
    """The file, where the client says that it is."""
    (tmp_path / "downloads").mkdir(exist_ok=True)
    (tmp_path / "downloads" / name).write_bytes(CONTENT)


def running(nas, tmp_path, name=NAME):
    """A download that is nearly done."""
    return nas.put(name, size=len(CONTENT), save_path=str(tmp_path / "downloads"))


def finish(nas, key):
    nas.change(key, status=Status.SEEDING, done=True, remaining=0)


@asynccontextmanager
async def importing(folder, *clients, rules, **options):
    """A desktop that imports, with clients on this computer."""
    async with desktop(folder, *clients, address="http://127.0.0.1:9091", **options) as room:
        room.imports = room.records.imports
        room.records.completion.configure(rules)
        room.imports.configure(rules)
        room.told = []
        room.records.happenings.listen(lambda told: room.told.append(told.kind))
        room.imports.watch(room._news.set)
        await room.until_ready()
        yield room


async def remembered(room, key):
    await room.until(lambda: key in room.live.transfers)
    await room.matching.assign([key], NOSFERATU)
    return room.record(key).id


async def stands(room, record_id, state):
    await room.until(lambda: (now := room.imports.standing(record_id)) is not None and now.state is state)
    return room.imports.standing(record_id)


async def test_what_is_complete_is_linked_into_the_library_and_told(tmp_path, nas, rules):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert (tmp_path / "library" / TARGET).samefile(tmp_path / "downloads" / NAME)
        assert room.told == [HappeningKind.COMPLETED, HappeningKind.IMPORTED]
        events = await room.history.of(record_id)
        (imported,) = [event for event in events if event.kind is EventKind.IMPORTED]
        assert imported.detail["files"] == [str(tmp_path / "library" / TARGET)]
        assert imported.detail["method"] == "hardlink"
        assert room.imports.standing(record_id) is None
        assert key in room.live.transfers


async def test_it_goes_on_after_a_restart_and_is_done_once(tmp_path, nas, rules):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=replace(rules, folder=str(tmp_path / "gone"))) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        delayed = await stands(room, record_id, ImportState.DELAYED)
        assert "is not there" in delayed.message
        assert delayed.remedy is Remedy.CHOOSE_FOLDER
        assert delayed.next_try_at is not None
    async with importing(tmp_path, nas, rules=rules) as room:
        await room.until(lambda: room.record(key))
        await room.imports.import_now(record_id)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
    async with importing(tmp_path, nas, rules=rules) as room:
        await room.until(lambda: room.record(key))
        assert (await room.kinds(record_id)).count(EventKind.IMPORTED) == 1
        assert room.told == []


async def test_what_waits_for_a_person_is_told_once_and_tried_again_when_they_act(tmp_path, nas, rules):
    write(tmp_path)
    (tmp_path / "library" / TARGET).parent.mkdir(parents=True)
    (tmp_path / "library" / TARGET).write_bytes(b"precious")
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        given_up = await stands(room, record_id, ImportState.GIVEN_UP)
        assert "is not overwritten" in given_up.message
        assert room.told == [HappeningKind.COMPLETED, HappeningKind.IMPORT_FAILED]
        assert room.imports.standings == {record_id: given_up}
        room.imports.configure(replace(rules, movies="{title}"))
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert (tmp_path / "library/Nosferatu.mkv").read_bytes() == CONTENT
        assert (tmp_path / "library" / TARGET).read_bytes() == b"precious"


async def test_what_is_not_here_is_no_try_and_another_desktop_may_have_it(tmp_path, nas, rules):
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        delayed = await stands(room, record_id, ImportState.DELAYED)
        assert delayed.remedy is Remedy.MAP_PATH
        (job,) = await room.store.import_jobs()
        assert (job.tries, job.lease_owner) == (0, None)
        write(tmp_path)
        room.imports.look_again()
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)


async def test_silence_is_not_absence_and_no_try(tmp_path, nas, rules, monkeypatch):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        content = nas.content

        async def falls_silent(asked):
            nas.fall_silent()
            return await content(asked)

        monkeypatch.setattr(nas, "content", falls_silent)
        finish(nas, key)
        await stands(room, record_id, ImportState.DELAYED)
        await room.until(lambda: not room.live.clients[nas.client].live)
        (job,) = await room.store.import_jobs()
        assert job.tries == 0
        monkeypatch.setattr(nas, "content", content)
        nas.answer_again()
        room.live.try_now()
        room.imports.look_again()
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)


async def test_two_answers_have_to_agree(tmp_path, nas, rules, monkeypatch):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        content, asked = nas.content, []

        async def moves(which):
            asked.append(which)
            return replace(await content(which), folder=f"/somewhere/{len(asked)}")

        monkeypatch.setattr(nas, "content", moves)
        finish(nas, key)
        delayed = await stands(room, record_id, ImportState.DELAYED)
        assert "not done with the files" in delayed.message
        assert len(asked) == 2


async def test_a_person_may_have_one_copied_that_can_not_be_linked(tmp_path, nas, rules, monkeypatch):
    """And no other."""

    def no_links(*_arguments, **_options):
        raise OSError(18, "Invalid cross-device link")

    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        with monkeypatch.context() as patch:
            patch.setattr("os.link", no_links)
            finish(nas, key)
            given_up = await stands(room, record_id, ImportState.GIVEN_UP)
            assert given_up.remedy is Remedy.COPY_INSTEAD
        await room.imports.copy_instead(record_id)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert not (tmp_path / "library" / TARGET).samefile(tmp_path / "downloads" / NAME)
        assert room.imports._rules.method is Method.HARD_LINK


async def test_it_is_imported_again_at_a_persons_word(tmp_path, nas, rules):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        (tmp_path / "library" / TARGET).unlink()
        await room.imports.import_now(record_id)
        await room.until(lambda: room.told.count(HappeningKind.IMPORTED) == 2)
        assert (tmp_path / "library" / TARGET).exists()


async def test_while_it_is_switched_off_nothing_is_touched(tmp_path, nas, rules):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=ImportRules()) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: room.told)
        await room.imports.import_now(record_id)
        assert (await stands(room, record_id, ImportState.WAITING)).message == ""
        room.imports.configure(rules)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)


async def test_no_one_waits_for_an_import(tmp_path, nas, rules, monkeypatch):
    """While a copy hangs the rows go on, and the program ends."""
    hanging, go_on = threading.Event(), threading.Event()

    def hang(*_arguments, **_options):
        hanging.set()
        go_on.wait(30)

    monkeypatch.setattr(runner, "carry_out", hang)
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await stands(room, record_id, ImportState.RUNNING)
        await room.until(hanging.is_set)
        other = nas.put("other")
        await room.until(lambda: other in room.live.transfers)
    go_on.set()


@asynccontextmanager
async def acting(room):
    """Everything a person can set off beside it."""
    async with asyncio.TaskGroup() as tasks:
        workflows = DownloadWorkflows(room.live, room.records, lambda _: None, tasks.create_task)

        async def follow():
            async for update in room.live.feed():
                workflows.apply(update)

        following = tasks.create_task(follow())
        yield workflows
        following.cancel()


async def test_what_is_moved_leaves_its_client_first_and_then_its_folder(tmp_path, nas, rules):
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=replace(rules, method=Method.MOVE)) as room, acting(room):
        record_id = await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: key not in room.live.transfers)
        await eventually(lambda: not (tmp_path / "downloads" / NAME).exists())
        assert (tmp_path / "library" / TARGET).read_bytes() == CONTENT
        assert nas.erased == []
        record = room.keeper.records[record_id]
        assert record.close_reason is CloseReason.IMPORTED
        kinds = await room.kinds(record_id)
        assert kinds.index(EventKind.IMPORTED) < kinds.index(EventKind.REMOVED)


async def test_what_its_client_does_not_let_go_of_keeps_its_files(tmp_path, nas, rules):
    nas._refusal = lambda _command: "Not now."
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=replace(rules, method=Method.MOVE)) as room, acting(room):
        await remembered(room, key)
        finish(nas, key)
        await eventually(lambda: any(command.verb is Verb.REMOVE for command in nas.commands))
    assert (tmp_path / "downloads" / NAME).exists()
    assert (tmp_path / "library" / TARGET).exists()


async def test_what_another_download_offers_as_well_keeps_its_files(tmp_path, nas, rules):
    """One file, seeded for two trackers."""
    write(tmp_path)
    place = str(tmp_path / "downloads" / NAME)
    key, other = running(nas, tmp_path), nas.put("other", status=Status.SEEDING, content_path=place)
    nas.change(key, content_path=place)
    async with importing(tmp_path, nas, rules=replace(rules, method=Method.MOVE)) as room, acting(room):
        await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: key not in room.live.transfers)
        await room.until(lambda: other in room.live.transfers)
    assert (tmp_path / "downloads" / NAME).exists()
    assert (tmp_path / "library" / TARGET).exists()


@pytest.mark.parametrize("offered", [True, False])
async def test_nor_is_what_a_download_elsewhere_offers_with_others_cleared_away(tmp_path, nas, rules, offered):
    """In another client, as a part of a larger one whose folder is that of all downloads: it is asked for its files."""
    write(tmp_path)
    desk, folder = MemoryClient("desk"), str(tmp_path / "downloads")
    other = desk.put("collection", status=Status.SEEDING, save_path=folder, content_path=folder)
    names = (NAME, "other.mkv") if offered else ("other.mkv",)
    desk.files[other] = tuple(ContentFile(path=name, size=1, downloaded=1, wanted=True) for name in names)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, desk, rules=replace(rules, method=Method.MOVE)) as room, acting(room):
        await room.row("collection")
        await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: key not in room.live.transfers)
    assert (tmp_path / "downloads" / NAME).exists() is offered
    assert (tmp_path / "library" / TARGET).exists()


async def test_what_leaves_the_settings_in_the_middle_of_a_move_keeps_its_files(tmp_path, nas, rules):
    """Its client may still offer it."""
    nas.remove = lambda *_keys: None
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=replace(rules, method=Method.MOVE)) as room, acting(room):
        await remembered(room, key)
        finish(nas, key)
        await eventually(lambda: any(command.verb is Verb.REMOVE for command in nas.commands))
        room.live.configure([])
        await room.until(lambda: key not in room.live.transfers)
    assert (tmp_path / "downloads" / NAME).exists()


async def test_what_was_offered_enough_leaves_its_client_once_it_is_in_the_library(tmp_path, nas, rules):
    """Its files stay, and so does whatever is not in the library."""
    write(tmp_path)
    key, other = running(nas, tmp_path), nas.put("other", status=Status.COMPLETED, goal_reached=True)
    with_goal = replace(rules, remove_when_seeded=True)
    async with importing(tmp_path, nas, rules=with_goal) as room, acting(room):
        await remembered(room, other)
        await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert nas.commands == []
        nas.change(key, status=Status.COMPLETED, goal_reached=True)
        await room.until(lambda: key not in room.live.transfers)
        assert [(command.verb, command.keys) for command in nas.commands] == [(Verb.REMOVE, (key,))]
        assert nas.erased == []
        assert other in room.live.transfers


async def test_what_reached_its_goal_stays_until_a_person_wants_it_otherwise(tmp_path, nas, rules):
    """And what its client does not let go of is asked for once."""
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room, acting(room):
        await remembered(room, key)
        nas.change(key, status=Status.COMPLETED, done=True, remaining=0, goal_reached=True)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        other = nas.put("another answer")
        await room.until(lambda: other in room.live.transfers)
        assert nas.commands == []
        nas._refusal = lambda _command: "Not now."
        room.imports.configure(replace(rules, remove_when_seeded=True))
        await eventually(lambda: nas.commands)
        for word in ("one", "two"):
            nas.change(key, note=word)
            await room.until(lambda word=word: room.live.transfers[key].note == word)
        assert len(nas.commands) == 1


async def test_the_users_program_is_told_what_was_imported_and_its_failure_undoes_nothing(tmp_path, nas, rules):
    write(tmp_path)
    key = running(nas, tmp_path)
    told = tmp_path / "told"
    script = f"open({str(told)!r}, 'w').write(__import__('os').environ['MYDIA_FILES']); raise SystemExit('no luck')"
    with_command = replace(rules, command=(sys.executable, "-c", script))
    async with importing(tmp_path, nas, rules=with_command) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await room.until(lambda: HappeningKind.IMPORTED in room.told)
        assert told.read_text() == str(tmp_path / "library" / TARGET)
        assert room.record(key).close_reason is CloseReason.IMPORTED
        (failed,) = [event for event in await room.history.of(record_id) if event.kind is EventKind.FAILED]
        assert "no luck" in failed.detail["message"]


async def test_the_users_program_runs_again_rather_than_never(tmp_path, nas, rules, monkeypatch):
    """It ran before anything says that all is done."""
    write(tmp_path)
    key = running(nas, tmp_path)
    script = f"open({str(tmp_path / 'told')!r}, 'a').write('once ')"
    with_command = replace(rules, command=(sys.executable, "-c", script))
    async with importing(tmp_path, nas, rules=with_command) as room:
        record_id = await remembered(room, key)
        finish_import, refused = room.store.finish_import, []

        async def locked(*arguments):
            if not refused:
                refused.append((tmp_path / "told").read_text())
                raise StoreUnavailableError("The database is locked.")
            return await finish_import(*arguments)

        monkeypatch.setattr(room.store, "finish_import", locked)
        monkeypatch.setattr(imports, "LEASE_S", 0.0)
        finish(nas, key)
        await room.until(lambda: refused)
        room.keeper.try_now()
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert refused == ["once "]
        assert (tmp_path / "told").read_text() == "once once "
        assert (await room.kinds(record_id)).count(EventKind.IMPORTED) == 1


async def test_what_goes_away_in_the_middle_is_no_try_and_leaves_it_to_others(tmp_path, nas, rules, monkeypatch):
    def gone(*_arguments, **_options):
        raise ImportTroubleError("Its drive went.", remedy=Remedy.MAP_PATH, counts=False)

    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        with monkeypatch.context() as patch:
            patch.setattr(runner, "carry_out", gone)
            finish(nas, key)
            await stands(room, record_id, ImportState.DELAYED)
        (job,) = await room.store.import_jobs()
        assert (job.tries, job.lease_owner, job.last_error) == (0, None, None)
        room.imports.look_again()
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)


async def test_a_database_that_is_away_is_waited_for_in_peace(tmp_path, nas, rules, monkeypatch):
    """Not looked at again in every turn of the loop, although something is due."""
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        await remembered(room, key)
        away = [True]

        def refusing(method):
            async def refuse(*arguments):
                if away:
                    raise StoreUnavailableError("The database is away.")
                return await method(*arguments)

            return refuse

        for name in ("open", "lease_import"):
            monkeypatch.setattr(room.store, name, refusing(getattr(room.store, name)))
        finish(nas, key)
        await room.until(lambda: room.keeper.state is StoreState.UNAVAILABLE)
        pause, pauses = room.imports._pause, []

        async def counted():
            pauses.append(1)
            await pause()

        monkeypatch.setattr(room.imports, "_pause", counted)
        for _ in range(200):
            await asyncio.sleep(0)
        assert len(pauses) < 10
        away.clear()
        room.keeper.try_now()
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)


async def test_what_becomes_another_film_in_the_middle_is_imported_as_that(tmp_path, nas, rules, monkeypatch):
    """A long copy is under way when a person says what it really is."""
    begun, go_on = threading.Event(), threading.Event()

    def carry_out(*arguments, **options):
        begun.set()
        go_on.wait(30)
        return placing.carry_out(*arguments, **options)

    monkeypatch.setattr(runner, "carry_out", carry_out)
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await room.until(begun.is_set)
        await room.matching.assign([key], SubjectDraft(type=MediaType.MOVIE, title="Detour", year=1945))
        go_on.set()
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert (tmp_path / "library/Movies/Detour (1945)/Detour (1945).mkv").read_bytes() == CONTENT
        assert (await room.kinds(record_id)).count(EventKind.IMPORTED) == 1
        (imported,) = [event for event in await room.history.of(record_id) if event.kind is EventKind.IMPORTED]
        assert "Detour" in imported.detail["path"]


async def test_what_waits_for_a_person_is_not_told_again_at_the_next_start(tmp_path, nas, rules):
    write(tmp_path)
    (tmp_path / "library" / TARGET).parent.mkdir(parents=True)
    (tmp_path / "library" / TARGET).write_bytes(b"precious")
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await remembered(room, key)
        finish(nas, key)
        await stands(room, record_id, ImportState.GIVEN_UP)
    async with importing(tmp_path, nas, rules=rules) as room:
        await room.until(lambda: room.record(key))
        given_up = await stands(room, record_id, ImportState.GIVEN_UP)
        assert "is not overwritten" in given_up.message
        other = nas.put("another answer")
        await room.until(lambda: other in room.live.transfers)
        assert room.told == []
        (tmp_path / "library" / TARGET).unlink()
        await room.imports.import_now(record_id)
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)


async def test_a_lease_that_a_silent_database_does_not_renew_is_lost(tmp_path, nas, rules, monkeypatch):
    """It may be another desktop's by now."""
    monkeypatch.setattr(runner, "LEASE_S", 0.4)
    stopped = threading.Event()

    def carry_out(_plan, *, alive):
        try:
            while not stopped.wait(0.01):
                alive()
        except runner.LostLeaseError:
            stopped.set()
            raise

    monkeypatch.setattr(runner, "carry_out", carry_out)
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        monkeypatch.setattr(room.store, "renew_import", lambda *_arguments: asyncio.Event().wait())
        record_id = await remembered(room, key)
        finish(nas, key)
        try:
            await stands(room, record_id, ImportState.RUNNING)
            await eventually(stopped.is_set)
        finally:
            stopped.set()


async def test_what_waits_to_be_told_what_it_is_goes_on_when_it_is_told(tmp_path, nas, rules):
    write(tmp_path, "Dragnet.S01E08.mkv")
    key = running(nas, tmp_path, "Dragnet.S01E08.mkv")
    async with importing(tmp_path, nas, rules=rules) as room:
        await room.until(lambda: key in room.live.transfers)
        await room.matching.assign([key], episode(7))
        record_id = room.record(key).id
        finish(nas, key)
        assert (await stands(room, record_id, ImportState.GIVEN_UP)).remedy is Remedy.MATCH
        await room.matching.assign([key], episode(8))
        await room.until(lambda: room.record(key).close_reason is CloseReason.IMPORTED)
        assert list((tmp_path / "library").rglob("*S01E08*"))


async def test_a_client_that_could_not_be_told_is_told_later(tmp_path, nas, rules, monkeypatch):
    """Whatever was not sent did not happen."""
    write(tmp_path)
    key = running(nas, tmp_path)
    async with importing(tmp_path, nas, rules=replace(rules, remove_when_seeded=True)) as room, acting(room):
        await remembered(room, key)
        perform, refused = nas.perform, []

        async def not_now(command):
            if refused:
                return await perform(command)
            refused.append(command)
            return [Result(key=key, outcome=Outcome.NOT_SENT, message="It was busy.") for key in command.keys]

        monkeypatch.setattr(nas, "perform", not_now)
        monkeypatch.setattr(seeded, "AGAIN_S", 0.0)
        nas.change(key, status=Status.COMPLETED, done=True, remaining=0, goal_reached=True)
        await room.until(lambda: refused)
        await room.until(lambda: key not in room.live.transfers)
