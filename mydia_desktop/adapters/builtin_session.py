"""One libtorrent session: what it does is told by its alerts, which are read in the one thread that asks it anything.

There is no callback for alerts: whoever shows the session asks it every second or so, and while nobody looks, every
half minute, for which libtorrent keeps more than enough of them.
"""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import libtorrent as lt

from mydia_desktop.adapters.builtin_lock import FolderLock
from mydia_desktop.adapters.builtin_resume import ResumeFiles, what_is_gone
from mydia_desktop.adapters.builtin_settings import limits_hold_everywhere, resting_pack, settings_pack
from mydia_desktop.adapters.builtin_status import is_shared_enough
from mydia_desktop.config.builtin_options import BuiltinOptions
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.sentence import translate

logger = logging.getLogger(__name__)

ANSWERED_WITHIN_S = 10.0
"""By libtorrent's own thread, which does nothing slow; after that something is badly wrong."""
SAVED_EVERY_S = 180.0
SAVED_WITHIN_S = 2.0
CLOSED_WITHIN_S = 2.2
"""To save what changed, of the three seconds that quitting may take."""
TOLD = 1 << 6 | 1 << 7
"""Of all that can be asked for along with a status, name and save path; libtorrent's own names for these bits are not
in its Python module. The rest costs a walk over all pieces."""
_TURN_MS = 200
_STOPPED = lt.torrent_flags.paused
_MANAGED = lt.torrent_flags.auto_managed
_WORTH_SAVING = (
    lt.torrent_finished_alert,
    lt.torrent_paused_alert,
    lt.torrent_resumed_alert,
    lt.torrent_checked_alert,
    lt.metadata_received_alert,
    lt.storage_moved_alert,
)


@dataclass(slots=True)
class Story:
    """What happened since somebody last took the story."""

    statuses: dict[str, lt.torrent_status] = field(default_factory=dict)
    """Of every torrent that changed, the newest."""
    removed: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    """Torrents of which something changed that is not in a status."""
    torn: bool = False
    """Something was lost: everything has to be read again."""


