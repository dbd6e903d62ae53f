"""The views and the filters, at the left of the window."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.filtering import LIVE_VIEWS, Filter, Media, View
from mydia_desktop.ui.icons import MEDIA_ICONS, NOT_LIVE_ICON, STATUS_ICONS
from mydia_desktop.ui.roving_focus import RovingFocus
from mydia_desktop.ui.row import Memory
from mydia_desktop.ui.sidebar_group import Entry, SidebarGroup
from mydia_desktop.ui.sidebar_item import Rank, SidebarItem
from mydia_desktop.ui.tally import Counts
from mydia_desktop.ui.texts import STATUSES, media_name, not_live, status_name, view_name
from mydia_desktop.ui.theme import Theme

_NARROW = 56
_WIDTHS = (176, 212, 320)

_VIEW_ICONS = {
    View.ALL: "layers",
    View.QUEUE: "download",
    View.COMPLETED: "circle-check",
    View.ISSUES: "triangle-alert",
    View.LIBRARY: "library",
    View.HISTORY: "history",
}
_MEDIA_ICONS = MEDIA_ICONS | {Media.UNMATCHED: "circle-help"}

_Key = TypeVar("_Key", bound=Hashable)


class Sidebar(QWidget):
    """Shows a filter and the numbers beside it; a click asks for another filter. It filters nothing itself."""

    filter_changed = Signal(object)
    """The Filter asked for; its text is the one last set."""
    folds_changed = Signal()
    """A group was folded or unfolded; see ``folds``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = Filter()
        self._counts: Counts | None = None
        self._memory = Memory.READ
        self._clients: Mapping[ClientId, ClientState] = {}
        self._narrow = False
        self.setAccessibleName(self.tr("Views and filters"))

        self.views = {view: self._view_item(view) for view in _VIEW_ICONS}
        self.groups = {
            "status": SidebarGroup(theme, self.tr("Status")),
            "client": SidebarGroup(theme, self.tr("Client")),
            "media": SidebarGroup(theme, self.tr("Media")),
            "category": SidebarGroup(theme, self.tr("Category")),
        }
        self.groups["status"].picked.connect(self._pick_status)
        self.groups["client"].picked.connect(self._pick_client)
        self.groups["media"].picked.connect(self._pick_media)
        self.groups["category"].picked.connect(self._pick_category)
        self._lay_out()
        self._focus = RovingFocus(self, self._stops)
        self.set_folded(folded=False)
        self.set_filter(self._filter)
        theme.changed.connect(self.update)

    @property
    def filter(self) -> Filter:
        """What it shows as chosen."""
        return self._filter

    def set_filter(self, chosen: Filter) -> None:
        """Show this as chosen; says nothing to anybody."""
        self._filter = chosen
        for view, item in self.views.items():
            item.setChecked(view is chosen.view)
        self._show()

    def set_counts(self, counts: Counts, clients: Mapping[ClientId, ClientState]) -> None:
        """Show these numbers, and how the clients stand."""
        self._counts, self._clients = counts, clients
        for view, item in self.views.items():
            item.set_count(counts.views.get(view))
        self._show()

    def set_memory(self, memory: Memory) -> None:
        """Say how it stands with what is remembered: until it was read, nobody knows what downloads are for."""
        self._memory = memory
        self._show()

    def folds(self) -> frozenset[str]:
        """The groups folded away, by names fit to be kept."""
        return frozenset(name for name, group in self.groups.items() if group.is_folded)

    def set_folds(self, folds: Iterable[str]) -> None:
        """Fold these groups and unfold the others."""
        folded = frozenset(folds)
        for name, group in self.groups.items():
            group.set_folded(folded=name in folded)

    @property
    def is_folded(self) -> bool:
        """It shows icons only."""
        return self._narrow

    def set_folded(self, *, folded: bool) -> None:
        """Icons only, for a narrow window."""
        self._narrow = folded
        least, _, most = (_NARROW,) * 3 if folded else _WIDTHS
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if folded else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)  # beside icons there is no room for it; the wheel still turns
        self.setMinimumWidth(least)
        self.setMaximumWidth(most)
        for item in self.views.values():
            item.set_folded(folded=folded)
        for group in self.groups.values():
            group.set_narrow(narrow=folded)
        self._focus.settle(self.views[self._filter.view])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """The usual width, or that of the icons."""
        return QSize(_NARROW if self._narrow else _WIDTHS[1], 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """The arrows, Home and End move between the lines."""
        far = len(self._stops())
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -far, Qt.Key.Key_End: far}
        if step := steps.get(Qt.Key(event.key())):
            self._scroll.ensureWidgetVisible(self._focus.step(step), 0, 16)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Its ground, and the line between it and the table."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.sidebar)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(0 if mirrored else self.width() - 1, 0, 1, self.height(), tokens.line)

    def _view_item(self, view: View) -> SidebarItem:
        item = SidebarItem(self._theme, Rank.VIEW)
        item.set_name(view_name(view))
        item.set_icon(_VIEW_ICONS[view])
        item.set_alarming(alarming=view is View.ISSUES)
        item.picked.connect(lambda: self._pick_view(view))
        return item

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 9, 1, 8)
        column.setSpacing(0)
        for item in self.views.values():
            column.addWidget(item)
        column.addSpacing(12)
        for group in self.groups.values():
            column.addWidget(group)
            group.fold_changed.connect(self._fold_changed)
        column.addStretch(1)
        self._scroll = _Lines()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _show(self) -> None:
        self.groups["status"].set_entries(self._status_entries())
        self.groups["client"].set_entries(self._client_entries())
        self.groups["media"].set_entries(self._media_entries())
        self.groups["category"].set_entries(self._category_entries())
        self._focus.settle(self.views[self._filter.view])

    def _status_entries(self) -> Iterable[Entry]:
        counts = self._counts
        yield Entry(
            key=None,
            name=not_live(),
            icon=NOT_LIVE_ICON,
            count=counts.not_live if counts else 0,
            active=self._filter.not_live,
        )
        for status in STATUSES:
            yield Entry(
                key=status,
                name=status_name(status),
                icon=STATUS_ICONS[status],
                colour=status,
                count=counts.statuses.get(status, 0) if counts else 0,
                active=status in self._filter.statuses,
            )

    def _client_entries(self) -> Iterable[Entry]:
        for client, state in self._clients.items():
            silent = not state.live
            yield Entry(
                key=client,
                name=state.name,
                icon=NOT_LIVE_ICON if silent else "server",
                colour=Status.FAILED if silent else None,
                count=self._counts.clients.get(client, 0) if self._counts else 0,
                active=client in self._filter.clients,
                remark=not_live() if silent else "",
                telling=silent,
            )

    def _media_entries(self) -> Iterable[Entry]:
        for media in Media:
            yield Entry(
                key=media,
                name=media_name(media),
                icon=_MEDIA_ICONS[media],
                count=self._counts.media[media] if self._counts and self._memory is Memory.READ else 0,
                active=media in self._filter.media,
            )

    def _category_entries(self) -> Iterable[Entry]:
        counted = self._counts.categories if self._counts else {}
        for name in sorted(counted.keys() | self._filter.categories, key=lambda name: (name.casefold(), name)):
            yield Entry(
                key=name,
                name=name,
                icon="tag",
                count=counted.get(name, 0),
                active=name in self._filter.categories,
                telling=False,
            )

    def _pick_view(self, view: View) -> None:
        # The filters are of downloads; what is remembered has none of their statuses.
        both_live = view in LIVE_VIEWS and self._filter.view in LIVE_VIEWS
        self._ask(replace(self._filter if both_live else Filter(text=self._filter.text), view=view))

    def _pick_status(self, status: Status | None, modifiers: Qt.KeyboardModifier) -> None:
        # Not live is no status, but stands and is chosen among them.
        now: frozenset[Status | None] = self._filter.statuses | ({None} if self._filter.not_live else frozenset())
        chosen = _picked(now, status, modifiers)
        statuses = frozenset(each for each in chosen if each is not None)
        self._narrow_to(replace(self._filter, statuses=statuses, not_live=None in chosen))

    def _pick_client(self, client: ClientId, modifiers: Qt.KeyboardModifier) -> None:
        self._narrow_to(replace(self._filter, clients=_picked(self._filter.clients, client, modifiers)))

    def _pick_media(self, media: Media, modifiers: Qt.KeyboardModifier) -> None:
        self._narrow_to(replace(self._filter, media=_picked(self._filter.media, media, modifiers)))

    def _pick_category(self, name: str, modifiers: Qt.KeyboardModifier) -> None:
        self._narrow_to(replace(self._filter, categories=_picked(self._filter.categories, name, modifiers)))

    def _narrow_to(self, chosen: Filter) -> None:
        self._ask(chosen if chosen.view in LIVE_VIEWS else replace(chosen, view=View.ALL))

    def _ask(self, chosen: Filter) -> None:
        self.set_filter(chosen)
        self.filter_changed.emit(chosen)

    def _fold_changed(self) -> None:
        self._focus.settle(self.views[self._filter.view])
        self.folds_changed.emit()

    def _stops(self) -> list[QWidget]:
        return [*self.views.values(), *(stop for group in self.groups.values() for stop in group.stops)]


class _Lines(QScrollArea):
    """Scrolls, but leaves the arrow keys to the sidebar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Let every key pass."""
        event.ignore()


def _picked(now: frozenset[_Key], key: _Key, modifiers: Qt.KeyboardModifier) -> frozenset[_Key]:
    """Ctrl adds or takes away; without it the key is alone, and none if it was alone already."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return now ^ {key}
    return frozenset() if now == {key} else frozenset({key})
