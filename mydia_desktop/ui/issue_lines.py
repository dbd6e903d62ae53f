"""The lines of the Issues view: heads, the downloads below them, and what offers to show more of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeAlias

from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.ui.filtering import Filter, View, haystack, matcher
from mydia_desktop.ui.gone_lines import GoneEntry, GoneLines
from mydia_desktop.ui.issue_groups import IMPORTS, GroupId, IssueGroups
from mydia_desktop.ui.naming import name_key, title
from mydia_desktop.ui.row import Row, Source
from mydia_desktop.ui.sort_order import STATUS_ORDER
from mydia_desktop.workflows.importing.standing import ImportStanding

FIRST_NOT_LIVE = 3
"""So many rows of a silent client are shown unless more are wanted; one cause stands over all of them."""
FIRST_OF_STATUS = 200
MORE = 500
"""So many are added at a time: nobody reads a list of fifty thousand failures, but the window would wait for it."""


@dataclass(slots=True, eq=False)
class Head:
    """The title of a group; lives as long as the group has rows."""

    group: GroupId
    count: int = 0
    folded: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """One download."""

    row: Row
    standing: ImportStanding | None = None
    """How it stands with its import, where that is the issue."""


@dataclass(slots=True, eq=False)
class More:
    """Below the first rows of a group that has many."""

    group: GroupId
    hidden: int = 0
    """How many more there are; 0 if all are shown, and it leads back."""

    @property
    def step(self) -> int:
        """How many it brings."""
        return min(self.hidden, MORE)


Line: TypeAlias = Head | Entry | GoneEntry | More


class IssueLines:
    """All lines from the top. A line keeps its identity, so that two lists of lines can be compared."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._groups = IssueGroups()
        self._gone = GoneLines()
        self._chosen = Filter()
        self._in_flight: Mapping[TransferKey, str] = {}
        self._sources: dict[ClientId, Source] = {}
        self._records: dict[TransferKey, Record] = {}
        self._keys: dict[RecordId, TransferKey] = {}
        self._standings: Mapping[RecordId, ImportStanding] = {}
        """Of the records whose import is an issue."""
        self._heads: dict[GroupId, Head] = {}
        self._mores: dict[GroupId, More] = {}
        self._entries: dict[tuple[TransferKey, bool], Entry] = {}
        """By key, and whether its import is the issue."""
        self._shown: dict[GroupId, list[Transfer]] = {}
        self._gone_shown: dict[GroupId, list[GoneEntry]] = {}
        self._folded: set[GroupId] = set()
        self._wanted: dict[GroupId, int] = {}
        """How many rows of a group are shown, where that is more than the first."""

    @property
    def states(self) -> Mapping[ClientId, ClientState]:
        """How we stand with the clients."""
        return self._groups.states

    @property
    def count(self) -> int:
        """The downloads that need attention, shown or folded away."""
        return sum(head.count for head in self._heads.values())

    @property
    def gone(self) -> int:
        """Of those, the ones that their clients answered without."""
        return sum(head.count for group, head in self._heads.items() if group.gone is not None)

    @property
    def imports(self) -> int:
        """The rows whose import is an issue, whatever the filter."""
        return len(self._not_imported())

    def apply(self, update: Update) -> bool:
        """Fold an update in; returns whether the lines, or what they say, may have changed."""
        self._take_records(update)
        affected = self._groups.apply(update)
        if self._standings:
            affected.add(IMPORTS)
        for client, state in (update.clients or {}).items():
            self._sources.setdefault(client, Source(state)).state = state
        if update.gone is not None:
            affected |= set(self._gone.order)
            self._gone.take(update.gone)
            affected |= set(self._gone.order)
        if affected:
            self._list(affected)
        return bool(affected) or update.clients is not None

    def choose(self, chosen: Filter) -> None:
        """Show only what fits; the view counts as Issues, whichever it is."""
        self._chosen = chosen
        self._list({*self._gone.order, *self._groups.order})

    def set_in_flight(self, words: Mapping[TransferKey, str]) -> None:
        """What was asked of these downloads and is not confirmed."""
        self._in_flight = words
        for entry in self._entries.values():
            entry.row.in_flight = words.get(entry.row.transfer.key, "")

    def set_imports(self, standings: Mapping[RecordId, ImportStanding]) -> None:
        """These imports are an issue now, and no others."""
        if standings != self._standings:
            self._standings = standings
            self._list({IMPORTS})

    def fold(self, group: GroupId, *, folded: bool) -> None:
        """Fold a group's rows away, or show them again."""
        (self._folded.add if folded else self._folded.discard)(group)
        self._list({group})

    def show_more(self, group: GroupId) -> None:
        """Show the next rows of a group too."""
        self._wanted[group] = self._listed(group) + MORE
        self._list({group})

    def show_fewer(self, group: GroupId) -> None:
        """Show only the first rows of a group again."""
        self._wanted.pop(group, None)
        self._list({group})

    def _list(self, affected: set[GroupId]) -> None:
        for group in affected:
            if group.gone is not None:
                self._list_gone(group)
            else:
                self._list_group(group)
        lines: list[Line] = []
        for group in (*self._gone.order, *self._groups.order):
            head = self._heads.get(group)
            if head is None:
                continue
            lines.append(head)
            if not head.folded:
                lines.extend(self._gone_shown.get(group, ()))
                lines.extend(self._entry(row, group) for row in self._shown.get(group, ()))
                if more := self._mores.get(group):
                    lines.append(more)
        self.lines = lines
        self._entries = {
            (line.row.transfer.key, line.standing is not None): line for line in lines if isinstance(line, Entry)
        }
        self._gone.keep(line for line in lines if isinstance(line, GoneEntry))

    def _list_gone(self, group: GroupId) -> None:
        members = self._gone.members(group, self._chosen, self.states)
        if not members:
            self._drop(group)
            return
        shown = members[: self._wanted.get(group, FIRST_OF_STATUS)]
        self._gone_shown[group] = shown
        self._head(group, len(members), shown=len(shown), first=FIRST_OF_STATUS)

    def _list_group(self, group: GroupId) -> None:
        known = group.client is None or group.client in self.states
        members = self._fitting(group) if known else []
        if not members:
            self._drop(group)
            # What is said of a silent client is over when it answers; a status group stays as it was left.
            if group.client is not None:
                self._wanted.pop(group, None)
                self._folded.discard(group)
            return
        first = FIRST_OF_STATUS if group.client is None else FIRST_NOT_LIVE
        # Which rows come first is decided roughly, because the digits of fifty thousand names are dear; how those
        # that are shown stand, is decided exactly.
        shown = nsmallest(self._wanted.get(group, first), members, self._roughly)
        self._shown[group] = sorted(shown, key=self._exactly)
        self._head(group, len(members), shown=len(shown), first=first)

    def _head(self, group: GroupId, count: int, *, shown: int, first: int) -> None:
        """The group's head, and below its rows what brings more of them if it has more than ``first``."""
        head = self._heads.setdefault(group, Head(group))
        head.count, head.folded = count, group in self._folded
        if count > first:
            self._mores.setdefault(group, More(group)).hidden = count - shown
        else:
            self._mores.pop(group, None)

    def _drop(self, group: GroupId) -> None:
        """The group has no rows."""
        self._heads.pop(group, None)
        self._mores.pop(group, None)
        self._shown.pop(group, None)
        self._gone_shown.pop(group, None)

    def _listed(self, group: GroupId) -> int:
        """How many rows of the group are shown."""
        return len(self._shown.get(group, ())) + len(self._gone_shown.get(group, ()))

    def _fitting(self, group: GroupId) -> list[Transfer]:
        """The members that the filter lets through."""
        members = self._not_imported() if group.imports else list(self._groups.members(group))
        # Two steps, because few rows pass the first and a haystack is dear.
        first = matcher(
            Filter(
                statuses=self._chosen.statuses,
                not_live=self._chosen.not_live,
                clients=self._chosen.clients,
                categories=self._chosen.categories,
                media=self._chosen.media,
            )
        )
        live, records = group.client is None, self._records
        if first is not None:
            members = [row for row in members if first(row, live, records.get(row.key), "")]
        second = matcher(Filter(view=View.ALL, text=self._chosen.text))
        if second is not None:
            names = {client: state.name for client, state in self.states.items()}
            members = [
                row
                for row in members
                if second(row, live, None, haystack(row, records.get(row.key), names[row.key.client]))
            ]
        return members

    def _not_imported(self) -> list[Transfer]:
        """What has a row: of what its client does not list at all something else is said."""
        keys = [self._keys[record] for record in self._standings if record in self._keys]
        return [row for key in keys if (row := self._groups.row(key)) is not None]

    def _entry(self, transfer: Transfer, group: GroupId) -> Entry:
        record = self._records.get(transfer.key)
        entry = self._entries.get((transfer.key, group.imports))
        if entry is None:
            entry = Entry(Row(transfer, self._sources[transfer.key.client], record))
            entry.row.in_flight = self._in_flight.get(transfer.key, "")
        row = entry.row
        row.take(transfer, record)
        row.live = row.client.is_live(transfer.key)
        entry.standing = self._standings[record.id] if group.imports and record is not None else None
        return entry

    def _take_records(self, update: Update) -> None:
        lost = set(update.removed)
        if self._records:
            lost |= update.changed.keys() - update.records.keys()
        for key in lost:
            record = self._records.pop(key, None)
            if record is not None and self._keys.get(record.id) == key:
                del self._keys[record.id]
        self._records.update(update.records)
        self._keys.update((record.id, key) for key, record in update.records.items())

    def _roughly(self, transfer: Transfer) -> tuple[int, str]:
        return STATUS_ORDER[transfer.status], title(transfer, self._records.get(transfer.key)).lower()

    def _exactly(self, transfer: Transfer) -> tuple[int, str]:
        entry, record = self._entries.get((transfer.key, False)), self._records.get(transfer.key)
        # An issue that changes every second must not cost its names' digits every second.
        known = entry is not None and entry.row.record is record and entry.row.transfer.name == transfer.name
        key = entry.row.name_key if entry is not None and known else name_key(transfer, record)
        return STATUS_ORDER[transfer.status], key
