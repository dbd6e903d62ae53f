"""One libtorrent session: what it does is told by its alerts, which are read in the one thread that asks it anything.

There is no callback for alerts: whoever shows the session asks it every second or so, and while nobody looks, every
half minute, for which libtorrent keeps more than enough of them.
"""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import libtorrent as lt

from mydia_desktop.adapters.builtin_lock import lock_folder
from mydia_desktop.adapters.builtin_resume import Kept, ResumeFiles, what_is_gone
from mydia_desktop.adapters.builtin_saving import Saving
from mydia_desktop.adapters.builtin_settings import limits_hold_everywhere, options_of, pack_of, resting_pack
from mydia_desktop.adapters.builtin_status import TOLD, is_shared_enough
from mydia_desktop.adapters.builtin_torrents import Story, Torrents, hashes_of, name_of
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.sentence import translate

logger = logging.getLogger(__name__)

ANSWERED_WITHIN_S = 10.0
"""By libtorrent's own thread, which does nothing slow; after that something is badly wrong."""
SAVED_WITHIN_S = 2.0
CLOSED_WITHIN_S = 2.2
"""To save what changed, of the three seconds that quitting may take."""
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
        self.torrents = Torrents()
        self.cut_off = False
        """Set by ``abort``; nothing more is waited for until the next call begins."""
        self._at_rest = at_rest
        self._closing = False
        self._files = ResumeFiles(folder)
        self._saving = Saving(self._files, self.torrents)
        self._leaving: dict[str, str] = {}  # by infohash, those being removed
        self._deleted: dict[str, str] = {}
        self._lock = lock_folder(folder, config.name)
        try:
            self._lt = self._begin(config, password)
        except BaseException:
            self._lock.release()
            raise

    # -- its life ----------------------------------------------------------------------------------------------

    def _begin(self, config: ClientConfig, password: Callable[[], str | None]) -> lt.session:
        self.options = options_of(config)
        params = lt.session_params()
        if self._at_rest:
            params.settings = resting_pack()  # type: ignore[assignment] # a dict of known keys
        else:
            params.settings = pack_of(config, password)  # type: ignore[assignment] # likewise
        session = lt.session(params)
        if self._at_rest:
            session.pause()
        session.set_peer_class_filter(limits_hold_everywhere())
        for kept in self._files.read_all():
            gone = what_is_gone(kept.torrent)
            self._prepare(kept.torrent)
            if gone is not None:
                self.torrents.missing[kept.id] = gone
                kept.torrent.flags = (kept.torrent.flags | _STOPPED) & ~(_MANAGED | lt.torrent_flags.stop_when_ready)
                logger.info("%s: files of %s are gone: %s", self.name, kept.id, gone)
            try:
                self.torrents.meet(kept.id, session.add_torrent(kept.torrent), kept.labels)
            except RuntimeError as error:
                logger.warning("%s: %s could not be taken up again: %s", self.name, kept.id, error)
        return session

    def configure(self, config: ClientConfig, password: Callable[[], str | None]) -> None:
        """Put settings in force while everything goes on."""
        before, self.options, self.name = self.options, options_of(config), config.name
        if not self._at_rest:
            self._lt.apply_settings(pack_of(config, password))  # type: ignore[arg-type] # a dict of known keys
        if before.pex != self.options.pex:
            for handle in self.torrents.handles.values():
                handle.set_flags(0 if self.options.pex else lt.torrent_flags.disable_pex, lt.torrent_flags.disable_pex)
        self.torrents.story = Story(torn=True)

    def close(self) -> None:
        """Save what changed, for a limited time, and end."""
        self._closing = True
        if not self._at_rest:
            try:
                self._save_everything()
            except ClientUnreachableError:
                logger.warning("%s: %d torrents were not saved in time", self.name, len(self._saving.waiting))
        self.torrents.handles.clear()
        del self._lt
        self._lock.release()

    def _save_everything(self) -> None:
        deadline = time.monotonic() + CLOSED_WITHIN_S
        self._lt.pause()
        self.catch_up(until=deadline)
        self._saving.ask_for_all(self.torrents.handles)
        self._wait(lambda _: not self._saving.waiting, until=deadline)

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
        told = self.torrents.story
        if told.torn:
            self._lt.pop_alerts()
            everything = self._lt.get_torrent_status(lambda _: True, TOLD)
            found = {self.torrents.id_of(status.info_hashes): status for status in everything}
            told.statuses = {id_: status for id_, status in found.items() if id_ is not None}
        self.torrents.story = Story()
        if not self._at_rest:
            self._saving.changed(told.statuses)
        return told

    def catch_up(self, *, until: float | None = None) -> None:
        """Hear everything that has happened until now; ``until`` is a monotonic moment.

        Raises:
            ClientUnreachableError: it does not answer.
        """
        self._lt.post_torrent_updates(TOLD)
        self._wait(lambda alerts: any(isinstance(alert, lt.state_update_alert) for alert in alerts), until=until)

    def present(self, ids: Iterable[str]) -> set[str]:
        """Those of these torrents that it has; of a removal its alert may tell a moment late."""
        handles = self.torrents.handles
        known = [(id_, handles[id_]) for id_ in ids if id_ in handles]
        there = set(self._lt.get_torrents()) if known else set()
        return {id_ for id_, handle in known if handle in there}

    def add(self, torrent: lt.add_torrent_params, labels: tuple[str, ...]) -> str:
        """Take a new torrent in, and keep it before it begins; its id.

        Raises:
            RuntimeError: libtorrent will not have it.
            OSError: it can't be kept.
        """
        id_ = name_of(torrent.info_hashes)
        self._prepare(torrent)
        self._files.write(id_, torrent, labels=labels, queue=len(self.torrents.handles))
        try:
            handle = self._lt.add_torrent(torrent)
        except BaseException:
            self._files.forget(id_)
            raise
        self.torrents.meet(id_, handle, labels)
        return id_

    def remove(self, ids: Iterable[str], *, files: bool) -> dict[str, str]:
        """Drop torrents; for those whose files should have gone and did not, libtorrent's words.

        Raises:
            ClientUnreachableError: it did not say in time what became of the files.
        """
        chosen = {id_: self.torrents.handles[id_] for id_ in ids}
        for id_, handle in chosen.items():
            self._leaving.update(dict.fromkeys(hashes_of(handle.info_hashes()), id_))
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
        if id_ in self.torrents.missing:
            self._files.relabel(id_, labels)
        self.torrents.labels[id_] = labels
        self.torrents.touch(id_)

    def save(self, ids: Iterable[str]) -> None:
        """Keep what became of these before anybody is told that it was done; what takes too long follows later."""
        asked = set(ids)
        for id_ in asked:
            self._save(id_)
        deadline = time.monotonic() + SAVED_WITHIN_S
        self._wait(lambda _: not asked & self._saving.waiting or time.monotonic() > deadline)

    def kept(self, id_: str) -> Kept | None:
        """What was saved of a torrent; None if that can't be read, which is logged."""
        return self._files.read(id_)

    # -- what it says ------------------------------------------------------------------------------------------

    def _wait(self, enough: Callable[[list[lt.alert]], bool], *, until: float | None = None) -> None:
        deadline = time.monotonic() + ANSWERED_WITHIN_S if until is None else until
        while not enough(self._read_alerts()):
            if (self.cut_off and not self._closing) or time.monotonic() > deadline:
                self.torrents.story.torn = True
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
                    if (id_ := self.torrents.id_of(status.info_hashes)) is not None:
                        self.torrents.story.statuses[id_] = status
            case lt.alerts_dropped_alert():
                self.torrents.story.torn = True
            case lt.add_torrent_alert() if alert.handle.is_valid():
                self._come(alert.handle)
            case lt.torrent_removed_alert():
                id_ = self.torrents.id_of(alert.info_hashes)
                if id_ is not None and not self.present([id_]):  # else it came again meanwhile
                    self._part(id_)
            case lt.torrent_deleted_alert():
                self._erased(alert.info_hashes, "")
            case lt.torrent_delete_failed_alert():
                # There was nothing to erase yet: that is no failure.
                nothing = alert.error.value() == errno.ENOENT
                self._erased(alert.info_hashes, "" if nothing else alert.error.message())
            case lt.save_resume_data_alert():
                id_ = self.torrents.id_of(alert.params.info_hashes)
                if id_ is not None and id_ not in self._leaving.values():
                    self._saving.keep(id_, alert.params)
            case lt.save_resume_data_failed_alert():
                self._saving.nothing_new(self.torrents.id_of(alert.handle.info_hashes()) or "")
            case lt.tracker_error_alert() | lt.tracker_warning_alert():
                self._warn(alert.handle, alert)
            case lt.tracker_reply_alert():
                self._warn(alert.handle, None)
            case lt.cache_flushed_alert():
                self.torrents.flushing.discard(self.torrents.id_of(alert.handle.info_hashes()) or "")
            case lt.listen_failed_alert():
                logger.warning("%s: %s", self.name, alert.message())
        if isinstance(alert, _WORTH_SAVING):
            self._note(alert)

    def _note(self, alert: lt.torrent_alert) -> None:
        if not alert.handle.is_valid():
            return
        id_ = self.torrents.id_of(alert.handle.info_hashes())
        if id_ is None:
            return
        if isinstance(alert, lt.metadata_received_alert):
            self.torrents.learn(id_, alert.handle)
        if isinstance(alert, lt.torrent_finished_alert):
            self.torrents.flushing.add(id_)
        self._save(id_)

    def _erased(self, hashes: lt.info_hash_t, words: str) -> None:
        for infohash in hashes_of(hashes):
            if (id_ := self._leaving.pop(infohash, None)) is not None:
                self._deleted[id_] = words

    def _warn(self, handle: lt.torrent_handle, alert: lt.tracker_error_alert | lt.tracker_warning_alert | None) -> None:
        id_ = self.torrents.id_of(handle.info_hashes()) if handle.is_valid() else None
        if id_ is None:
            return
        if alert is None:
            words = ""
        elif isinstance(alert, lt.tracker_error_alert):
            words = alert.failure_reason() or alert.error.message()
        else:
            words = alert.message()
        self.torrents.warn(id_, words)

    # -- who is who --------------------------------------------------------------------------------------------

    def _prepare(self, torrent: lt.add_torrent_params) -> None:
        torrent.flags |= lt.torrent_flags.duplicate_is_error | lt.torrent_flags.update_subscribe
        if not self.options.pex:
            torrent.flags |= lt.torrent_flags.disable_pex

    def _come(self, handle: lt.torrent_handle) -> None:
        """Somebody added a torrent; mostly we did."""
        id_ = self.torrents.id_of(handle.info_hashes())
        if id_ is None:
            id_ = name_of(handle.info_hashes())
            self.torrents.meet(id_, handle, ())
            self._save(id_)
        elif not self.present([id_]):  # the one we knew was removed, of which we have not heard yet
            self.torrents.meet(id_, handle, self.torrents.labels[id_])

    def _part(self, id_: str) -> None:
        self.torrents.part(id_)
        self._saving.forget(id_)
        if id_ not in self._leaving.values():
            self._files.forget(id_)

    def _save(self, id_: str) -> None:
        if not self._at_rest:
            self._saving.ask(id_)

    def _stop_what_was_shared_enough(self) -> None:
        for id_, status in self.torrents.story.statuses.items():
            managed = status.flags & _MANAGED  # what was forced to start is not stopped by a rule
            if status.is_seeding and managed and is_shared_enough(status, self.options.seed_ratio):
                handle = self.torrents.handles[id_]
                handle.unset_flags(_MANAGED)
                handle.pause()
