"""Labels for text from anywhere: never taken for markup, and shortened rather than widening the dialog."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mydia_desktop.ui.texts import tool_tip


def label(role: str = "", text: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class ShortLabel(QLabel):
    """One line in the room there is; the whole of it in the tool tip when it is shortened."""

    def __init__(
        self, role: str = "", elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._elide, self._tip = elide, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)

    def set_tip(self, text: str) -> None:
        """What the text does not say; plain text."""
        self._tip = text

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """A few letters."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * 6), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """As a label, shortened."""
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._elide, room.width())
        whole = self.text() if text != self.text() else ""
        self.setToolTip(tool_tip("\n".join(filter(None, (whole, self._tip)))))
        alignment = self.style().visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        self.style().drawItemText(
            painter,
            room,
            int(alignment | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )
