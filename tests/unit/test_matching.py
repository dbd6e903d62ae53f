"""Downloads are tied to what they are for, and untied, and nothing else about them changes."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager

import pytest

from mydia_desktop.domain.media import MediaId, MediaItem, MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent, StoreUnavailableError
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import Status
from tests.memory_client import MemoryClient
from tests.unit.records_room import desktop

NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)
DETOUR = SubjectDraft(type=MediaType.MOVIE, title="Detour", year=1945)
PACK = SubjectDraft(type=MediaType.SHOW, title="Sherlock Holmes", year=1954, season=1, episodes=(5, 6, 7, 8))


@asynccontextmanager
async def ready(tmp_path, *names, status=Status.DOWNLOADING, **fields):
    """A desktop whose client lists these, and their keys."""
    nas = MemoryClient("nas")
    keys = [nas.put(name, status=status, **fields) for name in names]
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        await room.until(lambda: len(room.live.transfers) == len(names))
        room.nas = nas
        yield room, keys


async def test_a_row_without_a_record_is_adopted(tmp_path):
    """What the client says of it is kept, as much of it as outlives the client."""
    async with ready(tmp_path, "Nosferatu.1922.1080p.BluRay.x264", size=4000, added_at=7) as (room, (key,)):
        assert await room.matching.assign([key], NOSFERATU) == 1
        record = room.record(key)
        assert (record.title, subject_text(record.subject)) == ("Nosferatu.1922.1080p.BluRay.x264", "Nosferatu (1922)")
        assert (record.v1, record.size, record.last_save_path) == (key.id, 4000, "/downloads")
        assert "1080p" in record.quality
        assert (record.is_open, record.completed_at) == (True, None)
        (event,) = await room.history.of(record.id)
        assert (event.kind, event.detail["what"], event.detail["client"]) == (
            EventKind.ADOPTED, "Nosferatu (1922)", "NAS",
        )  # fmt: skip
        assert "automatic" not in event.detail


async def test_a_finished_one_takes_its_end_from_the_client(tmp_path):
    """Nobody is told that it finished, and nothing is imported because it was adopted."""
    async with ready(tmp_path, "a", status=Status.SEEDING, completed_at=1234) as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        assert room.record(key).completed_at == 1234
        assert await room.kinds(room.record(key).id) == [EventKind.ADOPTED]


async def test_a_finished_one_whose_client_does_not_say_when_is_finished_all_the_same(tmp_path):
    async with ready(tmp_path, "a", status=Status.SEEDING) as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        assert room.record(key).completed_at == pytest.approx(time.time(), abs=60)


async def test_a_row_with_a_record_keeps_it_and_is_for_something_else(tmp_path):
    """The history says what it was for until then."""
    async with ready(tmp_path, "a") as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        before = room.record(key)
        assert await room.matching.assign([key], PACK) == 1
        now = room.record(key)
        assert (now.id, now.attempt) == (before.id, before.attempt)
        assert [episode.number for episode in now.subject.episodes] == [5, 6, 7, 8]
        last = (await room.history.page())[0]
        assert (last.kind, last.detail["before"]) == (EventKind.MATCHED, "Nosferatu (1922)")
        assert last.detail["what"].startswith("Sherlock Holmes S01E05")


async def test_tying_it_to_the_same_again_is_no_change(tmp_path):
    async with ready(tmp_path, "a") as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        assert await room.matching.assign([key], NOSFERATU) == 0
        assert await room.kinds(room.record(key).id) == [EventKind.ADOPTED]


async def test_several_rows_are_for_one_and_the_same_item(tmp_path):
    """It is made once, and only these rows are touched."""
    async with ready(tmp_path, "a", "b", "c") as (room, keys):
        assert await room.matching.assign(keys[:2], NOSFERATU) == 2
        assert room.record(keys[0]).subject == room.record(keys[1]).subject
        assert room.record(keys[2]) is None
        assert [item.title for item in await room.matching.search("nosf")] == ["Nosferatu"]


async def test_several_rows_may_each_be_for_something_else_and_undone_together(tmp_path):
    async with ready(tmp_path, "a", "b") as (room, keys):
        assert await room.matching.assign_each({keys[0]: NOSFERATU, keys[1]: DETOUR}) == 2
        assert [subject_text(room.record(key).subject) for key in keys] == ["Nosferatu (1922)", "Detour (1945)"]
        assert await room.matching.undo() == 2


async def test_nothing_is_made_for_rows_that_can_not_be_tied(tmp_path):
    """Else a movie that nobody has would stand in the library."""
    async with ready(tmp_path, "a") as (room, (key,)):
        room.identities.configure([])
        assert await room.matching.assign([key], NOSFERATU) == 0
        assert await room.matching.search("") == []


async def test_untying_leaves_the_record_and_says_what_it_was_for(tmp_path):
    """A row without a record stays without."""
    async with ready(tmp_path, "a", "b") as (room, keys):
        await room.matching.assign(keys[:1], NOSFERATU)
        assert await room.matching.assign(keys, None) == 1
        assert room.record(keys[0]).subject is None
        assert room.record(keys[1]) is None


async def test_a_record_without_a_row_can_be_tied(tmp_path):
    """Its client no longer lists it, or is silent."""
    async with ready(tmp_path, "a") as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        record = room.record(key)
        room.nas.remove(key)
        await room.until(lambda: key not in room.live.transfers)
        assert await room.matching.assign_records([record.id], DETOUR) == 1
        assert subject_text(room.keeper.records[record.id].subject) == "Detour (1945)"


async def test_a_download_that_nobody_waited_for_any_more_is_adopted_anew(tmp_path):
    """It is there again, and somebody says what it is for."""
    async with ready(tmp_path, "a") as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        record = room.record(key)
        forgotten = NewEvent(kind=EventKind.FORGOTTEN, record_id=record.id)
        changes = {"closed_at": 5, "close_reason": CloseReason.FORGOTTEN}
        room.keeper.took(await room.store.change(record.id, changes, forgotten))
        assert await room.matching.assign([key], NOSFERATU) == 1
        now = room.record(key)
        assert (now.id, now.is_open, now.attempt) == (record.id, True, 2)


async def test_an_imported_download_stays_closed(tmp_path):
    """It is only called otherwise."""
    async with ready(tmp_path, "a", status=Status.SEEDING) as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        imported = {"closed_at": 5, "close_reason": CloseReason.IMPORTED}
        room.keeper.took(await room.store.change(room.record(key).id, imported))
        assert await room.matching.assign([key], DETOUR) == 1
        assert room.record(key).close_reason is CloseReason.IMPORTED


async def test_the_last_change_can_be_undone(tmp_path):
    """A record that was made for it is closed; one that was there is for what it was for."""
    async with ready(tmp_path, "a", "b") as (room, keys):
        await room.matching.assign(keys[:1], NOSFERATU)
        await room.matching.assign(keys, DETOUR)
        assert room.matching.can_undo
        assert await room.matching.undo() == 2
        assert not room.matching.can_undo
        assert subject_text(room.record(keys[0]).subject) == "Nosferatu (1922)"
        assert room.record(keys[0]).is_open
        undone = room.record(keys[1])
        assert (undone.subject, undone.close_reason) == (None, CloseReason.FORGOTTEN)


async def test_undo_does_not_undo_what_somebody_did_since(tmp_path):
    async with ready(tmp_path, "a") as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        await room.matching.assign([key], DETOUR)
        other = await room.store.subject(PACK)
        room.keeper.took(await room.store.change(room.record(key).id, {"subject": other}))
        assert await room.matching.undo() == 0
        assert room.record(key).subject == other


async def test_what_was_forgotten_is_not_undone(tmp_path):
    async with ready(tmp_path, "a") as (room, (key,)):
        await room.matching.assign([key], NOSFERATU)
        room.matching.forget()
        assert (room.matching.can_undo, await room.matching.undo()) == (False, 0)


async def test_a_client_nobody_has_told_about_is_an_obstacle(tmp_path):
    """Whatever is remembered might be another client's."""
    async with ready(tmp_path, "a") as (room, (key,)):
        room.identities.configure([])
        assert room.matching.obstacle(key)


