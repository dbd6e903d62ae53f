"""A library in memory, and the model over it, for tests of how it is shown."""

from __future__ import annotations

from dataclasses import replace

from mydia_desktop.domain.media import Episode, EpisodeId, LibraryEntry, MediaId
from mydia_desktop.domain.snapshot import Gone
from mydia_desktop.ui.library.model import LibraryColumn, LibraryModel
from mydia_desktop.ui.row import Row, Source
from tests.ui.shell_values import NAS, state, update


class LibraryInMemory:
    """As the workflow of this name, filled by hand."""

    def __init__(self) -> None:
        self.entries: dict[MediaId, LibraryEntry] = {}
        self.is_complete = True
        self._records: dict[MediaId, dict] = {}
        self._watchers = []

    def records_of(self, item):
        return tuple(self._records.get(item, {}).values())

    def watch(self, changed):
        self._watchers.append(changed)

    def put(self, *subjects, tell=True):
        """These are in the library, with all episodes that they name."""
        for subject in subjects:
            known = {each.id: each for each in getattr(self.entries.get(subject.item.id), "episodes", ())}
            known |= {each.id: each for each in subject.episodes}
            episodes = tuple(sorted(known.values(), key=lambda each: (each.season, each.number)))
            self.entries[subject.item.id] = LibraryEntry(item=subject.item, episodes=episodes)
        if tell:
            self.tell(*(subject.item.id for subject in subjects))

    def put_entries(self, *entries):
        """Just these."""
        self.entries.update({entry.item.id: entry for entry in entries})
        self.tell(*(entry.item.id for entry in entries))

    def remember(self, *records):
        """These were downloaded, or are."""
        for record in records:
            self.put(record.subject, tell=False)
            self._records.setdefault(record.subject.item.id, {})[record.id] = record
        self.tell(*(record.subject.item.id for record in records))

    def tell(self, *items):
        for watcher in self._watchers:
            watcher(items)

    async def save_item(self, item):
        self.put_entries(replace(self.entries[item.id], item=item))
        return item

    async def save_episode(self, episode):
        entry = self.entries[episode.media_item_id]
        others = [each for each in entry.episodes if each.id != episode.id]
        self.put_entries(replace(entry, episodes=(*others, episode)))
        return episode


class LibraryRoom:
    """The model, with rows that clients list by the ids of their records."""

    def __init__(self) -> None:
        self.library = LibraryInMemory()
        self.rows: dict = {}
        self.model = LibraryModel(self.library, self.rows.get)

    def list(self, transfer, record, client=None):
        """A client lists this for a record."""
        self.rows[record.id] = Row(transfer, Source(client or state()), record)
        self.library.remember(record)
        self.model.apply(update(transfer, records={transfer: record}))

    def lose(self, *records):
        """Their client answered without these."""
        self.library.remember(*records)
        self.model.apply(replace(update(), gone=(Gone(client=NAS, records=records),)))

    def lines(self, parent=None, *columns):
        """What the lines below another say, in these columns or in the first."""
        above = parent if parent is not None else self.model.index(-1, -1)
        said = []
        for place in range(self.model.rowCount(above)):
            texts = [self.model.index(place, column, above).data() for column in columns or (LibraryColumn.TITLE,)]
            said.append(texts[0] if len(texts) == 1 else tuple(texts))
        return said

    def index(self, *titles):
        """The line of these titles, from the top down."""
        here = self.model.index(-1, -1)
        for title in titles:
            here = self.model.index(self.lines(here).index(title), 0, here)
        return here


def episode(show, season, number, title=None):
    """Of a show that ``subject`` made."""
    return Episode(
        id=EpisodeId(f"{show} {season} {number}"),
        media_item_id=MediaId(show.lower()),
        season=season,
        number=number,
        title=title,
    )
