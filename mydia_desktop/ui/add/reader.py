"""Reads what came into the basket: links side by side, files beside them, nothing in the window's own time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Coroutine, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.ui.add.item import Item
from mydia_desktop.ui.add.work import AddWork
from mydia_desktop.ui.offers import NotAFileError, read_file
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource, is_link

Spawn = Callable[[Coroutine[Any, Any, None]], object]

LINKS_AT_ONCE = 4
"""A server may take its time; others need not wait for it."""
OTHERS_AT_ONCE = 2
"""So many files at a time; more than one, because one may lie on a drive that does not answer."""


class _Lane:
    """Things of one kind, of which only so many are read at a time."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.waiting: deque[Item] = deque()
        self.running = 0


class Reader(QObject):
    """Reads items; one that nobody wants any more is not read to the end."""

    read = Signal(int, object, object)
    """The item's number, its Release, and the Suggestion its name makes."""
    failed = Signal(int, str)
    """The item's number, and why nothing can be made of it."""

    def __init__(self, work: AddWork, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._spawn = work, spawn
        self._links, self._others = _Lane(LINKS_AT_ONCE), _Lane(OTHERS_AT_ONCE)
        self._tasks: dict[int, asyncio.Task[Any] | None] = {}

    def want(self, items: Iterable[Item]) -> None:
        """Read these, in their order."""
        for item in items:
            (self._links if _is_link(item) else self._others).waiting.append(item)
        for lane in (self._links, self._others):
            self._go_on(lane)

    def drop(self, numbers: Collection[int]) -> None:
        """Nobody waits for these any more."""
        for lane in (self._links, self._others):
            lane.waiting = deque(item for item in lane.waiting if item.number not in numbers)
        for number in numbers:
            task = self._tasks.pop(number, None)
            if task is not None:
                task.cancel()

    def _go_on(self, lane: _Lane) -> None:
        while lane.waiting and lane.running < lane.limit:
            lane.running += 1
            item = lane.waiting.popleft()
            self._tasks[item.number] = None
            self._spawn(self._read(item, lane))

    async def _read(self, item: Item, lane: _Lane) -> None:
        try:
            if item.number in self._tasks:  # else it was dropped before it began
                self._tasks[item.number] = asyncio.current_task()
                await self._read_one(item)
        except asyncio.CancelledError:
            if item.number in self._tasks:  # nobody dropped it: the program ends
                raise
        finally:
            lane.running -= 1
            self._tasks.pop(item.number, None)
        self._go_on(lane)

    async def _read_one(self, item: Item) -> None:
        origin = item.origin
        try:
            source = await _read_path(origin) if isinstance(origin, Path) else origin
        except NotAFileError as error:
            self.failed.emit(item.number, str(error))
            return
        reading = await self._work.additions.read(source)
        if reading.release is None:
            self.failed.emit(item.number, reading.error)
            return
        (suggestion,) = await self._work.matching.suggest([reading.release.name])
        self.read.emit(item.number, reading.release, suggestion)


async def _read_path(path: Path) -> FileSource:
    """Its bytes, read in a thread of its own: a drive that does not answer holds up nobody else."""
    return FileSource(name=path.name, data=await in_own_thread(lambda: read_file(path), name="file to add"))


def _is_link(item: Item) -> bool:
    return isinstance(item.origin, TextSource) and is_link(item.origin.text)
