"""The icon in its four states, told apart by shape and not by colour alone."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from mydia_desktop.ui.icons import pixmap

SIZES = (16, 22, 24, 32, 44, 48, 64)
"""What panels ask for, at both usual scales."""
_TILE, _GLYPH, _GREY = QColor("#17191d"), QColor("#e7eaee"), QColor("#737d8b")
"""A tile of its own, since nobody says whether the panel is light or dark."""
_ACTIVE, _AWAY, _ISSUE = QColor("#5b93f7"), QColor("#9ca6b3"), QColor("#ff938a")
_INK = QColor("#17191d")


class TrayState(StrEnum):
    """What the icon shows at a glance; the first that is true."""

    ISSUE = "issue"
    NOT_LIVE = "not_live"
    ACTIVE = "active"
    IDLE = "idle"


@cache
def tray_icon(state: TrayState) -> QIcon:
    """The icon at every size that a panel may want. Made once: there are four."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn(state, size))
    return icon


def _drawn(state: TrayState, size: int) -> QPixmap:
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_TILE)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
    inner = round(size * 0.75)
    colour = _GREY if state is TrayState.NOT_LIVE else _GLYPH
    at = (size - inner) // 2
    painter.drawPixmap(at, at, pixmap("layers", colour, inner, 1.0))
    if state is not TrayState.IDLE:
        _draw_badge(painter, state, size)
    painter.end()
    return drawn


def _draw_badge(painter: QPainter, state: TrayState, size: int) -> None:
    """In the lower corner, cut free of the glyph so that it is seen at 16 pixels."""
    wide = size * 0.5
    badge = QRectF(size - wide, size - wide, wide, wide)
    rim = max(1.0, size / 16)
    square = state is TrayState.ISSUE
    for shape, colour in ((badge.adjusted(-rim, -rim, 0, 0), _TILE), (badge, _badge_colour(state))):
        painter.setBrush(colour)
        if square:
            painter.drawRoundedRect(shape, wide * 0.2, wide * 0.2)
        else:
            painter.drawEllipse(shape)
    pen = QPen(_INK, max(1.4, wide / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for line in _SIGNS[state]:
        points = [QPointF(badge.x() + x * wide, badge.y() + y * wide) for x, y in line]
        painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)


def _badge_colour(state: TrayState) -> QColor:
    return {TrayState.ACTIVE: _ACTIVE, TrayState.NOT_LIVE: _AWAY, TrayState.ISSUE: _ISSUE}[state]


_SIGNS = {
    TrayState.ACTIVE: [[(0.5, 0.25), (0.5, 0.72)], [(0.29, 0.52), (0.5, 0.74), (0.71, 0.52)]],
    TrayState.NOT_LIVE: [[(0.32, 0.32), (0.68, 0.68)], [(0.68, 0.32), (0.32, 0.68)]],
    TrayState.ISSUE: [[(0.5, 0.22), (0.5, 0.54)], [(0.5, 0.76), (0.5, 0.77)]],
}
"""An arrow, a cross, and a mark of exclamation, in parts of the badge."""
