"""Paints rows straight from what they are.

A delegate would be asked cell by cell, and the view would ask the model some seven times about each: two thirds of
the time of a frame. Here a column is painted for all its rows at once, so that font and pen are set once as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui import cells
from mydia_desktop.ui.columns import Column, ColumnId
from mydia_desktop.ui.formatting import format_age, format_duration
from mydia_desktop.ui.icons import NOT_LIVE_ICON, STATUS_ICONS
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.ui.row_look import (
    BAR_HEIGHT,
    BAR_WIDTH,
    GLYPH_BOX,
    LEADING,
    NAME_LEADING,
    SELECTION_BAR,
    TRAILING,
    Look,
)

_MIDDLE = Qt.TextElideMode.ElideMiddle
_LOADER = "loader-circle"

_GAP = 2
"""Room before a number that fills its column; the column before it has room behind."""

_NAME_TRAILING = 4
"""Names are long, and the badge beside them keeps its own distance."""

_WORD_OFFSET = LEADING + 14 + 5
"""Where the word stands in a status without a pill."""

_DARK = frozenset({ColumnId.DOWN, ColumnId.UP, ColumnId.ETA})
"""What a person looks for in a row that runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row and how it lies on the screen."""

    row: Row
    y: int
    selected: bool
    hovered: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One repaint: everything that is the same for all its lines."""

    painter: QPainter
    format: Format
    width: int
    """Of all columns together, or of the viewport."""
    words: Sequence[str]
    """Searched for, folded."""
    active: bool
    """The window has the keyboard."""
    mirrored: bool


