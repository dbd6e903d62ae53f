"""Which rows the table shows: a view, filters inside it, and words to search for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

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
    text: str = ""
    """Search words; every one has to be found somewhere in the row."""

    @property
    def words(self) -> tuple[str, ...]:
        """The search words as they are compared, each once."""
        return tuple(dict.fromkeys(fold(self.text).split()))


def fold(text: str) -> str:
    """The text without case and accents: ``Amélie`` and ``AMELIE`` are one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


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


def haystack(transfer: Transfer, client: str) -> str:
    """Everything a search looks at, folded; no word matches across two of its parts."""
    parts = (
        transfer.name,
        transfer.tracker or "",
        transfer.save_path,
        transfer.category or "",
        *transfer.labels,
        client,
    )
    return fold("\n".join(parts))


def in_view(view: View, transfer: Transfer, *, live: bool) -> bool:
    """Whether the row belongs to the view."""
    match view:
        case View.ALL:
            return True
        case View.QUEUE:
            return not transfer.done
        case View.COMPLETED:
            return transfer.done
        case View.ISSUES:
            return not live or transfer.status in ISSUE_STATUSES


Matcher = Callable[[Transfer, bool, str], bool]
"""Whether a row with this transfer, being live or not, and with this haystack is shown."""


def matcher(chosen: Filter) -> Matcher | None:
    """The filter as a function of one row, made of the tests it needs only; None if every row is shown."""
    tests: list[Matcher] = []
    if (view := chosen.view) is not View.ALL:
        tests.append(lambda transfer, live, _: in_view(view, transfer, live=live))
    if chosen.statuses or chosen.not_live:
        statuses, wants_not_live = chosen.statuses, chosen.not_live
        tests.append(lambda transfer, live, _: transfer.status in statuses or (wants_not_live and not live))
    if clients := chosen.clients:
        tests.append(lambda transfer, _live, _: transfer.key.client in clients)
    if categories := chosen.categories:
        tests.append(
            lambda transfer, _live, _: transfer.category in categories or not categories.isdisjoint(transfer.labels)
        )
    words = chosen.words
    if len(words) == 1:
        word = words[0]
        tests.append(lambda _transfer, _live, hay: word in hay)
    elif words:
        tests.append(lambda _transfer, _live, hay: all(word in hay for word in words))
    if not tests:
        return None
    if len(tests) == 1:
        return tests[0]
    return lambda transfer, live, hay: all(test(transfer, live, hay) for test in tests)
