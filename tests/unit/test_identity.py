"""Which client of the database a section is: never by its address alone, never by a guess."""

from __future__ import annotations

from mydia_desktop.config.settings import SettingsNotSavedError, load
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import ClientUuid, CloseReason, KnownClient
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows.identity import judge
from tests.live_room import config
from tests.memory_client import MemoryClient
from tests.unit.records_room import desktop, section

MOVIE = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)
NAS = ClientId("nas")


def known(uuid, url="http://nas:9091", kind="transmission"):
    """A client of the database."""
    return KnownClient(uuid=ClientUuid(uuid), kind=kind, name=uuid.upper(), origin=url)


def rewrite(folder, *sections):
    """Somebody writes config.toml anew."""
    (folder / "config.toml").write_text("# my own words\n" + "\n".join(sections))


def test_a_known_uuid_at_its_address_is_that_client():
    verdict = judge([config("nas", uuid="a")], [known("a")])
    assert verdict.bound == {"nas": known("a")}


def test_another_desktop_may_reach_the_same_client_at_another_address():
    """What this computer knows of it counts, or each would ask whenever the other was started."""
    mine = config("nas", uuid="a", url="http://10.0.0.2:9091", uuid_url="http://10.0.0.2:9091")
    assert judge([mine], [known("a")]).bound == {"nas": known("a")}


def test_a_uuid_at_another_address_may_be_another_client():
    verdict = judge([config("nas", uuid="a", url="http://new:9091", uuid_url="http://nas:9091")], [known("a")])
    assert (verdict.bound, verdict.moved) == ({}, {"nas": known("a")})


def test_a_copied_section_does_not_share_its_records():
    """The one at the address of the uuid has it; the other is new."""
    copy, original = config("copy", uuid="a"), config("nas", uuid="a")
    verdict = judge([copy, original], [known("a")])
    assert verdict.bound == {"nas": known("a")}
    assert verdict.new == (copy,)
    assert verdict.free == ()


def test_a_uuid_of_another_kind_of_client_is_unknown():
    mine = config("nas", uuid="a", kind="qbittorrent")
    assert judge([mine], [known("a")]).new == (mine,)


async def test_the_first_start_makes_a_client_for_each_section_and_writes_it_down(tmp_path):
    """At once for all, and what the person wrote stays."""
    async with desktop(tmp_path, MemoryClient("nas"), MemoryClient("box")) as room:
        await room.until_ready()
        assert room.identities.questions == ()
        assert {client.uuid for client in await room.store.clients()} == {room.uuid("nas"), room.uuid("box")}
        assert len(room.bound) == 1
    nas, box = load(tmp_path / "config.toml").clients
    assert (nas.uuid, nas.uuid_url) == (room.uuid("nas"), nas.url)
    assert box.uuid == room.uuid("box")
    assert (tmp_path / "config.toml").read_text().startswith("# my own words\n")


async def test_the_next_start_finds_them_again_and_writes_nothing(tmp_path):
    async with desktop(tmp_path, MemoryClient("nas")) as room:
        await room.until_ready()
        uuid = room.uuid("nas")
    async with desktop(tmp_path, MemoryClient("nas")) as room:
        await room.until_ready()
        assert room.uuid("nas") == uuid
        assert room.bound == []


async def with_a_record(tmp_path, name="nosferatu"):
    """One desktop whose client has one download that is remembered; the client, its uuid and the row."""
    nas = MemoryClient("nas")
    key = nas.put(name)
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        await room.row(name)
        await room.matching.assign([key], MOVIE)
        return nas, room.uuid("nas"), key


async def test_a_section_that_is_new_to_the_database_asks_before_it_has_records(tmp_path):
    """It may be the client that no section is now."""
    nas, uuid, key = await with_a_record(tmp_path)
    rewrite(tmp_path, section("nas"))
    async with desktop(tmp_path, nas) as room:
        (question,) = await room.until(lambda: room.identities.questions)
        assert (question.client, question.moved_from) == (NAS, None)
        assert [candidate.uuid for candidate in question.candidates] == [uuid]
        await room.row("nosferatu")
        assert room.record(key) is None
        await room.identities.answer(NAS, uuid)
        assert room.identities.questions == ()
        assert await room.until(lambda: room.record(key))
    assert load(tmp_path / "config.toml").clients[0].uuid == uuid


async def test_another_client_gets_a_row_of_its_own_and_none_of_the_records(tmp_path):
    nas, uuid, key = await with_a_record(tmp_path)
    rewrite(tmp_path, section("nas"))
    async with desktop(tmp_path, nas) as room:
        await room.until(lambda: room.identities.questions)
        await room.row("nosferatu")
        await room.identities.answer(NAS, None)
        assert room.uuid("nas") not in {None, uuid}
        assert room.record(key) is None
        assert len(await room.store.clients()) == 2


