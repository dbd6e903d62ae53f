"""Steps below each other, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.contrast import mix
from mydia_desktop.ui.details.story import Shade, Step
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.labels import ShortLabel
from mydia_desktop.ui.theme import Theme, Tokens, scaled

_DISC = 24
_ICON = 14
MOST = 60
"""Steps that are shown: a story that is longer is read in the History view."""


class Timeline(QWidget):
    """Tells steps in the order they are given. It is built anew only when it says something else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._lines: list[_StepLine] = []
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What it tells."""
        return self._steps

    def tell(self, steps: Sequence[Step]) -> None:
        """Show these and no others."""
        told = tuple(steps)
        if told == self._steps:
            return
        self._steps = told
        while len(self._lines) < len(told):
            line = _StepLine(self._theme)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(told))
            if place < len(told):
                line.say(told[place], after=told[place + 1] if place + 1 < len(told) else None)


class _StepLine(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step: Step | None = None
        self._after: Step | None = None
        self._title, self._remark, self._when = ShortLabel(), ShortLabel("second"), QLabel()
        self._title.setFont(scaled(self.font(), 1.0))
        self._title.setProperty("role", "heading")
        self._when.setTextFormat(Qt.TextFormat.PlainText)
        self._when.setProperty("role", "second")
        self._when.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._remark)
        row = QHBoxLayout(self)
        row.setContentsMargins(_DISC + 10, 2, 0, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._when)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, step: Step, *, after: Step | None) -> None:
        self._step, self._after = step, after
        self._title.setText(step.title)
        self._remark.setText(step.remark)
        self._remark.setVisible(bool(step.remark))
        self._when.setText(step.when)
        self._when.setToolTip(step.tip)
        self.setAccessibleName(", ".join(filter(None, (step.title, step.remark, step.when))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The icon on its disc, and the line to the next step."""
        if self._step is None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - _DISC if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        disc = QRect(left, 1, _DISC, _DISC)
        if self._after is not None:
            pen = QPen(tokens.line_strong if tokens.high_contrast else tokens.track, 2)
            if self._after.shade is Shade.TO_COME:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(disc.center().x() + 1, disc.bottom() + 2, disc.center().x() + 1, self.height())
        colour = _colour(self._step.shade, tokens)
        to_come = self._step.shade is Shade.TO_COME
        painter.setPen(tokens.line_strong if to_come or tokens.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if to_come else mix(tokens.base, colour, 0.12))
        painter.drawEllipse(disc.adjusted(0, 0, -1, -1) if to_come else disc)
        inset = (_DISC - _ICON) // 2
        picture = pixmap(self._step.icon, colour, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(disc.left() + inset, disc.top() + inset, picture)


def _colour(shade: Shade, tokens: Tokens) -> QColor:
    match shade:
        case Shade.GOOD:
            return tokens.status[Status.COMPLETED]
        case Shade.TROUBLE:
            return tokens.status[Status.FAILED]
        case _:
            return tokens.text2
