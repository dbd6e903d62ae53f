"""The pages of what is remembered, Library and History, with all that belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.media import Episode, MediaItem
from mydia_desktop.domain.record import Event, RecordId
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.history import model as history_model
from mydia_desktop.ui.history.model import HistoryModel, Spawn
from mydia_desktop.ui.history.view import HistoryView
from mydia_desktop.ui.history.whereabouts import Live, is_nowhere
from mydia_desktop.ui.library import model as library_model
from mydia_desktop.ui.library.menu import LibraryMenu
from mydia_desktop.ui.library.model import LibraryModel
from mydia_desktop.ui.library.nodes import EpisodeNode, ItemNode, Node
from mydia_desktop.ui.library.view import LibraryView
from mydia_desktop.ui.row import Row
from mydia_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from mydia_desktop.ui.library.edit_dialog import EditDialog

_LOOK_EVERY = 3
"""Seconds between two looks for new lines of a history that is shown: other desktops may write them."""


class Library(library_model.Library, Protocol):
    """As the workflow of this name."""

    @property
    def is_complete(self) -> bool:
        """Whether everything was read."""
        ...

    async def save_item(self, item: MediaItem) -> MediaItem:
        """Write it down. Raises StoreUnavailableError."""
        ...

    async def save_episode(self, episode: Episode) -> Episode:
        """Write it down. Raises StoreUnavailableError."""
        ...


class Keeper(Protocol):
    """How it stands with the database."""

    @property
    def problem(self) -> str:
        """Why it is unavailable, in a sentence; empty while it is not."""
        ...


class Work(Protocol):
    """What is needed of the workflows."""

    @property
    def live(self) -> Live:
        """What the clients list."""
        ...

    @property
    def library(self) -> Library:
        """Movies and shows."""
        ...

    @property
    def history(self) -> history_model.History:
        """What happened."""
        ...

    @property
    def keeper(self) -> Keeper:
        """The database behind both."""
        ...


class Remembered(QObject):
    """Builds both pages, and passes on what they ask for."""

    changed = Signal()
    """Another page is to be shown, or there is more or less on it."""

    def __init__(self, theme: Theme, work: Work, downloads: DownloadsModel, spawn: Spawn, window: QWidget) -> None:
        """``downloads`` has the rows; dialogs belong to ``window``."""
        super().__init__(window)
        self._theme, self._work, self._downloads = theme, work, downloads
        self._spawn, self._window = spawn, window
        self._view = View.ALL
        self._ticks = 0
        self._dialog: EditDialog | None = None
        self.library_model = LibraryModel(work.library, self._row_of)
        self.history_model = HistoryModel(work.history, self._is_nowhere, spawn)
        self.library = LibraryView(self.library_model, theme)
        self.history = HistoryView(self.history_model, theme)
        self.library.edit_requested.connect(self.edit)
        self.library_model.counts_changed.connect(self.changed)
        self.history_model.changed.connect(self.changed)

    @property
    def problem(self) -> str:
        """Why what is remembered can't be read, in a sentence; empty if it can."""
        return self._work.keeper.problem or (self.history_model.problem if self._view is View.HISTORY else "")

    @property
    def is_reading(self) -> bool:
        """More may come by itself."""
        if self._view is View.HISTORY:
            return not self.history_model.is_read
        return not self._work.library.is_complete

    def build_menu(self, actions: DownloadActions) -> LibraryMenu:
        """The menu of the library's lines, and the keys of downloads in it."""
        menu = LibraryMenu(self._theme, actions, self._window)
        menu.edit_chosen.connect(self.edit)
        actions.install(self.library)
        self.library.selection_changed.connect(actions.refresh)
        self.library.menu_requested.connect(lambda at: self._open(menu, at))
        return menu

    def show(self, chosen: Filter) -> None:
        """This filter is in force now, whichever page that is."""
        self._view = chosen.view
        if chosen.view is View.LIBRARY:
            self.library_model.search(chosen.text)
        elif chosen.view is View.HISTORY:
            self.history_model.search(chosen.text)
            self.history_model.refresh()

    def apply(self, update: Update) -> None:
        """What clients list has changed; the table took it in before."""
        self.library_model.apply(update)

    def set_in_flight(self) -> None:
        """What was asked of rows and is not confirmed has changed."""
        self.library_model.set_in_flight()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self.library_model.set_units(units)
        self.history_model.set_units(units)

    def tick(self, now: float) -> None:
        """A second has passed. Nothing is done for a page that nobody sees."""
        self._ticks += 1
        if self._view is View.LIBRARY:
            self.library_model.tick(now)
        elif self._view is View.HISTORY:
            self.history_model.tick(now)
            if self._ticks % _LOOK_EVERY == 0:
                self.history_model.refresh()

    def edit(self, node: Node) -> None:
        """Let a person change what the library says of a movie, a show or an episode."""
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.library.edit_dialog import EpisodeDialog, ItemDialog  # noqa: PLC0415 - see above

        library, dialog = self._work.library, self._dialog
        if dialog is not None:
            dialog.activateWindow()
            return
        match node:
            case ItemNode():
                item = node.entry.item
                dialog = ItemDialog(self._theme, self._spawn, item, library.save_item, self._window)
            case EpisodeNode():
                others = node.show.entry.episodes
                dialog = EpisodeDialog(
                    self._theme, self._spawn, node.episode, others, library.save_episode, self._window
                )
            case _:
                return
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _open(self, menu: LibraryMenu, at: QPoint) -> None:
        shown = self.library
        menu.open_for(shown.selected_nodes(), shown.selected_gone(), at, has_rows=bool(shown.selected_keys()))

    def _row_of(self, record_id: RecordId) -> Row | None:
        key = self._work.live.key_of(record_id)
        return None if key is None else self._downloads.find(key)

    def _is_nowhere(self, event: Event) -> bool:
        return is_nowhere(event, self._work.live)
