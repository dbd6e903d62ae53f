"""What Transmission lists, folded from its answers into transfers with keys that stay."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import islice

from mydia_desktop.adapters.label_count import LabelCount
from mydia_desktop.adapters.transmission_wire import Row, Trackers, status_of, to_transfer, tracker_host
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey

logger = logging.getLogger(__name__)


class Listing:
    """The rows of one Transmission. ``transfers`` is what was last said of them, unchanged rows the same object."""

    def __init__(self, client: ClientId) -> None:
        self.transfers: dict[TransferKey, Transfer] = {}
        self._client = client
        self._rows: dict[str, Row] = {}
        self._hashes: dict[int, str] = {}  # by integer id
        self._trackers: dict[str, str | None] = {}
        self._untracked: set[str] = set()  # not asked for their trackers yet
        self._quiet: set[str] = set()  # stalled for one poll: shown as downloading once more
        self._labels = LabelCount()
        self._words_met: set[int] = set()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels some row has, in order."""
        return self._labels.in_use

    def hashes_of(self, keys: Collection[TransferKey]) -> Mapping[TransferKey, str]:
        """What Transmission calls these rows; a row it does not list is left out."""
        return {key: self.transfers[key].native_id for key in keys if key in self.transfers}

    def key(self, native: str) -> TransferKey:
        """The key of a row."""
        return TransferKey(self._client, native)

    def begin_session(self) -> None:
        """Integer ids start anew."""
        self._hashes.clear()

    def take_all(self, rows: Mapping[str, Row]) -> None:
        """Remember a whole list: what is not in it is gone."""
        for gone in self._rows.keys() - rows.keys():
            self.forget(gone)
        self.take(rows)

    def take(self, rows: Mapping[str, Row]) -> dict[TransferKey, Transfer]:
        """Remember rows; return the transfers that look different now."""
        known = self._rows
        differing = [native for native, row in rows.items() if known.get(native) != row]
        self._untracked.update(native for native in differing if native not in self._trackers)
        for native in differing:
            self._labels.replace(known[native].labels if native in known else [], rows[native].labels)
        known.update(rows)
        self._hashes.update((row.id, native) for native, row in rows.items())
        changed = {}
        for native in {*differing, *self._quiet} & known.keys():
            key, row = self.key(native), known[native]
            transfer = to_transfer(key, row, status=self._patient(native, row), tracker=self._trackers.get(native))
            if transfer != self.transfers.get(key):
                self.transfers[key] = changed[key] = transfer
        return changed

    def forget_removed(self, numbers: Iterable[int], rows: Mapping[str, Row]) -> frozenset[TransferKey]:
        """Drop the rows with these integer ids, unless they came again, in ``rows``; the keys of those dropped."""
        gone = {self._hashes[number] for number in numbers if number in self._hashes} - rows.keys()
        return frozenset(key for native in gone if (key := self.forget(native)))

    def forget(self, native: str) -> TransferKey | None:
        """Drop a row; None if it was none."""
        row = self._rows.pop(native, None)
        if row is None:
            return None
        self._labels.replace(row.labels, [])
        self._trackers.pop(native, None)
        self._untracked.discard(native)
        self._quiet.discard(native)
        if self._hashes.get(row.id) == native:
            del self._hashes[row.id]
        self.transfers.pop(self.key(native), None)
        return self.key(native)

    def some_untracked(self, at_most: int) -> list[str]:
        """Torrents that nobody has asked for their trackers yet."""
        return list(islice(self._untracked, at_most))

    def take_trackers(self, asked: Iterable[str], found: Iterable[Trackers]) -> Mapping[TransferKey, Transfer]:
        """Remember what came of asking for trackers; the transfers that have one now."""
        changed = {}
        for torrent in found:
            host = self._trackers[torrent.hash_string] = tracker_host(torrent)
            key = self.key(torrent.hash_string)
            if host is not None and key in self.transfers:
                self.transfers[key] = changed[key] = replace(self.transfers[key], tracker=host)
        self._untracked.difference_update(asked)
        return changed

    def _patient(self, native: str, row: Row) -> Status:
        """Its status; a downloading torrent may be without a byte for one poll before it counts as stalled."""
        status = status_of(row)
        before = self.transfers.get(self.key(native))
        if status is Status.STALLED and before and before.status is Status.DOWNLOADING and native not in self._quiet:
            self._quiet.add(native)
            return Status.DOWNLOADING
        self._quiet.discard(native)
        if status is Status.UNKNOWN and row.status not in self._words_met:
            self._words_met.add(row.status)
            logger.warning("%s: unknown torrent status %r", self._client, row.status)
        return status
