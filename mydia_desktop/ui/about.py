"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from mydia_desktop import __version__

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def show_about(window: QWidget) -> None:
    """Name, version and licence, in a box that holds nothing up."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("About", "About Mydia Desktop"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("About", "Mydia Desktop {version}").format(version=__version__))
    box.setInformativeText(
        translate("About", "One window over every download client you run. Free software, GPL version 3 or later.")
    )
    box.setIconPixmap(window.windowIcon().pixmap(64))
    box.open()
