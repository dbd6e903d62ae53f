"""transmission-rpc on our own session: each request is sent at most once, and its errors are ours."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import transmission_rpc

from mydia_desktop.adapters.transmission_session import WORDS_SHOWN, Session
from mydia_desktop.domain.errors import ActionRefusedError

# The library logs what it can't read, and at DEBUG everything it sends.
_logger = logging.getLogger("transmission-rpc")
_logger.setLevel(logging.CRITICAL)


class Library(transmission_rpc.Client):
    """The library with our certificates and our time limit, and it can be cut off."""

    def __init__(self, session: Session) -> None:
        """Ask the server for its version, as the library wants it."""
        self.session = session
        self.answer = b""
        """The last one as it came: the library does not tell all of it."""
        super().__init__(logger=_logger)

    def _http_query(self, query: dict[str, Any], timeout: object = None) -> str:  # noqa: ARG002 - the session's holds
        self.answer = self.session.request(msgspec.json.encode(query), fresh=True)
        return self.answer.decode("utf-8", "replace")


@contextmanager
def translated(session: Session) -> Iterator[None]:
    """Turn the library's errors into ours.

    Raises:
        ActionRefusedError: Transmission said no, in its own words.
        UnexpectedResponseError: it said something that can't be read.
    """
    try:
        yield
    except transmission_rpc.TransmissionError as error:
        words = error.response.get("result") if isinstance(error.response, dict) else None
        if not isinstance(words, str) or words == "success":
            raise session.garbled() from error
        raise ActionRefusedError(words[:WORDS_SHOWN]) from error
