"""Small words side by side, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mydia_desktop.ui.theme import Theme, scaled

_PAD, _GAP = 8, 6


class WordChips(QWidget):
    """Paints chips; there is nothing to do with them, so they are no widgets of their own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown."""
        return self._words

    def set_words(self, words: Sequence[str]) -> None:
        """Show these."""
        self._words = tuple(words)
        self.setAccessibleName(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """All on one line."""
        return QSize(200, self._chip_height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's
        """As many lines as it takes."""
        places = self._places(width)
        return round(places[-1].bottom()) if places else self._chip_height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Boxes of radius 4."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        metrics = QFontMetrics(self._font())
        for word, place in zip(self._words, self._places(self.width()), strict=True):
            box = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), place.toRect()))
            painter.setPen(tokens.track if not tokens.high_contrast else tokens.text)
            painter.setBrush(tokens.window)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(tokens.text2)
            text = metrics.elidedText(word, Qt.TextElideMode.ElideRight, round(box.width()) - 2 * _PAD + 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)

    def _places(self, width: int) -> list[QRectF]:
        metrics, height = QFontMetrics(self._font()), self._chip_height()
        places, left, top = [], 0, 0
        for word in self._words:
            wide = min(metrics.horizontalAdvance(word) + 2 * _PAD, max(width, 40))
            if left and left + wide > width:
                left, top = 0, top + height + 4
            places.append(QRectF(left, top, wide, height))
            left += wide + _GAP
        return places

    def _chip_height(self) -> int:
        return QFontMetrics(self._font()).height() + 4

    def _font(self) -> QFont:
        return scaled(self.font(), 0.92)
