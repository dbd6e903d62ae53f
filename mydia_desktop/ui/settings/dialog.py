"""The settings dialog: pages at the left, Test connection, Cancel and Save below."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.settings.advanced_page import AdvancedPage
from mydia_desktop.ui.settings.appearance_page import AppearancePage
from mydia_desktop.ui.settings.clients_page import ClientsPage, Spawn
from mydia_desktop.ui.settings.general_page import GeneralPage
from mydia_desktop.ui.settings.import_page import ImportPage
from mydia_desktop.ui.settings.library_page import LibraryPage
from mydia_desktop.ui.settings.look import dialog_sheet, roomy
from mydia_desktop.ui.settings.notifications_page import NotificationsPage
from mydia_desktop.ui.settings.page import Page, line
from mydia_desktop.ui.settings.page_list import PageList
from mydia_desktop.ui.settings.paths_page import PathsPage
from mydia_desktop.ui.settings.question import ask
from mydia_desktop.ui.settings.shortcuts_page import ShortcutsPage
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.client_settings import ClientSettings


class SettingsDialog(QDialog):
    """Nothing is in force before Save; Save puts all of it in force at once."""

    saved = Signal()
    """Everything is written and in force; ``ClientSettings`` has it."""

    def __init__(
        self,
        theme: Theme,
        settings: ClientSettings,
        spawn: Spawn,
        around: Surroundings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``around`` is what the pages look at in the window."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        screen = self.screen().availableSize()
        self.resize(QSize(roomy(960, self.font()), roomy(700, self.font())).boundedTo(screen))
        self.setMinimumSize(QSize(820, 560).boundedTo(screen))
        self._theme, self._settings, self._spawn = theme, settings, spawn
        self._saving = False
        around = around or Surroundings()
        preferences = settings.in_force.preferences
        self.clients = ClientsPage(theme, settings, spawn)
        self.library = LibraryPage(preferences, settings.database)
        self.paths = PathsPage(self.clients, around, spawn)
        self.importing = ImportPage(settings, around, spawn)
        self.notifications = NotificationsPage(preferences)
        self.appearance = AppearancePage(preferences, around)
        self.shortcuts = ShortcutsPage(preferences, around.keys)
        self.general = GeneralPage(settings, around, spawn)
        self.advanced = AdvancedPage(settings)
        self._all: tuple[Page, ...] = (
            self.clients,
            self.paths,
            self.library,
            self.importing,
            self.notifications,
            self.appearance,
            self.shortcuts,
            self.general,
            self.advanced,
        )
        self.pages = PageList(theme)
        self._stack = QStackedWidget()
        for page in self._all:
            self.pages.add_page(page.title, page.icon)
            self._stack.addWidget(page)
        self.test = QPushButton(self.tr(" Test connection"))
        self.test.setAccessibleName(self.test.text().strip())  # the space is the icon's distance
        self.status = line("", "second")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self._arrange()
        self._connect()
        self._follow_theme()
        self.pages.setCurrentRow(0)
        self._update()
        self.clients.list.setFocus()

    def _arrange(self) -> None:
        footer = QFrame()
        footer.setObjectName("footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(20, 11, 20, 11)
        buttons.setSpacing(8)
        buttons.addWidget(self.test)
        buttons.addWidget(self.status, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        for button in (self.test, self.cancel, self.clients.add):
            button.setAutoDefault(False)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pages)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(footer)

    def _connect(self) -> None:
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.pages.currentRowChanged.connect(self._update)
        for page in self._all:
            page.edited.connect(self._update)
        self.clients.test.changed.connect(self._update)
        self.test.clicked.connect(self.clients.test.start)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save_clicked)
        self._theme.changed.connect(self._follow_theme)

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """How we stand with the saved clients now."""
        self.clients.set_states(states)
        self.advanced.set_states(states)

    def set_database_problem(self, problem: str, backup: Path | None) -> None:
        """Why the database can't be used now, and the copy that was made of it; empty while it can."""
        self.library.set_problem(problem, backup)

    def open_page(self, name: str) -> None:
        """Open the page of this name."""
        self.pages.setCurrentRow(next(row for row, page in enumerate(self._all) if page.name == name))

    def show_client(self, client: ClientId) -> None:
        """Open the Clients page with this client's form."""
        self.open_page(self.clients.name)
        self.clients.select(client)

    def reject(self) -> None:
        """Close without saving; asks when that would lose something. What is being saved can't be taken back."""
        if self._saving:
            return
        if not self._changed():
            self._finish(QDialog.DialogCode.Rejected)
            return
        ask(
            self,
            title=self.tr("Discard your changes?"),
            text=self.tr("They have not been saved."),
            act=self.tr("Discard"),
            keep=self.tr("Keep editing"),
            then=lambda: self._finish(QDialog.DialogCode.Rejected),
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The window's own close button is Cancel."""
        event.ignore()
        self.reject()

    def _finish(self, code: QDialog.DialogCode) -> None:
        self.close_down()
        self.done(code)

    def close_down(self) -> None:
        """Show no answer any more that is still on its way."""
        for page in self._all:
            page.close_down()

    def _changed(self) -> bool:
        return self._preferences != self._settings.in_force.preferences or any(
            page.changed_elsewhere for page in self._all
        )

    @property
    def _preferences(self) -> Preferences:
        chosen = self._settings.in_force.preferences
        for page in self._all:
            chosen = page.chosen(chosen)
        return chosen

    def _update(self) -> None:
        on_clients = self._stack.currentWidget() is self.clients
        problem = next((problem for page in self._all if (problem := page.obstacle())), "")
        self.test.setVisible(on_clients)
        self.test.setEnabled(self.clients.test.ready)
        self.save.setEnabled(self._changed() and not problem and not self._saving)
        self._stack.setEnabled(not self._saving)
        self.cancel.setEnabled(not self._saving)
        self.save.setText(self.tr("Saving…") if self._saving else self.tr("Save"))
        status = self.clients.test.status if on_clients else ""
        self.status.setText(problem if self._changed() and problem else status)

    def _save_clicked(self) -> None:
        self._saving = True
        self._update()
        self._spawn(self._save())

    async def _save(self) -> None:
        configs, passwords = self.clients.to_save()
        try:
            await self._settings.save(configs, passwords, self._preferences)
        except SettingsNotSavedError as error:
            self._saving = False
            self.clients.show_not_saved(error)
            self.open_page(self.clients.name)  # where it says so
            self._update()
            return
        self._saving = False
        for page in self._all:
            page.saved()
        self.saved.emit()
        self._finish(QDialog.DialogCode.Accepted)

    def _follow_theme(self) -> None:
        tokens = self._theme.tokens
        self.setStyleSheet(dialog_sheet(tokens, self.font()))
        self.test.setIcon(icon("plug", tokens, 16))
        for page in self._all:
            page.set_tokens(tokens)
