"""Names and values below each other, the values shortened to the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mydia_desktop.ui.copying import copy
from mydia_desktop.ui.details.facts import Fact
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.labels import ShortLabel, label
from mydia_desktop.ui.settings.field import restyle
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.ui.theme import Theme, scaled

_COPY_ICON = 14


class FactList(QWidget):
    """A heading, and the facts below it. It changes only what says something else than before."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._live = theme, True
        self._facts: tuple[Fact, ...] = ()
        self._lines: list[tuple[QLabel, ShortLabel, QToolButton]] = []
        self.heading = label("heading", title)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(self._grid)
        column.addStretch(1)
        theme.changed.connect(self._draw)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it says."""
        return self._facts

    def say(self, facts: Sequence[Fact], *, live: bool) -> None:
        """Show these; what is not live is grey."""
        before, self._facts = self._facts, tuple(facts)
        while len(self._lines) < len(facts):
            self._add_line()
        for place, (line, fact) in enumerate(zip(self._lines, self._facts, strict=False)):
            if place >= len(before) or before[place] != fact:
                self._fill(line, fact)
        for place, line in enumerate(self._lines):
            for part in line[:2]:
                part.setVisible(place < len(facts))
            line[2].setVisible(place < len(facts) and bool(facts[place].copied))
        if live is not self._live:
            self._live = live
            for _name, value, _button in self._lines:
                value.setProperty("stale", not live)
                restyle(value)

    def _add_line(self) -> None:
        name, value, button = label("second"), ShortLabel(elide=Qt.TextElideMode.ElideMiddle), QToolButton()
        value.setFont(scaled(self.font(), 1.0, figures=True))
        value.setProperty("stale", not self._live)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("kind", "small")
        button.setFixedSize(28, 22)
        place = len(self._lines)
        button.clicked.connect(lambda: copy(self._facts[place].copied))
        for column, part in enumerate((name, value, button)):
            self._grid.addWidget(part, place, column)
        self._grid.setRowMinimumHeight(place, 22)
        self._lines.append((name, value, button))
        self._draw_icon(button)

    def _fill(self, line: tuple[QLabel, ShortLabel, QToolButton], fact: Fact) -> None:
        name, value, button = line
        name.setText(fact.name)
        value.setText(fact.value)
        value.set_tip(fact.tip)
        value.setAccessibleName(f"{fact.name}: {fact.value}")
        said = self.tr("Copy: {name}").format(name=fact.name)
        button.setAccessibleName(said)
        button.setToolTip(tool_tip(said))

    def _draw(self) -> None:
        for _name, _value, button in self._lines:
            self._draw_icon(button)

    def _draw_icon(self, button: QToolButton) -> None:
        tokens = self._theme.tokens
        button.setIcon(icon("copy", tokens, _COPY_ICON, colour=tokens.text2))
