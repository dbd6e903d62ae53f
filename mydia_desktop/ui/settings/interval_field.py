"""How often a client is asked: while a window shows it, and while none does."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from mydia_desktop.ui.settings.look import roomy


class _Seconds(QDoubleSpinBox):
    """Shows 2 as "2" and 0.5 as "0.5"."""

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        return str(self.locale().toString(value, "g", 6))


class IntervalField(QWidget):
    """Two numbers in a sentence."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown, self.hidden = _Seconds(), _Seconds()
        for box, lowest, name in (
            (self.shown, 0.5, self.tr("Ask every, seconds")),
            (self.hidden, 1.0, self.tr("Ask every, seconds, when hidden")),
        ):
            box.setRange(lowest, 3600)
            box.setAccessibleName(name)
            box.setFixedWidth(roomy(64, self.font()))
            box.lineEdit().setTextMargins(8, 0, 8, 0)  # a style sheet's padding does not reach it
            box.valueChanged.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.shown)
        row.addWidget(_words(self.tr("s, and every")))
        row.addWidget(self.hidden)
        row.addWidget(_words(self.tr("s when hidden")))
        row.addStretch()

    def show_seconds(self, shown: float, hidden: float) -> None:
        """Fill the boxes without telling anybody."""
        for box, value in ((self.shown, shown), (self.hidden, hidden)):
            with QSignalBlocker(box):
                box.setValue(value)


def _words(text: str) -> QLabel:
    """On two lines where a language needs more room."""
    label = QLabel(text)
    label.setWordWrap(True)
    return label
