"""Keeps how the window was arranged, and arranges it so again: saved soon after each change, and at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QSplitter

from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.details.dock import DetailsDock
from mydia_desktop.ui.downloads_view import DownloadsView
from mydia_desktop.ui.filtering import View
from mydia_desktop.ui.sidebar import Sidebar
from mydia_desktop.ui.window_actions import WindowActions
from mydia_desktop.ui.window_state import WindowState

USUAL_SIZE = (1280, 800)
_SAVE_AFTER_MS = 1000
_ORDERS = {"rising": Qt.SortOrder.AscendingOrder, "falling": Qt.SortOrder.DescendingOrder}
_ARRANGING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange})


class WindowMemory(QObject):
    """What is remembered of one window. The search and the filters are not: they belong to the moment."""

    def __init__(
        self,
        state: WindowState,
        window: QMainWindow,
        *,
        splitter: QSplitter,
        table: DownloadsView,
        sidebar: Sidebar,
        details: DetailsDock,
        actions: WindowActions,
        view: Callable[[], View],
    ) -> None:
        """``view`` says which view is chosen."""
        super().__init__(window)
        self._state, self._window, self._view = state, window, view
        self._splitter, self._table, self._sidebar, self._actions = splitter, table, sidebar, actions
        self._details = details
        self._soon = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._soon.timeout.connect(self.save)

    def restore(self) -> View:
        """Arrange everything as it was, or as usual; the view that was chosen."""
        state = self._state
        if not self._window.restoreGeometry(state.data("geometry")):
            self._window.resize(*USUAL_SIZE)
        if not self._splitter.restoreState(state.data("splitter")):
            self._splitter.setSizes([self._sidebar.sizeHint().width(), self._window.width()])
        self._table.restore_columns(bytes(state.data("columns").data()))
        column, _, order = state.text("sort").partition(" ")
        if column in set(ColumnId) and order in _ORDERS:
            self._table.sort_by(PLACE[ColumnId(column)], _ORDERS[order])
        self._sidebar.set_folds(state.words("folds"))
        self._actions.density.setChecked(state.text("density") == Density.COMPACT)
        self._actions.sidebar.setChecked(state.text("sidebar") != "hidden")
        self._details.restore(state.text("details-size"))
        self._actions.details.setChecked(state.text("details") == "shown")
        self._follow()
        view = state.text("view")
        return View(view) if view in set(View) else View.ALL

    def save_soon(self) -> None:
        """Something changed; more may follow."""
        self._soon.start()

    def save(self) -> None:
        """Write it down now."""
        self._soon.stop()
        self._state.put(
            geometry=self._window.saveGeometry(),
            splitter=self._splitter.saveState(),
            columns=QByteArray(self._table.save_columns()),
            sort=self._sort(),
            folds=",".join(sorted(self._sidebar.folds())),
            density=self._table.density,
            sidebar="shown" if self._actions.sidebar.isChecked() else "hidden",
            details="shown" if self._actions.details.isChecked() else "hidden",
            **{"details-size": self._details.save()},
            view=self._view(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window was moved or resized, or is hidden: then it may be for long."""
        if watched is self._window and event.type() in _ARRANGING:
            self.save_soon()
        elif watched is self._window and event.type() == QEvent.Type.Hide:
            self.save()
        return False

    def _sort(self) -> str:
        header = self._table.horizontalHeader()
        order = next(word for word, order in _ORDERS.items() if order == header.sortIndicatorOrder())
        return f"{COLUMNS[header.sortIndicatorSection()].id} {order}"

    def _follow(self) -> None:
        self._window.installEventFilter(self)
        self._splitter.splitterMoved.connect(lambda _position, _index: self.save_soon())
        self._table.columns_changed.connect(self.save_soon)
        self._table.horizontalHeader().sortIndicatorChanged.connect(lambda _column, _order: self.save_soon())
        self._sidebar.folds_changed.connect(self.save_soon)
        self._details.arranged.connect(self.save_soon)
        self._actions.density.toggled.connect(self.save_soon)
        self._actions.sidebar.toggled.connect(self.save_soon)
