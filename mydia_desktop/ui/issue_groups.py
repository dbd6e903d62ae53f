"""Which downloads need attention, by what is wrong: their client first, then what it says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.ui.filtering import ISSUE_STATUSES

STATUS_GROUPS = (Status.FAILED, Status.MISSING, Status.STALLED)
"""The worst first."""


class GroupId(NamedTuple):
    """A client whose rows are not live, a status, a client that lost records, or what could not be imported.

    Exactly one of the four; the rows of a status are live.
    """

    client: ClientId | None = None
    status: Status | None = None
    gone: ClientId | None = None
    imports: bool = False


IMPORTS = GroupId(imports=True)


@dataclass(slots=True, eq=False)
class _Shelf:
    """What one client has, and which of it would be an issue if it is live."""

    rows: dict[TransferKey, Transfer] = field(default_factory=dict)
    issues: dict[Status, dict[TransferKey, Transfer]] = field(
        default_factory=lambda: {status: {} for status in STATUS_GROUPS}
    )

    def refile(self, before: Transfer | None, now: Transfer | None) -> set[GroupId]:
        """A row changed, came or went; returns the status groups that it is in or was in."""
        affected: set[GroupId] = set()
        if before is not None and before.status in ISSUE_STATUSES:
            del self.issues[before.status][before.key]
            affected.add(_of_status(before.status))
        if now is not None and now.status in ISSUE_STATUSES:
            self.issues[now.status][now.key] = now
            affected.add(_of_status(now.status))
        return affected


class IssueGroups:
    """Follows the feed; a client that falls silent takes its rows along without a look at each."""

    def __init__(self) -> None:
        self._shelves: dict[ClientId, _Shelf] = {}
        self.states: Mapping[ClientId, ClientState] = {}

    def apply(self, update: Update) -> set[GroupId]:
        """Fold an update in; returns the groups that may have other rows, or other words, than before."""
        affected: set[GroupId] = set()
        if update.clients is not None:
            affected |= self._take_states(update.clients)
        doubtful = {client for client, state in self.states.items() if not state.live or state.unconfirmed}
        for key in update.removed:
            shelf = self._shelves.get(key.client)
            if shelf is not None and (row := shelf.rows.pop(key, None)) is not None:
                affected |= shelf.refile(row, None)
                if key.client in doubtful:
                    affected.add(GroupId(client=key.client))
        for key, row in update.changed.items():
            shelf = self._shelves.get(key.client) or self._shelves.setdefault(key.client, _Shelf())
            before = shelf.rows.get(key)
            shelf.rows[key] = row
            # Most rows are no issue and were none; only those that are cost more than this look.
            if row.status in ISSUE_STATUSES or (before is not None and before.status in ISSUE_STATUSES):
                affected |= shelf.refile(before, row)
            if key.client in doubtful and not self.states[key.client].is_live(key):
                affected.add(GroupId(client=key.client))
        return affected

    @property
    def order(self) -> list[GroupId]:
        """All groups there may be, from the top."""
        return [*(GroupId(client=client) for client in self.states), IMPORTS, *map(_of_status, STATUS_GROUPS)]

    def row(self, key: TransferKey) -> Transfer | None:
        """A row, whether it is an issue or not."""
        shelf = self._shelves.get(key.client)
        return shelf.rows.get(key) if shelf is not None else None

    def members(self, group: GroupId) -> Iterable[Transfer]:
        """The rows of a group, in no order."""
        if group.client is not None:
            return self._not_live(group.client)
        return self._live_issues(group.status) if group.status is not None else ()

    def _not_live(self, client: ClientId) -> Iterable[Transfer]:
        shelf = self._shelves.get(client)
        if shelf is None:
            return ()
        state = self.states[client]
        if not state.live:
            return shelf.rows.values()
        return [shelf.rows[key] for key in state.unconfirmed if key in shelf.rows]

    def _live_issues(self, status: Status) -> Iterator[Transfer]:
        for client, state in self.states.items():
            shelf = self._shelves.get(client)
            if shelf is not None and state.live:
                yield from (row for key, row in shelf.issues[status].items() if key not in state.unconfirmed)

    def _take_states(self, states: Mapping[ClientId, ClientState]) -> set[GroupId]:
        before, self.states = self.states, states
        affected = {GroupId(client=client) for client in before.keys() ^ states.keys()}
        for client, state in states.items():
            was = before.get(client)
            if was is None or (was.live, was.unconfirmed, was.name) != (state.live, state.unconfirmed, state.name):
                affected |= {GroupId(client=client), *map(_of_status, STATUS_GROUPS)}
        return affected


def _of_status(status: Status) -> GroupId:
    return GroupId(status=status)
