"""Records are begun, changed and read, the same in both databases."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent
from mydia_desktop.store import repository
from tests.store.values import V1, V2, begin, everything, new_record, show


@pytest.fixture
def raw(url):
    """The database past our own code."""
    engine = create_engine(url)
    yield engine
    engine.dispose()


async def closed(store, record):
    return await store.change(record.id, {"closed_at": 50, "close_reason": CloseReason.CANCELLED})


async def test_what_was_remembered_is_read_again(store, open_store, nas):
    """Every field, by another program."""
    subject = await store.subject(show(2))
    written = await store.begin(
        new_record(
            nas,
            title="Überall \N{PILE OF POO}",
            subject=subject,
            indexer="an indexer",
            download_url="https://user:secret@t.example/x",
            v1=V1,
            v2=V2,
            last_save_path="/data",
            last_name="a name",
            completed_at=1_700_000_000,
            size=5_000_000_000,
            quality=("1080p", "x265"),
        ),
        EventKind.ADOPTED,
        {},
    )
    assert written.download_url == "https://t.example"
    assert (written.attempt, written.is_open, written.subject) == (1, True, subject)
    assert await (await open_store()).record(written.id) == written
    assert await store.record("nowhere") is None


async def test_adding_the_same_again_reopens_its_record(store, nas):
    """One more attempt without the end of the last; what is given is taken over, and what it is for stays."""
    subject = await store.subject(show(1, 2))
    first = await begin(store, nas, subject=subject, indexer="one", size=1, quality=("720p",))
    await store.change(
        first.id,
        {"completed_at": 40, "closed_at": 50, "close_reason": CloseReason.CANCELLED, "error_message": "No room"},
    )
    second = await begin(store, nas, title="Another name", indexer="two")
    assert second == replace(first, title="Another name", indexer="two", attempt=2)


async def test_what_nobody_asked_for_is_begun_only_where_it_is_unknown(store, nas):
    """Not where another desktop was faster, and not where somebody forgot it."""
    first = await store.begin_unknown(new_record(nas), EventKind.ADOPTED, {"automatic": True})
    assert await store.begin_unknown(new_record(nas), EventKind.ADOPTED, {}) is None
    await closed(store, first)
    assert await store.begin_unknown(new_record(nas), EventKind.ADOPTED, {}) is None
    assert [event.kind for event in await store.history_of(first.id)] == [EventKind.ADOPTED]


async def test_an_adopted_one_that_is_complete_keeps_its_moment(store, nas):
    """What is given on reopening is not cleared with the rest."""
    record = await begin(store, nas)
    assert (await begin(store, nas, completed_at=77)).completed_at == 77
    assert (await begin(store, nas)).completed_at is None
    assert (await store.record(record.id)).attempt == 3


@pytest.mark.parametrize(
    ("known", "again"),
    [
        ({"native_id": V1, "v1": V1, "v2": V2}, {"native_id": V2[:40], "v2": V2}),
        ({"native_id": V2[:40], "v2": V2}, {"native_id": V1, "v1": V1, "v2": V2}),
        ({"native_id": V2, "v2": V2}, {"native_id": V2[:40]}),
        ({"native_id": "nzb-1", "v1": V1}, {"native_id": V1}),
    ],
)
async def test_a_download_is_known_by_any_of_its_ids(store, nas, known, again):
    """A hybrid goes by one hash to one client and by another to the next."""
    assert (await begin(store, nas, **again)).id == (await begin(store, nas, **known)).id


async def test_the_same_in_another_client_is_another_record(store, nas):
    """Also where both are called the same."""
    other = await store.save_client(kind="transmission", name="NAS", origin="http://other:9091")
    assert (await begin(store, nas)).id != (await begin(store, other)).id


async def test_a_client_that_the_database_does_not_know_gets_no_record(store, nas):
    """Nor an event."""
    with pytest.raises(LookupError):
        await begin(store, replace(nas, uuid="unknown"))
    assert await everything(store) == await store.history() == []


async def test_a_subject_that_is_gone_is_refused(store, nas, raw):
    """And nothing is written: neither the rest nor the event."""
    subject = await store.subject(show(1))
    record = await begin(store, nas)
    with raw.begin() as connection:
        connection.execute(text("DELETE FROM episodes"))
        connection.execute(text("DELETE FROM media_items"))
    event = NewEvent(kind=EventKind.MATCHED, record_id=record.id)
    with pytest.raises(LookupError):
        await store.change(record.id, {"subject": subject, "last_name": "x"}, event)
    with pytest.raises(LookupError):
        await begin(store, nas, subject=subject)
    assert await everything(store) == [record]
    assert len(await store.history()) == 1


async def test_a_change_touches_what_it_names_and_tells_why(store, nas):
    """None clears a field; the events come with it."""
    record = await begin(store, nas, indexer="one", size=5, quality=("720p",), last_name="a")
    changed = await store.change(
        record.id,
        {"indexer": None, "last_name": "b", "size": 6, "native_id": "n", "completed_at": 9},
        NewEvent(kind=EventKind.COMPLETED, record_id=record.id, detail={"title": "b"}),
    )
    assert changed == replace(record, indexer=None, last_name="b", size=6, native_id="n", completed_at=9)
    assert await store.record(record.id) == changed
    assert [event.kind for event in await store.history_of(record.id)] == [EventKind.COMPLETED, EventKind.REQUESTED]


async def test_a_change_whose_condition_fails_writes_nothing(store, nas):
    """No field and no event: closed, another attempt, or not there."""
    record = await begin(store, nas)
    event = NewEvent(kind=EventKind.COMPLETED, record_id=record.id)
    assert await store.change(record.id, {"completed_at": 9}, event, attempt=2) is None
    assert await store.change("nowhere", {"completed_at": 9}, event) is None
    ended = await closed(store, record)
    assert await store.change(record.id, {"completed_at": 9}, event, only_open=True) is None
    assert await store.record(record.id) == ended
    assert len(await store.history()) == 1
    assert await store.change(record.id, {}, event, attempt=1) == ended
    assert len(await store.history()) == 2


async def test_an_id_belongs_to_the_record_that_took_it_last(store, nas):
    """A magnet whose metadata came may turn out to be what was remembered before; the hashes stay."""
    before = await begin(store, nas, native_id=V1, v1=V1)
    magnet = await begin(store, nas, native_id=V2[:40], v2=V2)
    changed = await store.change(magnet.id, {"native_id": V1})
    assert changed is not None
    assert changed.native_id == V1
    assert await store.record(before.id) == replace(before, native_id=None)


async def test_open_records_come_first_and_all_come_once(store, nas, monkeypatch):
    """However many pages they fill."""
    monkeypatch.setattr(repository, "PAGE", 3)
    records = [await begin(store, nas, native_id=f"{number}") for number in range(11)]
    ended = {(await closed(store, record)).id for record in records[::2]}
    found = await everything(store)
    assert sorted(record.id for record in found) == sorted(record.id for record in records)
    assert [record.id in ended for record in found] == [False] * 5 + [True] * 6
    pages = [page async for page in store.records()]
    assert max(map(len, pages)) == 3


async def test_other_calls_come_between_the_pages(store, nas, monkeypatch):
    """Nobody waits until everything is read."""
    monkeypatch.setattr(repository, "PAGE", 1)
    for number in range(3):
        await begin(store, nas, native_id=f"{number}")
    pages = store.records()
    first = await anext(pages)
    assert (await store.record(first[0].id)) == first[0]
    assert len([page async for page in pages]) == 2


async def test_what_changed_since_is_found_and_the_rest_is_not(store, nas, monkeypatch):
    """By the database's own clock, with some overlap."""
    monkeypatch.setattr(repository, "OVERLAP_S", 0.0)
    old, new = await begin(store, nas, native_id="old"), await begin(store, nas, native_id="new")
    moment = await store.now()
    assert [r.id for r in await everything(store, changed_since=moment)] == []
    await store.change(new.id, {"last_name": "x"})
    assert [r.id for r in await everything(store, changed_since=moment)] == [new.id]
    monkeypatch.setattr(repository, "OVERLAP_S", 60.0)
    assert {r.id for r in await everything(store, changed_since=moment)} == {old.id, new.id}


