"""Commands for Transmission through transmission-rpc, each sent at most once over our own session."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
import transmission_rpc

from mydia_desktop.adapters.transmission_session import WORDS_SHOWN, Session
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.errors import ActionRefusedError

# The library logs what it can't read, and at DEBUG everything it sends.
_logger = logging.getLogger("transmission-rpc")
_logger.setLevel(logging.CRITICAL)

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


class Commands:
    """Sends commands over one session."""

    def __init__(self, session: Session) -> None:
        """Ask the server for its version, as the library wants it."""
        self._name = session.name
        self._library = _Library(session)

    def send(self, verb: Verb, hashes: Sequence[str], values: Sequence[str]) -> None:
        """Carry out a verb for torrents that were there a moment ago; there is at least one.

        Raises:
            ActionRefusedError: Transmission said no.
            ClientError: it may have been carried out if the request may have left.
        """
        ids: list[int | str] = list(hashes)
        if not ids:
            raise ValueError("no ids would be all ids")
        if verb not in VERBS:
            raise ActionRefusedError(f"{self._name} has no categories.")
        try:
            if verb is Verb.SET_LABELS:
                self._library.change_torrent(ids, labels=list(values))
            else:
                _SIMPLE[verb](self._library, ids)
        except transmission_rpc.TransmissionError as error:
            words = error.response.get("result") if isinstance(error.response, dict) else None
            raise ActionRefusedError(str(words or error)[:WORDS_SHOWN]) from error


class _Library(transmission_rpc.Client):
    """The library on our session: its certificates, its time limit, and it can be cut off."""

    def __init__(self, session: Session) -> None:
        self._ours = session
        super().__init__(logger=_logger)

    def _http_query(self, query: dict[str, Any], timeout: object = None) -> str:  # noqa: ARG002 - the session's holds
        return self._ours.request(msgspec.json.encode(query), fresh=True).decode("utf-8", "replace")
