"""What happened to the record that is looked at, read while somebody looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal

from mydia_desktop.domain.record import Event, RecordId, StoreUnavailableError

Spawn: TypeAlias = Callable[[Coroutine[Any, Any, None]], None]


class History(Protocol):
    """The log."""

    def of(self, record_id: RecordId) -> Awaitable[list[Event]]:
        """Everything that happened to one record.

        Raises:
            StoreUnavailableError: it can't be read now.
        """
        ...


class RecordHistory(QObject):
    """The events of one record, the oldest first. Nobody waits for them."""

    changed = Signal()

    def __init__(self, history: History, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history, self._spawn = history, spawn
        self._record: RecordId | None = None
        self._reading = False
        self._stale = False
        """More may have happened since it was asked for."""
        self.events: Sequence[Event] = ()
        self.problem = ""
        """Why they can't be read, in a sentence."""
        self.is_read = False

    def look_at(self, record_id: RecordId | None) -> None:
        """Follow this record from now on; None follows none."""
        if record_id != self._record:
            self._record = record_id
            self.events, self.problem, self.is_read = (), "", False
            self.changed.emit()
            self.refresh()

    def refresh(self) -> None:
        """Something may have happened."""
        self._stale = self._record is not None
        if self._stale and not self._reading:
            self._reading = True
            self._spawn(self._read())

    async def _read(self) -> None:
        try:
            while self._stale and self._record is not None:
                self._stale = False
                await self._read_one(self._record)
        finally:
            self._reading = False

    async def _read_one(self, record_id: RecordId) -> None:
        events: Sequence[Event] = self.events
        problem = ""
        try:
            events = sorted(await self._history.of(record_id), key=lambda event: event.id)
        except StoreUnavailableError as error:
            problem = error.message
        if record_id != self._record:
            self._stale = self._record is not None
            return
        if (events, problem, True) != (self.events, self.problem, self.is_read):
            self.events, self.problem, self.is_read = events, problem, True
            self.changed.emit()
