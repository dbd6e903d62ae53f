"""Says what downloads are for: ties them to a movie or to episodes, and unties them."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mydia_desktop.domain.media import MediaItem, Subject, SubjectDraft
from mydia_desktop.domain.record import (
    CloseReason,
    EventKind,
    NewEvent,
    NewRecord,
    Record,
    RecordChange,
    RecordId,
    StoreUnavailableError,
)
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.workflows import event_detail, targets
from mydia_desktop.workflows.record_keeper import RecordKeeper
from mydia_desktop.workflows.release_name import parse_names
from mydia_desktop.workflows.suggestion import Suggester, Suggestion

NOBODY_WAITS = frozenset({CloseReason.COMPLETED, CloseReason.CANCELLED, CloseReason.DELETED, CloseReason.FORGOTTEN})
"""A record closed so is over; if its download is there nevertheless, tying it to something adopts it anew."""


class Live(targets.Live, Protocol):
    """The rows, and what is remembered of them."""

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row; None if nothing is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """One record that was changed, as it was before."""

    now: Record
    before: Record | None
    """None for a record that was made."""


class Matching:
    """Ties downloads to what they are for. The last change can be undone."""

    def __init__(self, keeper: RecordKeeper, live: Live, suggester: Suggester) -> None:
        self._keeper, self._live, self._suggester = keeper, live, suggester
        self._undoable: tuple[_Done, ...] = ()

    async def assign(self, keys: Collection[TransferKey], subject: SubjectDraft | None) -> int:
        """Say what these rows are for; None unties them. A row without a record gets one: it is adopted.

        Returns:
            How many were changed. Rows with an ``obstacle`` are left as they are.

        Raises:
            StoreUnavailableError: the rest stays as it was; what was done before can be undone.
        """
        self._keeper.check_ready()
        return await self._changed(self._assign_rows(tuple(keys), subject))

    async def assign_each(self, drafts: Mapping[TransferKey, SubjectDraft]) -> int:
        """The same for rows of which each is for something else; undone together.

        Raises:
            StoreUnavailableError: as ``assign``.
        """
        self._keeper.check_ready()
        return await self._changed(self._assign_each(drafts))

    async def assign_records(self, ids: Collection[RecordId], subject: SubjectDraft | None) -> int:
        """The same for records, whether or not a client lists them.

        Raises:
            StoreUnavailableError: as ``assign``.
        """
        self._keeper.check_ready()
        return await self._changed(self._assign_records(tuple(ids), subject))

    def obstacle(self, key: TransferKey) -> str:
        """Why this row can't be tied to anything now, in a sentence; empty if it can."""
        try:
            self._keeper.check_ready()
        except StoreUnavailableError as error:
            return error.message
        state = self._live.clients.get(key.client)
        if state is None or key not in self._live.transfers:
            return translate("Actions", "This is no longer listed by any client.")
        if state.uuid is None:
            return translate("Actions", "It is not known yet which client of the database {name} is.").format(
                name=state.name
            )
        return ""

    async def adopt(self, key: TransferKey, suggestion: Suggestion) -> Record | None:
        """Adopt a row by itself and not by a person; None if it has a record, or anything else is in the way.

        Raises:
            StoreUnavailableError: nothing was written.
        """
        if suggestion.draft is None or self.obstacle(key) or self._live.record_of(key) is not None:
            return None
        subject = await self._keeper.store.subject(suggestion.draft)
        done = await self._adopt(key, subject, quality=suggestion.parsed.quality, automatic=True)
        if done is None:
            return None
        self._keeper.took(done.now)
        return done.now

    async def unadopt(self, adopted: Iterable[Record]) -> int:
        """Take automatic adoptions back, except what was tied to something else since; how many were.

        Their records stay, closed, so that it does not happen again.

        Raises:
            StoreUnavailableError: the rest stays adopted.
        """
        count = 0
        for then in adopted:
            record = self._keeper.records.get(then.id)
            if record is not None and record.is_open and _same(record.subject, then.subject):
                count += await self._unadopt(record, None)
        return count

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undoable)

    async def undo(self) -> int:
        """Take the last change back, except where somebody has changed it since; how many were.

        Raises:
            StoreUnavailableError: what is not taken back yet still can be.
        """
        count = 0
        while self._undoable:
            done = self._undoable[-1]
            count += await self._take_back(done)
            self._undoable = self._undoable[:-1]
        return count

    def forget(self) -> None:
        """The last change is not undone any more."""
        self._undoable = ()

    async def search(self, text: str) -> list[MediaItem]:
        """Known movies and shows with all these words in their titles; without words, all by title.

        Raises:
            StoreUnavailableError: they can't be read now.
        """
        try:
            return await self._keeper.store.search_media(text)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise

    async def suggest(self, names: Sequence[str]) -> list[Suggestion]:
        """What downloads of these names are probably for."""
        return await self._suggester.suggest(names)

    def judge(self, parsed: ParsedName) -> Suggestion:
        """What a download is probably for whose name was read already."""
        return self._suggester.judge(parsed)

    async def _changed(self, work: AsyncIterator[_Done]) -> int:
        """Do it and remember what was done, so far as it was."""
        done: list[_Done] = []
        try:
            async for one in work:
                self._keeper.took(one.now)
                done.append(one)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise
        finally:
            if done:
                self._undoable = tuple(done)
        return len(done)

    async def _assign_rows(self, keys: Sequence[TransferKey], draft: SubjectDraft | None) -> AsyncIterator[_Done]:
        possible = [key for key in keys if self._live.record_of(key) is not None or not self.obstacle(key)]
        subject = await self._subject(draft) if possible else None
        qualities = await self._qualities(possible) if subject is not None else {}
        for key in possible:
            record = self._live.record_of(key)
            if record is not None and (subject is None or record.close_reason not in NOBODY_WAITS):
                done = await self._match(record, subject)
            elif subject is not None:
                done = await self._adopt(key, subject, quality=qualities.get(key, ()))
            else:
                continue
            if done is not None:
                yield done

    async def _assign_each(self, drafts: Mapping[TransferKey, SubjectDraft]) -> AsyncIterator[_Done]:
        for draft in dict.fromkeys(drafts.values()):
            async for done in self._assign_rows([key for key, each in drafts.items() if each == draft], draft):
                yield done

    async def _qualities(self, keys: Iterable[TransferKey]) -> Mapping[TransferKey, tuple[str, ...]]:
        """What the names of rows say of their quality."""
        names = {key: row.name for key in keys if (row := self._live.transfers.get(key)) is not None}
        parsed = await parse_names(names.values())
        return {key: each.quality for key, each in zip(names, parsed, strict=True)}

    async def _assign_records(self, ids: Sequence[RecordId], draft: SubjectDraft | None) -> AsyncIterator[_Done]:
        subject = await self._subject(draft)
        for each in ids:
            record = self._keeper.records.get(each)
            done = await self._match(record, subject) if record is not None else None
            if done is not None:
                yield done

    async def _subject(self, draft: SubjectDraft | None) -> Subject | None:
        return None if draft is None else await self._keeper.store.subject(draft)

    async def _match(self, record: Record, subject: Subject | None) -> _Done | None:
        """Change what a record is for; None if it is that already."""
        if _same(record.subject, subject):
            return None
        detail = event_detail.of_record(record) | {"what": _words(subject), "before": _words(record.subject)}
        event = NewEvent(kind=EventKind.MATCHED, record_id=record.id, attempt=record.attempt, detail=detail)
        now = await self._keeper.store.change(record.id, {"subject": subject}, event)
        return None if now is None else _Done(now=now, before=record)

    async def _adopt(
        self, key: TransferKey, subject: Subject, *, quality: tuple[str, ...], automatic: bool = False
    ) -> _Done | None:
        """Remember a row from now on; None if it, or what its client is, is no longer known."""
        row, state = self._live.transfers.get(key), self._live.clients.get(key.client)
        if row is None or state is None or state.uuid is None:
            return None
        new = NewRecord(
            title=row.name,
            subject=subject,
            client_uuid=state.uuid,
            client_name=state.name,
            native_id=row.native_id,
            v1=row.v1,
            v2=row.v2,
            last_save_path=row.save_path or None,
            last_name=row.name,
            # What is finished already is nobody's news, and nothing is imported because of it.
            completed_at=(row.completed_at or int(time.time())) if row.done else None,
            size=row.size or None,
            quality=quality,
        )
        detail = event_detail.of_adoption(new, automatic=automatic)
        before, store = self._live.record_of(key), self._keeper.store
        # A person's word counts whatever there is; by itself only one of several desktops may do it, and only once.
        begin = store.begin_unknown if automatic else store.begin
        now = await begin(new, EventKind.ADOPTED, detail)
        return None if now is None else _Done(now=now, before=before)

    async def _take_back(self, done: _Done) -> bool:
        """Make one record as it was; False if somebody has changed it since."""
        record = self._keeper.records.get(done.now.id)
        if record is None or not _same(record.subject, done.now.subject) or record.closed_at != done.now.closed_at:
            return False
        if done.before is None or done.before.attempt != done.now.attempt:
            return await self._unadopt(record, done.before)
        back = await self._match(record, done.before.subject)
        if back is not None:
            self._keeper.took(back.now)
        return back is not None

    async def _unadopt(self, record: Record, before: Record | None) -> bool:
        """Close it as it was before, or as forgotten; it stays known, so that it is not adopted again by itself."""
        changes: RecordChange = {
            "subject": before.subject if before else None,
            "completed_at": before.completed_at if before else record.completed_at,
            "closed_at": before.closed_at if before else int(time.time()),
            "close_reason": before.close_reason if before else CloseReason.FORGOTTEN,
        }
        event = NewEvent(
            kind=EventKind.FORGOTTEN,
            record_id=record.id,
            attempt=record.attempt,
            detail=event_detail.of_record(record) | {"message": "Undone."},
        )
        closed = await self._keeper.store.change(record.id, changes, event, only_open=True)
        if closed is not None:
            self._keeper.took(closed)
        return closed is not None


def _same(one: Subject | None, other: Subject | None) -> bool:
    """Whether they mean the same, however it is called meanwhile."""
    return _meaning(one) == _meaning(other)


def _meaning(subject: Subject | None) -> tuple[object, ...] | None:
    if subject is None:
        return None
    return subject.item.id, subject.season, tuple(episode.id for episode in subject.episodes)


def _words(subject: Subject | None) -> str | None:
    return subject_text(subject) if subject else None
