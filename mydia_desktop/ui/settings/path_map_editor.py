"""Which folder of the client is which folder here: one line each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.settings.field import Note
from mydia_desktop.ui.theme import Tokens


class _Line(QWidget):
    """One pair of folders."""

    edited = Signal()
    removed = Signal()

    def __init__(self, mapping: PathMapping) -> None:
        super().__init__()
        self.remote, self.local = QLineEdit(mapping.remote), QLineEdit(mapping.local)
        self.remote.setPlaceholderText(self.tr("On the client: /data"))
        self.remote.setAccessibleName(self.tr("Folder on the client"))
        self.local.setPlaceholderText(self.tr("Here: /mnt/nas"))
        self.local.setAccessibleName(self.tr("Folder on this computer"))
        self.choose, self.remove = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.remote, 1)
        row.addWidget(QLabel("\u2190" if self.isRightToLeft() else "\u2192"))
        row.addWidget(self.local, 1)
        for button, name in ((self.choose, self.tr("Choose folder…")), (self.remove, self.tr("Remove this line"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)  # else its height limits the row's
        self.remote.textEdited.connect(self.edited)
        self.local.textEdited.connect(self.edited)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self.removed)

    @property
    def mapping(self) -> PathMapping:
        """What is typed, finished or not."""
        return PathMapping(remote=self.remote.text().strip(), local=self.local.text().strip())

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the icons in the theme's colours."""
        self.choose.setIcon(icon("folder-open", tokens, colour=tokens.text2))
        self.remove.setIcon(icon("trash-2", tokens, colour=tokens.text2))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder on this computer"), self.local.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.local.setText(path)
        self.edited.emit()


class PathMapEditor(QWidget):
    """Lines of client folder and local folder."""

    edited = Signal()
    check_requested = Signal()
    """See whether the local folders are there."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._tokens: Tokens | None = None
        self.add = QPushButton(self.tr("Add folder"))
        self.check = QPushButton(self.tr("Test"))
        self.check.setToolTip(self.tr("See what real downloads of this client become here, and whether they are there"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.add, self.check):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        self._note = Note()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(buttons)
        self._column.addWidget(self._note)
        self.add.clicked.connect(self._add_clicked)
        self.check.clicked.connect(self.check_requested)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the icons in the theme's colours."""
        self._tokens = tokens
        for line in self._lines:
            line.set_tokens(tokens)

    def show_mappings(self, mappings: tuple[PathMapping, ...]) -> None:
        """Begin anew with these lines, without telling anybody."""
        while self._lines:
            self._drop(self._lines[-1])
        for mapping in mappings:
            self._append(mapping)

    def mappings(self) -> tuple[PathMapping, ...]:
        """What the lines hold; a line that is empty on both sides does not count."""
        return tuple(line.mapping for line in self._lines if line.mapping.remote or line.mapping.local)

    def say(self, text: str, *, problem: bool = False) -> None:
        """Explain, name a problem, or tell what the test found."""
        self._note.say(text, problem=problem)
        self.check.setEnabled(bool(self.mappings()) and not problem)

    @property
    def note(self) -> str:
        """What the line below says now."""
        return self._note.text()

    def _add_clicked(self) -> None:
        self._append(PathMapping(remote="", local="")).remote.setFocus()

    def _append(self, mapping: PathMapping) -> _Line:
        line = _Line(mapping)
        if self._tokens is not None:
            line.set_tokens(self._tokens)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._remove(line))
        self._column.insertWidget(len(self._lines), line)
        before = self._lines[-1].remove if self._lines else self._stop_before()
        for stop in (line.remote, line.local, line.choose, line.remove):
            QWidget.setTabOrder(before, stop)
            before = stop
        self._lines.append(line)
        return line

    def _stop_before(self) -> QWidget:
        """Where Tab is before it comes to this editor."""
        stop: QWidget = self
        while (before := stop.previousInFocusChain()) is not None:
            stop = before
            if stop.focusPolicy() != Qt.FocusPolicy.NoFocus:
                break
        return stop

    def _remove(self, line: _Line) -> None:
        self._drop(line)
        self.add.setFocus()
        self.edited.emit()

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
