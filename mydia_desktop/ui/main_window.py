"""The main window: arranges its parts, hands them what changed, and passes on what they ask for."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.about import show_about
from mydia_desktop.ui.action_rules import words_in_flight
from mydia_desktop.ui.action_runner import ActionRunner
from mydia_desktop.ui.adding import Adding
from mydia_desktop.ui.adoption_toasts import AdoptionToasts
from mydia_desktop.ui.asking import Asking
from mydia_desktop.ui.background import Background
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.departures import departures
from mydia_desktop.ui.details.dock import DetailsDock
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.filtering import Filter
from mydia_desktop.ui.first_run.opener import FirstRun
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.gone_actions import GoneActions
from mydia_desktop.ui.health_strip import HealthStrip
from mydia_desktop.ui.import_fixing import IMPORT_FIXES
from mydia_desktop.ui.issue_words import Fix, FixRequest
from mydia_desktop.ui.issues_model import IssuesModel
from mydia_desktop.ui.key_bindings import KeyBindings
from mydia_desktop.ui.list_pane import ListPane
from mydia_desktop.ui.menus import Menus, select_all_action
from mydia_desktop.ui.mydia_importing import MydiaImporting
from mydia_desktop.ui.notice_toasts import NoticeToasts
from mydia_desktop.ui.open_folder import FolderOpener
from mydia_desktop.ui.panes import go_to_pane
from mydia_desktop.ui.quitting import Quitting
from mydia_desktop.ui.remembered import Remembered
from mydia_desktop.ui.row import Memory
from mydia_desktop.ui.search_field import SearchField
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.ui.settings_opener import MakeSettings, SettingsOpener, Spawn
from mydia_desktop.ui.shortcuts_dialog import ShortcutsDialog
from mydia_desktop.ui.sidebar import Sidebar
from mydia_desktop.ui.tally import Tally
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts
from mydia_desktop.ui.tool_bar import ToolBar
from mydia_desktop.ui.window_actions import WindowActions
from mydia_desktop.ui.window_memory import WindowMemory
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.downloads import DownloadWorkflows
from mydia_desktop.workflows.record_keeper import StoreState
from mydia_desktop.workflows.records import Records
from mydia_desktop.workflows.targets import Act

if TYPE_CHECKING:
    from mydia_desktop.ui.add.item import Origin
    from mydia_desktop.ui.details.pane import DetailsPane
    from mydia_desktop.workflows.client_settings import SettingsInForce

_LEAST_SIZE = (860, 560)
_SIDEBAR_FOLDS_BELOW = 1080
_MEMORIES = {StoreState.OPENING: Memory.READING, StoreState.UNAVAILABLE: Memory.UNAVAILABLE}
_FIXES = {Fix.RETRY: Act.RETRY, Fix.RECHECK: Act.RETRY, Fix.REANNOUNCE: Act.REANNOUNCE}
"""For missing files a retry is the re-check that starts only what it found."""


class MainWindow(QMainWindow):
    """Shows one Live. Closing it is a request that others answer."""

    quit_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        live: Live,
        records: Records,
        make_settings: MakeSettings,
        spawn: Spawn,
        *,
        state: WindowState,
        preferences: Preferences,
        problems: Sequence[str],
    ) -> None:
        """``problems`` are sentences about what config.toml has wrong."""
        super().__init__()
        self._theme, self._live, self._clients = theme, live, live.clients
        self._spawn = spawn
        self._units = Units(preferences.appearance.units)
        self._memory_of_downloads = Memory.READING
        self._model, self._tally = DownloadsModel(), Tally()
        self._middle = QWidget()
        self._toasts = Toasts(theme, self._middle)
        self.quitting = Quitting(live, self._model.name_of, lambda: self._units, self)
        self._notices = NoticeToasts(self._toasts, self._model.name_of)
        self._workflows = DownloadWorkflows(live, records, self._notices.tell, spawn)
        self._adoptions = AdoptionToasts(self._toasts, self._workflows.adoption, spawn)
        self._settings = SettingsOpener(theme, make_settings, records.keeper, spawn, self, around=self._surroundings)
        self._issues = IssuesModel()
        self._remembered = Remembered(theme, self._workflows, self._model, spawn, self)
        self._list = ListPane(theme, self._model, self._issues, self._remembered)
        self._sidebar = Sidebar(theme)
        self._search = SearchField(theme)
        self._strip = HealthStrip(theme)
        self._asking = Asking(
            self._list.questions, self._workflows, self._toasts,
            spawn=spawn, open_client=self._open_client, name_of=self._model.name_of, window=self,
        )  # fmt: skip
        self._gone = GoneActions(theme, self._list.issues, self._workflows, self._toasts, spawn=spawn, window=self)
        self._importing = MydiaImporting(theme, self._workflows, self._settings, spawn=spawn, window=self)
        self._folders = FolderOpener(self._toasts, lambda: live.configs)
        runner = ActionRunner(
            theme, self._workflows, self._toasts, self._notices, self._folders, self._model.name_of,
            spawn=spawn, units=lambda: self._units, window=self,
        )  # fmt: skip
        self._import_fixing = runner.imports
        self._downloads = DownloadActions(
            theme, runner, selection=self._selection, units=lambda: self._units, window=self
        )
        self._library_menu = self._remembered.build_menu(self._downloads)
        self._adding = Adding(self, theme, self._workflows, spawn, self._toasts, units=lambda: self._units)
        self._actions = WindowActions(self, theme)
        self._first_run = FirstRun(
            theme, self._settings, state, spawn, self, add_another=self._open_settings,
            ways=(self._actions.look_for_clients.triggered, self._list.empty.look_requested),
        )  # fmt: skip
        self._select_all = select_all_action(self)
        self._keys = KeyBindings(
            ((self.tr("Downloads"), [*self._downloads.all, self._select_all]), (self.tr("Window"), self._actions)), self
        )
        self._keys.put_in_force(preferences.shortcuts)
        self._menus = Menus(self, self._actions, self._downloads, select_all=self._select_all)
        self.background = Background(
            self, theme, live, records.happenings, spawn, downloads=self._downloads, folders=self._folders,
            toasts=self._toasts, units=lambda: self._units, state=state, preferences=preferences,
        )  # fmt: skip
        self._details = DetailsDock(self._list, self._make_details)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange()
        self._connect()
        self._set_units(self._units)
        self._list.banner.set_problems(problems)
        self._memory = WindowMemory(
            state,
            self,
            splitter=self._splitter,
            table=self._list.table,
            sidebar=self._sidebar,
            details=self._details,
            actions=self._actions,
            view=lambda: self._model.filter.view,
        )
        self._set_filter(Filter(view=self._memory.restore()))
        self._show_memory()

    # -- what happens ------------------------------------------------------------------------------------------

    def apply(self, update: Update) -> None:
        """Show what changed."""
        if update.clients is not None:
            self._clients = update.clients
        if update.removed:
            self._tell_departures(update)
        self._workflows.apply(update)
        self._model.apply(update)
        self._issues.apply(update)
        self._remembered.apply(update)
        self._tally.apply(update)
        self._details.apply(update)
        if update.gone is not None:
            self._asking.refresh()
        if update.clients is not None:
            self._strip.set_states(update.clients)
            self._list.banner.set_states(update.clients)
            self._settings.set_states(update.clients)
            self._adding.look_again()
        self._show_clients()
        self._downloads.refresh()

    def tick(self) -> None:
        """A second has passed: ages go on."""
        now = time.time()
        self._workflows.tick()
        self._model.tick()
        self._issues.tick(now)
        self._remembered.tick(now)
        self._strip.tick(now)
        self._details.tick()
        self._list.banner.tick(now)
        self.background.show_counts(self._tally.counts(), self._clients)

    def take_arguments(self, offered: Sequence[Origin]) -> None:
        """Come to the front for a second start, with the Add dialog if it, or the first one, named something."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if offered:
            self._adding.take(offered)

    @property
    def workflows(self) -> DownloadWorkflows:
        """What a person can set off here."""
        return self._workflows

    def greet(self) -> None:
        """Welcome whoever starts a new profile."""
        self._first_run.greet()

    def put_away(self) -> None:
        """Leave the screen at once, and remember how the window was; nothing that is still held is sent."""
        self._workflows.close()
        self._adding.put_away()
        self.background.close()
        self.hide()

    # -- its parts ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Mydia Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        tool_bar = ToolBar(
            self._theme,
            menu=self._menus.button,
            add=self._actions.add,
            pause=self._downloads[Act.PAUSE],
            resume=self._downloads[Act.RESUME],
            remove=self._downloads[Act.REMOVE],
            search=self._search,
            density=self._actions.density,
            columns=self._list.table.columns_menu,
            details=self._actions.details,
            settings=self._actions.settings,
        )
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._sidebar)
        self._splitter.addWidget(self._details)
        self._splitter.setStretchFactor(1, 1)
        above = QVBoxLayout(self._middle)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._splitter)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tool_bar)
        column.addWidget(self._middle, 1)
        column.addWidget(self._strip)
        self.setCentralWidget(whole)
        self._menus.fill(self.menuBar())
        self.menuBar().hide()

    def _make_details(self) -> DetailsPane:
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.details.pane import DetailsPane  # noqa: PLC0415 - see above

        pane = DetailsPane(
            self._theme, self._live, self._workflows, self._model, self._downloads, self._menus.download,
            selection=self._selection, spawn=self._spawn,
        )  # fmt: skip
        pane.close_requested.connect(lambda: self._actions.details.setChecked(False))
        pane.map_requested.connect(self._open_paths)
        pane.fix_requested.connect(self._fix)
        self._downloads.targets_shown.connect(pane.look)
        self._actions.next_tab.triggered.connect(lambda: pane.turn(1))
        self._actions.previous_tab.triggered.connect(lambda: pane.turn(-1))
        return pane

    def _connect(self) -> None:
        table, issues, actions = self._list.table, self._list.issues, self._actions
        self._sidebar.filter_changed.connect(self._set_filter)
        self._list.head.chip_removed.connect(self._set_filter)
        self._list.empty.clear_requested.connect(self._clear_filters)
        self._search.text_changed.connect(self._search_for)
        table.selection_changed.connect(self._downloads.refresh)
        table.visible_changed.connect(self._live.look_at)
        for shown in (table, issues):
            shown.menu_requested.connect(self._open_menu)
            self._downloads.install(shown)
        self._adding.install(actions, table, issues)
        self._adding.show_requested.connect(self._show_row)
        issues.selection_changed.connect(self._downloads.refresh)
        issues.fix_requested.connect(self._fix)
        issues.try_requested.connect(self._live.try_now)
        table.addActions([self._select_all, self._downloads.show_details])
        self._select_all.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._select_all.triggered.connect(table.selectAll)
        self._list.banner.settings_requested.connect(self._open_client)
        self._list.banner.try_requested.connect(self._live.try_now)
        self._list.banner.last_known_requested.connect(self._live.show_last_known)
        self._list.empty.try_requested.connect(self._live.try_now)
        self._list.empty.add_requested.connect(self._adding.open)
        self._list.empty.add_client_requested.connect(self._open_settings)
        self._strip.client_activated.connect(self._open_client)
        self._folders.map_requested.connect(self._open_paths)
        self._settings.applied.connect(self._put_in_force)
        self._workflows.watch(self._show_in_flight)
        self._workflows.imports.watch(self._show_imports)
        self._import_fixing.map_requested.connect(self._open_paths)
        self._import_fixing.folder_requested.connect(lambda: self._settings.open_page("import", self._clients))
        self._import_fixing.match_requested.connect(lambda key: self._downloads.do(Act.MATCH, [key]))
        self._workflows.keeper.watch(self._show_memory)
        self._workflows.keeper.watch(self._adding.look_again)
        self._remembered.changed.connect(lambda: self._list.show_state(self._clients))
        self._library_menu.add_chosen.connect(self._adding.open_for)
        self._library_menu.send_again_chosen.connect(self._gone.send_again)
        self._library_menu.match_gone_chosen.connect(self._gone.match)
        self._library_menu.forget_chosen.connect(self._gone.forget)
        self._connect_actions(actions)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self._list, self._step_back).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def _connect_actions(self, actions: WindowActions) -> None:
        actions.on_view(lambda view: self._set_filter(Filter(view=view, text=self._model.filter.text)))
        actions.search.triggered.connect(self._go_to_search)
        actions.ask_now.triggered.connect(lambda _checked: self._live.try_now())
        actions.next_pane.triggered.connect(lambda: self._go_to_pane(1))
        actions.previous_pane.triggered.connect(lambda: self._go_to_pane(-1))
        actions.sidebar.toggled.connect(self._sidebar.setVisible)
        actions.details.toggled.connect(self._details.set_open)
        self._downloads.show_details.triggered.connect(actions.details.toggle)
        actions.density.toggled.connect(self._set_compact)
        actions.menu_bar.toggled.connect(self.menuBar().setVisible)
        actions.import_mydia.triggered.connect(self._importing.open)
        actions.settings.triggered.connect(self._open_settings)
        actions.keys.triggered.connect(self._show_keys)
        actions.about.triggered.connect(lambda: show_about(self))
        actions.close.triggered.connect(self.close)
        self.quitting.confirmed.connect(self.quit_requested)
        actions.quit.triggered.connect(lambda _checked: self.quitting.request())
        self.background.quit_requested.connect(self.quitting.request)
        self.background.rows_wanted.connect(self._show_rows)
        self.background.add_requested.connect(self._adding.paste)
        self.background.settings_requested.connect(actions.settings.trigger)

    # -- choosing what is shown --------------------------------------------------------------------------------

    def _set_filter(self, chosen: Filter) -> None:
        self._model.set_filter(chosen)
        self._issues.set_filter(chosen)
        self._remembered.show(chosen)
        self._sidebar.set_filter(chosen)
        if self._search.text() != chosen.text:
            self._search.setText(chosen.text)
        self._actions.show_view(chosen.view)
        self._show_clients()
        self._downloads.refresh()
        self._memory.save_soon()

    def _search_for(self, text: str) -> None:
        if text != self._model.filter.text:
            self._set_filter(replace(self._model.filter, text=text))

    def _show_row(self, key: TransferKey) -> None:
        self._show_rows([key])

    def _show_rows(self, keys: Sequence[TransferKey]) -> None:
        self._set_filter(Filter())
        self._list.table.select(keys)

    def _clear_filters(self) -> None:
        self._set_filter(Filter(view=self._model.filter.view))

    def _step_back(self) -> None:
        """Esc: first the search goes, then the selection."""
        if self._search.text():
            self._search.clear()
        else:
            self._list.clear_selection()

    def _selection(self) -> Sequence[TransferKey]:
        page = self._list.page
        return page.selected_keys() if page in (self._list.table, self._list.issues, self._list.library) else ()

    def _show_clients(self) -> None:
        """Let everything that counts or names clients follow."""
        self._tally.set_not_imported(self._issues.imports)
        self._sidebar.set_counts(self._tally.counts(), self._clients)
        self._list.show_state(self._clients)

    def _show_memory(self) -> None:
        """What was read once is known, whatever became of the database since."""
        state = self._workflows.keeper.state
        if state is StoreState.READY:
            self._memory_of_downloads = Memory.READ
        elif self._memory_of_downloads is not Memory.READ:
            self._memory_of_downloads = _MEMORIES[state]
        for part in (self._model, self._issues, self._sidebar):
            part.set_memory(self._memory_of_downloads)
        self._list.show_state(self._clients)

    def _show_imports(self) -> None:
        self._issues.set_imports(self._workflows.imports.standings)
        self._show_clients()
        self._details.look_again()

    def _show_in_flight(self) -> None:
        words = words_in_flight(self._workflows)
        self._model.set_in_flight(words)
        self._issues.set_in_flight(words)
        self._remembered.set_in_flight()

    # -- acting ------------------------------------------------------------------------------------------------

    def _tell_departures(self, update: Update) -> None:
        rows = (self._model.find(key) for key in self._list.table.selected_keys())
        selected = {row.transfer.key: row.transfer for row in rows if row is not None}
        in_flight = self._workflows.actions.in_flight
        for sentence in departures(update.removed, selected, in_flight, self._clients, self._model.name_of):
            self._toasts.tell(sentence)

    def _open_menu(self, at: QPoint) -> None:
        self._menus.download.popup(at)

    def _fix(self, wanted: FixRequest) -> None:
        if wanted.fix in IMPORT_FIXES:
            self._import_fixing.fix(wanted.key, wanted.fix)
        else:
            self._downloads.do(_FIXES[wanted.fix], [wanted.key])

    def _open_paths(self) -> None:
        self._settings.open_page("paths", self._clients)

    def _open_settings(self) -> None:
        self._settings.open(self._clients)

    def _open_client(self, client: ClientId) -> None:
        self._settings.open_client(client, self._clients)

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            paths=lambda client: [
                row.content_path or row.save_path for key, row in self._live.transfers.items() if key.client == client
            ],
            density=self._actions.density,
            keys=self._keys,
            has_tray=lambda: self.background.host.is_there,
        )

    def _put_in_force(self, in_force: SettingsInForce) -> None:
        self._theme.follow(in_force.preferences.appearance)
        self._keys.put_in_force(in_force.preferences.shortcuts)
        self._set_units(Units(in_force.preferences.appearance.units))
        self._list.banner.set_problems(in_force.complaints)
        self.background.set_preferences(in_force.preferences)

    def _set_units(self, units: Units) -> None:
        self._units = units
        self._model.set_units(units)
        self._issues.set_units(units)
        self._remembered.set_units(units)
        self._strip.set_units(units)
        self._details.set_units(units)

    def _set_compact(self, compact: bool) -> None:  # noqa: FBT001 - what a checkable action tells
        self._list.table.set_density(Density.COMPACT if compact else Density.COMFORTABLE)
        self._actions.draw_density()

    # -- getting about -----------------------------------------------------------------------------------------

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _go_to_pane(self, step: int) -> None:
        go_to_pane((self._search, self._sidebar, self._list.page, *self._details.panes, self._strip), step)

    def _show_keys(self) -> None:
        groups = ((self.tr("Downloads"), self._list.table.actions()), (self.tr("Window"), self._actions))
        dialog = ShortcutsDialog(groups, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # -- the window itself -------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing is a request: the clients may take a moment to let go."""
        event.ignore()
        if self.background.keeps_running:
            self.background.window_closed()
        else:
            self.quitting.request()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the sidebar to its icons where there is no room for its words."""
        super().resizeEvent(event)
        self._details.fit(self.width())
        folded = self.width() < _SIDEBAR_FOLDS_BELOW
        if folded is not self._sidebar.is_folded:
            self._sidebar.set_folded(folded=folded)
            # A splitter does not see that something in it may no longer be as wide.
            self._splitter.setSizes([self._sidebar.sizeHint().width(), self.width()])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Somebody looks: ask in the usual rhythm."""
        super().showEvent(event)
        self._live.attend()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks: ask in the slow rhythm."""
        super().hideEvent(event)
        self._live.rest()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A minimised window is as good as hidden."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            (self._live.rest if self.isMinimized() else self._live.attend)()
