"""Files and links dropped anywhere on the window, with an outline that says so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.offers import of_mime
from mydia_desktop.ui.theme import Theme, scaled

_INSET, _RADIUS, _ICON = 6, 10, 20


class DropTarget(QWidget):
    """Lies over the whole window while something that can be added hangs over it, and catches it."""

    dropped = Signal(object)
    """list[TextSource | Path]."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drop to add"))
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Something comes over the window, or the window changes its size."""
        if watched is self._window:
            if isinstance(event, QDragEnterEvent):
                self._offer(event)
                return event.isAccepted()
            if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
                self.dropEvent(event)  # it was let go before this lay over the window
                return True
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's
        """It goes on above this."""
        self._offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's
        """Anywhere will do."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """It goes elsewhere."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's
        """It is to be added."""
        self.hide()
        offered = of_mime(event.mimeData())
        if offered:
            event.acceptProposedAction()
            self.dropped.emit(offered)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A veil, an outline along the edge of the window, and the words in its middle."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = tokens.window.toRgb()
        veil.setAlphaF(0.72)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(tokens.accent_text, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(edge, _RADIUS, _RADIUS)
        font = scaled(self.font(), 1.25, QFont.Weight.DemiBold)
        words, metrics = self.tr("Drop to add"), QFontMetrics(font)
        width = _ICON + 10 + metrics.horizontalAdvance(words)
        card = QRectF(0, 0, width + 40, max(metrics.height(), _ICON) + 24)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(tokens.accent_text)
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        inner = card.adjusted(20, 0, -20, 0)
        right_to_left = self.isRightToLeft()
        icon_left = inner.right() - _ICON if right_to_left else inner.left()
        mark = pixmap("file-plus", tokens.accent_text, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(round(icon_left), round(inner.center().y() - _ICON / 2), mark)
        painter.setFont(font)
        painter.setPen(tokens.text)
        trailing = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, trailing | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, words)

    def _offer(self, event: QDragEnterEvent) -> None:
        if of_mime(event.mimeData()):
            event.acceptProposedAction()
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
        else:
            event.ignore()
