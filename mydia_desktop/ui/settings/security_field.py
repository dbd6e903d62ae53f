"""How the server proves who it is: the usual check, an own authority, or one certificate and no other."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.ui.settings.field import Field


class SecurityField(QWidget):
    """Only https has anything to check; for http it says what that means."""

    edited = Signal()
    certificate_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.verify = QCheckBox(self.tr("Check the server's certificate"))
        self.authority = QLineEdit()
        self.authority.setPlaceholderText(self.tr("None"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.pin = QLineEdit()
        self.pin.setPlaceholderText(self.tr("None"))
        self.show_certificate = QPushButton(self.tr("Show certificate…"))
        self.pin_field = Field(self.pin)
        self._plain = QLabel(
            self.tr("Not encrypted: fine at home, but on the way through a network the password can be read.")
        )
        self._plain.setWordWrap(True)
        self._plain.setProperty("role", "second")
        self._secure = QWidget()
        rows = QFormLayout(self._secure)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.verify)
        self.authority.ensurePolished()
        line = self.authority.sizeHint().height()
        for caption, edit, shown, button in (
            (self.tr("Own certificate authority"), self.authority, self.authority, self.choose),
            (self.tr("Only this certificate"), self.pin, self.pin_field, self.show_certificate),
        ):
            label = QLabel(caption)
            label.setProperty("role", "second")
            label.setBuddy(edit)
            label.setFixedHeight(line)  # level with the edit, also while there is a problem below that
            edit.setAccessibleName(caption)
            beside = QHBoxLayout()
            beside.addWidget(shown, 1)
            beside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            rows.addRow(label, beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._secure)
        whole.addWidget(self._plain)
        self.verify.toggled.connect(self._checked)
        self.authority.textEdited.connect(self.edited)
        self.pin.textEdited.connect(self.edited)
        self.choose.clicked.connect(self._choose)
        self.show_certificate.clicked.connect(self.certificate_requested)

    def show_security(self, *, encrypted: bool, verify: bool, authority: str, fingerprint: str) -> None:
        """Fill the fields without telling anybody."""
        self._secure.setVisible(encrypted)
        self._plain.setVisible(not encrypted)
        with QSignalBlocker(self.verify):
            self.verify.setChecked(verify)
        for edit, text in ((self.authority, authority), (self.pin, fingerprint)):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        self._enable()

    def _checked(self) -> None:
        self._enable()
        self.edited.emit()

    def _enable(self) -> None:
        pinned = bool(self.pin.text().strip())
        self.authority.setEnabled(self.verify.isChecked() and not pinned)
        self.choose.setEnabled(self.verify.isChecked() and not pinned)
        self.pin.setEnabled(self.verify.isChecked())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Certificate authority"), self.authority.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.authority.setText(path)
        self.edited.emit()
