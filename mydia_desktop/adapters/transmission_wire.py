"""What Transmission's RPC says, as values: rows, statuses, sentinels. Pure functions only.

Sources: ``rpc-spec.md`` of 3.00, 4.0 and 4.1, and answers of 3.00, 4.1.0-beta2 and 4.1.3. The protocol before
JSON-RPC 2.0 is spoken throughout: every version understands it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import msgspec

from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.domain.transfer import Status, Transfer, TransferKey

STOPPED, CHECK_WAIT, CHECK, DOWNLOAD_WAIT, DOWNLOAD, SEED_WAIT, SEED = range(7)
TRACKER_WARNING, TRACKER_ERROR, LOCAL_ERROR = 1, 2, 3
INFINITE_RATIO = -2
MAX_MOMENT = 2**32 - 1
"""Unix seconds, in the year 2106. A calendar ends, and a database takes no more than it has."""


class Row(msgspec.Struct, array_like=True, gc=False):
    """One torrent in the ``table`` format: the values of FIELDS in their order.

    3.00 sends integers where 4.x sends floats, and 0 for a field it does not have.
    """

    id: int
    hash_string: str
    name: str
    status: int
    error: int
    error_string: str
    percent_done: float
    recheck_progress: float
    metadata_percent_complete: float
    left_until_done: int
    size_when_done: int
    downloaded_ever: int
    uploaded_ever: int
    rate_download: int
    rate_upload: int
    eta: int
    upload_ratio: float
    added_date: int
    done_date: int
    activity_date: int
    download_dir: str
    labels: list[str]
    peers_sending_to_us: int
    webseeds_sending_to_us: int
    peers_connected: int
    queue_position: int
    is_finished: bool | int


FIELDS = tuple(msgspec.structs.fields(Row)[index].encode_name for index in range(len(msgspec.structs.fields(Row))))
FIELDS = tuple(word[0] + "".join(part.capitalize() for part in word[1:]) for word in (f.split("_") for f in FIELDS))


class Torrents(msgspec.Struct, gc=False):
    """The arguments of a ``torrent-get`` answer. ``removed`` are integer ids, for ``recently-active`` only."""

    torrents: msgspec.Raw = msgspec.Raw(b"[]")
    removed: list[int] = []


class SessionInfo(msgspec.Struct, gc=False, rename="kebab"):
    """What of ``session-get`` we use."""

    version: str
    rpc_version: int
    download_dir: str
    alt_speed_enabled: bool = False


class Done(msgspec.Struct, gc=False):
    """An answer that says no more than that."""


class SessionStats(msgspec.Struct, gc=False, rename="camel"):
    """Speeds of ``session-stats``, bytes per second."""

    download_speed: int
    upload_speed: int


class FreeSpace(msgspec.Struct, gc=False, rename="kebab"):
    """Bytes; -1 when the folder is not there."""

    size_bytes: int


class Trackers(msgspec.Struct, gc=False, rename="camel"):
    """The announce addresses of one torrent."""

    hash_string: str
    trackers: list[dict[str, str | int]] = []


class Standing(msgspec.Struct, gc=False, rename="camel"):
    """What one torrent does, as a number."""

    hash_string: str
    status: int


class Magnet(msgspec.Struct, gc=False, rename="camel"):
    """The magnet link of one torrent."""

    hash_string: str
    magnet_link: str = ""


def rows_of_table(torrents: msgspec.Raw) -> list[Row]:
    """The rows of a ``table`` answer. Its first row is the field names, and those are cut off first.

    Raises:
        msgspec.MsgspecError: it is no such table, or another order than we asked for.
    """
    text = bytes(torrents).lstrip()
    end = text.find(b"]")
    if not text.startswith(b"[") or end < 0:
        raise msgspec.DecodeError("no table")
    if not text[1:end].strip():
        return []
    if tuple(decode(text[1 : end + 1], list[str])) != FIELDS:
        raise msgspec.DecodeError("other fields than we asked for")
    rest = text[end + 1 :].lstrip()
    return decode(b"[" + rest[1:], list[Row]) if rest.startswith(b",") else []


def status_of(row: Row) -> Status:
    """The status of a row; the first rule that fits, as PROTOCOLS orders them.

    A local error stops a torrent and may leave ``percentDone`` at 1, so errors come before anything else. Nothing
    left to fetch means nothing while there is no metadata.
    """
    if row.error == LOCAL_ERROR:
        return Status.MISSING if "no data" in row.error_string.casefold() else Status.FAILED
    match row.status:
        case 1 | 2:
            return Status.CHECKING
        case 3 | 5:
            return Status.QUEUED
        case 4 if row.metadata_percent_complete < 1:
            return Status.METADATA
        case 4 if row.rate_download > 0 or row.peers_sending_to_us + row.webseeds_sending_to_us > 0:
            return Status.DOWNLOADING
        case 4:
            return Status.STALLED
        case 6:
            return Status.SEEDING
        case 0:
            return Status.COMPLETED if is_done(row) else Status.PAUSED
    return Status.UNKNOWN


def _moment(seconds: int) -> int | None:
    """Whatever a server says, a moment that a calendar has; 0 is none."""
    return seconds if 0 < seconds < MAX_MOMENT else None


def is_done(row: Row) -> bool:
    """Whether every wanted byte is here."""
    return row.left_until_done == 0 and row.size_when_done > 0 and row.metadata_percent_complete >= 1


def to_transfer(key: TransferKey, row: Row, *, status: Status, tracker: str | None) -> Transfer:
    """One row as a Transfer. ``status`` is the caller's: it may give a stalled one a second poll."""
    broken = row.error == LOCAL_ERROR
    fetching = status in (Status.DOWNLOADING, Status.STALLED)
    return Transfer(
        key=key,
        native_id=row.hash_string,
        name=row.name,
        status=status,
        done=is_done(row) and status is not Status.MISSING,
        progress=row.percent_done if row.size_when_done > 0 else 0.0,
        size=row.size_when_done,
        remaining=row.left_until_done,
        downloaded=row.downloaded_ever,
        uploaded=row.uploaded_ever,
        download_speed=row.rate_download,
        upload_speed=row.rate_upload,
        # While seeding it is the time to the ratio limit, which is another thing.
        eta=row.eta if fetching and row.eta >= 0 else None,
        ratio=row.upload_ratio if row.upload_ratio >= 0 else None,
        check_progress=row.recheck_progress if status is Status.CHECKING else None,
        added_at=_moment(row.added_date),
        completed_at=_moment(row.done_date),
        active_at=_moment(row.activity_date),
        save_path=row.download_dir,
        content_path=f"{row.download_dir.rstrip('/')}/{row.name}" if row.metadata_percent_complete >= 1 else None,
        labels=tuple(row.labels),
        error=row.error_string if broken else None,
        tracker_warning=row.error_string if row.error in (TRACKER_WARNING, TRACKER_ERROR) else None,
        note=f"status {row.status}" if status is Status.UNKNOWN else None,
        tracker=tracker,
        peers=row.peers_connected,
        # 4.x says so while it still offers, and of one that a person started once more beyond its goal.
        goal_reached=bool(row.is_finished) and status is Status.COMPLETED,
        queue_position=row.queue_position + 1 if status is Status.QUEUED else None,
        v1=row.hash_string,
    )


def tracker_host(trackers: Trackers) -> str | None:
    """The host of the first tracker with an address; None when there is none or it can't be read."""
    for tracker in trackers.trackers:
        try:
            if host := urlsplit(str(tracker.get("announce", ""))).hostname:
                return host
        except ValueError:
            continue
    return None
