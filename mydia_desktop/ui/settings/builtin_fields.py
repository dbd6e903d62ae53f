"""The fields that only the client inside this program has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.builtin_options import PROXIES, BuiltinOptions, Encryption
from mydia_desktop.ui.settings.field import Field
from mydia_desktop.ui.settings.look import roomy

_KIB = 1024
_HIGHEST_LIMIT = 2**31 // _KIB - 1
_HIGHEST_RATIO_PERCENT = 100_000


@dataclass(frozen=True, slots=True)
class _Row:
    caption: str
    field: QWidget
    focus: QWidget


class BuiltinFields(QWidget):
    """Fields for one set of options. A proxy's user and password have fields of their own in the form."""

    edited = Signal()
    left = Signal()
    """A line was left, so what is wrong with it may be said."""

    def __init__(self, label_width: int) -> None:
        super().__init__()
        self._options = BuiltinOptions(folder="")
        self.folder, self.interface, self.proxy = QLineEdit(), QLineEdit(), QLineEdit()
        self.choose = QPushButton(self.tr("Choose…"))
        self.port, self.at_once = QSpinBox(), QSpinBox()
        self.down, self.up, self.ratio = QSpinBox(), QSpinBox(), QSpinBox()
        self.dht = QCheckBox(self.tr("Without trackers (DHT)"))
        self.lsd = QCheckBox(self.tr("In the local network (LSD)"))
        self.pex = QCheckBox(self.tr("From other peers (PEX)"))
        self.utp = QCheckBox(self.tr("Yield to other traffic (uTP)"))
        self.encryption = QComboBox()
        words: dict[Encryption, str] = {
            "allowed": self.tr("Where the other side can"),
            "required": self.tr("Always"),
            "off": self.tr("Never"),
        }
        for value, text in words.items():
            self.encryption.addItem(text, value)
        self._folder_field, self._interface_field = Field(self._with_button(), self.folder), Field(self.interface)
        self._proxy_field = Field(self.proxy)
        self._proxy_field.set_hint(self.tr("Its user name and password are the ones below, if it needs any."))
        self._limits()
        self._arrange(label_width)
        self._connect()

    def _with_button(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        return row

    def _limits(self) -> None:
        self.port.setRange(0, 65535)
        self.port.setSpecialValueText(self.tr("Any"))
        self.at_once.setRange(0, 1000)
        self.at_once.setSuffix(self.tr(" at once"))
        self.at_once.setSpecialValueText(self.tr("All at once"))
        for box in (self.down, self.up):
            box.setRange(0, _HIGHEST_LIMIT)
            box.setSuffix(self.tr(" KiB/s"))
            box.setSpecialValueText(self.tr("No limit"))
            box.setSingleStep(100)
        self.ratio.setRange(0, _HIGHEST_RATIO_PERCENT)
        self.ratio.setSuffix(self.tr(" % of its size"))
        self.ratio.setSpecialValueText(self.tr("For ever"))
        self.ratio.setSingleStep(50)
        for box in (self.port, self.at_once, self.down, self.up, self.ratio):
            box.setFixedWidth(roomy(150, self.font()))
            box.lineEdit().setTextMargins(8, 0, 8, 0)  # a style sheet's padding does not reach it
        self.interface.setPlaceholderText(self.tr("All; or an address, or a name such as tun0"))
        self.proxy.setPlaceholderText(self.tr("None; or socks5://localhost:1080"))

    def _arrange(self, label_width: int) -> None:
        peers = QWidget()
        found_by = QVBoxLayout(peers)
        found_by.setSpacing(6)
        for box in (self.dht, self.lsd, self.pex):
            found_by.addWidget(box)
        found_by.setContentsMargins(0, 4, 0, 0)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(7)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(0, 0, 0, 0)
        self.folder.ensurePolished()
        height = self.folder.sizeHint().height()
        for row in (
            _Row(self.tr("Folder"), self._folder_field, self.folder),
            _Row(self.tr("Downloads"), self.at_once, self.at_once),
            _Row(self.tr("Download limit"), self.down, self.down),
            _Row(self.tr("Upload limit"), self.up, self.up),
            _Row(self.tr("Seed until"), self.ratio, self.ratio),
            _Row(self.tr("Port"), self.port, self.port),
            _Row(self.tr("Network"), self._interface_field, self.interface),
            _Row(self.tr("Finding peers"), peers, self.dht),
            _Row(self.tr("Connections"), self.utp, self.utp),
            _Row(self.tr("Encryption"), self.encryption, self.encryption),
            _Row(self.tr("Proxy"), self._proxy_field, self.proxy),
        ):
            label = QLabel(row.caption)
            label.setMinimumWidth(label_width)
            label.setFixedHeight(height)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            label.setBuddy(row.focus)
            row.focus.setAccessibleName(row.focus.text() if isinstance(row.focus, QCheckBox) else row.caption)
            form.addRow(label, row.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)

    def _connect(self) -> None:
        for line in (self.folder, self.interface, self.proxy):
            line.textEdited.connect(self._collect)
            line.editingFinished.connect(self.left)
        for box in (self.port, self.at_once, self.down, self.up, self.ratio):
            box.valueChanged.connect(self._collect)
        for check in (self.dht, self.lsd, self.pex, self.utp):
            check.toggled.connect(self._collect)
        self.encryption.currentIndexChanged.connect(self._collect)
        self.choose.clicked.connect(self._choose)

    @property
    def options(self) -> BuiltinOptions:
        """What the fields hold."""
        return self._options

    def show_options(self, options: BuiltinOptions) -> None:
        """Fill the fields without telling anybody."""
        self._options = options
        for line, text in (
            (self.folder, options.folder),
            (self.interface, options.interface),
            (self.proxy, options.proxy),
        ):
            if line.text() != text:
                line.setText(text)
        for box, value in (
            (self.port, options.port),
            (self.at_once, options.active_downloads),
            (self.down, options.download_limit // _KIB),
            (self.up, options.upload_limit // _KIB),
            (self.ratio, round(options.seed_ratio * 100)),
        ):
            with QSignalBlocker(box):
                box.setValue(value)
        for check, on in (
            (self.dht, options.dht),
            (self.lsd, options.lsd),
            (self.pex, options.pex),
            (self.utp, options.utp),
        ):
            with QSignalBlocker(check):
                check.setChecked(on)
        with QSignalBlocker(self.encryption):
            self.encryption.setCurrentIndex(self.encryption.findData(options.encryption))

    def say(self, *, folder: str, interface: str, proxy: str) -> None:
        """What is wrong with these, or nothing."""
        self._folder_field.set_problem(folder)
        self._interface_field.set_problem(interface)
        self._proxy_field.set_problem(proxy)

    def _collect(self) -> None:
        before = self._options
        self._options = replace(
            before,
            folder=self.folder.text(),
            interface=self.interface.text(),
            proxy=self.proxy.text(),
            port=self.port.value(),
            active_downloads=self.at_once.value(),
            download_limit=_limit(self.down.value(), before.download_limit),
            upload_limit=_limit(self.up.value(), before.upload_limit),
            seed_ratio=self.ratio.value() / 100,
            dht=self.dht.isChecked(),
            lsd=self.lsd.isChecked(),
            pex=self.pex.isChecked(),
            utp=self.utp.isChecked(),
            encryption=self.encryption.currentData(),
        )
        self.edited.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for downloads"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_folder(self, folder: str) -> None:
        self.folder.setText(folder)
        self._collect()
        self.left.emit()


def _limit(shown: int, before: int) -> int:
    """Bytes per second; a number written by hand that is no whole KiB stays while its field is not touched."""
    return before if before // _KIB == shown else shown * _KIB


def wants_sign_in(options: BuiltinOptions | None) -> bool:
    """Whether a user name and a password mean anything: a proxy may want them."""
    return options is not None and urlsplit(options.proxy.strip()).scheme in PROXIES
