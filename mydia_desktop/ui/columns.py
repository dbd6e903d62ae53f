"""The columns as a table: a new column is one entry here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.folding import fold
from mydia_desktop.ui import cells
from mydia_desktop.ui.cells import Text
from mydia_desktop.ui.filtering import View
from mydia_desktop.ui.formatting import UNKNOWN
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format, Row, SortKey
from mydia_desktop.ui.sort_order import STATUS_ORDER


class ColumnId(StrEnum):
    """Names a column wherever its place may change: saved headers, sorting."""

    NAME = "name"
    STATUS = "status"
    PROGRESS = "progress"
    SIZE = "size"
    DOWN = "down"
    UP = "up"
    ETA = "eta"
    RATIO = "ratio"
    CLIENT = "client"
    INDEXER = "indexer"
    ADDED = "added"
    COMPLETED = "completed"
    CATEGORY = "category"
    TAGS = "tags"
    SEEDS = "seeds"
    PEERS = "peers"
    PRIORITY = "priority"
    SAVE_PATH = "save_path"
    TRACKER = "tracker"
    HASH = "hash"


def _nothing(_row: Row, _format: Format) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Everything there is to know of one column."""

    id: ColumnId
    title: Callable[[], str]
    width: int
    """In pixels, at the usual font size of 13."""
    text: Text
    sort_key: Callable[[Row], SortKey]
    sample: str = ""
    """A text as long as they usually get; the column is at least that wide."""
    spoken: Text | None = None
    """What a screen reader says, where that is not the text."""
    tip: Text = _nothing
    numeric: bool = False
    """Right aligned, in figures of one width."""
    volatile: bool = False
    """Its numbers change with every answer."""
    views: frozenset[View] = frozenset()
    """Where it is shown unless the user says otherwise."""
    drops: int | None = None
    """When the table is narrow, the column with the lowest number goes first; None stays."""


translate = QCoreApplication.translate

_EVERYWHERE = frozenset(View)
_RUNNING = frozenset({View.ALL, View.QUEUE})

