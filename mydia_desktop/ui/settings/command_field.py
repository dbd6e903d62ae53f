"""A program with its arguments, one a line, so that nobody has to think about quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit

_LINES = 4


class CommandField(QPlainTextEdit):
    """What stands on a line is one argument as it is, with its spaces and quotation marks."""

    edited = Signal()

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setPlaceholderText(self.tr("/usr/local/bin/refresh-library\n--quietly"))
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * _LINES + 26)
        # A line break inside an argument, which only a person who wrote config.toml could mean, is kept as it is.
        self._as_written = tuple(command) if any("\n" in part for part in command) else None
        self.setPlainText("\n".join(command))
        self.setReadOnly(self._as_written is not None)
        self.textChanged.connect(self.edited)

    @property
    def command(self) -> tuple[str, ...]:
        """Program and arguments. Empty lines at the end do not count; one in between is an empty argument."""
        if self._as_written is not None:
            return self._as_written
        lines = self.toPlainText().split("\n")
        while lines and not lines[-1].strip():
            lines.pop()
        return tuple(lines)
