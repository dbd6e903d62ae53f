"""Records as the database would give them."""

from __future__ import annotations

import hashlib
from typing import Any

from mydia_desktop.domain.record import ClientUuid, Record, RecordId

NAS_UUID, OTHER_UUID = ClientUuid("11111111-aaaa"), ClientUuid("22222222-bbbb")


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
