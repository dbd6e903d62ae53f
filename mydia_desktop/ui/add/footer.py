"""The foot of the dialog: how many are ready, Cancel, and the one button that adds them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.texts import number, with_shortcut
from mydia_desktop.ui.theme import Theme

ADD_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""Work also in the text box, where Enter alone begins a line."""


class Footer(QFrame):
    """Names the count on the button."""

    add_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon_name = theme, "plus"
        self._told = ""
        self.setObjectName("footer")
        self.status = label("second", wrap=True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancel_requested)
        self.add = QPushButton()
        self.add.setProperty("kind", "primary")
        self.add.setDefault(True)
        self.add.setIconSize(QSize(16, 16))
        self.add.clicked.connect(self.add_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 11, 20, 11)
        row.setSpacing(8)
        row.addWidget(self.status, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        theme.changed.connect(self._draw)
        self._draw()

    def show_count(self, ready: int, *, again: bool, status: str, settled: bool) -> None:
        """So many can be added now; ``again``: all of them failed before; ``settled``: nothing is being read."""
        self._icon_name = "rotate-cw" if again else "plus"
        self._draw()
        self._name(self.tr("Try %Ln again", "", ready) if again else self.tr("Add %Ln download(s)", "", max(ready, 1)))
        self.add.setEnabled(ready > 0)
        self.status.setText(status)
        if settled and status != self._told:
            self._told = status
            if status and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, status))

    def show_cancel(self, *, over: bool) -> None:
        """Where everything is on its way there is nothing to cancel."""
        self.cancel.setText(self.tr("Close") if over else self.tr("Cancel"))

    def show_progress(self, done: int, of: int) -> None:
        """They are being added."""
        self._name(self.tr("Adding…"))
        self.add.setEnabled(False)
        text = self.tr("{done} of {count} added") if of > 1 else ""
        self.status.setText(text.format(done=number(done), count=number(of)))

    def _name(self, words: str) -> None:
        self.add.setText(f" {words}")  # the space is the icon's distance
        self.add.setAccessibleName(words)
        self.add.setToolTip(with_shortcut(words, QKeySequence(ADD_KEYS[0])))

    def _draw(self) -> None:
        tokens = self._theme.tokens
        self.add.setIcon(icon(self._icon_name, tokens, 16, colour=tokens.on_accent))
