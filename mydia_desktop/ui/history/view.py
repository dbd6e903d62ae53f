"""What happened to downloads: who, when, what, and where it landed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from mydia_desktop.ui.history import words
from mydia_desktop.ui.history.delegate import HistoryDelegate
from mydia_desktop.ui.history.model import HistoryColumn, HistoryModel
from mydia_desktop.ui.issues_header import IssuesHeader
from mydia_desktop.ui.menu_key import asks_for_menu
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.theme import Theme

_LEAST_WHAT, _LEAST_TITLE = 240, 200
# In a narrow view what tells least goes first.
_DROPPED = (HistoryColumn.BY, HistoryColumn.CLIENT)


class HistoryView(QTableView):
    """Shows a HistoryModel; nothing in it can be changed."""

    def __init__(self, model: HistoryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = model
        self.setAccessibleName(self.tr("History"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(IssuesHeader(theme, self))
        self._delegate = HistoryDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.copy = QAction(self.tr("Copy"), self)
        self.copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy.triggered.connect(self._copy)
        self.addAction(self.copy)
        theme.changed.connect(self._take_look)
        model.rowsAboutToBeInserted.connect(self._hold)
        model.rowsInserted.connect(self._settle)
        self._held: tuple[int, int] | None = None
        self._take_look()

    def selected_text(self) -> str:
        """The selected lines with tabs between, as spreadsheets and forums take it; the moments as ISO 8601."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return "\n".join("\t".join(self._cells(place)) for place in places)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """What is not the view's own goes on to others; letters search nothing here."""
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif asks_for_menu(event):
            self._offer_by_key()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()  # Qt would take the text of one cell
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's
        """Offer to copy."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._offer_by_key()
        else:
            self._offer(event.globalPos())

    def _offer_by_key(self) -> None:
        box = self.visualRect(self.currentIndex())
        self._offer(self.viewport().mapToGlobal(QPoint(box.left() + 24, box.center().y())))

    def _offer(self, at: QPoint) -> None:
        if not self.selectionModel().hasSelection():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.copy)
        menu.popup(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Light up what is under the mouse."""
        super().mouseMoveEvent(event)
        self._delegate.mouse = event.position().toPoint()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """The mouse is nowhere."""
        super().leaveEvent(event)
        self._delegate.mouse = None
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_look()

    def _cells(self, place: int) -> tuple[str, ...]:
        event = self.history.event_at(place)
        at = datetime.fromtimestamp(int(event.at)).astimezone().isoformat()
        happened = ", ".join(self.history.lines(event, HistoryColumn.WHAT))
        client = words.said(event, "client")
        return at, happened, words.subject(event), words.release(event), client, plain(event.actor)

    def _copy(self) -> None:
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def _hold(self, _parent: object, first: int, last: int) -> None:
        """New lines come in at the top: what is looked at stays where it is, unless that is the top itself."""
        scroll = self.verticalScrollBar().value()
        self._held = (scroll, last - first + 1) if first == 0 and scroll > 0 else None

    def _settle(self) -> None:
        if self._held is not None:
            scroll, count = self._held
            self._held = None
            self.verticalScrollBar().setValue(scroll + count * self.verticalHeader().defaultSectionSize())

    def _take_look(self) -> None:
        self._delegate.take_look()
        self.verticalHeader().setDefaultSectionSize(self._delegate.look.row_height)
        self._share_width()
        self.viewport().update()

    def _share_width(self) -> None:
        widths, width = self._delegate.widths(), self.viewport().width()
        fixed = tuple(widths)
        for column in _DROPPED:
            if width - sum(widths.values()) < _LEAST_WHAT + _LEAST_TITLE:
                widths.pop(column)
        for column in fixed:
            self.setColumnHidden(column, column not in widths)
        rest = max(width - sum(widths.values()), _LEAST_WHAT + _LEAST_TITLE)
        widths[HistoryColumn.WHAT] = rest // 2
        widths[HistoryColumn.TITLE] = rest - widths[HistoryColumn.WHAT]
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)
