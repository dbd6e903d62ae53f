"""One group of filters in the sidebar under a heading that folds it away."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.sidebar_item import Rank, SidebarItem
from mydia_desktop.ui.theme import Theme, scaled


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one filter shows. ``key`` names it inside its group."""

    key: Hashable
    name: str
    icon: str
    colour: Status | None = None
    count: int
    active: bool
    remark: str = ""
    """What the icon says besides, in words."""
    telling: bool = True
    """The icon alone says which filter it is."""


class SidebarGroup(QWidget):
    """A heading, and the filters that have downloads or are active."""

    picked = Signal(object, object)
    """A filter's key, and the keyboard modifiers that were down."""
    fold_changed = Signal()
    """Its heading was pressed."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        self._items: dict[Hashable, SidebarItem] = {}
        self._shown: list[SidebarItem] = []
        self._narrow = False
        self.heading = Heading(theme, title, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self.heading.toggled.connect(self._fold)

    @property
    def stops(self) -> list[QWidget]:
        """What the arrow keys visit here, from the top."""
        items: list[QWidget] = [item for item in self._shown if not item.isHidden()]
        return items if self.heading.isHidden() or not self._shown else [self.heading, *items]

    @property
    def is_folded(self) -> bool:
        """Whether its filters are folded away."""
        return not self.heading.isChecked()

    def set_folded(self, *, folded: bool) -> None:
        """Fold it, or unfold it."""
        self.heading.setChecked(not folded)

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow sidebar there are icons only, and no heading that could fold."""
        self._narrow = narrow
        for item in self._items.values():
            item.set_folded(folded=narrow)
        self._arrange()

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show these, in this order; one without downloads only while it is active."""
        wanted = [entry for entry in entries if entry.count or entry.active]
        if wanted == self._entries:
            return
        self._entries = wanted
        for key in self._items.keys() - {entry.key for entry in wanted}:
            item = self._items.pop(key)
            item.hide()
            item.deleteLater()
        self._shown = [self._show(entry) for entry in wanted]
        self._arrange()

    def _show(self, entry: Entry) -> SidebarItem:
        item = self._items.get(entry.key)
        if item is None:
            item = self._items[entry.key] = SidebarItem(self._theme, Rank.FILTER, self)
            item.picked.connect(lambda modifiers: self.picked.emit(entry.key, modifiers))
            item.set_folded(folded=self._narrow)
        item.set_name(entry.name, entry.remark)
        item.set_icon(entry.icon, entry.colour, telling=entry.telling)
        item.set_count(entry.count)
        item.setChecked(entry.active)
        return item

    def _arrange(self) -> None:
        # Index 0 is the heading's. Nothing is touched that stands right already: this runs once a second.
        for place, item in enumerate(self._shown, start=1):
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
        self.heading.setVisible(not self._narrow)
        folded = self.is_folded and not self._narrow
        for item in self._shown:
            item.setVisible(item.isChecked() or not folded)
        self.setVisible(bool(self._shown))

    def _fold(self) -> None:
        self._arrange()
        self.fold_changed.emit()


class Heading(QAbstractButton):
    """The group's name, and a chevron that says which way it folds."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """At least 28 high."""
        return QSize(56, max(28, QFontMetrics(self._font()).height() + 10))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Enter and Space turn it; Left folds and Right unfolds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.setChecked((event.key() == Qt.Key.Key_Right) is not mirrored)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Name at the start, chevron at the end."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(self._font())
        painter.setPen(tokens.text2)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(17, 0, -17, 0), start, self.text())
        middle = self.rect().center().y()
        left = 16 if mirrored else self.width() - 16 - 14
        folded = "chevron-left" if mirrored else "chevron-right"
        sign = pixmap("chevron-down" if self.isChecked() else folded, tokens.text2, 14, self.devicePixelRatioF())
        painter.drawPixmap(QRect(left, middle - 6, 14, 14), sign)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(tokens.accent_text)
            box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 4.5, 4.5)

    def _font(self) -> QFont:
        return scaled(self.font(), 0.92, QFont.Weight.DemiBold)
