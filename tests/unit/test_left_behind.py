"""What its client let go of can be imported from where it was, at a person's word and no further."""

from __future__ import annotations

import pytest

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.happening import HappeningKind
from mydia_desktop.domain.import_job import ImportTroubleError
from mydia_desktop.domain.record import CloseReason, EventKind
from mydia_desktop.workflows.importing import found
from tests.memory_client import MemoryClient
from tests.unit.journal_room import lists_agree_soon  # noqa: F401 - a fixture
from tests.unit.test_imports import CONTENT, NAME, TARGET, importing, remembered, running, write

pytestmark = pytest.mark.usefixtures("lists_agree_soon")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(found, "SETTLE_S", 0.0)


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


@pytest.fixture
def rules(tmp_path):
    (tmp_path / "library").mkdir()
    return ImportRules(folder=str(tmp_path / "library"))


async def gone(room, nas, tmp_path, name=NAME):
    """The id of a record whose download its client listed, and lists no more."""
    key = running(nas, tmp_path, name)
    record_id = await remembered(room, key)
    await room.until(lambda: room.keeper.records[record_id].size)
    nas.remove(key)
    await room.until(lambda: any(each.records for each in room.live.gone))
    return record_id


async def test_it_is_imported_from_where_it_was_last(tmp_path, nas, rules):
    write(tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await gone(room, nas, tmp_path)
        left_behind = room.records.left_behind
        place = await left_behind.place_of(record_id)
        assert place == tmp_path / "downloads" / NAME
        await left_behind.import_from(record_id, place)
        await room.until(lambda: room.keeper.records[record_id].close_reason is CloseReason.IMPORTED)
        assert (tmp_path / "library" / TARGET).samefile(place)
        assert room.live.gone == ()
        assert room.keeper.records[record_id].completed_at is not None
        assert (await room.kinds(record_id))[-2:] == [EventKind.COMPLETED, EventKind.IMPORTED]
        assert room.told == [HappeningKind.IMPORTED]


async def test_it_may_be_elsewhere_in_a_folder(tmp_path, nas, rules):
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await gone(room, nas, tmp_path)
        assert await room.records.left_behind.place_of(record_id) is None
        folder = tmp_path / "archive/Nosferatu"
        (folder / "Subs").mkdir(parents=True)
        (folder / "film.mkv").write_bytes(CONTENT)
        (folder / "Subs/2_English.srt").write_text("1")
        (folder / "secret.srt").symlink_to("/etc/passwd")
        (tmp_path / "archive/another.mkv").write_bytes(CONTENT)
        await room.records.left_behind.import_from(record_id, folder)
        await room.until(lambda: room.keeper.records[record_id].close_reason is CloseReason.IMPORTED)
        assert sorted(path.name for path in (tmp_path / "library/Movies/Nosferatu (1922)").iterdir()) == [
            "Nosferatu (1922).en.srt",
            "Nosferatu (1922).mkv",
        ]


async def test_what_is_not_all_there_is_not_imported_and_nothing_is_written(tmp_path, nas, rules):
    write(tmp_path)
    (tmp_path / "downloads" / NAME).write_bytes(CONTENT[:-1])
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await gone(room, nas, tmp_path)
        with pytest.raises(ImportTroubleError, match="it is not all of the download"):
            await room.records.left_behind.import_from(record_id, tmp_path / "downloads" / NAME)
        assert room.keeper.records[record_id].completed_at is None
        assert await room.keeper.store.import_jobs() == []
        assert list((tmp_path / "library").iterdir()) == []


async def test_what_somebody_still_writes_to_is_not_imported(tmp_path, nas, rules, monkeypatch):
    write(tmp_path)
    place = tmp_path / "downloads" / NAME

    async def grow(_seconds):
        place.write_bytes(CONTENT * 2)

    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await gone(room, nas, tmp_path)
        monkeypatch.setattr(found, "sleep", grow)
        with pytest.raises(ImportTroubleError, match="still writes"):
            await room.records.left_behind.import_from(record_id, place)


async def test_a_folder_of_everything_is_none_of_one_download(tmp_path, nas, rules, monkeypatch):
    monkeypatch.setattr(found, "MOST_FILES", 3)
    write(tmp_path)
    for number in range(4):
        (tmp_path / f"downloads/{number}.mkv").write_bytes(CONTENT)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await gone(room, nas, tmp_path)
        with pytest.raises(ImportTroubleError, match="too many files"):
            await room.records.left_behind.import_from(record_id, tmp_path / "downloads")


@pytest.mark.parametrize("name", ["..", "../downloads", "/etc"])
async def test_its_name_leads_nowhere_else(tmp_path, nas, rules, name):
    write(tmp_path)
    async with importing(tmp_path, nas, rules=rules) as room:
        record_id = await gone(room, nas, tmp_path, name)
        assert await room.records.left_behind.place_of(record_id) is None
