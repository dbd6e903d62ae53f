"""One line of the sidebar: a view, or a filter."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.contrast import mix
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import number, tool_tip
from mydia_desktop.ui.theme import Theme, scaled

_MARGIN = 8
_ICON = 18


class Rank(Enum):
    """Views stand a little taller than filters."""

    VIEW = 32
    FILTER = 28


class SidebarItem(QAbstractButton):
    """Icon, name, count; lit while chosen. What choosing it means is the sidebar's affair."""

    picked = Signal(object)
    """Clicked, or Enter or Space: the keyboard modifiers that were down."""

    def __init__(self, theme: Theme, rank: Rank, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rank = theme, rank
        self._name = self._remark = ""
        self._icon = "circle"
        self._colour: Status | None = None
        self._telling = True
        self._count: int | None = 0
        self._alarming = False
        self._folded = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show another number, or none."""
        if count != self._count:
            self._count = count
            self._describe()
            self.update()

    def set_name(self, name: str, remark: str = "") -> None:
        """Show another name; the remark says in words what the icon says besides."""
        if (plain(name), remark) != (self._name, self._remark):
            self._name, self._remark = plain(name), remark
            self._describe()
            self.update()

    def set_icon(self, icon: str, colour: Status | None = None, *, telling: bool = True) -> None:
        """The sign at its left, in the colour of a status or in grey; one not telling needs the name beside it."""
        if (icon, colour, telling) != (self._icon, self._colour, self._telling):
            self._icon, self._colour, self._telling = icon, colour, telling
            self.update()

    def set_alarming(self, *, alarming: bool) -> None:
        """Its count, unless zero, stands in a red badge."""
        self._alarming = alarming

    def set_folded(self, *, folded: bool) -> None:
        """Only the icon is shown; the rest is in the tooltip."""
        self._folded = folded
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """As tall as its rank and its font need."""
        return QSize(56, max(self._rank.value, QFontMetrics(self._font()).height() + 10))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Report a click, with its modifiers; a press that slides off is none."""
        inside = self.isDown() and event.button() == Qt.MouseButton.LeftButton and self.hitButton(_point(event))
        self.setDown(False)
        if inside:
            self.picked.emit(event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Enter and Space choose; the arrows are the sidebar's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(event.modifiers())
        else:
            event.ignore()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's
        """A screen reader pressed it. The check follows from the filter alone."""
        self.picked.emit(Qt.KeyboardModifier.NoModifier)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Background, accent bar, icon, name, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        self._draw_background(painter, box)
        left = box.center().x() - _ICON // 2 + 1 if self._folded else box.left() + 12
        where = self._mirrored(QRect(left, box.center().y() - _ICON // 2 + 1, _ICON, _ICON))
        if self._folded:
            self._draw_alone(painter, where)
            return
        self._draw_icon(painter, where)
        end = self._draw_count(painter, box)
        font = self._font()
        name = QRect(box.left() + 37, box.top(), end - 8 - box.left() - 37, box.height())
        painter.setFont(font)
        painter.setPen(tokens.text)
        shown = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, name.width())
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._mirrored(name), start | Qt.TextFlag.TextSingleLine, shown)

    def _draw_background(self, painter: QPainter, box: QRect) -> None:
        tokens = self._theme.tokens
        fill: QColor | None = None
        if self.isChecked():
            fill = tokens.sel
        elif self.isDown() or self.underMouse():
            fill = mix(tokens.sidebar, tokens.text, 0.06)
        if fill is not None:
            painter.setPen(tokens.text if tokens.high_contrast else fill)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(tokens.accent)
            height = box.height() // 2
            bar = QRect(box.left(), box.center().y() - height // 2 + 1, 3, height)
            painter.drawRoundedRect(self._mirrored(bar), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.accent_text)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 4.5, 4.5)

    def _draw_count(self, painter: QPainter, box: QRect) -> int:
        """Paint it and return where it begins."""
        tokens = self._theme.tokens
        right = box.right() - 9
        if self._count is None:
            return right
        text = number(self._count)
        if not (self._alarming and self._count):
            font = scaled(self.font(), 1.0, figures=True)
            width = QFontMetrics(font).horizontalAdvance(text)
            where = QRect(right - width, box.top(), width + 1, box.height())
            painter.setPen(tokens.text2)
        else:
            font = scaled(self.font(), 0.92, QFont.Weight.DemiBold, figures=True)
            metrics = QFontMetrics(font)
            height = metrics.height() + 2
            width = max(metrics.horizontalAdvance(text) + 12, height + 2)
            where = QRect(right + 4 - width, box.center().y() - height // 2 + 1, width, height)
            failed = tokens.status[Status.FAILED]
            painter.setBrush(tokens.base if tokens.high_contrast else mix(tokens.sidebar, failed, 0.18))
            painter.setPen(failed if tokens.high_contrast else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self._mirrored(where), height / 2, height / 2)
            painter.setPen(failed)
        painter.setFont(font)
        painter.drawText(self._mirrored(where), Qt.AlignmentFlag.AlignCenter, text)
        return where.left()

    def _draw_icon(self, painter: QPainter, where: QRect) -> None:
        painter.drawPixmap(where.topLeft(), pixmap(self._icon, self._icon_colour(), _ICON, self.devicePixelRatioF()))

    def _draw_alone(self, painter: QPainter, where: QRect) -> None:
        """What stands for the whole line in a narrow sidebar: the icon, or where all have the same, two letters."""
        if not self._telling:
            painter.setFont(scaled(self.font(), 0.92, QFont.Weight.DemiBold))
            painter.setPen(self._theme.tokens.text2)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._name[:2])
            return
        self._draw_icon(painter, where)
        if self._alarming and self._count:
            painter.setBrush(self._theme.tokens.status[Status.FAILED])
            painter.setPen(QPen(self._theme.tokens.sidebar, 2))
            painter.drawEllipse(where.topRight() + QPoint(0, 2), 5, 5)

    def _icon_colour(self) -> QColor:
        tokens = self._theme.tokens
        if self._colour is not None:
            return tokens.status[self._colour]
        return tokens.accent_text if self.isChecked() else tokens.text2

    def _font(self) -> QFont:
        weight = QFont.Weight.Medium if self._rank is Rank.VIEW else QFont.Weight.Normal
        return scaled(self.font(), 1.0, QFont.Weight.DemiBold if self.isChecked() else weight)

    def _mirrored(self, where: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), where)

    def _describe(self) -> None:
        counted = "" if self._count is None else number(self._count)
        self.setAccessibleName(", ".join(filter(None, (self._name, counted, self._remark))))
        self.setToolTip(tool_tip(self.accessibleName()) if self._folded else "")


def _point(event: QMouseEvent) -> QPoint:
    return event.position().toPoint()
