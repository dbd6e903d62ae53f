"""Asks what downloads in the list are for, and ties them to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.media import MediaItem, MediaType, SubjectDraft
from mydia_desktop.domain.record import Record, StoreUnavailableError
from mydia_desktop.domain.subject_words import draft_text
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.notice_toasts import names
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.subject_drafts import draft_of, first_draft, with_places
from mydia_desktop.ui.texts import downloads
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts, Tone

if TYPE_CHECKING:
    from mydia_desktop.workflows.suggestion import Suggestion

Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Live(Protocol):
    """What is remembered of rows."""

    def record_of(self, key: TransferKey) -> Record | None:
        """None if nothing is."""
        ...


class Matching(Protocol):
    """As the workflow of this name."""

    async def assign(self, keys: Collection[TransferKey], subject: SubjectDraft | None) -> int:
        """Tie these rows, or with None untie them; how many were changed.

        Raises:
            StoreUnavailableError: the rest stays as it was.
        """
        ...

    async def assign_each(self, drafts: Mapping[TransferKey, SubjectDraft]) -> int:
        """Tie each of these rows to something else.

        Raises:
            StoreUnavailableError: the rest stays as it was.
        """
        ...

    def obstacle(self, key: TransferKey) -> str:
        """Why this row can't be tied to anything now; empty if it can."""
        ...

    async def search(self, text: str) -> Sequence[MediaItem]:
        """Known movies and shows."""
        ...

    async def suggest(self, names: Sequence[str]) -> Sequence[Suggestion]:
        """What downloads of these names are probably for."""
        ...


class Work(Protocol):
    """Both together."""

    @property
    def live(self) -> Live:
        """The rows."""
        ...

    @property
    def matching(self) -> Matching:
        """To tie them."""
        ...


class RowMatcher(QObject):
    """One question at a time, about exactly the rows that were chosen when it was asked."""

    changed = Signal(str)
    """A sentence about what was tied; it can be undone."""

    def __init__(
        self, theme: Theme, work: Work, toasts: Toasts, name_of: NameOf, *, spawn: Spawn, window: QWidget
    ) -> None:
        """``name_of`` says what sentences call a download; the dialog belongs to ``window``."""
        super().__init__(window)
        self._theme, self._work, self._toasts, self._name_of = theme, work, toasts, name_of
        self._spawn, self._window = spawn, window
        self._asking = False

    def ask(self, rows: Sequence[Transfer]) -> None:
        """Open the dialog for these rows; those that can't be tied to anything now are left out."""
        obstacles = {row.key: self._work.matching.obstacle(row.key) for row in rows}
        able = [row for row in rows if not obstacles[row.key]]
        if not able:
            self._toasts.tell(plain(next(iter(obstacles.values()))), tone=Tone.TROUBLE)
        elif not self._asking:
            self._asking = True
            self._spawn(self._ask(able))

    async def _ask(self, rows: Sequence[Transfer]) -> None:
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.match_dialog import MatchDialog  # noqa: PLC0415 - see above

        suggestions = await self._work.matching.suggest([row.name for row in rows])
        record = self._work.live.record_of(rows[0].key)
        known = draft_of(record.subject) if record is not None and record.subject is not None else None
        draft = known or first_draft(suggestions[0])
        several = len(rows) > 1
        dialog = MatchDialog(
            self._theme,
            self._work.matching.search,
            self._spawn,
            name=downloads(len(rows)) if several else rows[0].name,
            draft=draft,
            several=several,
            parent=self._window,
        )
        dialog.chosen.connect(lambda subject: self._spawn(self._tie(rows, suggestions, subject)))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._asking = False

    async def _tie(
        self, rows: Sequence[Transfer], suggestions: Sequence[Suggestion], subject: SubjectDraft | None
    ) -> None:
        keys = [row.key for row in rows]
        matching = self._work.matching
        said = self._said(rows, subject)  # by the names they have now
        try:
            if subject is not None and subject.type is MediaType.SHOW and len(rows) > 1:
                pairs = zip(keys, suggestions, strict=True)
                count = await matching.assign_each({key: with_places(subject, found) for key, found in pairs})
            else:
                count = await matching.assign(keys, subject)
        except StoreUnavailableError as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)
            return
        if count:
            self.changed.emit(said)

    def _said(self, rows: Sequence[Transfer], subject: SubjectDraft | None) -> str:
        what = names(rows, self._name_of)
        if subject is None:
            return self.tr("{what}: not matched any more.").format(what=what)
        return self.tr("{what}: now {subject}.").format(what=what, subject=plain(draft_text(subject)))
