"""F1: every key the window knows, in one list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mydia_desktop.ui.key_bindings import in_words, name_of


class ShortcutsDialog(QDialog):
    """Reads the actions themselves, so that it can't be wrong about them."""

    def __init__(self, groups: Iterable[tuple[str, Iterable[QAction]]], parent: QWidget) -> None:
        """``groups`` are headings with the actions below them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(440, 560)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        self._listed: set[tuple[str, str]] = set()
        for title, actions in groups:
            heading = QLabel(title)
            heading.setProperty("role", "title")
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for action in actions:
                self._line(grid, action)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _line(self, grid: QGridLayout, action: QAction) -> None:
        keys = in_words((keys for keys in action.shortcuts() if not keys.isEmpty()), self.tr(" or "))
        line = (name_of(action), keys)
        if not keys or line in self._listed:  # some are in the list's menu and in the window's
            return
        self._listed.add(line)
        row = grid.rowCount()
        name, shown = QLabel(name_of(action)), QLabel(keys)
        shown.setProperty("role", "second")
        name.setAccessibleDescription(keys)
        grid.addWidget(name, row, 0)
        grid.addWidget(shown, row, 1)
