"""One row of the table: the transfer, and what the model prepared so that sorting and searching only compare."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.ui.filtering import haystack
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.sort_order import natural_key

SortKey: TypeAlias = int | float | str


TEXTS = attrgetter("name", "tracker", "save_path", "category", "labels")
"""What of a transfer is searched, to see whether any of it changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What the text of a cell needs beside its row. ``now`` is Unix seconds."""

    units: Units = Units.BINARY
    now: float


class Source:
    """The client of many rows. Its state changes with every answer, so the rows share this and are not touched."""

    __slots__ = ("state",)

    def __init__(self, state: ClientState) -> None:
        self.state = state


class Row:
    """Lives as long as its key; the model alone changes it. Fifty thousand of them are no rarity."""

    __slots__ = (
        "dimmed",
        "haystack",
        "in_flight",
        "live",
        "matches",
        "name_key",
        "placed_name",
        "placed_value",
        "source",
        "transfer",
    )

    def __init__(self, transfer: Transfer, source: Source) -> None:
        self.transfer = transfer
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

    def prepare_texts(self) -> None:
        """Compute what searching and sorting by name compare; for a new row, or after its texts changed."""
        self.name_key = natural_key(self.transfer.name)
        self.haystack = haystack(self.transfer, self.client.name)
