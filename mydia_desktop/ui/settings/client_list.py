"""The clients as a list of two lines each: name, then program and version, with a sign how we stand with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.texts import tool_tip
from mydia_desktop.ui.theme import Theme, scaled

_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one line shows. ``glyph`` and ``sign`` are Lucide names; the sign has a status's colour, None is grey."""

    name: str
    detail: str
    sign: str
    colour: Status | None = None
    faint: bool = False
    glyph: str = "server"


class ClientList(QListWidget):
    """The list; it holds no truth, the page tells it what to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clients")
        self.setAccessibleName(self.tr("Clients"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these, keeping the current line where it is."""
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        while self.count() < len(entries):
            self.addItem(QListWidgetItem())
        for row, entry in enumerate(entries):
            item = self.item(row)
            if item.data(_ENTRY) != entry:
                item.setData(_ENTRY, entry)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {entry.detail}")
                item.setText(entry.name)
                item.setToolTip(tool_tip(entry.detail))  # it may be cut off


class _Delegate(QStyledItemDelegate):
    """Paints a line: glyph, two texts, sign."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002 - Qt's
        font, small = self._fonts(option.font)
        return QSize(120, max(56, QFontMetrics(font).height() + QFontMetrics(small).height() + 18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(_ENTRY)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, 3, -1, -3)
        background = self._background(option)
        if background is not None:
            ring = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(tokens.accent_text if ring else Qt.PenStyle.NoPen)
            painter.setBrush(background)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        quiet = tokens.text3 if entry.faint else tokens.text2
        self._draw_icon(painter, entry.glyph, quiet, QRect(box.left() + 12, box.center().y() - 9, 18, 18), option)
        sign = tokens.status[entry.colour] if entry.colour is not None else tokens.text3
        self._draw_icon(painter, entry.sign, sign, QRect(box.right() - 28, box.center().y() - 8, 16, 16), option)
        font, small = self._fonts(option.font)
        words = QRect(box.left() + 40, box.top(), box.width() - 40 - 38, box.height())
        half = words.adjusted(0, 0, 0, -words.height() // 2)
        self._draw_text(painter, entry.name, font, half, tokens.text3 if entry.faint else tokens.text, top=True)
        half = words.adjusted(0, words.height() // 2, 0, 0)
        self._draw_text(painter, entry.detail, small, half, quiet, top=False)
        painter.restore()

    def _background(self, option: QStyleOptionViewItem) -> QColor | None:
        tokens = self._theme.tokens
        if option.state & QStyle.StateFlag.State_Selected:
            return tokens.sel
        return tokens.hover if option.state & QStyle.StateFlag.State_MouseOver else None

    @staticmethod
    def _fonts(font: QFont) -> tuple[QFont, QFont]:
        return scaled(font, 1.0, QFont.Weight.DemiBold), scaled(font, 0.92)

    @staticmethod
    def _draw_icon(painter: QPainter, name: str, colour: QColor, where: QRect, option: QStyleOptionViewItem) -> None:
        ratio = option.widget.devicePixelRatioF()
        painter.drawPixmap(where, pixmap(name, colour, where.width(), ratio))

    @staticmethod
    def _draw_text(painter: QPainter, text: str, font: QFont, where: QRect, colour: QColor, *, top: bool) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        vertical = Qt.AlignmentFlag.AlignBottom if top else Qt.AlignmentFlag.AlignTop
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | vertical | Qt.TextFlag.TextSingleLine, shown)
