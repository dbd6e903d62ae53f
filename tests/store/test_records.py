"""Records are begun, changed, read and matched."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent, NewRecord
from mydia_desktop.store.database import Store


@pytest.fixture
async def store(tmp_path):
    """An open database with nothing in it."""
    store = Store(f"sqlite:///{tmp_path}/mydia.sqlite3", actor="me@desk")
    await store.open()
    yield store
    await store.close()


async def test_adding_the_same_again_reopens_its_record(store):
    """One more attempt; what it is for is kept."""
    nas = await store.save_client(kind="transmission", name="NAS", origin="http://nas:9091")
    subject = await store.subject(SubjectDraft(type=MediaType.SHOW, title="Café", season=1, episodes=(1, 2)))
    new = NewRecord(title="a", subject=subject, client_uuid=nas.uuid, client_name="NAS", native_id="a" * 40)
    first = await store.begin(new, EventKind.REQUESTED, {"verb": "add"})
    closed = await store.change(
        first.id,
        {"closed_at": 5, "close_reason": CloseReason.CANCELLED},
        NewEvent(kind=EventKind.CANCELLED, record_id=first.id),
    )
    assert closed is not None
    assert not closed.is_open
    again = NewRecord(title="b", client_uuid=nas.uuid, client_name="NAS", native_id="a" * 40)
    second = await store.begin(again, EventKind.REQUESTED, {"verb": "add"})
    assert (second.id, second.attempt, second.is_open, second.subject) == (first.id, 2, True, subject)
    assert [event.attempt for event in await store.unsettled()] == [2]
