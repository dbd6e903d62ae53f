"""The keys that ask for a context menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def asks_for_menu(event: QKeyEvent) -> bool:
    """Whether it is the Menu key or Shift+F10, for which not every platform sends a request of its own."""
    shift_f10 = event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or bool(shift_f10)
