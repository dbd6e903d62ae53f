"""The files of a transfer as a tree for Qt."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mydia_desktop.ui.details.files_tree import AT_ONCE, Node, Tree, Wanted
from mydia_desktop.ui.formatting import Units, format_size, percent
from mydia_desktop.ui.texts import tool_tip

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROOT = QModelIndex()


class FileColumn(IntEnum):
    """The columns, from the start."""

    NAME = 0
    SIZE = 1
    PROGRESS = 2
    WANTED = 3


class FilesModel(QAbstractItemModel):
    """Shows a Tree. Numbers change in place; only other files are other lines."""

    renewed = Signal()
    """There are other lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree: Tree | None = None
        self._before: Tree | None = None
        """Qt may hold indexes into it until the next look."""
        self._units = Units.BINARY

    def show_tree(self, tree: Tree | None) -> None:
        """Show these files; the same tree again tells that its numbers changed."""
        if tree is not None and tree is self.tree:
            top = tree.root.shown - 1
            if top >= 0:
                self.dataChanged.emit(self.index(0, FileColumn.SIZE), self.index(top, FileColumn.WANTED))
            return
        if tree is None and self.tree is None:
            return
        self.beginResetModel()
        self._before, self.tree = self.tree, tree
        self.endResetModel()
        self.renewed.emit()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self._units = units
        self.show_tree(self.tree)

    def node_at(self, index: QModelIndex | QPersistentModelIndex) -> Node | None:
        """The file or folder of a line; without one the folder that all are in."""
        if index.isValid():
            node: Node = index.internalPointer()
            return node
        return self.tree.root if self.tree is not None else None

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> QModelIndex:
        """As Qt wants it."""
        folder = self.node_at(parent)
        if folder is None or not 0 <= row < folder.shown or not 0 <= column < len(FileColumn):
            return QModelIndex()
        return self.createIndex(row, column, folder.children[row])

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # type: ignore[override]
        """The folder's line; none for what is at the top."""
        node = self.node_at(index) if index.isValid() else None
        return self._line_of(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's
        """What is listed so far."""
        if parent.isValid() and parent.column() > 0:
            return 0
        folder = self.node_at(parent)
        return folder.shown if folder is not None else 0

    def hasChildren(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> bool:  # noqa: N802 - Qt's
        """Whether it is a folder with something in it, listed or not."""
        if parent.isValid() and parent.column() > 0:
            return False
        folder = self.node_at(parent)
        return folder is not None and bool(folder.children)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802 - Qt's
        """Whether more of the folder can be listed."""
        folder = self.node_at(parent)
        return folder is not None and folder.shown < len(folder.children)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's
        """List the next lines of a folder."""
        folder = self.node_at(parent)
        if folder is None or folder.shown >= len(folder.children):
            return
        more = min(AT_ONCE, len(folder.children) - folder.shown)
        self.beginInsertRows(self._line_of(folder), folder.shown, folder.shown + more - 1)
        folder.shown += more
        self.endInsertRows()

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's
        """Four."""
        return 0 if parent.isValid() and parent.column() > 0 else len(FileColumn)

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == FileColumn.SIZE else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            FileColumn.NAME: translate("Files", "Name"),
            FileColumn.SIZE: translate("Files", "Size"),
            FileColumn.PROGRESS: translate("Files", "Progress"),
            FileColumn.WANTED: translate("Files", "Wanted"),
        }[FileColumn(section)]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text for the eye, the ear, and the tool tip; the progress is painted by the delegate."""
        node = self.node_at(index) if index.isValid() else None
        if node is None:
            return None
        column = FileColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(node, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(node.name) if column is FileColumn.NAME else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column is FileColumn.SIZE else None
            case _:
                return None

    def _line_of(self, node: Node) -> QModelIndex:
        """The line of a node; that of the folder that all are in is none."""
        return QModelIndex() if node.parent is None else self.createIndex(node.place, 0, node)

    def _text(self, node: Node, column: FileColumn) -> str:
        match column:
            case FileColumn.NAME:
                return node.name
            case FileColumn.SIZE:
                return format_size(node.size, self._units)
            case FileColumn.PROGRESS:
                return f"{shown_percent(node)} %"
            case FileColumn.WANTED:
                return wanted_word(node.wanted)

    def _spoken(self, node: Node, column: FileColumn) -> str:
        if column is FileColumn.PROGRESS:
            return translate("Files", "{share} percent").format(share=shown_percent(node))
        if column is FileColumn.NAME and node.is_folder:
            return translate("Files", "{name}, folder").format(name=node.name)
        return self._text(node, column)


def shown_percent(node: Node) -> int:
    """A hundred only when everything that is wanted is there, or of what is not wanted all of it."""
    whole = node.is_complete if node.wanted is not Wanted.NO else node.here >= node.size
    return percent(node.share, complete=whole)


def wanted_word(wanted: Wanted) -> str:
    """Whether the client fetches it."""
    match wanted:
        case Wanted.YES:
            return translate("Files", "Yes")
        case Wanted.PARTLY:
            return translate("Files", "Partly")
        case Wanted.NO:
            return translate("Files", "No")
