"""Downloads that are still waited for, although their client answered without them: their part of the Issues view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.snapshot import ClientState, Gone
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.filtering import Filter, media_of
from mydia_desktop.ui.issue_groups import GroupId
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.sort_order import natural_key


@dataclass(slots=True, eq=False)
class GoneEntry:
    """One record."""

    record: Record
    client: ClientState


def names_of(record: Record) -> tuple[str, ...]:
    """What it is for, then its release; only the release where nobody said what it is for."""
    release = plain(record.title)
    return (plain(subject_text(record.subject)), release) if record.subject else (release,)


class GoneLines:
    """Which of them are shown, by client. Of a client that is itself in question none is: it is asked about first."""

    def __init__(self) -> None:
        self._gone: tuple[Gone, ...] = ()
        self._entries: dict[RecordId, GoneEntry] = {}

    def take(self, gone: Sequence[Gone]) -> None:
        """These are gone now, and no others."""
        self._gone = tuple(each for each in gone if not each.doubted)

    @property
    def order(self) -> list[GroupId]:
        """All groups there may be, from the top."""
        return [GroupId(gone=each.client) for each in self._gone]

    def members(self, group: GroupId, chosen: Filter, states: Mapping[ClientId, ClientState]) -> list[GoneEntry]:
        """The entries of a group that the filter lets through, by name; the same ones as long as they are gone."""
        client = next((each for each in self._gone if each.client == group.gone), None)
        if client is None or client.client not in states or not _fits(chosen, client.client):
            return []
        state = states[client.client]
        words = chosen.words
        fitting = [
            record
            for record in client.records
            if (not chosen.media or media_of(record) in chosen.media)
            and all(word in _haystack(record, state) for word in words)
        ]
        return [self._entry(record, state) for record in sorted(fitting, key=_by_name)]

    def keep(self, shown: Iterator[GoneEntry]) -> None:
        """Only these are still listed."""
        self._entries = {entry.record.id: entry for entry in shown}

    def _entry(self, record: Record, state: ClientState) -> GoneEntry:
        entry = self._entries.get(record.id) or GoneEntry(record, state)
        entry.record, entry.client = record, state
        return entry


def _fits(chosen: Filter, client: ClientId) -> bool:
    """Nothing that is gone has a status or a category."""
    if chosen.statuses or chosen.not_live or chosen.categories:
        return False
    return not chosen.clients or client in chosen.clients


def _haystack(record: Record, state: ClientState) -> str:
    subject = subject_text(record.subject) if record.subject else ""
    return fold("\n".join((subject, record.title, record.indexer or "", state.name)))


def _by_name(record: Record) -> tuple[str, str]:
    title = record.subject.item.title if record.subject else record.title
    return natural_key(title), natural_key(record.title)
