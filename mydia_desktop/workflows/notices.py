"""What workflows have to tell a person. Values; the window finds the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.transfer import Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A command that one client did not take for some or all of its rows, for one and the same reason."""

    verb: Verb
    values: tuple[str, ...]
    client: str
    """The client's name."""
    outcome: Outcome
    """Any but accepted."""
    message: str
    rows: tuple[Transfer, ...]
    asked: int
    """Of how many rows it was asked."""


class Dropped(StrEnum):
    """Why a removal that could still be undone was dropped instead of sent."""

    GONE = "gone"
    ADDED_ANEW = "added_anew"
    NOT_LIVE = "not_live"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalDropped:
    """A held removal will not be sent."""

    why: Dropped
    client: str
    rows: tuple[Transfer, ...]


class RetryEnd(StrEnum):
    """How the retry of a download with missing files ended, unless it goes on."""

    NO_DATA = "no_data"
    """The client looked and found none of it. Only a person may have it downloaded again."""
    SILENCE = "silence"
    """The client has said nothing for too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryEnded:
    """A retry ended without a start."""

    why: RetryEnd
    client: str
    rows: tuple[Transfer, ...]


Notice: TypeAlias = Trouble | RemovalDropped | RetryEnded
