"""The tab of the files: which there are, how far each is, and whether it is wanted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QVBoxLayout, QWidget

from mydia_desktop.ui.details.content_reader import ContentReader
from mydia_desktop.ui.details.files_delegate import FilesDelegate
from mydia_desktop.ui.details.files_model import FileColumn, FilesModel, wanted_word
from mydia_desktop.ui.details.files_tree import Wanted
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.issues_header import IssuesHeader
from mydia_desktop.ui.labels import label
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Row
from mydia_desktop.ui.row_look import BAR_WIDTH, LEADING
from mydia_desktop.ui.theme import Theme

_INDENT = 22
_CHEVRON = 14
_LEAST_NAME = 160
_UNFOLDED = 200
"""So many files are all shown at once; of more only the outermost folder is open."""


class FilesView(QTreeView):
    """Shows a FilesModel; nothing in it can be changed."""

    def __init__(self, model: FilesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._theme = model, theme
        self.setAccessibleName(self.tr("Files"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = IssuesHeader(theme, self)
        header.setStretchLastSection(False)
        self.setHeader(header)
        self.delegate = FilesDelegate(theme, model, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        model.dataChanged.connect(self.viewport().update)
        model.renewed.connect(self._unfold)
        theme.changed.connect(self.viewport().update)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.delegate.take_look()
            self._share_width()
            self.scheduleDelayedItemsLayout()

    def drawBranches(  # noqa: N802 - Qt's
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A chevron before what can be unfolded."""
        tokens = self._theme.tokens
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, tokens.sel if self.isActiveWindow() else tokens.sel_inactive)
        if not self._files.hasChildren(index):
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        folded = "chevron-left" if mirrored else "chevron-right"
        sign = pixmap(
            "chevron-down" if self.isExpanded(index) else folded, tokens.text2, _CHEVRON, self.devicePixelRatioF()
        )
        inset = (_INDENT - _CHEVRON) // 2
        left = rect.left() + inset if mirrored else rect.right() + 1 - inset - _CHEVRON
        painter.drawPixmap(left, rect.top() + (rect.height() - _CHEVRON) // 2, sign)

    def _unfold(self) -> None:
        tree = self._files.tree
        if tree is not None and tree.count <= _UNFOLDED:
            self.expandAll()
        elif self._files.rowCount() == 1:
            self.expand(self._files.index(0, 0))

    def _share_width(self) -> None:
        width_of = self.delegate.width_of
        widths = {
            FileColumn.SIZE: width_of("888.8 MiB"),
            FileColumn.PROGRESS: LEADING + BAR_WIDTH + width_of("100 %"),
            FileColumn.WANTED: max(width_of(wanted_word(wanted)) for wanted in Wanted) + 16,
        }
        widths[FileColumn.NAME] = max(_LEAST_NAME, self.viewport().width() - sum(widths.values()))
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)


class FilesPage(QWidget):
    """The files, or why there are none."""

    def __init__(self, theme: Theme, reader: ContentReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._row: Row | None = None
        self.model = FilesModel(self)
        self.view = FilesView(self.model, theme)
        self.note = label("second", wrap=True)
        self.note.setContentsMargins(16, 8, 16, 8)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)  # it has all the room where there is no file
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        reader.changed.connect(self._show_files)
        self._show_files()

    def show_row(self, row: Row) -> None:
        """Whose files they are, and how it stands now."""
        self._row = row
        self._show_files()

    def set_units(self, units: Units) -> None:
        """Write sizes in these."""
        self.model.set_units(units)

    def _show_files(self) -> None:
        reader = self._reader
        self.model.show_tree(reader.tree)
        live = self._row is not None and self._row.live and not reader.problem
        if live is not self.view.delegate.live:
            self.view.delegate.live = live
            self.view.viewport().update()
        self.view.setVisible(reader.tree is not None and reader.tree.count > 0)
        note = self._note()
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _note(self) -> str:
        reader, row = self._reader, self._row
        if row is None:
            return ""
        client = plain(row.client.name)
        if reader.is_gone:
            return self.tr("{client} does not have it any more.").format(client=client)
        if reader.problem:
            return plain(reader.problem)
        if not row.live:
            return self.tr("{client} does not answer. Its files are asked for when it does.").format(client=client)
        if reader.tree is None:
            return self.tr("Asking {client}…").format(client=client)
        if not reader.tree.count:
            return self.tr("{client} does not know its files yet.").format(client=client)
        return ""
