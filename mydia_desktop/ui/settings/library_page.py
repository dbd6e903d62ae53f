"""The Library page: what is tied to movies and shows by itself, and which database remembers it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mydia_desktop.config.database import DatabasePlace
from mydia_desktop.config.preferences import Preferences, RecordRules
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.page import Page, PageColumn, line
from mydia_desktop.ui.settings.result_panel import ResultPanel, Tone
from mydia_desktop.ui.theme import Tokens


class LibraryPage(Page):
    """One choice, and where all of it is kept."""

    name, icon = "library", "library"

    def __init__(self, preferences: Preferences, database: DatabasePlace | None, parent: QWidget | None = None) -> None:
        """Show what is in force; ``database`` is None if config.toml names none that can be used."""
        super().__init__(parent)
        self.title = self.tr("Library")
        adopts = self.tr(
            "A download whose name can mean only one movie or episode of your library is tied to it. Where more than "
            "one is possible, it is left to you. You are told each time, and can undo it."
        )
        column = PageColumn(self)
        self.adopt = column.add_switch(
            self.tr("Recognise downloads that were added in a client"),
            adopts,
            on=preferences.records.adopt_automatically,
        )
        self.database = line(self._words(database))
        self.database.setAccessibleName(self.tr("Database: {place}").format(place=self.database.text()))
        self.database.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        another = self.tr(
            "It keeps what downloads are for, and their history. With database_url in config.toml several computers "
            "share one; that counts from the next start."
        )
        self.problem = ResultPanel()
        column.add_heading(self.tr("Database"))
        column.addWidget(self.database)
        column.add_line(another, "second")
        column.addSpacing(6)
        column.addWidget(self.problem)
        column.addStretch()

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        return replace(preferences, records=RecordRules(adopt_automatically=self.adopt.isChecked()))

    def set_problem(self, problem: str, backup: Path | None) -> None:
        """Why the database can't be used now, and the copy that was made of it; empty while it can."""
        if not problem:
            self.problem.hide()
            return
        lines = [problem]
        if backup is not None:
            lines.append(self.tr("A copy as it was before: {path}").format(path=backup))
        title = self.tr("It can’t be read or written now")  # noqa: RUF001 - an apostrophe as it is printed
        self.problem.say(Tone.BAD, title, "\n".join(lines))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the icon in the theme's colours."""
        self.problem.set_tokens(tokens)

    def _words(self, database: DatabasePlace | None) -> str:
        if database is None:
            return self.tr("None, as long as database_url in config.toml is not understood")
        if database.file is not None:
            return plain(str(database.file))
        words = self.tr("PostgreSQL at {host}, database {name}, shared with other computers")
        return words.format(host=plain(database.host), name=plain(database.name))
