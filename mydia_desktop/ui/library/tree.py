"""Siblings of a tree that change, announced to Qt as they come, go and change places: never as a reset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from mydia_desktop.ui.library.nodes import EpisodeNode, ItemNode, SeasonNode

_FEW = 16
"""More ranges than this cost Qt more, one by one, than a change of the whole layout."""

ROOT = QModelIndex()

_Node = TypeVar("_Node", ItemNode, SeasonNode, EpisodeNode)


class TreeModel(QAbstractItemModel):
    """Lists of nodes that follow what is wanted. A node knows its place; the lists stay the same objects."""

    def index_of(self, node: ItemNode | SeasonNode | EpisodeNode, column: int = 0) -> QModelIndex:
        """The node's index; it has to be in the tree."""
        return self.createIndex(node.place, column, node.id)

    def follow(self, siblings: list[_Node], wanted: Sequence[_Node], parent: QModelIndex) -> None:
        """Make the siblings those wanted, in that order."""
        if siblings == wanted:
            return
        staying = set(wanted)
        self._take_out(siblings, [place for place, node in enumerate(siblings) if node not in staying], parent)
        here = set(siblings)
        kept = [node for node in wanted if node in here]
        if kept != siblings:
            self._lay_out(siblings, kept)
        self._bring_in(siblings, wanted, here, parent)

    def _take_out(self, siblings: list[_Node], places: list[int], parent: QModelIndex) -> None:
        ranges = list(_ranges(places))
        if len(ranges) > _FEW:
            leaving = set(places)
            staying = [node for place, node in enumerate(siblings) if place not in leaving]
            ranges = [(len(staying), len(siblings) - 1)]
            self._lay_out(siblings, staying + [siblings[place] for place in places])
        for first, last in reversed(ranges):
            self.beginRemoveRows(parent, first, last)
            del siblings[first : last + 1]
            _number(siblings, first)
            self.endRemoveRows()

    def _bring_in(self, siblings: list[_Node], wanted: Sequence[_Node], here: set[_Node], parent: QModelIndex) -> None:
        ranges = list(_ranges([place for place, node in enumerate(wanted) if node not in here]))
        if len(ranges) > _FEW:
            new = [node for node in wanted if node not in here]
            self.beginInsertRows(parent, len(siblings), len(wanted) - 1)
            siblings += new
            _number(siblings)
            self.endInsertRows()
            self._lay_out(siblings, wanted)
            return
        for first, last in ranges:
            self.beginInsertRows(parent, first, last)
            siblings[first:first] = wanted[first : last + 1]
            _number(siblings, first)
            self.endInsertRows()

    def _lay_out(self, siblings: list[_Node], order: Sequence[_Node]) -> None:
        """The same nodes in another order; what Qt remembers of them follows."""
        # Without arguments: with a hint PySide6 6.11 raises, or crashes inside a virtual.
        self.layoutAboutToBeChanged.emit()
        by_id = {node.id: node for node in siblings}
        remembered = [index for index in self.persistentIndexList() if index.internalId() in by_id]
        nodes = [by_id[index.internalId()] for index in remembered]
        siblings[:] = order
        _number(siblings)
        moved = [self.index_of(node, index.column()) for node, index in zip(nodes, remembered, strict=True)]
        self.changePersistentIndexList(remembered, moved)
        self.layoutChanged.emit()


def _number(siblings: Sequence[Any], first: int = 0) -> None:
    for place in range(first, len(siblings)):
        siblings[place].place = place


def _ranges(places: list[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as (first, last) of each unbroken run."""
    start = 0
    for end in range(1, len(places) + 1):
        if end == len(places) or places[end] != places[end - 1] + 1:
            yield places[start], places[end - 1]
            start = end
