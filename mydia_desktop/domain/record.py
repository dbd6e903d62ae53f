"""What no client remembers of a download, and the log of what happened to it. Nothing live is in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NewType, TypedDict

from mydia_desktop.domain.media import Subject

RecordId = NewType("RecordId", str)
ClientUuid = NewType("ClientUuid", str)
"""Names a client for good, in the database. A section of config.toml is bound to it once."""


class CloseReason(StrEnum):
    """How a record ended. A closed one never comes back by itself: it is neither missing nor imported."""

    IMPORTED = "imported"
    COMPLETED = "completed"
    """Taken out of its client after it was complete."""
    CANCELLED = "cancelled"
    DELETED = "deleted"
    FORGOTTEN = "forgotten"
    """A person said that nobody waits for it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What we remember of a download that was started here or adopted. Moments are Unix seconds, sizes bytes."""

    id: RecordId
    title: str
    """The name the release was published under."""
    subject: Subject | None = None
    indexer: str | None = None
    download_url: str | None = None
    """Where it came from, without credentials and passkeys."""
    client_uuid: ClientUuid | None = None
    """None for one that was migrated and whose client is not known here."""
    client_name: str | None = None
    native_id: str | None = None
    """What its client calls it, as far as known; for torrents one of the infohashes."""
    v1: str | None = None
    v2: str | None = None
    last_save_path: str | None = None
    last_name: str | None = None
    attempt: int = 1
    completed_at: int | None = None
    closed_at: int | None = None
    close_reason: CloseReason | None = None
    error_message: str | None = None
    size: int | None = None
    quality: tuple[str, ...] = ()
    inserted_at: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its end."""
        return self.closed_at is None

    @property
    def names(self) -> tuple[str, ...]:
        """Every id that a client may list it under, in no particular order."""
        return ids_of(native_id=self.native_id, v1=self.v1, v2=self.v2)


def ids_of(*, native_id: str | None, v1: str | None, v2: str | None) -> tuple[str, ...]:
    """Every id under which a client may know this: its own, the v1 infohash, the v2 one whole and cut to 40 digits.

    A hybrid torrent is known by its v1 hash to one client and by the cut v2 hash to another.
    """
    return tuple(dict.fromkeys(name for name in (native_id, v1, v2, v2[:40] if v2 else None) if name))


class EventKind(StrEnum):
    """What happened. An intent is *requested* before it is sent; what it came to is told by a later event."""

    REQUESTED = "requested"
    """Written before it is sent. ``detail["verb"]`` is ``add``, ``remove`` or ``delete``."""
    SENT = "sent"
    """The client took it; not yet shown by one of its answers."""
    UNKNOWN = "unknown"
    """Sent, but no answer came."""
    CONFIRMED = "confirmed"
    """An answer showed that what was added is there."""
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    KEPT = "kept"
    """A removal whose fate was not known turned out not to have happened, or a person called it off."""
    ADOPTED = "adopted"
    MATCHED = "matched"
    """Another movie or episode, or none."""
    COMPLETED = "completed"
    FAILED = "failed"
    RETRIED = "retried"
    CANCELLED = "cancelled"
    """Taken out of its client before it was complete; its files stayed."""
    REMOVED = "removed"
    """Taken out of its client after it was complete; its files stayed."""
    DELETED = "deleted"
    IMPORTED = "imported"
    FORGOTTEN = "forgotten"


UNSETTLED = frozenset({EventKind.REQUESTED, EventKind.SENT, EventKind.UNKNOWN})
"""If the last event of a record's attempt is one of these, what was asked is not known to have come to its end."""

INTENT_STEPS = UNSETTLED | {
    EventKind.CONFIRMED,
    EventKind.REFUSED,
    EventKind.NOT_SENT,
    EventKind.KEPT,
    EventKind.CANCELLED,
    EventKind.REMOVED,
    EventKind.DELETED,
    EventKind.FORGOTTEN,
}
"""What happens to an intent. Other events, such as a match, may come in between and settle nothing: an intent is
unsettled if the last of *these* is one of ``UNSETTLED``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """One line for the history, which tells its story without the record.

    Keys of ``detail``, all optional: ``verb``; ``title`` (of the release), ``what`` (the movie or episode, for
    people), ``client`` (name), ``client_uuid``, ``hash``, ``name`` (in the client), ``size``, ``path`` (where it
    landed), ``message`` (the client's words, or why), ``error``, ``before`` (what it was for until it was matched),
    ``automatic`` (nobody asked for this adoption).
    """

    kind: EventKind
    record_id: RecordId
    """Of a record, or, for a command on a transfer without one, an id of this command's own."""
    attempt: int = 1
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(NewEvent):
    """A line of the history as it stands in the database."""

    id: int
    """Grows with every event."""
    at: float
    """Unix seconds."""
    actor: str
    """The desktop that wrote it: user and host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """What to remember of a download before its client is told."""

    title: str
    subject: Subject | None = None
    indexer: str | None = None
    download_url: str | None = None
    client_uuid: ClientUuid
    client_name: str
    native_id: str
    """What its client will call it, or calls it."""
    v1: str | None = None
    v2: str | None = None
    last_save_path: str | None = None
    last_name: str | None = None
    completed_at: int | None = None
    size: int | None = None
    quality: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownClient:
    """A client as the database knows it."""

    uuid: ClientUuid
    kind: str
    name: str
    origin: str
    """Scheme, host, port and path, as ``ClientConfig.url`` is written."""


class RecordChange(TypedDict, total=False):
    """What of a record is to be different; None clears a field, and what is not named stays."""

    title: str
    subject: Subject | None
    indexer: str | None
    client_uuid: ClientUuid | None
    client_name: str | None
    native_id: str | None
    v1: str | None
    v2: str | None
    last_save_path: str | None
    last_name: str | None
    attempt: int
    completed_at: int | None
    closed_at: int | None
    close_reason: CloseReason | None
    error_message: str | None
    size: int | None
    quality: tuple[str, ...]


class StoreUnavailableError(Exception):
    """The database can't be used, now or at all. Nothing of what was asked was written.

    ``message`` is a sentence or two for a person: what, who, what next; never with a password in it.
    """

    def __init__(self, message: str, *, backup: Path | None = None) -> None:
        """Take the sentence, and the copy of the file that was made before it was to be changed."""
        super().__init__(message)
        self.message = message
        self.backup = backup
