"""Several desktops share one PostgreSQL: they see what the others do, and never touch what is not theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import EventKind
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows import library, record_keeper
from mydia_desktop.workflows.record_keeper import StoreState
from tests.memory_client import MemoryClient
from tests.postgres import run_postgres
from tests.unit.records_room import desktop

NAS = ClientId("nas")
NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)
DETOUR = SubjectDraft(type=MediaType.MOVIE, title="Detour", year=1945)
HERE = "http://127.0.0.1:9091"


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL."""
    with run_postgres() as server:
        yield server


@pytest.fixture
def url(server):
    """An empty database that desktops share."""
    return server.new_database()


@pytest.fixture(autouse=True)
def _often(monkeypatch):
    """Nobody waits long for what others wrote."""
    monkeypatch.setattr(record_keeper, "FOLLOW_EVERY_S", 0.1)
    monkeypatch.setattr(library, "FOLLOW_EVERY_S", 0.1)
    monkeypatch.setattr(record_keeper, "FIRST_BACK_OFF_S", 0.1)


def a_nas():
    """A client of this name, with a download that every client of these tests has."""
    nas = MemoryClient("nas")
    return nas, nas.put("Nosferatu.1922.1080p")


async def test_two_clients_of_the_same_name_and_address_never_touch_each_others_records(tmp_path, url):
    """Each desktop has a daemon of its own on its own machine, and both have the same torrent."""
    (mine, key), (theirs, _) = a_nas(), a_nas()
    async with desktop(tmp_path / "attic", mine, url=url, shared=True, address=HERE) as attic:
        await attic.until_ready()
        await attic.row("Nosferatu.1922.1080p")
        await attic.matching.assign([key], NOSFERATU)
        before = attic.record(key)
        async with desktop(tmp_path / "cellar", theirs, url=url, shared=True, address=HERE, adopt=True) as cellar:
            (question,) = await cellar.until(lambda: cellar.identities.questions)
            assert [candidate.uuid for candidate in question.candidates] == [attic.uuid("nas")]
            await cellar.row("Nosferatu.1922.1080p")
            await cellar.until_ready()
            assert before.id in cellar.keeper.records
            assert cellar.record(key) is None
            assert await cellar.matching.assign([key], DETOUR) == 0
            await cellar.identities.answer(NAS, None)
            assert cellar.uuid("nas") != attic.uuid("nas")
            assert cellar.record(key) is None
            await cellar.matching.assign([key], DETOUR)
            own = cellar.record(key)
            assert own.id != before.id
            await attic.until(lambda: own.id in attic.keeper.records)
            # What becomes of one is nothing to the other: not gone, not closed, not tied to anything else.
            theirs.remove(key)
            await cellar.until(lambda: key not in cellar.live.transfers)
            await cellar.identities.close(cellar.uuid("nas"))
            await attic.until(lambda: not attic.keeper.records[own.id].is_open)
            assert attic.record(key) == before
            assert await attic.kinds(before.id) == [EventKind.ADOPTED]


async def test_after_the_next_start_each_still_has_its_own(tmp_path, url):
    """Without a question: what was answered is in the config.toml of each."""
    (mine, key), (theirs, _) = a_nas(), a_nas()
    async with desktop(tmp_path / "attic", mine, url=url, shared=True, address=HERE) as attic:
        await attic.until_ready()
        await attic.row("Nosferatu.1922.1080p")
        await attic.matching.assign([key], NOSFERATU)
    async with desktop(tmp_path / "cellar", theirs, url=url, shared=True, address=HERE) as cellar:
        await cellar.until(lambda: cellar.identities.questions)
        await cellar.identities.answer(NAS, None)
    async with (
        desktop(tmp_path / "attic", mine, url=url, shared=True) as attic,
        desktop(tmp_path / "cellar", theirs, url=url, shared=True) as cellar,
    ):
        await attic.until(lambda: attic.record(key))
        await cellar.until_ready()
        await cellar.row("Nosferatu.1922.1080p")
        assert cellar.record(key) is None
        assert (attic.identities.questions, cellar.identities.questions) == ((), ())


