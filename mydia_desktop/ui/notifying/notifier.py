"""Decides what of all that happens is announced, and when: joined, wanted, not muted, and not to somebody who looks."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from mydia_desktop.config.notification_rules import NotificationRules
from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.notifying.announcement import Announcement, announcements
from mydia_desktop.ui.notifying.desktop_bus import NoNotificationsError
from mydia_desktop.ui.settings_opener import Spawn

logger = logging.getLogger(__name__)

JOIN_MS = 5_000
LONGEST_JOIN_S = 60.0
"""What is found at a start comes in for as long as the clients take to answer, and is one message."""
MUTE_S = 3600.0


class Bus(Protocol):
    """Where notifications are shown."""

    async def show(self, announcement: Announcement) -> None:
        """Show it; NoNotificationsError if nobody does."""
        ...


class Notifier(QObject):
    """Wants every happening. ``mute_changed`` says whether it is muted now."""

    mute_changed = Signal(bool)

    def __init__(
        self,
        bus: Bus | None,
        spawn: Spawn,
        *,
        rules: NotificationRules,
        client_name: Callable[[ClientId], str],
        units: Callable[[], Units],
        is_looked_at: Callable[[], bool],
        instead: Callable[[Announcement], None],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``instead`` shows what no server takes; ``bus`` is None where there is no such thing as one."""
        super().__init__(parent)
        self._bus, self._spawn, self._rules = bus, spawn, rules
        self._client_name, self._units, self._is_looked_at = client_name, units, is_looked_at
        self._instead, self._clock = instead, clock
        self._waiting: list[Happening] = []
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._announce)
        self._unmute = QTimer(self)
        self._unmute.setSingleShot(True)
        self._unmute.timeout.connect(lambda: self.set_muted(muted=False))

    @property
    def is_muted(self) -> bool:
        """Whether nothing is announced."""
        return self._unmute.isActive()

    def set_rules(self, rules: NotificationRules) -> None:
        """From now on these say what is told."""
        self._rules = rules

    def set_muted(self, *, muted: bool) -> None:
        """Announce nothing for an hour, or again. What happens meanwhile stands in the history."""
        if muted:
            self._unmute.start(int(MUTE_S * 1000))
        else:
            self._unmute.stop()
        self.mute_changed.emit(muted)

    def hear(self, happening: Happening) -> None:
        """Something happened; it is announced with whatever else happens in the next seconds."""
        if self.is_muted or not self._is_wanted(happening.kind):
            return
        if not self._waiting:
            self._since = self._clock()
        self._waiting.append(happening)
        if not self._timer.isActive() or (happening.while_away and self._clock() - self._since < LONGEST_JOIN_S):
            self._timer.start(JOIN_MS)

    def announce(self, announcement: Announcement) -> None:
        """Say something of the program's own, at once."""
        self._spawn(self._show(announcement))

    def _is_wanted(self, kind: HappeningKind) -> bool:
        match kind:
            case HappeningKind.COMPLETED:
                return self._rules.completed
            case HappeningKind.FAILED | HappeningKind.IMPORT_FAILED:
                return self._rules.failed
            case HappeningKind.IMPORTED:
                return self._rules.imported
            case HappeningKind.UNREACHABLE | HappeningKind.BACK:
                return self._rules.unreachable

    def _announce(self) -> None:
        happenings, self._waiting = self._waiting, []
        if self.is_muted:
            return
        looked_at = self._is_looked_at()
        for announcement in announcements(happenings, self._client_name, self._units()):
            if announcement.is_trouble or not looked_at:
                self._spawn(self._show(announcement))

    async def _show(self, announcement: Announcement) -> None:
        if self._bus is not None:
            try:
                await self._bus.show(announcement)
            except NoNotificationsError as error:
                logger.info("The desktop shows no notifications: %s", error)
            else:
                return
        self._instead(announcement)