async def test_a_changed_address_asks_and_ties_nothing_until_it_is_answered(tmp_path):
    nas, uuid, key = await with_a_record(tmp_path)
    written = (tmp_path / "config.toml").read_text()
    (tmp_path / "config.toml").write_text(written.replace('url = "http://nas:9091"', 'url = "http://new:9091"', 1))
    async with desktop(tmp_path, nas) as room:
        (question,) = await room.until(lambda: room.identities.questions)
        assert (question.moved_from, question.url) == ("http://nas:9091", "http://new:9091")
        await room.row("nosferatu")
        assert (room.uuid("nas"), room.record(key)) == (None, None)
        await room.identities.answer(NAS, uuid)
        assert await room.until(lambda: room.record(key))
        assert [client.origin for client in await room.store.clients()] == ["http://new:9091"]
    async with desktop(tmp_path, nas) as room:
        await room.until_ready()
        assert room.identities.questions == ()


async def test_an_address_changed_in_the_running_program_asks_at_once(tmp_path):
    """The records leave the rows with the old address."""
    nas, uuid, key = await with_a_record(tmp_path)
    async with desktop(tmp_path, nas) as room:
        await room.until(lambda: room.record(key))
        (saved,) = load(room.file).clients
        room.identities.configure([config("nas", url="http://new:9091", uuid=saved.uuid, uuid_url=saved.uuid_url)])
        assert room.uuid("nas") is None
        (question,) = await room.until(lambda: room.identities.questions)
        assert [candidate.uuid for candidate in question.candidates] == [uuid]


async def test_whoever_saves_the_settings_without_the_uuid_does_not_untie_the_records(tmp_path):
    """The dialog may have been open before the client was bound."""
    nas, uuid, key = await with_a_record(tmp_path)
    async with desktop(tmp_path, nas) as room:
        await room.until(lambda: room.record(key))
        rewrite(tmp_path, section("nas", name="Attic"))
        room.configure()
        assert room.uuid("nas") == uuid
        assert room.record(key)
        await room.until(lambda: room.bound)
    assert load(tmp_path / "config.toml").clients[0].uuid == uuid


async def test_an_answer_for_settings_that_are_gone_changes_nothing(tmp_path):
    nas, uuid, _ = await with_a_record(tmp_path)
    rewrite(tmp_path, section("nas"))
    async with desktop(tmp_path, nas) as room:
        await room.until(lambda: room.identities.questions)
        room.identities.configure([config("nas", url="http://other:9091")])
        await room.identities.answer(NAS, uuid)
        assert room.uuid("nas") is None


async def test_a_binding_that_can_not_be_written_down_holds_for_this_run_and_is_told(tmp_path):
    nas = MemoryClient("nas")
    key = nas.put("nosferatu")
    async with desktop(tmp_path, nas) as room:

        async def refuse(_bindings):
            raise SettingsNotSavedError("config.toml can't be written: Read-only file system.")

        room.identities._bind = refuse
        await room.until_ready()
        await room.until(lambda: room.identities.problem)
        assert "NAS" in room.identities.problem
        assert "Read-only file system" in room.identities.problem
        await room.row("nosferatu")
        assert await room.matching.assign([key], MOVIE) == 1


async def test_a_removed_client_leaves_an_offer_to_hand_its_records_on(tmp_path):
    nas, box = MemoryClient("nas"), MemoryClient("box")
    nas.put("nosferatu")
    there = box.put("nosferatu")
    async with desktop(tmp_path, nas, box) as room:
        await room.until_ready()
        key = (await room.row("nosferatu")).key
        await room.matching.assign([key], MOVIE)
        of, to = room.uuid("nas"), room.uuid("box")
        room.identities.configure([each for each in load(room.file).clients if each.id == "box"])
        (removed,) = await room.until(lambda: room.identities.removed)
        assert (removed.client.uuid, removed.open_records) == (of, 1)
        assert [heir.uuid for heir in removed.heirs] == [to]
        await room.identities.hand_over(of, to)
        assert room.identities.removed == ()
        assert (await room.until(lambda: room.record(there))).client_uuid == to


async def test_the_records_of_a_removed_client_can_be_closed(tmp_path):
    """Forgotten, each with a line in the history."""
    nas, uuid, key = await with_a_record(tmp_path)
    async with desktop(tmp_path, nas) as room:
        remembered = await room.until(lambda: room.record(key))
        room.identities.configure([])
        await room.until(lambda: room.identities.removed)
        await room.identities.close(uuid)
        assert room.identities.removed == ()
        closed = room.keeper.records[remembered.id]
        assert closed.close_reason is CloseReason.FORGOTTEN
        assert [*await room.kinds(closed.id)] == ["adopted", "forgotten"]


async def test_a_removed_client_without_open_records_asks_nothing(tmp_path):
    async with desktop(tmp_path, MemoryClient("nas")) as room:
        await room.until_ready()
        room.identities.configure([])
        await room.identities.settle()
        assert room.identities.removed == ()
