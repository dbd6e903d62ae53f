"""A table of downloads in a window, with a clock of its own, and hands to use it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.downloads_view import DownloadsView
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, NOW, SEEDBOX, row, state, update

BOTH = (state(), state(SEEDBOX, "Seedbox"))

NONE = Qt.KeyboardModifier.NoModifier


class Clock:
    """Runs only when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


class Room:
    """A table of ``count`` seeding rows in a window, with a clock of its own."""

    def __init__(self, qtbot, count=100, *, width=1068, height=600):
        self.clock = Clock()
        self.model = DownloadsModel(clock=self.clock, monotonic=self.clock)
        self.theme = Theme(QApplication.instance(), "light")
        self.view = DownloadsView(self.model, self.theme, monotonic=self.clock)
        self.view.resize(width, height)
        qtbot.addWidget(self.view)
        self.model.apply(update(*(self.row(n) for n in range(count)), clients=BOTH))
        self.clock.now += 10
        with qtbot.waitActive(self.view):
            self.view.show()
            self.view.activateWindow()

    @staticmethod
    def row(number, status=Status.SEEDING, **changes):
        return row(NAS, number, status, name=changes.pop("name", f"{number:03}"), **changes)

    def key(self, number):
        return self.row(number).key

    def y_of(self, number):
        place = self.model.row_of(self.key(number))
        return None if place is None else self.view.rowViewportPosition(place)

    def point(self, number):
        return QPoint(100, self.y_of(number) + 5)

    def click(self, number, modifiers=NONE, button=Qt.MouseButton.LeftButton):
        QTest.mouseClick(self.view.viewport(), button, modifiers, self.point(number))

    def draw_to(self, number):
        at, left = QPointF(self.point(number)), Qt.MouseButton.LeftButton
        viewport = self.view.viewport()
        move = QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), Qt.MouseButton.NoButton, left, NONE)
        QApplication.sendEvent(viewport, move)

    def press(self, key, modifiers=NONE):
        QTest.keyClick(self.view, key, modifiers)

    def selected(self):
        return [int(key.id) for key in self.view.selected_keys()]

    def current(self):
        index = self.view.currentIndex()
        return int(self.model.transfer_at(index.row()).key.id) if index.isValid() else None
