"""What is remembered, beside what the clients list."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping, Sequence

from mydia_desktop.domain.record import ClientUuid, Record, RecordId
from mydia_desktop.domain.snapshot import Gone, Phase
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.live.record_book import RecordBook
from mydia_desktop.live.watch import Watch


class Recollection:
    """The records, each with the client whose settings have its uuid. Changes are answered with the rows concerned."""

    def __init__(self, watches: Mapping[ClientId, Watch]) -> None:
        self._watches = watches
        self._book = RecordBook()
        self._pending: frozenset[RecordId] = frozenset()

    @property
    def gone(self) -> tuple[Gone, ...]:
        """By client, the open records that it answered without, where absence counts."""
        verdicts = (watch.gone(self._pending) for watch in self._watches.values())
        return tuple(verdict for verdict in verdicts if verdict is not None)

    @property
    def unlisted(self) -> Sequence[Record]:
        """The open records that are not in the last answer of a client that answers, be that early or not."""
        return [
            watch.join.record(record_id)
            for watch in self._watches.values()
            if watch.phase is Phase.ONLINE
            for record_id in sorted(watch.join.unlisted)
        ]

    def bind(self) -> set[TransferKey]:
        """Give each client its records by the settings in force.

        Of two sections with the same uuid, which a copied section has, the first is the client it names.
        """
        rows: set[TransferKey] = set()
        taken: set[ClientUuid] = set()
        for watch in self._watches.values():
            uuid = ClientUuid(watch.config.uuid) if watch.config.uuid else None
            if uuid in taken:
                uuid = None
            if uuid is not None:
                taken.add(uuid)
            if uuid != watch.uuid:
                rows |= watch.bind(uuid, self._book.of(uuid))
        return rows

    def replace(self, records: Iterable[Record]) -> set[TransferKey]:
        """Remember these and no others."""
        return self._follow(self._book.replace(records))

    def update(self, records: Iterable[Record]) -> set[TransferKey]:
        """Remember these, new and changed, beside the others."""
        return self._follow(self._book.update(records))

    def set_pending(self, records: Collection[RecordId]) -> bool:
        """Say of which records an addition or a removal is not settled; whether these are others than before."""
        before, self._pending = self._pending, frozenset(records)
        return before != self._pending

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        watch = self._watches.get(key.client)
        return None if watch is None else watch.join.record_of(key)

    def rows_of(self, record_id: RecordId) -> tuple[TransferKey, ...]:
        """The rows of what a record remembers."""
        record = self._book.get(record_id)
        if record is None or record.client_uuid is None:
            return ()
        watch = next((watch for watch in self._watches.values() if watch.uuid == record.client_uuid), None)
        return () if watch is None else watch.join.rows_of(record_id)

    def _follow(self, concerned: Mapping[ClientUuid, Collection[RecordId]]) -> set[TransferKey]:
        """Join again what these records, new, changed and forgotten, are to each client."""
        rows: set[TransferKey] = set()
        now = time.monotonic()
        for watch in self._watches.values():
            if watch.uuid is not None and (ids := concerned.get(watch.uuid)):
                rows |= watch.join.take_records(ids, now)
        return rows
