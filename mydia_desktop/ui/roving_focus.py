"""One Tab stop for a whole zone of widgets; the arrow keys move it from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class RovingFocus:
    """Keeps exactly one of the stops reachable by Tab: the one visited last."""

    def __init__(self, zone: QWidget, stops: Callable[[], Sequence[QWidget]]) -> None:
        """Take the widget all stops are inside of, and what names them now, in order."""
        self._zone, self._stops = zone, stops
        self._here: QWidget | None = None

    def step(self, by: int) -> QWidget:
        """Go this many stops on, not past the ends."""
        stops = self._stops()
        place = stops.index(self._here) + by if self._here in stops else 0
        return self.visit(stops[max(0, min(place, len(stops) - 1))])

    def visit(self, stop: QWidget) -> QWidget:
        """Give it the focus."""
        self._settle_at(stop)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop

    def settle(self, instead: QWidget | None) -> None:
        """The stops may have changed: where the last visited is none any more, this one takes its place."""
        if self._here is not None and self._here in self._stops():
            return
        # Qt gave the focus of a stop that hid to whoever came next.
        focused = QApplication.focusWidget()
        had_focus = self._here is not None and focused is not None and self._zone.isAncestorOf(focused)
        self._here = None
        if instead is not None:
            self._settle_at(instead)
            if had_focus:
                instead.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle_at(self, stop: QWidget) -> None:
        if self._here is not None:
            self._here.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._here = stop
        # Whoever goes to the zone comes here.
        self._zone.setFocusProxy(stop)
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
