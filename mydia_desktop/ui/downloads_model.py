"""The downloads as one table model, without a proxy: a batch goes in, what became of the rows comes out."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.ui.columns import COLUMNS, spoken, tip
from mydia_desktop.ui.filtering import Filter
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.naming import full_name
from mydia_desktop.ui.row import Format, Memory, Row
from mydia_desktop.ui.row_list import ROOT, RowListModel
from mydia_desktop.ui.rows import Rows
from mydia_desktop.ui.sort_order import Pace

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_TICKS_PER_MINUTE = 60


class DownloadsModel(RowListModel):
    """Every download of every client, and which of them the table shows."""

    about_to_change = Signal()
    """Rows may come, go and change places until ``changed``."""
    changed = Signal()
    filter_changed = Signal()
    """Another filter is in force; what it hides is gone already."""

    def __init__(
        self, *, clock: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.pace = Pace(monotonic)
        self._clock = clock
        self._format = Format(now=clock())
        self._rows = Rows()
        self._in_flight: Mapping[TransferKey, str] = {}
        self._on_screen = range(0)
        self._ticks = 0

    @property
    def total(self) -> int:
        """All rows, whatever the filter."""
        return len(self._rows)

    @property
    def filter(self) -> Filter:
        """The filter in force."""
        return self._rows.chosen

    @property
    def format(self) -> Format:
        """What cells are formatted with."""
        return self._format

    def transfer_at(self, row: int) -> Transfer:
        """The transfer of a row of the table."""
        return self._shown[row].transfer

    def row_of(self, key: TransferKey) -> int | None:
        """Where the transfer is in the table; None if it is not."""
        row = self._rows.find(key)
        return None if row is None else self.place_of(row)

    def find(self, key: TransferKey) -> Row | None:
        """The row of a transfer, shown or not."""
        return self._rows.find(key)

    def name_of(self, transfer: Transfer) -> str:
        """What a sentence calls a download: by what it is for, where that is known."""
        row = self._rows.find(transfer.key)
        return full_name(transfer, None if row is None else row.record)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """All columns, also those that the header hides."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].numeric else _LEFT
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell for screen readers, tool tips and copying; the delegate paints from the row itself."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row, self._format)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(column, row, self._format)
            case Qt.ItemDataRole.ToolTipRole:
                # Qt takes a tool tip for rich text where it looks like it, and names are not ours.
                text = escape(tip(column, row, self._format)).replace("\n", "<br>")
                return f"<p>{text}</p>" if text else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.numeric else _LEFT
            case _:
                return None

    def apply(self, update: Update) -> None:
        """Take what one answer changed, as one batch."""
        self._read_clock()
        self.about_to_change.emit()
        batch = self._rows.take(update)
        if self._in_flight:
            # A row that comes back under its key is a new row, but what was asked of it is still under way.
            for row in batch.touched:
                row.in_flight = self._in_flight.get(row.transfer.key, "")
        self.take_out(batch.leaving)
        self._follow_changes()
        self.bring_in(batch.arriving)
        self._announce(batch.touched)
        self.changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show what matches, at once."""
        if chosen == self._rows.chosen:
            return
        self.about_to_change.emit()
        wanted, leaving, arriving = self._rows.choose(chosen, self._shown)
        self.replace(wanted, leaving=leaving, arriving=arriving)
        self.filter_changed.emit()
        self.changed.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; the user asked for it, so nothing holds it back."""
        if not 0 <= column < len(COLUMNS):
            return  # Qt's way to say: in no order
        self.about_to_change.emit()
        self.replace(self._rows.sort_by(COLUMNS[column], descending=order == Qt.SortOrder.DescendingOrder))
        self.pace.reordered()
        self.changed.emit()

    def keep(self, keys: Collection[TransferKey]) -> None:
        """Let these (the selected) stay when they stop matching by themselves; others that stayed so far go."""
        if leaving := self._rows.keep(keys):
            self.about_to_change.emit()
            self.take_out(leaving)
            self.changed.emit()

    def set_in_flight(self, words: Mapping[TransferKey, str]) -> None:
        """Say what is under way in these rows, and in no others."""
        touched = set()
        for key in self._in_flight.keys() | words.keys():
            row, word = self._rows.find(key), words.get(key, "")
            if row is not None and row.in_flight != word:
                row.in_flight = word
                touched.add(row)
        self._in_flight = dict(words)
        self._announce(touched)

    def set_units(self, units: Units) -> None:
        """Say sizes and speeds in these."""
        self._format = replace(self._format, units=units, now=self._clock())
        self._announce(set(self._shown))

    def set_memory(self, memory: Memory) -> None:
        """Say how it stands with what is remembered: rows without a record read accordingly."""
        if memory is not self._format.memory:
            self._format = replace(self._format, memory=memory)
            self._announce(set(self._shown))

    def watch(self, rows: range) -> None:
        """Know which rows are on the screen: only these are announced one by one."""
        self._on_screen = rows

    def tick(self) -> None:
        """A second has passed: ages grow, and what waited for its turn may change places."""
        self._read_clock()
        self._ticks += 1
        visible = self._shown[self._on_screen.start : self._on_screen.stop]
        every_age = self._ticks % _TICKS_PER_MINUTE == 0
        self._announce({row for row in visible if every_age or not row.live})
        if self._rows.order_is_stale and self._may_move():
            self.about_to_change.emit()
            self._follow_changes()
            self.changed.emit()

    def _read_clock(self) -> None:
        self._format = replace(self._format, now=self._clock())

    def _may_move(self) -> bool:
        return self.pace.allows(volatile=self._rows.column.volatile)

    def _follow_changes(self) -> None:
        """Move the rows that belong elsewhere now, if rows may move."""
        if self._rows.order_is_stale and self._may_move() and (moves := self._rows.moves()):
            self.pace.reordered()
            self.move(moves)

    def _announce(self, touched: AbstractSet[Row]) -> None:
        """Say which rows look different: singly where they are seen, in one range above and one below."""
        seen = [place for place in self._on_screen if place < len(self._shown) and self._shown[place] in touched]
        ranges = [(place, place) for place in seen]
        if len(seen) < len(touched):
            ranges += [(0, self._on_screen.start - 1), (self._on_screen.stop, len(self._shown) - 1)]
        for first, last in ranges:
            if first <= last:
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
