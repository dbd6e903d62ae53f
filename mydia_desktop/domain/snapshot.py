"""What the window and the command line see: the clients' state, and transfers with their age."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.errors import Cause
from mydia_desktop.domain.record import ClientUuid, Record
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.report import Facts
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey


class Phase(StrEnum):
    """How we stand with a client."""

    CONNECTING = "connecting"
    ONLINE = "online"
    UNREACHABLE = "unreachable"
    UNAUTHORIZED = "unauthorized"
    BANNED = "banned"
    INCOMPATIBLE = "incompatible"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a client is not online, in words and for the program."""

    cause: Cause
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientState:
    """One configured client, now. Moments are Unix seconds, latency is seconds."""

    id: ClientId
    kind: str
    name: str
    url: str
    phase: Phase
    live: bool
    """Its rows show what it says now: the last answer is younger than max(5 s, 3 x interval)."""
    problem: Problem | None = None
    answered_at: float | None = None
    """When the last answer came; None if it never answered since the start."""
    failing_since: float | None = None
    next_try_at: float | None = None
    """When it is asked again; None while it is being asked or when only the user can help."""
    latency: float | None = None
    facts: Facts | None = None
    """From the last answer; kept while not live, as the last known."""
    verbs: frozenset[Verb] = frozenset()
    takes: frozenset[Payload] = frozenset()
    """Which releases it understands; nothing before its first answer."""
    uuid: ClientUuid | None = None
    """Which client of the database it is; None while that is not known, and then no record belongs to it."""
    absence_counts: bool = False
    """Two complete lists at least 10 s apart agreed since the last connect, outage or change of its session: what
    is not listed is gone."""
    transfers: int = 0
    """Rows of this client that are shown."""
    unconfirmed: frozenset[TransferKey] = frozenset()
    """Rows shown as not live although the client answers: its list, perhaps early, lacks them."""
    withdrawn: int = 0
    """Rows taken off the screen because they were not seen for too long."""

    def is_live(self, key: TransferKey) -> bool:
        """Whether this client's row is what the client says now."""
        return self.live and key not in self.unconfirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Open records of one client that answered without them, for which absence counts; the oldest first."""

    client: ClientId
    records: tuple[Record, ...]
    doubted: bool = False
    """So many vanished at once that a person has to say whether this is the right client; none is marked till then."""
    of: int = 0
    """How many open records the client has, without those for which an addition or a removal is under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What changed since the consumer's last update. Rows are named by key, a client by its whole state."""

    changed: Mapping[TransferKey, Transfer]
    """New and changed rows, and rows whose record changed."""
    removed: frozenset[TransferKey]
    clients: Mapping[ClientId, ClientState] | None = None
    """All configured clients in their order when any state changed, else None."""
    records: Mapping[TransferKey, Record] = field(default_factory=dict)
    """Of the changed rows, those that have a record, with it."""
    gone: tuple[Gone, ...] | None = None
    """All open records that are gone, by client, when that changed, else None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything at one moment, built on demand. ``taken_at`` is Unix seconds."""

    taken_at: float
    clients: Mapping[ClientId, ClientState]
    transfers: Mapping[TransferKey, Transfer]
    records: Mapping[TransferKey, Record] = field(default_factory=dict)
    """Of the transfers that have one."""
    gone: tuple[Record, ...] = ()
    """Open records whose client answered without them."""
