"""What the tests of the store remember."""

from __future__ import annotations

from typing import Any

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import EventKind, KnownClient, NewRecord, Record
from mydia_desktop.store.database import Store

V1 = "1" * 40
V2 = "2" * 64


def new_record(client: KnownClient, **changes: Any) -> NewRecord:
    """A magnet that is about to be added."""
    known: dict[str, Any] = {
        "title": "Some.Show.S01E01.1080p",
        "client_uuid": client.uuid,
        "client_name": client.name,
        "native_id": V1,
    }
    return NewRecord(**(known | changes))


async def begin(store: Store, client: KnownClient, **changes: Any) -> Record:
    """Remember it, as an addition that is about to be sent."""
    return await store.begin(new_record(client, **changes), EventKind.REQUESTED, {"verb": "add"})


def show(*episodes: int, season: int | None = 1, title: str = "Café") -> SubjectDraft:
    """Episodes of a show; none is the whole season."""
    return SubjectDraft(type=MediaType.SHOW, title=title, year=2024, season=season, episodes=episodes)


async def everything(store: Store, **options: Any) -> list[Record]:
    """All records in the order in which they come."""
    return [record async for page in store.records(**options) for record in page]
