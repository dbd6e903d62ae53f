"""What the desktop shows of notifications, for a test that waits; the server answers from a thread of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.bus_party import OwnLoop
from tests.end_to_end.desktop import Desktop, wait_for
from tests.notification_server import NotificationServer, Shown


class Notifications(OwnLoop):
    """A notification server, and a person in front of it."""

    def __init__(self, server: NotificationServer) -> None:
        super().__init__()
        self._server = server

    @property
    def shown(self) -> list[Shown]:
        """Everything that was shown so far, the oldest first."""
        return [*self._server.shown]

    @property
    def asked(self) -> int:
        """How many calls came, answered or not."""
        return self._server.asked

    @property
    def transfers(self) -> list[Shown]:
        """What of it tells of downloads."""
        return [one for one in self.shown if one.hints.get("category", "").startswith("transfer.")]

    def wait_for(self, title: str, *, seconds: float = 60.0) -> Shown:
        """Wait until one of this title is shown."""
        return wait_for(
            lambda: next((one for one in self.shown if one.title == title), None),
            f"the notification “{title}”",
            seconds,
        )

    def answer(self, shown: Shown, reply: str, token: str = "") -> None:
        """Press a button of it, or (``default``) the whole of it."""
        self.call(lambda: self._server.answer(shown, reply, token))

    def come(self) -> None:
        """Own the name."""
        self.do(self._server.start())

    def leave(self) -> None:
        """Be gone."""
        self.call(self._server.stop)


@contextmanager
def notifications(desktop: Desktop, **options: Any) -> Iterator[Notifications]:
    """Serve them on this desktop."""
    served = Notifications(NotificationServer(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], **options))
    served.come()
    try:
        yield served
    finally:
        served.leave()
        served.end()
