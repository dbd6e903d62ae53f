"""What is done with downloads that their client no longer lists, and what is said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.command import Outcome
from mydia_desktop.domain.media import MediaItem, SubjectDraft
from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.ui.gone_menu import GoneMenu
from mydia_desktop.ui.issues_view import IssuesView
from mydia_desktop.ui.left_behind_actions import LeftBehind, LeftBehindActions
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.subject_drafts import draft_of
from mydia_desktop.ui.texts import downloads
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts, Tone
from mydia_desktop.workflows.deliveries import AddResult


class GoneRecords(Protocol):
    """As the workflow of this name."""

    async def send_again(self, ids: Iterable[RecordId]) -> list[AddResult]:
        """Send the same releases to the same clients; one result for each, in their order."""
        ...

    async def forget(self, ids: Iterable[RecordId]) -> None:
        """Nobody waits for these any more. Raises StoreUnavailableError."""
        ...


class Matching(Protocol):
    """As the workflow of this name."""

    async def assign_records(self, ids: Collection[RecordId], subject: SubjectDraft | None) -> int:
        """Say what these are for; how many were changed. Raises StoreUnavailableError."""
        ...

    async def search(self, text: str) -> Sequence[MediaItem]:
        """Known movies and shows."""
        ...


class Keeper(Protocol):
    """All records."""

    @property
    def records(self) -> Mapping[RecordId, Record]:
        """By their ids."""
        ...


class Work(Protocol):
    """Everything that is needed here."""

    @property
    def gone(self) -> GoneRecords:
        """To send again and to forget."""
        ...

    @property
    def left_behind(self) -> LeftBehind:
        """To import what is still on the disk."""
        ...

    @property
    def matching(self) -> Matching:
        """To say what they are for."""
        ...

    @property
    def keeper(self) -> Keeper:
        """To know them."""
        ...


class GoneActions(QObject):
    """Acts on exactly the records that were chosen, and tells of each what did not go well."""

    def __init__(
        self, theme: Theme, issues: IssuesView, work: Work, toasts: Toasts, *, spawn: Spawn, window: QWidget
    ) -> None:
        """The menu and the dialog belong to ``window``."""
        super().__init__(window)
        self._theme, self._issues, self._work = theme, issues, work
        self._toasts, self._spawn, self._window = toasts, spawn, window
        self.menu = GoneMenu(theme, window)
        self._left_behind = LeftBehindActions(
            work.left_behind, lambda: work.keeper.records, toasts, spawn=spawn, window=window
        )
        issues.gone_menu_requested.connect(self._open_menu)
        for asked in (issues.send_again_requested, self.menu.send_again_chosen):
            asked.connect(self.send_again)
        for asked in (issues.forget_requested, self.menu.forget_chosen):
            asked.connect(self.forget)
        self.menu.match_chosen.connect(self.match)
        self.menu.import_chosen.connect(self.import_from)

    def send_again(self, ids: Sequence[RecordId]) -> None:
        """Give these to their clients once more."""
        self._spawn(self._send_again(ids))

    def forget(self, ids: Sequence[RecordId]) -> None:
        """Nobody waits for these any more; the history keeps them."""
        self._spawn(self._forget(ids))

    def import_from(self, ids: Sequence[RecordId]) -> None:
        """This one had finished, and is on the disk."""
        for record_id in ids[:1]:
            self._left_behind.import_from(record_id)

    def match(self, ids: Sequence[RecordId]) -> None:
        """Ask what these are for."""
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.match_dialog import MatchDialog  # noqa: PLC0415 - see above

        records = [record for each in ids if (record := self._work.keeper.records.get(each)) is not None]
        if not records:
            return
        first = records[0]
        several = len(records) > 1
        dialog = MatchDialog(
            self._theme,
            self._work.matching.search,
            self._spawn,
            name=downloads(len(records)) if several else first.title,
            draft=draft_of(first.subject) if first.subject is not None else SubjectDraft(title=first.title),
            several=several,
            parent=self._window,
        )
        dialog.chosen.connect(lambda subject: self._spawn(self._match([each.id for each in records], subject)))
        dialog.open()

    def _open_menu(self, at: QPoint) -> None:
        self.menu.open_for(self._issues.selected_gone(), at, imports=self._left_behind.is_on)

    async def _send_again(self, ids: Sequence[RecordId]) -> None:
        names = {record_id: self._name(record_id) for record_id in ids}
        results = await self._work.gone.send_again(ids)
        told: dict[tuple[Outcome, str], list[str]] = {}
        for record_id, result in zip(ids, results, strict=True):
            if result.message:
                told.setdefault((result.outcome, result.message), []).append(names[record_id])
        for (outcome, message), concerned in told.items():
            what = concerned[0] if len(concerned) == 1 else downloads(len(concerned))
            sentence = self.tr("{what}: {message}").format(what=what, message=plain(message))
            self._toasts.tell(sentence, tone=Tone.NEWS if outcome is Outcome.ACCEPTED else Tone.TROUBLE)

    async def _forget(self, ids: Sequence[RecordId]) -> None:
        what = self._name(ids[0]) if len(ids) == 1 else downloads(len(ids))
        try:
            await self._work.gone.forget(ids)
        except StoreUnavailableError as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)
        else:
            self._toasts.tell(self.tr("{what}: forgotten. The history keeps it.").format(what=what))

    async def _match(self, ids: Sequence[RecordId], subject: SubjectDraft | None) -> None:
        try:
            await self._work.matching.assign_records(ids, subject)
        except StoreUnavailableError as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)

    def _name(self, record_id: RecordId) -> str:
        """What to call it in a sentence."""
        record = self._work.keeper.records.get(record_id)
        if record is None:
            return downloads(1)
        return plain(record.subject.item.title if record.subject else record.title)