COLUMNS: tuple[Column, ...] = (
    Column(
        id=ColumnId.NAME,
        title=lambda: translate("columns", "Name"),
        width=260,
        text=cells.name,
        sort_key=attrgetter("name_key"),
        spoken=cells.name_spoken,
        tip=cells.name_tip,
        views=_EVERYWHERE,
    ),
    Column(
        id=ColumnId.STATUS,
        title=lambda: translate("columns", "Status"),
        width=128,
        text=cells.status,
        sort_key=lambda row: STATUS_ORDER[row.transfer.status],
        sample="Last seen 44 s ago",
        spoken=cells.status_spoken,
        tip=cells.status_tip,
        views=_EVERYWHERE,
    ),
    Column(
        id=ColumnId.PROGRESS,
        title=lambda: translate("columns", "Progress"),
        width=128,
        text=cells.progress,
        sort_key=lambda row: cells.fraction(row.transfer),
        spoken=cells.progress_spoken,
        volatile=True,
        views=_RUNNING | {View.ISSUES},
    ),
    Column(
        id=ColumnId.SIZE,
        title=lambda: translate("columns", "Size"),
        width=80,
        sample="88.8 GiB",
        text=cells.size,
        sort_key=attrgetter("transfer.size"),
        numeric=True,
        views=_EVERYWHERE,
    ),
    Column(
        id=ColumnId.DOWN,
        title=lambda: translate("columns", "Down"),
        width=92,
        sample="888.8 MiB/s",
        text=cells.down_text,
        sort_key=cells.down,
        spoken=cells.down_spoken,
        numeric=True,
        volatile=True,
        views=_RUNNING,
    ),
    Column(
        id=ColumnId.UP,
        title=lambda: translate("columns", "Up"),
        width=92,
        sample="888.8 MiB/s",
        text=cells.up_text,
        sort_key=cells.up,
        spoken=cells.up_spoken,
        numeric=True,
        volatile=True,
        views=_RUNNING,
        drops=3,
    ),
    Column(
        id=ColumnId.ETA,
        title=lambda: translate("columns", "ETA"),
        width=76,
        sample="23 h 59 min",
        text=cells.eta,
        sort_key=cells.eta_key,
        spoken=cells.eta_spoken,
        tip=cells.eta_tip,
        numeric=True,
        volatile=True,
        views=_RUNNING,
    ),
    Column(
        id=ColumnId.RATIO,
        title=lambda: translate("columns", "Ratio"),
        width=60,
        sample="88.8",
        text=cells.ratio,
        sort_key=lambda row: -1.0 if row.transfer.ratio is None else row.transfer.ratio,
        numeric=True,
        views=frozenset({View.ALL, View.COMPLETED}),
        drops=1,
    ),
    Column(
        id=ColumnId.CLIENT,
        title=lambda: translate("columns", "Client"),
        width=104,
        text=lambda row, _form: plain(row.client.name),
        sort_key=lambda row: fold(row.client.name),
        views=_EVERYWHERE,
        drops=2,
    ),
    Column(
        id=ColumnId.INDEXER,
        title=lambda: translate("columns", "Indexer"),
        width=104,
        text=cells.indexer,
        sort_key=cells.indexer_key,
        spoken=cells.indexer_spoken,
        tip=cells.indexer_tip,
        views=frozenset({View.ALL, View.QUEUE, View.COMPLETED}),
        drops=0,
    ),
    Column(
        id=ColumnId.ADDED,
        title=lambda: translate("columns", "Added"),
        width=116,
        sample="Yesterday 22:44",
        text=cells.added_text,
        sort_key=cells.added,
        tip=cells.added_tip,
    ),
    Column(
        id=ColumnId.COMPLETED,
        title=lambda: translate("columns", "Completed"),
        width=116,
        sample="Yesterday 22:44",
        text=cells.completed_text,
        sort_key=cells.completed,
        tip=cells.completed_tip,
    ),
    Column(
        id=ColumnId.CATEGORY,
        title=lambda: translate("columns", "Category"),
        width=104,
        text=lambda row, _form: plain(row.transfer.category or ""),
        sort_key=lambda row: fold(row.transfer.category or ""),
    ),
    Column(
        id=ColumnId.TAGS,
        title=lambda: translate("columns", "Tags"),
        width=104,
        text=cells.tags,
        sort_key=lambda row: fold(", ".join(row.transfer.labels)),
    ),
    Column(
        id=ColumnId.SEEDS,
        title=lambda: translate("columns", "Seeds"),
        width=64,
        sample="8888",
        text=cells.seeds_text,
        sort_key=cells.seeds,
        numeric=True,
        volatile=True,
    ),
    Column(
        id=ColumnId.PEERS,
        title=lambda: translate("columns", "Peers"),
        width=64,
        sample="8888",
        text=cells.peers_text,
        sort_key=cells.peers,
        numeric=True,
        volatile=True,
    ),
    Column(
        id=ColumnId.PRIORITY,
        title=lambda: translate("columns", "Priority"),
        width=72,
        text=lambda row, _form: "" if (place := row.transfer.queue_position) is None else str(place),
        sort_key=lambda row: 1e9 if row.transfer.queue_position is None else row.transfer.queue_position,
        tip=lambda row, _form: (
            "" if row.transfer.queue_position is None else translate("columns", "Place in the queue")
        ),
        numeric=True,
    ),
    Column(
        id=ColumnId.SAVE_PATH,
        title=lambda: translate("columns", "Save path"),
        width=180,
        text=lambda row, _form: plain(row.transfer.save_path),
        sort_key=lambda row: fold(row.transfer.save_path),
        tip=lambda row, _form: plain(row.transfer.save_path),
    ),
    Column(
        id=ColumnId.TRACKER,
        title=lambda: translate("columns", "Tracker"),
        width=140,
        text=lambda row, _form: plain(row.transfer.tracker or ""),
        sort_key=lambda row: fold(row.transfer.tracker or ""),
        tip=lambda row, _form: plain(row.transfer.tracker_warning or ""),
    ),
    Column(
        id=ColumnId.HASH,
        title=lambda: translate("columns", "Hash"),
        width=140,
        text=lambda row, _form: cells.or_unknown(cells.infohash(row.transfer)),
        sort_key=lambda row: cells.infohash(row.transfer) or "",
        tip=lambda row, _form: cells.infohash(row.transfer) or "",
    ),
)

PLACE: Mapping[ColumnId, int] = MappingProxyType({column.id: place for place, column in enumerate(COLUMNS)})
"""The model's column number of each column."""


def spoken(column: Column, row: Row, form: Format) -> str:
    """What a screen reader says for the cell."""
    if column.spoken is not None:
        return column.spoken(row, form)
    return not_reported(row) if (text := column.text(row, form)) == UNKNOWN else text


def tip(column: Column, row: Row, form: Format) -> str:
    """The tool tip, as plain text; empty for none."""
    return column.tip(row, form) or (not_reported(row) if column.text(row, form) == UNKNOWN else "")


def not_reported(row: Row) -> str:
    """The sentence behind the dash."""
    return translate("columns", "Not reported by %1").replace("%1", plain(row.client.name))
