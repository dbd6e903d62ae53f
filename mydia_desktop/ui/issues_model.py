"""The downloads that need attention, as a table for Qt: heads and rows in one list."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui import cells, client_words
from mydia_desktop.ui.filtering import Filter
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.gone_lines import GoneEntry, names_of
from mydia_desktop.ui.issue_groups import GroupId
from mydia_desktop.ui.issue_lines import Entry, Head, IssueLines, Line, More
from mydia_desktop.ui.issue_words import (
    Fix,
    fix_name,
    fix_of,
    head_detail,
    head_title,
    is_import_issue,
    more_text,
    next_import,
    what_became,
    what_is_wrong,
)
from mydia_desktop.ui.row import Format, Memory
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.workflows.importing.standing import ImportStanding

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_FEW_RANGES = 16
"""More ranges than this cost Qt more, one by one, than a change of the whole layout."""

ROOT = QModelIndex()


class IssueColumn(IntEnum):
    """The columns, from the start."""

    NAME = 0
    STATUS = 1
    HAPPENED = 2
    PROGRESS = 3
    CLIENT = 4
    FIX = 5


class IssuesModel(QAbstractTableModel):
    """Never reset: lines come, go and change places, and those that stay keep selection and place."""

    def __init__(self) -> None:
        super().__init__()
        self._issues = IssueLines()
        self._lines: list[Line] = []
        self.format = Format(now=time.time())

    @property
    def count(self) -> int:
        """The downloads that need attention and fit the filter, also those folded away."""
        return self._issues.count

    @property
    def gone(self) -> int:
        """Of those, the ones that their clients answered without; they are no rows."""
        return self._issues.gone

    def apply(self, update: Update) -> None:
        """Take in what changed, in one batch."""
        self.format = replace(self.format, now=time.time())
        if self._issues.apply(update):
            self._show()

    def set_filter(self, chosen: Filter) -> None:
        """Show only what fits; its view does not matter."""
        self._issues.choose(chosen)
        self._show()

    def set_in_flight(self, words: Mapping[TransferKey, str]) -> None:
        """Say of these downloads what was asked and is not confirmed yet."""
        self._issues.set_in_flight(words)
        self._tell_all()

    def set_imports(self, standings: Mapping[RecordId, ImportStanding]) -> None:
        """How it stands with the imports that are not done: those of which a person should know are issues."""
        self._issues.set_imports({record: each for record, each in standings.items() if is_import_issue(each)})
        self._show()

    @property
    def imports(self) -> int:
        """How many imports are issues, whether they are shown or not."""
        return self._issues.imports

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self.format = replace(self.format, units=units)
        self._tell_all()

    def set_memory(self, memory: Memory) -> None:
        """Say how it stands with what is remembered: rows without a record read accordingly."""
        self.format = replace(self.format, memory=memory)
        self._tell_all()

    def tick(self, now: float) -> None:
        """Let the ages go on."""
        self.format = replace(self.format, now=now)
        self._tell_all()

    def fold(self, group: GroupId, *, folded: bool) -> None:
        """Fold a group's rows away, or show them again."""
        self._issues.fold(group, folded=folded)
        self._show()

    def show_more(self, group: GroupId) -> None:
        """Show the next rows of a group too."""
        self._issues.show_more(group)
        self._show()

    def show_fewer(self, group: GroupId) -> None:
        """Show only the first rows of a group again."""
        self._issues.show_fewer(group)
        self._show()

    def line_at(self, place: int) -> Line:
        """The line with this number."""
        return self._lines[place]

    def place_of(self, line: Line) -> int | None:
        """Where this line is now, if it still is."""
        return self._lines.index(line) if line in self._lines else None

    def state_of(self, group: GroupId) -> ClientState | None:
        """The client a group is about, if it is about one."""
        client = group.client or group.gone
        return self._issues.states.get(client) if client is not None else None

    def title(self, head: Head) -> str:
        """What the head says first."""
        return head_title(head.group, self.state_of(head.group))

    def detail(self, head: Head) -> str:
        """What the head says after it."""
        return head_detail(head.group, self.state_of(head.group), head.count, self.format.now)

    def more_text(self, more: More) -> str:
        """What the line says that offers to show more."""
        state = self.state_of(more.group) if more.group.gone is None else None
        return more_text(state, more.step, more.hidden)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """All lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """Six; a head stands in the first and is painted over all."""
        return 0 if parent.isValid() else len(IssueColumn)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Heads can be walked to, but not selected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._lines[index.row()], Entry | GoneEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            IssueColumn.NAME: translate("Issues", "Name"),
            IssueColumn.STATUS: translate("Issues", "Status"),
            IssueColumn.HAPPENED: translate("Issues", "What happened"),
            IssueColumn.PROGRESS: translate("Issues", "Progress"),
            IssueColumn.CLIENT: translate("Issues", "Client"),
            IssueColumn.FIX: translate("Issues", "Suggested fix"),
        }[IssueColumn(section)]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text for the eye, the ear, and the tool tip."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], IssueColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._tip(line, column)) if isinstance(line, Entry | GoneEntry) else None
            case _:
                return None

    def _text(self, line: Line, column: IssueColumn) -> str:
        if isinstance(line, Entry):
            return self._entry_text(line, column)
        if isinstance(line, GoneEntry):
            return self.gone_text(line, column)
        if column is not IssueColumn.NAME:
            return ""
        return self.more_text(line) if isinstance(line, More) else f"{self.title(line)}. {self.detail(line)}"

    def _entry_text(self, entry: Entry, column: IssueColumn) -> str:
        row = entry.row
        match column:
            case IssueColumn.NAME:
                return cells.name(row, self.format)
            case IssueColumn.STATUS:
                return cells.status(row, self.format)
            case IssueColumn.HAPPENED:
                return "\n".join(filter(None, what_is_wrong(entry, self.format)))
            case IssueColumn.PROGRESS:
                return cells.progress(row, self.format)
            case IssueColumn.CLIENT:
                return client_words.name(row.client)
            case IssueColumn.FIX:
                fix = fix_of(entry)
                return fix_name(fix) if fix is not None else ""

    def gone_text(self, entry: GoneEntry, column: IssueColumn) -> str:
        """What a cell says of a record without a row."""
        match column:
            case IssueColumn.NAME:
                return "\n".join(names_of(entry.record))
            case IssueColumn.STATUS:
                return translate("Issues", "Gone")
            case IssueColumn.HAPPENED:
                return "\n".join(what_became(entry, self.format))
            case IssueColumn.CLIENT:
                return client_words.name(entry.client)
            case IssueColumn.FIX:
                return fix_name(Fix.SEND_AGAIN)
            case IssueColumn.PROGRESS:
                return ""  # nobody knows

    def _tip(self, line: Line, column: IssueColumn) -> str:
        if isinstance(line, Entry) and column is IssueColumn.NAME:
            return "\n".join(
                filter(None, (cells.name(line.row, self.format), cells.release_line(line.row, self.format)))
            )
        if isinstance(line, Entry) and line.standing is not None and column is IssueColumn.HAPPENED:
            return f"{self._text(line, column)}\n{next_import(line.standing, self.format)}"
        return self._text(line, column)

    def _spoken(self, line: Line, column: IssueColumn) -> str:
        if isinstance(line, Entry):
            match column:
                case IssueColumn.NAME:
                    return cells.names_spoken(line.row, self.format)
                case IssueColumn.STATUS:
                    return cells.status_spoken(line.row, self.format)
                case IssueColumn.PROGRESS:
                    return cells.progress_spoken(line.row, self.format)
                case _:
                    return self._entry_text(line, column).replace("\n", ", ")
        if isinstance(line, GoneEntry):
            return self.gone_text(line, column).replace("\n", ", ")
        text = self._text(line, column)
        if isinstance(line, Head) and text:
            state = translate("Issues", "folded") if line.folded else translate("Issues", "unfolded")
            return f"{text} {state}"
        return text

    def _tell_all(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(IssueColumn) - 1))

    def _show(self) -> None:
        """Make the lines those wanted, and say that any may read differently."""
        wanted = self._issues.lines
        if wanted != self._lines:
            staying = set(wanted)
            self._take_out([place for place, line in enumerate(self._lines) if line not in staying])
            self._bring_in(wanted)
        self._tell_all()

    def _take_out(self, places: list[int]) -> None:
        ranges = list(_ranges(places))
        if len(ranges) > _FEW_RANGES:
            leaving = set(places)
            staying = [line for place, line in enumerate(self._lines) if place not in leaving]
            self._lay_out(staying + [self._lines[place] for place in places])
            ranges = [(len(staying), len(self._lines) - 1)]
        for first, last in reversed(ranges):
            self.beginRemoveRows(ROOT, first, last)
            del self._lines[first : last + 1]
            self.endRemoveRows()

    def _bring_in(self, wanted: list[Line]) -> None:
        here = set(self._lines)
        staying = [line for line in wanted if line in here]
        if staying != self._lines:
            self._lay_out(staying)
        ranges = list(_ranges([place for place, line in enumerate(wanted) if line not in here]))
        if len(ranges) > _FEW_RANGES:
            self.beginInsertRows(ROOT, len(staying), len(wanted) - 1)
            self._lines = staying + [line for line in wanted if line not in here]
            self.endInsertRows()
            self._lay_out(list(wanted))
            return
        for first, last in ranges:
            self.beginInsertRows(ROOT, first, last)
            self._lines[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _lay_out(self, order: list[Line]) -> None:
        """Put the same lines in another order; what Qt remembers of them follows."""
        # Without arguments: with a hint PySide6 6.11 raises, or crashes inside a virtual.
        self.layoutAboutToBeChanged.emit()
        remembered = self.persistentIndexList()
        places = {line: place for place, line in enumerate(order)}
        moved = [self.index(places[self._lines[index.row()]], index.column()) for index in remembered]
        self._lines = order
        self.changePersistentIndexList(remembered, moved)
        self.layoutChanged.emit()


def _ranges(places: list[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as (first, last) of each unbroken run."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] != places[end - 1] + 1:
            yield places[start], places[end - 1]
            start = end
