"""Chips side by side, as many as fit."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QWidget

from mydia_desktop.ui.chip import Chip
from mydia_desktop.ui.roving_focus import RovingFocus

_GAP = 6


class ChipRow(QWidget):
    """Takes whatever room it gets; how many more there are is said behind the last that fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._focus = RovingFocus(self, self._visible)
        self.more = QLabel(self)
        self.more.setProperty("role", "second")
        self.clear_button = QPushButton(self.tr("Clear filters"), self)
        self.clear_button.setProperty("kind", "link")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def chips(self) -> list[Chip]:
        """All of them, also those that do not fit."""
        return self._chips

    def set_chips(self, chips: list[Chip]) -> None:
        """Show these instead."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = chips
        for chip in chips:
            chip.setParent(self)
        self._place()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """Its width is what is left over."""
        return QSize(0, self.clear_button.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Another number of chips may fit."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """The arrows go from chip to chip."""
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -forward, Qt.Key.Key_Right: forward}
        if self._visible() and (step := steps.get(Qt.Key(event.key()))):
            self._focus.step(step)
        else:
            event.ignore()

    def _visible(self) -> list[Chip]:
        return [chip for chip in self._chips if not chip.isHidden()]

    def _place(self) -> None:
        # One chip's own cross is all it needs.
        self.clear_button.setVisible(len(self._chips) > 1)
        room = self.width()
        if not self.clear_button.isHidden():
            room -= self.clear_button.sizeHint().width() + _GAP
        fitting = _fitting(self._chips, room)
        hidden = len(self._chips) - fitting
        if hidden:
            self.more.setText(f"+{hidden}")
            fitting = _fitting(self._chips, room - self.more.sizeHint().width() - _GAP)
            hidden = len(self._chips) - fitting
            self.more.setText(f"+{hidden}")
        self.more.setVisible(hidden > 0)
        at = 0
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < fitting)
        for widget in (*self._chips[:fitting], *([self.more] if hidden else []), self.clear_button):
            self._put(widget, at, widget.sizeHint())
            at += widget.sizeHint().width() + _GAP
        self._focus.settle(next(iter(self._visible()), None))

    def _put(self, widget: QWidget, at: int, size: QSize) -> None:
        where = QRect(QPoint(at, (self.height() - size.height()) // 2), size)
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), where))


def _fitting(chips: list[Chip], room: int) -> int:
    """How many of them, from the first, have room side by side."""
    ends = accumulate(chip.sizeHint().width() + _GAP for chip in chips)
    return sum(end - _GAP <= room for end in ends)
