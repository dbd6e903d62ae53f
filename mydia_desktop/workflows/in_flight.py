"""Commands between the click and the client's own word for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.transfer import Status, Transfer


class Stage(StrEnum):
    """How far a command has come for one row."""

    SENDING = "sending"
    ACCEPTED = "accepted"
    """By the client; its answers have not shown it yet."""
    LATE = "late"
    """Accepted, but the client's answers have not shown it for a while."""
    UNKNOWN = "unknown"
    """Sent, but no outcome came: the row takes no further command until the client's answers settle it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InFlight:
    """A command on its way, for one row."""

    verb: Verb
    values: tuple[str, ...] = ()
    since: float
    """The moment it was sent, later that of its outcome, on the caller's clock."""
    stage: Stage = Stage.SENDING
    heard_at: float | None = None
    """The client's last answer that can't show anything of this: one before the outcome, or already looked at."""
    answers: int = 0
    """While unknown: how often the client answered since without showing that it did this."""


_STOPPED = frozenset({Status.PAUSED, Status.COMPLETED, Status.FAILED, Status.MISSING})

_SHOWN_BY: Mapping[Verb, frozenset[Status]] = MappingProxyType(
    {
        Verb.PAUSE: _STOPPED,
        Verb.RESUME: frozenset(Status) - _STOPPED,
        Verb.FORCE_START: frozenset(Status) - _STOPPED - {Status.QUEUED},
        Verb.RECHECK: frozenset({Status.CHECKING}),
    }
)


def is_confirmed(flight: InFlight, row: Transfer) -> bool:
    """Whether the row in an answer that came after the outcome shows that the client did it."""
    match flight.verb:
        case Verb.SET_CATEGORY:
            return (row.category or "") == "".join(flight.values)
        case Verb.SET_LABELS:
            return set(row.labels) == set(flight.values)
        case Verb.REMOVE | Verb.DELETE:
            return False  # shown by the row's end
        case Verb.RECHECK if flight.stage is not Stage.UNKNOWN:
            return True  # a small one is checked between two answers
        case Verb.PAUSE | Verb.RESUME | Verb.FORCE_START | Verb.RECHECK:
            return row.status in _SHOWN_BY[flight.verb]
    return flight.stage is not Stage.UNKNOWN  # places in a queue and announces show in no row
