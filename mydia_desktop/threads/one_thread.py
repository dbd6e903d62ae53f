"""Blocking calls one after the other in one daemon thread, each with an end to how long it is waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")


class OneThread:
    """The thread starts with the first call and never keeps the program from ending."""

    def __init__(self, name: str) -> None:
        """Take what the thread is called."""
        self._name = name
        self._calls: SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = SimpleQueue()
        self._lock = threading.Lock()
        self._started = False

    def call(self, call: Callable[[], T], budget: float) -> T:
        """Make the call there and wait for it. One that was not begun within the budget is not made any more.

        Raises:
            TimeoutError: no answer within ``budget`` seconds.
            Exception: whatever the call raised.
        """
        self._start()
        answer: Future[T] = Future()
        self._calls.put((answer, call))
        try:
            return answer.result(budget)
        except TimeoutError:
            if answer.done():  # the call's own
                raise
            answer.cancel()
            raise TimeoutError(f"It did not answer within {budget:g} s.") from None

    def _start(self) -> None:
        with self._lock:
            if not self._started:
                threading.Thread(target=self._run, name=self._name, daemon=True).start()
                self._started = True

    def _run(self) -> None:
        while True:
            answer, call = self._calls.get()
            if not answer.set_running_or_notify_cancel():
                continue
            try:
                value = call()
            except BaseException as error:  # noqa: BLE001 - it is raised again in the one who waits
                answer.set_exception(error)
            else:
                answer.set_result(value)
