"""The dashed box that takes files."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.theme import Theme

_LEAST_HEIGHT, _SMALL_HEIGHT = 44, 36


class DropZone(QWidget):
    """Says where files go. They may be dropped anywhere on the dialog; ``lit`` while one hangs over it."""

    choose_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lit = theme, False
        self._icon = QLabel()
        self._words = label("aside", self.tr("Drop .torrent or .nzb files here, or"))
        self.choose = QPushButton(self.tr("choose files…"))
        self.choose.setProperty("kind", "link")
        self.choose.setObjectName("choose-files")
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(self.tr("Choose files…"))
        self.choose.clicked.connect(self.choose_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_LEAST_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self.choose)
        row.addStretch(1)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def set_lit(self, *, lit: bool) -> None:
        """Show that what hangs over the dialog can be dropped."""
        self._lit = lit
        self.update()

    def set_small(self, *, small: bool) -> None:
        """With a list below it has less room."""
        self.setMinimumHeight(_SMALL_HEIGHT if small else _LEAST_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A dashed box of radius 8."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tokens.accent_text if self._lit else tokens.line_strong, 2 if self._lit else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(tokens.sel if self._lit else Qt.BrushStyle.NoBrush)
        inset = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _draw_icon(self) -> None:
        self._icon.setPixmap(pixmap("file-plus", self._theme.tokens.text2, 18, self.devicePixelRatioF()))
        self.update()
