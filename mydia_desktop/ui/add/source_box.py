"""Where magnets, links and hashes are typed or pasted, one a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from mydia_desktop.ui.add.item import Origin
from mydia_desktop.ui.labels import label
from mydia_desktop.workflows.release_text import split_sources

SETTLED_AFTER_MS = 400
"""A pause in typing, after which a line is taken for what it is."""
_LINES = 3
_EDGE = 8
"""Border and padding."""


class SourceBox(QWidget):
    """Tells its lines once they have settled."""

    lines_changed = Signal(object)
    """list[TextSource]."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Lines()
        self.edit.setAccessibleName(self.tr("Magnet, link or hash"))
        self.hint = label("second")
        self._from_clipboard = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_AFTER_MS)
        self._soon.timeout.connect(self._tell)
        self.edit.textChanged.connect(self._edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.hint)
        self._explain()

    @property
    def text(self) -> str:
        """What is in it."""
        return self.edit.toPlainText()

    def fill(self, text: str) -> None:
        """Begin with what the clipboard holds; it is read at once."""
        self.edit.setPlainText(text.strip())
        self._from_clipboard = True
        self._explain()
        self._tell()

    def append(self, lines: list[str]) -> None:
        """Lines in addition to those that are there; they are read at once."""
        there = [source.text for source in split_sources(self.text)]
        self.edit.setPlainText("\n".join(dict.fromkeys([*there, *lines])))
        self._tell()

    def keep(self, origins: list[Origin]) -> None:
        """Leave only those lines that are among these."""
        there = split_sources(self.text)
        kept = [source for source in there if source in origins]
        if kept != there:
            self.edit.setPlainText("\n".join(source.text for source in kept))
            self._tell()

    def clear(self) -> None:
        """Begin anew."""
        self.edit.clear()
        self._tell()

    def settle(self) -> None:
        """Take the lines as they are now."""
        if self._soon.isActive():
            self._tell()

    def _edited(self) -> None:
        if self._from_clipboard:
            self._from_clipboard = False
            self._explain()
        self._soon.start()

    def _tell(self) -> None:
        self._soon.stop()
        self.lines_changed.emit(split_sources(self.text))

    def _explain(self) -> None:
        hint = self.tr("One per line to add several.")
        if self._from_clipboard:
            hint = self.tr("Filled from the clipboard. One per line to add several.")
        self.hint.setText(hint)
        self.edit.setAccessibleDescription(hint)


class _Lines(QPlainTextEdit):
    """Three lines high; Tab leaves it, and what is dropped on it is the dialog's."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lines")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _fit(self) -> None:
        self.document().setDocumentMargin(0)  # or the top of one line more could be seen
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * _EDGE)
