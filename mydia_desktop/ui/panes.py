"""Going from one part of the window to the next, with F6."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_to_pane(panes: Iterable[QWidget], step: int) -> None:
    """Focus the visible pane that is ``step`` further than the one with the focus, round and round."""
    shown = [pane for pane in panes if pane.isVisible()]
    focused = QApplication.focusWidget()
    inside = [focused is not None and (pane is focused or pane.isAncestorOf(focused)) for pane in shown]
    here = inside.index(True) if True in inside else -1 if step > 0 else 0
    shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)
