"""The desktop's own notifications: org.freedesktop.Notifications on the session bus.

Over dbus-fast, because QtDBus can't be told from Python that an id is 32 bits without a sign, or that hints are
variants, and servers refuse anything else.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import DBusError, InvalidAddressError

from mydia_desktop.domain.happening import HappeningKind
from mydia_desktop.ui.notifying.announcement import Announcement, Reply

logger = logging.getLogger(__name__)

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_RULES = (
    f"type='signal',interface='{NAME}',path='{PATH}'",
    f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{NAME}'",
)
ANSWER_WITHIN_S = 3.0
DESKTOP_ENTRY = "mydia-desktop"
_CATEGORIES = {
    HappeningKind.COMPLETED: "transfer.complete",
    HappeningKind.IMPORTED: "transfer.complete",
    HappeningKind.FAILED: "transfer.error",
    HappeningKind.IMPORT_FAILED: "transfer.error",
    HappeningKind.UNREACHABLE: "network.disconnected",
    HappeningKind.BACK: "network.connected",
}
_NORMAL = 1
"""Urgency. A failed download is no emergency, and keeps quiet while a person does not want to be disturbed."""
_KEPT = 100
"""Announcements that may still be answered."""


class NoNotificationsError(Exception):
    """This desktop shows none, now or at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person chose. ``token`` lets a window come to the front where the desktop guards that."""

    announcement: Announcement
    reply: Reply
    token: str = ""


class DesktopBus:
    """Connects when there is something to say, and again after the bus or the server went away."""

    def __init__(self, answered: Callable[[Answer], None]) -> None:
        self._answered = answered
        self._bus: MessageBus | None = None
        self._shown: dict[int, Announcement] = {}
        self._tokens: dict[int, str] = {}
        self._early: deque[Message] = deque(maxlen=16)
        self._connecting = asyncio.Lock()

    async def show(self, announcement: Announcement) -> None:
        """Show it.

        Raises:
            NoNotificationsError: nobody took it.
        """
        capabilities = (await self._call("GetCapabilities"))[0]
        replies = announcement.replies if "actions" in capabilities else ()
        body = escape(announcement.body) if "body-markup" in capabilities else announcement.body
        hints = {
            "desktop-entry": Variant("s", DESKTOP_ENTRY),
            "urgency": Variant("y", _NORMAL),
        }
        if announcement.kind is not None:
            hints["category"] = Variant("s", _CATEGORIES[announcement.kind])
        flat = [word for reply, label in replies for word in (reply.value, label)]
        arguments = ["Mydia Desktop", 0, DESKTOP_ENTRY, announcement.title, body, flat, hints, -1]
        (number,) = await self._call("Notify", "susssasa{sv}i", arguments)
        self._shown[number] = announcement
        for message in [early for early in self._early if early.body[0] == number]:
            self._act(number, message)
        while len(self._shown) > _KEPT:
            self._shown.pop(next(iter(self._shown)))

    def close(self) -> None:
        """Let go of the bus."""
        if self._bus is not None:
            self._bus.disconnect()
            self._bus = None

    async def _call(self, member: str, signature: str = "", body: Sequence[Any] = ()) -> list[Any]:
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                bus = await self._connected()
                answer = await bus.call(
                    Message(
                        destination=NAME,
                        path=PATH,
                        interface=NAME,
                        member=member,
                        signature=signature,
                        body=list(body),
                    )
                )
        except TimeoutError as error:
            # The bus stays: what was shown before may still be answered.
            raise NoNotificationsError(f"No answer within {ANSWER_WITHIN_S:g} s") from error
        except (OSError, EOFError, DBusError, InvalidAddressError) as error:
            self.close()
            raise NoNotificationsError(f"{type(error).__name__}: {error}") from error
        if answer.message_type is not MessageType.METHOD_RETURN:
            raise NoNotificationsError(str(answer.body[0]) if answer.body else str(answer.error_name))
        return list(answer.body)

    async def _connected(self) -> MessageBus:
        async with self._connecting:
            if self._bus is not None and self._bus.connected:
                return self._bus
            bus = await MessageBus(bus_type=BusType.SESSION).connect()
            try:
                bus.add_message_handler(self._hear)
                for rule in _RULES:
                    await bus.call(
                        Message(
                            destination=_BUS,
                            path=_BUS_PATH,
                            interface=_BUS,
                            member="AddMatch",
                            signature="s",
                            body=[rule],
                        )
                    )
            except BaseException:
                bus.disconnect()
                raise
            self._bus = bus
            return bus

    def _hear(self, message: Message) -> None:
        """What a person does with what is shown. Every program hears it of every program's notifications."""
        match message.message_type, message.interface, message.body:
            case MessageType.SIGNAL, "org.freedesktop.DBus", [str(name), _, _] if name == NAME:
                # A server that starts anew counts anew: its first is not our first.
                for kept in (self._shown, self._tokens, self._early):
                    kept.clear()
            case MessageType.SIGNAL, "org.freedesktop.Notifications", [int(number), *_]:
                if number in self._shown:
                    self._act(number, message)
                else:
                    # Perhaps it overtook the answer that says which number ours has.
                    self._early.append(message)

    def _act(self, number: int, message: Message) -> None:
        match message.member, message.body:
            case "ActivationToken", [_, str(token)]:
                self._tokens[number] = token
            case "ActionInvoked", [_, str(word)] if word in set(Reply):
                token = self._tokens.pop(number, "")
                self._answered(Answer(announcement=self._shown[number], reply=Reply(word), token=token))
            case "NotificationClosed", [_, _]:
                self._shown.pop(number, None)
                self._tokens.pop(number, "")
