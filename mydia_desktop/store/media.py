"""Movies, shows and their episodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, or_, select, update

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.media import (
    AlreadyThereError,
    Episode,
    EpisodeId,
    LibraryEntry,
    MediaId,
    MediaItem,
    MediaType,
)
from mydia_desktop.domain.sentence import translate
from mydia_desktop.store.tables import DOWNLOADS, EPISODES, Line
from mydia_desktop.store.tables import MEDIA_ITEMS as ITEMS

_ITEM = (
    ITEMS.c.id,
    ITEMS.c.type,
    ITEMS.c.title,
    ITEMS.c.year,
    ITEMS.c.original_title,
    ITEMS.c.tmdb_id,
    ITEMS.c.imdb_id,
    ITEMS.c.monitored,
)
_EPISODE = (
    EPISODES.c.id,
    EPISODES.c.media_item_id,
    EPISODES.c.season_number,
    EPISODES.c.episode_number,
    EPISODES.c.title,
    EPISODES.c.air_date,
    EPISODES.c.monitored,
)


def items_by_id(connection: Connection, ids: Collection[str]) -> dict[MediaId, MediaItem]:
    """Those of these items that there are."""
    rows = connection.execute(select(*_ITEM).where(ITEMS.c.id.in_(ids))) if ids else ()
    return {item.id: item for item in map(_item, rows)}


def episodes_by_id(connection: Connection, ids: Collection[str]) -> dict[EpisodeId, Episode]:
    """Those of these episodes that there are."""
    rows = connection.execute(select(*_EPISODE).where(EPISODES.c.id.in_(ids))) if ids else ()
    return {episode.id: episode for episode in map(_episode, rows)}


def episodes_of(connection: Connection, items: Collection[MediaId]) -> Mapping[MediaId, list[Episode]]:
    """All episodes of these shows, each in order."""
    found: dict[MediaId, list[Episode]] = defaultdict(list)
    query = select(*_EPISODE).where(EPISODES.c.media_item_id.in_(items))
    for row in connection.execute(query.order_by(EPISODES.c.season_number, EPISODES.c.episode_number)):
        episode = _episode(row)
        found[episode.media_item_id].append(episode)
    return found


def entries(connection: Connection, *, after: str, limit: int, changed_since: float | None) -> list[LibraryEntry]:
    """The next items by id, with their episodes; only those that changed since, or of which an episode did."""
    query = select(*_ITEM).where(ITEMS.c.id > after).order_by(ITEMS.c.id).limit(limit)
    if changed_since is not None:
        changed = select(EPISODES.c.media_item_id).where(EPISODES.c.updated_at >= changed_since)
        query = query.where(or_(ITEMS.c.updated_at >= changed_since, ITEMS.c.id.in_(changed)))
    items = [_item(row) for row in connection.execute(query)]
    episodes = episodes_of(connection, [item.id for item in items if item.type is MediaType.SHOW])
    return [LibraryEntry(item=item, episodes=tuple(episodes.get(item.id, ()))) for item in items]


def search(connection: Connection, text: str, *, limit: int) -> list[MediaItem]:
    """Items of whose title, original title and year these words are parts, by title."""
    words = fold(text).split()
    matching = []
    for row in connection.execute(select(*_ITEM)):
        title = fold(row.title)
        haystack = f"{title}\n{fold(row.original_title or '')}\n{row.year or ''}"
        if all(word in haystack for word in words):
            matching.append((title, row.year or 0, row.id, row))
    matching.sort(key=lambda match: match[:3])
    return [_item(row) for *_, row in matching[:limit]]


def save_item(connection: Connection, now: float, item: MediaItem) -> MediaItem:
    """Insert it, or change the one of this id.

    Raises:
        AlreadyThereError: another item has its TMDB number.
    """
    if item.tmdb_id is not None:
        twin = select(ITEMS.c.title).where(ITEMS.c.tmdb_id == item.tmdb_id, ITEMS.c.id != item.id)
        if (title := connection.execute(twin).scalar_one_or_none()) is not None:
            raise AlreadyThereError(
                translate("Database", "TMDB number {tmdb_id} is already that of {title}. Correct one of them.").format(
                    tmdb_id=item.tmdb_id, title=title
                )
            )
    values = {
        "type": item.type.value,
        "title": item.title,
        "year": item.year,
        "original_title": item.original_title,
        "tmdb_id": item.tmdb_id,
        "imdb_id": item.imdb_id,
        "monitored": int(item.monitored),
    }
    _save(connection, now, ITEMS, item.id, values)
    # Its records carry it: other desktops look for changed records.
    connection.execute(update(DOWNLOADS).where(DOWNLOADS.c.media_item_id == item.id).values(updated_at=now))
    return item


def save_episode(connection: Connection, now: float, episode: Episode) -> Episode:
    """Insert it, or change the one of this id.

    Raises:
        AlreadyThereError: its show has another episode of this number.
        LookupError: its show is not there any more.
    """
    show = connection.execute(select(ITEMS.c.title).where(ITEMS.c.id == episode.media_item_id)).scalar_one_or_none()
    if show is None:
        raise LookupError(translate("Database", "This show is no longer in the library."))
    twin = select(EPISODES.c.id).where(
        EPISODES.c.media_item_id == episode.media_item_id,
        EPISODES.c.season_number == episode.season,
        EPISODES.c.episode_number == episode.number,
        EPISODES.c.id != episode.id,
    )
    if connection.execute(twin).first() is not None:
        raise AlreadyThereError(
            translate(
                "Database", "{show} already has an episode {number} in season {season}. Correct one of them."
            ).format(show=show, number=episode.number, season=episode.season)
        )
    values = {
        "media_item_id": episode.media_item_id,
        "season_number": episode.season,
        "episode_number": episode.number,
        "title": episode.title,
        "air_date": episode.air_date,
        "monitored": int(episode.monitored),
    }
    _save(connection, now, EPISODES, episode.id, values)
    of_item = DOWNLOADS.c.media_item_id == episode.media_item_id
    connection.execute(update(DOWNLOADS).where(of_item).values(updated_at=now))
    return episode


def _save(connection: Connection, now: float, table: Table, key: str, values: Mapping[str, Any]) -> None:
    known = connection.execute(update(table).where(table.c.id == key).values(**values, updated_at=now))
    if not known.rowcount:
        connection.execute(insert(table).values(id=key, inserted_at=now, updated_at=now, **values))


def _item(row: Line) -> MediaItem:
    key, kind, title, year, original_title, tmdb_id, imdb_id, monitored = row
    return MediaItem(
        id=MediaId(key),
        type=MediaType.MOVIE if kind == MediaType.MOVIE else MediaType.SHOW,
        title=title,
        year=year if isinstance(year, int) else None,
        original_title=original_title,
        tmdb_id=tmdb_id if isinstance(tmdb_id, int) else None,
        imdb_id=imdb_id,
        monitored=monitored != 0,
    )


def _episode(row: Line) -> Episode:
    key, item, season, number, title, air_date, monitored = row
    return Episode(
        id=EpisodeId(key),
        media_item_id=MediaId(item),
        season=season,
        number=number,
        title=title,
        air_date=air_date,
        monitored=monitored != 0,
    )


def in_order(episodes: Iterable[Episode]) -> tuple[Episode, ...]:
    """By season and number."""
    return tuple(sorted(episodes, key=lambda episode: (episode.season, episode.number)))
