"""Parties on a private session bus that live in a thread of their own, beside a test that waits."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from dbus_fast import Message, MessageType, NameFlag, RequestNameReply
from dbus_fast.aio import MessageBus

T = TypeVar("T")

ANSWER_WITHIN_S = 10.0
BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"


class OwnLoop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Run it in there, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(ANSWER_WITHIN_S)

    def call(self, work: Callable[[], T]) -> T:
        """Call it in there, and wait for it."""

        async def called() -> T:
            return work()

        return self.do(called())

    def end(self) -> None:
        """Stop."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(ANSWER_WITHIN_S)
        self._loop.close()


class Party(OwnLoop):
    """Owns a name on a bus, hears what is said to it, and answers. It can leave and come back."""

    name = ""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self._bus: MessageBus | None = None

    def __enter__(self):
        self.come()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()
        self.end()

    def come(self) -> None:
        """Connect, and own the name from now on."""
        self.do(self._come())

    def leave(self) -> None:
        """Let go of name and bus, as a program that ends."""
        self.do(self._leave())

    def hear(self, message: Message) -> Message | bool:
        """Answer a call; True to answer nothing at all, False if it is not for us."""
        raise NotImplementedError

    async def ask(self, destination: str, path: str, call: str, signature: str = "", *body: Any) -> list[Any]:
        """Call ``interface.Member`` of another party; what it answers."""
        assert self._bus
        interface, _, member = call.rpartition(".")
        answer = await self._bus.call(
            Message(
                destination=destination,
                path=path,
                interface=interface,
                member=member,
                signature=signature,
                body=[*body],
            )
        )
        assert answer is not None
        assert answer.message_type is MessageType.METHOD_RETURN, f"{call}: {answer.error_name} {answer.body}"
        return answer.body

    def tell(self, path: str, signal: str, signature: str = "", *body: Any) -> asyncio.Future[None]:
        """Send a signal to whoever listens; from the party's own thread."""
        assert self._bus
        interface, _, member = signal.rpartition(".")
        return self._bus.send(Message.new_signal(path, interface, member, signature, [*body]))

    async def _come(self) -> None:
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._bus.add_message_handler(self._heard)
        await self.prepare()
        reply = await self._bus.request_name(self.name, NameFlag.DO_NOT_QUEUE)
        assert reply is RequestNameReply.PRIMARY_OWNER, f"somebody else is {self.name}: {reply}"

    async def prepare(self) -> None:
        """Do what has to be done before anybody knows us."""

    async def _leave(self) -> None:
        if self._bus is not None:
            bus, self._bus = self._bus, None
            bus.disconnect()
            await bus.wait_for_disconnect()

    def _heard(self, message: Message) -> Message | bool | None:
        return self.hear(message) or None
