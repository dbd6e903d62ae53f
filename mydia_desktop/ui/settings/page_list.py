"""The pages of the dialog, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mydia_desktop.ui.icons import icon, pixmap
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.theme import Theme

_ICON = 18
_BAR = 3

_AROUND = 44
"""Margins of the list and of its items, left and right."""


class PageList(QListWidget):
    """Title and icon for each page; a bar marks the one that is open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(self.tr("Settings pages"))
        self.setFixedWidth(roomy(186, self.font()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setItemDelegate(_Delegate(theme, self))
        self._theme = theme
        self._icons: list[str] = []
        theme.changed.connect(self._follow_theme)

    def add_page(self, title: str, icon_name: str) -> None:
        """One more; ``icon_name`` is a Lucide name."""
        self.addItem(QListWidgetItem(self._icon(icon_name), title))
        self._icons.append(icon_name)
        # Never a scroll bar for a longer word than those of the pictures.
        self.setFixedWidth(max(self.minimumWidth(), self.sizeHintForColumn(0) + _AROUND))

    def _follow_theme(self) -> None:
        for row, name in enumerate(self._icons):
            self.item(row).setIcon(self._icon(name))

    def _icon(self, name: str) -> QIcon:
        """In the accent's colour where its page is open."""
        tokens = self._theme.tokens
        drawn = icon(name, tokens)
        for ratio in (1.0, 2.0):
            drawn.addPixmap(pixmap(name, tokens.accent_text, _ICON, ratio), QIcon.Mode.Selected)
        return drawn


class _Delegate(QStyledItemDelegate):
    """The style sheet's line, and the bar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            box = QRectF(option.rect)
            left = box.right() - _BAR if option.direction == Qt.LayoutDirection.RightToLeft else box.left()
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.bar)
            painter.drawRoundedRect(QRectF(left, box.top() + 8, _BAR, box.height() - 16), 1.5, 1.5)
            painter.restore()
