"""The Appearance page: light or dark, units, and how long silent clients stay on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from mydia_desktop.config.preferences import Preferences


class AppearancePage(QWidget):
    """Three choices."""

    edited = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show what is in force."""
        super().__init__(parent)
        self._saved = preferences
        self.theme = _box((self.tr("As the system"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark"))
        self.units = _box((self.tr("Binary: KiB, MiB, GiB"), "binary"), (self.tr("Decimal: kB, MB, GB"), "decimal"))
        self.hide_after = _box(
            (self.tr("After 1 minute"), 60.0),
            (self.tr("After 5 minutes"), 300.0),
            (self.tr("After 15 minutes"), 900.0),
            (self.tr("After 1 hour"), 3600.0),
            (self.tr("Never"), None),
        )
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        title = QLabel(self.tr("Appearance"))
        title.setProperty("role", "title")
        hint = QLabel(
            self.tr(
                "Downloads of a client that does not answer are greyed at once, and leave the list after this time."
            )
        )
        hint.setProperty("role", "second")
        hint.setWordWrap(True)
        rows = (
            (self.tr("Colours"), self.theme, preferences.appearance.theme),
            (self.tr("Units"), self.units, preferences.appearance.units),
            (self.tr("Hide silent clients"), self.hide_after, preferences.appearance.hide_stale_after),
        )
        for caption, box, value in rows:
            label = QLabel(caption)
            label.setMinimumWidth(150)
            label.setFixedHeight(box.sizeHint().height())
            label.setBuddy(box)
            box.setAccessibleName(caption)
            _choose(box, value)
            box.currentIndexChanged.connect(self.edited)
            form.addRow(label, box)
        form.addRow("", hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addWidget(title)
        column.addLayout(form)
        column.addStretch()

    @property
    def preferences(self) -> Preferences:
        """What is chosen."""
        chosen = replace(
            self._saved.appearance,
            theme=self.theme.currentData(),
            units=self.units.currentData(),
            hide_stale_after=self.hide_after.currentData(),
        )
        return replace(self._saved, appearance=chosen)


def _box(*choices: tuple[str, object]) -> QComboBox:
    box = QComboBox()
    for text, value in choices:
        box.addItem(text, value)
    return box


def _choose(box: QComboBox, value: Any) -> None:  # noqa: ANN401 - whatever the box offers
    for index in range(box.count()):
        if box.itemData(index) == value:
            box.setCurrentIndex(index)
            return
    box.addItem(f"{value:g} s", value)  # written by hand in config.toml; it stays as it is
    box.setCurrentIndex(box.count() - 1)
