"""Which row of a client is which of the records we keep of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.live.identity_index import Identity, IdentityIndex
from mydia_desktop.live.roster import far_apart


class Join:
    """The rows and the records of one client, side by side. Only what changed is looked up again.

    A row shows one record: of several with an id of it the open one, else the latest.
    """

    def __init__(self) -> None:
        self.open: set[RecordId] = set()
        """Records that still wait for their end, and have an id to be known by."""
        self.unlisted: set[RecordId] = set()
        """Open records that no row has an id of. Whether that means anything is for others to say."""
        self.fresh: dict[RecordId, float] = {}
        """Of those, the ones that came a moment ago, and the monotonic moment: their client may not have them yet.
        The oldest comes first."""
        self.revision = 0
        """Grows whenever the open records change, or which of them are listed."""
        self._records: Mapping[RecordId, Record] = {}
        self._ids_of_rows: IdentityIndex[TransferKey] = IdentityIndex()
        self._ids_of_records: IdentityIndex[RecordId] = IdentityIndex()
        self._joined: dict[TransferKey, Record] = {}

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        return self._joined.get(key)

    def record(self, record_id: RecordId) -> Record:
        """One of this client's records."""
        return self._records[record_id]

    def rows_of(self, record_id: RecordId) -> tuple[TransferKey, ...]:
        """The rows that have an id of this record; in all likelihood one, or none."""
        identity = self._ids_of_records.identity(record_id)
        return () if identity is None else self._ids_of_rows.find(identity)

    def rows_named(self, name: str) -> tuple[TransferKey, ...]:
        """The rows known by this id."""
        return self._ids_of_rows.find(Identity(name))

    def bind(self, records: Mapping[RecordId, Record], now: float) -> set[TransferKey]:
        """From now on these are the client's records; the rows whose record is another one now."""
        before = self._joined
        self._records, self._ids_of_records, self._joined = records, IdentityIndex(), {}
        self.open, self.unlisted, self.fresh = set(), set(), {}
        self.take_records(records.keys(), now)
        return {key for key in before.keys() | self._joined.keys() if before.get(key) != self._joined.get(key)}

    def take_rows(self, changed: Mapping[TransferKey, Transfer], removed: Collection[TransferKey]) -> None:
        """Follow what a report changed."""
        for key in removed:
            identity = self._ids_of_rows.discard(key)
            self._joined.pop(key, None)
            if identity is not None:
                self._look_for(self._ids_of_records.find(identity))
        for key, transfer in changed.items():
            identity = Identity.of(transfer)
            before = self._ids_of_rows.put(key, identity)
            if before == identity:
                continue
            if before is not None:
                self._look_for(self._ids_of_records.find(before))
            found = self._ids_of_records.find(identity)
            self._look_for(found)
            self._choose(key, found)

    def grow_old(self, now: float) -> None:
        """Know an answer that came now: what is fresh and was not listed for long enough is so no more."""
        while self.fresh:
            oldest, since = next(iter(self.fresh.items()))
            if not far_apart(since, now):
                return
            del self.fresh[oldest]
            self.revision += 1

    def take_records(self, ids: Collection[RecordId], now: float) -> set[TransferKey]:
        """Follow the records of these ids, of which some may be gone; the rows whose record is another one now.

        ``now`` is monotonic seconds.
        """
        concerned: set[TransferKey] = set()
        for record_id in ids:
            record = self._records.get(record_id)
            listed = self._rename(record_id, record, concerned)
            if record is None or not _can_be_missing(record):
                self.open.discard(record_id)
                self.unlisted.discard(record_id)
                self.fresh.pop(record_id, None)
                continue
            if record_id not in self.open and not listed:
                self.fresh[record_id] = now
            self.open.add(record_id)
            self._note(record_id, listed=listed)
        self.revision += 1
        return {key for key in concerned if self._choose(key)}

    def _rename(self, record_id: RecordId, record: Record | None, concerned: set[TransferKey]) -> bool:
        """Know a record by the ids it has now, and what rows that concerns; whether one is listed by them."""
        before = self._ids_of_records.identity(record_id)
        identity = None if record is None else Identity.of(record)
        if before is not None and before != identity:
            concerned.update(self._ids_of_rows.find(before))
        if identity is None:
            self._ids_of_records.discard(record_id)
            return False
        self._ids_of_records.put(record_id, identity)
        rows = self._ids_of_rows.find(identity)
        concerned.update(rows)
        return bool(rows)

    def _choose(self, key: TransferKey, candidates: tuple[RecordId, ...] | None = None) -> bool:
        """Give a row its record; whether it is another one now."""
        if candidates is None:
            identity = self._ids_of_rows.identity(key)
            candidates = () if identity is None else self._ids_of_records.find(identity)
        before = self._joined.get(key)
        if not candidates:
            self._joined.pop(key, None)
            return before is not None
        found = [self._records[record_id] for record_id in candidates]
        chosen = found[0] if len(found) == 1 else max(found, key=_weight)
        self._joined[key] = chosen
        return before != chosen

    def _look_for(self, ids: tuple[RecordId, ...]) -> None:
        """Know again whether these are listed."""
        for record_id in ids:
            if record_id in self.open:
                self._note(record_id, listed=bool(self.rows_of(record_id)))

    def _note(self, record_id: RecordId, *, listed: bool) -> None:
        if listed == (record_id not in self.unlisted):
            return
        self.revision += 1
        if listed:
            self.unlisted.discard(record_id)
            self.fresh.pop(record_id, None)
        else:
            self.unlisted.add(record_id)


def _can_be_missing(record: Record) -> bool:
    """Whether not being listed says anything: what has ended is not expected, and what has no id is not recognised."""
    return record.is_open and bool(record.names)


def _weight(record: Record) -> tuple[bool, int, str]:
    """Of two records with the same id the greater one is shown."""
    return record.is_open, record.inserted_at, record.id