async def test_a_renamed_show_is_a_change_of_its_records(store, nas, monkeypatch):
    """Another desktop shows them under the new name."""
    monkeypatch.setattr(repository, "OVERLAP_S", 0.0)
    subject = await store.subject(show(1))
    record = await begin(store, nas, subject=subject)
    await begin(store, nas, native_id="other")
    moment = await store.now()
    await store.save_item(replace(subject.item, title="New"))
    (changed,) = await everything(store, changed_since=moment)
    assert (changed.id, changed.subject.item.title) == (record.id, "New")
    moment = await store.now()
    await store.save_episode(replace(subject.episodes[0], number=7))
    (changed,) = await everything(store, changed_since=moment)
    assert changed.subject.episodes[0].number == 7


@pytest.mark.parametrize(
    "draft",
    [
        SubjectDraft(type=MediaType.MOVIE, title="A film", year=1999),
        show(3),
        show(4, 5, 6),
        show(),
        show(season=None),
        show(1, season=0),
    ],
    ids=["movie", "one episode", "several", "season", "show", "special"],
)
async def test_what_a_download_is_for_is_the_same_after_reading(store, open_store, nas, draft):
    """A movie, one episode, several, a whole season, a whole show."""
    subject = await store.subject(draft)
    assert subject.season == (draft.season if draft.type is MediaType.SHOW else None)
    assert tuple(episode.number for episode in subject.episodes) == draft.episodes
    record = await begin(store, nas, subject=subject)
    assert record.subject == subject
    assert (await (await open_store()).record(record.id)).subject == subject


