"""Commands for Transmission through transmission-rpc, each sent at most once over our own session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import transmission_rpc

from mydia_desktop.adapters.transmission_library import Library, translated
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.errors import ActionRefusedError
from mydia_desktop.domain.sentence import translate

_SIMPLE: Mapping[Verb, Callable[[transmission_rpc.Client, list[int | str]], None]] = {
    Verb.PAUSE: lambda library, ids: library.stop_torrent(ids),
    Verb.RESUME: lambda library, ids: library.start_torrent(ids),
    Verb.FORCE_START: lambda library, ids: library.start_torrent_now(ids),
    Verb.RECHECK: lambda library, ids: library.verify_torrent(ids),
    Verb.REANNOUNCE: lambda library, ids: library.reannounce_torrent(ids),
    Verb.REMOVE: lambda library, ids: library.remove_torrent(ids, delete_data=False),
    Verb.DELETE: lambda library, ids: library.remove_torrent(ids, delete_data=True),
    Verb.QUEUE_TOP: lambda library, ids: library.queue_top(ids),
    Verb.QUEUE_UP: lambda library, ids: library.queue_up(ids),
    Verb.QUEUE_DOWN: lambda library, ids: library.queue_down(ids),
    Verb.QUEUE_BOTTOM: lambda library, ids: library.queue_bottom(ids),
}
VERBS = frozenset(_SIMPLE) | {Verb.SET_LABELS}


def send(library: Library, verb: Verb, hashes: Sequence[str], values: Sequence[str]) -> None:
    """Carry out a verb for torrents that were there a moment ago; there is at least one.

    Raises:
        ActionRefusedError: Transmission said no.
        ClientError: it may have been carried out if the request may have left.
    """
    ids: list[int | str] = list(hashes)
    if not ids:
        raise ValueError("no ids would be all ids")
    if verb not in VERBS:
        raise ActionRefusedError(
            translate("Transmission", "{name} has no categories.").format(name=library.session.name)
        )
    with translated(library.session):
        if verb is Verb.SET_LABELS:
            library.change_torrent(ids, labels=list(values))
        else:
            _SIMPLE[verb](library, ids)
