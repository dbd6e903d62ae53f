"""One torrent or NZB as its client last reported it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

ClientId = NewType("ClientId", str)
"""The slug that names a configured client, such as ``nas``. Never changes; its display name may."""


class TransferKey(NamedTuple):
    """Names one row for as long as it lives.

    The id is given by the adapter when the row first appears. It usually is the client's own id, but it stays
    when the client changes that (a hybrid magnet does so when its metadata arrives), so it is opaque to
    everybody else.
    """

    # A NamedTuple because keys are hashed far more often than anything else in the program.
    client: ClientId
    id: str


class Status(StrEnum):
    """What a transfer is doing, in the one vocabulary for all clients.

    *Completed* is nothing left to fetch and not offering; *seeding* is nothing left to fetch and offering.
    *Failed* is an error the client itself calls fatal; a tracker's complaint is only a warning on the row.
    *Missing* is a client's report that its files are gone. *Unknown* is a state word we have never met.
    """

    DOWNLOADING = "downloading"
    METADATA = "metadata"
    STALLED = "stalled"
    CHECKING = "checking"
    MOVING = "moving"
    QUEUED = "queued"
    PAUSED = "paused"
    FAILED = "failed"
    MISSING = "missing"
    UNKNOWN = "unknown"
    SEEDING = "seeding"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """One torrent or NZB as its client last reported it.

    Sizes are bytes, speeds bytes per second, moments Unix seconds, durations seconds: plain numbers, because
    a list of fifty thousand is built of them. None means the client does not know, which is not zero.
    """

    key: TransferKey
    native_id: str
    """What the client calls it now; commands use this."""
    name: str
    status: Status
    done: bool
    """Every wanted byte is here. A paused, queued or moving transfer may be done."""
    progress: float
    """0 to 1 of the wanted files."""
    size: int
    """Of the wanted files only; 0 while unknown."""
    remaining: int
    downloaded: int
    uploaded: int
    download_speed: int
    upload_speed: int
    eta: int | None = None
    """Seconds until done; None when not downloading or not foreseeable."""
    ratio: float | None = None
    check_progress: float | None = None
    """0 to 1 while the client re-checks the files."""
    added_at: int | None = None
    completed_at: int | None = None
    active_at: int | None = None
    """When a byte last moved in either direction."""
    save_path: str = ""
    """The directory on the client's machine, without the torrent's own name."""
    content_path: str | None = None
    """The file or folder on the client's machine that holds the content."""
    category: str | None = None
    labels: tuple[str, ...] = ()
    error: str | None = None
    """The client's own words when status is failed or missing."""
    tracker_warning: str | None = None
    """A tracker's complaint. Never a status: the transfer may well go on."""
    note: str | None = None
    """What the status alone does not say: the state word we did not know, where a move goes."""
    tracker: str | None = None
    """Host name of the tracker in use."""
    seeds: int | None = None
    peers: int | None = None
    queue_position: int | None = None
    """Place in the client's queue, from 1; None when it is not in one."""
    goal_reached: bool = False
    """Its client stopped offering it, having offered as much as it was told to: to a ratio, say."""
    forced: bool = False
    """Started past the queue."""
    v1: str | None = None
    """BitTorrent v1 infohash, 40 lower-case hex digits."""
    v2: str | None = None
    """BitTorrent v2 infohash, 64 lower-case hex digits."""
