"""Lucide icons, drawn in the colour and at the size asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import Media
from mydia_desktop.ui.resources import RESOURCES
from mydia_desktop.ui.theme import Tokens

STATUS_ICONS = {
    Status.DOWNLOADING: "download",
    Status.SEEDING: "upload",
    Status.COMPLETED: "circle-check",
    Status.PAUSED: "pause",
    Status.QUEUED: "list-ordered",
    Status.CHECKING: "scan-search",
    Status.STALLED: "hourglass",
    Status.FAILED: "octagon-x",
    Status.METADATA: "info",
    Status.MOVING: "folder-sync",
    Status.UNKNOWN: "circle-help",
    Status.MISSING: "file-question",
}
NOT_LIVE_ICON = "cloud-off"
MEDIA_ICONS = {Media.MOVIES: "film", Media.EPISODES: "tv", Media.UNMATCHED: "file"}

# Small icons need a stronger line to be seen as well as large ones.
_THIN, _STRONG = "1.75", "2.2"

_drawn: dict[tuple[str, int, int, float], QPixmap] = {}


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """The icon as ``size`` logical pixels for a screen of this device pixel ratio. Kept: there are few."""
    key = (name, colour.rgba(), size, ratio)
    if (known := _drawn.get(key)) is not None:
        return known
    svg = _source(name).replace("currentColor", colour.name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_THIN if size >= 16 else _STRONG}"')
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    _drawn[key] = drawn
    return drawn


def icon(name: str, tokens: Tokens, size: int = 18, *, colour: QColor | None = None) -> QIcon:
    """The icon for buttons and menus, at both usual screen scales, with its disabled look."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # for the second Qt would take the colour away
            result.addPixmap(pixmap(name, colour or tokens.text, size, ratio), mode)
        result.addPixmap(pixmap(name, tokens.text3, size, ratio), QIcon.Mode.Disabled)
    return result


def forget_drawn() -> None:
    """Drop what was drawn; the colours or the screens have changed."""
    _drawn.clear()


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / "lucide" / f"{name}.svg").read_text(encoding="utf-8")
