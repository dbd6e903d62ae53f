"""What a download is called: by the movie or episode that it is for, and by the release it came as."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from mydia_desktop.domain.media import MediaType
from mydia_desktop.domain.record import Record
from mydia_desktop.domain.subject_words import episode_code, subject_text
from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.sort_order import natural_key

DOT = " · "

NameOf: TypeAlias = Callable[[Transfer], str]
"""What a sentence calls a download; plain text."""


def release_name(transfer: Transfer, record: Record | None) -> str:
    """As its client calls it. While that only knows a hash, as it was published."""
    if record is not None and (not transfer.name or transfer.name.lower() in record.names):
        return record.title
    return transfer.name


def title(transfer: Transfer, record: Record | None) -> str:
    """Of the movie or show; the release's name while nobody has said what it is for."""
    if record is None or record.subject is None:
        return release_name(transfer, record)
    return record.subject.item.title


def beside_title(record: Record | None) -> str:
    """What tells it from others of that title: ``1922``, ``S02E07``, ``S01E05 – E08 · 1954``."""  # noqa: RUF002
    if record is None or (subject := record.subject) is None:
        return ""
    year = "" if subject.item.year is None else str(subject.item.year)
    return DOT.join(filter(None, (episode_code(subject), year)))


def full_name(transfer: Transfer, record: Record | None) -> str:
    """In a sentence: ``Nosferatu (1922)``, ``One Step Beyond S02E07``, or the release's name; plain text."""
    if record is None or record.subject is None:
        return plain(release_name(transfer, record))
    return plain(subject_text(record.subject))


def by_release(transfer: Transfer) -> str:
    """As its client calls it, where nothing is known of what it is for."""
    return plain(transfer.name)


def name_key(transfer: Transfer, record: Record | None) -> str:
    """What sorting by name compares: the title, then what lets the episodes of a show stand in order, then the release.

    No title can reach over the zero bytes between the parts.
    """
    release = natural_key(release_name(transfer, record))
    if record is None or (subject := record.subject) is None:
        return release
    item = subject.item
    season = episode = 0
    if item.type is MediaType.SHOW:
        if subject.episodes:
            season, episode = subject.episodes[0].season, subject.episodes[0].number
        elif subject.season is not None:
            season = subject.season
    return f"{natural_key(item.title)}\0{item.year or 0:04}\0{season:05}\0{episode:05}\0{release}"
