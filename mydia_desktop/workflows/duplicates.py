"""What is said before something is added that is there already, or was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from mydia_desktop.domain.media import MediaId, Subject, SubjectDraft
from mydia_desktop.domain.record import CloseReason, Record, RecordId, ids_of
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey


class DuplicateKind(StrEnum):
    """In what way it is there already; the first that applies."""

    SAME_IN_CLIENT = "same_in_client"
    """A client lists the same release."""
    SAME_RECORDED = "same_recorded"
    """The same release was started or adopted before, whatever became of it."""
    SAME_SUBJECT = "same_subject"
    """Another release of the same movie or episode is there, or on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """One thing that is like what is to be added."""

    why: DuplicateKind
    client_name: str
    key: TransferKey | None = None
    """Of its row; None if no client lists it now."""
    record: Record | None = None
    transfer: Transfer | None = None


class Live(Protocol):
    """What is known now of clients and their downloads, and which records those have."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def find(self, names: Collection[str]) -> Sequence[TransferKey]:
        """Rows of any client known by any of these ids."""
        ...

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row of a record."""
        ...


_THERE = frozenset({CloseReason.COMPLETED, CloseReason.IMPORTED})
"""A record that ended like this left something; after the other ends there is room for another release."""


class Duplicates:
    """Finds them. Two hundred things may be added at once, beside many thousand records."""

    def __init__(self, live: Live, records: Mapping[RecordId, Record]) -> None:
        self._live, self._records = live, records
        self._by_name: defaultdict[str, set[RecordId]] = defaultdict(set)
        self._by_item: defaultdict[MediaId, set[RecordId]] = defaultdict(set)
        self._sorted: dict[RecordId, Record] = {}
        self.take(records.values())

    def take(self, records: Iterable[Record]) -> None:
        """Compare with these too, new and changed ones."""
        for record in records:
            before = self._sorted.get(record.id)
            if before is not None:
                for ids in self._groups(before):
                    ids.discard(record.id)
            for ids in self._groups(record):
                ids.add(record.id)
            self._sorted[record.id] = record

    def of(self, release: Release, subject: SubjectDraft | None) -> list[Duplicate]:
        """What there is of the same release or, if that is known, for the same movie or episode."""
        found = list(self._listed(release))
        told = {duplicate.record.id for duplicate in found if duplicate.record}
        for why, record in self._remembered(release, subject):
            if record.id not in told:
                told.add(record.id)
                found.append(self._of_record(why, record))
        return found

    def _groups(self, record: Record) -> Iterator[set[RecordId]]:
        for name in record.names:
            yield self._by_name[name]
        if record.subject is not None:
            yield self._by_item[record.subject.item.id]

    def _listed(self, release: Release) -> Iterator[Duplicate]:
        clients = self._live.clients
        for key in self._live.find(_names(release)):
            yield Duplicate(
                why=DuplicateKind.SAME_IN_CLIENT,
                client_name=clients[key.client].name,
                key=key,
                record=self._live.record_of(key),
                transfer=self._live.transfers[key],
            )

    def _remembered(self, release: Release, subject: SubjectDraft | None) -> Iterator[tuple[DuplicateKind, Record]]:
        records = self._records
        for name in _names(release):
            for record_id in sorted(self._by_name.get(name, ())):
                yield DuplicateKind.SAME_RECORDED, records[record_id]
        if subject is None or subject.item_id is None:
            return
        for record_id in sorted(self._by_item.get(subject.item_id, ())):
            record = records[record_id]
            is_there = record.is_open or record.close_reason in _THERE
            if is_there and record.subject is not None and _overlap(subject, record.subject):
                yield DuplicateKind.SAME_SUBJECT, record

    def _of_record(self, why: DuplicateKind, record: Record) -> Duplicate:
        key = self._live.key_of(record.id)
        return Duplicate(
            why=why,
            client_name=record.client_name or "",
            key=key,
            record=record,
            transfer=self._live.transfers.get(key) if key else None,
        )


def _names(release: Release) -> tuple[str, ...]:
    return ids_of(native_id=release.id, v1=release.v1, v2=release.v2)


def _overlap(draft: SubjectDraft, subject: Subject) -> bool:
    """Whether both hold the same movie or one same episode. A season holds all of its episodes, a show all seasons."""
    seasons: set[int | None] = {episode.season for episode in subject.episodes}
    seasons = seasons or {subject.season}
    if draft.season is None or None in seasons:
        return True
    if draft.season not in seasons:
        return False
    numbers = {episode.number for episode in subject.episodes if episode.season == draft.season}
    return not numbers or not draft.episodes or not numbers.isdisjoint(draft.episodes)
