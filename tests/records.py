"""Records as the database would give them."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from mydia_desktop.domain.record import ClientUuid, Record, RecordId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.store.database import Store
from mydia_desktop.workflows.records import Records

NAS_UUID, OTHER_UUID = ClientUuid("11111111-aaaa"), ClientUuid("22222222-bbbb")


def no_records(live: Live) -> Records:
    """What remembers, over a database that nobody opens."""

    async def bind(_bindings: object) -> None:
        pytest.fail("nobody binds anything")

    return Records(Store("sqlite://", actor="nobody"), live, bind)


def record(name: str, uuid: ClientUuid | None = NAS_UUID, **changes: Any) -> Record:
    """An open one of the torrent that a MemoryClient makes of this name."""
    infohash = hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()
    known: dict[str, Any] = {
        "id": RecordId(f"{name} of {uuid}"),
        "title": name,
        "client_uuid": uuid,
        "native_id": infohash,
        "v1": infohash,
    }
    return Record(**(known | changes))
