"""All rows, and which of them are shown: what an update costs follows what changed, not what exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.ui.columns import COLUMNS, PLACE, Column, ColumnId
from mydia_desktop.ui.filtering import Filter, Matcher, matcher
from mydia_desktop.ui.row import Row, Source
from mydia_desktop.ui.sorted_rows import BY_NAME, BY_VALUE, Move, SortedRows


@dataclass(slots=True)
class Batch:
    """What one update did to the rows."""

    touched: set[Row] = field(default_factory=set)
    """They look different, or are new."""
    leaving: list[Row] = field(default_factory=list)
    """They were shown and no longer match, or no longer exist."""
    arriving: list[Row] = field(default_factory=list)
    """They were not shown and now match."""


class Rows:
    """The rows by key, and in the order in force."""

    def __init__(self) -> None:
        self.chosen = Filter()
        self.column = COLUMNS[PLACE[ColumnId.STATUS]]
        self._descending = False
        self._rows: dict[TransferKey, Row] = {}
        self._sources: dict[ClientId, Source] = {}
        self._by_name: list[Row] = []
        """All of them, nearly sorted by name: then every other order only has to sort by its own value."""
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
        self._take_changed(update.changed, batch)
        self._judge(batch)
        self._stale |= batch.touched
        return batch

    def choose(self, chosen: Filter) -> tuple[list[Row], list[Row]]:
        """Take another filter; returns the rows that leave and those that arrive. Kept ones leave too."""
        self.chosen = chosen
        self._match = match = matcher(chosen)
        self._dimmed.clear()
        leaving: list[Row] = []
        arriving: list[Row] = []
        for row in self._rows.values():
            row.dimmed = False
            row.matches = match is None or match(row.transfer, row.live, row.haystack)
            if row.matches is not row.shown:
                (arriving if row.matches else leaving).append(row)
        self._place_new(arriving)
        return leaving, arriving

    def keep(self, keys: Collection[TransferKey]) -> list[Row]:
        """Let these stay when they stop matching by themselves; returns those that stayed so far and now leave."""
        self._kept = frozenset(keys)
        leaving = [row for row in self._dimmed if row.transfer.key not in self._kept]
        self._dimmed.difference_update(leaving)
        for row in leaving:
            row.matches = row.dimmed = False
        return leaving

    def sort_by(self, column: Column, *, descending: bool) -> None:
        """Order by a column from now on, all rows at once."""
        self.column, self._descending = column, descending
        key = column.sort_key
        for row in self._rows.values():
            if row.matches:
                row.placed_value = key(row)
        self._stale.clear()

    def in_order(self) -> SortedRows:
        """What matches, in the order in force."""
        self._by_name.sort(key=BY_NAME)
        rows = [row for row in self._by_name if row.matches]
        rows.sort(key=BY_VALUE)
        return SortedRows(rows, descending=self._descending)

    @property
    def order_is_stale(self) -> bool:
        """Something changed that may change the order."""
        return bool(self._stale)

    def moves(self) -> list[Move]:
        """The shown rows whose place changes."""
        key = self.column.sort_key
        found = [
            Move(row, value, row.name_key)
            for row in self._stale
            if row.shown and ((value := key(row)) != row.placed_value or row.name_key != row.placed_name)
        ]
        self._stale.clear()
        return found

    def _take_removed(self, removed: Iterable[TransferKey], batch: Batch) -> None:
        gone = {row for key in removed if (row := self._rows.pop(key, None)) is not None}
        if not gone:
            return
        self._by_name = [row for row in self._by_name if row not in gone]
        self._stale -= gone
        self._dimmed -= gone
        batch.leaving.extend(row for row in gone if row.shown)

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
            rows = [row for row in self._by_name if row.transfer.key.client in flipped]
            for row in rows:
                if row.transfer.key.client in renamed:
                    row.prepare_texts()
            batch.touched.update(rows)
        for row in batch.touched:
            row.live = row.client.is_live(row.transfer.key)

    def _take_changed(self, changed: Mapping[TransferKey, Transfer], batch: Batch) -> None:
        rows, touched = self._rows, batch.touched
        for key, transfer in changed.items():
            row = rows.get(key)
            if row is None:
                row = rows[key] = Row(transfer, self._sources[key.client])
                self._by_name.append(row)
            else:
                texts_differ = row.texts_differ(transfer)
                row.transfer = transfer
                if texts_differ:
                    row.prepare_texts()
            touched.add(row)

    def _judge(self, batch: Batch) -> None:
        """Decide anew which of the touched rows are shown."""
        match = self._match
        for row in batch.touched:
            fits = match is None or match(row.transfer, row.live, row.haystack)
            if row.dimmed is fits or (not fits and row.shown):
                self._dim(row, fits=fits)
            row.matches = fits or row.dimmed
            if row.matches is not row.shown:
                (batch.arriving if row.matches else batch.leaving).append(row)
        self._place_new(batch.arriving)

    def _dim(self, row: Row, *, fits: bool) -> None:
        row.dimmed = not fits and row.shown and row.transfer.key in self._kept
        if row.dimmed:
            self._dimmed.add(row)
        else:
            self._dimmed.discard(row)

    def _place_new(self, arriving: Sequence[Row]) -> None:
        """Nobody sees where they were, so that their place is the right one at once."""
        key = self.column.sort_key
        for row in arriving:
            row.placed_value, row.placed_name = key(row), row.name_key
