"""Chips side by side, as many as fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

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
        at, fitting = 0, 0
        for chip in self._chips:
            size = chip.sizeHint()
            fits = at + size.width() <= room
            chip.setVisible(fits)
            if not fits:
                break
            self._put(chip, at, size)
            at += size.width() + _GAP
            fitting += 1
        for chip in self._chips[fitting:]:
            chip.hide()
        hidden = len(self._chips) - fitting
        self.more.setVisible(hidden > 0)
        if hidden:
            self.more.setText(f"+{hidden}")
            self._put(self.more, at, self.more.sizeHint())
            at += self.more.sizeHint().width() + _GAP
        self._put(self.clear_button, at, self.clear_button.sizeHint())
        self._focus.settle(next(iter(self._visible()), None))

    def _put(self, widget: QWidget, at: int, size: QSize) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - at - size.width() if mirrored else at
        widget.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
