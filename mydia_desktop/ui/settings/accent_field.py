"""The accent: the system's, one of a few that look well, or one's own."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QVBoxLayout, QWidget

from mydia_desktop.config.appearance_rules import SYSTEM_ACCENT
from mydia_desktop.ui.settings.field import Note
from mydia_desktop.ui.settings.page import at_start, of_usual_width
from mydia_desktop.ui.theme import DARK, LIGHT, Tokens, with_accent

_OWN = "own"
_SWATCH = 16


class AccentField(QWidget):
    """A box of colours. Each is shown as it comes out, moved until it can be read."""

    edited = Signal()

    def __init__(self, accent: str) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setIconSize(QSize(_SWATCH, _SWATCH))
        for text, value in (
            (self.tr("As the system"), SYSTEM_ACCENT),
            (self.tr("Blue"), "#2563d6"),
            (self.tr("Teal"), "#0b7a70"),
            (self.tr("Green"), "#2e7d32"),
            (self.tr("Violet"), "#6b3fb8"),
            (self.tr("Pink"), "#b0236f"),
            (self.tr("Red"), "#b3261e"),
            (self.tr("Orange"), "#b45309"),
        ):
            self.box.addItem(text, value)
        self._own = self.box.count()
        self._tokens = LIGHT
        self._note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(at_start(of_usual_width(self.box)))
        column.addWidget(self._note)
        if self.box.findData(accent) < 0:
            self.box.addItem("", accent)
        self.box.addItem(self.tr("Choose a colour…"), _OWN)
        self.box.setCurrentIndex(self.box.findData(accent))
        self._before = self.box.currentIndex()
        self._show()
        self.box.activated.connect(self._activated)
        self.box.currentIndexChanged.connect(self._changed)

    @property
    def accent(self) -> str:
        """What is chosen, as config.toml has it."""
        chosen = self.box.currentData()
        return str(self.box.itemData(self._before) if chosen == _OWN else chosen)

    @property
    def note(self) -> str:
        """What the line below says now."""
        return self._note.text()

    def set_tokens(self, tokens: Tokens) -> None:
        """Show the colours as they come out in this theme."""
        self._tokens = tokens
        self._show()

    def choose_own(self, colour: QColor) -> None:
        """Take this one."""
        value = colour.name()
        if self.box.findData(value) < 0:
            if self.box.itemData(self._own) != _OWN:
                self.box.removeItem(self._own)
            self.box.insertItem(self._own, "", value)
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(value))
        self._changed()

    def _activated(self, index: int) -> None:
        if self.box.itemData(index) != _OWN:
            return
        dialog = QColorDialog(QColor(self.accent if self.accent != SYSTEM_ACCENT else "#2563d6"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Accent"))
        dialog.colorSelected.connect(self.choose_own)
        dialog.rejected.connect(lambda: self.box.setCurrentIndex(self._before))
        dialog.open()

    def _changed(self) -> None:
        if self.box.currentData() != _OWN:
            self._before = self.box.currentIndex()
            self._show()
            self.edited.emit()

    def _show(self) -> None:
        base = DARK if self._tokens.dark else LIGHT
        for index in range(self.box.count()):
            value = str(self.box.itemData(index))
            if index == self._own and value != _OWN:
                self.box.setItemText(index, self.tr("Your own: {colour}").format(colour=value))
            if value.startswith("#"):
                self.box.setItemIcon(index, _swatch(with_accent(base, QColor(value)).accent))
        value = self.accent
        moved = value != SYSTEM_ACCENT and any(
            with_accent(tokens, QColor(value)).accent.name() != value for tokens in (LIGHT, DARK)
        )
        self._note.say(self.tr("Made lighter or darker where it could not be seen well.") if moved else "")


def _swatch(colour: QColor) -> QIcon:
    result = QIcon()
    for ratio in (1, 2):
        drawn = QPixmap(_SWATCH * ratio, _SWATCH * ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(drawn.rect())
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        result.addPixmap(drawn)
    return result
