"""What a person can ask of transfers, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mydia_desktop.domain.release import Release
from mydia_desktop.domain.transfer import TransferKey


class Verb(StrEnum):
    """Everything a client may be able to do. What an adapter lists is its capabilities."""

    PAUSE = "pause"
    RESUME = "resume"
    FORCE_START = "force_start"
    RECHECK = "recheck"
    REANNOUNCE = "reannounce"
    REMOVE = "remove"
    """Out of the client; the files stay."""
    DELETE = "delete"
    """Out of the client, and the files erased."""
    QUEUE_TOP = "queue_top"
    QUEUE_UP = "queue_up"
    QUEUE_DOWN = "queue_down"
    QUEUE_BOTTOM = "queue_bottom"
    SET_CATEGORY = "set_category"
    """``values`` is the one category, or nothing for none. Created in the client if it is new there."""
    SET_LABELS = "set_labels"
    """``values`` are all the labels from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One verb for transfers of one client. The keys are frozen: what was chosen is what is acted on."""

    verb: Verb
    keys: tuple[TransferKey, ...]
    values: tuple[str, ...] = ()


class Outcome(StrEnum):
    """What became of a command, as far as we can know."""

    ACCEPTED = "accepted"
    """The client took it; a later answer confirms."""
    REFUSED = "refused"
    """The client said no, or has no such transfer any more."""
    NOT_SENT = "not_sent"
    """It never left; nothing happened and nothing will."""
    UNKNOWN = "unknown"
    """Sent, but no answer came: the client may still do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The outcome for one transfer. ``message`` is a sentence for a person unless accepted."""

    key: TransferKey
    outcome: Outcome
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A release for one client, and how it is to begin. None and empty leave it to the client."""

    release: Release
    save_path: str | None = None
    """On the client's machine."""
    category: str | None = None
    """For clients without categories, a label."""
    paused: bool = False
    top_of_queue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of an addition.

    ``message`` is a sentence for a person; accepted, it has one only if something that was asked for along with it
    did not work, such as its place in the queue.
    """

    outcome: Outcome
    message: str = ""
    already_there: bool = False
    """Accepted, because the client had it before: nothing was added, and nothing about it was changed."""
