"""What a download is for, as people write it. The same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mydia_desktop.domain.media import MediaType, Subject, SubjectDraft


def subject_text(subject: Subject) -> str:
    """``Nosferatu (1922)``, ``One Step Beyond S02E07``, ``Dragnet S02`` for a whole season."""
    item = subject.item
    if item.type is MediaType.MOVIE:
        return item.title if item.year is None else f"{item.title} ({item.year})"
    return " ".join(filter(None, (item.title, episode_code(subject))))


def episode_code(subject: Subject) -> str:
    """``S02E07``, a run with a dash, ``S01E05, E08``, or ``S02`` for a season; nothing for a movie or a whole show."""
    if not subject.episodes:
        return "" if subject.season is None else f"S{subject.season:02}"
    by_season = groupby(subject.episodes, key=lambda episode: episode.season)
    return ", ".join(_code(season, [episode.number for episode in episodes]) for season, episodes in by_season)


def draft_text(draft: SubjectDraft) -> str:
    """As ``subject_text``, of what a person, or a name, says."""
    if draft.type is MediaType.MOVIE:
        return draft.title if draft.year is None else f"{draft.title} ({draft.year})"
    return " ".join(filter(None, (draft.title, draft_code(draft))))


def draft_code(draft: SubjectDraft) -> str:
    """The same for a draft."""
    return "" if draft.season is None else _code(draft.season, draft.episodes)


def _code(season: int, numbers: Sequence[int]) -> str:
    return f"S{season:02}{_numbers(numbers)}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(
        f"E{first:02}" if first == last else f"E{first:02} – E{last:02}"  # noqa: RUF001 - a dash as it is printed
        for first, last in _runs(numbers)
    )


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs as (first, last)."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield members[0], members[-1]
