"""The middle of the window: what is shown, what is wrong, and the list or why it is empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.banner import Banner
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.downloads_view import DownloadsView
from mydia_desktop.ui.empty_state import EmptyState, emptiness, remembered_emptiness
from mydia_desktop.ui.filtering import LIVE_VIEWS, Filter, View
from mydia_desktop.ui.issues_model import IssuesModel
from mydia_desktop.ui.issues_view import IssuesView
from mydia_desktop.ui.question_card import QuestionCard
from mydia_desktop.ui.remembered import Remembered
from mydia_desktop.ui.texts import events, items
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.view_head import ViewHead


class ListPane(QWidget):
    """Arranges what belongs to the list. It decides only which of the lists is on top."""

    def __init__(
        self,
        theme: Theme,
        model: DownloadsModel,
        issues: IssuesModel,
        remembered: Remembered,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("list-pane")
        self._model, self._issues, self._remembered = model, issues, remembered
        self.head = ViewHead(theme)
        self.banner = Banner(theme)
        self.questions = QuestionCard(theme)
        self.table = DownloadsView(model, theme)
        self.issues = IssuesView(issues, theme)
        self.library, self.history = remembered.library, remembered.history
        self.empty = EmptyState(theme)
        self._stack = QStackedWidget()
        for page in (self.table, self.issues, self.library, self.history, self.empty):
            self._stack.addWidget(page)
        self._on_top: QWidget = self.table
        self._has_listed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.banner)
        column.addWidget(self.questions)
        column.addWidget(self._stack, 1)

    @property
    def page(self) -> QWidget:
        """What is on top now: one of the lists, or why there is nothing."""
        return self._on_top

    def clear_selection(self) -> None:
        """Select nothing in the list that is on top."""
        if self._on_top is self.table:
            self.table.clear_selection()
        elif isinstance(self._on_top, QAbstractItemView):
            self._on_top.clearSelection()

    def show_state(self, clients: Mapping[ClientId, ClientState]) -> None:
        """Say how many rows are shown of how many, or why there is none."""
        chosen, shown, total = self._model.filter, self._model.rowCount(), self._model.total
        if chosen.view not in LIVE_VIEWS:
            self._show_remembered(chosen)
            return
        if chosen.view is View.ISSUES:
            # What its client no longer lists is an issue, and no row.
            shown, total = self._issues.count, total + self._issues.gone
        self.head.show_filter(chosen, clients, shown=shown, total=total)
        why = emptiness(clients, chosen, shown=shown, total=total)
        if why is not None:
            self.empty.say(why)
            self._turn_to(self.empty)
        else:
            self._turn_to(self.issues if chosen.view is View.ISSUES else self.table)

    def _show_remembered(self, chosen: Filter) -> None:
        library, history = self._remembered.library_model, self._remembered.history_model
        is_library = chosen.view is View.LIBRARY
        if is_library:
            sentence = items(library.movies, library.shows, of=library.total if chosen.text.strip() else None)
        else:
            sentence = events(history.count, all_of_them=history.all_read)
        self.head.show_remembered(chosen, sentence)
        if library.movies + library.shows if is_library else history.count:
            self._turn_to(self.library if is_library else self.history)
            return
        problem, reading = self._remembered.problem, self._remembered.is_reading
        self.empty.say(remembered_emptiness(chosen, problem=problem, is_reading=reading))
        self._turn_to(self.empty)

    def _turn_to(self, page: QWidget) -> None:
        if page is self._on_top:
            return
        focused = cast("QWidget | None", self.window().focusWidget())  # the stub forgets that there may be none
        takes_focus = focused is None or focused is self._on_top or self._on_top.isAncestorOf(focused)
        if page is not self.empty and not self._has_listed:
            # Until there was a list, Qt had given the keyboard to the first button it found.
            self._has_listed = True
            takes_focus = not isinstance(focused, QLineEdit)
        self._on_top = page
        self._stack.setCurrentWidget(page)
        if takes_focus:
            page.setFocus()
