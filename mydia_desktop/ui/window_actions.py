"""The window's own actions: views, search, panes, settings, quitting. What acts on downloads is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mydia_desktop.ui.filtering import View
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.theme import Theme

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_Keys = QKeySequence.StandardKey


class WindowActions:
    """One QAction each, for menu bar, menu button, tool bar and keyboard alike."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._window, self._theme = window, theme
        self._icons: dict[QAction, str] = {}
        self.views = {
            View.ALL: self._action("view_all", translate("WindowActions", "All downloads"), "Ctrl+1", "layers"),
            View.QUEUE: self._action("view_queue", translate("WindowActions", "Queue"), "Ctrl+2", "arrow-down-to-line"),
            View.COMPLETED: self._action(
                "view_completed", translate("WindowActions", "Completed"), "Ctrl+3", "circle-check"
            ),
            View.ISSUES: self._action("view_issues", translate("WindowActions", "Issues"), "Ctrl+4", "triangle-alert"),
            View.LIBRARY: self._action("view_library", translate("WindowActions", "Library"), "Ctrl+5", "library"),
            View.HISTORY: self._action("view_history", translate("WindowActions", "History"), "Ctrl+6", "history"),
        }
        for action in self.views.values():
            action.setCheckable(True)
        self.add = self._action("add", translate("WindowActions", "Add…"), _Keys.New, "plus")
        self.open_files = self._action("open_files", translate("WindowActions", "Open files…"), _Keys.Open, "file-plus")
        self.paste = self._action("paste", translate("WindowActions", "Paste links"), _Keys.Paste, "link")
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # in the lists; a field pastes for itself
        self.search = self._action("search", translate("WindowActions", "Search"), _Keys.Find, "search")
        self.search.setShortcuts([*QKeySequence.keyBindings(_Keys.Find), QKeySequence("/")])
        self.ask_now = self._action(
            "ask_now", translate("WindowActions", "Ask clients now"), _Keys.Refresh, "refresh-cw"
        )
        self.next_pane = self._action("next_pane", translate("WindowActions", "Next pane"), "F6")
        self.previous_pane = self._action("previous_pane", translate("WindowActions", "Previous pane"), "Shift+F6")
        self.sidebar = self._action("sidebar", translate("WindowActions", "Sidebar"), "Ctrl+B", "panel-left")
        self.sidebar.setCheckable(True)
        self.sidebar.setChecked(True)
        self.details = self._action("details", translate("WindowActions", "Details"), "Ctrl+I", "panel-bottom")
        self.details.setCheckable(True)
        self.next_tab = self._action("next_tab", translate("WindowActions", "Next tab of the details"), "Ctrl+Tab")
        self.previous_tab = self._action(
            "previous_tab", translate("WindowActions", "Previous tab of the details"), "Ctrl+Shift+Tab"
        )
        self.density = self._action("density", translate("WindowActions", "Compact rows"), "Ctrl+D", "rows-2")
        self.density.setCheckable(True)
        self.menu_bar = self._action("menu_bar", translate("WindowActions", "Menu bar"), "Ctrl+M", "menu")
        self.menu_bar.setCheckable(True)
        self.look_for_clients = self._action(
            "look_for_clients", translate("WindowActions", "Look for clients…"), "", "scan-search"
        )
        self.import_mydia = self._action(
            "import_mydia", translate("WindowActions", "Import from Mydia…"), "", "database"
        )
        self.settings = self._action("settings", translate("WindowActions", "Settings"), "Ctrl+,", "settings")
        self.keys = self._action("keys", translate("WindowActions", "Keyboard shortcuts"), "F1", "circle-help")
        self.about = self._action("about", translate("WindowActions", "About Mydia Desktop"), "", "info")
        self.close = self._action("close", translate("WindowActions", "Close window"), "Ctrl+W", "x")
        self.quit = self._action("quit", translate("WindowActions", "Quit"), "Ctrl+Q", "log-out")
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def __iter__(self) -> Iterator[QAction]:
        """All of them, in the order of the list of shortcuts."""
        yield from self._icons

    def on_view(self, chosen: Callable[[View], None]) -> None:
        """Call this with a view when its action is triggered."""
        for view, action in self.views.items():
            action.triggered.connect(lambda _checked=False, view=view: chosen(view))

    def show_view(self, shown: View) -> None:
        """Mark the view that is shown."""
        for view, action in self.views.items():
            action.setChecked(view is shown)

    def draw_density(self) -> None:
        """The button shows what the rows are now."""
        name = "rows-4" if self.density.isChecked() else "rows-2"
        self._icons[self.density] = name
        self.density.setIcon(icon(name, self._theme.tokens))

    def fill_view_menu(self, menu: QMenu) -> None:
        """What changes what the window shows."""
        menu.addActions(list(self.views.values()))
        menu.addSeparator()
        menu.addActions([self.search, self.ask_now])
        menu.addSeparator()
        menu.addActions([self.sidebar, self.details, self.density, self.menu_bar])

    def _action(self, name: str, text: str, keys: str | _Keys, icon_name: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setShortcut(keys if isinstance(keys, _Keys) else QKeySequence(keys))
        self._icons[action] = icon_name
        self._window.addAction(action)
        return action

    def _draw_icons(self) -> None:
        for action, name in self._icons.items():
            if name:
                action.setIcon(icon(name, self._theme.tokens))