class RowPainter:
    """Paints backgrounds first, then column by column."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._special: Mapping[ColumnId, Callable[[Sheet, int, int, Line], None]] = MappingProxyType(
            {
                ColumnId.NAME: self._paint_name,
                ColumnId.STATUS: self._paint_status,
                ColumnId.PROGRESS: self._paint_progress,
            }
        )

    def paint_backgrounds(self, sheet: Sheet, lines: Sequence[Line]) -> None:
        """Selection, hover, and the hairline below each comfortable row."""
        look, painter = self.look, sheet.painter
        tokens, height = look.tokens, look.row_height
        for line in lines:
            if line.selected:
                painter.fillRect(0, line.y, sheet.width, height, tokens.sel if sheet.active else tokens.sel_inactive)
                if sheet.active:
                    x = sheet.width - SELECTION_BAR if sheet.mirrored else 0
                    painter.fillRect(x, line.y, SELECTION_BAR, height, tokens.accent)
            elif line.hovered:
                painter.fillRect(0, line.y, sheet.width, height, tokens.hover)
            if not look.compact:
                painter.fillRect(0, line.y + height - 1, sheet.width, 1, tokens.line)
            if line.selected and tokens.high_contrast:
                painter.setPen(tokens.text)
                painter.drawRect(QRect(0, line.y, sheet.width - 1, height - 1))

    def paint_column(self, sheet: Sheet, column: Column, x: int, width: int, lines: Sequence[Line]) -> None:
        """One column, for all these lines."""
        if (special := self._special.get(column.id)) is not None:
            for line in lines:
                special(sheet, x, width, line)
            return
        ink, painter = self.look.body, sheet.painter
        painter.setFont(ink.font)
        room = width - TRAILING - (_GAP if column.numeric else LEADING)
        top = (self.look.row_height - ink.height) // 2
        trailing = column.numeric != sheet.mirrored
        for line in lines:
            text = column.text(line.row, sheet.format)
            if not text:
                continue
            if ink.width(text) > room:
                text = ink.fit(text, room)
            painter.setPen(self._text_colour(line.row, strong=column.id in _DARK))
            start = x + width - ink.width(text) - self._trailing(sheet) if trailing else x + self._leading(sheet)
            ink.paint(painter, start, line.y + top, text)

    def paint_focus(self, sheet: Sheet, line: Line) -> None:
        """The ring around the row that the keyboard is on."""
        sheet.painter.setPen(self.look.tokens.accent_text)
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        sheet.painter.drawRect(QRect(0, line.y, sheet.width - 1, self.look.row_height - 1))

    def least_width(self, column: Column) -> int:
        """What its usual words need, so that they are never cut."""
        look = self.look
        if column.id is ColumnId.STATUS:
            badges = max(look.badge_width(cells.status_word(status)) for status in Status)
            aged = (column.sample, f"{cells.status_word(Status.DOWNLOADING)} · {format_duration(44)}")
            return max(LEADING + badges + LEADING // 2, _WORD_OFFSET + max(map(look.small.width, aged)) + _GAP)
        if column.id is ColumnId.PROGRESS:
            return LEADING + BAR_WIDTH + LEADING + look.strong.width("100 %") + TRAILING
        return _GAP + look.body.width(column.sample) + TRAILING

    def width_of(self, column: Column, row: Row, form: Format) -> int:
        """How wide the cell would like to be."""
        look = self.look
        text = column.text(row, form)
        match column.id:
            case ColumnId.NAME:
                return look.name_offset + look.title.width(text) + _NAME_TRAILING
            case ColumnId.STATUS:
                return LEADING + look.badge_width(text) + LEADING // 2
            case ColumnId.PROGRESS:
                return LEADING + BAR_WIDTH + LEADING + look.body.width(text) + TRAILING
            case _:
                return (_GAP if column.numeric else LEADING) + look.body.width(text) + TRAILING

    @staticmethod
    def _leading(sheet: Sheet) -> int:
        return TRAILING if sheet.mirrored else LEADING

    @staticmethod
    def _trailing(sheet: Sheet) -> int:
        return LEADING if sheet.mirrored else TRAILING

    def _text_colour(self, row: Row, *, strong: bool) -> QColor:
        tokens = self.look.tokens
        if not row.live or row.dimmed:
            return tokens.text3
        return tokens.text if strong and row.transfer.status is not Status.STALLED else tokens.text2

    @staticmethod
    def _place(sheet: Sheet, x: int, width: int, offset: int, extent: int) -> int:
        """Where something of this extent begins, this far behind the leading edge of the cell."""
        return x + width - offset - extent if sheet.mirrored else x + offset

    def _paint_name(self, sheet: Sheet, x: int, width: int, line: Line) -> None:
        look, painter, row = self.look, sheet.painter, line.row
        clear = row.live and not row.dimmed
        size = 16 if look.compact else GLYPH_BOX
        offset = NAME_LEADING + 2 if look.compact else NAME_LEADING
        glyph_y = line.y + (look.row_height - size) // 2
        painter.drawPixmap(self._place(sheet, x, width, offset, size), glyph_y, look.glyph(live=clear))
        more = cells.caption(row, sheet.format)
        room = width - look.name_offset - _NAME_TRAILING
        two_lines = bool(more) and not look.compact
        top = line.y + (look.row_height - look.title.height - (look.small.height + 1 if two_lines else 0)) // 2
        painter.setFont(look.title.font)
        painter.setPen(look.tokens.text if clear else look.tokens.text3)
        used = self._paint_title(sheet, x, width, top, row, room)
        if not more:
            return
        painter.setFont(look.small.font)
        failed = row.transfer.status is Status.FAILED and clear
        painter.setPen(look.tokens.status[Status.FAILED] if failed else self._text_colour(row, strong=False))
        if two_lines:
            shown = look.small.fit(more, room)
            start = self._place(sheet, x, width, look.name_offset, look.small.width(shown))
            look.small.paint(painter, start, top + look.title.height + 1, shown)
        elif used + 10 + look.small.width(more) <= room:
            # In a single line it is said whole or not at all; the tool tip has it.
            start = self._place(sheet, x, width, look.name_offset + used + 10, look.small.width(more))
            look.small.paint(painter, start, line.y + (look.row_height - look.small.height) // 2, more)

    def _paint_title(self, sheet: Sheet, x: int, width: int, top: int, row: Row, room: int) -> int:
        """The release name, cut in the middle: its end says as much as its beginning. Returns its width."""
        ink, text = self.look.title, cells.name(row, sheet.format)
        shown = text if ink.width(text) <= room else ink.fit(text, room, _MIDDLE)
        if not sheet.words:
            used = ink.width(shown)
            ink.paint(sheet.painter, self._place(sheet, x, width, self.look.name_offset, used), top, shown)
            return used
        style = self.look.hit
        while (used := ink.marked_width(shown, words=sheet.words, style=style)) > room and len(shown) > 1:
            shown = ink.fit(text, ink.width(shown) - (used - room), _MIDDLE)
        start = self._place(sheet, x, width, self.look.name_offset, used)
        ink.paint_marked(sheet.painter, start, top, shown, words=sheet.words, style=style)
        return used

    def _paint_status(self, sheet: Sheet, x: int, width: int, line: Line) -> None:
        look, painter, row = self.look, sheet.painter, line.row
        word = cells.status(row, sheet.format)
        if row.live and not row.in_flight and not row.dimmed:
            status = row.transfer.status
            badge = look.badge(status, word, STATUS_ICONS[status])
            extent = look.badge_width(word)
            start = self._place(sheet, x, width, LEADING, extent)
            painter.drawPixmap(start, line.y + (look.row_height - look.badge_height) // 2, badge)
            return
        quiet = look.tokens.text2 if row.live else look.tokens.text3
        icon = _LOADER if row.in_flight else STATUS_ICONS[row.transfer.status] if row.live else NOT_LIVE_ICON
        texts = (word,) if row.live or row.in_flight else self._with_age(word, row, sheet.format, width)
        ink = look.small
        top = line.y + (look.row_height - ink.height * len(texts)) // 2
        painter.drawPixmap(
            self._place(sheet, x, width, LEADING, 14), top + (ink.height - 14) // 2, look.icon(icon, quiet, 14)
        )
        painter.setFont(ink.font)
        painter.setPen(quiet)
        for text in texts:
            shown = ink.fit(text, width - _WORD_OFFSET - _GAP)
            ink.paint(painter, self._place(sheet, x, width, _WORD_OFFSET, ink.width(shown)), top, shown)
            top += ink.height

    def _with_age(self, word: str, row: Row, form: Format, width: int) -> tuple[str, ...]:
        """The status of a row that is not live, with its age as far as there is room for it."""
        ink, room = self.look.small, width - _WORD_OFFSET - _GAP
        age = cells.age(row, form)
        if self.look.compact:
            both = f"{word} · {format_duration(age)}" if age is not None else word
            return (both if ink.width(both) <= room else word,)
        seen = cells.last_seen(row, form)
        return word, seen if age is None or ink.width(seen) <= room else format_age(age)

    def _paint_progress(self, sheet: Sheet, x: int, width: int, line: Line) -> None:
        look, painter, row = self.look, sheet.painter, line.row
        share = cells.shown_percent(row.transfer)
        if share is None:
            return
        bar = look.bar(row.transfer, share, live=row.live, mirrored=sheet.mirrored)
        bar_y = line.y + (look.row_height - BAR_HEIGHT) // 2
        painter.drawPixmap(self._place(sheet, x, width, LEADING, BAR_WIDTH), bar_y, bar)
        runs = row.live and row.transfer.status is Status.DOWNLOADING
        ink, text = look.strong if runs else look.body, cells.progress(row, sheet.format)
        painter.setFont(ink.font)
        painter.setPen(self._text_colour(row, strong=runs))
        extent = ink.width(text)
        start = self._place(sheet, x, width, width - TRAILING - extent, extent)
        ink.paint(painter, start, line.y + (look.row_height - ink.height) // 2, text)
