"""What can go wrong between us and a client, named after what the caller can do next.

    ClientError
    ├── ClientUnreachableError     no answer: ask again later
    ├── AuthenticationError        it does not let us in: ask the user
    ├── UnexpectedResponseError    it answered what we can't read: wrong program, or our bug
    └── ActionRefusedError         it understood and said no: tell the user why

The message is one or two sentences for a person, complete in themselves, naming address or reason but never
a password or a key. ``cause`` says the same to the program.
"""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """Why a client can't be shown or did not act; the ``error.code`` of the snapshot."""

    # no answer
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    NAME_NOT_FOUND = "name_not_found"
    NETWORK = "network"
    CUT_OFF = "cut_off"
    TLS = "tls"
    SERVER_ERROR = "server_error"
    BUSY = "busy"
    # not let in
    UNAUTHORIZED = "unauthorized"
    BANNED = "banned"
    HOST_REFUSED = "host_refused"
    KEYRING = "keyring"
    # not understood
    WRONG_PROGRAM = "wrong_program"
    REDIRECTED = "redirected"
    TOO_OLD = "too_old"
    GARBLED = "garbled"
    # said no
    ACTION_REFUSED = "action_refused"
    # never asked
    CONFIG = "config"


class ClientError(Exception):
    """Anything a client or the way to it did to us."""

    def __init__(self, message: str, *, cause: Cause, retry_after: float | None = None) -> None:
        """Take the sentence for people, the cause for the program, and seconds to wait if the client told us."""
        super().__init__(message)
        self.message = message
        self.cause = cause
        self.retry_after = retry_after


class ClientUnreachableError(ClientError):
    """No answer, or half of one; worth asking again."""


class AuthenticationError(ClientError):
    """Asking again is no use, and may get us banned, until the settings change or ``retry_after`` is over."""


class UnexpectedResponseError(ClientError):
    """An answer that this client would not give; asking again rarely helps."""


class ActionRefusedError(ClientError):
    """The client understood and declined; its words are in the message."""

    def __init__(self, message: str) -> None:
        """Take the client's own words."""
        super().__init__(message, cause=Cause.ACTION_REFUSED)
