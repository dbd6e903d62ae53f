"""What qBittorrent's WebAPI says, as values: structs, states, sentinels, identities. Pure functions only.

Sources: qBittorrent's own serializer (``src/webui/api/serialize``) and answers of 4.5.2 and 5.1.0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.domain.transfer import Status, Transfer, TransferKey

S = TypeVar("S", bound=msgspec.Struct)

_ABSOLUTE = re.compile(r"/|[A-Za-z]:[\\/]|\\\\")
INFINITE_ETA = 8_640_000
OVER_MAX_RATIO = 9999.0
"""qBittorrent says -1 for a ratio over this."""
MAX_MOMENT = 2**32 - 1
"""What older versions say for a moment that never was."""

_STATES: Mapping[str, tuple[Status, bool | None]] = {
    # state word: (status, done); None for done keeps what it was
    "downloading": (Status.DOWNLOADING, False),
    "forcedDL": (Status.DOWNLOADING, False),
    "stalledDL": (Status.STALLED, False),
    "metaDL": (Status.METADATA, False),
    "forcedMetaDL": (Status.METADATA, False),
    "pausedDL": (Status.PAUSED, False),
    "stoppedDL": (Status.PAUSED, False),
    "queuedDL": (Status.QUEUED, False),
    "uploading": (Status.SEEDING, True),
    "stalledUP": (Status.SEEDING, True),
    "forcedUP": (Status.SEEDING, True),
    "pausedUP": (Status.COMPLETED, True),
    "stoppedUP": (Status.COMPLETED, True),
    "queuedUP": (Status.QUEUED, True),
    "checkingDL": (Status.CHECKING, None),
    "checkingUP": (Status.CHECKING, True),
    "checkingResumeData": (Status.CHECKING, None),
    "queuedForChecking": (Status.CHECKING, None),
    "allocating": (Status.DOWNLOADING, False),
    "moving": (Status.MOVING, None),
    "missingFiles": (Status.MISSING, False),
    "error": (Status.FAILED, False),
}


def _words(*statuses: Status) -> frozenset[str]:
    return frozenset(word for word, (status, _) in _STATES.items() if status in statuses)


# Sets of words, since CPython 3.11 takes longer to look up an enum's member than to build the rest of a row.
_CHECKING = _words(Status.CHECKING)
_DOWNLOADING = _words(Status.DOWNLOADING)
_BROKEN = _words(Status.FAILED, Status.MISSING)
_RESTLESS = _words(Status.DOWNLOADING, Status.METADATA, Status.CHECKING, Status.MOVING)
_COMPLETE = frozenset(word for word, (_, done) in _STATES.items() if done) | _words(Status.MISSING)
_FORCED = frozenset({"forcedDL", "forcedUP", "forcedMetaDL"})
_UNKNOWN = (Status.UNKNOWN, None)


class Row(msgspec.Struct, gc=False):
    """One torrent as ``sync/maindata`` and ``torrents/info`` describe it; only what a Transfer needs.

    The defaults stand for fields that a version does not have yet.
    """

    name: str = ""
    state: str = "unknown"
    progress: float = 0.0
    size: int = 0
    amount_left: int = 0
    downloaded: int = 0
    uploaded: int = 0
    dlspeed: int = 0
    upspeed: int = 0
    eta: int = INFINITE_ETA
    ratio: float = 0.0
    max_ratio: float = -1.0
    added_on: int = 0
    completion_on: int = 0
    last_activity: int = 0
    save_path: str = ""
    content_path: str = ""
    category: str = ""
    tags: str = ""
    tracker: str = ""
    num_seeds: int = 0
    num_leechs: int = 0
    priority: int = 0
    force_start: bool = False
    infohash_v1: str = ""
    infohash_v2: str = ""


class Listed(msgspec.Struct, gc=False):
    """The part of a ``torrents/info`` row that ``sync/maindata`` has as the mapping's key."""

    hash: str
    magnet_uri: str = ""


class ServerState(msgspec.Struct, gc=False):
    """Speeds are bytes per second, space is bytes (-1 unknown), ``refresh_interval`` is milliseconds."""

    dl_info_speed: int = 0
    up_info_speed: int = 0
    free_space_on_disk: int = -1
    queueing: bool = False
    use_alt_speed_limits: bool = False
    refresh_interval: int = 1500


class Speeds(msgspec.Struct, gc=False):
    """The part of ``transfer/info`` that changes all the time."""

    dl_info_speed: int
    up_info_speed: int


class Maindata(msgspec.Struct, gc=False):
    """An answer of ``sync/maindata``: everything when ``full_update``, else the fields that changed.

    Rows stay raw until we know whether they are whole (first sight) or a patch.
    """

    rid: int
    full_update: bool = False
    torrents: dict[str, msgspec.Raw] = {}
    torrents_removed: list[str] = []
    categories: dict[str, msgspec.Raw] = {}
    categories_removed: list[str] = []
    server_state: msgspec.Raw = msgspec.Raw(b"{}")


