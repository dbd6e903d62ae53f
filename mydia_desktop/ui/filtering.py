"""Which rows the table shows: a view, filters inside it, and words to search for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.media import MediaType
from mydia_desktop.domain.record import Record
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import ClientId, Status, Transfer


class View(StrEnum):
    """The lists of the sidebar."""

    ALL = "all"
    QUEUE = "queue"
    """Not finished."""
    COMPLETED = "completed"
    """Finished, seeding or not."""
    ISSUES = "issues"
    """Stalled, failed, missing, or not live."""
    LIBRARY = "library"
    """Movies and shows, and what there is of downloads for them."""
    HISTORY = "history"
    """What happened to downloads."""


LIVE_VIEWS = frozenset({View.ALL, View.QUEUE, View.COMPLETED, View.ISSUES})
"""They list downloads; the others list what is remembered."""


class Media(StrEnum):
    """What a download is for."""

    MOVIES = "movies"
    EPISODES = "episodes"
    UNMATCHED = "unmatched"
    """Nobody has said."""


ISSUE_STATUSES = frozenset({Status.STALLED, Status.FAILED, Status.MISSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What the user chose: OR inside a group, AND between the groups. An empty group lets everything through."""

    view: View = View.ALL
    statuses: frozenset[Status] = frozenset()
    """Live rows by their status; rows that are not live by their last one."""
    not_live: bool = False
    """*Not live* of the Status group, ORed with ``statuses``."""
    clients: frozenset[ClientId] = frozenset()
    categories: frozenset[str] = frozenset()
    """Categories, or labels."""
    media: frozenset[Media] = frozenset()
    text: str = ""
    """Search words; every one has to be found somewhere in the row."""

    @property
    def words(self) -> tuple[str, ...]:
        """The search words as they are compared, each once."""
        return tuple(dict.fromkeys(fold(self.text).split()))


def find_hits(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded words occur in a text: (first, past the last) of each stretch, in order and apart."""
    folded, origin = "", []
    for place, letter in enumerate(text):
        piece = fold(letter)
        folded += piece
        origin += [place] * len(piece)
    hit = [False] * len(text)
    for word in words:
        start = folded.find(word)
        while word and start >= 0:
            for place in origin[start : start + len(word)]:
                hit[place] = True
            start = folded.find(word, start + 1)
    stretches, place = [], 0
    for is_hit, letters in groupby(hit):
        length = sum(1 for _ in letters)
        if is_hit:
            stretches.append((place, place + length))
        place += length
    return stretches


def media_of(record: Record | None) -> Media:
    """What the download with this record is for."""
    if record is None or record.subject is None:
        return Media.UNMATCHED
    return Media.MOVIES if record.subject.item.type is MediaType.MOVIE else Media.EPISODES


def haystack(transfer: Transfer, record: Record | None, client: str) -> str:
    """Everything a search looks at, folded; no word matches across two of its parts."""
    parts = [transfer.name, transfer.tracker or "", transfer.save_path, transfer.category or "", *transfer.labels]
    if record is not None:
        parts += [record.title, record.indexer or ""]
        if (subject := record.subject) is not None:
            parts += [subject.item.original_title or "", subject_text(subject), str(subject.item.year or "")]
    return fold("\n".join([*parts, client]))


def in_view(view: View, transfer: Transfer, *, live: bool) -> bool:
    """Whether the row belongs to the view."""
    match view:
        case View.ALL | View.LIBRARY | View.HISTORY:
            return True
        case View.QUEUE:
            return not transfer.done
        case View.COMPLETED:
            return transfer.done
        case View.ISSUES:
            return not live or transfer.status in ISSUE_STATUSES


Matcher = Callable[[Transfer, bool, Record | None, str], bool]
"""Whether a row with this transfer, being live or not, with this record and this haystack is shown."""


def matcher(chosen: Filter) -> Matcher | None:
    """The filter as a function of one row, made of the tests it needs only; None if every row is shown."""
    tests: list[Matcher] = []
    if (view := chosen.view) in LIVE_VIEWS - {View.ALL}:
        tests.append(lambda transfer, live, _record, _hay: in_view(view, transfer, live=live))
    if chosen.statuses or chosen.not_live:
        statuses, wants_not_live = chosen.statuses, chosen.not_live
        tests.append(lambda transfer, live, _record, _hay: transfer.status in statuses or (wants_not_live and not live))
    if clients := chosen.clients:
        tests.append(lambda transfer, _live, _record, _hay: transfer.key.client in clients)
    if categories := chosen.categories:
        tests.append(
            lambda transfer, _live, _record, _hay: (
                transfer.category in categories or not categories.isdisjoint(transfer.labels)
            )
        )
    if media := chosen.media:
        tests.append(lambda _transfer, _live, record, _hay: media_of(record) in media)
    words = chosen.words
    if len(words) == 1:
        word = words[0]
        tests.append(lambda _transfer, _live, _record, hay: word in hay)
    elif words:
        tests.append(lambda _transfer, _live, _record, hay: all(word in hay for word in words))
    if not tests:
        return None
    if len(tests) == 1:
        return tests[0]
    return lambda transfer, live, record, hay: all(test(transfer, live, record, hay) for test in tests)
