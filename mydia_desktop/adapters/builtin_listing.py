"""The torrents of a session as transfers; a row that looks as it did is the identical object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

import libtorrent as lt

from mydia_desktop.adapters.builtin_session import Session
from mydia_desktop.adapters.builtin_status import Beside, status_of, to_transfer
from mydia_desktop.adapters.builtin_torrents import Story
from mydia_desktop.adapters.label_count import LabelCount
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey


class Listing:
    """The rows of one session. ``transfers`` is what was last said of them."""

    def __init__(self, client: ClientId, *, at_rest: bool) -> None:
        self.transfers: dict[TransferKey, Transfer] = {}
        self.download_speed = 0
        """Bytes per second, of all."""
        self.upload_speed = 0
        self._client = client
        self._at_rest = at_rest
        self._statuses: dict[str, lt.torrent_status] = {}
        self._roots: dict[str, str] = {}
        self._trackers: dict[str, str] = {}
        self._quiet: set[str] = set()  # without a byte for one look: shown as downloading once more
        self._labels = LabelCount()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels some row has, in order."""
        return self._labels.in_use

    def key(self, id_: str) -> TransferKey:
        """The key of a row."""
        return TransferKey(self._client, id_)

    def take(self, story: Story, session: Session) -> tuple[Mapping[TransferKey, Transfer], frozenset[TransferKey]]:
        """Fold in what happened; the rows that look different now, and those that are gone."""
        gone = story.removed | (self._statuses.keys() - story.statuses.keys() if story.torn else set())
        removed = frozenset(self.key(id_) for id_ in gone - session.torrents.handles.keys() if self._forget(id_))
        self._statuses.update(story.statuses)
        changed = {}
        for id_ in {*story.statuses, *story.touched, *self._quiet} & self._statuses.keys():
            key, before = self.key(id_), self.transfers.get(self.key(id_))
            now = self._transfer(key, session, before)
            if now != before:
                self._count(before, now)
                self.transfers[key] = changed[key] = now
        return changed, removed

    def _transfer(self, key: TransferKey, session: Session, before: Transfer | None) -> Transfer:
        id_ = key.id
        status = self._statuses[id_]
        if id_ not in self._roots and status.has_metadata:
            self._look_inside(id_, session.torrents.handles[id_])
        tracker = _host(status.current_tracker) or self._trackers.get(id_)
        beside = Beside(
            labels=session.torrents.labels.get(id_, ()),
            missing=session.torrents.missing.get(id_),
            warning=session.torrents.warnings.get(id_),
            unsaved=session.torrents.unsaved.get(id_),
            tracker=tracker,
            root=self._roots.get(id_),
            goal=session.options.seed_ratio,
            at_rest=self._at_rest,
        )
        shown = self._patient(id_, status_of(status, beside), before)
        return to_transfer(key, status, beside, shown=shown, before=before)

    def _look_inside(self, id_: str, handle: lt.torrent_handle) -> None:
        """What does not change once its details are known."""
        info = handle.torrent_file()
        if info is not None:
            self._roots[id_] = PurePath(info.layout().file_path(0)).parts[0]
        trackers = [tracker["url"] for tracker in handle.trackers()]
        host = next(filter(None, map(_host, trackers)), None)
        if host is not None:
            self._trackers[id_] = host

    def _patient(self, id_: str, status: Status, before: Transfer | None) -> Status:
        """A downloading torrent may be without a byte for one look before it counts as stalled."""
        if status is Status.STALLED and before and before.status is Status.DOWNLOADING and id_ not in self._quiet:
            self._quiet.add(id_)
            return Status.DOWNLOADING
        self._quiet.discard(id_)
        return status

    def _forget(self, id_: str) -> bool:
        if self._statuses.pop(id_, None) is None:
            return False
        for known in (self._roots, self._trackers):
            known.pop(id_, None)
        self._quiet.discard(id_)
        self._count(self.transfers.pop(self.key(id_), None), None)
        return True

    def _count(self, before: Transfer | None, now: Transfer | None) -> None:
        self._labels.replace(before.labels if before else (), now.labels if now else ())
        for row, sign in ((before, -1), (now, 1)):
            if row is not None:
                self.download_speed += sign * row.download_speed
                self.upload_speed += sign * row.upload_speed

    def present(self, keys: Iterable[TransferKey], session: Session) -> Mapping[TransferKey, str]:
        """The ids of those of these rows that the session has now."""
        wanted = {key: key.id for key in keys if key.client == self._client}
        there = session.present(wanted.values())
        return {key: id_ for key, id_ in wanted.items() if id_ in there}


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:  # whoever made the torrent may have written anything there
        return None
