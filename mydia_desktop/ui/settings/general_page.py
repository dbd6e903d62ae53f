"""The General page: how the program begins and ends, and how long silent clients stay on the screen."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.ui.settings.clients_page import Spawn
from mydia_desktop.ui.settings.field import Field
from mydia_desktop.ui.settings.page import Page, PageColumn, at_start, choice_box
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.workflows.autostart import Autostart
from mydia_desktop.workflows.client_settings import ClientSettings

logger = logging.getLogger(__name__)


class GeneralPage(Page):
    """A few switches."""

    name, icon = "general", "sliders-horizontal"

    def __init__(
        self, settings: ClientSettings, around: Surroundings, spawn: Spawn, parent: QWidget | None = None
    ) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self.title = self.tr("General")
        preferences = settings.in_force.preferences
        self._autostart, self._spawn, self._closed = settings.autostart, spawn, False
        self._starts: bool | None = None  # until the disk has answered
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
        self.start_with_session = column.add_switch(
            self.tr("Start with the desktop session"),
            ""
            if self._autostart is not None
            else self.tr("Offered on Linux, once mydia-desktop is installed where the session finds it."),
            on=False,
        )
        self.start_with_session.setEnabled(False)
        if self._autostart is not None:
            spawn(self._look(self._autostart))
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
        hiding = Field(at_start(self.hide_after))
        hiding.set_hint(
            self.tr(
                "Downloads of a client that does not answer are greyed at once, and leave the list after this time."
            )
        )
        column.add_form((self.tr("Hide their downloads"), hiding, self.hide_after))
        column.addStretch()

    @property
    def changed_elsewhere(self) -> bool:
        """Whether the program starts with the session is a matter of the desktop's own folder."""
        return self._starts is not None and self.start_with_session.isChecked() is not self._starts

    def saved(self) -> None:
        """Write the session's entry, or take it away."""
        if self._autostart is not None and self.changed_elsewhere:
            self._spawn(_write(self._autostart, on=self.start_with_session.isChecked()))

    def close_down(self) -> None:
        """An answer still on its way is not shown any more."""
        self._closed = True

    async def _look(self, entry: Autostart) -> None:
        starts = await in_own_thread(entry.is_on, name="autostart")
        if not self._closed:
            self._starts = starts
            self.start_with_session.setEnabled(True)
            self.start_with_session.setChecked(starts)

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


async def _write(entry: Autostart, *, on: bool) -> None:
    try:
        await in_own_thread(lambda: entry.set_on(on=on), name="autostart")
    except OSError as error:
        logger.warning("%s can't be written: %s", entry.file, error.strerror or error)
