"""Records as the database would give them."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from mydia_desktop.domain.record import ClientUuid, Record, RecordId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.store.database import Store
from mydia_desktop.workflows.records import Records

NAS_UUID, OTHER_UUID = ClientUuid("11111111-aaaa"), ClientUuid("22222222-bbbb")


def no_records(live: Live) -> Records:
    """What remembers, over a database that nobody opens."""
    return _records("sqlite://", live, Path("/nowhere"))


@asynccontextmanager
async def empty_records(live: Live) -> AsyncIterator[Records]:
    """What remembers, over a new database."""
    with TemporaryDirectory() as folder:
        records = _records(f"sqlite:///{folder}/mydia.sqlite3", live, Path(folder))
        await records.keeper.open()
        await records.keeper.read()
        try:
            yield records
        finally:
            await records.close()


def _records(url: str, live: Live, folder: Path) -> Records:
    async def bind(_bindings: object) -> None:
        pytest.fail("nobody binds anything")

    return Records(Store(url, actor="nobody"), live, bind, folder / "torrents")


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
