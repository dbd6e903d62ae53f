"""What a server's certificate says, for a person to compare and, if they want, to trust alone."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCryptographicHash, QLocale, Qt
from PySide6.QtNetwork import QSsl, QSslCertificate
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mydia_desktop.ui.formatting import UNKNOWN
from mydia_desktop.ui.plain_text import plain

_NAME_PARTS = (
    QSslCertificate.SubjectInfo.CommonName,
    QSslCertificate.SubjectInfo.Organization,
    QSslCertificate.SubjectInfo.OrganizationalUnitName,
    QSslCertificate.SubjectInfo.CountryName,
)


def fingerprint(der: bytes) -> str:
    """SHA-256 of the certificate as 64 lower-case hex digits."""
    digest = QCryptographicHash.hash(QByteArray(der), QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.data()).hex()


def grouped(digits: str) -> str:
    """A fingerprint as other programs print it: ``AB:CD:…``, in two lines of sixteen pairs."""
    pairs = [digits[at : at + 2].upper() for at in range(0, len(digits), 2)]
    return ":".join(pairs[:16]) + ("\n" + ":".join(pairs[16:]) if pairs[16:] else "")


class CertificateDialog(QDialog):
    """Shows one certificate. Accepted means: trust this one and no other."""

    def __init__(self, der: bytes, *, address: str, trusted: str, parent: QWidget) -> None:
        """Read the certificate; ``trusted`` is the fingerprint trusted so far, or empty."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Certificate of {address}").format(address=address))
        self.fingerprint = fingerprint(der)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(_text(self._headline(address, trusted), wrap=True))
        column.addLayout(self._facts(QSslCertificate(QByteArray(der), QSsl.EncodingFormat.Der)))
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.trust: QPushButton = buttons.addButton(
            self.tr("Trust this certificate only"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.trust.setEnabled(trusted != self.fingerprint)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        close.setDefault(True)  # only a button that is in a dialog can be its default
        close.setFocus()

    def _headline(self, address: str, trusted: str) -> str:
        if trusted == self.fingerprint:
            return self.tr("This is the one certificate that is trusted for this client.")
        if trusted:
            return self.tr(
                "This is not the certificate trusted so far. Trust it only if you know why {address} has a new one."
            ).format(address=address)
        return self.tr(
            "{address} showed this certificate. Compare its fingerprint with the server's own before you trust it."
        ).format(address=address)

    def _facts(self, certificate: QSslCertificate) -> QFormLayout:
        locale = QLocale()
        names = ", ".join(name for names in certificate.subjectAlternativeNames().values() for name in names)
        rows = (
            (self.tr("Issued to"), _name(certificate.subjectInfo)),
            (self.tr("For"), names),
            (self.tr("Issued by"), self.tr("itself") if certificate.isSelfSigned() else _name(certificate.issuerInfo)),
            (self.tr("Valid from"), locale.toString(certificate.effectiveDate(), QLocale.FormatType.ShortFormat)),
            (self.tr("Valid until"), locale.toString(certificate.expiryDate(), QLocale.FormatType.ShortFormat)),
            (self.tr("SHA-256"), grouped(self.fingerprint)),
        )
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        for title, text in rows:
            caption = QLabel(title)
            caption.setProperty("role", "second")
            shown = "\n".join(plain(line) for line in text.splitlines())
            value = _text(shown or UNKNOWN, wrap=False)
            value.setAccessibleName(f"{title}: {shown}")
            form.addRow(caption, value)
        return form


def _name(info: object) -> str:
    parts = (text for part in _NAME_PARTS for text in info(part))  # type: ignore[operator] # Qt's overloads have no type
    return ", ".join(parts)


def _text(text: str, *, wrap: bool) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
