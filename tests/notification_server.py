"""A notification server on a bus of its own: it keeps what it is shown, and answers as a person would."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from dbus_fast import Message, MessageType, RequestNameReply, Variant
from dbus_fast.aio import MessageBus

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
EVERYTHING = ("actions", "body", "body-markup")


@dataclass
class Shown:
    """One call of Notify, as it came over the wire."""

    number: int
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]

    @property
    def replies(self) -> dict[str, str]:
        """The buttons: what they mean, and what is on them."""
        return dict(zip(self.actions[::2], self.actions[1::2], strict=True))


@dataclass
class NotificationServer:
    """Records; ``hangs`` takes calls and never answers."""

    address: str
    capabilities: tuple[str, ...] = EVERYTHING
    hangs: bool = False
    asked: int = 0
    """How many calls came, answered or not."""
    shown: list[Shown] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    bus: MessageBus | None = None

    async def start(self) -> None:
        """Own the name."""
        self.bus = await MessageBus(bus_address=self.address).connect()
        self.bus.add_message_handler(self._called)
        assert await self.bus.request_name(NAME) is RequestNameReply.PRIMARY_OWNER

    def stop(self) -> None:
        """Be gone from the bus."""
        if self.bus is not None:
            self.bus.disconnect()
            self.bus = None

    async def until(self, count: int, *, within: float = 30) -> list[Shown]:
        """Wait until so many were shown."""
        async with asyncio.timeout(within):
            while len(self.shown) < count:
                self.news.clear()
                await self.news.wait()
        return self.shown

    def answer(self, shown: Shown, reply: str, token: str = "") -> None:
        """Choose what a person would."""
        if token:
            self._signal("ActivationToken", "us", shown.number, token)
        self._signal("ActionInvoked", "us", shown.number, reply)
        self._signal("NotificationClosed", "uu", shown.number, 2)

    def _called(self, message: Message) -> Message | bool | None:
        if message.message_type is not MessageType.METHOD_CALL or message.interface != NAME:
            return None
        self.asked += 1
        if self.hangs:
            return True
        match message.member:
            case "GetCapabilities":
                return Message.new_method_return(message, "as", [list(self.capabilities)])
            case "GetServerInformation":
                return Message.new_method_return(message, "ssss", ["tests", "tests", "1", "1.2"])
            case "Notify":
                assert message.signature == "susssasa{sv}i"
                _, _, _, title, body, actions, hints, _ = message.body
                number = len(self.shown) + 1
                plain = {key: value.value if isinstance(value, Variant) else value for key, value in hints.items()}
                self.shown.append(Shown(number, title, body, actions, plain))
                self.news.set()
                return Message.new_method_return(message, "u", [number])
        return None

    def _signal(self, member: str, signature: str, *body: Any) -> None:
        assert self.bus is not None
        self.bus.send(Message.new_signal(PATH, NAME, member, signature, list(body)))


@contextmanager
def session_bus() -> Iterator[str]:
    """A session bus with nobody else on it; its address."""
    if shutil.which("dbus-daemon") is None:
        pytest.fail("dbus-daemon is not installed")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
