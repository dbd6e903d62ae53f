"""All rows, and which of them are shown: what an update costs follows what changed, not what exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mydia_desktop.domain.record import Record
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.ui.columns import COLUMNS, PLACE, Column, ColumnId
from mydia_desktop.ui.filtering import Filter, Matcher, matcher
from mydia_desktop.ui.row import Row, Source
from mydia_desktop.ui.sorted_rows import BY_BOTH, Move, SortedRows, sort_by_value


@dataclass(slots=True)
class Batch:
    """What one update did to the rows."""

    touched: set[Row] = field(default_factory=set)
    """They look different, or are new."""
    leaving: list[Row] = field(default_factory=list)
    """They were shown and no longer match, or no longer exist."""
    arriving: list[Row] = field(default_factory=list)
    """They were not shown and now match."""


class Replacement(NamedTuple):
    """What another filter does to the rows."""

    wanted: SortedRows
    leaving: list[Row]
    arriving: list[Row]


class Rows:
    """The rows by key, and in the order in force."""

    def __init__(self) -> None:
        self.chosen = Filter()
        self.column = COLUMNS[PLACE[ColumnId.STATUS]]
        self._descending = False
        self._rows: dict[TransferKey, Row] = {}
        self._sources: dict[ClientId, Source] = {}
        self._by_order: list[Row] = []
        """All of them as they were last put in order, and new ones behind."""
        self._order_changed = False
        """Since then."""
        self._match: Matcher | None = None
        self._kept: Collection[TransferKey] = ()
        self._dimmed: set[Row] = set()
        self._stale: set[Row] = set()
        """They changed since they were put in order."""

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, key: TransferKey) -> Row | None:
        """The row of a transfer, shown or not."""
        return self._rows.get(key)

    def take(self, update: Update) -> Batch:
        """Fold an update in. Rows that are shown keep their place until ``moves`` is asked."""
        batch = Batch()
        self._take_removed(update.removed, batch)
        if update.clients is not None:
            self._take_clients(update.clients, batch)
        self._take_changed(update.changed, update.records, batch)
        self._judge(batch)
        self._stale |= batch.touched
        return batch

    def choose(self, chosen: Filter, shown: Sequence[Row]) -> Replacement:
        """Take another filter, given what is shown. Rows that were only kept leave too."""
        self._place_hidden(row for row in self._stale if not row.matches)
        self._renew_by_order(shown)
        self.chosen = chosen
        self._match = match = matcher(chosen)
        for row in self._dimmed:
            row.dimmed = False
        self._dimmed.clear()
        if match is None:
            wanted = self._by_order.copy()
        else:
            wanted = [row for row in self._by_order if match(row.transfer, row.live, row.record, row.haystack)]
        arriving = [row for row in wanted if not row.matches]
        for row in shown:
            row.matches = False
        for row in wanted:
            row.matches = True
        leaving = [row for row in shown if not row.matches]
        return Replacement(SortedRows(wanted, descending=self._descending), leaving, arriving)

    def keep(self, keys: Collection[TransferKey]) -> list[Row]:
        """Let these stay when they stop matching by themselves; returns those that stayed so far and now leave."""
        self._kept = frozenset(keys)
        leaving = [row for row in self._dimmed if row.transfer.key not in self._kept]
        self._dimmed.difference_update(leaving)
        for row in leaving:
            row.matches = row.dimmed = False
        return leaving

    def sort_by(self, column: Column, *, descending: bool) -> SortedRows:
        """Order by a column from now on, all rows at once; returns those that match."""
        self.column, self._descending = column, descending
        key = column.sort_key
        for row in self._stale:
            row.placed_name = row.name_key
        # From the first to the last as they came: they lie one after the other in memory.
        self._by_order = list(self._rows.values())
        for row in self._by_order:
            row.placed_value = key(row)
        self._stale.clear()
        values = sort_by_value(self._by_order)
        self._order_changed = False
        if self._match is None:
            return SortedRows(self._by_order.copy(), descending=descending, values=values)
        return SortedRows([row for row in self._by_order if row.matches], descending=descending)

    @property
    def order_is_stale(self) -> bool:
        """Something changed that may change the order."""
        return bool(self._stale)

    def moves(self) -> list[Move]:
        """The shown rows whose place changes; what is hidden changes places unseen."""
        key = self.column.sort_key
        found: list[Move] = []
        for row in self._stale:
            value = key(row)
            if value != row.placed_value or row.name_key != row.placed_name:
                move = Move(row, value, row.name_key)
                self._order_changed = True
                if row.matches:
                    found.append(move)
                else:
                    move.apply()
        self._stale.clear()
        return found

    def _renew_by_order(self, shown: Sequence[Row]) -> None:
        if self._match is None:
            self._by_order = list(reversed(shown) if self._descending else shown)
        elif self._order_changed:
            self._by_order.sort(key=BY_BOTH)
        self._order_changed = False

    def _take_removed(self, removed: Iterable[TransferKey], batch: Batch) -> None:
        gone = {row for key in removed if (row := self._rows.pop(key, None)) is not None}
        if not gone:
            return
        self._by_order = [row for row in self._by_order if row not in gone]
        self._stale -= gone
        self._dimmed -= gone
        for row in gone:
            if row.matches:
                row.matches = False
                batch.leaving.append(row)

    def _take_clients(self, clients: Mapping[ClientId, ClientState], batch: Batch) -> None:
        flipped: set[ClientId] = set()
        renamed: set[ClientId] = set()
        for client, state in clients.items():
            source = self._sources.setdefault(client, Source(state))
            before, source.state = source.state, state
            if before.name != state.name:
                renamed.add(client)
            if before.live != state.live or before.name != state.name:
                flipped.add(client)
            elif before.unconfirmed is not state.unconfirmed:
                doubtful = before.unconfirmed ^ state.unconfirmed
                batch.touched.update(self._rows[key] for key in doubtful if key in self._rows)
        if flipped:
            rows = [row for row in self._by_order if row.transfer.key.client in flipped]
            for row in rows:
                if row.transfer.key.client in renamed:
                    row.prepare_texts()
            batch.touched.update(rows)
        for row in batch.touched:
            row.live = row.client.is_live(row.transfer.key)

    def _take_changed(
        self, changed: Mapping[TransferKey, Transfer], records: Mapping[TransferKey, Record], batch: Batch
    ) -> None:
        rows, touched = self._rows, batch.touched
        for key, transfer in changed.items():
            row, record = rows.get(key), records.get(key)
            if row is None:
                row = rows[key] = Row(transfer, self._sources[key.client], record)
                self._by_order.append(row)
                self._order_changed = True
            else:
                row.take(transfer, record)
            touched.add(row)

    def _judge(self, batch: Batch) -> None:
        """Decide anew which of the touched rows are shown."""
        match = self._match
        if match is None:
            batch.arriving = [row for row in batch.touched if not row.matches]
            for row in batch.arriving:
                row.matches = True
            self._place_hidden(batch.arriving)
            return
        for row in batch.touched:
            fits = match(row.transfer, row.live, row.record, row.haystack)
            if row.dimmed is fits or (row.matches and not fits):
                self._dim(row, fits=fits)
            before, row.matches = row.matches, fits or row.dimmed
            if row.matches is not before:
                (batch.arriving if row.matches else batch.leaving).append(row)
        self._place_hidden(batch.arriving)

    def _dim(self, row: Row, *, fits: bool) -> None:
        row.dimmed = not fits and row.matches and row.transfer.key in self._kept
        if row.dimmed:
            self._dimmed.add(row)
        else:
            self._dimmed.discard(row)

    def _place_hidden(self, rows: Iterable[Row]) -> None:
        """Nobody sees where they were, so that their place is the right one at once."""
        key = self.column.sort_key
        for row in rows:
            row.placed_value, row.placed_name = key(row), row.name_key
            self._order_changed = True
