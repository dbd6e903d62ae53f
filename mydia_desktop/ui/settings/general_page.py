"""The General page: how the program begins and ends, and how long silent clients stay on the screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.ui.settings.page import Page, PageColumn, choice_box, line
from mydia_desktop.ui.settings.surroundings import Surroundings


class GeneralPage(Page):
    """A few switches."""

    name, icon = "general", "sliders-horizontal"

    def __init__(self, preferences: Preferences, around: Surroundings, parent: QWidget | None = None) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self.title = self.tr("General")
        rules, self._tray = preferences.general, around.has_tray()
        no_tray = "" if self._tray else self.tr("This desktop shows no tray. GNOME has one with an extension.")
        column = PageColumn(self)
        self.close_to_tray = column.add_switch(
            self.tr("Closing the window leaves the program in the tray"),
            no_tray or self.tr("It goes on looking after your downloads. “Quit” ends it."),
            on=rules.close_to_tray and self._tray,
        )
        self.start_hidden = column.add_switch(
            self.tr("Start in the tray, without a window"), no_tray, on=rules.start_hidden and self._tray
        )
        for box in (self.close_to_tray, self.start_hidden):
            box.setEnabled(self._tray)
        self.hide_after = choice_box(
            (self.tr("After 1 minute"), 60.0),
            (self.tr("After 5 minutes"), 300.0),
            (self.tr("After 15 minutes"), 900.0),
            (self.tr("After 1 hour"), 3600.0),
            (self.tr("Never"), None),
            chosen=preferences.appearance.hide_stale_after,
        )
        self.hide_after.currentIndexChanged.connect(self.edited)
        column.add_heading(self.tr("Silent clients"))
        form = column.add_form((self.tr("Hide their downloads"), self.hide_after, self.hide_after))
        hint = self.tr(
            "Downloads of a client that does not answer are greyed at once, and leave the list after this time."
        )
        form.addRow("", line(hint, "second"))
        column.addStretch()

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here; where there is no tray what is set for one stays."""
        general = preferences.general
        if self._tray:
            general = replace(
                general,
                close_to_tray=self.close_to_tray.isChecked(),
                start_hidden=self.start_hidden.isChecked(),
            )
        appearance = replace(preferences.appearance, hide_stale_after=self.hide_after.currentData())
        return replace(preferences, general=general, appearance=appearance)
