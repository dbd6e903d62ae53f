"""Keeps on the disk what becomes of torrents: asked for, written once libtorrent has it, and now and then anyway."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable

import libtorrent as lt

from mydia_desktop.adapters.builtin_resume import ResumeFiles
from mydia_desktop.adapters.builtin_torrents import Torrents

logger = logging.getLogger(__name__)

SAVED_EVERY_S = 180.0


class Saving:
    """Of one session. What the disk does not take is noted of the torrent, and tried again."""

    def __init__(self, files: ResumeFiles, torrents: Torrents) -> None:
        """Nothing is written before it is asked for."""
        self.waiting: set[str] = set()
        """What was asked for and has not come yet."""
        self._files, self._torrents = files, torrents
        self._changed: set[str] = set()
        self._saved_at = time.monotonic()

    def ask(self, id_: str, *, only_if_modified: bool = False) -> None:
        """Have it saved, soon; one with missing files stays as it was saved."""
        handle = self._torrents.handles[id_]
        if id_ in self._torrents.missing or not handle.is_valid():
            return
        flags = lt.save_resume_flags_t.save_info_dict
        if only_if_modified:
            flags |= lt.save_resume_flags_t.only_if_modified
        self._changed.discard(id_)
        self.waiting.add(id_)
        handle.save_resume_data(flags)

    def ask_for_all(self, ids: Iterable[str]) -> None:
        """Have saved what of these changed."""
        for id_ in list(ids):
            # What was asked for and never came has to be asked for again: libtorrent takes it for saved.
            self.ask(id_, only_if_modified=id_ not in self.waiting)

    def keep(self, id_: str, torrent: lt.add_torrent_params) -> None:
        """What was asked for has come: write it down."""
        self.waiting.discard(id_)
        handle = self._torrents.handles[id_]
        place = handle.queue_position() if handle.is_valid() else -1
        try:
            self._files.write(id_, torrent, labels=self._torrents.labels[id_], queue=place)
        except OSError as error:
            logger.warning("%s could not be saved: %s", id_, error)
            self._changed.add(id_)
            self._torrents.unsaved[id_] = error.strerror or str(error)
            self._torrents.touch(id_)
        else:
            if self._torrents.unsaved.pop(id_, None) is not None:
                self._torrents.touch(id_)

    def nothing_new(self, id_: str) -> None:
        """What was asked for will not come: it is as it was saved."""
        self.waiting.discard(id_)

    def changed(self, ids: Iterable[str]) -> None:
        """Something of these is another than was saved; every few minutes that is asked for."""
        self._changed.update(ids)
        now = time.monotonic()
        if now - self._saved_at >= SAVED_EVERY_S:
            self._saved_at = now
            self.ask_for_all((self._changed | self.waiting) & self._torrents.handles.keys())

    def forget(self, id_: str) -> None:
        """It is gone."""
        self.waiting.discard(id_)
        self._changed.discard(id_)
