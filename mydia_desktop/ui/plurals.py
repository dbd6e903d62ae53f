"""Plural forms outside widgets: lupdate takes them for such only where a class asks itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class Plurals:
    """Base of a class of counted words; its name is their context. ``%Ln`` is the number, as people here write it."""

    def tr(self, text: str, disambiguation: str, n: int) -> str:
        """The form of the text for this number."""
        return QCoreApplication.translate(type(self).__name__, text, disambiguation, n)
