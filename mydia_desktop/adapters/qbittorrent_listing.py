"""What qBittorrent lists, folded from its answers into transfers with keys that stay.

``sync/maindata`` keeps the base: it never contradicts itself. ``torrents/info`` of a few ids is newer for a moment
and lies on top; the next maindata takes it off again. Merged into the base it would drift: a value that goes
A, B, A between two deltas is no change to maindata, and B would stay for ever.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.adapters.qbittorrent_wire import (
    LogLine,
    Maindata,
    Row,
    ServerState,
    is_active,
    is_broken,
    is_state_known,
    patched,
    to_transfer,
)
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey

logger = logging.getLogger(__name__)

COMPLAINTS_KEPT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The difference one answer made."""

    changed: Mapping[TransferKey, Transfer]
    removed: frozenset[TransferKey]


class Listing:
    """The rows of one qBittorrent. ``transfers`` is what was last said of them, unchanged rows the same object."""

    def __init__(self, client: ClientId) -> None:
        self.transfers: dict[TransferKey, Transfer] = {}
        self.active: set[TransferKey] = set()
        """Rows that change by themselves; see ``is_active``."""
        self.server = ServerState()
        self.categories: frozenset[str] = frozenset()
        self.rid = 0
        """The answer that this is the fold of. A number lost on the way costs a repetition, never a change."""
        self._client = client
        self._base: dict[str, Row] = {}
        self._keys: dict[str, TransferKey] = {}  # by native id
        self._former: dict[str, str] = {}  # an id that became another: old to new
        self._overlaid: set[str] = set()
        self._broken: set[str] = set()
        self._complaints: deque[str] = deque(maxlen=COMPLAINTS_KEPT)
        self._words_met: set[str] = set()

    def apply(self, answer: Maindata) -> Change:
        """Fold a maindata answer in, wholly or not at all.

        Raises:
            msgspec.MsgspecError: some part of it can't be read; nothing was changed.
        """
        known = {} if answer.full_update else self._base
        rows = {
            native: patched(known[native], raw) if native in known else decode(raw, Row)
            for native, raw in answer.torrents.items()
        }
        self.server = patched(ServerState() if answer.full_update else self.server, answer.server_state)
        kept = frozenset() if answer.full_update else self.categories
        self.categories = (kept - frozenset(answer.categories_removed)) | answer.categories.keys()
        self.rid = answer.rid

        rows = self._joined(rows)
        touched = {native for native, row in rows.items() if self._base.get(native) != row}
        gone = self._base.keys() - rows.keys() if answer.full_update else set(answer.torrents_removed) - rows.keys()
        removed = frozenset(key for native in gone if (key := self._forget(native)))
        self._base.update(rows)
        for native in touched - self._keys.keys():
            self._keys[native] = TransferKey(self._client, native)
        touched |= self._overlaid & self._base.keys() | self._broken
        self._overlaid.clear()
        return Change(changed=self._show({native: self._base[native] for native in touched}), removed=removed)

    def overlay(self, rows: Mapping[str, Row]) -> Mapping[TransferKey, Transfer]:
        """Show these rows, by native id, until the next maindata; what is not in the base is not ours to show."""
        mine = {native: row for native, row in rows.items() if native in self._base}
        self._overlaid |= mine.keys()
        return self._show(mine)

    def hide(self, keys: Iterable[TransferKey]) -> None:
        """Take off rows that qBittorrent no longer has; should maindata know better, it brings them back."""
        for key in keys:
            if transfer := self.transfers.pop(key, None):
                self.active.discard(key)
                self._overlaid.add(transfer.native_id)

    def hear(self, lines: Iterable[LogLine]) -> None:
        """Remember what the log says of trouble: the only place with the reason of a failed torrent."""
        self._complaints.extend(line.message for line in lines if line.type >= 4)

    def native_ids(self, keys: Collection[TransferKey]) -> Mapping[str, TransferKey]:
        """What qBittorrent calls these rows now; a row it does not list is left out."""
        return {self.transfers[key].native_id: key for key in keys if key in self.transfers}

    def ids_of(self, *, v1: str | None, v2: str | None) -> set[str]:
        """What qBittorrent calls the rows with one of these infohashes."""
        rows = self.transfers.values()
        return {row.native_id for row in rows if (v1 and row.v1 == v1) or (v2 and row.v2 == v2)}

    def _joined(self, rows: dict[str, Row]) -> dict[str, Row]:
        """Hand the key of a hybrid on to its new id, and leave out the ghost of the old one.

        A hybrid added by its v1 hash is listed under that until its metadata comes, then under the beginning of
        its v2 hash. 4.5.2 says the old id was removed, 5.1 never does.
        """
        for native, row in rows.items():
            v1 = row.infohash_v1
            if native not in self._keys and v1 != native and v1 in self._keys:
                self._keys[native] = self._keys.pop(v1)
                self._former[v1] = native
                self._discard(v1)
        if not self._former:
            return rows
        current = self._base.keys() | rows.keys()
        return {native: row for native, row in rows.items() if self._former.get(native) not in current}

    def _discard(self, native: str) -> None:
        self._base.pop(native, None)
        self._broken.discard(native)
        self._overlaid.discard(native)

    def _forget(self, native: str) -> TransferKey | None:
        """Drop a row; None if it was none, or a ghost already."""
        key = self._keys.pop(native, None)
        self._discard(native)
        if key:
            self.transfers.pop(key, None)
            self.active.discard(key)
        return key

    def _show(self, rows: Mapping[str, Row]) -> Mapping[TransferKey, Transfer]:
        """Rebuild the transfers of these rows; return those that look different now."""
        changed = {}
        for native, row in rows.items():
            key = self._keys[native]
            before = self.transfers.get(key)
            now = to_transfer(key, native, row, before=before, error=self._reason(row) if is_broken(row) else None)
            if now != before:
                self.transfers[key] = changed[key] = now
            (self.active.add if is_active(row) else self.active.discard)(key)
            (self._broken.add if is_broken(row) else self._broken.discard)(native)
            if not is_state_known(row.state) and row.state not in self._words_met:
                self._words_met.add(row.state)
                logger.warning("%s: unknown torrent state %r", self._client, row.state)
        return changed

    def _reason(self, row: Row) -> str | None:
        """The last complaint that names the torrent; log lines quote names in every language."""
        return next((line for line in reversed(self._complaints) if f'"{row.name}"' in line), None)