async def test_another_subject_leaves_nothing_of_the_one_before(store, nas):
    """From several episodes to a season, to one, to none."""
    record = await begin(store, nas, subject=await store.subject(show(1, 2)), size=5)
    for draft in (show(), show(2), show(2, 3)):
        subject = await store.subject(draft)
        changed = await store.change(record.id, {"subject": subject})
        assert changed.subject == subject
    assert await store.change(record.id, {"subject": None}) == replace(record, subject=None)


async def test_metadata_is_written_as_mydia_does_and_keeps_what_others_put_there(store, nas, raw):
    """Size, quality, season pack and its number; keys that are not ours stay."""
    record = await begin(store, nas, subject=await store.subject(show(season=2)), size=5, quality=("1080p",))
    query = text("SELECT metadata FROM downloads")
    with raw.connect() as connection:
        assert json.loads(connection.execute(query).scalar_one()) == {
            "size": 5,
            "quality": ["1080p"],
            "season_pack": True,
            "season_number": 2,
        }
    with raw.begin() as connection:
        connection.execute(text("""UPDATE downloads SET metadata = '{"seeders": 3, "size": 5}'"""))
    await store.change(record.id, {"size": 6})
    with raw.connect() as connection:
        assert json.loads(connection.execute(query).scalar_one()) == {"seeders": 3, "size": 6}


@pytest.mark.parametrize("broken", ["{", "[1]", "nul", "\N{SNOWMAN}", "[" * 100_000])
async def test_broken_metadata_breaks_no_record_and_is_not_thrown_away(store, nas, raw, broken):
    """It counts as empty, stays byte for byte, and is kept aside when something must be written."""
    record = await begin(store, nas, size=5)
    with raw.begin() as connection:
        connection.execute(text("UPDATE downloads SET metadata = :broken"), {"broken": broken})
    assert await store.record(record.id) == replace(record, size=None)
    await store.change(record.id, {"last_name": "x"})
    with raw.connect() as connection:
        assert connection.execute(text("SELECT metadata FROM downloads")).scalar_one() == broken
    assert (await store.change(record.id, {"size": 7})).size == 7
    with raw.connect() as connection:
        kept = json.loads(connection.execute(text("SELECT metadata FROM downloads")).scalar_one())
    assert kept == {"unreadable": broken, "size": 7}


