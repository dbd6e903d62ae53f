"""The movies and shows that fit, and the new ones that could be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mydia_desktop.domain.media import MediaId, MediaItem, MediaType
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.ui.theme import Theme, scaled

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_OFFER = Qt.ItemDataRole.UserRole
_ICON, _GAP = 18, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A known item, or one that would be made."""

    type: MediaType
    title: str
    year: int | None = None
    id: MediaId | None = None
    """None: it would be made."""


def known(item: MediaItem) -> Offer:
    """An item of the library."""
    return Offer(type=item.type, title=item.title, year=item.year, id=item.id)


class MatchList(QListWidget):
    """One is chosen at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("found")
        self.setAccessibleName(self.tr("Movies and shows"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._delegate = _OfferDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        theme.changed.connect(self.viewport().update)

    @property
    def offer(self) -> Offer | None:
        """The chosen one."""
        offer = self.currentIndex().data(_OFFER)
        return offer if isinstance(offer, Offer) else None

    @property
    def offers(self) -> list[Offer]:
        """All that are listed."""
        return [self.item(place).data(_OFFER) for place in range(self.count())]

    def show_offers(self, offers: Sequence[Offer], chosen: int) -> None:
        """List these; the one at ``chosen`` is the likeliest."""
        if offers != self.offers:
            self.blockSignals(True)
            self.clear()
            for offer in offers:
                item = QListWidgetItem(self.words(offer), self)
                item.setData(_OFFER, offer)
                item.setToolTip(tool_tip(self.words(offer)))
            self.blockSignals(False)
        self.setCurrentRow(-1)  # so that whoever listens hears of another offer in the same place
        self.setCurrentRow(chosen)

    def words(self, offer: Offer) -> str:
        """``Nosferatu (1922), movie``, or what would be made."""
        title = plain(offer.title)
        named = title if offer.year is None else f"{title} ({offer.year})"
        if offer.id is not None:
            form = self.tr("{what}, movie") if offer.type is MediaType.MOVIE else self.tr("{what}, show")
            return form.format(what=named)
        year = "" if offer.year is None else f" ({offer.year})"
        form = (
            self.tr("Create “{title}”{year} as a movie")
            if offer.type is MediaType.MOVIE
            else self.tr("Create “{title}”{year} as a show")
        )
        return form.format(title=title, year=year)


class _OfferDelegate(QStyledItemDelegate):
    """An icon, the title, and at the end what it is."""

    def __init__(self, theme: Theme, view: MatchList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """High enough to be hit."""
        return QSize(100, max(32, QFontMetrics(option.font).height() + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """As the rows of the main list, smaller."""
        offer: Offer = index.data(_OFFER)
        tokens, rect, direction = self._theme.tokens, option.rect, option.direction
        focused = self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            # The search keeps the keyboard while this is chosen, so it is no less chosen without the focus.
            painter.setPen(tokens.accent_text if focused else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sel)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)
        inner = rect.adjusted(_GAP, 0, -_GAP, 0)
        name = "plus" if offer.id is None else "film" if offer.type is MediaType.MOVIE else "tv"
        glyph = QRect(inner.left(), inner.top() + (inner.height() - _ICON) // 2, _ICON, _ICON)
        colour = tokens.accent_text if offer.id is None else tokens.text2
        where = QStyle.visualRect(direction, rect, glyph).topLeft()
        painter.drawPixmap(where, pixmap(name, colour, _ICON, self._view.devicePixelRatioF()))
        room = inner.adjusted(_ICON + _GAP, 0, 0, 0)
        if offer.id is None:
            painter.setPen(tokens.text)
            self._text(painter, option, room, self._view.words(offer), option.font)
        else:
            self._paint_known(painter, option, room, offer)
        painter.restore()

    def _paint_known(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, offer: Offer) -> None:
        tokens = self._theme.tokens
        kind = translate("MatchList", "Movie") if offer.type is MediaType.MOVIE else translate("MatchList", "Show")
        small = scaled(option.font, 0.92)
        kind_width = QFontMetrics(small).horizontalAdvance(kind)
        end = QRect(room.right() - kind_width + 1, room.top(), kind_width, room.height())
        painter.setPen(tokens.text2)
        self._text(painter, option, end, kind, small)
        bold = scaled(option.font, 1.0, QFont.Weight.DemiBold)
        year = "" if offer.year is None else str(offer.year)
        year_width = QFontMetrics(option.font).horizontalAdvance(year)
        most = room.width() - kind_width - year_width - 3 * _GAP
        title = QFontMetrics(bold).elidedText(plain(offer.title), Qt.TextElideMode.ElideRight, most)
        title_width = QFontMetrics(bold).horizontalAdvance(title)
        first = QRect(room.left(), room.top(), title_width, room.height())
        painter.setPen(tokens.text)
        self._text(painter, option, first, title, bold)
        second = QRect(first.right() + _GAP - 2, room.top(), year_width, room.height())
        painter.setPen(tokens.text2)
        self._text(painter, option, second, year, option.font)

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        leading = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        flags = leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QStyle.visualRect(option.direction, option.rect, room), flags, shown)
