"""Small dialogs that change what the library says of a movie, a show or an episode."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Coroutine
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.domain.media import Episode, MediaItem, MediaType
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.ui.add.look import dialog_sheet
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.field import Field, Note
from mydia_desktop.ui.theme import Theme

Spawn: TypeAlias = Callable[[Coroutine[Any, Any, None]], object]

_WIDTH = 440
YEARS = range(1870, 2200)
_MOST = 99_999
"""A season or an episode with a larger number is a slip of the hand."""


class EditDialog(QDialog):
    """Fields, and Save, which is on while there is something to save. What can't be saved stays, with the reason."""

    def __init__(self, theme: Theme, spawn: Spawn, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._theme, self._spawn = theme, spawn
        self._edits: list[QLineEdit] = []
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.problem = Note()
        self.cancel, self.save = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Save"))
        self.cancel.setAutoDefault(False)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._begin_to_save)
        self._arrange()
        theme.changed.connect(self._take_look)
        self._take_look()

    def add_field(self, caption: str, text: str) -> tuple[QLineEdit, Field]:
        """A line of the form."""
        edit = QLineEdit(text)
        edit.setAccessibleName(caption)
        field, label = Field(edit), QLabel(caption)
        label.setBuddy(edit)
        label.setMinimumHeight(edit.sizeHint().height())  # in the middle of the line edit, with or without its note
        self._form.addRow(label, field)
        self._edits.append(edit)
        edit.textChanged.connect(self._look_again)
        return edit, field

    def begin(self) -> None:
        """All fields are there: the keyboard begins in the first and ends at the buttons."""
        for before, after in pairwise([*self._edits, self.cancel, self.save]):
            self.setTabOrder(before, after)
        self._edits[0].setFocus()
        self._edits[0].selectAll()

    def is_changed(self) -> bool:
        """Whether it says something else than before, and nothing that is wrong. Also shows what is wrong."""
        raise NotImplementedError

    async def write(self) -> None:
        """Save what the fields say.

        Raises:
            StoreUnavailableError: nothing was saved.
        """
        raise NotImplementedError

    def _look_again(self) -> None:
        self.problem.say("")
        self.save.setEnabled(self.is_changed())

    def _begin_to_save(self) -> None:
        self.save.setEnabled(False)
        self._spawn(self._save())

    async def _save(self) -> None:
        try:
            await self.write()
        except StoreUnavailableError as error:
            self.problem.say(plain(error.message), problem=True)
            self.save.setEnabled(True)
        else:
            self.accept()

    def _arrange(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 18, 20, 16)
        inner.setSpacing(12)
        inner.addLayout(self._form)
        inner.addWidget(self.problem)
        footer = QFrame()
        footer.setObjectName("footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(20, 11, 20, 11)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(footer)
        self.setMinimumWidth(_WIDTH)

    def _take_look(self) -> None:
        self.setStyleSheet(dialog_sheet(self._theme.tokens, self.font()))


class ItemDialog(EditDialog):
    """Title, original title and year of a movie or a show."""

    def __init__(
        self,
        theme: Theme,
        spawn: Spawn,
        item: MediaItem,
        save: Callable[[MediaItem], Awaitable[object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spawn, "", parent)
        is_movie = item.type is MediaType.MOVIE
        self.setWindowTitle(self.tr("Edit movie") if is_movie else self.tr("Edit show"))
        self._item, self._write = item, save
        self.title, self._title_field = self.add_field(self.tr("Title"), item.title)
        self.original, _ = self.add_field(self.tr("Original title"), item.original_title or "")
        self.year, self._year_field = self.add_field(self.tr("Year"), str(item.year or ""))
        self.year.setMaxLength(4)
        self.begin()

    def is_changed(self) -> bool:
        """See the class above."""
        title = self.title.text().strip()
        self._title_field.set_problem("" if title else self.tr("Without a title nobody finds it."))
        year = self.year.text().strip()
        wrong = year and not (year.isdecimal() and int(year) in YEARS)
        self._year_field.set_problem(self.tr("Four digits, or empty if nobody knows.") if wrong else "")
        return bool(title) and not wrong and self._edited() != self._item

    async def write(self) -> None:
        """See the class above."""
        await self._write(self._edited())

    def _edited(self) -> MediaItem:
        year = self.year.text().strip()
        return replace(
            self._item,
            title=self.title.text().strip(),
            original_title=self.original.text().strip() or None,
            year=int(year) if year.isdecimal() else None,
        )


class EpisodeDialog(EditDialog):
    """Season, number and title of an episode."""

    def __init__(
        self,
        theme: Theme,
        spawn: Spawn,
        episode: Episode,
        others: Collection[Episode],
        save: Callable[[Episode], Awaitable[object]],
        parent: QWidget | None = None,
    ) -> None:
        """``others`` are those of the same show."""
        super().__init__(theme, spawn, "", parent)
        self.setWindowTitle(self.tr("Edit episode"))
        self._episode, self._write = episode, save
        self._taken = {(other.season, other.number) for other in others if other.id != episode.id}
        self.title, _ = self.add_field(self.tr("Title"), episode.title or "")
        self.season, self._season_field = self.add_field(self.tr("Season"), str(episode.season))
        self.number, self._number_field = self.add_field(self.tr("Episode"), str(episode.number))
        self.begin()

    def is_changed(self) -> bool:
        """See the class above."""
        season, number = _whole(self.season.text()), _whole(self.number.text())
        a_number = self.tr("A whole number. The specials are season 0.")
        self._season_field.set_problem(a_number if season is None else "")
        problem = a_number if number is None else ""
        if (season, number) in self._taken:
            problem = self.tr("The show has another episode of this number.")
        self._number_field.set_problem(problem)
        return season is not None and not problem and self._edited() != self._episode

    async def write(self) -> None:
        """See the class above."""
        await self._write(self._edited())

    def _edited(self) -> Episode:
        return replace(
            self._episode,
            title=self.title.text().strip() or None,
            season=_whole(self.season.text()) or 0,
            number=_whole(self.number.text()) or 0,
        )


def _whole(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) < 6 and int(digits) <= _MOST else None