async def test_bytes_that_are_no_text_break_no_record(open_at, sqlite_url):
    """An old row of a file may hold any; a server takes none."""
    store = await open_at(sqlite_url)
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    record = await begin(store, nas, size=5)
    engine = create_engine(sqlite_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE downloads SET title = CAST(x'61ff62' AS TEXT), metadata = CAST(x'ff' AS TEXT)"))
    engine.dispose()
    assert await everything(store) == [replace(record, title="a\N{REPLACEMENT CHARACTER}b", size=None)]


@pytest.mark.parametrize("size", ["5 GB", 5.5, True, None, [5]])
async def test_a_size_that_is_no_number_of_bytes_is_not_known(store, nas, raw, size):
    """Others may have written it."""
    record = await begin(store, nas)
    with raw.begin() as connection:
        connection.execute(text("UPDATE downloads SET metadata = :m"), {"m": json.dumps({"size": size})})
    assert (await store.record(record.id)).size is None


async def test_mydias_words_for_quality_are_read(store, nas, raw):
    """One word, or an object of words and other things."""
    record = await begin(store, nas)
    for value, words in (
        ("720p", ("720p",)),
        ({"resolution": "1080p", "hdr": False, "codec": "x265"}, ("1080p", "x265")),
    ):
        with raw.begin() as connection:
            connection.execute(text("UPDATE downloads SET metadata = :m"), {"m": json.dumps({"quality": value})})
        assert (await store.record(record.id)).quality == words


async def test_a_name_that_no_database_takes_is_remembered_as_well_as_it_can_be(store, nas):
    """Half a surrogate pair, and the character zero."""
    record = await begin(store, nas, title="a\ud800b\0c", last_name="\ud800")
    assert "\ud800" not in record.title
    assert record.title[0] + record.title[-1] == "ac"


async def test_records_are_handed_over_to_another_client(store, nas):
    """Theirs are its own from now on; where both had one, the one that waits keeps the id."""
    other = await store.save_client(kind="qbittorrent", name="Box", origin="http://box:8080")
    moved = await begin(store, nas, native_id="a")
    both_open = await begin(store, nas, native_id="b")
    theirs = await begin(store, other, native_id="b")
    waits = await begin(store, nas, native_id="c")
    over = await closed(store, await begin(store, other, native_id="c"))
    changed = {record.id: record for record in await store.hand_over(nas.uuid, other.uuid)}
    assert changed.keys() == {moved.id, both_open.id, waits.id, over.id}
    assert {record.client_uuid for record in changed.values()} == {other.uuid}
    assert {record.client_name for record in changed.values()} == {"Box"}
    ids = {key: record.native_id for key, record in changed.items()}
    assert ids == {moved.id: "a", both_open.id: None, waits.id: "c", over.id: None}
    assert (await store.record(theirs.id)).native_id == "b"
    with pytest.raises(LookupError):
        await store.hand_over(other.uuid, "unknown")
    assert len([r for r in await everything(store) if r.client_uuid == other.uuid]) == 5


async def test_clients_are_known_by_their_uuid(store, nas):
    """A renamed one stays the same, and a new one is another, whatever it is called."""
    renamed = await store.save_client(kind="transmission", name="Cellar", origin="http://cellar:9091", uuid=nas.uuid)
    twin = await store.save_client(kind="transmission", name="Cellar", origin="http://cellar:9091")
    given = await store.save_client(kind="transmission", name="x", origin="http://x", uuid="of another database")
    assert await store.clients() == [renamed, twin, given]
    assert renamed.uuid == nas.uuid != twin.uuid
