"""What was added in a client gets a record by itself, if it is certain what it is for, and can be undone for good."""

from __future__ import annotations

from mydia_desktop.config.settings import load
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind
from mydia_desktop.domain.transfer import Status
from mydia_desktop.workflows import adoption
from tests.memory_client import MemoryClient
from tests.unit.records_room import desktop, section

DETOUR = SubjectDraft(type=MediaType.MOVIE, title="Detour", year=1945)


async def know(room, title="Nosferatu", year=1922):
    """Put a movie into the library."""
    await room.until_ready()
    return await room.library.create(MediaType.MOVIE, title, year)


async def test_a_certain_match_is_adopted_and_the_history_says_by_whom(tmp_path):
    nas = MemoryClient("nas")
    async with desktop(tmp_path, nas, adopt=True) as room:
        item = await know(room)
        told = []
        room.adoption.watch(told.append)
        key = nas.put("Nosferatu.1922.1080p")
        record = await room.until(lambda: room.record(key))
        assert record.subject.item == item
        (event,) = await room.history.of(record.id)
        assert (event.kind, event.detail["automatic"]) == (EventKind.ADOPTED, True)
        assert await room.until(lambda: told) == [[record]]


async def test_what_is_not_certain_is_left_to_a_person(tmp_path):
    nas = MemoryClient("nas")
    async with desktop(tmp_path, nas, adopt=True) as room:
        await know(room, "Nosferatu", 1922)
        await know(room, "Nosferatu", 1979)
        unclear, unknown = nas.put("Nosferatu.1080p"), nas.put("Charade.1963.720p")
        clear = nas.put("Nosferatu.1979.720p")
        await room.until(lambda: room.record(clear))
        assert (room.record(unclear), room.record(unknown)) == (None, None)


async def test_nothing_is_adopted_while_it_is_switched_off(tmp_path):
    """As it is unless somebody wants it; switched on, it takes what is there."""
    nas = MemoryClient("nas")
    key = nas.put("Nosferatu.1922.1080p")
    async with desktop(tmp_path, nas) as room:
        await know(room)
        await room.row("Nosferatu.1922.1080p")
        assert room.adoption._waiting == {}
        room.adoption.set_enabled(True)
        await room.until(lambda: room.record(key))
        room.adoption.set_enabled(False)
        later = nas.put("Nosferatu.1922.720p")
        await room.row("Nosferatu.1922.720p")
        assert room.record(later) is None


async def test_a_great_many_are_adopted_a_few_at_a_time(tmp_path, monkeypatch):
    """The window goes on living while the back catalogue is read."""
    read, parse = [], adoption.parse_names

    async def note(names):
        names = list(names)
        read.append(len(names))
        return await parse(names)

    monkeypatch.setattr(adoption, "parse_names", note)
    nas = MemoryClient("nas")
    keys = [nas.put(f"Nosferatu.1922.copy{number}.mkv") for number in range(50)]
    async with desktop(tmp_path, nas, adopt=True) as room:
        await know(room)
        await room.until(lambda: sum(read) == 50)
        assert max(read) <= adoption.SLICE
        assert len(keys) == 50


async def test_an_item_that_becomes_known_later_is_what_it_was_for(tmp_path):
    """Without reading its name again."""
    nas = MemoryClient("nas")
    key = nas.put("Nosferatu.1922.1080p")
    async with desktop(tmp_path, nas, adopt=True) as room:
        await room.until_ready()
        await room.row("Nosferatu.1922.1080p")
        await room.until(lambda: key in room.adoption._read or room.adoption._wake.set())
        await know(room)
        await room.until(lambda: room.record(key))


async def test_a_name_that_comes_later_is_read_then(tmp_path):
    """A magnet is called by its hash until its metadata is there."""
    nas = MemoryClient("nas")
    async with desktop(tmp_path, nas, adopt=True) as room:
        await know(room)
        key = nas.put("8fbd7178ee59afe2ab49ce8194382a9dc922610a", status=Status.METADATA)
        await room.row("8fbd7178ee59afe2ab49ce8194382a9dc922610a")
        other = nas.put("Nosferatu.1922.720p")
        await room.until(lambda: room.record(other))
        assert key in room.adoption._read
        nas.change(key, name="Nosferatu.1922.1080p", status=Status.DOWNLOADING)
        await room.until(lambda: room.record(key))


async def test_an_undone_adoption_is_not_made_again(tmp_path):
    """Nor after the next start. Its record stays, closed."""
    nas = MemoryClient("nas")
    async with desktop(tmp_path, nas, adopt=True) as room:
        await know(room)
        key = nas.put("Nosferatu.1922.1080p")
        record = await room.until(lambda: room.record(key))
        assert await room.adoption.undo([record]) == 1
        undone = room.record(key)
        assert (undone.subject, undone.close_reason) == (None, CloseReason.FORGOTTEN)
        assert await room.kinds(record.id) == [EventKind.ADOPTED, EventKind.FORGOTTEN]
    async with desktop(tmp_path, nas, adopt=True) as room:
        await room.until_ready()
        other = nas.put("Nosferatu.1922.720p")
        await room.until(lambda: room.record(other))
        assert room.record(key).close_reason is CloseReason.FORGOTTEN
        assert await room.kinds(record.id) == [EventKind.ADOPTED, EventKind.FORGOTTEN]


async def test_what_a_person_changed_since_is_not_undone(tmp_path):
    """Undo takes back what was guessed, and not what somebody said."""
    nas = MemoryClient("nas")
    async with desktop(tmp_path, nas, adopt=True) as room:
        await know(room)
        key = nas.put("Nosferatu.1922.1080p")
        record = await room.until(lambda: room.record(key))
        await room.matching.assign([key], DETOUR)
        assert await room.adoption.undo([record]) == 0
        assert room.record(key).subject.item.title == "Detour"


async def test_a_download_with_a_record_is_not_adopted_over_it(tmp_path):
    """What a person said counts, whatever its name says."""
    nas = MemoryClient("nas")
    key = nas.put("Nosferatu.1922.1080p")
    async with desktop(tmp_path, nas) as room:
        await know(room)
        await room.row("Nosferatu.1922.1080p")
        await room.matching.assign([key], DETOUR)
        room.adoption.set_enabled(True)
        other = nas.put("Nosferatu.1922.720p")
        await room.until(lambda: room.record(other))
        assert room.record(key).subject.item.title == "Detour"
        assert await room.kinds(room.record(key).id) == [EventKind.ADOPTED]


async def test_a_client_that_nobody_has_told_about_waits(tmp_path):
    """Until it is known which one it is; then what it lists is looked at. The others do not wait for it."""
    nas, box = MemoryClient("nas"), MemoryClient("box")
    async with desktop(tmp_path, nas, box) as room:
        await know(room)
        known = load(room.file).clients[1]
    key = nas.put("Nosferatu.1922.1080p")
    (tmp_path / "config.toml").write_text(section("nas") + section("box", uuid=known.uuid))
    async with desktop(tmp_path, nas, box, adopt=True) as room:
        (question,) = await room.until(lambda: room.identities.questions)
        await room.row("Nosferatu.1922.1080p")
        later = box.put("Nosferatu.1922.720p")
        await room.until(lambda: room.record(later))
        assert room.record(key) is None
        await room.identities.answer(question.client, None)
        await room.until(lambda: room.record(key))
