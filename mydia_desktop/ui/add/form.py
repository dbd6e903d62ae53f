"""Captions at the start, their fields beside them, all in one line of sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from mydia_desktop.ui.labels import label
from mydia_desktop.ui.settings.look import roomy

_CAPTION_WIDTH, _GAP = 132, 8
_CONTROL_HEIGHT = 34


class Form(QGridLayout):
    """Every form of the dialog has captions of the same width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(_GAP)
        self.setVerticalSpacing(12)
        self.setColumnStretch(1, 1)

    def add_field(self, caption: str, field: QWidget, control: QWidget | None = None) -> QLabel:
        """One more row; the caption names ``control``, where that is not the field itself."""
        row = self.rowCount()
        words = label(text=caption, wrap=True)
        words.setBuddy(control or field)
        words.setFixedWidth(roomy(_CAPTION_WIDTH, field.font()))
        words.setMinimumHeight(_CONTROL_HEIGHT)
        self.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(field, row, 1)
        return words

    def add_whole(self, widget: QWidget) -> None:
        """One more row over the whole width."""
        self.addWidget(widget, self.rowCount(), 0, 1, 2)


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line
