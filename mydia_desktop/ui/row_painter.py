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
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.naming import DOT
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

_MIDDLE, _END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
_LOADER = "loader-circle"

_GAP = 2
"""Room before a number that fills its column; the column before it has room behind."""

_TITLE_GAP, _ASIDE_GAP = 9, 14
"""Between a title and what stands beside it; and what follows in the same line of a compact row."""

_LEAST_RELEASE = 12
"""Characters of a release's name that are worth being shown behind something else."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """The names of one row, and where they go."""

    sheet: Sheet
    row: Row
    x: int
    width: int
    room: int
    """What is left of the width for words."""


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
                beside = _TITLE_GAP + look.body.width(row.beside) if row.beside else 0
                return look.name_offset + look.title.width(row.title) + beside + _NAME_TRAILING
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
        self.paint_name(sheet, x, width, line, cells.caption(line.row, sheet.format))

    def paint_name(self, sheet: Sheet, x: int, width: int, line: Line, caption: str) -> None:
        """Glyph, title and what tells it from others; below it the caption and the release, as far as there is room."""
        look, row = self.look, line.row
        clear = row.live and not row.dimmed
        size = 16 if look.compact else GLYPH_BOX
        offset = NAME_LEADING + 2 if look.compact else NAME_LEADING
        glyph_y = line.y + (look.row_height - size) // 2
        sheet.painter.drawPixmap(self._place(sheet, x, width, offset, size), glyph_y, look.glyph(row.media, live=clear))
        cell = _Cell(sheet=sheet, x=x, width=width, room=width - look.name_offset - _NAME_TRAILING, row=row)
        release = "" if look.compact else cells.release_line(row, sheet.format)
        two_lines = bool(caption or release) and not look.compact
        top = line.y + (look.row_height - look.title.height - (look.small.height + 1 if two_lines else 0)) // 2
        used = self._paint_title(cell, top)
        if two_lines:
            self._paint_second_line(cell, top + look.title.height + 1, caption, release)
        elif look.compact:
            top = line.y + (look.row_height - look.small.height) // 2
            self._paint_aside(cell, top, used, caption)

    def _paint_title(self, cell: _Cell, top: int) -> int:
        """Title and what stands beside it; returns how far they reach."""
        look, row, room = self.look, cell.row, cell.room
        clear = row.live and not row.dimmed
        ink, body, beside = look.title, look.body, self._beside(cell)
        extent = _TITLE_GAP + self._extent(cell, body, beside) if beside else 0
        # The end of a release's name says as much as its beginning; that of a title says least.
        elide = _END if row.is_matched else _MIDDLE
        colour = look.tokens.text if clear else look.tokens.text3
        most = max(room - extent, room // 3)
        used = self._write(cell, ink, 0, top, row.title, most, elide, marked=True, colour=colour)
        if not beside:
            return used
        start, top = used + _TITLE_GAP, top + ink.metrics.ascent() - body.metrics.ascent()
        quiet = self._text_colour(row, strong=False)
        return start + self._write(cell, body, start, top, beside, room - start, _END, marked=True, colour=quiet)

    def _beside(self, cell: _Cell) -> str:
        """What stands beside the title; without the year of a show where that would leave the title too little."""
        beside, most = cell.row.beside, cell.room - cell.room // 3 - _TITLE_GAP
        fits = not beside or self._extent(cell, self.look.body, beside) <= most
        return beside if fits else beside.partition(DOT)[0]

    def _extent(self, cell: _Cell, ink: Ink, text: str) -> int:
        """How wide it is with the hits of the search, which are bolder."""
        words = cell.sheet.words
        return ink.marked_width(text, words=words, style=self.look.hit) if words else ink.width(text)

    def _paint_second_line(self, cell: _Cell, top: int, caption: str, release: str) -> None:
        """The caption, which matters more, and the release in what room is left."""
        ink, quiet, room = self.look.small, self._text_colour(cell.row, strong=False), cell.room
        start = 0
        if caption:
            start = ink.width(caption) + ink.width(DOT)
            if not release or room - start < _LEAST_RELEASE * ink.metrics.averageCharWidth():
                start, release = 0, ""
            self._write(cell, ink, 0, top, caption, room, _END, colour=self._caption_colour(cell.row))
        if start:
            self._write(cell, ink, ink.width(caption), top, DOT, room, _END, colour=quiet)
        if release:
            elide = _MIDDLE if cell.row.is_matched else _END
            self._write(cell, ink, start, top, release, room - start, elide, colour=quiet, marked=cell.row.is_matched)

    def _paint_aside(self, cell: _Cell, top: int, used: int, caption: str) -> None:
        """In a single line the caption is said whole or not at all, and else the quality in whole words."""
        ink, start = self.look.small, used + _ASIDE_GAP
        quiet = self._text_colour(cell.row, strong=False)
        words = cells.quality(cell.row, cell.sheet.format)
        qualities = ["  ".join(words[:count]) for count in range(len(words), 0, -1)]
        offers = [(caption, self._caption_colour(cell.row)), *((quality, quiet) for quality in qualities)]
        for text, colour in offers:
            if text and start + ink.width(text) <= cell.room:
                self._write(cell, ink, start, top, text, cell.room, _END, colour=colour)
                return

    def _caption_colour(self, row: Row) -> QColor:
        if row.transfer.status is Status.FAILED and row.live and not row.dimmed:
            return self.look.tokens.status[Status.FAILED]
        return self._text_colour(row, strong=False)

    def _write(
        self,
        cell: _Cell,
        ink: Ink,
        start: int,
        top: int,
        text: str,
        room: int,
        elide: Qt.TextElideMode,
        *,
        colour: QColor,
        marked: bool = False,
    ) -> int:
        """A text so far behind where names begin, shortened to the room; returns its width."""
        sheet, painter = cell.sheet, cell.sheet.painter
        painter.setFont(ink.font)
        painter.setPen(colour)
        shown = text if ink.width(text) <= room else ink.fit(text, room, elide)
        offset = self.look.name_offset + start
        if not marked or not sheet.words:
            used = ink.width(shown)
            ink.paint(painter, self._place(sheet, cell.x, cell.width, offset, used), top, shown)
            return used
        style = self.look.hit
        while (used := ink.marked_width(shown, words=sheet.words, style=style)) > room and len(shown) > 1:
            shown = ink.fit(text, ink.width(shown) - (used - room), elide)
        ink.paint_marked(
            painter, self._place(sheet, cell.x, cell.width, offset, used), top, shown, words=sheet.words, style=style
        )
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
