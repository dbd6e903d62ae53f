"""One row of the table: the transfer, its record, and what the model prepared so that sorting and searching compare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from operator import attrgetter
from typing import TypeAlias

from mydia_desktop.domain.record import Record
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.ui.filtering import Media, haystack, media_of
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.naming import beside_title, name_key, release_name, title
from mydia_desktop.ui.plain_text import plain

SortKey: TypeAlias = int | float | str


TEXTS = attrgetter("name", "tracker", "save_path", "category", "labels")
"""What of a transfer is searched, to see whether any of it changed."""


class Memory(Enum):
    """How it stands with what is remembered."""

    READING = auto()
    """A row without a record may have one."""
    READ = auto()
    """A row without a record has none."""
    UNAVAILABLE = auto()
    """It could not be read since the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What the text of a cell needs beside its row. ``now`` is Unix seconds."""

    units: Units = Units.BINARY
    now: float
    memory: Memory = Memory.READ
    """What a row without a record says of itself depends on it."""


class Source:
    """The client of many rows. Its state changes with every answer, so the rows share this and are not touched."""

    __slots__ = ("state",)

    def __init__(self, state: ClientState) -> None:
        self.state = state


class Row:
    """Lives as long as its key; the model alone changes it. Fifty thousand of them are no rarity."""

    __slots__ = (
        "beside",
        "dimmed",
        "haystack",
        "in_flight",
        "live",
        "matches",
        "name_key",
        "placed_name",
        "placed_value",
        "record",
        "release",
        "source",
        "title",
        "transfer",
    )

    def __init__(self, transfer: Transfer, source: Source, record: Record | None = None) -> None:
        self.transfer = transfer
        self.record = record
        """What we remember of it; None if nobody tied it to anything."""
        self.source = source
        self.live = source.state.is_live(transfer.key)
        self.matches = False
        """It fits the filter or is kept, so it is in the table."""
        self.dimmed = False
        """It no longer matches, but stays while it is selected."""
        self.in_flight = ""
        """What was asked of the client and is not confirmed: ``Pausing…``."""
        self.placed_value: SortKey = 0
        """What it was put in order by, which may be older than the transfer."""
        self.prepare_texts()
        self.placed_name = self.name_key

    @property
    def client(self) -> ClientState:
        """How we stand with its client."""
        return self.source.state

    @property
    def is_matched(self) -> bool:
        """Somebody has said which movie or episode it is for."""
        return self.record is not None and self.record.subject is not None

    @property
    def media(self) -> Media:
        """What it is for."""
        return media_of(self.record)

    def take(self, transfer: Transfer, record: Record | None) -> None:
        """What its client says of it now, and what we remember of it now."""
        # Mostly the record is the same object still, or still none; comparing it by value is dear.
        record_differs = self.record is not record and self.record != record
        texts_differ = record_differs or TEXTS(self.transfer) != TEXTS(transfer)
        self.transfer, self.record = transfer, record
        if texts_differ:
            self.prepare_texts()

    def prepare_texts(self) -> None:
        """Compute its names and what searching and sorting compare; for a new row, or after texts or record changed."""
        transfer, record = self.transfer, self.record
        self.release = plain(release_name(transfer, record))
        self.title = self.release if not self.is_matched else plain(title(transfer, record))
        self.beside = beside_title(record)
        """The year, or which episodes, where the title does not say all."""
        self.name_key = name_key(transfer, record)
        self.haystack = haystack(transfer, record, self.client.name)
