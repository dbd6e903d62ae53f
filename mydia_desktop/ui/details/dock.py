"""The list, and below or beside it the details of what is selected in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from mydia_desktop.domain.snapshot import Update
from mydia_desktop.ui.formatting import Units

if TYPE_CHECKING:
    from mydia_desktop.ui.details.pane import DetailsPane

BESIDE_FROM = 1600
"""Pixels of window; from there the details stand beside the list."""
_HEIGHT, _WIDTH = 368, 420
_LEAST_HEIGHT, _LEAST_WIDTH = 220, 340


class DetailsDock(QSplitter):
    """Builds the pane when it is opened for the first time, and keeps it as high and as wide as a hand left it."""

    opened = Signal(bool)
    arranged = Signal()
    """It was opened, closed or resized by hand."""

    def __init__(self, shown: QWidget, make: Callable[[], DetailsPane], parent: QWidget | None = None) -> None:
        """``make`` builds the pane."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._make = make
        self._pane: DetailsPane | None = None
        self._units = Units.BINARY
        self._height, self._width = _HEIGHT, _WIDTH
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(shown)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._moved)

    @property
    def is_open(self) -> bool:
        """Whether the pane is shown."""
        return self._pane is not None and not self._pane.isHidden()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes to."""
        return (self._pane,) if self._pane is not None else ()

    def apply(self, update: Update) -> None:
        """What clients say has changed; the table took it in before."""
        if self._pane is not None:
            self._pane.apply(update)

    def look_again(self) -> None:
        """How it stands with an import may have changed."""
        if self._pane is not None:
            self._pane.look_again()

    def tick(self) -> None:
        """A second has passed."""
        if self._pane is not None:
            self._pane.tick()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self._units = units
        if self._pane is not None:
            self._pane.set_units(units)

    def set_open(self, wanted: bool) -> None:  # noqa: FBT001 - what a checkable action tells
        """Show the pane, or put it away."""
        if wanted is self.is_open:
            return
        if self._pane is None:
            self._pane = self._make()
            self._pane.set_units(self._units)
            self.addWidget(self._pane)
            self.setStretchFactor(1, 0)
        self._pane.setVisible(wanted)
        self._limit()
        self._share()
        self.opened.emit(wanted)
        self.arranged.emit()

    def fit(self, window_width: int) -> None:
        """The window is this wide now."""
        beside = window_width >= BESIDE_FROM
        if beside is not (self.orientation() is Qt.Orientation.Horizontal):
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self._limit()
            self._share()

    def save(self) -> str:
        """Its sizes, for ``restore``."""
        return f"{self._height} {self._width}"

    def restore(self, saved: str) -> None:
        """Take up what was saved; what can't be read is as good as nothing."""
        match saved.split():
            case [height, width] if height.isascii() and height.isdigit() and width.isascii() and width.isdigit():
                self._height = min(max(_LEAST_HEIGHT, int(height)), 4 * _HEIGHT)
                self._width = min(max(_LEAST_WIDTH, int(width)), 4 * _WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """What there is more or less of is the list's."""
        super().resizeEvent(event)
        self._share()

    def _limit(self) -> None:
        if self._pane is not None:
            beside = self.orientation() is Qt.Orientation.Horizontal
            self._pane.setMinimumSize(_LEAST_WIDTH if beside else 0, 0 if beside else _LEAST_HEIGHT)

    def _share(self) -> None:
        if not self.is_open:
            return
        beside = self.orientation() is Qt.Orientation.Horizontal
        whole, wanted = (self.width(), self._width) if beside else (self.height(), self._height)
        self.setSizes([max(1, whole - wanted), wanted])

    def _moved(self) -> None:
        if self.is_open and self._pane is not None:
            if self.orientation() is Qt.Orientation.Horizontal:
                self._width = self._pane.width()
            else:
                self._height = self._pane.height()
            self.arranged.emit()
