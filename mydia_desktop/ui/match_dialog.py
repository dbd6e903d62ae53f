"""Says what a download is for: a known movie or show, a new one, or nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mydia_desktop.domain.media import MediaItem, MediaType, SubjectDraft
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.ui.add.look import dialog_sheet
from mydia_desktop.ui.labels import ShortLabel, label
from mydia_desktop.ui.match_list import MatchList, Offer, known
from mydia_desktop.ui.match_words import read_episodes, read_season, read_title, write_episodes
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.field import Note
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.theme import Theme

Search = Callable[[str], Awaitable[Sequence[MediaItem]]]
Spawn = Callable[[Coroutine[Any, Any, None]], object]

TYPED_FOR_MS = 150
_WIDTH, _LIST_HEIGHT = 520, 230
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MatchDialog(QDialog):
    """Searches as you type; for shows it asks for season and episodes as well."""

    chosen = Signal(object)
    """SubjectDraft, or None: for nothing."""

    def __init__(
        self,
        theme: Theme,
        search: Search,
        spawn: Spawn,
        *,
        name: str,
        draft: SubjectDraft,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is the release, or how many there are; ``draft`` what it is for so far, or might be.

        ``several`` are for the same movie or show; season and episodes are then not asked for.

        ``search`` may raise StoreUnavailableError; then only something new can be named.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Change movie or episode"))
        self._theme, self._ask, self._spawn, self._draft = theme, search, spawn, draft
        self._several = several
        self._round = 0
        self._found: tuple[MediaItem, ...] = ()
        self._found_for = ""
        self._typed = False
        self.release = ShortLabel("second", Qt.TextElideMode.ElideMiddle)
        self.release.setText(plain(name))
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search movies and shows"))
        self.search.setPlaceholderText(self.tr("Title, or title and year"))
        self.list = MatchList(theme)
        self.problem = Note()
        self.season, self.episodes = QLineEdit(), QLineEdit()
        self.places = QWidget()
        self.nothing = QPushButton(self.tr("Not matched"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.match = QPushButton(self.tr("Match"))
        self._soon = QTimer(self, singleShot=True, interval=TYPED_FOR_MS)
        self._arrange()
        self._connect()
        self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down in the search choose from the list."""
        pressed = event.type() == QEvent.Type.KeyPress and watched is self.search
        if pressed and isinstance(event, QKeyEvent) and event.key() in _SCROLLING:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """What is still searched for is not wanted any more."""
        self._round += 1
        super().done(result)

    # -- searching ---------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        draft = self._draft
        year = f" ({draft.year})" if draft.year is not None else ""
        self.search.setText(f"{draft.title}{year}" if draft.title else "")
        self.search.selectAll()
        self.season.setText("" if draft.season is None else str(draft.season))
        self.episodes.setText(write_episodes(draft.episodes))
        self._list_offers()
        self._look_for()
        self.search.setFocus()

    def _look_for(self) -> None:
        self._soon.stop()
        self._round += 1
        self._spawn(self._search(read_title(self.search.text()).title, self._round))

    async def _search(self, text: str, this_round: int) -> None:
        problem = ""
        try:
            found = tuple(await self._ask(text))
        except StoreUnavailableError as error:
            found, problem = (), error.message
        if this_round == self._round:  # else something else is wanted, or nothing any more
            self._found, self._found_for = found, text
            self.problem.say(plain(problem), problem=True)
            self._list_offers()

    def _list_offers(self) -> None:
        """What was found, and what could be made of the words; the likeliest is chosen."""
        title, year = read_title(self.search.text())
        # Until the answer for these very words is here, of the last one only what has them.
        fresh = self._found_for == title
        there = [item for item in self._found if fresh or title.casefold() in item.title.casefold()]
        found = [known(item) for item in there if year is None or item.year in (None, year)]
        found = found or [known(item) for item in there]
        made = self._to_make(title, year, found)
        offers = [*found, *made]
        self.list.show_offers(offers, self._likeliest(offers, title, year))
        self._show_places()

    def _to_make(self, title: str, year: int | None, found: Sequence[Offer]) -> list[Offer]:
        if not title:
            return []
        first = self._draft.type
        second = MediaType.SHOW if first is MediaType.MOVIE else MediaType.MOVIE
        there = {(offer.type, offer.title.casefold(), offer.year) for offer in found}
        return [
            Offer(type=kind, title=title, year=year)
            for kind in (first, second)
            if (kind, title.casefold(), year) not in there
        ]

    def _likeliest(self, offers: Sequence[Offer], title: str, year: int | None) -> int:
        """The one it is already, then one of this very title.

        After that, who types looks for what is known, while what was read from a name is rather something new.
        """

        def fit(offer: Offer) -> tuple[bool, ...]:
            return (
                offer.id is not None and offer.id == self._draft.item_id and not self._typed,
                offer.id is not None and offer.title.casefold() == title.casefold(),
                (offer.id is not None) is self._typed,
                offer.type is self._draft.type,
                offer.year == year,
            )

        return max(range(len(offers)), key=lambda place: (fit(offers[place]), -place), default=-1)

    # -- choosing ----------------------------------------------------------------------------------------------

    def _show_places(self) -> None:
        """Season and episodes for shows; what is wrong with them."""
        offer = self.list.offer
        is_show = offer is not None and offer.type is MediaType.SHOW
        self.places.setEnabled(is_show)
        if self._several:
            self._hint.say(self.tr("Season and episodes are read from each name.") if is_show else "")
            self.match.setEnabled(offer is not None)
            return
        problem = self._place_problem() if is_show else ""
        self._hint.say(problem, problem=True)
        self.match.setEnabled(offer is not None and not problem)

    def _place_problem(self) -> str:
        try:
            season = read_season(self.season.text())
        except ValueError:
            return self.tr("A season is a number. Leave it empty for all of the show.")
        try:
            episodes = read_episodes(self.episodes.text())
        except ValueError:
            return self.tr("Write episodes as 5, 5-8 or 5, 7. Leave them empty for the whole season.")
        return self.tr("Which season are these episodes of?") if episodes and season is None else ""

    def _choose(self) -> None:
        offer = self.list.offer
        if offer is None or not self.match.isEnabled():
            return
        self.chosen.emit(self._draft_of(offer))
        self.accept()

    def _draft_of(self, offer: Offer) -> SubjectDraft:
        draft = SubjectDraft(item_id=offer.id, type=offer.type, title=offer.title, year=offer.year)
        if offer.type is MediaType.MOVIE or self._several:
            return draft
        season, episodes = read_season(self.season.text()), read_episodes(self.episodes.text())
        same = (season, episodes) == (self._draft.season, self._draft.episodes)
        return SubjectDraft(
            item_id=offer.id,
            type=offer.type,
            title=offer.title,
            year=offer.year,
            season=season,
            episodes=episodes,
            episode_title=self._draft.episode_title if same else None,
        )

    def _choose_nothing(self) -> None:
        self.chosen.emit(None)
        self.accept()

    # -- its parts ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.season.setPlaceholderText(self.tr("All"))
        self.episodes.setPlaceholderText(self.tr("Whole season"))
        season, episodes = label(text=self.tr("Season")), label(text=self.tr("Episodes"))
        season.setBuddy(self.season)
        episodes.setBuddy(self.episodes)
        self.season.setAccessibleName(self.tr("Season"))
        self.episodes.setAccessibleName(self.tr("Episodes"))
        self.season.setFixedWidth(roomy(72, self.font()))
        self._hint = Note()
        row = QHBoxLayout(self.places)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(season)
        row.addWidget(self.season)
        row.addSpacing(12)
        row.addWidget(episodes)
        row.addWidget(self.episodes, 1)
        self.places.setVisible(not self._several)
        self.list.setMinimumHeight(_LIST_HEIGHT)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(8)
        for widget in (self.release, self.search, self.list, self.problem, self.places, self._hint):
            inner.addWidget(widget, 1 if widget is self.list else 0)
        inner.insertSpacing(2, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self._footer())
        self.setMinimumWidth(roomy(_WIDTH, self.font()))
        self.setStyleSheet(dialog_sheet(self._theme.tokens, self.font()))

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(20, 11, 20, 11)
        row.setSpacing(8)
        self.match.setProperty("kind", "primary")
        self.match.setDefault(True)
        for button in (self.nothing, self.cancel):
            button.setAutoDefault(False)
        row.addWidget(self.nothing)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.match)
        return footer

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textEdited.connect(self._search_typed)
        self._soon.timeout.connect(self._look_for)
        self.list.currentRowChanged.connect(self._show_places)
        self.list.itemDoubleClicked.connect(self._choose)
        for field in (self.season, self.episodes):
            field.textChanged.connect(self._show_places)
        self.nothing.clicked.connect(self._choose_nothing)
        self.cancel.clicked.connect(self.reject)
        self.match.clicked.connect(self._choose)
        self._theme.changed.connect(self._follow_theme)

    def _search_typed(self) -> None:
        self._typed = True
        self._list_offers()
        self._soon.start()

    def _follow_theme(self) -> None:
        self.setStyleSheet(dialog_sheet(self._theme.tokens, self.font()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """As wide as a title needs."""
        return QSize(roomy(_WIDTH, self.font()), super().sizeHint().height())
