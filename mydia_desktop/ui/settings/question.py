"""A question with a safe answer, asked without stopping anything else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from mydia_desktop.ui.settings.field import restyle


def ask(parent: QWidget, *, title: str, text: str, act: str, keep: str, then: Callable[[], None]) -> QMessageBox:
    """Ask, with the focus on ``keep``; ``then`` runs if the person chose ``act``."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    stay = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
    go = box.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
    go.setProperty("kind", "danger")
    restyle(go)  # the button had its look before it had its kind
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    go.clicked.connect(then)
    box.open()
    return box
