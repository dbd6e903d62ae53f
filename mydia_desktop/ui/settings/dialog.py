"""The settings dialog: pages at the left, Test connection, Cancel and Save below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.preferences import Preferences, RecordRules
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.settings.appearance_page import AppearancePage
from mydia_desktop.ui.settings.clients_page import ClientsPage, Spawn
from mydia_desktop.ui.settings.library_page import LibraryPage
from mydia_desktop.ui.settings.look import dialog_sheet, roomy
from mydia_desktop.ui.settings.page_list import PageList
from mydia_desktop.ui.settings.question import ask
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.client_settings import ClientSettings


class SettingsDialog(QDialog):
    """Nothing is in force before Save; Save puts all of it in force at once."""

    saved = Signal()
    """Everything is written and in force; ``ClientSettings`` has it."""

    def __init__(self, theme: Theme, settings: ClientSettings, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        screen = self.screen().availableSize()
        self.resize(QSize(roomy(960, self.font()), roomy(700, self.font())).boundedTo(screen))
        self.setMinimumSize(QSize(820, 560).boundedTo(screen))
        self._theme, self._settings, self._spawn = theme, settings, spawn
        self._saving = False
        self.clients = ClientsPage(theme, settings, spawn)
        self.appearance = AppearancePage(settings.in_force.preferences)
        self.library = LibraryPage(settings.in_force.preferences, settings.database)
        self.pages = PageList(theme)
        self._stack = QStackedWidget()
        for title, icon_name, page in (
            (self.tr("Clients"), "server", self.clients),
            (self.tr("Library"), "library", self.library),
            (self.tr("Appearance"), "palette", self.appearance),
        ):
            self.pages.add_page(title, icon_name)
            self._stack.addWidget(page)
        self.test = QPushButton(self.tr(" Test connection"))
        self.test.setAccessibleName(self.test.text().strip())  # the space is the icon's distance
        self.status = QLabel()
        self.status.setProperty("role", "second")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
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
        self.clients.edited.connect(self._update)
        self.clients.test.changed.connect(self._update)
        self.library.edited.connect(self._update)
        self.appearance.edited.connect(self._update)
        self.test.clicked.connect(self.clients.test.start)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save_clicked)
        self._theme.changed.connect(self._follow_theme)

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """How we stand with the saved clients now."""
        self.clients.set_states(states)

    def set_database_problem(self, problem: str, backup: Path | None) -> None:
        """Why the database can't be used now, and the copy that was made of it; empty while it can."""
        self.library.set_problem(problem, backup)

    def show_client(self, client: ClientId) -> None:
        """Open the Clients page with this client's form."""
        self.pages.setCurrentRow(0)
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
        self.clients.close_down()
        self.done(code)

    def _changed(self) -> bool:
        return self.clients.changed or self._preferences != self._settings.in_force.preferences

    @property
    def _preferences(self) -> Preferences:
        records = RecordRules(adopt_automatically=self.library.adopt.isChecked())
        return replace(self.appearance.preferences, records=records)

    def _update(self) -> None:
        on_clients = self.pages.currentRow() == 0
        problem = self.clients.problem()
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
            self.pages.setCurrentRow(0)  # where it says so
            self._update()
            return
        self._saving = False
        self.saved.emit()
        self._finish(QDialog.DialogCode.Accepted)

    def _follow_theme(self) -> None:
        tokens = self._theme.tokens
        self.setStyleSheet(dialog_sheet(tokens, self.font()))
        self.test.setIcon(icon("plug", tokens, 16))
        self.library.set_tokens(tokens)
