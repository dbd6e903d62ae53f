"""A password: typed anew, or known to be stored somewhere. A stored one is never read into the window."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from mydia_desktop.config.secrets import Keep
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.settings.field import Note
from mydia_desktop.ui.theme import Tokens


class PasswordField(QWidget):
    """The line with its eye, the choice where to keep it where there is no keyring, and a note."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(self.tr("Password"))
        self._eye = QAction(self.tr("Show password"), self)
        self._eye.setCheckable(True)
        self._eye.setShortcut("Alt+P")
        self.line.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.keep = QComboBox()
        self.keep.setAccessibleName(self.tr("Where to keep the password"))
        self.keep.addItem(self.tr("Keep it until Mydia Desktop closes"), Keep.THIS_RUN)
        self.keep.addItem(self.tr("Write it into config.toml, as plain text"), Keep.FILE)
        self.keep.hide()
        self._note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.line, self.keep, self._note):
            column.addWidget(part)
        self._tokens: Tokens | None = None
        self.line.textEdited.connect(self._typed)
        self.keep.currentIndexChanged.connect(self.edited)
        self._eye.toggled.connect(self._show_typed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the eye in the theme's colours."""
        self._tokens = tokens
        self._eye.setIcon(icon("eye-off" if self._eye.isChecked() else "eye", tokens, colour=tokens.text2))

    def show_password(self, typed: str, keep: Keep, *, has_keyring: bool) -> None:
        """Show what was typed so far; without a keyring, offer the other places to keep it."""
        with QSignalBlocker(self.keep):
            self.keep.setCurrentIndex(max(0, self.keep.findData(keep)))
        self.keep.setVisible(not has_keyring)
        self.keep.setEnabled(bool(typed))
        if self.line.text() != typed:
            self.line.setText(typed)
        if not typed:
            self._eye.setChecked(False)
        self._eye.setEnabled(bool(typed))

    @property
    def chosen(self) -> Keep:
        """Where the person wants a typed password kept; Qt hands a word of ours back as a plain text."""
        return Keep(self.keep.currentData())

    def say(self, note: str, *, stored: bool, problem: bool = False) -> None:
        """Tell whether one is stored, and what becomes of the typed one."""
        self.line.setPlaceholderText("\u25cf" * 12 if stored else "")
        self.line.setAccessibleDescription(note)
        self._note.say(note, problem=problem)

    @property
    def note(self) -> str:
        """What the line below says now."""
        return self._note.text()

    def _typed(self, text: str) -> None:
        self._eye.setEnabled(bool(text))
        self.keep.setEnabled(bool(text))
        self.edited.emit()

    def _show_typed(self, shown: bool) -> None:  # noqa: FBT001 - Qt's toggled hands it over so
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setText(self.tr("Hide password") if shown else self.tr("Show password"))
        if self._tokens is not None:
            self.set_tokens(self._tokens)
