"""The library for Qt: built below a line when somebody looks there, and followed at the cost of what changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.media import LibraryEntry, MediaId
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.library import words
from mydia_desktop.ui.library.nodes import (
    EpisodeNode,
    ItemNode,
    Node,
    SeasonNode,
    has_seasons,
    search_text,
    seasons_wanted,
    sort_key,
)
from mydia_desktop.ui.library.standing import RowOf, Standing, standing
from mydia_desktop.ui.library.tree import ROOT, TreeModel
from mydia_desktop.ui.row import Format
from mydia_desktop.ui.texts import tool_tip

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_TIP_RELEASES = 12

_Lower = TypeVar("_Lower", SeasonNode, EpisodeNode)

_SINGLY = 64
"""More lines than this are said to have changed in one range."""


class Library(Protocol):
    """All items with their episodes, and the records of each."""

    @property
    def entries(self) -> Mapping[MediaId, LibraryEntry]:
        """By item."""
        ...

    def records_of(self, item: MediaId) -> Sequence[Record]:
        """Open and closed, in no particular order."""
        ...

    def watch(self, changed: Callable[[Collection[MediaId]], None]) -> None:
        """Call this with the items that changed, or whose records did."""
        ...


class LibraryColumn(IntEnum):
    """The columns, from the start."""

    TITLE = 0
    NOW = 1
    COMPLETED = 2
    REMARK = 3


class LibraryModel(TreeModel):
    """Movies and shows by title; which of them, a search decides."""

    counts_changed = Signal()
    """There are more or fewer items, or more or fewer match."""

    def __init__(self, library: Library, row_of: RowOf, parent: QObject | None = None) -> None:
        """``row_of`` finds the row that a client lists for a record."""
        super().__init__(parent)
        self._library, self._row_of = library, row_of
        self.format = Format(now=time.time())
        self.words: tuple[str, ...] = ()
        """Searched for, folded."""
        self._shown: list[ItemNode] = []
        self._items: dict[MediaId, ItemNode] = {}
        self._nodes: dict[int, Node] = {}
        self._item_of: dict[TransferKey, MediaId] = {}
        """Which line a row was last seen under."""
        self._gone: dict[RecordId, MediaId | None] = {}
        self._take(library.entries)
        library.watch(self._take)

    @property
    def movies(self) -> int:
        """How many movies are shown."""
        return len(self._shown) - self.shows

    @property
    def shows(self) -> int:
        """How many shows are shown."""
        return sum(node.is_show for node in self._shown)

    @property
    def total(self) -> int:
        """All items, whatever is searched for."""
        return len(self._items)

    def node_at(self, index: QModelIndex | QPersistentModelIndex) -> Node | None:
        """The line of an index."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def standing_of(self, node: Node) -> Standing:
        """How it stands with its downloads."""
        if node.standing is None:
            records = self._library.records_of(node.show.media_id)
            concerned = (one for one in records if one.subject is not None and node.concerns(one.subject))
            node.standing = standing(concerned, self._row_of, self._gone)
        return node.standing

    def search(self, text: str) -> None:
        """Show only items in which all these words are found."""
        searched = tuple(dict.fromkeys(fold(text).split()))
        if searched != self.words:
            self.words = searched
            self._show_fitting()

    def apply(self, update: Update) -> None:
        """What clients list has changed; the table took it in before."""
        concerned: set[MediaId] = set()
        for key in update.removed:
            if (item := self._item_of.pop(key, None)) is not None:
                concerned.add(item)
        if self._item_of or update.records:
            for key in update.changed:
                record = update.records.get(key)
                item = None if record is None else _item(record)
                before = self._item_of.pop(key, None)
                if item is not None:
                    self._item_of[key] = item
                concerned |= {each for each in (before, item) if each is not None}
        if update.gone is not None:
            gone = {
                record.id: _item(record) for client in update.gone if not client.doubted for record in client.records
            }
            concerned |= {item for record, item in (self._gone.items() ^ gone.items()) if item is not None}
            self._gone = gone
        self._renew(concerned)
        if update.clients is not None:
            self._tell_all()

    def tick(self, now: float) -> None:
        """Let the ages go on."""
        self.format = Format(units=self.format.units, now=now)
        self._tell_all()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self.format = Format(units=units, now=self.format.now)

    def set_in_flight(self) -> None:
        """What was asked of the rows and is not confirmed has changed."""
        self._tell_all()

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = ROOT) -> QModelIndex:
        """The line at a place below another."""
        siblings = self._below(self.node_at(parent))
        if not 0 <= row < len(siblings) or not 0 <= column < len(LibraryColumn):
            return QModelIndex()
        return self.index_of(siblings[row], column)

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # type: ignore[override]
        """The line above."""
        match self.node_at(index):
            case SeasonNode(show=show):
                return self.index_of(show)
            case EpisodeNode(season=season):
                return self.index_of(season)
            case _:
                return QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """How many lines are below."""
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._below(self.node_at(parent)))

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802, ARG002 - Qt's
        """Four everywhere."""
        return len(LibraryColumn)

    def hasChildren(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> bool:  # noqa: N802 - Qt's
        """Whether there is anything below, without making it."""
        match self.node_at(parent):
            case None:
                return bool(self._shown)
            case ItemNode(children=None) as node:
                return node.is_show and has_seasons(node.entry, self._library.records_of(node.media_id))
            case ItemNode(children=children) | SeasonNode(children=children):
                return bool(children)
            case _:
                return False

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            LibraryColumn.TITLE: translate("Library", "Title"),
            LibraryColumn.NOW: translate("Library", "Now"),
            LibraryColumn.COMPLETED: translate("Library", "Last completed"),
            LibraryColumn.REMARK: translate("Library", "Missing or failed"),
        }[LibraryColumn(section)]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text for the eye, the ear, and the tool tip."""
        node = self.node_at(index)
        if node is None:
            return None
        column = LibraryColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(node, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._tip(node, column))
            case _:
                return None

    def text(self, node: Node, column: LibraryColumn) -> str:
        """What a cell says."""
        match column:
            case LibraryColumn.TITLE:
                return " ".join(filter(None, (words.title(node), words.beside(node))))
            case LibraryColumn.NOW:
                return words.now(self.standing_of(node), self.format)
            case LibraryColumn.COMPLETED:
                return words.completed(self.standing_of(node), self.format)
            case LibraryColumn.REMARK:
                return words.remark(node, self.standing_of(node))

    def _spoken(self, node: Node, column: LibraryColumn) -> str:
        if column is LibraryColumn.TITLE:
            return ", ".join(filter(None, (words.title(node), words.beside(node), words.below(node))))
        text = self.text(node, column)
        if column is LibraryColumn.NOW and text and not words.is_live(self.standing_of(node)):
            return translate("Library", "{text}, not live").format(text=text)
        return text

    def _tip(self, node: Node, column: LibraryColumn) -> str:
        match column:
            case LibraryColumn.TITLE:
                return "\n".join((self.text(node, column), *self.standing_of(node).releases[:_TIP_RELEASES]))
            case LibraryColumn.COMPLETED:
                return words.completed_tip(self.standing_of(node))
            case _:
                return self.text(node, column)

    def _below(self, node: Node | None) -> Sequence[Node]:
        match node:
            case None:
                return self._shown
            case ItemNode():
                if node.children is None:
                    node.children = self._seasons(node)
                return node.children
            case SeasonNode():
                return node.children
            case EpisodeNode():
                return ()

    def _take(self, changed: Collection[MediaId]) -> None:
        """These items, or their records, are others now; whatever else is still as it was."""
        looks_elsewhere = False
        for media_id in changed:
            entry = self._library.entries.get(media_id)
            if entry is None:
                continue
            records = self._library.records_of(media_id)
            key, haystack = sort_key(entry), search_text(entry, records)
            node = self._items.get(media_id)
            if node is None:
                node = self._items[media_id] = ItemNode(entry, key, haystack)
                self._nodes[node.id] = node
                looks_elsewhere = True
            elif (node.key, node.haystack) != (key, haystack):
                looks_elsewhere = True
            node.entry, node.key, node.haystack = entry, key, haystack
        if looks_elsewhere:
            self._show_fitting()
        for media_id in changed:
            if (node := self._items.get(media_id)) is not None and node.children is not None:
                self._follow_children(node, node.children)
        self._renew(changed)
        if looks_elsewhere:
            self.counts_changed.emit()

    def _show_fitting(self) -> None:
        fitting = [node for node in self._items.values() if all(word in node.haystack for word in self.words)]
        fitting.sort(key=lambda node: node.key)
        self.follow(self._shown, fitting, QModelIndex())
        self.counts_changed.emit()

    def _seasons(self, show: ItemNode) -> list[SeasonNode]:
        """Made when somebody looks below a show for the first time; nobody has to be told."""
        seasons = []
        records = self._library.records_of(show.media_id) if show.is_show else ()
        wanted = seasons_wanted(show.entry, records) if show.is_show else {}
        for place, (number, episodes) in enumerate(wanted.items()):
            season = SeasonNode(show, number, place=place)
            season.children = [EpisodeNode(season, episode, place=at) for at, episode in enumerate(episodes)]
            seasons.append(season)
            self._nodes[season.id] = season
            self._nodes.update((node.id, node) for node in season.children)
        return seasons

    def _follow_children(self, show: ItemNode, seasons: list[SeasonNode]) -> None:
        """Make the lines below a show that somebody has looked at those that it has now."""
        before = _lower(seasons)
        wanted = seasons_wanted(show.entry, self._library.records_of(show.media_id))
        known = {season.season: season for season in seasons}
        now = [known.get(number) or self._node(SeasonNode(show, number)) for number in wanted]
        self.follow(seasons, now, self.index_of(show))
        for season in seasons:
            episodes = {node.episode.id: node for node in season.children}
            nodes = []
            for episode in wanted[season.season]:
                node = episodes.get(episode.id) or self._node(EpisodeNode(season, episode))
                node.episode = episode
                nodes.append(node)
            self.follow(season.children, nodes, self.index_of(season))
        for node_id in before - _lower(seasons):
            del self._nodes[node_id]

    def _node(self, node: _Lower) -> _Lower:
        self._nodes[node.id] = node
        return node

    def _renew(self, items: Iterable[MediaId]) -> None:
        """How it stands with these has changed."""
        nodes = [node for item in items if (node := self._items.get(item)) is not None]
        for node in nodes:
            node.forget_standings()
        if len(nodes) > _SINGLY:
            self._tell_all()
            return
        for node in nodes:
            # Those that do not match a search keep their last place, which is another's now.
            if node.place < len(self._shown) and self._shown[node.place] is node:
                self._tell(self._shown[node.place : node.place + 1])
                for season in node.children or ():
                    self._tell((season,))
                    self._tell(season.children)

    def _tell(self, siblings: Sequence[Node]) -> None:
        if siblings:
            self.dataChanged.emit(self.index_of(siblings[0]), self.index_of(siblings[-1], len(LibraryColumn) - 1))

    def _tell_all(self) -> None:
        """Any line may read differently; the view paints what is on the screen."""
        self._tell(self._shown)


def _item(record: Record) -> MediaId | None:
    return record.subject.item.id if record.subject is not None else None


def _lower(seasons: Iterable[SeasonNode]) -> set[int]:
    """The ids of these lines and of all below them."""
    return {season.id for season in seasons} | {node.id for season in seasons for node in season.children}
