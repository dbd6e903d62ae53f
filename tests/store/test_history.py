"""The history only grows, is searched, and tells what was asked and is not known to have come to its end."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from mydia_desktop.domain.record import INTENT_STEPS, UNSETTLED, EventKind, NewEvent
from tests.store.values import begin

KEY = "9f86d081884c7d659a2feaa0c55ad015"


def event(kind, record_id="r", attempt=1, **detail):
    return NewEvent(kind=kind, record_id=record_id, attempt=attempt, detail=detail)


async def test_an_event_tells_who_when_and_what(store, open_store):
    """Also to another desktop, and of what has no record."""
    before = await store.now()
    (written,) = await store.log(event(EventKind.DELETED, attempt=3, title="Überall", size=5_000_000_000, path="/a"))
    other = await open_store(actor="you@laptop")
    assert await other.history() == [written]
    assert before <= written.at <= await store.now()
    assert (written.actor, written.attempt, written.detail["size"]) == ("me@desk", 3, 5_000_000_000)
    (theirs,) = await other.log(event(EventKind.KEPT))
    assert (theirs.actor, theirs.id > written.id) == ("you@laptop", True)


async def test_the_history_is_read_page_by_page_from_the_newest(store):
    """Without a gap and without a repetition, whatever is written meanwhile."""
    written = await store.log(*(event(EventKind.SENT, record_id=f"{number}") for number in range(7)))
    first = await store.history(limit=3)
    await store.log(event(EventKind.SENT))
    second = await store.history(limit=3, before=first[-1].id)
    third = await store.history(limit=3, before=second[-1].id)
    assert first + second + third == written[::-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {"film", "show"}),
        ("cafe", {"show"}),
        ("CAFÉ paradiso", {"show"}),
        ("paradiso cafe", {"show"}),
        ("cafe nas", set()),
        ("NAS", {"film"}),
        ("100%", {"film"}),
        ("a_b", {"show"}),
        ("a%b", set()),
        ("confirmed", {"show"}),
        ("me@desk", {"film", "show"}),
        ("/media/", {"film"}),
    ],
)
async def test_the_history_is_searched_by_words_without_case_and_accents(store, text, found):
    """In titles, names of clients, places, kinds and people; a wildcard is a letter as any other."""
    await store.log(
        event(EventKind.REQUESTED, record_id="film", title="100% A film", client="NAS", path="/media/films"),
        event(EventKind.CONFIRMED, record_id="show", title="Das Café Paradiso", name="a_b"),
    )
    assert {one.record_id for one in await store.history(text=text)} == found


@pytest.mark.parametrize("kind", EventKind)
async def test_only_the_last_word_on_what_was_asked_counts(store, kind):
    """What merely happens in between settles nothing."""
    await store.log(event(EventKind.REQUESTED, verb="add"), event(EventKind.REQUESTED, record_id="other"))
    (_, last) = (*await store.log(event(EventKind.CONFIRMED, record_id="other")), *await store.log(event(kind)))
    unsettled = await store.unsettled()
    if kind in UNSETTLED:
        assert unsettled == [last]
    elif kind not in INTENT_STEPS:
        assert [one.kind for one in unsettled] == [EventKind.REQUESTED]
    else:
        assert unsettled == []


async def test_a_tracker_that_quotes_its_passkey_is_not_quoted(store, nas):
    """Neither in the history nor in the record."""
    words = f"https://t.example/{KEY}/announce said no"
    record = await begin(store, nas, download_url=f"https://t.example/dl?passkey={KEY}")
    changed = await store.change(
        record.id,
        {"error_message": words},
        event(EventKind.FAILED, record.id, error=words, paths=[words]),
    )
    written = f"{changed} {await store.history()}"
    assert KEY not in written
    assert "t.example" in written


async def test_a_kind_that_a_newer_program_wrote_does_not_break_the_history(store, url):
    """Desktops that share a database need not be of one version."""
    await store.log(event(EventKind.SENT), event(EventKind.CONFIRMED))
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE download_events SET kind = 'teleported' WHERE kind = 'confirmed'"))
    engine.dispose()
    assert [one.kind for one in await store.history()] == [EventKind.SENT]
    assert [one.kind for one in await store.unsettled()] == [EventKind.SENT]
