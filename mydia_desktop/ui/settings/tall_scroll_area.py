"""A scroll area for text that wraps: its content is as tall as its width makes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class TallScrollArea(QScrollArea):
    """Qt's own gives wrapped text the height it has unwrapped, and squeezes the rest."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field and scrolls by itself
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The content has more or fewer lines than before."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(self.viewport().width(), self._content.minimumSizeHint().width())
        height = self._content.heightForWidth(width)
        if height < 0:  # at the moment nothing in it wraps
            height = self._content.minimumSizeHint().height()
        if self._content.minimumHeight() != height:
            self._content.setMinimumHeight(height)
