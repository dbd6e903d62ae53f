"""The list of what is to be added, shown as soon as there is more than one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.add.basket import ITEM, Basket
from mydia_desktop.ui.add.item import Item, Stage
from mydia_desktop.ui.add.words import not_matched, stage_word, subject_icon, subject_line
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.theme import Theme, scaled

_SHOWN_ROWS = 4.5
"""Half a row tells that there are more."""
_ICON = 18
_GAP = 10
_MOST_LINES = 3
"""Of an error in the list; the whole is in its tool tip."""

_LOOKS: dict[Stage, tuple[str, Status | None]] = {
    Stage.READING: ("loader-circle", None),
    Stage.READY: ("", None),
    Stage.UNREADABLE: ("octagon-x", Status.FAILED),
    Stage.ADDING: ("loader-circle", None),
    Stage.ADDED: ("circle-check", Status.COMPLETED),
    Stage.FAILED: ("octagon-x", Status.FAILED),
    Stage.UNKNOWN: ("circle-help", Status.STALLED),
}


class ItemList(QListView):
    """One item is current: the card below is about it. Del takes the selected ones out."""

    current_changed = Signal()
    removal_requested = Signal(object)
    """Numbers, set[int]."""

    def __init__(self, theme: Theme, basket: Basket, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("items")
        self.setAccessibleName(self.tr("Downloads to add"))
        self._delegate = _ItemDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(basket)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self.current_changed)
        basket.dataChanged.connect(self._fit)
        basket.rowsInserted.connect(self._fit)
        basket.rowsRemoved.connect(self._fit)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Item | None:
        """What the card is about."""
        item = self.currentIndex().data(ITEM)
        return item if isinstance(item, Item) else None

    @property
    def selected(self) -> list[Item]:
        """In the order of the list."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(ITEM) for index in indexes]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """As high as its rows, up to four and a half."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        room = self._delegate.row_height(option.font) * _SHOWN_ROWS
        heights = 0
        for place in range(min(self.model().rowCount(), int(_SHOWN_ROWS) + 1)):
            heights += self.sizeHintForIndex(self.model().index(place, 0)).height()
        return QSize(super().sizeHint().width(), min(heights, round(room)) + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Del and Backspace take out what is selected; Enter is the dialog's."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit({item.number for item in self.selected})
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)


class _ItemDelegate(QStyledItemDelegate):
    """Two lines: what it is for, and the release, or what is wrong with it; at the end how far it is."""

    def __init__(self, theme: Theme, view: ItemList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def row_height(self, font: QFont) -> int:
        """Of a row whose second line is one."""
        return max(44, QFontMetrics(font).height() + QFontMetrics(scaled(font, 0.92)).height() + 12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Higher where an error needs its lines."""
        item: Item = index.data(ITEM)
        height = self.row_height(option.font)
        if item.message:
            metrics = QFontMetrics(scaled(option.font, 0.92))
            lines = min(_MOST_LINES, -(-self._message_height(item, option.font) // metrics.lineSpacing()))
            height += (lines - 1) * metrics.lineSpacing()
        return QSize(100, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """As the rows of the main list, smaller."""
        item: Item = index.data(ITEM)
        tokens = self._theme.tokens
        rect, direction = option.rect, option.direction
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sel if self._view.hasFocus() else tokens.sel_inactive)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(tokens.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)
        inner = rect.adjusted(_GAP, 5, -_GAP, -5)
        ratio = self._view.devicePixelRatioF()
        glyph = QRect(inner.left(), inner.top() + 6, _ICON, _ICON)
        painter.drawPixmap(
            QStyle.visualRect(direction, rect, glyph).topLeft(),
            pixmap(subject_icon(item.subject), tokens.text2, _ICON, ratio),
        )
        state = self._paint_state(painter, option, item, inner, ratio)
        words = inner.adjusted(_ICON + _GAP, 0, -(state + _GAP), 0)
        self._paint_words(painter, option, item, QStyle.visualRect(direction, rect, words))
        painter.restore()

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, item: Item, inner: QRect, ratio: float
    ) -> int:
        """Icon and word at the end of the first line; the width they took."""
        tokens = self._theme.tokens
        name, status = _LOOKS[item.stage]
        if item.stage is Stage.READY and item.duplicates:
            name, status = "triangle-alert", Status.STALLED
        colour = tokens.text2 if status is None else tokens.status[status]
        small = scaled(option.font, 0.92)
        metrics = QFontMetrics(small)
        text = stage_word(item)
        width = metrics.horizontalAdvance(text) + (20 if name else 0)
        line = QRect(inner.right() - width + 1, inner.top(), width, QFontMetrics(option.font).height())
        words = QStyle.visualRect(option.direction, option.rect, line.adjusted(20 if name else 0, 0, 0, 0))
        if name:
            mark = QRect(line.left(), line.top() + (line.height() - 14) // 2, 14, 14)
            where = QStyle.visualRect(option.direction, option.rect, mark).topLeft()
            painter.drawPixmap(where, pixmap(name, colour, 14, ratio))
        painter.setFont(small)
        painter.setPen(colour)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
        return width

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, item: Item, room: QRect) -> None:
        tokens = self._theme.tokens
        bold, small = scaled(option.font, 1.0, QFont.Weight.DemiBold), scaled(option.font, 0.92)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        leading = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        leading |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a name is written as it was published
        flags = leading | Qt.TextFlag.TextSingleLine
        title, second = _lines(item)
        metrics = QFontMetrics(bold)
        first = QRect(room.left(), room.top(), room.width(), metrics.height())
        painter.setFont(bold)
        painter.setPen(tokens.text)
        painter.drawText(first, flags, metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, first.width()))
        below = room.adjusted(0, first.height() + 1, 0, 0)
        painter.setFont(small)
        if item.message:
            painter.setPen(self._message_colour(item))
            painter.drawText(below, leading | Qt.TextFlag.TextWordWrap, plain(item.message))
        else:
            painter.setPen(tokens.text2)
            small_metrics = QFontMetrics(small)
            painter.drawText(
                below, flags, small_metrics.elidedText(second, Qt.TextElideMode.ElideMiddle, below.width())
            )

    def _message_colour(self, item: Item) -> QColor:
        _, status = _LOOKS[item.stage]
        tokens = self._theme.tokens
        return tokens.status[status] if status in (Status.FAILED, Status.STALLED) else tokens.text2

    def _message_height(self, item: Item, font: QFont) -> int:
        small = QFontMetrics(scaled(font, 0.92))
        state = small.horizontalAdvance(stage_word(item)) + 20
        width = self._view.viewport().width() - 4 * _GAP - _ICON - state
        room = QRect(0, 0, max(width, 100), 10_000)
        return small.boundingRect(room, int(Qt.TextFlag.TextWordWrap), plain(item.message)).height()


def _lines(item: Item) -> tuple[str, str]:
    name = plain(item.name)
    if item.subject is None:
        return name, not_matched() if item.release is not None else ""
    return subject_line(item.subject), name
