"""The history as a table for Qt: the newest first, older pages as somebody scrolls to them."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from enum import IntEnum
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.record import Event, StoreUnavailableError
from mydia_desktop.ui.formatting import Units, format_exact_moment, format_moment
from mydia_desktop.ui.history import words
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format
from mydia_desktop.ui.texts import tool_tip

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

Spawn: TypeAlias = Callable[[Coroutine[Any, Any, None]], None]

ROOT = QModelIndex()


class History(Protocol):
    """The log, page by page."""

    def page(self, text: str, before: int | None) -> Awaitable[list[Event]]:
        """Events with all these words, older than the event with this id; the newest first.

        Raises:
            StoreUnavailableError: it can't be read now.
        """
        ...


class HistoryColumn(IntEnum):
    """The columns, from the start."""

    WHEN = 0
    WHAT = 1
    TITLE = 2
    CLIENT = 3
    BY = 4


class HistoryModel(QAbstractTableModel):
    """What was read of the log so far. Only what is asked for is read, and nobody waits for it."""

    changed = Signal()
    """There are other lines, or they can't be read: ``count``, ``problem``."""

    def __init__(
        self, history: History, is_nowhere: Callable[[Event], bool], spawn: Spawn, parent: QObject | None = None
    ) -> None:
        """``is_nowhere`` says whether it is certain that no client has what an event tells of."""
        super().__init__(parent)
        self._history, self._is_nowhere, self._spawn = history, is_nowhere, spawn
        self.format = Format(now=time.time())
        self.problem = ""
        """Why it can't be read, in a sentence; empty if it could."""
        self.is_read = False
        """Something was read since the start."""
        self._events: list[Event] = []
        self._text = ""
        self._read_text = ""
        """What was searched for when the events were read."""
        self._all_read = False
        self._reading = False
        self._stale = True
        """Newer events may have been written."""

    @property
    def count(self) -> int:
        """The events that were read."""
        return len(self._events)

    @property
    def all_read(self) -> bool:
        """There are no older ones."""
        return self._all_read

    @property
    def text(self) -> str:
        """What is searched for."""
        return self._text

    @property
    def words(self) -> tuple[str, ...]:
        """The search words as they are marked, folded."""
        return tuple(dict.fromkeys(fold(self._text).split()))

    def event_at(self, place: int) -> Event:
        """The event of a line."""
        return self._events[place]

    def is_nowhere(self, event: Event) -> bool:
        """Whether it is certain that no client has what it tells of."""
        return self._is_nowhere(event)

    def search(self, text: str) -> None:
        """Show only events with all these words."""
        if text != self._text:
            self._text = text
            self.refresh()

    def refresh(self) -> None:
        """Read what is newer than what is shown; with other words, everything anew."""
        self._stale = True
        self._read_on()

    def tick(self, now: float) -> None:
        """Let the ages go on."""
        self.format = Format(units=self.format.units, now=now)
        self._tell_all()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self.format = Format(units=units, now=self.format.now)
        self._tell_all()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """The events that were read."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:  # noqa: N802 - Qt's
        """Five."""
        return 0 if parent.isValid() else len(HistoryColumn)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802 - Qt's
        """Whether there are older ones."""
        return not parent.isValid() and self.is_read and not self._all_read and not self._reading and not self.problem

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's
        """Read an older page."""
        if self.canFetchMore(parent):
            self._start(self._read_older)

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            HistoryColumn.WHEN: translate("History", "When"),
            HistoryColumn.WHAT: translate("History", "What happened"),
            HistoryColumn.TITLE: translate("History", "Title"),
            HistoryColumn.CLIENT: translate("History", "Client"),
            HistoryColumn.BY: translate("History", "By"),
        }[HistoryColumn(section)]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text for the eye, the ear, and the tool tip."""
        if not index.isValid():
            return None
        event, column = self._events[index.row()], HistoryColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(filter(None, self.lines(event, column)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(event) if column is HistoryColumn.WHAT else ", ".join(self.lines(event, column))
            case Qt.ItemDataRole.ToolTipRole:
                exact = column is HistoryColumn.WHEN
                return tool_tip(format_exact_moment(event.at) if exact else "\n".join(self.lines(event, column)))
            case _:
                return None

    def lines(self, event: Event, column: HistoryColumn) -> tuple[str, ...]:
        """What a cell says, in one or two lines."""
        match column:
            case HistoryColumn.WHEN:
                return (format_moment(event.at, self.format.now),)
            case HistoryColumn.WHAT:
                remark = words.remark(event, self.format.units, nowhere=self._is_nowhere(event))
                return tuple(filter(None, (words.sentence(event), remark)))
            case HistoryColumn.TITLE:
                return tuple(dict.fromkeys(filter(None, (words.subject(event), words.release(event)))))
            case HistoryColumn.CLIENT:
                return (words.said(event, "client"),)
            case HistoryColumn.BY:
                return (plain(event.actor),)

    def spoken(self, event: Event) -> str:
        """The whole line as a sentence."""
        what = ", ".join(self.lines(event, HistoryColumn.WHAT))
        return translate("History", "{when}, {title}: {what}, by {who}").format(
            when=format_moment(event.at, self.format.now), title=words.subject(event), what=what, who=plain(event.actor)
        )

    def _read_on(self) -> None:
        if self._stale and not self._reading:
            self._start(self._read_newest)

    def _start(self, read: Callable[[], Awaitable[None]]) -> None:
        self._reading = True
        self._spawn(self._guarded(read))

    async def _guarded(self, read: Callable[[], Awaitable[None]]) -> None:
        problem = ""
        try:
            await read()
        except StoreUnavailableError as error:
            problem = error.message
        finally:
            self._reading = False
        if problem != self.problem:
            self.problem = problem
            self.changed.emit()
        if not problem:
            self._read_on()  # somebody asked for more meanwhile

    async def _read_newest(self) -> None:
        """All that is newer than what is known; for other words, the first page of them."""
        self._stale = False
        text = self._text
        if text != self._read_text or not self._events:
            page = await self._history.page(text, None)
            if text == self._text:
                self._read_text = text
                self._replace(page)
            return
        newest, news = self._events[0].id, list[Event]()
        before: int | None = None
        while True:
            page = await self._history.page(text, before)
            news += [event for event in page if event.id > newest]
            if not page or page[-1].id <= newest:
                break
            before = page[-1].id
        if news and text == self._text:
            self.beginInsertRows(ROOT, 0, len(news) - 1)
            self._events[:0] = news
            self.endInsertRows()
            self.changed.emit()

    async def _read_older(self) -> None:
        text = self._text
        page = await self._history.page(text, self._events[-1].id if self._events else None)
        if text != self._text or text != self._read_text:
            return
        if page:
            self.beginInsertRows(ROOT, len(self._events), len(self._events) + len(page) - 1)
            self._events += page
            self.endInsertRows()
        self._all_read = not page
        self.changed.emit()

    def _replace(self, page: Iterable[Event]) -> None:
        self.is_read = True
        if self._events:
            self.beginRemoveRows(ROOT, 0, len(self._events) - 1)
            self._events = []
            self.endRemoveRows()
        events = list(page)
        self._all_read = not events
        if events:
            self.beginInsertRows(ROOT, 0, len(events) - 1)
            self._events = events
            self.endInsertRows()
        self.changed.emit()

    def _tell_all(self) -> None:
        if self._events:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._events) - 1, len(HistoryColumn) - 1))
