"""The torrents of one session: which there are, by which ids, and what is known of them that no status says."""

from __future__ import annotations

from dataclasses import dataclass, field

import libtorrent as lt


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


class Torrents:
    """By the ids they were given when they came."""

    def __init__(self) -> None:
        """There are none yet."""
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
        self.story = Story()
        self._ids: dict[str, str] = {}  # by infohash

    def meet(self, id_: str, handle: lt.torrent_handle, labels: tuple[str, ...]) -> None:
        """One more, or another under an id that is known."""
        self.handles[id_] = handle
        self.labels[id_] = labels
        self.learn(id_, handle)

    def learn(self, id_: str, handle: lt.torrent_handle) -> None:
        """Know it by all its hashes: a hybrid has a second once its details are here."""
        for infohash in hashes_of(handle.info_hashes()):
            self._ids[infohash] = id_
        self.touch(id_)

    def part(self, id_: str) -> None:
        """It is gone."""
        del self.handles[id_]
        for infohash in [infohash for infohash, known in self._ids.items() if known == id_]:
            del self._ids[infohash]
        for kept in (self.labels, self.missing, self.warnings, self.unsaved, self.story.statuses):
            kept.pop(id_, None)
        for marked in (self.flushing, self.story.touched):
            marked.discard(id_)
        self.story.removed.add(id_)

    def touch(self, id_: str) -> None:
        """Tell of this torrent with the next story, whatever libtorrent says."""
        self.story.touched.add(id_)

    def warn(self, id_: str, words: str) -> None:
        """What its tracker complains of now; empty if of nothing."""
        if words != self.warnings.get(id_, ""):
            self.warnings[id_] = words
            self.touch(id_)

    def recall(self, id_: str) -> None:
        """Do not call its files missing any more."""
        if self.missing.pop(id_, None) is not None:
            self.touch(id_)

    def find(self, v1: str | None, v2: str | None) -> str | None:
        """The torrent with one of these hashes."""
        return self._ids.get(v1 or "") or self._ids.get(v2 or "")

    def id_of(self, hashes: lt.info_hash_t) -> str | None:
        """The torrent that is known by one of these hashes."""
        return next((self._ids[infohash] for infohash in hashes_of(hashes) if infohash in self._ids), None)


def hashes_of(hashes: lt.info_hash_t) -> list[str]:
    """Its one hash, or both of a hybrid."""
    found = [str(hashes.v1)] if hashes.has_v1() else []
    return [*found, str(hashes.v2)] if hashes.has_v2() else found


def name_of(hashes: lt.info_hash_t) -> str:
    """What a torrent is called: its first hash, or the first forty digits of its second."""
    return str(hashes.v1) if hashes.has_v1() else str(hashes.v2)[:40]
