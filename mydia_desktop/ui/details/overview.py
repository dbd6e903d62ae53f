"""The first tab: how the transfer stands, what it is for, and its story."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui import cells
from mydia_desktop.ui.details.fact_list import FactList
from mydia_desktop.ui.details.facts import record_facts, transfer_facts
from mydia_desktop.ui.details.import_words import import_facts
from mydia_desktop.ui.details.story import Step
from mydia_desktop.ui.details.timeline import Timeline
from mydia_desktop.ui.issue_words import Fix, fix_name, import_fix
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.ui.settings.result_panel import ResultPanel, Tone
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.importing.standing import ImportStanding

COLUMNS_FROM = 700
"""Pixels; in a narrower pane the three parts stand below each other."""
_ERRORS = frozenset({Status.FAILED, Status.MISSING})


class Overview(QScrollArea):
    """Three parts beside each other, or below each other where there is no room."""

    match_requested = Signal()
    map_requested = Signal()
    fix_requested = Signal(object)
    """The Fix of its import that is suggested."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[Tone, str, str] | None = None
        self._import_said: tuple[str, Fix] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Overview"))
        self.trouble, self.import_trouble = ResultPanel(), ResultPanel()
        self.import_trouble.pressed.connect(self._fix_import)
        self.transfer = FactList(theme, self.tr("Transfer"))
        self.record = FactList(theme, self.tr("What it is for"))
        self.story = Timeline(theme)
        self.match_button, self.map_button = QPushButton(), QPushButton(self.tr("Map path…"))
        for button, chosen in ((self.match_button, self.match_requested), (self.map_button, self.map_requested)):
            button.setProperty("kind", "link")
            button.clicked.connect(chosen)
        self._story_part = QWidget()
        self._problem = label("second", wrap=True)
        self._lines: list[QFrame] = []
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._theme = theme
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def show_row(self, row: Row, form: Format, local: Path | None, standing: ImportStanding | None) -> None:
        """Say how it stands now, and with its import; ``local`` is what its save path is on this computer."""
        self.transfer.say(transfer_facts(row, form, local), live=row.live)
        self.record.say([*record_facts(row, form), *import_facts(row, standing, form)], live=True)
        self._show_import(standing)
        self.match_button.setText(self.tr("Change…") if row.is_matched else self.tr("Match…"))
        self.map_button.setVisible(local is None and bool(row.transfer.save_path))
        self._show_trouble(row)

    def show_story(self, steps: Sequence[Step], problem: str) -> None:
        """Tell what happened, or why nobody knows."""
        self.story.tell(steps)
        self._problem.setText(plain(problem))
        self._problem.setVisible(bool(problem))
        self._story_part.setVisible(bool(steps) or bool(problem))
        self._lines[1].setVisible(bool(steps) or bool(problem))

    def set_width(self, width: int) -> None:
        """The pane is this wide now."""
        beside = width >= COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._parts.direction() != direction:
            self._parts.setDirection(direction)
            for line in self._lines:
                line.setMinimumSize(1, 1)
                line.setMaximumSize(1 if beside else 1 << 20, 1 << 20 if beside else 1)

    def _show_trouble(self, row: Row) -> None:
        """The client's own words, where it calls something an error."""
        transfer = row.transfer
        said: tuple[Tone, str, str] | None = None
        if transfer.status in _ERRORS and transfer.error:
            said = Tone.BAD, cells.status_word(transfer.status), plain(transfer.error)
        elif transfer.note:
            said = Tone.NOTE, cells.status_word(transfer.status), plain(transfer.note)
        elif transfer.tracker_warning:
            said = Tone.NOTE, self.tr("The tracker says"), plain(transfer.tracker_warning)
        if said == self._said:
            return
        self._said = said
        if said is None:
            self.trouble.hide()
        else:
            self.trouble.say(*said)

    def _show_import(self, standing: ImportStanding | None) -> None:
        """Why it is not in the library, and what would help."""
        said = None if standing is None or not standing.message else (standing.message, import_fix(standing))
        if said == self._import_said:
            return
        self._import_said = said
        if said is None:
            self.import_trouble.hide()
        else:
            message, fix = said
            self.import_trouble.say(Tone.NOTE, self.tr("Not in the library yet"), plain(message), fix_name(fix))

    def _fix_import(self) -> None:
        if self._import_said is not None:
            self.fix_requested.emit(self._import_said[1])

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.trouble)
        column.addWidget(self.import_trouble)
        column.addLayout(self._parts, 1)
        self._parts.setSpacing(20)
        remembered = QWidget()
        below = QVBoxLayout(remembered)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.record)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.match_button)
        buttons.addWidget(self.map_button)
        buttons.addStretch(1)
        below.addLayout(buttons)
        below.addStretch(1)
        told = QVBoxLayout(self._story_part)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        told.addWidget(label("heading", self.tr("Where it came from, what happens next")))
        told.addWidget(self._problem)
        told.addWidget(self.story)
        told.addStretch(1)
        for place, part in enumerate((self.transfer, remembered, self._story_part)):
            if place:
                line = QFrame()
                line.setFixedWidth(1)
                self._lines.append(line)
                self._parts.addWidget(line)
            self._parts.addWidget(part, (10, 8, 10)[place])
        self.setWidget(inside)

    def _draw(self) -> None:
        tokens = self._theme.tokens
        for panel in (self.trouble, self.import_trouble):
            panel.set_tokens(tokens)
        for line in self._lines:
            line.setStyleSheet(f"background: {tokens.line.name()}; border: none;")
