"""Which open records of a client are gone, and whether so many can be believed."""

from __future__ import annotations

from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.snapshot import Gone
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.join import Join

MANY = 5
"""Fewer than this may vanish at once without a question, however few there are in all."""


class Absence:
    """The verdict on what one client, whose absences count, does not list.

    Records that vanish one by one are believed gone. When more than half of those still listed go at once it may be
    another client that answers: then none is marked until a person says that it is the right one, or all but a few
    are listed again.
    """

    def __init__(self) -> None:
        self._believed: set[RecordId] = set()
        self._asking = False
        self._evidence: tuple[int, frozenset[RecordId]] | None = None
        self._gone: Gone | None = None

    def judge(self, client: ClientId, join: Join, pending: frozenset[RecordId]) -> Gone | None:
        """What is gone now, given an answer that counts. ``pending`` are records with a request not settled."""
        evidence = join.revision, pending
        if evidence != self._evidence:
            self._evidence = evidence
            self._gone = self._weigh(client, join, pending)
        return self._gone

    def trust(self) -> None:
        """Believe everything that was in doubt: a person said that this is the right client."""
        if self._gone is not None:
            self._believed.update(record.id for record in self._gone.records)
        self._asking, self._evidence = False, None

    def _weigh(self, client: ClientId, join: Join, pending: frozenset[RecordId]) -> Gone | None:
        excused = pending | join.fresh.keys()
        missing = join.unlisted - excused
        self._believed &= missing
        new = len(missing) - len(self._believed)
        of = len(join.open - excused)
        still_listed = of - len(self._believed)
        # Once asked it stays asked while many are missing: a client that loads its list slowly must not end it.
        self._asking = new >= MANY and (self._asking or 2 * new > still_listed)
        if not self._asking:
            self._believed = set(missing)
        if not missing:
            return None
        records = tuple(sorted((join.record(record_id) for record_id in missing), key=_age))
        return Gone(client=client, records=records, doubted=self._asking, of=of)


def _age(record: Record) -> tuple[int, str]:
    return record.inserted_at, record.id
