"""How all clients are doing, along the bottom of the window."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.formatting import Units, format_age, format_speed
from mydia_desktop.ui.health_cell import HealthCell, cell_text
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.roving_focus import RovingFocus
from mydia_desktop.ui.texts import number
from mydia_desktop.ui.theme import Theme, scaled


class HealthStrip(QWidget):
    """A cell for every client that is switched on, and the sums of those that are live."""

    client_activated = Signal(object)
    """A cell was clicked: the ClientId."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._units = Units.BINARY
        self._states: Mapping[ClientId, ClientState] = {}
        self._cells: dict[ClientId, HealthCell] = {}
        self.setAccessibleName(self.tr("Clients"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._focus = RovingFocus(self, lambda: list(self._cells.values()))
        self._row = _CellRow()
        self._earlier = self._scroll_button(self.tr("Earlier clients"), -1)
        self._later = self._scroll_button(self.tr("Later clients"), +1)
        self.speeds, self.summary = QLabel(), QLabel()
        self.summary.setProperty("role", "second")
        self._lay_out()
        self._row.horizontalScrollBar().rangeChanged.connect(self._offer_scrolling)
        self._row.horizontalScrollBar().valueChanged.connect(self._offer_scrolling)
        theme.changed.connect(self._draw_icons)
        self._offer_scrolling()
        self._draw_icons()
        self._draw_fonts()

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """Show these clients, in this order."""
        self._states = {client: state for client, state in states.items() if state.phase is not Phase.DISABLED}
        for client in self._cells.keys() - self._states.keys():
            cell = self._cells.pop(client)
            cell.hide()
            cell.deleteLater()
        for client in self._states:
            if client not in self._cells:
                self._cells[client] = self._new_cell(client)
        self._cells = {client: self._cells[client] for client in self._states}
        self._row.show_cells(list(self._cells.values()))
        self._focus.settle(next(iter(self._cells.values()), None))
        self.tick(time.time())

    def set_units(self, units: Units) -> None:
        """Write sizes and speeds in these."""
        self._units = units
        self.tick(time.time())

    def tick(self, now: float) -> None:
        """Let the ages go on."""
        for client, state in self._states.items():
            self._cells[client].say(cell_text(state, self._units, now))
        live = [state for state in self._states.values() if state.live]
        facts = [state.facts for state in live if state.facts is not None]
        down = format_speed(sum(each.download_speed for each in facts), self._units)
        up = format_speed(sum(each.upload_speed for each in facts), self._units)
        self.speeds.setText(f"↓ {down}   ↑ {up}" if facts else "")
        self.speeds.setAccessibleName(self.tr("{down} down, {up} up").format(down=down, up=up) if facts else "")
        self.summary.setText(self._summary(live, now))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """56 high, more for a larger font."""
        cell = next(iter(self._cells.values()), None)
        return QSize(860, max(56, cell.sizeHint().height() if cell else 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """The arrows go from cell to cell."""
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -forward, Qt.Key.Key_Right: forward}
        if self._cells and (step := steps.get(Qt.Key(event.key()))):
            self._row.ensureWidgetVisible(self._focus.step(step), 0, 0)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw_fonts()
            self.set_states(self._states)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Its ground, and the line between it and the list."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.window)
        painter.fillRect(0, 0, self.width(), 1, self._theme.tokens.line)

    def _lay_out(self) -> None:
        totals = QVBoxLayout()
        totals.setSpacing(2)
        totals.addStretch(1)
        for label in (self.speeds, self.summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            totals.addWidget(label)
        totals.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(6, 1, 16, 0)
        whole.setSpacing(0)
        whole.addWidget(self._earlier)
        whole.addWidget(self._row, 1)
        whole.addWidget(self._later)
        whole.addSpacing(16)
        whole.addLayout(totals)

    def _new_cell(self, client: ClientId) -> HealthCell:
        cell = HealthCell(self._theme)
        cell.clicked.connect(lambda _checked: self.client_activated.emit(client))
        return cell

    def _scroll_button(self, name: str, direction: int) -> QToolButton:
        button = QToolButton()
        button.setFixedSize(28, 34)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _checked: self._row.step(direction))
        return button

    def _offer_scrolling(self) -> None:
        bar = self._row.horizontalScrollBar()
        for button, possible in ((self._earlier, bar.value() > 0), (self._later, bar.value() < bar.maximum())):
            # Both or none: a button that comes and goes would move the cells.
            button.setVisible(bar.maximum() > 0)
            button.setEnabled(possible)

    def _summary(self, live: list[ClientState], now: float) -> str:
        if not self._states:
            return ""
        sentence = self.tr("{live} of %Ln client(s) live", "", len(self._states)).format(live=number(len(live)))
        answers = [state.answered_at for state in live if state.answered_at is not None]
        if not answers:
            return sentence
        updated = self.tr("updated {age}").format(age=format_age(max(1.0, now - max(answers))))
        return f"{sentence} · {updated}"

    def _draw_icons(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        earlier, later = ("chevron-right", "chevron-left") if mirrored else ("chevron-left", "chevron-right")
        self._earlier.setIcon(icon(earlier, self._theme.tokens, 16))
        self._later.setIcon(icon(later, self._theme.tokens, 16))
        self.update()

    def _draw_fonts(self) -> None:
        self.speeds.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold, figures=True))
        self.summary.setFont(scaled(self.font(), 0.92, figures=True))


class _CellRow(QScrollArea):
    """The cells side by side, scrolled by wheel and buttons when they do not all fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._step = 0
        self._content = QWidget()
        self._cells = QHBoxLayout(self._content)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setSpacing(0)
        self._cells.addStretch(0)
        self.setWidget(self._content)

    def show_cells(self, cells: list[HealthCell]) -> None:
        """These, in this order."""
        for place, cell in enumerate(cells):
            if self._cells.indexOf(cell) != place:
                self._cells.insertWidget(place, cell, 1)
        self._fit(cells)

    def step(self, direction: int) -> None:
        """Scroll by one cell: to the right, or with -1 to the left."""
        self._scroll_by(direction * self._step)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """One cell wide; the strip knows how high."""
        return QSize(self._step, 28)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's
        """There is only one way to go, whichever way the wheel turns."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._scroll_by(-turned)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """The arrow keys are the strip's."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """As high as the strip."""
        super().resizeEvent(event)
        self._content.setFixedHeight(self.viewport().height())

    def _fit(self, cells: list[HealthCell]) -> None:
        self._step = max((cell.minimumWidth() for cell in cells), default=0)
        self.setMaximumWidth(sum(cell.maximumWidth() for cell in cells))

    def _scroll_by(self, pixels: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + pixels)
