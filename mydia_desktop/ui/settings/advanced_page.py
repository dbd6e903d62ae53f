"""The Advanced page: how much is logged, where, and what to send to whoever helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.settings.field import Field, Note
from mydia_desktop.ui.settings.page import Page, PageColumn, at_start, choice_box
from mydia_desktop.ui.theme import Tokens
from mydia_desktop.workflows.client_settings import ClientSettings
from mydia_desktop.workflows.diagnostics import diagnostics


class AdvancedPage(Page):
    """Logs and diagnostics."""

    name, icon = "advanced", "wrench"

    def __init__(self, settings: ClientSettings, parent: QWidget | None = None) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self.title = self.tr("Advanced")
        self._settings = settings
        self._states: Mapping[ClientId, ClientState] = {}
        self.level = choice_box(
            (self.tr("Trouble only"), "warning"),
            (self.tr("What is done"), "info"),
            (self.tr("Everything"), "debug"),
            chosen=settings.in_force.preferences.general.log_level,
        )
        self.level.currentIndexChanged.connect(self.edited)
        self.open_logs = QPushButton(self.tr(" Open logs folder"))
        self.open_logs.setEnabled(settings.log_dir is not None)
        self.copy = QPushButton(self.tr(" Copy diagnostics"))
        for button in (self.open_logs, self.copy):
            button.setAccessibleName(button.text().strip())  # the space is the icon's distance
            button.setAutoDefault(False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setAccessibleName(self.tr("Diagnostics"))
        self.text.setMinimumHeight(180)
        self._note = Note()
        column = PageColumn(self)
        level = Field(at_start(self.level))
        level.set_hint(self.tr("Passwords and keys are never written into it."))
        column.add_form((self.tr("Write into the log"), level, self.level))
        column.addSpacing(4)
        column.addLayout(at_start(self.open_logs))
        column.add_heading(self.tr("Diagnostics"))
        column.add_line(
            self.tr(
                "Versions, how it stands with each client, and settings; without names, addresses, folders, passwords "
                "and keys. Read it before you send it."
            ),
            "second",
        )
        column.addWidget(self.text, 1)
        column.addLayout(at_start(self.copy))
        column.addWidget(self._note)
        column.addStretch()
        self.open_logs.clicked.connect(self._open_logs)
        self.copy.clicked.connect(self._copy)
        self._show()

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        return replace(preferences, general=replace(preferences.general, log_level=self.level.currentData()))

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """How we stand with the clients now."""
        self._states = states
        if not self.text.textCursor().hasSelection():
            self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw icons in the theme's colours."""
        self.open_logs.setIcon(icon("folder-open", tokens, 16))
        self.copy.setIcon(icon("copy", tokens, 16))

    def _show(self) -> None:
        text = self._words()
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _words(self) -> str:
        return diagnostics(
            versions={
                "Qt": qVersion(),
                "PySide": pyside_version,
                "Qt platform": QGuiApplication.platformName(),
            },
            clients=self._settings.in_force.clients,
            states=self._states,
            preferences=self._settings.in_force.preferences,
            database=self._settings.database,
        )

    def _copy(self) -> None:
        self._show()
        QGuiApplication.clipboard().setText(self._words())
        self._note.say(self.tr("Copied."))

    def _open_logs(self) -> None:
        if self._settings.log_dir is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.log_dir)))
