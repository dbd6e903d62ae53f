"""One client in the health strip: who it is, how we stand with it, what it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui import client_words
from mydia_desktop.ui.formatting import Units, format_latency, format_size, format_speed
from mydia_desktop.ui.icons import NOT_LIVE_ICON, pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.ui.theme import Theme, scaled

_LEAST_WIDTH, _MOST_WIDTH = 280, 340
_USUAL_HEIGHT = 16
"""Of a line at the usual font size, which the widths are for."""
_ICON = 16


class Mood(Enum):
    """What the cell looks like."""

    GOOD = auto()
    WAITING = auto()
    BAD = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellText:
    """What a cell says: two lines, each with a start and an end."""

    mood: Mood
    name: str
    program: str
    standing: str
    """At the end of the first line: the latency, or what is wrong."""
    activity: str
    space: str = ""
    detail: str = ""
    """More than there is room for."""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return ", ".join(filter(None, (self.name, self.program, self.standing, self.activity, self.space)))


def cell_text(state: ClientState, units: Units, now: float) -> CellText:
    """The words for this client at this moment."""
    name, program = client_words.name(state), client_words.program(state)
    if client_words.in_trouble(state) or (state.phase is Phase.ONLINE and not state.live):
        parts = (client_words.short_cause(state), client_words.last_seen(state, now), client_words.next_try(state, now))
        activity = " · ".join(filter(None, parts))
        return CellText(
            mood=Mood.BAD,
            name=name,
            program=program,
            standing=client_words.standing(state),
            activity=activity,
            detail=plain(state.problem.message) if state.problem is not None else "",
        )
    facts = state.facts
    if state.phase is not Phase.ONLINE or facts is None:
        return CellText(
            mood=Mood.WAITING, name=name, program=program, standing="", activity=client_words.standing(state)
        )
    speeds = (("↓", facts.download_speed), ("↑", facts.upload_speed))
    space = ""
    if facts.free_space is not None:
        space = client_words.translate("Client", "{size} free").format(size=format_size(facts.free_space, units))
    return CellText(
        mood=Mood.GOOD,
        name=name,
        program=program,
        standing=format_latency(state.latency) if state.latency is not None else "",
        activity="  ".join(f"{arrow} {format_speed(speed, units)}" for arrow, speed in speeds if speed),
        space=space,
        detail=space,
    )


class HealthCell(QAbstractButton):
    """Paints a CellText; clicked, it leads to the client."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: CellText | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._fit_font()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def say(self, text: CellText) -> None:
        """Show this."""
        if text != self._said:
            self._said = text
            self.setAccessibleName(text.spoken)
            self.setToolTip(tool_tip(text.detail))
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """Two lines high."""
        first, second = self._fonts()
        return QSize(self.maximumWidth(), max(56, QFontMetrics(first).height() + QFontMetrics(second).height() + 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Enter and Space press it; the arrows are the strip's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Ground, icon, two lines."""
        said = self._said
        if said is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        self._draw_ground(painter, said.mood)
        first, second = self._fonts()
        strong = scaled(first, 1.0, QFont.Weight.DemiBold)
        height, lower = QFontMetrics(first).height(), QFontMetrics(second).height()
        top = (self.height() - height - lower - 2) // 2
        upper_line = QRect(34, top, self.width() - 34 - 12, height)
        lower_line = QRect(34, top + height + 2, upper_line.width(), lower)
        icon, colour = self._sign(said.mood)
        where = QRect(QPoint(11, upper_line.center().y() - _ICON // 2 + 1), QSize(_ICON, _ICON))
        painter.drawPixmap(self._mirrored(where), pixmap(icon, colour, _ICON, self.devicePixelRatioF()))

        bad = tokens.status[Status.FAILED] if said.mood is Mood.BAD else tokens.text2
        rest = self._draw(painter, upper_line, said.standing, second, bad, at_end=True)
        rest = self._draw(painter, rest, said.name, strong, tokens.text)
        self._draw(painter, rest, said.program, second, tokens.text2)
        strong = scaled(second, 1.0, QFont.Weight.Medium) if said.mood is Mood.GOOD else second
        waiting = tokens.text2 if said.mood is Mood.WAITING else tokens.text
        rest = self._draw(painter, lower_line, said.activity, strong, waiting)
        if QFontMetrics(second).horizontalAdvance(said.space) < rest.width():
            self._draw(painter, rest, said.space, second, tokens.text2, at_end=True)

    def _fit_font(self) -> None:
        scale = max(1.0, QFontMetrics(self.font()).height() / _USUAL_HEIGHT)
        self.setMinimumWidth(round(_LEAST_WIDTH * scale))
        self.setMaximumWidth(round(_MOST_WIDTH * scale))
        self.updateGeometry()

    def _draw_ground(self, painter: QPainter, mood: Mood) -> None:
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(2.5, 4.5, -2.5, -4.5)
        if mood is Mood.BAD:
            painter.setPen(tokens.error_line)
            painter.setBrush(tokens.error_bg)
            painter.drawRoundedRect(box, 7.5, 7.5)
        elif self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            painter.drawRoundedRect(box, 7.5, 7.5)
        if mood is not Mood.BAD:
            edge = self._mirrored(QRect(self.width() - 1, 16, 1, self.height() - 32))
            painter.fillRect(edge, tokens.line)
        if self.hasFocus():
            painter.setPen(tokens.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 7.5, 7.5)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6.5, 6.5)

    def _draw(
        self, painter: QPainter, where: QRect, text: str, font: QFont, colour: QColor, *, at_end: bool = False
    ) -> QRect:
        """Paint a text at the start or the end of a line and return what is left of it."""
        if not text or where.width() <= 0:
            return where
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        width = min(metrics.horizontalAdvance(shown) + 1, where.width())
        box = QRect(where.right() + 1 - width if at_end else where.left(), where.top(), width, where.height())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(self._mirrored(box), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
        return where.adjusted(0, 0, -width - 8, 0) if at_end else where.adjusted(width + 8, 0, 0, 0)

    def _sign(self, mood: Mood) -> tuple[str, QColor]:
        tokens = self._theme.tokens
        match mood:
            case Mood.GOOD:
                return "circle-check", tokens.status[Status.COMPLETED]
            case Mood.BAD:
                return NOT_LIVE_ICON, tokens.status[Status.FAILED]
            case Mood.WAITING:
                return "loader-circle", tokens.text3

    def _fonts(self) -> tuple[QFont, QFont]:
        return scaled(self.font(), 1.0), scaled(self.font(), 0.92, figures=True)

    def _mirrored(self, where: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), where)
