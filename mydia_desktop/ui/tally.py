"""How many downloads there are of each sort, kept up as they change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.ui.filtering import ISSUE_STATUSES, Media, View, media_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The numbers of one moment. Rows that are not live count everywhere but in the statuses.

    What there is none of is absent from the mappings of clients and categories.
    """

    views: Mapping[View, int]
    statuses: Mapping[Status, int]
    not_live: int
    clients: Mapping[ClientId, int]
    categories: Mapping[str, int]
    """Categories and labels together, each download once under each of its own."""
    media: Mapping[Media, int]
    """All three; no download is under two of them."""
    download_speed: int
    """Of the live clients, as they say themselves."""
    upload_speed: int

    @property
    def total(self) -> int:
        """All downloads, live or not."""
        return self.views[View.ALL]


@dataclass(slots=True, eq=False)
class _Shelf:
    """What one client has. Kept whole by client, so that its falling silent moves sums and not rows."""

    rows: dict[TransferKey, Transfer] = field(default_factory=dict)
    matched: dict[TransferKey, Media] = field(default_factory=dict)
    """What those rows are for of which that is known."""
    statuses: Counter[Status] = field(default_factory=Counter)
    done: int = 0
    doubted: frozenset[TransferKey] = frozenset()
    doubted_statuses: Counter[Status] = field(default_factory=Counter)
    """Of the doubted rows alone; they are in ``statuses`` too."""

    def doubt(self, keys: frozenset[TransferKey]) -> None:
        """These rows, and no others, are not live although their client is."""
        if keys is self.doubted:
            return
        for row in self._known(self.doubted - keys):
            self.doubted_statuses[row.status] -= 1
        for row in self._known(keys - self.doubted):
            self.doubted_statuses[row.status] += 1
        self.doubted = keys

    def _known(self, keys: Iterable[TransferKey]) -> Iterable[Transfer]:
        return (self.rows[key] for key in keys if key in self.rows)

    def count(self, row: Transfer, by: int) -> None:
        """Take a row into the sums, or with -1 out of them."""
        self.statuses[row.status] += by
        if row.done:
            self.done += by
        if row.key in self.doubted:
            self.doubted_statuses[row.status] += by


class Tally:
    """Follows the feed at the cost of what changed; ``counts`` costs clients, statuses and categories."""

    def __init__(self) -> None:
        self._shelves: dict[ClientId, _Shelf] = {}
        self._states: Mapping[ClientId, ClientState] = {}
        self._categories: Counter[str] = Counter()
        self._media: Counter[Media] = Counter()
        """Of the matched rows."""
        self._gone = 0
        """Records that their clients answered without: issues, but no rows."""
        self._not_imported = 0

    def set_not_imported(self, count: int) -> None:
        """So many imports are an issue; their rows are none of another sort."""
        self._not_imported = count

    def apply(self, update: Update) -> None:
        """Count what changed."""
        for key in update.removed:
            shelf = self._shelves.get(key.client)
            if shelf is not None and (gone := shelf.rows.pop(key, None)) is not None:
                self._count(shelf, gone, -1)
                self._match(shelf, key, Media.UNMATCHED)
        for key, row in update.changed.items():
            shelf = self._shelves.get(key.client) or self._shelves.setdefault(key.client, _Shelf())
            if shelf.matched or update.records:
                self._match(shelf, key, media_of(update.records.get(key)))
            before = shelf.rows.get(key)
            shelf.rows[key] = row
            if before is not None:
                if _counts_as(before) == _counts_as(row):
                    continue
                self._count(shelf, before, -1)
            self._count(shelf, row, +1)
        if update.gone is not None:
            self._gone = sum(len(gone.records) for gone in update.gone if not gone.doubted)
        if update.clients is not None:
            self._states = update.clients
            for client, state in update.clients.items():
                self._shelves.setdefault(client, _Shelf()).doubt(state.unconfirmed)

    def counts(self) -> Counts:
        """The numbers now."""
        total = done = not_live = down = up = 0
        statuses: Counter[Status] = Counter()
        clients: dict[ClientId, int] = {}
        for client, shelf in self._shelves.items():
            if not shelf.rows:
                continue
            clients[client] = len(shelf.rows)
            total += len(shelf.rows)
            done += shelf.done
            state = self._states.get(client)
            if state is None or not state.live:
                not_live += len(shelf.rows)
                continue
            not_live += shelf.doubted_statuses.total()
            statuses += shelf.statuses - shelf.doubted_statuses
        for state in self._states.values():
            if state.live and state.facts is not None:
                down += state.facts.download_speed
                up += state.facts.upload_speed
        issues = self._gone + self._not_imported + not_live + sum(statuses[status] for status in ISSUE_STATUSES)
        return Counts(
            views={View.ALL: total, View.QUEUE: total - done, View.COMPLETED: done, View.ISSUES: issues},
            statuses=statuses,
            not_live=not_live,
            clients=clients,
            categories=+self._categories,
            media={
                Media.MOVIES: self._media[Media.MOVIES],
                Media.EPISODES: self._media[Media.EPISODES],
                Media.UNMATCHED: total - self._media.total(),
            },
            download_speed=down,
            upload_speed=up,
        )

    def _match(self, shelf: _Shelf, key: TransferKey, media: Media) -> None:
        """Take down what a row is for."""
        before = shelf.matched.get(key, Media.UNMATCHED)
        if media is before:
            return
        if before is not Media.UNMATCHED:
            self._media[before] -= 1
        if media is Media.UNMATCHED:
            del shelf.matched[key]
        else:
            shelf.matched[key] = media
            self._media[media] += 1

    def _count(self, shelf: _Shelf, row: Transfer, by: int) -> None:
        shelf.count(row, by)
        if row.category or row.labels:
            for name in {row.category, *row.labels}:
                if name:
                    self._categories[name] += by


def _counts_as(row: Transfer) -> tuple[object, ...]:
    return row.status, row.done, row.category, row.labels
