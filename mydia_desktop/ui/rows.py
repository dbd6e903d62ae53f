"""All rows, which of them are shown, and in which order: plain lists that cost what changed, not what exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.ui.columns import COLUMNS, PLACE, Column, ColumnId
from mydia_desktop.ui.filtering import Filter, Matcher, matcher
from mydia_desktop.ui.row import Row, Source

_BY_NAME = attrgetter("name_key")
_BY_KEY = attrgetter("sort_key")


@dataclass(slots=True)
class Batch:
    """What one update did to the rows."""

    touched: set[Row] = field(default_factory=set)
    """They look different, or are new."""
    leaving: list[Row] = field(default_factory=list)
    """They were shown and no longer are."""
    arriving: bool = False
    """Some were not shown and now are."""


class Rows:
    """The rows by key; sorted by name beneath, so that every other order only has to sort by its own key."""

    def __init__(self) -> None:
        self.chosen = Filter()
        self.column = COLUMNS[PLACE[ColumnId.STATUS]]
        self.descending = False
        self._rows: dict[TransferKey, Row] = {}
        self._sources: dict[ClientId, Source] = {}
        self._by_name: list[Row] = []
        self._match: Matcher | None = None
        self._kept: frozenset[TransferKey] = frozenset()
        self._dimmed: set[Row] = set()
        self._stale: set[Row] = set()
        """They changed since their sort key was computed."""
        self._renamed = False

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, key: TransferKey) -> Row | None:
        """The row of a transfer, shown or not."""
        return self._rows.get(key)

    def take(self, update: Update) -> Batch:
        """Fold an update in. The order stays until ``renew_order``; new rows already have their place in it."""
        batch = Batch()
        self._take_removed(update.removed, batch)
        if update.clients is not None:
            self._take_clients(update.clients, batch)
        self._take_changed(update.changed, batch)
        self._judge(batch)
        self._stale |= batch.touched
        return batch

    def choose(self, chosen: Filter) -> None:
        """Show what matches; rows that stayed only because they were kept go too."""
        self.chosen = chosen
        self._match = match = matcher(chosen)
        self._dimmed.clear()
        for row in self._by_name:
            row.dimmed = False
            row.matches = match is None or match(row.transfer, row.live, row.haystack)

    def keep(self, keys: Collection[TransferKey]) -> list[Row]:
        """Let these stay when they stop matching by themselves; returns those that stayed so far and now leave."""
        self._kept = frozenset(keys)
        leaving = [row for row in self._dimmed if row.transfer.key not in self._kept]
        self._dimmed.difference_update(leaving)
        for row in leaving:
            row.matches = row.dimmed = False
        return leaving

    def sort_by(self, column: Column, *, descending: bool) -> None:
        """Order by a column from now on."""
        self.column, self.descending = column, descending
        key = column.sort_key
        for row in self._by_name:
            row.sort_key = key(row)
        self._stale.clear()

    @property
    def order_is_stale(self) -> bool:
        """Something changed that may change the order."""
        return bool(self._stale)

    def renew_order(self) -> bool:
        """Compute the sort keys of what changed; returns whether that changes the order."""
        changed, self._renamed = self._renamed, False
        key = self.column.sort_key
        for row in self._stale:
            new = key(row)
            if new != row.sort_key:
                row.sort_key = new
                changed = True
        self._stale.clear()
        return changed

    def ordered(self) -> list[Row]:
        """What is shown, by the sort key and then by name."""
        rows = [row for row in self._by_name if row.matches]
        rows.sort(key=_BY_KEY, reverse=self.descending)
        return rows

    def _take_removed(self, removed: Iterable[TransferKey], batch: Batch) -> None:
        gone = {row for key in removed if (row := self._rows.pop(key, None)) is not None}
        if not gone:
            return
        self._by_name = [row for row in self._by_name if row not in gone]
        self._stale -= gone
        self._dimmed -= gone
        for row in gone:
            row.matches = False
            if row.position >= 0:
                batch.leaving.append(row)

    def _take_clients(self, clients: Mapping[ClientId, ClientState], batch: Batch) -> None:
        flipped: set[ClientId] = set()
        for client, state in clients.items():
            source = self._sources.setdefault(client, Source(state))
            before, source.state = source.state, state
            if before.live != state.live or before.name != state.name:
                flipped.add(client)
            else:
                doubtful = before.unconfirmed ^ state.unconfirmed
                batch.touched.update(self._rows[key] for key in doubtful if key in self._rows)
        if flipped:
            rows = [row for row in self._by_name if row.transfer.key.client in flipped]
            for row in rows:
                row.prepare_texts()
            batch.touched.update(rows)
        for row in batch.touched:
            row.live = row.client.is_live(row.transfer.key)

    def _take_changed(self, changed: Mapping[TransferKey, Transfer], batch: Batch) -> None:
        rows, key_of, renamed = self._rows, self.column.sort_key, False
        new: list[Row] = []
        for key, transfer in changed.items():
            row = rows.get(key)
            if row is None:
                row = rows[key] = Row(transfer, self._sources[key.client])
                row.sort_key = key_of(row)
                new.append(row)
            else:
                texts_differ = row.texts_differ(transfer)
                renamed = renamed or row.transfer.name != transfer.name
                row.transfer = transfer
                if texts_differ:
                    row.prepare_texts()
            batch.touched.add(row)
        if new or renamed:
            self._by_name.extend(new)
            self._by_name.sort(key=_BY_NAME)
            self._renamed |= renamed

    def _judge(self, batch: Batch) -> None:
        """Decide anew which of the touched rows are shown."""
        match = self._match
        for row in batch.touched:
            fits = match is None or match(row.transfer, row.live, row.haystack)
            if fits:
                if row.dimmed:
                    row.dimmed = False
                    self._dimmed.discard(row)
            elif row.position >= 0 and row.transfer.key in self._kept:
                row.dimmed = True
                self._dimmed.add(row)
            row.matches = fits or row.dimmed
            if row.matches:
                batch.arriving = batch.arriving or row.position < 0
            elif row.position >= 0:
                batch.leaving.append(row)
