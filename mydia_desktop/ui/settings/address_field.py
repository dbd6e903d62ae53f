"""Scheme, host and port in one row. A whole URL pasted into the host fills them all."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from mydia_desktop.ui.settings.address import Address, pasted
from mydia_desktop.ui.settings.look import roomy

_SCHEMES = ("http", "https")
_USUAL_PORTS = {"http": "80", "https": "443"}


class AddressField(QWidget):
    """The row. Its path is edited elsewhere and only passes through."""

    edited = Signal()
    finished = Signal()
    """The person has left one of its fields."""
    pasted = Signal(object)
    """A ``Pasted``: it may bring a user name and a password along."""

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self.scheme = QComboBox()
        # A box draws its words in the direction of the program.
        mark = "\N{LEFT-TO-RIGHT MARK}" if self.isRightToLeft() else ""
        self.scheme.addItems([f"{mark}{scheme}://{mark}" for scheme in _SCHEMES])
        self.scheme.setAccessibleName(self.tr("Scheme"))
        self.host = QLineEdit()
        self.host.setAccessibleName(self.tr("Host"))
        self.host.setPlaceholderText(self.tr("nas.local or a URL"))
        self.port = QLineEdit()
        self.port.setAccessibleName(self.tr("Port"))
        self.port.setMaxLength(5)
        self.port.setFixedWidth(roomy(74, self.font()))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as addresses are written everywhere
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part, stretch in ((self.scheme, 0), (self.host, 1), (QLabel(":"), 0), (self.port, 0)):
            row.addWidget(part, stretch)
        self.scheme.currentIndexChanged.connect(self._scheme_chosen)
        self.host.textEdited.connect(self._host_edited)
        self.port.textEdited.connect(self.edited)
        self.host.editingFinished.connect(self._host_left)
        self.port.editingFinished.connect(self.finished)

    def show_address(self, address: Address) -> None:
        """Fill the fields without telling anybody."""
        self._path = address.path
        self.scheme.blockSignals(True)
        self.scheme.setCurrentIndex(_SCHEMES.index(address.scheme))
        self.scheme.blockSignals(False)
        self.port.setPlaceholderText(_USUAL_PORTS[address.scheme])
        for field, text in ((self.host, address.host), (self.port, address.port)):
            if field.text() != text:
                field.setText(text)

    def address(self) -> Address:
        """What the fields hold now."""
        scheme = _SCHEMES[self.scheme.currentIndex()]
        return Address(scheme=scheme, host=self.host.text(), port=self.port.text().strip(), path=self._path)

    def _scheme_chosen(self) -> None:
        self.port.setPlaceholderText(_USUAL_PORTS[self.address().scheme])
        self.edited.emit()

    def _host_edited(self, text: str) -> None:
        if "://" not in text or not self._split(text):
            self.edited.emit()

    def _host_left(self) -> None:
        self._split(self.host.text())
        self.finished.emit()

    def _split(self, text: str) -> bool:
        whole = pasted(text, scheme=self.address().scheme)
        if whole is None:
            return False
        port = whole.address.port or ("" if "://" in text else self.port.text())
        self.show_address(replace(whole.address, port=port, path=whole.address.path or self._path))
        self.edited.emit()
        self.pasted.emit(whole)
        return True
