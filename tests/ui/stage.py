"""A window to show one widget in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def on_stage(qtbot, widget: QWidget, width: int, height: int) -> Iterator[QWidget]:
    """Show the widget alone in an active window, and take it down with it."""
    # A window of its own for a widget with a size limit makes the offscreen platform complain.
    stage = QWidget()
    stage.resize(width, height)
    widget.setParent(stage)
    widget.setGeometry(0, 0, width, height)
    with qtbot.waitActive(stage):
        stage.show()
        stage.activateWindow()
    yield stage
    stage.close()
    stage.deleteLater()
