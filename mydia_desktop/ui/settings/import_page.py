"""The Import page: which folder finished downloads get into, how, and under which names."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.settings.clients_page import Spawn
from mydia_desktop.ui.settings.command_field import CommandField
from mydia_desktop.ui.settings.field import Field
from mydia_desktop.ui.settings.folder_words import no_answer, say_check
from mydia_desktop.ui.settings.page import Column, Page, PageColumn
from mydia_desktop.ui.settings.path_test import local_samples
from mydia_desktop.ui.settings.result_panel import ResultPanel, Tone
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.ui.theme import Tokens
from mydia_desktop.workflows.client_settings import ClientSettings
from mydia_desktop.workflows.importing.folder_check import check_folder
from mydia_desktop.workflows.importing.patterns import check_movies, check_shows, examples

PATIENCE_S = 15.0
"""A folder that says nothing for so long is on a drive that is not connected."""


class ImportPage(Page):
    """Off until there is a folder."""

    name, icon = "import", "folder-input"

    def __init__(
        self, settings: ClientSettings, around: Surroundings, spawn: Spawn, parent: QWidget | None = None
    ) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self.title = self.tr("Import to library")
        rules = settings.in_force.preferences.importing
        self._settings, self._around, self._spawn = settings, around, spawn
        self._round = 0
        column = PageColumn(self)
        self.on = column.add_switch(
            self.tr("Import finished downloads"),
            self.tr(
                "Videos of downloads that are matched to a movie or episode, with their subtitles, get into a folder "
                "of your own under proper names."
            ),
            on=bool(rules.folder),
        )
        self._rest = QWidget()
        self._lay_out_rest(rules)
        column.addWidget(self._rest)
        column.addStretch()
        self._connect()
        self._follow()

    def _lay_out_rest(self, rules: ImportRules) -> None:
        self.folder = QLineEdit(rules.folder)
        self.folder.setPlaceholderText(self.tr("For example /mnt/media"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.test = QPushButton(self.tr("Test"))
        self.test.setToolTip(self.tr("See whether the folder is there, can be written to, and can hold hard links"))
        self.movies, self.shows = QLineEdit(rules.movies), QLineEdit(rules.shows)
        for edit in (self.movies, self.shows):
            edit.setCursorPosition(0)  # else the beginning of a long pattern is out of sight
        self.command = CommandField(rules.command)
        folder_row = QHBoxLayout()
        folder_row.setSpacing(8)
        folder_row.addWidget(self.folder, 1)
        for button in (self.choose, self.test):
            button.setAutoDefault(False)
            folder_row.addWidget(button)
        self._folder_field = Field(folder_row, self.folder)
        self.movies_field, self.shows_field = Field(self.movies), Field(self.shows)
        self._command_field = Field(self.command)
        self._command_field.set_hint(
            self.tr(
                "Run after each import: the program on the first line, then one argument on each line. There is no "
                "shell. Where the files are is in MYDIA_FILES and others of its environment."
            )
        )
        self.result = ResultPanel()
        rest = Column(self, self._rest)
        rest.add_form((self.tr("Library folder"), self._folder_field, self.folder))
        rest.addWidget(self.result)
        self._add_methods(rest, rules.method)
        rest.add_heading(self.tr("Names"))
        form = rest.add_form(
            (self.tr("Movies"), self.movies_field, self.movies), (self.tr("Shows"), self.shows_field, self.shows)
        )
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rest.add_heading(self.tr("Afterwards"))
        self.remove = rest.add_switch(
            self.tr("Remove it from its client when its ratio goal is reached"),
            self.tr("Its files in the library stay. The files that the client downloaded are never erased."),
            on=rules.remove_when_seeded,
        )
        rest.add_form((self.tr("Then run"), self._command_field, self.command))

    def _add_methods(self, column: Column, chosen: Method) -> None:
        column.add_heading(self.tr("How"))
        self._methods = QButtonGroup(self)
        self.methods = {
            Method.HARD_LINK: QRadioButton(self.tr("Hard link")),
            Method.COPY: QRadioButton(self.tr("Copy")),
            Method.MOVE: QRadioButton(self.tr("Move")),
        }
        hints = {
            Method.HARD_LINK: self.tr(
                "The same file under a second name: takes no room, and goes on being shared. Both folders have to be "
                "on one file system."
            ),
            Method.COPY: self.tr("A file of its own: takes its room again, on any drive. The download is shared on."),
            Method.MOVE: self.tr(
                "The download is removed from its client and no longer shared; only the file in the library is left."
            ),
        }
        for method, button in self.methods.items():
            button.setChecked(method is chosen)
            self._methods.addButton(button)
            column.add_explained(button, hints[method])
            button.toggled.connect(self._follow)

    def _connect(self) -> None:
        self.on.toggled.connect(self._follow)
        for edit in (self.folder, self.movies, self.shows):
            edit.textChanged.connect(self._follow)
        self.remove.toggled.connect(self._follow)
        self.command.edited.connect(self._follow)
        self.choose.clicked.connect(self._choose)
        self.test.clicked.connect(self._test_clicked)

    @property
    def rules(self) -> ImportRules:
        """What is chosen; without a folder nothing is imported."""
        return ImportRules(
            folder=self.folder.text().strip() if self.on.isChecked() else "",
            method=next(method for method, button in self.methods.items() if button.isChecked()),
            movies=self.movies.text(),
            shows=self.shows.text(),
            remove_when_seeded=self.remove.isChecked(),
            command=self.command.command,
        )

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        return replace(preferences, importing=self.rules)

    def obstacle(self) -> str:
        """What keeps the whole from being saved."""
        found = next((text for text in self._problems().values() if text), "")
        return f"{self.title}: {found}" if found and self.on.isChecked() else ""

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw icons in the theme's colours."""
        self.result.set_tokens(tokens)

    def close_down(self) -> None:
        """An answer still on its way is not shown any more."""
        self._round += 1

    def _problems(self) -> dict[QWidget, str]:
        folder = self.folder.text().strip()
        command = self.command.command
        return {
            self.folder: ""
            if folder.startswith("~") or (folder.isprintable() and Path(folder).is_absolute())
            else self.tr("Choose the folder of your library, from the root on, such as /mnt/media."),
            self.movies: check_movies(self.movies.text()),
            self.shows: check_shows(self.shows.text()),
            self.command: self.tr("The first line is empty; it names the program.")
            if command and not command[0].strip()
            else "",
        }

    def _follow(self) -> None:
        """Examples and complaints follow what is typed."""
        self._round += 1  # a test of what was typed before says nothing any more
        self.result.hide()
        on = self.on.isChecked()
        self._rest.setEnabled(on)
        problems = self._problems()
        self._folder_field.set_problem(problems[self.folder] if on and self.folder.text() else "")
        self._command_field.set_problem(problems[self.command])
        movie, episode = examples(self.rules)
        for edit, field, example in (
            (self.movies, self.movies_field, movie),
            (self.shows, self.shows_field, episode),
        ):
            field.set_hint("" if problems[edit] else self.tr("For example {path}").format(path=example))
            if problems[edit]:
                field.set_problem(problems[edit])
        self.test.setEnabled(on and not problems[self.folder])
        self.edited.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Library folder"), self.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _test_clicked(self) -> None:
        self._round += 1
        self.test.setEnabled(False)
        self.result.say(Tone.NOTE, self.tr("Looking at the folder…"), "")
        self._spawn(self._test(self.folder.text().strip(), self._round))

    async def _test(self, folder: str, this_round: int) -> None:
        samples: Sequence[Path] = local_samples(self._settings.in_force.clients, self._around.paths)
        try:
            async with asyncio.timeout(PATIENCE_S):
                found = await in_own_thread(lambda: check_folder(folder, samples), name="library folder")
        except TimeoutError:
            said = no_answer(folder, PATIENCE_S)
        else:
            units = Units(self._settings.in_force.preferences.appearance.units)
            said = say_check(found, self.rules.method, units)
        if this_round == self._round:
            self.test.setEnabled(True)
            self.result.say(*said)