class Session:
    """The torrents of one client, by the ids they were given when they came."""

    def __init__(
        self, config: ClientConfig, password: Callable[[], str | None], folder: Path, *, at_rest: bool
    ) -> None:
        """Take up what was left in the folder.

        Raises:
            ClientUnreachableError: another program has this session, or the folder can't be used.
        """
        self.name = config.name
        self.handles: dict[str, lt.torrent_handle] = {}
        self.labels: dict[str, tuple[str, ...]] = {}
        self.missing: dict[str, str] = {}
        """Torrents whose files are gone, each with the first of them. Nothing is fetched for these, and what was
        saved of them stays as it is, for files may come back."""
        self.warnings: dict[str, str] = {}
        """What trackers complain of."""
        self.unsaved: dict[str, str] = {}
        """Torrents of which the disk did not take what is to be kept, each with the system's words."""
        self.flushing: set[str] = set()
        """Finished, but perhaps not all of it on the disk yet."""
        self.cut_off = False
        """Set by ``abort``; nothing more is waited for until the next call begins."""
        self._at_rest = at_rest
        self._closing = False
        self._ids: dict[str, str] = {}  # by infohash
        self._files = ResumeFiles(folder)
        self._saving: set[str] = set()
        self._changed: set[str] = set()
        self._saved_at = time.monotonic()
        self._leaving: dict[str, str] = {}  # by infohash, those being removed
        self._deleted: dict[str, str] = {}
        self._story = Story()
        self._lock = _locked(folder, config.name)
        try:
            self._lt = self._begin(config, password)
        except BaseException:
            self._lock.release()
            raise

    # -- its life ----------------------------------------------------------------------------------------------

    def _begin(self, config: ClientConfig, password: Callable[[], str | None]) -> lt.session:
        self.options = options = _options(config)
        params = lt.session_params()
        if self._at_rest:
            params.settings = resting_pack()  # type: ignore[assignment] # a dict of known keys
        else:
            params.settings = _pack(config, options, password)  # type: ignore[assignment] # likewise
        session = lt.session(params)
        if self._at_rest:
            session.pause()
        session.set_peer_class_filter(limits_hold_everywhere())
        for kept in self._files.read_all():
            gone = what_is_gone(kept.torrent)
            self._prepare(kept.torrent)
            if gone is not None:
                self.missing[kept.id] = gone
                kept.torrent.flags = (kept.torrent.flags | _STOPPED) & ~(_MANAGED | lt.torrent_flags.stop_when_ready)
                logger.info("%s: files of %s are gone: %s", self.name, kept.id, gone)
            try:
                self._meet(kept.id, session.add_torrent(kept.torrent), kept.labels)
            except RuntimeError as error:
                logger.warning("%s: %s could not be taken up again: %s", self.name, kept.id, error)
        return session

    def configure(self, config: ClientConfig, password: Callable[[], str | None]) -> None:
        """Put settings in force while everything goes on."""
        before, self.options, self.name = self.options, _options(config), config.name
        if not self._at_rest:
            self._lt.apply_settings(_pack(config, self.options, password))  # type: ignore[arg-type] # a dict of known keys
        if before.pex != self.options.pex:
            for handle in self.handles.values():
                handle.set_flags(0 if self.options.pex else lt.torrent_flags.disable_pex, lt.torrent_flags.disable_pex)
        self._story = Story(torn=True)

    def close(self) -> None:
        """Save what changed, for a limited time, and end."""
        self._closing = True
        if not self._at_rest:
            try:
                self._save_everything()
            except ClientUnreachableError:
                logger.warning("%s: %d torrents were not saved in time", self.name, len(self._saving))
        self.handles.clear()
        del self._lt
        self._lock.release()

    def _save_everything(self) -> None:
        deadline = time.monotonic() + CLOSED_WITHIN_S
        self._lt.pause()
        self.catch_up(until=deadline)
        for id_ in self.handles:
            # What was asked for and never came has to be asked for again: libtorrent takes it for saved.
            self._save(id_, only_if_modified=id_ not in self._saving)
        self._wait(lambda _: not self._saving, until=deadline)

    # -- what is asked of it -----------------------------------------------------------------------------------

    @property
    def native(self) -> lt.session:
        """Libtorrent's own."""
        return self._lt

    def story(self) -> Story:
        """What happened since the last call.

        Raises:
            ClientUnreachableError: it does not answer.
        """
        self.catch_up()
        self._stop_what_was_shared_enough()
        if self._story.torn:
            self._lt.pop_alerts()
            everything = self._lt.get_torrent_status(lambda _: True, TOLD)
            found = {self._id_of(status.info_hashes): status for status in everything}
            self._story.statuses = {id_: status for id_, status in found.items() if id_ is not None}
        story, self._story = self._story, Story()
        self._changed.update(story.statuses)
        self._save_now_and_then()
        return story

    def catch_up(self, *, until: float | None = None) -> None:
        """Hear everything that has happened until now; ``until`` is a monotonic moment.

        Raises:
            ClientUnreachableError: it does not answer.
        """
        self._lt.post_torrent_updates(TOLD)
        self._wait(lambda alerts: any(isinstance(alert, lt.state_update_alert) for alert in alerts), until=until)

    def present(self, ids: Iterable[str]) -> set[str]:
        """Those of these torrents that it has; of a removal its alert may tell a moment late."""
        known = [(id_, self.handles[id_]) for id_ in ids if id_ in self.handles]
        there = set(self._lt.get_torrents()) if known else set()
        return {id_ for id_, handle in known if handle in there}

    def find(self, v1: str | None, v2: str | None) -> str | None:
        """The torrent with one of these hashes."""
        return self._ids.get(v1 or "") or self._ids.get(v2 or "")

    def add(self, torrent: lt.add_torrent_params, labels: tuple[str, ...]) -> str:
        """Take a new torrent in, and keep it before it begins; its id.

        Raises:
            RuntimeError: libtorrent will not have it.
            OSError: it can't be kept.
        """
        id_ = _name_of(torrent.info_hashes)
        self._prepare(torrent)
        self._files.write(id_, torrent, labels=labels, queue=len(self.handles))
        try:
            handle = self._lt.add_torrent(torrent)
        except BaseException:
            self._files.forget(id_)
            raise
        self._meet(id_, handle, labels)
        return id_

    def remove(self, ids: Iterable[str], *, files: bool) -> dict[str, str]:
        """Drop torrents; for those whose files should have gone and did not, libtorrent's words.

        Raises:
            ClientUnreachableError: it did not say in time what became of the files.
        """
        chosen = {id_: self.handles[id_] for id_ in ids}
        for id_, handle in chosen.items():
            self._leaving.update(dict.fromkeys(_hashes_of(handle.info_hashes()), id_))
            if not files:
                self._files.forget(id_)
            self._lt.remove_torrent(handle, lt.session.delete_files if files else 0)
        try:
            if files:
                self._wait(lambda _: chosen.keys() <= self._deleted.keys())
                # Only now: were the program killed in between, what is left of the files would belong to nobody.
                for id_ in chosen:
                    self._files.forget(id_)
            self.catch_up()
        finally:
            self._leaving = {infohash: id_ for infohash, id_ in self._leaving.items() if id_ not in chosen}
        return {id_: words for id_ in chosen if (words := self._deleted.pop(id_, ""))}

    def relabel(self, id_: str, labels: tuple[str, ...]) -> None:
        """Change the labels of a torrent.

        Raises:
            OSError: those of one with missing files can't be kept.
        """
        if id_ in self.missing:
            self._files.relabel(id_, labels)
        self.labels[id_] = labels
        self.touch(id_)

    def save(self, ids: Iterable[str]) -> None:
        """Keep what became of these before anybody is told that it was done; what takes too long follows later."""
        asked = set(ids)
        for id_ in asked:
            self._save(id_)
        deadline = time.monotonic() + SAVED_WITHIN_S
        self._wait(lambda _: not asked & self._saving or time.monotonic() > deadline)

    def touch(self, id_: str) -> None:
        """Tell of this torrent with the next story, whatever libtorrent says."""
        self._story.touched.add(id_)

    def recall(self, id_: str) -> None:
        """Do not call its files missing any more."""
        if self.missing.pop(id_, None) is not None:
            self.touch(id_)

    def check(self, id_: str) -> None:
        """Read the files of a torrent anew. If some of them are gone it stops and is missing them instead.

        Else libtorrent would find that nothing is there, and begin to fetch it.
        """
        handle = self.handles[id_]
        kept = self._files.read(id_) if id_ in self.missing else None
        gone = what_is_gone(kept.torrent) if kept else self._what_is_gone(handle)
        if gone is not None:
            handle.unset_flags(_MANAGED)
            handle.pause()
            self.missing[id_] = gone
            self.touch(id_)
            return
        self.recall(id_)
        stopped = handle.flags() & (_STOPPED | _MANAGED) == _STOPPED
        handle.clear_error()
        handle.force_recheck()
        if stopped:  # libtorrent checks nothing that is stopped
            handle.set_flags(_MANAGED | lt.torrent_flags.stop_when_ready)

    def _what_is_gone(self, handle: lt.torrent_handle) -> str | None:
        now = lt.add_torrent_params()
        info = handle.torrent_file()
        if info is None:
            return None
        status = handle.status(TOLD | lt.status_flags_t.query_pieces)
        now.ti, now.save_path, now.have_pieces = info, status.save_path, status.pieces
        now.file_priorities = handle.get_file_priorities()
        return what_is_gone(now)

    # -- what it says ------------------------------------------------------------------------------------------

    def _wait(self, enough: Callable[[list[lt.alert]], bool], *, until: float | None = None) -> None:
        deadline = time.monotonic() + ANSWERED_WITHIN_S if until is None else until
        while not enough(self._read_alerts()):
            if (self.cut_off and not self._closing) or time.monotonic() > deadline:
                self._story.torn = True
                raise ClientUnreachableError(
                    translate("Builtin", "{name} does not answer in time.").format(name=self.name),
                    cause=Cause.TIMED_OUT,
                )
            self._lt.wait_for_alert(_TURN_MS)

    def _read_alerts(self) -> list[lt.alert]:
        alerts = self._lt.pop_alerts()
        for alert in alerts:
            self._hear(alert)
        return alerts

    def _hear(self, alert: lt.alert) -> None:  # noqa: PLR0912 - a table of what libtorrent may say
        match alert:
            case lt.state_update_alert():
                for status in alert.status:
                    if (id_ := self._id_of(status.info_hashes)) is not None:
                        self._story.statuses[id_] = status
            case lt.alerts_dropped_alert():
                self._story.torn = True
            case lt.add_torrent_alert() if alert.handle.is_valid():
                self._come(alert.handle)
            case lt.torrent_removed_alert():
                id_ = self._id_of(alert.info_hashes)
                if id_ is not None and not self.present([id_]):  # else it came again meanwhile
                    self._part(id_)
            case lt.torrent_deleted_alert():
                self._erased(alert.info_hashes, "")
            case lt.torrent_delete_failed_alert():
                # There was nothing to erase yet: that is no failure.
                nothing = alert.error.value() == errno.ENOENT
                self._erased(alert.info_hashes, "" if nothing else alert.error.message())
            case lt.save_resume_data_alert():
                self._keep(alert)
            case lt.save_resume_data_failed_alert():
                self._saving.discard(self._id_of(alert.handle.info_hashes()) or "")
            case lt.tracker_error_alert() | lt.tracker_warning_alert():
                self._warn(alert.handle, alert)
            case lt.tracker_reply_alert():
                self._warn(alert.handle, None)
            case lt.cache_flushed_alert():
                self.flushing.discard(self._id_of(alert.handle.info_hashes()) or "")
            case lt.listen_failed_alert():
                logger.warning("%s: %s", self.name, alert.message())
        if isinstance(alert, _WORTH_SAVING):
            self._note(alert)

    def _note(self, alert: lt.torrent_alert) -> None:
        if not alert.handle.is_valid():
            return
        id_ = self._id_of(alert.handle.info_hashes())
        if id_ is None:
            return
        if isinstance(alert, lt.metadata_received_alert):
            self._learn(id_, alert.handle)  # a hybrid has a second hash from now on
        if isinstance(alert, lt.torrent_finished_alert):
            self.flushing.add(id_)
        self._save(id_)

    def _erased(self, hashes: lt.info_hash_t, words: str) -> None:
        for infohash in _hashes_of(hashes):
            if (id_ := self._leaving.pop(infohash, None)) is not None:
                self._deleted[id_] = words

    def _warn(self, handle: lt.torrent_handle, alert: lt.tracker_error_alert | lt.tracker_warning_alert | None) -> None:
        id_ = self._id_of(handle.info_hashes()) if handle.is_valid() else None
        if id_ is None:
            return
        if alert is None:
            words = ""
        elif isinstance(alert, lt.tracker_error_alert):
            words = alert.failure_reason() or alert.error.message()
        else:
            words = alert.message()
        if words != self.warnings.get(id_, ""):
            self.warnings[id_] = words
            self.touch(id_)

    # -- who is who --------------------------------------------------------------------------------------------

    def _prepare(self, torrent: lt.add_torrent_params) -> None:
        torrent.flags |= lt.torrent_flags.duplicate_is_error | lt.torrent_flags.update_subscribe
        if not self.options.pex:
            torrent.flags |= lt.torrent_flags.disable_pex

    def _meet(self, id_: str, handle: lt.torrent_handle, labels: tuple[str, ...]) -> None:
        self.handles[id_] = handle
        self.labels[id_] = labels
        self._learn(id_, handle)

    def _come(self, handle: lt.torrent_handle) -> None:
        """Somebody added a torrent; mostly we did."""
        id_ = self._id_of(handle.info_hashes())
        if id_ is None:
            id_ = _name_of(handle.info_hashes())
            self._meet(id_, handle, ())
            self._save(id_)
        elif not self.present([id_]):  # the one we knew was removed, of which we have not heard yet
            self._meet(id_, handle, self.labels[id_])

    def _learn(self, id_: str, handle: lt.torrent_handle) -> None:
        for infohash in _hashes_of(handle.info_hashes()):
            self._ids[infohash] = id_
        self.touch(id_)

    def _part(self, id_: str) -> None:
        del self.handles[id_]
        if id_ not in self._leaving.values():
            self._files.forget(id_)
        for infohash in [infohash for infohash, known in self._ids.items() if known == id_]:
            del self._ids[infohash]
        for kept in (self.labels, self.missing, self.warnings, self.unsaved):
            kept.pop(id_, None)
        for marked in (self.flushing, self._saving, self._changed, self._story.touched):
            marked.discard(id_)
        self._story.statuses.pop(id_, None)
        self._story.removed.add(id_)

    def _id_of(self, hashes: lt.info_hash_t) -> str | None:
        return next((self._ids[infohash] for infohash in _hashes_of(hashes) if infohash in self._ids), None)

    # -- what is kept ------------------------------------------------------------------------------------------

    def _save(self, id_: str, *, only_if_modified: bool = False) -> None:
        handle = self.handles[id_]
        if id_ in self.missing or self._at_rest or not handle.is_valid():
            return
        flags = lt.save_resume_flags_t.save_info_dict
        if only_if_modified:
            flags |= lt.save_resume_flags_t.only_if_modified
        self._changed.discard(id_)
        self._saving.add(id_)
        handle.save_resume_data(flags)

    def _keep(self, alert: lt.save_resume_data_alert) -> None:
        id_ = self._id_of(alert.params.info_hashes)
        if id_ is None or id_ in self._leaving.values():
            return
        self._saving.discard(id_)
        handle = self.handles[id_]
        place = handle.queue_position() if handle.is_valid() else -1
        try:
            self._files.write(id_, alert.params, labels=self.labels[id_], queue=place)
        except OSError as error:
            logger.warning("%s: %s could not be saved: %s", self.name, id_, error)
            self._changed.add(id_)
            self.unsaved[id_] = error.strerror or str(error)
            self.touch(id_)
        else:
            if self.unsaved.pop(id_, None) is not None:
                self.touch(id_)

    def _save_now_and_then(self) -> None:
        now = time.monotonic()
        if now - self._saved_at < SAVED_EVERY_S:
            return
        self._saved_at = now
        for id_ in list((self._changed | self._saving) & self.handles.keys()):
            self._save(id_, only_if_modified=id_ not in self._saving)

    def _stop_what_was_shared_enough(self) -> None:
        for id_, status in self._story.statuses.items():
            managed = status.flags & _MANAGED  # what was forced to start is not stopped by a rule
            if status.is_seeding and managed and is_shared_enough(status, self.options.seed_ratio):
                handle = self.handles[id_]
                handle.unset_flags(_MANAGED)
                handle.pause()


