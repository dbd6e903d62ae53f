"""The Notifications page: which happenings are told while nobody looks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mydia_desktop.config.notification_rules import NotificationRules
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.ui.settings.page import Page, PageColumn


class NotificationsPage(Page):
    """One switch for each kind."""

    name, icon = "notifications", "bell"

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self.title = self.tr("Notifications")
        rules = preferences.notifications
        column = PageColumn(self)
        column.add_line(
            self.tr(
                "While the window is in front of you it tells you itself; only failures are told even then. What "
                "happens within 5 seconds is told together."
            ),
            "second",
        )
        column.addSpacing(8)
        self.completed = column.add_switch(self.tr("A download is complete"), "", on=rules.completed)
        self.failed = column.add_switch(self.tr("A download or an import failed"), "", on=rules.failed)
        self.imported = column.add_switch(self.tr("A download is in the library"), "", on=rules.imported)
        self.unreachable = column.add_switch(
            self.tr("A client can’t be reached, or is back"),  # noqa: RUF001 - an apostrophe as it is printed
            self.tr("Told after two minutes without an answer."),
            on=rules.unreachable,
        )
        column.addSpacing(8)
        column.add_line(
            self.tr("For an hour of quiet there is “Mute 1 hour” in the menu of the tray icon, where there is one."),
            "second",
        )
        column.addStretch()

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        rules = NotificationRules(
            completed=self.completed.isChecked(),
            failed=self.failed.isChecked(),
            imported=self.imported.isChecked(),
            unreachable=self.unreachable.isChecked(),
        )
        return replace(preferences, notifications=rules)
