"""Paints the Issues view: heads over the whole width, rows like those of the table, and buttons in them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mydia_desktop.ui import cells
from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.filtering import media_of
from mydia_desktop.ui.formatting import format_age
from mydia_desktop.ui.gone_lines import GoneEntry, names_of
from mydia_desktop.ui.icons import NOT_LIVE_ICON, STATUS_ICONS
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.issue_groups import STATUS_GROUPS, GroupId
from mydia_desktop.ui.issue_lines import Entry, Head, Line, More
from mydia_desktop.ui.issue_words import FIX_ICONS, Fix, fix_name, fix_of, what_became, what_is_wrong
from mydia_desktop.ui.issues_model import IssueColumn, IssuesModel
from mydia_desktop.ui.row_look import BAR_WIDTH, GLYPH_BOX, LEADING, NAME_LEADING, SELECTION_BAR, TRAILING, Look
from mydia_desktop.ui.row_painter import Line as TableLine
from mydia_desktop.ui.row_painter import RowPainter, Sheet
from mydia_desktop.ui.theme import Theme, scaled

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_LIKE_THE_TABLE = {
    IssueColumn.STATUS: COLUMNS[PLACE[ColumnId.STATUS]],
    IssueColumn.PROGRESS: COLUMNS[PLACE[ColumnId.PROGRESS]],
    IssueColumn.CLIENT: COLUMNS[PLACE[ColumnId.CLIENT]],
}
_ICON = 16
GONE_ICON, IMPORT_ICON = "circle-minus", "folder-input"


class IssuesDelegate(QStyledItemDelegate):
    """One for the whole view."""

    def __init__(self, theme: Theme, model: IssuesModel, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self.mouse: QPoint | None = None
        """Where it is in the viewport."""
        self.take_look()

    def take_look(self) -> None:
        """Begin to draw with another font, for another screen, or in other colours."""
        font = self._view.font()
        self.look = Look(font, Density.COMFORTABLE, self._theme.tokens, self._view.devicePixelRatioF())
        self._rows = RowPainter(self.look)
        self._head_ink = Ink(scaled(font, 1.0, QFont.Weight.DemiBold))
        self._button_ink = Ink(scaled(font, 1.0, QFont.Weight.Medium))

    @property
    def head_height(self) -> int:
        """Of a line that is no download."""
        return max(34, self._head_ink.height + 18)

    def widths(self) -> dict[IssueColumn, int]:
        """What the columns need that hold about the same in every row; the other two share the rest."""
        look = self.look
        age = look.small.width(translate("cells", "Last seen %1").replace("%1", format_age(59)))
        status = max(age + 14 + 6, *(look.badge_width(cells.status_word(each)) for each in STATUS_GROUPS))
        button = max(map(self._button_width, map(fix_name, Fix)))
        return {
            IssueColumn.STATUS: max(150, LEADING + status + LEADING),
            IssueColumn.PROGRESS: max(128, LEADING + BAR_WIDTH + LEADING + look.body.width("100 %") + TRAILING),
            IssueColumn.CLIENT: max(104, LEADING + look.body.metrics.averageCharWidth() * 11 + TRAILING),
            IssueColumn.FIX: max(176, LEADING + button + TRAILING),
        }

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell; of what goes over the whole width, the part of it that lies in this cell."""
        line, cell = self._model.line_at(index.row()), option.rect
        whole = QRect(0, cell.top(), self._view.viewport().width(), cell.height())
        painter.save()
        painter.setClipRect(cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Entry):
            self._paint_ground(painter, option, whole)
            self._paint_entry(painter, cell, line, IssueColumn(index.column()), option)
        elif isinstance(line, GoneEntry):
            self._paint_ground(painter, option, whole)
            self._paint_gone(painter, cell, line, IssueColumn(index.column()))
        elif isinstance(line, Head):
            self._paint_head(painter, whole, line)
        else:
            self._paint_more(painter, whole, line)
        if index.column() == IssueColumn.FIX:
            self._paint_button(painter, cell, line)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(self.look.tokens.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(0, 0, -1, -1))
        painter.restore()

    def button_rect(self, line: Line, cell: QRect) -> QRect | None:
        """Where this line's button is, given its cell in the last column; None if it has none."""
        named = self._button(line)
        if named is None:
            return None
        width = self._button_width(named[1])
        height = min(max(28, self._button_ink.height + 10), cell.height() - 4)
        return QRect(self._from_start(cell, LEADING, width), cell.top() + (cell.height() - height) // 2, width, height)

    def _button_width(self, text: str) -> int:
        return 12 + _ICON + 7 + self._button_ink.width(text) + 13

    def _button(self, line: Line) -> tuple[str, str] | None:
        """Icon and text."""
        if isinstance(line, Entry):
            fix = fix_of(line)
            return (FIX_ICONS[fix], fix_name(fix)) if fix is not None else None
        if isinstance(line, GoneEntry):
            return (FIX_ICONS[Fix.SEND_AGAIN], fix_name(Fix.SEND_AGAIN)) if line.client.live else None
        if isinstance(line, Head):
            state = self._model.state_of(line.group)
            if state is not None and not state.live:
                return "refresh-cw", translate("Issues", "Try now")
        return None

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRect) -> None:
        tokens = self.look.tokens
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(whole, tokens.sel if active else tokens.sel_inactive)
            if active:
                left = self._from_start(whole, 0, SELECTION_BAR)
                painter.fillRect(left, whole.top(), SELECTION_BAR, whole.height(), tokens.accent)
        elif self.mouse is not None and whole.contains(self.mouse):
            painter.fillRect(whole, tokens.hover)
        self._paint_hairline(painter, whole)

    def _paint_hairline(self, painter: QPainter, whole: QRect) -> None:
        painter.fillRect(whole.left(), whole.bottom(), whole.width(), 1, self.look.tokens.line)

    def _paint_entry(
        self, painter: QPainter, cell: QRect, entry: Entry, column: IssueColumn, option: QStyleOptionViewItem
    ) -> None:
        like = _LIKE_THE_TABLE.get(column)
        if like is not None or column is IssueColumn.NAME:
            sheet = Sheet(
                painter=painter,
                format=self._model.format,
                width=cell.width(),
                words=(),
                active=bool(option.state & QStyle.StateFlag.State_Active),
                mirrored=self._mirrored,
            )
            line = TableLine(row=entry.row, y=cell.top(), selected=False, hovered=False, current=False)
            if like is not None:
                self._rows.paint_column(sheet, like, cell.left(), cell.width(), [line])
            else:
                # Without the caption: what happened stands in a column of its own.
                self._rows.paint_name(sheet, cell.left(), cell.width(), line, caption="")
        elif column is IssueColumn.HAPPENED:
            self._paint_happened(painter, cell, entry)

    def _paint_happened(self, painter: QPainter, cell: QRect, entry: Entry) -> None:
        cause, around = what_is_wrong(entry, self._model.format)
        self._paint_lines(painter, cell, LEADING, (self.look.strong, cause), around, live=entry.row.live)

    def _paint_lines(
        self, painter: QPainter, cell: QRect, offset: int, first: tuple[Ink, str], second: str, *, live: bool
    ) -> None:
        """One line, and a quieter one below it if there is anything to say in it."""
        look, tokens = self.look, self.look.tokens
        ink, text = first
        room = cell.width() - offset - TRAILING
        height = ink.height + (look.small.height + 1 if second else 0)
        top = cell.top() + (cell.height() - height) // 2
        self._write(painter, ink, cell, offset, top, ink.fit(text, room), tokens.text if live else tokens.text3)
        if second:
            quiet = tokens.text2 if live else tokens.text3
            self._write(painter, look.small, cell, offset, top + ink.height + 1, look.small.fit(second, room), quiet)

    def _paint_gone(self, painter: QPainter, cell: QRect, entry: GoneEntry, column: IssueColumn) -> None:
        look = self.look
        match column:
            case IssueColumn.NAME:
                box_top = cell.top() + (cell.height() - GLYPH_BOX) // 2
                glyph = look.glyph(media_of(entry.record), live=True)
                painter.drawPixmap(self._from_start(cell, NAME_LEADING, GLYPH_BOX), box_top, glyph)
                first, *rest = names_of(entry.record)
                self._paint_lines(painter, cell, look.name_offset, (look.title, first), "".join(rest), live=True)
            case IssueColumn.HAPPENED:
                cause, around = what_became(entry, self._model.format)
                self._paint_lines(painter, cell, LEADING, (look.strong, cause), around, live=True)
            case IssueColumn.STATUS | IssueColumn.CLIENT:
                shown = look.body.fit(self._model.gone_text(entry, column), cell.width() - LEADING - TRAILING)
                top = cell.top() + (cell.height() - look.body.height) // 2
                self._write(painter, look.body, cell, LEADING, top, shown, look.tokens.text2)

    def _paint_head(self, painter: QPainter, whole: QRect, head: Head) -> None:
        look, tokens = self.look, self.look.tokens
        painter.fillRect(whole, tokens.window)
        self._paint_hairline(painter, whole)
        folded = "chevron-left" if self._mirrored else "chevron-right"
        self._paint_icon(painter, whole, 10, folded if head.folded else "chevron-down", tokens.text2, 14)
        status = head.group.status
        icon = STATUS_ICONS[status] if status is not None else _icon_of(head.group)
        colour = tokens.status[status] if status is not None else tokens.text2
        self._paint_icon(painter, whole, 31, icon, colour, _ICON)
        end = self._view.columnViewportPosition(IssueColumn.FIX) if not self._mirrored else whole.width()
        title, detail = self._model.title(head), self._model.detail(head)
        top = whole.top() + (whole.height() - self._head_ink.height) // 2
        shown = self._head_ink.fit(title, end - 55)
        self._write(painter, self._head_ink, whole, 55, top, shown, tokens.text)
        offset = 55 + self._head_ink.width(shown) + 9
        top = whole.top() + (whole.height() - look.small.height) // 2
        self._write(painter, look.small, whole, offset, top, look.small.fit(detail, end - offset), tokens.text2)

    def _paint_more(self, painter: QPainter, whole: QRect, more: More) -> None:
        tokens, ink = self.look.tokens, self._button_ink
        painter.fillRect(whole, tokens.hover if self._is_under_mouse(whole) else tokens.base)
        self._paint_hairline(painter, whole)
        icon = "chevron-down" if more.hidden else "chevron-up"
        self._paint_icon(painter, whole, 31, icon, tokens.accent_text, 14)
        top = whole.top() + (whole.height() - ink.height) // 2
        self._write(painter, ink, whole, self.look.name_offset, top, self._model.more_text(more), tokens.accent_text)

    def _paint_button(self, painter: QPainter, cell: QRect, line: Line) -> None:
        box, named = self.button_rect(line, cell), self._button(line)
        if box is None or named is None:
            return
        tokens, ink = self.look.tokens, self._button_ink
        painter.setPen(tokens.line_strong)
        painter.setBrush(tokens.hover if self._is_under_mouse(box) else tokens.raised)
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)
        self._paint_icon(painter, box, 12, named[0], tokens.text, _ICON)
        top = box.top() + (box.height() - ink.height) // 2
        self._write(painter, ink, box, 12 + _ICON + 7, top, named[1], tokens.text)

    def _paint_icon(self, painter: QPainter, box: QRect, offset: int, name: str, colour: QColor, size: int) -> None:
        left = self._from_start(box, offset, size)
        painter.drawPixmap(left, box.top() + (box.height() - size) // 2, self.look.icon(name, colour, size))

    def _write(self, painter: QPainter, ink: Ink, box: QRect, offset: int, top: int, text: str, colour: QColor) -> None:
        painter.setFont(ink.font)
        painter.setPen(colour)
        ink.paint(painter, self._from_start(box, offset, ink.width(text)), top, text)

    def _from_start(self, box: QRect, offset: int, width: int) -> int:
        """The left edge of something this wide, this far from where the line begins."""
        return box.right() + 1 - offset - width if self._mirrored else box.left() + offset

    def _is_under_mouse(self, box: QRect) -> bool:
        return self.mouse is not None and box.contains(self.mouse)

    @property
    def _mirrored(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _icon_of(group: GroupId) -> str:
    """Of a group that is about no status."""
    if group.imports:
        return IMPORT_ICON
    return GONE_ICON if group.gone else NOT_LIVE_ICON
