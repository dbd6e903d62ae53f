"""Commands for qBittorrent through qbittorrent-api, each sent at most once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import qbittorrentapi

from mydia_desktop.adapters.qbittorrent_library import Library, translated
from mydia_desktop.adapters.qbittorrent_wire import Row, is_complete, split_tags
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.errors import ActionRefusedError
from mydia_desktop.domain.sentence import translate

_SIMPLE: Mapping[Verb, Callable[[qbittorrentapi.Client, list[str]], None]] = {
    Verb.PAUSE: lambda library, ids: library.torrents_stop(ids),
    Verb.RESUME: lambda library, ids: library.torrents_start(ids),
    Verb.FORCE_START: lambda library, ids: library.torrents_set_force_start(enable=True, torrent_hashes=ids),
    Verb.REANNOUNCE: lambda library, ids: library.torrents_reannounce(ids),
    Verb.REMOVE: lambda library, ids: library.torrents_delete(delete_files=False, torrent_hashes=ids),
    Verb.DELETE: lambda library, ids: library.torrents_delete(delete_files=True, torrent_hashes=ids),
    Verb.QUEUE_TOP: lambda library, ids: library.torrents_top_priority(ids),
    Verb.QUEUE_UP: lambda library, ids: library.torrents_increase_priority(ids),
    Verb.QUEUE_DOWN: lambda library, ids: library.torrents_decrease_priority(ids),
    Verb.QUEUE_BOTTOM: lambda library, ids: library.torrents_bottom_priority(ids),
}


class Commands:
    """Sends commands over one session. ``begun`` says whether qBittorrent accepted some step of the last one."""

    def __init__(self, library: Library, name: str) -> None:
        self.begun = False
        self._name = name
        self._library = library

    def send(self, verb: Verb, rows: Mapping[str, Row], values: Sequence[str]) -> None:
        """Carry out a verb for the rows, by native id, that were there a moment ago; there is at least one.

        Raises:
            ActionRefusedError: qBittorrent said no.
            ClientError: it may have been carried out if the request may have left, or if it had ``begun``.
        """
        self.begun = False
        match verb:
            case Verb.RECHECK:
                self._recheck(rows)
            case Verb.SET_CATEGORY:
                self._set_category(list(rows), values[0] if values else "")
            case Verb.SET_LABELS:
                self._set_labels(rows, values)
            case _:
                self._step(lambda: _SIMPLE[verb](self._library, list(rows)))

    def _recheck(self, rows: Mapping[str, Row]) -> None:
        """Stop what is complete first: running, it would start a download from 0 if its files are away."""
        if complete := [native for native, row in rows.items() if is_complete(row)]:
            self._step(lambda: self._library.torrents_stop(complete))
        self._step(lambda: self._library.torrents_recheck(list(rows)))

    def _set_category(self, ids: list[str], category: str) -> None:
        if category:
            with suppress(ActionRefusedError):  # it exists, or is no name for one: setting it will tell
                self._step(lambda: self._library.torrents_create_category(name=category))
        self._step(lambda: self._library.torrents_set_category(category=category, torrent_hashes=ids))

    def _set_labels(self, rows: Mapping[str, Row], labels: Sequence[str]) -> None:
        if any("," in label for label in labels):
            raise ActionRefusedError(
                translate("qBittorrent", "A label in {name} can't have a comma.").format(name=self._name)
            )
        # Without tags to remove it would remove them all.
        if former := sorted({tag for row in rows.values() for tag in split_tags(row.tags)} - set(labels)):
            self._step(lambda: self._library.torrents_remove_tags(tags=former, torrent_hashes=list(rows)))
        if labels:
            self._step(lambda: self._library.torrents_add_tags(tags=list(labels), torrent_hashes=list(rows)))

    def _step(self, call: Callable[[], None]) -> None:
        with translated(self._name):
            call()
        self.begun = True