class LogLine(msgspec.Struct, gc=False):
    """One line of ``log/main``; type 1 normal, 2 information, 4 warning, 8 critical."""

    id: int
    message: str = ""
    type: int = 1


def patched(known: S, patch: msgspec.Raw) -> S:
    """The known struct with the fields that a delta brings.

    Raises:
        msgspec.MsgspecError: a field has a type it can't have.
    """
    changes = decode(patch, dict[str, Any])
    return msgspec.convert(msgspec.structs.asdict(known) | changes, type(known))


def is_state_known(word: str) -> bool:
    """Whether a state word has a place in our vocabulary."""
    return word in _STATES


def is_active(row: Row) -> bool:
    """Whether the row may look different in a moment though nobody touches it."""
    return row.dlspeed > 0 or row.upspeed > 0 or row.state in _RESTLESS


def is_broken(row: Row) -> bool:
    """Whether it is a state with a reason, which only the log knows."""
    return row.state in _BROKEN


def is_complete(row: Row) -> bool:
    """Whether every wanted byte is here, or was until its files went away."""
    return row.state in _COMPLETE


def identities(native_id: str, row: Row) -> tuple[str | None, str | None]:
    """The infohashes of a row, v1 and v2.

    Before WebAPI 2.8.4 there are no such fields, nor any version 2: the id is the v1 hash.
    """
    if not row.infohash_v1 and not row.infohash_v2:
        return native_id, None
    return row.infohash_v1 or None, row.infohash_v2 or None


def to_transfer(
    key: TransferKey, native_id: str, row: Row, *, before: Transfer | None = None, error: str | None = None
) -> Transfer:
    """One row as a Transfer.

    ``before`` is the same transfer as last reported: while it is checked or moved, qBittorrent's numbers count
    the check, not what is here. ``error`` are the client's words from its log, used only where it failed.
    """
    state = row.state
    status, done = _STATES.get(state, _UNKNOWN)
    if state == "forcedDL" and row.dlspeed == 0:
        status = Status.STALLED
    if done is None:
        done = before.done if before and state in _STATES else row.amount_left == 0 and row.size > 0
    checking = state in _CHECKING
    eta = row.eta
    ratio = row.ratio if row.ratio >= 0 else OVER_MAX_RATIO
    progress = min(1.0, max(0.0, row.progress))
    v1, v2 = identities(native_id, row)
    return Transfer(
        key=key,
        native_id=native_id,
        name=row.name,
        status=status,
        done=done,
        progress=_progress_while_checking(done=done, before=before) if checking else progress,
        size=_count(row.size),
        remaining=0 if done else _count(row.amount_left),
        downloaded=_count(row.downloaded),
        uploaded=_count(row.uploaded),
        download_speed=_count(row.dlspeed),
        upload_speed=_count(row.upspeed),
        eta=eta if 0 <= eta < INFINITE_ETA and state in _DOWNLOADING else None,
        ratio=ratio,
        check_progress=progress if checking else None,
        added_at=_moment(row.added_on),
        completed_at=_moment(row.completion_on),
        active_at=_moment(row.last_activity),
        save_path=row.save_path,
        content_path=row.content_path if _ABSOLUTE.match(row.content_path) else None,  # just added: only the name
        category=row.category or None,
        labels=split_tags(row.tags),
        error=error if state in _BROKEN else None,
        note=f"State “{state}”" if state not in _STATES else None,
        tracker=_tracker_host(row.tracker),
        seeds=_count(row.num_seeds),
        peers=_count(row.num_leechs),
        # Time limits are left out: the seconds it was offered for change with every answer of every row.
        goal_reached=status is Status.COMPLETED and 0 <= row.max_ratio <= ratio,
        queue_position=row.priority if row.priority > 0 else None,
        forced=row.force_start or state in _FORCED,
        v1=v1,
        v2=v2,
    )


def _progress_while_checking(*, done: bool, before: Transfer | None) -> float:
    if done:
        return 1.0
    return before.progress if before else 0.0


def _count(number: int) -> int:
    """Without the -1 that stands for "not known yet"."""
    return max(0, number)


def _moment(seconds: int) -> int | None:
    return seconds if 0 < seconds < MAX_MOMENT else None


@lru_cache(maxsize=4096)
def split_tags(tags: str) -> tuple[str, ...]:
    """Tags come in one string; a comma can't be part of one."""
    return tuple(tag for tag in (part.strip() for part in tags.split(",")) if tag)


@lru_cache(maxsize=4096)
def _tracker_host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:  # whoever made the torrent may have written anything there
        return None


def parse_version(text: str) -> tuple[int, ...] | None:
    """``2.8.19`` as numbers that compare; None for anything else."""
    return tuple(int(part) for part in text.split(".")) if re.fullmatch(r"\d{1,4}(\.\d{1,6}){1,3}", text) else None
