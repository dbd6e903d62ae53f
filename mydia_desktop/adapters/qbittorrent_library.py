"""qbittorrent-api on our own session: each request is sent at most once, and its errors are ours.

Left to itself that library sends a request again after any trouble, and signs in again on every 403. Here it only
knows which words go to which address: our session carries the request, and whatever the session could not do
reaches the library as an ``APIError``, the one kind of trouble after which it does not try again.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import qbittorrentapi
from qbittorrentapi.request import QbittorrentSession
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

from mydia_desktop.adapters.qbittorrent_session import Session
from mydia_desktop.domain.errors import ActionRefusedError, ClientError
from mydia_desktop.domain.sentence import translate

WORDS_SHOWN = 300
NOT_SENT = "not sent"


class Library(qbittorrentapi.Client):
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


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn the library's errors into ours; those of our own session come out as they went in.

    Raises:
        ActionRefusedError: qBittorrent said no; ``name`` says who.
        ClientError: as the session.
    """
    try:
        yield
    except _SessionTroubleError as trouble:
        raise trouble.error from trouble
    except qbittorrentapi.APIError as error:
        words = " ".join(str(error).split())[:WORDS_SHOWN]
        raise ActionRefusedError(
            translate("qBittorrent", "{name} refused: {words}").format(name=name, words=words)
            if words
            else translate("qBittorrent", "{name} refused.").format(name=name)
        ) from error


class _SessionTroubleError(qbittorrentapi.APIError):
    """Carries our error through the library, past its second tries."""

    def __init__(self, error: ClientError) -> None:
        super().__init__(error.message)
        self.error = error


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
