"""The sessions of the client inside this program: one for each folder, handed from one adapter to the next.

New settings get a new adapter, and the transfers should not stop for it; so an adapter that leaves waits a moment
whether another comes for its session.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.sentence import translate

if TYPE_CHECKING:
    from mydia_desktop.adapters.builtin_session import Session

HANDED_OVER_WITHIN_S = 1.0
ENTERED_WITHIN_S = 8.0


class Lobby:
    """Where sessions change hands. Any thread may call."""

    def __init__(self, folder: Path, *, at_rest: bool = False) -> None:
        """``folder`` holds one folder a client; ``at_rest``: sessions are only looked at, and transfer nothing."""
        self.folder = folder
        self.at_rest = at_rest
        self._changed = threading.Condition()
        self._open: set[str] = set()
        self._left: dict[str, Session] = {}
        self._ending = False

    def enter(self, client: str, begin: Callable[[], Session]) -> Session:
        """The session of this client, begun if it does not run yet.

        Raises:
            ClientUnreachableError: an adapter before this one does not let go of it.
        """
        with self._changed:
            if not self._changed.wait_for(
                lambda: client in self._left or client not in self._open, timeout=ENTERED_WITHIN_S
            ):
                raise ClientUnreachableError(
                    translate("Builtin", "The built-in client is still busy with what it was told before."),
                    cause=Cause.BUSY,
                )
            left = self._left.pop(client, None)
            if left is not None:
                self._changed.notify_all()
                return left
            self._open.add(client)
        try:
            return begin()
        except BaseException:
            self._closed(client)
            raise

    def leave(self, client: str, session: Session) -> None:
        """Hand the session to whoever comes for it in a moment, else end it."""
        with self._changed:
            self._left[client] = session
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._ending or self._left.get(client) is not session, timeout=HANDED_OVER_WITHIN_S
            )
            if self._left.get(client) is not session:
                return
            del self._left[client]
        try:
            session.close()
        finally:
            self._closed(client)

    def end(self) -> None:
        """Nobody comes for a session any more: what is left ends at once."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()

    def _closed(self, client: str) -> None:
        with self._changed:
            self._open.discard(client)
            self._changed.notify_all()
