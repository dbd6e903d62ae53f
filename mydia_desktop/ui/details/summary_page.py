"""The page of several downloads: their sums, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from mydia_desktop.ui.details.fact_list import FactList
from mydia_desktop.ui.details.summary import by_client, by_status, totals
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.ui.theme import Theme


class SummaryPage(QScrollArea):
    """Three short lists."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Together"))
        self.totals = FactList(theme, self.tr("Together"))
        self.statuses = FactList(theme, self.tr("Status"))
        self.clients = FactList(theme, self.tr("Client"))
        inside = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(32)
        for part, stretch in ((self.totals, 10), (self.statuses, 6), (self.clients, 6)):
            self._parts.addWidget(part, stretch)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(self._parts)
        column.addStretch(1)
        self.setWidget(inside)

    def show_rows(self, rows: Sequence[Row], form: Format) -> None:
        """Add these up."""
        live = any(row.live for row in rows)
        self.totals.say(totals(rows, form), live=live)
        self.statuses.say(by_status(rows), live=live)
        self.clients.say(by_client(rows), live=live)

    def set_width(self, width: int, *, columns_from: int) -> None:
        """The pane is this wide now."""
        beside = width >= columns_from
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