async def test_one_client_at_two_addresses_is_asked_about_once(tmp_path, url):
    """The address of one desktop is no news for the other."""
    (nas, key), (again, _) = a_nas(), a_nas()
    async with desktop(tmp_path / "attic", nas, url=url, shared=True, address=HERE) as attic:
        await attic.until_ready()
        uuid = attic.uuid("nas")
    async with desktop(tmp_path / "cellar", again, url=url, shared=True, address="http://attic:9091") as cellar:
        await cellar.until(lambda: cellar.identities.questions)
        await cellar.identities.answer(NAS, uuid)
    async with (
        desktop(tmp_path / "attic", nas, url=url, shared=True) as attic,
        desktop(tmp_path / "cellar", again, url=url, shared=True) as cellar,
    ):
        for room in (attic, cellar):
            await room.until_ready()
            assert room.identities.questions == ()
            assert room.uuid("nas") == uuid
            await room.row("Nosferatu.1922.1080p")
        # And what one writes, the other shows.
        await attic.matching.assign([key], NOSFERATU)
        seen = await cellar.until(lambda: cellar.record(key))
        assert subject_text(seen.subject) == "Nosferatu (1922)"
        item = await cellar.library.save_item(replace(seen.subject.item, title="Nosferatu, a Symphony of Horror"))
        await attic.until(lambda: attic.record(key).subject.item == item)


async def test_a_database_that_is_away_for_a_while_brings_what_was_written_meanwhile(tmp_path, server, url):
    """The rows stay, with what was known of them; the reason is told without the password."""
    (nas, key), (again, _) = a_nas(), a_nas()
    async with desktop(tmp_path / "attic", nas, url=url, shared=True, address=HERE) as attic:
        await attic.until_ready()
        await attic.row("Nosferatu.1922.1080p")
        await attic.matching.assign([key], NOSFERATU)
        server.stop()
        try:
            await attic.until(lambda: attic.keeper.state is StoreState.UNAVAILABLE)
            assert "correct" not in attic.keeper.problem
            assert attic.record(key)
            assert attic.live.clients[NAS].live
        finally:
            server.start()
        async with desktop(tmp_path / "cellar", again, url=url, shared=True, address="http://attic:9091") as cellar:
            await cellar.until(lambda: cellar.identities.questions)
            await cellar.identities.answer(NAS, attic.uuid("nas"))
            await cellar.until(lambda: cellar.record(key))
            await cellar.until_ready()
            await cellar.matching.assign([key], DETOUR)
            await attic.until(lambda: attic.keeper.state is StoreState.READY)
            await attic.until(lambda: subject_text(attic.record(key).subject) == "Detour (1945)")


async def test_two_desktops_that_adopt_by_themselves_adopt_once(tmp_path, url):
    """Whoever is first; the other learns of it."""
    (nas, _), (again, _) = a_nas(), a_nas()
    async with desktop(tmp_path / "attic", nas, url=url, shared=True, address=HERE) as attic:
        await attic.until_ready()
        await attic.library.create(MediaType.MOVIE, "Nosferatu", 1922)
        uuid = attic.uuid("nas")
    async with desktop(tmp_path / "cellar", again, url=url, shared=True, address="http://attic:9091") as cellar:
        await cellar.until(lambda: cellar.identities.questions)
        await cellar.identities.answer(NAS, uuid)
    names = [f"Nosferatu.1922.copy{number}.mkv" for number in range(10)]
    keys, _ = ([client.put(name) for name in names] for client in (nas, again))
    async with (
        desktop(tmp_path / "attic", nas, url=url, shared=True, adopt=True) as attic,
        desktop(tmp_path / "cellar", again, url=url, shared=True, adopt=True) as cellar,
    ):
        for room in (attic, cellar):
            await room.until(lambda room=room: all(room.record(key) for key in keys))
        for key in keys:
            assert attic.record(key) == cellar.record(key)
            assert attic.record(key).attempt == 1
            assert await attic.kinds(attic.record(key).id) == [EventKind.ADOPTED]
