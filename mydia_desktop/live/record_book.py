"""Every record there is, by the client it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from mydia_desktop.domain.record import ClientUuid, Record, RecordId


class RecordBook:
    """What we remember, whether its client is configured here or not.

    A record belongs to one client of the database and to no other: two clients of the same name, on two desktops
    that share a database, never see each other's.
    """

    def __init__(self) -> None:
        self._all: dict[RecordId, Record] = {}
        self._by_client: defaultdict[ClientUuid, dict[RecordId, Record]] = defaultdict(dict)

    def replace(self, records: Iterable[Record]) -> Mapping[ClientUuid, Collection[RecordId]]:
        """Know these and no others; the ids of new, changed and forgotten ones by the clients concerned."""
        now = {record.id: record for record in records}
        concerned: defaultdict[ClientUuid, set[RecordId]] = defaultdict(set)
        for record_id in self._all.keys() - now.keys():
            self._take_out(self._all.pop(record_id), concerned)
        self._put(now.values(), concerned)
        return concerned

    def update(self, records: Iterable[Record]) -> Mapping[ClientUuid, Collection[RecordId]]:
        """Know these from now on; the ids of new and changed ones by the clients concerned."""
        concerned: defaultdict[ClientUuid, set[RecordId]] = defaultdict(set)
        self._put(records, concerned)
        return concerned

    def get(self, record_id: RecordId) -> Record | None:
        """One record; None if it is not known."""
        return self._all.get(record_id)

    def of(self, client: ClientUuid | None) -> Mapping[RecordId, Record]:
        """The records of a client, kept up to date; a client without a uuid has none."""
        return {} if client is None else self._by_client[client]

    def _put(self, records: Iterable[Record], concerned: defaultdict[ClientUuid, set[RecordId]]) -> None:
        for record in records:
            before = self._all.get(record.id)
            if before == record:
                continue
            if before is not None and before.client_uuid != record.client_uuid:
                self._take_out(before, concerned)
            self._all[record.id] = record
            if record.client_uuid is not None:
                self._by_client[record.client_uuid][record.id] = record
                concerned[record.client_uuid].add(record.id)

    def _take_out(self, record: Record, concerned: defaultdict[ClientUuid, set[RecordId]]) -> None:
        if record.client_uuid is not None:
            del self._by_client[record.client_uuid][record.id]
            concerned[record.client_uuid].add(record.id)
