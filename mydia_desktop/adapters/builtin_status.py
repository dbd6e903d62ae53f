"""What libtorrent says of a torrent, as a Transfer."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import libtorrent as lt

from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import Status, Transfer, TransferKey

TOLD = 1 << 6 | 1 << 7
"""Of all that can be asked for along with a status, name and save path; libtorrent's own names for these bits are not
in its Python module. The rest costs a walk over all pieces."""
_STATES = lt.torrent_status.states
_CHECKING = frozenset({_STATES.checking_files, _STATES.checking_resume_data, _STATES.queued_for_checking})
_COMPLETE = frozenset({_STATES.finished, _STATES.seeding})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is known of a torrent that its status does not say."""

    labels: tuple[str, ...] = ()
    missing: str | None = None
    """The first of its files that are gone."""
    warning: str | None = None
    unsaved: str | None = None
    """Why what became of it could not be kept."""
    tracker: str | None = None
    root: str | None = None
    """The file or folder below the save path; None before its details are known."""
    goal: float = 0.0
    """The ratio at which it stops offering; 0 for never."""
    at_rest: bool = False
    """Nothing of its session runs."""


def status_of(status: lt.torrent_status, beside: Beside) -> Status:
    """In our vocabulary."""
    stopped = bool(status.flags & lt.torrent_flags.paused)
    managed = bool(status.flags & lt.torrent_flags.auto_managed)
    if beside.missing is not None:
        return Status.MISSING
    if status.errc.value():
        return Status.MISSING if is_of_lost_files(status) else Status.FAILED
    if status.moving_storage:
        return Status.MOVING
    if status.state in _CHECKING and not beside.at_rest and (managed or not stopped):
        return Status.CHECKING
    if (stopped and not managed) or beside.at_rest:
        return Status.COMPLETED if is_done(status) else Status.PAUSED
    if stopped:
        return Status.QUEUED
    if status.state == _STATES.downloading_metadata:
        return Status.METADATA
    if status.state in _COMPLETE:
        return Status.SEEDING
    return Status.DOWNLOADING if status.download_payload_rate > 0 else Status.STALLED


def is_done(status: lt.torrent_status) -> bool:
    """Whether every wanted byte is here."""
    return status.has_metadata and status.total_wanted_done == status.total_wanted > 0


def is_shared_enough(status: lt.torrent_status, goal: float) -> bool:
    """Whether it was offered so many times over: all of what is wanted, whatever of it was fetched twice."""
    return goal > 0 and status.all_time_upload >= goal * status.total_wanted > 0


def is_of_lost_files(status: lt.torrent_status) -> bool:
    """Whether its error is that files it had are not there."""
    return status.errc.value() == errno.ENOENT and status.total_done > 0


def to_transfer(
    key: TransferKey, status: lt.torrent_status, beside: Beside, *, shown: Status, before: Transfer | None
) -> Transfer:
    """One torrent; ``shown`` is its status, ``before`` the same transfer as last reported.

    While it is checked libtorrent counts the check and not what is here.
    """
    checking = shown is Status.CHECKING
    lost = shown is Status.MISSING
    size = status.total_wanted if status.has_metadata else 0
    here = 0 if lost else status.total_wanted_done
    done = is_done(status) and not lost
    if checking and before is not None:
        done, here = before.done, before.size - before.remaining
    rate = 0 if done else status.download_payload_rate  # a mean, which goes on for a while after the last byte
    hashes = status.info_hashes
    content = None if beside.root is None else str(Path(status.save_path) / beside.root)
    return Transfer(
        key=key,
        native_id=key.id,
        name=status.name or key.id,
        status=shown,
        done=done,
        progress=here / size if size else 0.0,
        size=size,
        remaining=max(0, size - here),
        downloaded=status.all_time_download,
        uploaded=status.all_time_upload,
        download_speed=0 if beside.at_rest else rate,
        upload_speed=0 if beside.at_rest else status.upload_payload_rate,
        eta=(size - here) // rate if shown is Status.DOWNLOADING and rate > 0 else None,
        ratio=_ratio(status),
        goal_reached=shown is Status.COMPLETED and is_shared_enough(status, beside.goal),
        check_progress=status.progress if checking else None,
        added_at=status.added_time or None,
        completed_at=status.completed_time or None,
        active_at=max(filter(None, map(_seconds, (status.last_download, status.last_upload))), default=None),
        save_path=status.save_path,
        content_path=content,
        labels=beside.labels,
        error=_error(status, beside),
        tracker_warning=beside.warning or None,
        note=_note(beside),
        tracker=beside.tracker,
        seeds=status.num_seeds,
        peers=max(0, status.num_peers - status.num_seeds),
        queue_position=status.queue_position + 1 if status.queue_position >= 0 else None,
        forced=not status.flags & (lt.torrent_flags.paused | lt.torrent_flags.auto_managed),
        v1=str(hashes.v1) if hashes.has_v1() else None,
        v2=str(hashes.v2) if hashes.has_v2() else None,
    )


def _error(status: lt.torrent_status, beside: Beside) -> str | None:
    if beside.missing is not None:
        return f"There is no such file, or it is too short: {beside.missing}"
    if not status.errc.value():
        return None
    words = status.errc.message()
    info = status.handle.torrent_file() if status.error_file >= 0 and status.handle.is_valid() else None
    if info is None:
        return words
    return f"{words}: {info.layout().file_path(status.error_file, status.save_path)}"


def _note(beside: Beside) -> str | None:
    if beside.unsaved is None:
        return None
    words = translate("Builtin", "What becomes of it can't be saved: {why}. After a crash it is as it was before.")
    return words.format(why=beside.unsaved)


def _ratio(status: lt.torrent_status) -> float | None:
    fetched = status.all_time_download or status.total_done
    return status.all_time_upload / fetched if fetched else None


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())
