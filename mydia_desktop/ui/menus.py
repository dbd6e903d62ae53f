"""The menu bar, and the same menus behind the tool bar's menu button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mydia_desktop.ui.context_menu import DownloadMenu
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.window_actions import WindowActions

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class Menus:
    """Every action of the window in its place. ``button`` is the one menu behind the button."""

    def __init__(
        self, window: QWidget, actions: WindowActions, downloads: DownloadActions, *, select_all: QAction
    ) -> None:
        self.download = DownloadMenu(downloads, window)
        program, edit, view, about = (
            QMenu(title, window)
            for title in (
                translate("Menus", "&File"),
                translate("Menus", "&Edit"),
                translate("Menus", "&View"),
                translate("Menus", "&Help"),
            )
        )
        program.addActions([actions.add, actions.open_files])
        program.addSeparator()
        program.addActions([actions.look_for_clients, actions.import_mydia])
        program.addSeparator()
        program.addActions([actions.settings])
        program.addSeparator()
        program.addActions([actions.close, actions.quit])
        edit.addActions([downloads.undo])
        edit.addSeparator()
        edit.addActions([actions.paste, select_all, actions.search])
        actions.fill_view_menu(view)
        about.addActions([actions.keys, actions.about])
        self._all = (program, edit, self.download, view, about)
        self.button = QMenu(window)
        self.button.addActions([actions.add, actions.open_files])
        self.button.addSeparator()
        for menu in (self.download, edit, view, about):
            self.button.addMenu(menu)
        self.button.addSeparator()
        self.button.addActions([actions.look_for_clients, actions.import_mydia, actions.settings, actions.quit])

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into the bar."""
        for menu in self._all:
            bar.addMenu(menu)


def select_all_action(window: QWidget) -> QAction:
    """Select everything that is listed; its key works in the list itself."""
    action = QAction(translate("Menus", "Select all"), window)
    action.setObjectName("select_all")
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
    return action
