"""What rows are painted with: inks, heights and distances for one font, density and set of colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap

from mydia_desktop.domain.transfer import Status, Transfer
from mydia_desktop.ui.contrast import mix
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.filtering import Media
from mydia_desktop.ui.icons import MEDIA_ICONS, pixmap
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.theme import Tokens, scaled

LEADING, TRAILING = 8, 12
"""Room before and behind what a cell holds."""
NAME_LEADING = 12
GLYPH_BOX = 34
BAR_WIDTH, BAR_HEIGHT = 64, 6
SELECTION_BAR = 3

OUTLINED = frozenset({Status.STALLED, Status.FAILED, Status.MISSING})
"""They keep their pill in compact rows, and a line around it."""

_DESIGNED_CHARACTER = 8
"""Average width of a character of the interface font at 13 pixels."""

_FAINT = 0.35
_GREY_BARS = frozenset({Status.PAUSED, Status.QUEUED, Status.FAILED, Status.MISSING, Status.UNKNOWN})


class Look:
    """Made anew when font, density, colours or screen change; until then it keeps everything it has drawn."""

    def __init__(self, font: QFont, density: Density, tokens: Tokens, ratio: float) -> None:
        weight = QFont.Weight
        self.tokens = tokens
        self.compact = density is Density.COMPACT
        self.ratio = ratio
        self.body = Ink(scaled(font, 1.0, figures=True))
        self.strong = Ink(scaled(font, 1.0, weight.Medium, figures=True))
        self.title = Ink(scaled(font, 1.04, weight.Medium if self.compact else weight.DemiBold))
        self.small = Ink(scaled(font, 0.92, figures=True))
        self.badge_ink = Ink(scaled(font, 0.92, weight.Medium if self.compact else weight.DemiBold))
        self.badge_height = max(20 if self.compact else 22, self.badge_ink.height + (4 if self.compact else 6))
        if self.compact:
            self.row_height = max(28, self.title.height + 8, self.badge_height + 6)
        else:
            self.row_height = max(52, self.title.height + self.small.height + 14, GLYPH_BOX + 14)
        self.scale = max(1.0, self.body.metrics.averageCharWidth() / _DESIGNED_CHARACTER)
        """How much wider the font is than the one the columns were designed with."""
        self.hit = f"font-weight: 800; color: {tokens.accent_text.name()}"
        self._badges: dict[tuple[Status, str], QPixmap] = {}
        self._bars: dict[tuple[int, int, bool, bool], QPixmap] = {}
        self._glyphs: dict[tuple[Media, bool], QPixmap] = {}

    @property
    def name_offset(self) -> int:
        """Where the name begins."""
        return NAME_LEADING + (16 + 10 if self.compact else GLYPH_BOX + 11)

    def icon(self, name: str, colour: QColor, size: int) -> QPixmap:
        """A Lucide icon for this screen."""
        return pixmap(name, colour, size, self.ratio)

    def glyph(self, media: Media, *, live: bool) -> QPixmap:
        """What the row holds: a movie, episodes, or files of which nobody has said what they are."""
        if (known := self._glyphs.get((media, live))) is None:
            known = self._glyphs[media, live] = self._draw_glyph(MEDIA_ICONS[media], live=live)
        return known

    def badge(self, status: Status, word: str, icon: str) -> QPixmap:
        """Icon and word in the colour of the status, in a pill where the rows have room or it is trouble."""
        key = (status, word)
        if (known := self._badges.get(key)) is None:
            known = self._badges[key] = self._draw_badge(status, word, icon)
        return known

    def badge_width(self, word: str) -> int:
        """How wide the badge with this word is."""
        padding, gap = (8, 5)
        return padding + 14 + gap + self.badge_ink.width(word) + padding + 1

    def bar(self, transfer: Transfer, share: int, *, live: bool, mirrored: bool) -> QPixmap:
        """The progress as a bar: faint when finished, hatched when it is not live."""
        colour = self._bar_colour(transfer) if live else self.tokens.text3
        key = (share, colour.rgba(), live, mirrored)
        if (known := self._bars.get(key)) is None:
            known = self._bars[key] = self._draw_bar(share, colour, live=live, mirrored=mirrored)
        return known

    def _bar_colour(self, transfer: Transfer) -> QColor:
        tokens, status = self.tokens, transfer.status
        if status is Status.DOWNLOADING:
            return tokens.bar
        if status in _GREY_BARS:
            return tokens.line_strong
        if transfer.done and status in {Status.SEEDING, Status.COMPLETED} and not tokens.high_contrast:
            return mix(tokens.base, tokens.status[status], _FAINT)
        return tokens.status[status]

    def _canvas(self, width: int, height: int) -> QPixmap:
        canvas = QPixmap(round(width * self.ratio), round(height * self.ratio))
        canvas.setDevicePixelRatio(self.ratio)
        canvas.fill(Qt.GlobalColor.transparent)
        return canvas

    def _draw_glyph(self, name: str, *, live: bool) -> QPixmap:
        tokens = self.tokens
        colour = tokens.text2 if live else tokens.text3
        if self.compact:
            return self.icon(name, colour, 16)
        canvas = self._canvas(GLYPH_BOX, GLYPH_BOX)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.line if tokens.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(mix(tokens.hover, tokens.text, 0.02))
        painter.drawRoundedRect(QRectF(0.5, 0.5, GLYPH_BOX - 1, GLYPH_BOX - 1), 6, 6)
        inset = (GLYPH_BOX - 18) // 2
        painter.drawPixmap(inset, inset, self.icon(name, colour, 18))
        painter.end()
        return canvas

    def _draw_badge(self, status: Status, word: str, icon: str) -> QPixmap:
        tokens, height = self.tokens, self.badge_height
        colour = tokens.status[status]
        outlined = status in OUTLINED or tokens.high_contrast
        pill = not self.compact or status in OUTLINED
        width = self.badge_width(word)
        canvas = self._canvas(width, height)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pill:
            tint = tokens.badge(status)
            edge = colour if tokens.high_contrast else mix(tint, colour, 0.45)
            painter.setPen(edge if outlined else Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            inset = 0.5 if outlined else 0.0
            box = QRectF(0, 0, width, height).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        start = 8 if pill else 0
        painter.drawPixmap(start, (height - 14) // 2, self.icon(icon, colour, 14))
        painter.setFont(self.badge_ink.font)
        painter.setPen(colour)
        self.badge_ink.paint(painter, start + 14 + 5, (height - self.badge_ink.height) // 2, word)
        painter.end()
        return canvas

    def _draw_bar(self, share: int, colour: QColor, *, live: bool, mirrored: bool) -> QPixmap:
        canvas = self._canvas(BAR_WIDTH, BAR_HEIGHT)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QPainterPath()
        track.addRoundedRect(QRectF(0, 0, BAR_WIDTH, BAR_HEIGHT), BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        painter.fillPath(track, self.tokens.track)
        filled = BAR_WIDTH * share / 100
        if filled > 0:
            # Rounded at both ends; a sliver shorter than its own rounding would not be seen.
            filled = max(filled, BAR_HEIGHT / 2)
            part = QPainterPath()
            start = BAR_WIDTH - filled if mirrored else 0.0
            part.addRoundedRect(QRectF(start, 0, filled, BAR_HEIGHT), BAR_HEIGHT / 2, BAR_HEIGHT / 2)
            if live:
                painter.fillPath(part, colour)
            else:
                painter.setClipPath(part)
                painter.setPen(colour)
                for x in range(-BAR_HEIGHT, BAR_WIDTH + BAR_HEIGHT, 3):
                    painter.drawLine(x, BAR_HEIGHT, x + BAR_HEIGHT, 0)
        painter.end()
        return canvas
