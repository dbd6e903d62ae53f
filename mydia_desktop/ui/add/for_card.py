"""The card that says what a download is for, and lets a person change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.release import ParsedName, Release
from mydia_desktop.ui.add.item import Item, Stage
from mydia_desktop.ui.add.word_chips import WordChips
from mydia_desktop.ui.add.words import not_matched, subject_facts, subject_icon
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.labels import ShortLabel, label
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.theme import Theme

_GLYPH_BOX, _GLYPH = 40, 22


class Kind(StrEnum):
    """What a release may be."""

    MOVIE = "movie"
    EPISODE = "episode"
    SEASON = "season"
    NOTHING = "nothing"


class ForCard(QFrame):
    """Shows one item. What is chosen in it is told, not kept."""

    subject_chosen = Signal(object)
    """SubjectDraft, or None for not matched."""
    change_requested = Signal(object)
    """The MediaType to look for, or None for the one it is: the match dialog is wanted."""

    files_requested = Signal()
    """What is in the release is to be shown."""

    def __init__(self, theme: Theme, units: Callable[[], Units], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("for-card")
        self._units = units
        self._item: Item | None = None
        self.glyph = _Glyph(theme)
        self.title, self.facts = ShortLabel("strong"), ShortLabel("aside")
        self.second = ShortLabel("second", Qt.TextElideMode.ElideMiddle)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Type"))
        for text, kind in (
            (self.tr("Movie"), Kind.MOVIE),
            (self.tr("Episode"), Kind.EPISODE),
            (self.tr("Season pack"), Kind.SEASON),
            (self.tr("Not matched"), Kind.NOTHING),
        ):
            self.kind.addItem(text, kind)
        self.kind.activated.connect(self._choose_kind)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change movie or episode…"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(lambda: self.change_requested.emit(None))
        self.files = QPushButton()
        self.files.setProperty("kind", "link")
        self.files.setObjectName("files")
        self.files.setAutoDefault(False)
        self.files.clicked.connect(self.files_requested)
        self._read = label("second", self.tr("Read from the name:"))
        self.words = WordChips(theme)
        self._lay_out()
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Show what this item is for; without one, what the card is there for."""
        if item is not None and item == self._item:
            return
        self._item = item
        subject = item.subject if item is not None else None
        ready = item is not None and item.release is not None
        self.glyph.set_icon(subject_icon(subject))
        self.title.setText(plain(subject.title) if subject is not None else self._instead_of_title())
        self.facts.setText(subject_facts(subject) if subject is not None else "")
        self.facts.setVisible(subject is not None)
        second = self._second_line(item, subject)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.kind.setCurrentIndex(self.kind.findData(_kind(subject)))
        for control in (self.kind, self.change):
            control.setEnabled(ready and item is not None and item.waits)
            control.setVisible(item is not None)
        self._show_words(_parsed(item).quality)
        self._show_files(item.release if item is not None else None)

    def _instead_of_title(self) -> str:
        if self._item is None:
            return self.tr("Nothing to add yet")
        if self._item.release is not None:
            return not_matched()
        return self.tr("Reading…") if self._item.stage is Stage.READING else self.tr("Nothing to match")

    def _second_line(self, item: Item | None, subject: SubjectDraft | None) -> str:
        if item is None:
            return self.tr("What a download is for is read from its name.")
        if subject is not None and subject.episode_title:
            return plain(subject.episode_title)
        return plain(item.name)

    def _show_words(self, words: tuple[str, ...]) -> None:
        self.words.set_words([plain(word) for word in words])
        self._read.setVisible(bool(words))
        self.words.setVisible(bool(words))

    def _show_files(self, release: Release | None) -> None:
        """How large it is and in how many files, as far as that is known before it is fetched."""
        size = "" if release is None or release.size is None else format_size(release.size, self._units())
        count = len(release.files) if release is not None else 0
        text = self.tr("{size} in %Ln file(s)", "", count)
        self.files.setText(text.format(size=size) if size and count else size)
        self.files.setVisible(bool(size))
        self.files.setEnabled(count > 0)

    def _choose_kind(self, place: int) -> None:
        item = self._item
        if item is None:
            return
        kind = Kind(self.kind.itemData(place))
        if kind is _kind(item.subject):
            return
        chosen = as_kind(kind, item)
        if chosen is None and kind is not Kind.NOTHING:
            self.kind.setCurrentIndex(self.kind.findData(_kind(item.subject)))
            self.change_requested.emit(MediaType.MOVIE if kind is Kind.MOVIE else MediaType.SHOW)
        else:
            self.subject_chosen.emit(chosen)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.title)
        title.addWidget(self.facts)
        title.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addLayout(title)
        names.addWidget(self.second)
        names.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.glyph)
        above.addLayout(names, 1)
        above.addWidget(self.kind)
        above.addWidget(self.change)
        below = QHBoxLayout()
        below.setSpacing(8)
        self._read.setContentsMargins(0, 2, 0, 0)  # on one line with the words in their boxes
        below.addWidget(self._read, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.words, 1)
        below.addWidget(self.files, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(below)


class _Glyph(QWidget):
    """The media glyph in its box."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._name = theme, "file"
        self.setFixedSize(_GLYPH_BOX, _GLYPH_BOX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_icon(self, name: str) -> None:
        """Draw this one."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A box of radius 6 with the icon in its middle."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.line if tokens.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.sidebar)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        at = (_GLYPH_BOX - _GLYPH) // 2
        painter.drawPixmap(at, at, pixmap(self._name, tokens.text2, _GLYPH, self.devicePixelRatioF()))


def as_kind(kind: Kind, item: Item) -> SubjectDraft | None:
    """The item's subject as another kind, with what its name says of the rest; None if too much is missing."""
    parsed = _parsed(item)
    known = item.subject or (item.suggestion.draft if item.suggestion is not None else None)
    if kind is Kind.NOTHING:
        return None
    media_type = MediaType.MOVIE if kind is Kind.MOVIE else MediaType.SHOW
    if known is None:
        known = SubjectDraft(title=parsed.title, year=parsed.year)
    if not known.title:
        return None
    if known.type is not media_type:  # then it is not the item of the library that was found for it
        known = replace(known, item_id=None, type=media_type)
    if kind is Kind.MOVIE:
        return replace(known, season=None, episodes=(), episode_title=None)
    season = known.season if known.season is not None else parsed.season
    if kind is Kind.SEASON:
        return replace(known, season=season, episodes=(), episode_title=None)
    episodes = known.episodes or parsed.episodes
    if season is None or not episodes:
        return None
    title = parsed.episode_title if len(episodes) == 1 else None
    return replace(known, season=season, episodes=episodes, episode_title=known.episode_title or title)


def _kind(subject: SubjectDraft | None) -> Kind:
    if subject is None:
        return Kind.NOTHING
    if subject.type is MediaType.MOVIE:
        return Kind.MOVIE
    return Kind.EPISODE if subject.episodes else Kind.SEASON


def _parsed(item: Item | None) -> ParsedName:
    return item.suggestion.parsed if item is not None and item.suggestion is not None else ParsedName()
