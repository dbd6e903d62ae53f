"""Importing from a Mydia into a database of ours: all of it or nothing, and never twice."""

from __future__ import annotations

import sqlite3

import pytest

from mydia_desktop.domain.media import MediaId, MediaItem, MediaType
from mydia_desktop.domain.mydia import Bringing, Count, LeftOut, MydiaFileError
from mydia_desktop.domain.record import ClientUuid, CloseReason, EventKind, KnownClient
from mydia_desktop.store.database import Store
from mydia_desktop.store.mydia_reader import read_mydia
from tests.mydia_files import MydiaFile

DOWNLOADS = 400
WITH_CLIENT = DOWNLOADS * 3 // 4


@pytest.fixture
async def store(tmp_path):
    """An open database with nothing in it."""
    store = Store(f"sqlite:///{tmp_path / 'ours.sqlite3'}", actor="me@desk")
    await store.open()
    yield store
    await store.close()


@pytest.fixture(params=[True, False], ids=["first shape", "present shape"])
def mydia(request, tmp_path):
    file = MydiaFile(tmp_path / "mydia.db", first_shape=request.param)
    file.fill(downloads=DOWNLOADS)
    return file


def client(name, number):
    return KnownClient(uuid=ClientUuid(f"uuid {number}"), kind="transmission", name=f"Our {name}", origin="http://x:1")


ALL = {name: client(name, number) for number, name in enumerate(("NAS", "Seedbox", "Attic"))}


async def everything(store):
    return [record async for chunk in store.records() for record in chunk]


async def test_a_running_mydia_is_only_read(mydia):
    """Not a byte of its file changes, and what it has not yet put into the file itself is read, too."""
    with mydia.connect() as living:
        living.execute("PRAGMA wal_autocheckpoint = 0")
        mydia.add("media_items", type="movie", title="Latest")
        before = mydia.path.read_bytes()
        found = read_mydia(mydia.path)
        assert mydia.path.read_bytes() == before
    assert "Latest" in {item.title for item in found.items}


def test_a_folder_where_nothing_may_be_written_is_no_obstacle(mydia, monkeypatch):
    """SQLite wants to write beside a file with a log; then a copy is read."""
    with mydia.connect() as living:
        living.execute("PRAGMA wal_autocheckpoint = 0")
        mydia.add("media_items", type="movie", title="Latest")
        monkeypatch.setattr("mydia_desktop.store.mydia_reader._open", _refusing)
        assert "Latest" in {item.title for item in read_mydia(mydia.path).items}


def _refusing(_file):
    raise sqlite3.OperationalError("unable to open database file")


def test_what_makes_no_sense_is_left_out_and_counted(mydia):
    found = read_mydia(mydia.path)
    assert found.left_out[LeftOut.ITEM_WITHOUT_TITLE] == 1
    assert found.left_out[LeftOut.DOWNLOAD_NEVER_SENT] == DOWNLOADS // 4
    assert len(found.downloads) == WITH_CLIENT


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, None])
def test_another_file_is_refused_in_words(tmp_path, content):
    file = tmp_path / "other.db"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(MydiaFileError) as refused:
        read_mydia(file)
    assert str(file) in str(refused.value)


async def test_library_and_downloads_come_with_what_they_know(store, mydia):
    found = read_mydia(mydia.path)
    brought = await store.bring_in(Bringing(mydia=found, clients=ALL))
    assert (brought.items, brought.episodes) == (Count(new=len(found.items)), Count(new=60))
    assert brought.downloads == Count(new=WITH_CLIENT)
    records = {record.id: record for record in await everything(store)}
    assert records == {record.id: record for record in brought.records}
    assert len(records) == WITH_CLIENT
    for download in found.downloads:
        record = records[download.id]
        ours = ALL[download.client]
        assert (record.title, record.indexer, record.error_message) == (
            download.title.replace("\0", ""), download.indexer, download.error_message,
        )  # fmt: skip
        assert (record.client_uuid, record.native_id) == (ours.uuid, download.native_id)
        assert (record.completed_at, record.inserted_at) == (download.completed_at, download.inserted_at)
        assert (record.subject is not None) == (download.item is not None or download.episode is not None)
        if download.episode is not None:
            assert [episode.id for episode in record.subject.episodes] == [download.episode]
        assert "s3cret" not in (record.download_url or "")


async def test_what_had_ended_there_has_ended_here(store, tmp_path):
    """The first shape knew that; of the present one nobody can say."""
    file = MydiaFile(tmp_path / "mydia.db")
    for number, state in enumerate(("downloading", "completed", "cancelled")):
        file.add(
            "downloads", title=state, status=state, download_client="NAS", download_client_id=f"{number:040x}",
            completed_at="2025-11-01T10:00:00" if state == "completed" else None,
        )  # fmt: skip
    await store.bring_in(Bringing(mydia=read_mydia(file.path), clients=ALL))
    ends = {record.title: record.close_reason for record in await everything(store)}
    assert ends == {"downloading": None, "completed": CloseReason.COMPLETED, "cancelled": CloseReason.CANCELLED}


async def test_a_second_time_doubles_nothing(store, mydia):
    bringing = Bringing(mydia=read_mydia(mydia.path), clients=ALL)
    first = await store.bring_in(bringing)
    again = await store.bring_in(bringing)
    assert again.items == Count(known=first.items.new)
    assert again.episodes == Count(known=60)
    assert again.downloads == Count(known=WITH_CLIENT)
    assert again.records == ()
    assert len(await everything(store)) == WITH_CLIENT
    assert len([event for event in await store.history(limit=10_000) if event.kind is EventKind.ADOPTED]) == WITH_CLIENT


async def test_what_is_plainly_the_same_is_known(store, mydia):
    """By title and year, although it was made here."""
    ours = MediaItem(id=MediaId("ours"), type=MediaType.MOVIE, title="A TRIP TO THE MOON", year=1902)
    await store.save_item(ours)
    brought = await store.bring_in(Bringing(mydia=read_mydia(mydia.path), clients=ALL))
    assert brought.items.known == 1
    titles = [entry.item.title async for chunk in store.media() for entry in chunk]
    assert "A Trip to the Moon" not in titles
    assert any(record.subject and record.subject.item == ours for record in brought.records)


async def test_downloads_of_clients_that_are_left_out_stay_where_they_are(store, mydia):
    brought = await store.bring_in(Bringing(mydia=read_mydia(mydia.path), clients={"NAS": ALL["NAS"]}))
    assert brought.downloads.new == DOWNLOADS // 4
    assert {record.client_name for record in brought.records} == {"Our NAS"}


async def test_a_preview_says_what_would_come_and_writes_nothing(store, mydia):
    bringing = Bringing(mydia=read_mydia(mydia.path), clients=ALL)
    would = await store.would_bring_in(bringing)
    assert would.downloads.new == WITH_CLIENT
    assert await everything(store) == []
    assert await store.clients() == []
    assert (await store.bring_in(bringing)).downloads == would.downloads


async def test_a_taken_over_file_opens_with_all_it_knew(tmp_path, mydia):
    """A profile whose own file is Mydia's."""
    store = Store(f"sqlite:///{mydia.path}", actor="me@desk")
    await store.open()
    records = await everything(store)
    assert len(records) == DOWNLOADS
    assert sum(record.subject is not None for record in records) == DOWNLOADS // 2
    assert {known.name for known in await store.clients()} == {"NAS", "Seedbox", "Attic"}
    await store.close()
    assert (tmp_path / "mydia.db.mydia").exists()
