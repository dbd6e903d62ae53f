"""A table view that paints its rows itself, row height and column widths following the font."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.header import DownloadsHeader
from mydia_desktop.ui.row_look import Look
from mydia_desktop.ui.row_painter import Line, RowPainter, Sheet
from mydia_desktop.ui.selection import Selection
from mydia_desktop.ui.theme import Theme


class RowTable(QTableView):
    """Shows rows and which of them are selected; what hands do to them is for a subclass."""

    def __init__(self, model: DownloadsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.downloads = model
        self.selection = Selection()
        self.is_pressed = False
        """A mouse button is held down over the rows."""
        self._theme = theme
        self._density = Density.COMFORTABLE
        self._mouse_y: int | None = None
        self._painter = RowPainter(self._make_look())
        self.setModel(model)
        self.header = DownloadsHeader(theme, self.natural_width, self)
        self.setHorizontalHeader(self.header)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self.apply_look)
        self.apply_look()

    @property
    def row_height(self) -> int:
        """Of every row."""
        return self._painter.look.row_height

    @property
    def density(self) -> Density:
        """How much room a row takes."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Give rows more or less room."""
        if density is not self._density:
            self._density = density
            self.apply_look()

    def apply_look(self) -> None:
        """Follow font, colours and density."""
        self._painter = RowPainter(self._make_look())
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        self.header.change_font()
        self.viewport().update()

    def place_at(self, y: int) -> int | None:
        """The row at this height of the viewport."""
        place = (y + self.verticalScrollBar().value()) // self.row_height
        return place if 0 <= place < len(self.downloads.shown) else None

    def places_on_screen(self) -> range:
        """The rows that are at least partly on the screen."""
        scroll, shown = self.verticalScrollBar().value(), len(self.downloads.shown)
        first = scroll // self.row_height
        last = (scroll + self.viewport().height() - 1) // self.row_height + 1
        return range(min(first, shown), min(last, shown))

    def key_at(self, place: int) -> TransferKey:
        """The key of a row of the table."""
        return self.downloads.shown[place].transfer.key

    def natural_width(self, column: ColumnId) -> int:
        """How wide a column is unless the user says otherwise: as designed, or as its words need in this font."""
        entry = COLUMNS[PLACE[column]]
        designed = round(entry.width * self._painter.look.scale)
        if column is ColumnId.NAME:
            return designed
        return max(designed, self._painter.least_width(entry), self.header.title_width(column))

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - Qt's
        """What the cells on the screen need."""
        entry, form, shown = COLUMNS[column], self.downloads.format, self.downloads.shown
        return max((self._painter.width_of(entry, shown[place], form) for place in self.places_on_screen()), default=0)

    def scrollTo(  # noqa: N802 - Qt's
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002 - Qt's
    ) -> None:
        """Bring the row on the screen, by no more than it takes, and never sideways."""
        bar, top = self.verticalScrollBar(), index.row() * self.row_height
        bar.setValue(max(min(bar.value(), top), top + self.row_height - self.viewport().height()))

    def update_row(self, place: int) -> None:
        """Paint a row anew, soon."""
        top = place * self.row_height - self.verticalScrollBar().value()
        self.viewport().update(QRect(0, top, self.viewport().width(), self.row_height))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the font and the reading direction, and show when the window loses the keyboard."""
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.FontChange | QEvent.Type.LayoutDirectionChange:
                self.apply_look()
            case QEvent.Type.ActivationChange:
                self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Let the columns share the new width."""
        super().resizeEvent(event)
        self.header.arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Follow the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(event.position().toPoint().y())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's
        """Paint the rows and columns that the event touches."""
        if self._painter.look.ratio != self.devicePixelRatioF():
            self._painter = RowPainter(self._make_look())
        touched, painter = event.rect(), QPainter(self.viewport())
        sheet = Sheet(
            painter=painter,
            format=self.downloads.format,
            width=max(self.viewport().width(), self.header.length()),
            words=self.downloads.filter.words,
            active=self.isActiveWindow(),
            mirrored=self.isRightToLeft(),
        )
        lines = self._lines(touched)
        self._painter.paint_backgrounds(sheet, lines)
        for place, column in enumerate(COLUMNS):
            if self.header.isSectionHidden(place):
                continue
            x, width = self.columnViewportPosition(place), self.columnWidth(place)
            if x <= touched.right() and x + width > touched.left():
                self._painter.paint_column(sheet, column, x, width, lines)
        for line in lines:
            if line.current:
                self._painter.paint_focus(sheet, line)
        painter.end()

    def _lines(self, touched: QRect) -> list[Line]:
        height, scroll, shown = self.row_height, self.verticalScrollBar().value(), self.downloads.shown
        first = max(0, (touched.top() + scroll) // height)
        last = (touched.bottom() + scroll) // height + 1
        current = self.currentIndex().row() if self.hasFocus() else -1
        hovered = None if self._mouse_y is None else self.place_at(self._mouse_y)
        selected = self.selection.keys
        return [
            Line(
                row=row,
                y=place * height - scroll,
                selected=row.transfer.key in selected,
                hovered=place == hovered,
                current=place == current,
            )
            for place, row in enumerate(shown[first:last], first)
        ]

    def _make_look(self) -> Look:
        return Look(self.font(), self._density, self._theme.tokens, self.devicePixelRatioF())

    def _point_at(self, y: int | None) -> None:
        before, self._mouse_y = self._mouse_y, y
        places = [None if at is None else self.place_at(at) for at in (before, y)]
        if places[0] != places[1]:
            for place in places:
                if place is not None:
                    self.update_row(place)
