"""What the window remembers of itself between two starts. Never what it showed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

# The shape of what is stored; another number is another window, which begins as new.
_VERSION = 1


class WindowState:
    """Values by name in the profile's own file. A missing or damaged one is as good as none."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._settings.beginGroup(f"window-{_VERSION}")

    def data(self, name: str) -> QByteArray:
        """What a widget saved of itself; empty if there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def text(self, name: str, otherwise: str = "") -> str:
        """A word."""
        value = self._settings.value(name)
        return value if isinstance(value, str) else otherwise

    def words(self, name: str) -> list[str]:
        """Several words."""
        return [word for word in self.text(name).split(",") if word]

    def put(self, **values: QByteArray | str) -> None:
        """Remember these, and write what is remembered."""
        for name, value in values.items():
            self._settings.setValue(name, value)
        self._settings.sync()
