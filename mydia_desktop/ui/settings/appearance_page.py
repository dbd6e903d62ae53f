"""The Appearance page: colours, rows, font, units and motion."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.ui.settings.accent_field import AccentField
from mydia_desktop.ui.settings.page import Page, PageColumn, choice_box
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.ui.theme import Tokens


class AppearancePage(Page):
    """A few choices."""

    name, icon = "appearance", "palette"

    def __init__(self, preferences: Preferences, around: Surroundings, parent: QWidget | None = None) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self.title = self.tr("Appearance")
        rules = preferences.appearance
        self._compact: QAction | None = around.density
        self.theme = choice_box(
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            chosen=rules.theme,
        )
        self.accent = AccentField(rules.accent)
        self.rows = choice_box(
            (self.tr("Comfortable: two lines"), False),
            (self.tr("Compact: one line"), True),
            chosen=self._compact is not None and self._compact.isChecked(),
        )
        self.font_choice = choice_box(
            (self.tr("As the system"), "system"),
            ("Inter", "inter"),
            chosen=rules.font,
        )
        self.units = choice_box(
            (self.tr("Binary: KiB, MiB, GiB"), "binary"),
            (self.tr("Decimal: kB, MB, GB"), "decimal"),
            chosen=rules.units,
        )
        column = PageColumn(self)
        column.add_form(
            (self.tr("Colours"), self.theme, self.theme),
            (self.tr("Accent"), self.accent, self.accent.box),
            (self.tr("Rows"), self.rows, self.rows),
            (self.tr("Font"), self.font_choice, self.font_choice),
            (self.tr("Units"), self.units, self.units),
        )
        column.addSpacing(8)
        self.reduce_motion = column.add_switch(
            self.tr("Reduce motion"), self.tr("Messages appear at once and do not slide in."), on=rules.reduce_motion
        )
        column.addStretch()
        self.rows.setEnabled(self._compact is not None)
        for box in (self.theme, self.rows, self.font_choice, self.units):
            box.currentIndexChanged.connect(self.edited)
        self.accent.edited.connect(self.edited)

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        rules = replace(
            preferences.appearance,
            theme=self.theme.currentData(),
            accent=self.accent.accent,
            font=self.font_choice.currentData(),
            units=self.units.currentData(),
            reduce_motion=self.reduce_motion.isChecked(),
        )
        return replace(preferences, appearance=rules)

    @property
    def changed_elsewhere(self) -> bool:
        """The rows are a matter of the window, which remembers them itself."""
        return self._compact is not None and self.rows.currentData() is not self._compact.isChecked()

    def saved(self) -> None:
        """Let the window's rows follow."""
        if self._compact is not None:
            self._compact.setChecked(self.rows.currentData())

    def set_tokens(self, tokens: Tokens) -> None:
        """Show the accents as they come out in this theme."""
        self.accent.set_tokens(tokens)
