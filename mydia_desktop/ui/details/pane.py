"""The details pane: what there is to know of the selected downloads. It looks at nothing while it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.details.content_reader import ContentReader
from mydia_desktop.ui.details.files_page import FilesPage
from mydia_desktop.ui.details.header import Header
from mydia_desktop.ui.details.import_words import next_steps
from mydia_desktop.ui.details.look import pane_sheet
from mydia_desktop.ui.details.overview import COLUMNS_FROM, Overview
from mydia_desktop.ui.details.record_history import History, RecordHistory, Spawn
from mydia_desktop.ui.details.story import in_short, step, step_with_actor
from mydia_desktop.ui.details.summary_page import SummaryPage
from mydia_desktop.ui.details.timeline import MOST, Timeline
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.issue_words import Fix, FixRequest
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.row import Row
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.importing.standing import ImportStanding
from mydia_desktop.workflows.targets import Act

_READ_EVERY = 5
"""Seconds between two looks for new events: other programs may write them."""
_MANY = 2000
"""So many rows are added up with every fifth second only."""


class Tab(IntEnum):
    """The tabs, in their order."""

    OVERVIEW = 0
    FILES = 1
    HISTORY = 2


class _Tabs(QTabBar):
    def tabLayoutChange(self) -> None:  # noqa: N802 - Qt's
        """Ask for the room they need: Qt forgets to, for a tab that comes later and for a style sheet."""
        self.updateGeometry()


class Imports(Protocol):
    """How it stands with what is to be imported."""

    @property
    def is_on(self) -> bool:
        """Whether finished downloads are imported at all."""
        ...

    def standing(self, record_id: RecordId) -> ImportStanding | None:
        """Of the import of a record; None if there is nothing to be imported of it."""
        ...


class Work(Protocol):
    """What is needed of the workflows."""

    @property
    def history(self) -> History:
        """What happened to records."""
        ...

    @property
    def imports(self) -> Imports:
        """What is to be imported."""
        ...


class DetailsPane(QWidget):
    """Follows a selection of rows that others know."""

    close_requested = Signal()
    map_requested = Signal()
    """It has to be said where a client's folders are on this computer."""
    fix_requested = Signal(object)
    """A FixRequest."""

    def __init__(
        self,
        theme: Theme,
        live: Live,
        work: Work,
        model: DownloadsModel,
        actions: DownloadActions,
        menu: QMenu,
        *,
        selection: Callable[[], Sequence[TransferKey]],
        spawn: Spawn,
        parent: QWidget | None = None,
    ) -> None:
        """``selection`` gives the chosen rows; ``menu`` is that of all actions on them."""
        super().__init__(parent)
        self._theme, self._live, self._model, self._selection = theme, live, model, selection
        self._imports = work.imports
        self._keys: tuple[TransferKey, ...] = ()
        self._ticks = 0
        self.setAccessibleName(self.tr("Details"))
        self.header = Header(
            theme, open_folder=actions[Act.OPEN_FOLDER], pause=actions[Act.PAUSE], resume=actions[Act.RESUME], menu=menu
        )
        self.tabs = _Tabs()
        self.tabs.setAccessibleName(self.tr("Details"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.reader = ContentReader(live, spawn, self)
        self.happened = RecordHistory(work.history, spawn, self)
        self.overview = Overview(theme)
        self.files = FilesPage(theme, self.reader)
        self.history = Timeline(theme)
        self.summary = SummaryPage(theme)
        self._hint = label("second", self.tr("Select a download to see its details."))
        self._stack = QStackedWidget()
        self._top = QWidget()
        self._lay_out()
        self.header.close_requested.connect(self.close_requested)
        self.overview.match_requested.connect(actions[Act.MATCH].trigger)
        self.overview.map_requested.connect(self.map_requested)
        self.overview.fix_requested.connect(self._ask_to_fix)
        self.reader.changed.connect(self._count_files)
        self.happened.changed.connect(self._tell_story)
        self.tabs.currentChanged.connect(self._turn)
        theme.changed.connect(self._draw)
        self._draw()
        self.setFocusProxy(self.tabs)

    # -- what happens ------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Another row may be selected."""
        if not self.isVisible():
            return
        keys = tuple(self._selection())
        if keys != self._keys:
            self._keys = keys
            self._follow()
        self._show()

    def apply(self, update: Update) -> None:
        """What clients say has changed; the table took it in before."""
        if not self.isVisible() or not self._keys:
            return
        touched = update.clients is not None or any(
            key in update.changed or key in update.removed for key in self._keys[:_MANY]
        )
        if touched and len(self._keys) <= _MANY:
            self._follow()
            self._show()

    def look_again(self) -> None:
        """How it stands with an import may have changed."""
        if self.isVisible():
            self._show()

    def tick(self) -> None:
        """A second has passed. Nothing is done while nobody sees it."""
        if not self.isVisible() or self.window().isMinimized():
            return
        self._ticks += 1
        regular = self._ticks % _READ_EVERY == 0
        if regular:
            self.happened.refresh()
        if regular or len(self._keys) <= _MANY:
            self._show()
        self._ask_for_files()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self.files.set_units(units)
        self._show()

    def turn(self, by: int) -> None:
        """Go so many tabs further, round and round."""
        if self.isVisible() and self._stack.currentWidget() in self._pages:
            shown = [tab for tab in Tab if self.tabs.isTabVisible(tab)]
            here = shown.index(Tab(self.tabs.currentIndex()))
            self.tabs.setCurrentIndex(shown[(here + by) % len(shown)])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's
        """Somebody looks."""
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's
        """Nobody looks: nothing is followed."""
        super().hideEvent(event)
        self._keys = ()
        self.reader.look_at(None)
        self.happened.look_at(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Its parts stand beside each other where there is room."""
        super().resizeEvent(event)
        self.overview.set_width(self.width())
        self.summary.set_width(self.width(), columns_from=COLUMNS_FROM)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The ground of the list it belongs to, and the line below the tabs."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), tokens.base)
        if self.tabs.isVisible():
            painter.fillRect(0, self._top.geometry().bottom(), self.width(), 1, tokens.line)

    # -- its parts ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for tab, name in (
            (Tab.OVERVIEW, self.tr("Overview")),
            (Tab.FILES, self.tr("Files")),
            (Tab.HISTORY, self.tr("History")),
        ):
            self.tabs.insertTab(tab, name)
        told = QScrollArea()
        told.setFrameShape(QScrollArea.Shape.NoFrame)
        told.setWidgetResizable(True)
        told.setAccessibleName(self.tr("History"))
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(16, 12, 16, 12)
        around.addWidget(self.history)
        around.addStretch(1)
        told.setWidget(inside)
        self._pages: tuple[QWidget, ...] = (self.overview, self.files, told)
        nothing = QWidget()
        middle = QVBoxLayout(nothing)
        middle.addStretch(1)
        middle.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(2)
        self._nothing = nothing
        for page in (nothing, self.summary, *self._pages):
            self._stack.addWidget(page)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 0, 16, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        above = QVBoxLayout(self._top)
        above.setContentsMargins(0, 0, 0, 1)
        above.setSpacing(2)
        above.addWidget(self.header)
        above.addLayout(tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)

    def _draw(self) -> None:
        self.setStyleSheet(pane_sheet(self._theme.tokens))
        self.update()

    # -- what is shown -----------------------------------------------------------------------------------------

    @property
    def _row(self) -> Row | None:
        """The one row that is selected."""
        return self._model.find(self._keys[0]) if len(self._keys) == 1 else None

    def _follow(self) -> None:
        row = self._row
        self.reader.look_at(None if row is None else row.transfer.key)
        self.happened.look_at(None if row is None or row.record is None else row.record.id)
        self.tabs.setTabVisible(Tab.HISTORY, row is not None and row.record is not None)

    def _show(self) -> None:
        row, form = self._row, self._model.format
        if row is not None:
            self.header.show_row(row, form)
            self.overview.show_row(row, form, self._local(row), self._standing(row))
            self.files.show_row(row)
            self._tell_story()
            self._turn_to(self._pages[self.tabs.currentIndex()])
            return
        rows = [row for key in self._keys if (row := self._model.find(key)) is not None]
        if rows:
            clients = {row.transfer.key.client: row.client.name for row in rows}
            self.header.show_many(downloads(len(rows)), ", ".join(clients.values()))
            self.summary.show_rows(rows, form)
        self._turn_to(self.summary if rows else self._nothing)

    def _turn_to(self, page: QWidget) -> None:
        self._top.setVisible(page is not self._nothing)
        self.tabs.setVisible(page in self._pages)
        self._stack.setCurrentWidget(page)
        self._ask_for_files()

    def _turn(self, tab: int) -> None:
        if self._row is not None:
            self._turn_to(self._pages[tab])

    def _ask_for_files(self) -> None:
        row = self._row
        if row is not None and row.live and self._stack.currentWidget() is self.files:
            self.reader.ask_if_due(done=row.transfer.done)

    def _count_files(self) -> None:
        tree, name = self.reader.tree, self.tr("Files")
        self.tabs.setTabText(Tab.FILES, f"{name}  {number(tree.count)}" if tree is not None and tree.count else name)

    def _tell_story(self) -> None:
        events, form = self.happened.events, self._model.format
        told = [step(event, form) for event in in_short(events)[-MOST:]]
        if (row := self._row) is not None:
            told.extend(next_steps(row, self._standing(row), form, is_on=self._imports.is_on))
        self.overview.show_story(told, self.happened.problem)
        self.history.tell([step_with_actor(event, form) for event in reversed(events[-MOST:])])

    def _local(self, row: Row) -> Path | None:
        transfer = row.transfer
        config = next((config for config in self._live.configs if config.id == transfer.key.client), None)
        return None if config is None else local_path(transfer.save_path, config)

    def _standing(self, row: Row) -> ImportStanding | None:
        return None if row.record is None else self._imports.standing(row.record.id)

    def _ask_to_fix(self, fix: Fix) -> None:
        if self._keys:
            self.fix_requested.emit(FixRequest(self._keys[0], fix))
