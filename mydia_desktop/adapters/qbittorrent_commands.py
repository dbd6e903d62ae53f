"""Commands for qBittorrent through qbittorrent-api, each sent at most once.

Left to itself that library sends a request again after any trouble, and signs in again on every 403. Here it only
knows which words go to which address: our session carries the request, and whatever the session could not do
reaches the library as an ``APIError``, the one kind of trouble after which it does not try again.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

import qbittorrentapi
from qbittorrentapi.request import QbittorrentSession
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

from mydia_desktop.adapters.qbittorrent_session import Session
from mydia_desktop.adapters.qbittorrent_wire import Row, is_complete, split_tags
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.errors import ActionRefusedError, ClientError

WORDS_SHOWN = 300
NOT_SENT = "not sent"

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

    def __init__(self, session: Session) -> None:
        self.begun = False
        self._name = session.name
        self._library = _Library(session)

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
            raise ActionRefusedError(f"A label in {self._name} can't have a comma.")
        # Without tags to remove it would remove them all.
        if former := sorted({tag for row in rows.values() for tag in split_tags(row.tags)} - set(labels)):
            self._step(lambda: self._library.torrents_remove_tags(tags=former, torrent_hashes=list(rows)))
        if labels:
            self._step(lambda: self._library.torrents_add_tags(tags=list(labels), torrent_hashes=list(rows)))

    def _step(self, call: Callable[[], None]) -> None:
        with _translated(self._name):
            call()
        self.begun = True


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """Turn the library's errors into ours; those of our own session come out as they went in."""
    try:
        yield
    except _SessionTroubleError as trouble:
        raise trouble.error from trouble
    except qbittorrentapi.APIError as error:
        words = " ".join(str(error).split())[:WORDS_SHOWN]
        raise ActionRefusedError(f"{name} refused: {words}" if words else f"{name} refused.") from error


class _SessionTroubleError(qbittorrentapi.APIError):
    """Carries our error through the library, past its second tries."""

    def __init__(self, error: ClientError) -> None:
        super().__init__(error.message)
        self.error = error


class _Library(qbittorrentapi.Client):
    """The library on our session, with the version it would otherwise ask for before each command."""

    def __init__(self, session: Session) -> None:
        # The host is never looked up and the credentials are never sent: the session has its own. But left out,
        # the library would look for them in the environment.
        super().__init__(
            host="http://qbittorrent",
            username=NOT_SENT,
            password=NOT_SENT,
            api_key=NOT_SENT,
            FORCE_SCHEME_FROM_HOST=True,
        )
        self._api = ".".join(map(str, session.api))
        self._carrier = QbittorrentSession()
        self._carrier.trust_env = False
        self._carrier.mount("http://", _SessionTransport(session))

    @property
    def _session(self) -> QbittorrentSession:
        return self._carrier

    def app_web_api_version(self, **_kwargs: object) -> str:
        """Spare the question: the session was identified when it began."""
        return self._api


class _SessionTransport(BaseAdapter):
    """Lets ``requests`` speak through our session: its cookie, its TLS rules, its time limit, abortable."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def send(self, request: PreparedRequest, *_args: object, **_kwargs: object) -> Response:
        """One request, on a new connection: a kept one may be dead, and a command is not sent twice."""
        body = request.body.encode() if isinstance(request.body, str) else request.body
        headers = {"Content-Type": request.headers["Content-Type"]} if body else {}
        try:
            answer = self._session.request(
                str(request.method), request.path_url, body=body, headers=headers, fresh=True
            )
        except ClientError as error:
            raise _SessionTroubleError(error) from error
        response = Response()
        response.status_code = answer.status
        response.request = request
        response.url = str(request.url)
        response.raw = io.BytesIO(answer.body)
        response.encoding = "utf-8"
        return response

    def close(self) -> None:
        """Keep the connection: it is the session's."""
