"""Clients as the database knows them."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, insert, select, update

from mydia_desktop.domain.record import ClientUuid, KnownClient
from mydia_desktop.store.tables import CLIENTS, Line

_COLUMNS = (CLIENTS.c.id, CLIENTS.c.kind, CLIENTS.c.name, CLIENTS.c.origin)


def all_clients(connection: Connection) -> list[KnownClient]:
    """Every client that was ever bound, the oldest first."""
    rows = connection.execute(select(*_COLUMNS).order_by(CLIENTS.c.inserted_at, CLIENTS.c.id))
    return [_client(row) for row in rows]


def save_client(
    connection: Connection, now: float, *, kind: str, name: str, origin: str, known_as: ClientUuid | None
) -> KnownClient:
    """Change what is known of a client, or make one: a new one if it has no uuid yet."""
    values = {"kind": kind, "name": name, "origin": origin}
    client = known_as or ClientUuid(str(uuid.uuid4()))
    known = connection.execute(update(CLIENTS).where(CLIENTS.c.id == client).values(values))
    if not known.rowcount:
        connection.execute(insert(CLIENTS).values(id=client, inserted_at=now, **values))
    return KnownClient(uuid=client, kind=kind, name=name, origin=origin)


def _client(row: Line) -> KnownClient:
    return KnownClient(uuid=ClientUuid(row.id), kind=row.kind, name=row.name, origin=row.origin)
