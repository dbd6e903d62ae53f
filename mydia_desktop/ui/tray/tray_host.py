"""Whether there is a tray now. It may come late, as with a panel that starts after us, and leave at any time."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus
from dbus_fast.errors import DBusError, InvalidAddressError
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

logger = logging.getLogger(__name__)

WATCHER, PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
_BUS = "org.freedesktop.DBus"
ANSWER_WITHIN_S = 2.0
LOOK_EVERY_S = 5.0
"""Where nothing tells: the older kind of tray, and other systems."""
_RULES = (
    f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{WATCHER}'",
    f"type='signal',interface='{WATCHER}',path='{PATH}'",
)


class TrayHost(QObject):
    """Watches for a tray. Qt only answers when asked, and waits for as long as a hanging panel does."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_there = False
        self.over_bus = False
        """Whether the panel draws the menu, from what it is told over the bus."""
        self.looked = asyncio.Event()
        """Set as soon as it is known."""
        self._news = asyncio.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        bus = await self._connect()
        try:
            while True:
                self._news.clear()
                await self._look(bus)
                self.looked.set()
                try:
                    async with asyncio.timeout(LOOK_EVERY_S):
                        await self._news.wait()
                except TimeoutError:
                    continue
        finally:
            if bus is not None:
                bus.disconnect()

    async def _connect(self) -> MessageBus | None:
        if not sys.platform.startswith("linux"):
            return None
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                bus = await MessageBus(bus_type=BusType.SESSION).connect()
                bus.add_message_handler(self._hear)
                for rule in _RULES:
                    await bus.call(_message(_BUS, "/org/freedesktop/DBus", _BUS, "AddMatch", "s", rule))
        except (TimeoutError, OSError, EOFError, DBusError, InvalidAddressError) as error:
            logger.info("No session bus to look for a tray on: %s", error)
            return None
        return bus

    async def _look(self, bus: MessageBus | None) -> None:
        registered = None if bus is None or not bus.connected else await self._host(bus)
        # With nobody on the bus to ask, Qt's answer is at hand at once.
        is_there = QSystemTrayIcon.isSystemTrayAvailable() if registered is None else registered
        if is_there != self.is_there:
            self.is_there, self.over_bus = is_there, registered is True
            self.changed.emit(is_there)

    async def _host(self, bus: MessageBus) -> bool | None:
        """Whether a panel shows items; None if there is no such kind of tray here."""
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                owned = await bus.call(_message(_BUS, "/org/freedesktop/DBus", _BUS, "NameHasOwner", "s", WATCHER))
                if owned.message_type is not MessageType.METHOD_RETURN or not owned.body[0]:
                    return None
                answer = await bus.call(
                    _message(
                        WATCHER, PATH, "org.freedesktop.DBus.Properties", "Get", "ss",
                        WATCHER, "IsStatusNotifierHostRegistered",
                    )
                )  # fmt: skip
        except TimeoutError:
            return False  # it hangs, and so would an icon in it
        except (OSError, EOFError, DBusError):
            return None
        return answer.message_type is MessageType.METHOD_RETURN and bool(answer.body[0].value)

    def _hear(self, message: Message) -> None:
        if message.message_type is MessageType.SIGNAL:
            self._news.set()


def _message(to: str, path: str, interface: str, member: str, signature: str, *body: Any) -> Message:  # noqa: ANN401 - as the signature says
    return Message(destination=to, path=path, interface=interface, member=member, signature=signature, body=list(body))
