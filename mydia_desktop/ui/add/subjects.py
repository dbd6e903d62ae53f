"""What the items are for, and what of that is there already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.add.basket import Basket
from mydia_desktop.ui.add.expected import within
from mydia_desktop.ui.add.item import Item, Stage
from mydia_desktop.ui.add.reader import Spawn
from mydia_desktop.ui.add.work import AddWork
from mydia_desktop.ui.match_dialog import MatchDialog
from mydia_desktop.ui.subject_drafts import first_draft, with_places
from mydia_desktop.ui.texts import downloads
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.duplicates import Duplicate, DuplicateKind
from mydia_desktop.workflows.suggestion import Suggestion


class Subjects(QObject):
    """Keeps subject and duplicates of every item in the basket."""

    def __init__(
        self,
        theme: Theme,
        basket: Basket,
        work: AddWork,
        spawn: Spawn,
        *,
        client: Callable[[], ClientId | None],
        dialog: QWidget,
    ) -> None:
        """``client`` is the one that is chosen now; the match dialog belongs to ``dialog``."""
        super().__init__(dialog)
        self._theme, self._basket, self._work, self._spawn = theme, basket, work, spawn
        self._client, self._dialog = client, dialog
        self.expected: SubjectDraft | None = None
        """What everything that is read now is for, whatever its name suggests; None leaves it to the name."""

    def take(self, number: int, release: Release, suggestion: Suggestion) -> None:
        """An item was read."""
        if any(item.release is not None and item.release.id == release.id for item in self._basket):
            self._basket.change(number, stage=Stage.UNREADABLE, message=self.tr("This is in the list already."))
            return
        subject = suggestion.draft if self.expected is None else within(self.expected, suggestion.parsed)
        self._basket.change(
            number,
            stage=Stage.READY,
            release=release,
            suggestion=suggestion,
            subject=subject,
            duplicates=self._duplicates(release, subject, self._client()),
        )

    def choose(self, item: Item, subject: SubjectDraft | None) -> None:
        """A person says what it is for; None for nothing."""
        if item.release is not None:
            duplicates = self._duplicates(item.release, subject, self._client())
            self._basket.change(item.number, subject=subject, duplicates=duplicates)

    def compare_all(self) -> None:
        """Another client is chosen: other things are nearest to it."""
        for item in self._basket:
            if item.waits:
                self.choose(item, item.subject)

    def look_again(self, current: Item | None) -> None:
        """The clients have said something new; only the current item shows more than a mark."""
        for item in self._basket:
            if item.stage is Stage.UNKNOWN and self._has_arrived(item):
                self._basket.change(item.number, stage=Stage.ADDED, message="")
        if current is not None and current.waits:
            self.choose(current, current.subject)

    def open_match(self, items: Sequence[Item], kind: MediaType | None) -> None:
        """Ask what these are for, the first of them as an example; ``kind`` is what it is said to be."""
        suggestion = items[0].suggestion
        if suggestion is None:
            return  # it is not read yet
        draft = items[0].subject or first_draft(suggestion)
        if kind is not None and draft.type is not kind:
            draft = replace(draft, item_id=None, type=kind)
        several = len(items) > 1
        dialog = MatchDialog(
            self._theme,
            self._work.matching.search,
            self._spawn,
            name=downloads(len(items)) if several else items[0].name,
            draft=draft,
            several=several,
            parent=self._dialog,
        )
        numbers = [item.number for item in items]
        dialog.chosen.connect(lambda subject: self._matched(numbers, subject))
        dialog.open()

    def _matched(self, numbers: Sequence[int], subject: SubjectDraft | None) -> None:
        for number in numbers:
            item = self._basket.find(number)
            if item is None or not item.waits:
                continue
            if len(numbers) > 1 and subject is not None and item.suggestion is not None:
                self.choose(item, with_places(subject, item.suggestion))
            else:
                self.choose(item, subject)

    def _duplicates(
        self, release: Release, subject: SubjectDraft | None, client: ClientId | None
    ) -> tuple[Duplicate, ...]:
        return tuple(self._work.additions.duplicates(release, subject, client))

    def _has_arrived(self, item: Item) -> bool:
        """Whether the client that gave no answer lists it after all."""
        if item.release is None:
            return False
        return any(
            there.why is DuplicateKind.SAME_IN_CLIENT and there.key is not None and there.key.client == item.client
            for there in self._duplicates(item.release, item.subject, item.client)
        )