async def test_while_the_database_is_away_nothing_is_half_done(tmp_path):
    """What was done before it went can be undone."""
    async with ready(tmp_path, "a", "b") as (room, keys):
        begin, begun = room.store.begin, []

        async def begin_once(*arguments):
            if begun:
                raise StoreUnavailableError("The disk is full.")
            begun.append(await begin(*arguments))
            return begun[0]

        room.store.begin = begin_once
        with pytest.raises(StoreUnavailableError, match="full"):
            await room.matching.assign(keys, NOSFERATU)
        assert (room.record(keys[0]) is not None, room.record(keys[1])) == (True, None)
        assert "full" in room.keeper.problem
        assert await room.matching.undo() == 1


# -- suggestions -----------------------------------------------------------------------------------------------


def item(title, year=None, kind=MediaType.MOVIE, **fields):
    """A known movie, or show."""
    return MediaItem(id=MediaId(f"{title}-{year}-{kind}"), type=kind, title=title, year=year, **fields)


@pytest.fixture
async def known(tmp_path):
    """A function that makes items known, and says which of them a name certainly means."""
    async with ready(tmp_path, "a") as (room, _):

        async def judge(items, **parsed):
            for each in items:
                await room.library.save_item(each)
            return room.matching.judge(ParsedName(**({"type": MediaType.MOVIE} | parsed)))

        yield judge


