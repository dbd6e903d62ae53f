"""What a download is for: from a draft to rows of the library, and between a record and its row."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from mydia_desktop.domain.media import (
    Episode,
    EpisodeId,
    MediaId,
    MediaItem,
    MediaType,
    Subject,
    SubjectDraft,
)
from mydia_desktop.domain.title_key import title_key
from mydia_desktop.store import media
from mydia_desktop.store.engine import one_at_a_time
from mydia_desktop.store.tables import DOWNLOAD_EPISODES, EPISODES, Line
from mydia_desktop.store.tables import MEDIA_ITEMS as ITEMS


def find_or_make(connection: Connection, now: float, draft: SubjectDraft) -> Subject:
    """The item and episodes that the draft names; those that are not in the library yet are put there.

    Raises:
        LookupError: it names a known item that is not there any more.
    """
    # Two desktops that add the same new show make one.
    one_at_a_time(connection, "library")
    item = _item(connection, now, draft)
    if item.type is MediaType.MOVIE or draft.season is None:
        return Subject(item=item)
    episodes = tuple(_episode(connection, now, draft, item, draft.season, number) for number in draft.episodes)
    return Subject(item=item, season=draft.season, episodes=episodes)


def _item(connection: Connection, now: float, draft: SubjectDraft) -> MediaItem:
    if draft.item_id is not None:
        known = media.items_by_id(connection, [draft.item_id]).get(draft.item_id)
        if known is None:
            raise LookupError("This movie or show is no longer in the library.")
        return known
    same_year = ITEMS.c.year == draft.year if draft.year is not None else ITEMS.c.year.is_(None)
    query = select(ITEMS.c.id, ITEMS.c.title).where(ITEMS.c.type == draft.type.value, same_year)
    wanted = title_key(draft.title) or draft.title
    for row in connection.execute(query.order_by(ITEMS.c.inserted_at, ITEMS.c.id)):
        if (title_key(row.title) or row.title) == wanted:
            return media.items_by_id(connection, [row.id])[MediaId(row.id)]
    new = MediaItem(id=MediaId(str(uuid.uuid4())), type=draft.type, title=draft.title, year=draft.year)
    return media.save_item(connection, now, new)


def _episode(
    connection: Connection, now: float, draft: SubjectDraft, item: MediaItem, season: int, number: int
) -> Episode:
    query = select(EPISODES.c.id).where(
        EPISODES.c.media_item_id == item.id,
        EPISODES.c.season_number == season,
        EPISODES.c.episode_number == number,
    )
    known = connection.execute(query).scalar_one_or_none()
    if known is not None:
        return media.episodes_by_id(connection, [known])[EpisodeId(known)]
    title = draft.episode_title if len(draft.episodes) == 1 else None
    new = Episode(id=EpisodeId(str(uuid.uuid4())), media_item_id=item.id, season=season, number=number, title=title)
    return media.save_episode(connection, now, new)


def columns_of(subject: Subject | None) -> dict[str, Any]:
    """What of it stands in the record's own row."""
    if subject is None:
        return {"media_item_id": None, "episode_id": None}
    one = subject.episodes[0].id if len(subject.episodes) == 1 else None
    return {"media_item_id": subject.item.id, "episode_id": one}


def metadata_of(subject: Subject | None) -> dict[str, Any]:
    """What of it stands in the row's metadata, as Mydia has it: a whole season. None takes a key out."""
    whole_season = subject is not None and subject.season is not None and not subject.episodes
    return {
        "season_pack": True if whole_season else None,
        "season_number": subject.season if subject is not None and whole_season else None,
    }


def save_episodes(connection: Connection, download: str, subject: Subject | None) -> None:
    """Which episodes a download holds, where they are several."""
    connection.execute(DOWNLOAD_EPISODES.delete().where(DOWNLOAD_EPISODES.c.download_id == download))
    if subject is not None and len(subject.episodes) > 1:
        rows = [{"download_id": download, "episode_id": episode.id} for episode in subject.episodes]
        connection.execute(insert(DOWNLOAD_EPISODES), rows)


class Subjects:
    """What records are for, looked up for many rows at once; items and episodes met before are not read again."""

    def __init__(self) -> None:
        self._items: dict[MediaId, MediaItem] = {}
        self._episodes: dict[EpisodeId, Episode] = {}
        self._several: dict[str, list[EpisodeId]] = {}
        # Records that are for the same share one.
        self._by_episode: dict[EpisodeId, Subject] = {}
        self._by_item: dict[tuple[MediaId, int | None], Subject] = {}

    def read(self, connection: Connection, rows: Sequence[Line]) -> None:
        """Look up what these rows of ``downloads`` name."""
        self._several = {}
        links = DOWNLOAD_EPISODES.c
        shows = [row.id for row in rows if row.media_item_id is not None and row.episode_id is None]
        if shows:
            pairs = connection.execute(select(links.download_id, links.episode_id).where(links.download_id.in_(shows)))
            for download, episode in pairs:
                self._several.setdefault(download, []).append(EpisodeId(episode))
        episodes = {row.episode_id for row in rows} | {one for many in self._several.values() for one in many}
        self._episodes |= media.episodes_by_id(connection, episodes - {None} - self._episodes.keys())
        # A row of Mydia's may name an episode and leave its show to be found by that.
        items = {row.media_item_id for row in rows} | {
            self._episodes[key].media_item_id for key in episodes if key in self._episodes
        }
        self._items |= media.items_by_id(connection, items - {None} - self._items.keys())

    def of(self, key: str, item_id: str | None, episode_id: str | None, metadata: Mapping[str, Any]) -> Subject | None:
        """What this one of the rows is for."""
        if episode_id is not None:
            return self._of_one(EpisodeId(episode_id), item_id)
        item = self._items.get(MediaId(item_id or ""))
        if item is None:
            return None
        if item.type is MediaType.MOVIE:
            return self._whole(item, None)
        found = (self._episodes[one] for one in self._several.get(key, ()) if one in self._episodes)
        if episodes := media.in_order(found):
            seasons = {episode.season for episode in episodes}
            return Subject(item=item, season=seasons.pop() if len(seasons) == 1 else None, episodes=episodes)
        return self._whole(item, _season(metadata))

    def _of_one(self, key: EpisodeId, item_id: str | None) -> Subject | None:
        if (subject := self._by_episode.get(key)) is None:
            episode = self._episodes.get(key)
            item = self._items.get(episode.media_item_id if episode else MediaId(item_id or ""))
            if item is None:
                return None
            subject = Subject(item=item, season=episode.season, episodes=(episode,)) if episode else Subject(item=item)
            self._by_episode[key] = subject
        return subject

    def _whole(self, item: MediaItem, season: int | None) -> Subject:
        if (subject := self._by_item.get((item.id, season))) is None:
            subject = self._by_item[item.id, season] = Subject(item=item, season=season)
        return subject


def _season(metadata: Mapping[str, Any]) -> int | None:
    number = metadata.get("season_number")
    return number if metadata.get("season_pack") in (True, 1, "true") and type(number) is int else None
