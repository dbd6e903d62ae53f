"""What the dialog says of an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.subject_words import draft_code, episode_code
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.add.item import Item, Stage
from mydia_desktop.ui.formatting import Units, format_moment, format_size
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.workflows.duplicates import Duplicate, DuplicateKind

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def subject_icon(subject: SubjectDraft | None) -> str:
    """A film, a television, or a file that is for neither."""
    if subject is None:
        return "file"
    return "film" if subject.type is MediaType.MOVIE else "tv"


def subject_facts(subject: SubjectDraft) -> str:
    """What stands beside the title: ``1922``, ``1954 · S01E09``."""
    return " · ".join(filter(None, (str(subject.year or ""), draft_code(subject))))


def subject_line(subject: SubjectDraft | None) -> str:
    """Title and facts on one line."""
    if subject is None:
        return not_matched()
    return " ".join(filter(None, (plain(subject.title), subject_facts(subject))))


def not_matched() -> str:
    """In the place of a title."""
    return translate("Add", "Not matched to a movie or episode")


def stage_word(item: Item) -> str:
    """How far it is, in a word or two."""
    return _stage_words()[item.stage]


def spoken(item: Item) -> str:
    """A line of the list for a screen reader."""
    parts = (
        plain(item.name),
        subject_line(item.subject) if item.release else "",
        stage_word(item),
        plain(item.message),
    )
    return ", ".join(filter(None, parts))


def count_sentence(items: Sequence[Item], ready: int) -> str:
    """How many are ready, and what keeps the others: for the foot of the dialog."""
    stages = Counter(item.stage for item in items)
    left = sum(item.waits for item in items) - ready
    parts = [translate("Add", "{downloads} ready").format(downloads=downloads(ready)) if ready else ""]
    for count, text in (
        (stages[Stage.READING], translate("Add", "{count} being read")),
        (stages[Stage.ADDED], translate("Add", "{count} added")),
        (stages[Stage.UNREADABLE] + left, translate("Add", "{count} can’t be added")),  # noqa: RUF001 - as it is printed
        (stages[Stage.UNKNOWN], translate("Add", "{count} without an answer")),
    ):
        parts.append(text.format(count=number(count)) if count else "")
    return ", ".join(filter(None, parts))


def space_sentence(client: ClientState | None, needed: int, units: Units) -> str:
    """A warning where there is less room than is needed; empty if there is enough, or nobody knows."""
    free = client.facts.free_space if client is not None and client.facts is not None else None
    if client is None or free is None or needed <= free:
        return ""
    text = translate("Add", "{client} has {free} left; this needs {needed}.")
    return text.format(client=plain(client.name), free=format_size(free, units), needed=format_size(needed, units))


def duplicate_sentence(
    duplicate: Duplicate, subject: SubjectDraft | None, target: ClientId | None, *, now: float
) -> str:
    """What is there already, and what adding it to the client ``target`` comes to."""
    client = plain(duplicate.client_name)
    if duplicate.transfer is None:
        return _recorded(duplicate, subject, client, now)
    state = _state_words().get(duplicate.transfer.status)
    if state is None:
        there = translate("Add", "{what} is already in {client}.")
    else:
        there = translate("Add", "{what} is already in {client} and {state}.")
    if duplicate.why is DuplicateKind.SAME_SUBJECT:
        what = _what(duplicate, subject)
        outcome = translate("Add", "This adds a separate download.")
    else:
        what = translate("Add", "This release")
        outcome = translate("Add", "This adds a second copy.")
        if duplicate.transfer.key.client == target:
            outcome = translate("Add", "Adding it again changes nothing there.")
    return f"{there.format(what=what, client=client, state=state)} {outcome}"


def _recorded(duplicate: Duplicate, subject: SubjectDraft | None, client: str, now: float) -> str:
    record = duplicate.record
    what = translate("Add", "This release")
    if duplicate.why is DuplicateKind.SAME_SUBJECT:
        what = _what(duplicate, subject)
    if record is not None and record.completed_at is not None:
        text = translate("Add", "{what} was downloaded with {client} before ({when}).")
        return text.format(what=what, client=client, when=format_moment(record.completed_at, now))
    if record is not None and record.inserted_at:
        text = translate("Add", "{what} was added to {client} before ({when}).")
        return text.format(what=what, client=client, when=format_moment(record.inserted_at, now))
    return translate("Add", "{what} was added to {client} before.").format(what=what, client=client)


def _what(duplicate: Duplicate, subject: SubjectDraft | None) -> str:
    """That of the subject which is there already."""
    if subject is None or subject.type is MediaType.MOVIE:
        return translate("Add", "This movie")
    known = duplicate.record.subject if duplicate.record is not None else None
    code = episode_code(known) if known is not None else draft_code(subject)
    return translate("Add", "{code} of this series").format(code=code) if code else translate("Add", "This series")


@cache
def _stage_words() -> Mapping[Stage, str]:
    return {
        Stage.READING: translate("Add", "Reading…"),
        Stage.READY: translate("Add", "Ready"),
        Stage.UNREADABLE: translate("Add", "Can’t be added"),  # noqa: RUF001 - an apostrophe as it is printed
        Stage.ADDING: translate("Add", "Adding…"),
        Stage.ADDED: translate("Add", "Added"),
        Stage.FAILED: translate("Add", "Not added"),
        Stage.UNKNOWN: translate("Add", "No answer yet"),
    }


@cache
def _state_words() -> Mapping[Status, str]:
    """Goes on ``This is already in NAS and``."""
    return {
        Status.DOWNLOADING: translate("Add", "downloading"),
        Status.STALLED: translate("Add", "stalled"),
        Status.CHECKING: translate("Add", "being checked"),
        Status.MOVING: translate("Add", "being moved"),
        Status.QUEUED: translate("Add", "queued"),
        Status.PAUSED: translate("Add", "paused"),
        Status.FAILED: translate("Add", "has failed"),
        Status.SEEDING: translate("Add", "seeding"),
        Status.COMPLETED: translate("Add", "complete"),
    }
