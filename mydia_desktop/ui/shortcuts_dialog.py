"""F1: every key the window knows, in one list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

_Native = QKeySequence.SequenceFormat.NativeText


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
        keys = self.tr(" or ").join(keys.toString(_Native) for keys in action.shortcuts() if not keys.isEmpty())
        if not keys:
            return
        row = grid.rowCount()
        name, shown = QLabel(action.text().rstrip("…")), QLabel(keys)
        shown.setProperty("role", "second")
        name.setAccessibleDescription(keys)
        grid.addWidget(name, row, 0)
        grid.addWidget(shown, row, 1)
