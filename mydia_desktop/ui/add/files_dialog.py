"""What is in a release, as a tree of folders."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from mydia_desktop.domain.release import Release, ReleaseFile
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.texts import number, tool_tip

MOST = 5000
"""Files that are listed; whoever publishes more does not mean them to be read."""
_UNFOLDED = 200
_DEEPEST = 20
"""Folders inside each other; what lies deeper is shown in the last of them, by the rest of its path."""


class FilesDialog(QDialog):
    """Only to be looked at: which of them are fetched is for the client to say, once it has them."""

    def __init__(self, release: Release, units: Units, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Files"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Files"))
        self.tree.setObjectName("file-tree")
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)  # a name and a size need no heading
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.more = label("second")
        left_out = len(release.files) - MOST
        self.more.setText(self.tr("and {count} more").format(count=number(max(0, left_out))))
        self.more.setVisible(left_out > 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.tree, 1)
        column.addWidget(self.more)
        column.addWidget(buttons)
        self.resize(QSize(roomy(560, self.font()), roomy(400, self.font())))
        self._fill(release.files[:MOST], units)
        if len(release.files) <= _UNFOLDED:
            self.tree.expandAll()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self.tree.setFocus()

    def _fill(self, files: Iterable[ReleaseFile], units: Units) -> None:
        folders: dict[tuple[str, ...], QTreeWidgetItem] = {}
        for file in files:
            *path, name = file.path.split("/", _DEEPEST)
            line = self._line(self._folder(tuple(path), folders), name)
            line.setText(1, format_size(file.size, units))
            line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _folder(
        self, path: tuple[str, ...], folders: dict[tuple[str, ...], QTreeWidgetItem]
    ) -> QTreeWidget | QTreeWidgetItem:
        if not path:
            return self.tree
        if path not in folders:
            folders[path] = self._line(self._folder(path[:-1], folders), path[-1])
        return folders[path]

    def _line(self, inside: QTreeWidget | QTreeWidgetItem, name: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem(inside)
        line.setText(0, plain(name))
        line.setToolTip(0, tool_tip(plain(name)))
        return line