CERTAIN = [
    pytest.param([item("Nosferatu", 1922)], {"title": "nosferatu", "year": 1922}, id="same title and year"),
    pytest.param([item("Nosferatu", 1922)], {"title": "Nosferatu"}, id="the name says no year"),
    pytest.param([item("Nosferatu")], {"title": "Nosferatu", "year": 1922}, id="the library says no year"),
    pytest.param([item("Amélie!", 2001)], {"title": "amelie", "year": 2001}, id="accents and punctuation"),
    pytest.param(
        [item("Nosferatu", 1922), item("Nosferatu", 1979)], {"title": "Nosferatu", "year": 1979}, id="two by year"
    ),
    pytest.param(
        [item("M", 1931, original_title="M – Eine Stadt sucht einen Mörder")],  # noqa: RUF001 - as it is written
        {"title": "M Eine Stadt sucht einen Morder"},
        id="its original title",
    ),
    pytest.param(
        [item("Dragnet", 1951, MediaType.SHOW)],
        {"title": "Dragnet", "type": MediaType.SHOW, "season": 2, "episodes": (7,)},
        id="an episode",
    ),
]

NOT_CERTAIN = [
    pytest.param([], {"title": "Nosferatu", "year": 1922}, id="nothing is known"),
    pytest.param([item("Nosferatu", 1922)], {"title": "Nosferatu", "year": 1979}, id="another year"),
    pytest.param([item("Nosferatu", 1922), item("Nosferatu", 1979)], {"title": "Nosferatu"}, id="two, and no year"),
    pytest.param(
        [item("Nosferatu"), item("Nosferatu", 1979)], {"title": "Nosferatu", "year": 1922}, id="two without this year"
    ),
    pytest.param([item("Dragnet", 1954)], {"title": "Dragnet", "type": MediaType.SHOW, "season": 1}, id="a movie only"),
    pytest.param([item("Dragnet", 1951, MediaType.SHOW)], {"title": "Dragnet", "type": MediaType.SHOW}, id="no season"),
    pytest.param([item("Nosferatu", 1922)], {"title": "Nosferatu", "type": None}, id="neither movie nor show"),
    pytest.param([item("!!!", 1922)], {"title": "???", "year": 1922}, id="no word in the title"),
]


@pytest.mark.parametrize(("items", "parsed"), CERTAIN)
async def test_a_match_is_certain_where_only_one_known_item_can_be_meant(known, items, parsed):
    suggestion = await known(items, **parsed)
    assert suggestion.certain
    assert suggestion.draft.item_id == suggestion.item.id
    assert suggestion.item.year == parsed.get("year", suggestion.item.year) or suggestion.item.year is None


@pytest.mark.parametrize(("items", "parsed"), NOT_CERTAIN)
async def test_a_match_that_could_be_another_is_not_certain(known, items, parsed):
    suggestion = await known(items, **parsed)
    assert not suggestion.certain
    assert suggestion.draft is None or suggestion.draft.item_id is None


async def test_names_are_suggested_without_holding_up_the_loop(tmp_path):
    """Reading them takes milliseconds each."""
    async with ready(tmp_path, "a") as (room, _):
        await room.library.create(MediaType.MOVIE, "Nosferatu", 1922)
        certain, guess = await room.matching.suggest(["Nosferatu.1922.1080p", "One.Step.Beyond.S02E07.720p"])
        assert certain.item.title == "Nosferatu"
        assert (guess.item, guess.draft.title, guess.draft.season, guess.draft.episodes) == (
            None, "One Step Beyond", 2, (7,),
        )  # fmt: skip
