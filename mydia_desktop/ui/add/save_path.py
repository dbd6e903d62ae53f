"""Where the client is to put it, and where that is on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton

from mydia_desktop.domain.paths import PathMapping, to_local, to_remote
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.field import Field
from mydia_desktop.ui.theme import Theme


class SavePath(Field):
    """A path on the client's machine. Empty leaves it to the client, whose own folder is then shown."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Save in"))
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as paths are written everywhere
        self.choose = QPushButton(self.tr(" Choose…"))  # the space is the icon's distance
        self.choose.setAccessibleName(self.tr("Choose folder…"))
        self.choose.setAutoDefault(False)
        self.choose.setIconSize(QSize(16, 16))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        super().__init__(row, self.line)
        self._theme = theme
        self._client, self._default = "", ""
        self._mappings: Sequence[PathMapping] = ()
        self._runs_here = False
        self.line.textChanged.connect(self._explain)
        self.line.textEdited.connect(self.changed)
        self.choose.clicked.connect(self._choose)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def path(self) -> str | None:
        """What to tell the client; None leaves it to it."""
        return self.line.text().strip() or None

    def set_client(self, name: str, *, default: str, mappings: Sequence[PathMapping], runs_here: bool) -> None:
        """Whose folders these are. ``runs_here``: it may share this computer's folders without any mapping."""
        self._client, self._default, self._mappings, self._runs_here = name, default, mappings, runs_here
        self.line.setPlaceholderText(plain(default))
        self.choose.setEnabled(bool(self._to_choose_from()))
        why_not = self.tr("No folder on this computer is mapped to {client}. Map one in its settings.")
        self.choose.setToolTip("" if self.choose.isEnabled() else why_not.format(client=plain(name)))
        self._explain()

    def _explain(self) -> None:
        path = self.line.text().strip() or self._default
        local = to_local(path, self._mappings) if path else None
        client = plain(self._client)
        if not client:
            self.set_hint("")
        elif local is not None:
            text = self.tr("Path on {client}. On this computer: {path}")
            self.set_hint(text.format(client=client, path=plain(str(local))))
        elif path and self._mappings:
            self.set_hint(self.tr("Path on {client}. No folder on this computer matches it.").format(client=client))
        else:
            self.set_hint(self.tr("Path on {client}.").format(client=client))

    def _to_choose_from(self) -> Sequence[PathMapping]:
        """The mappings to choose through; the same paths on both sides where the client runs here."""
        if self._mappings or not self._runs_here:
            return self._mappings
        root = Path.cwd().anchor
        return (PathMapping(remote=root, local=root),)

    def _choose(self) -> None:
        mappings = self._to_choose_from()
        start = to_local(self.line.text().strip() or self._default, mappings) or Path(mappings[0].local)
        dialog = QFileDialog(self, self.tr("Save in"), str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_local)
        dialog.open()

    def take_local(self, folder: str) -> None:
        """Take over a folder of this computer, as the client calls it."""
        remote = to_remote(Path(folder), self._to_choose_from())
        if remote is None:
            text = self.tr("{path} is not in a folder that {client} shares with this computer.")
            self.set_problem(text.format(path=plain(folder), client=plain(self._client)))
            return
        self.line.setText(remote)
        self._explain()
        self.changed.emit()

    def _draw(self) -> None:
        self.choose.setIcon(icon("folder-open", self._theme.tokens, 16))
