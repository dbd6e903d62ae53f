"""A control of the form with the line below it that explains it or says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget


class Note(QLabel):
    """A line of small text below a control; takes no room while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str, *, problem: bool = False) -> None:
        """Explain, or name a problem; empty text hides the line."""
        self.setText(text)
        self.setVisible(bool(text))
        role = "problem" if problem else "second"
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class Field(QWidget):
    """Controls, and their note below."""

    def __init__(self, content: QWidget | QLayout, edit: QLineEdit | None = None) -> None:
        """Wrap ``content``; ``edit`` is the line edit that is framed when something is wrong."""
        super().__init__()
        self._edit = edit if edit is not None else content if isinstance(content, QLineEdit) else None
        self._hint = ""
        self._note = Note(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if isinstance(content, QWidget):
            column.addWidget(content)
        else:
            column.addLayout(content)
        column.addWidget(self._note)

    def set_hint(self, hint: str) -> None:
        """What is explained while nothing is wrong."""
        self._hint = hint
        self.set_problem("")

    def set_problem(self, problem: str) -> None:
        """Say what is wrong, to the eye and to a screen reader; empty when all is well."""
        self._note.say(problem or self._hint, problem=bool(problem))
        if self._edit is not None:
            self._edit.setAccessibleDescription(problem or self._hint)
            if self._edit.property("wrong") != bool(problem):
                self._edit.setProperty("wrong", bool(problem))
                restyle(self._edit)

    @property
    def note(self) -> str:
        """What the line below says now."""
        return self._note.text()


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
