"""A call that may block for ever, in a daemon thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def in_own_thread(call: Callable[[], T], *, name: str) -> T:
    """Wait for the call without holding up the loop; whoever stops waiting leaves it behind.

    For rare calls at a person's request: a dead network mount or a silent server must not block anything else,
    nor keep the program from ending.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def tell(setter: Callable[[], None]) -> None:
        if not answer.done():
            setter()

    def run() -> None:
        try:
            value = call()
        except BaseException as error:  # noqa: BLE001 - it is raised again in the one who waits
            caught = error
            deliver(lambda: answer.set_exception(caught))
        else:
            deliver(lambda: answer.set_result(value))

    def deliver(setter: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(tell, setter)
        except RuntimeError:  # the loop is closed: nobody waits any more
            return

    threading.Thread(target=run, name=name, daemon=True).start()
    return await answer