def _locked(folder: Path, name: str) -> FolderLock:
    try:
        return FolderLock(folder / "lock")
    except BlockingIOError as error:
        raise ClientUnreachableError(
            translate(
                "Builtin", "{name} already runs in another window of this profile, and only that can say what it does."
            ).format(name=name),
            cause=Cause.BUSY,
        ) from error
    except OSError as error:
        raise ClientUnreachableError(
            translate("Builtin", "{name} can't keep anything in {folder}: {why}.").format(
                name=name, folder=folder, why=error.strerror or error
            ),
            cause=Cause.CONFIG,
        ) from error


def _options(config: ClientConfig) -> BuiltinOptions:
    if config.builtin is None:
        raise ValueError(f"{config.id} is no client inside this program")
    return config.builtin


def _pack(config: ClientConfig, options: BuiltinOptions, password: Callable[[], str | None]) -> dict[str, object]:
    # The keyring may ask the person to unlock it; only a proxy with a user needs it.
    secret = password() if options.proxy and config.username else None
    return settings_pack(options, username=config.username, password=secret)


def _hashes_of(hashes: lt.info_hash_t) -> list[str]:
    found = [str(hashes.v1)] if hashes.has_v1() else []
    return [*found, str(hashes.v2)] if hashes.has_v2() else found


def _name_of(hashes: lt.info_hash_t) -> str:
    """What a torrent is called: its first hash, or the first forty digits of its second."""
    return str(hashes.v1) if hashes.has_v1() else str(hashes.v2)[:40]
