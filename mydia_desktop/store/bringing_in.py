"""Bringing a Mydia's library and downloads into the database: all of it, or nothing.

Rows keep their ids, so that a second time finds them. What is plainly the same as something known here, although it
came another way, is not brought in twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.media import Episode, MediaItem
from mydia_desktop.domain.mydia import Bringing, BroughtIn, Count, MydiaDownload
from mydia_desktop.domain.record import CloseReason, EventKind, KnownClient, NewEvent, Record, RecordId
from mydia_desktop.domain.redaction import redacted
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.store import clients, events, media
from mydia_desktop.store.json_text import write_object
from mydia_desktop.store.record_rows import records_by_id
from mydia_desktop.store.tables import DOWNLOADS, EPISODES
from mydia_desktop.store.tables import MEDIA_ITEMS as ITEMS


def bring_in(connection: Connection, now: float, actor: str, bringing: Bringing) -> BroughtIn:
    """Insert what is new."""
    mydia = bringing.mydia
    there = {client.uuid for client in clients.all_clients(connection)}
    for client in bringing.clients.values():
        if client.uuid not in there:
            clients.save_client(
                connection, now, kind=client.kind, name=client.name, origin=client.origin, known_as=client.uuid
            )
    items, new_items = _items(connection, now, mydia.items)
    episodes, new_episodes = _episodes(connection, now, mydia.episodes, items)
    wanted = [download for download in mydia.downloads if download.client in bringing.clients]
    new = [download for download in wanted if _is_new(connection, download, bringing.clients[download.client])]
    for download in new:
        _insert(connection, now, download, bringing.clients[download.client], items, episodes)
    brought = records_by_id(connection, [RecordId(download.id) for download in new])
    events.append(connection, now, actor, [_told(record) for record in brought])
    return BroughtIn(
        items=Count(new=new_items, known=len(mydia.items) - new_items),
        episodes=Count(new=new_episodes, known=len(mydia.episodes) - new_episodes),
        downloads=Count(new=len(new), known=len(wanted) - len(new)),
        records=tuple(brought),
    )


def _told(record: Record) -> NewEvent:
    detail = {
        "title": record.title,
        "what": subject_text(record.subject) if record.subject else None,
        "client": record.client_name,
        "hash": record.native_id,
        "message": "From Mydia",
    }
    known = {key: value for key, value in detail.items() if value}
    return NewEvent(kind=EventKind.ADOPTED, record_id=record.id, attempt=record.attempt, detail=known)


def _items(connection: Connection, now: float, wanted: Sequence[MediaItem]) -> tuple[dict[str, str], int]:
    """Where each item of Mydia's is here, and how many of them are new."""
    here: dict[tuple[object, ...], str] = {}
    for row in connection.execute(
        select(ITEMS.c.id, ITEMS.c.type, ITEMS.c.title, ITEMS.c.year, ITEMS.c.tmdb_id, ITEMS.c.imdb_id)
    ):
        for name in _names(*row):
            here.setdefault(name, row.id)
    placed: dict[str, str] = {}
    new = 0
    for item in wanted:
        names = _names(item.id, item.type.value, item.title, item.year, item.tmdb_id, item.imdb_id)
        known = next((here[name] for name in names if name in here), None)
        if known is None:
            media.save_item(connection, now, item)
            new += 1
        for name in names:
            here.setdefault(name, known or item.id)
        placed[item.id] = known or item.id
    return placed, new


def _names(
    key: str, kind: str, title: str, year: int | None, tmdb_id: int | None, imdb_id: str | None
) -> list[tuple[object, ...]]:
    """Everything that tells that two items are one and the same, the surest first."""
    names: list[tuple[object, ...]] = [("id", key)]
    if tmdb_id is not None:
        names.append(("tmdb", tmdb_id))
    if imdb_id:
        names.append(("imdb", imdb_id))
    if year is not None:
        names.append((kind, fold(title), year))
    return names


def _episodes(
    connection: Connection, now: float, wanted: Sequence[Episode], items: Mapping[str, str]
) -> tuple[dict[str, str], int]:
    """Where each episode of Mydia's is here, and how many of them are new."""
    at = select(EPISODES.c.media_item_id, EPISODES.c.season_number, EPISODES.c.episode_number, EPISODES.c.id)
    here = {(item, season, number): key for item, season, number, key in connection.execute(at)}
    placed: dict[str, str] = {}
    rows = []
    for episode in wanted:
        place = (items[episode.media_item_id], episode.season, episode.number)
        if place not in here:
            here[place] = episode.id
            rows.append(
                {
                    "id": episode.id,
                    "media_item_id": place[0],
                    "season_number": episode.season,
                    "episode_number": episode.number,
                    "title": episode.title,
                    "air_date": episode.air_date,
                    "monitored": int(episode.monitored),
                    "inserted_at": now,
                    "updated_at": now,
                }
            )
        placed[episode.id] = here[place]
    if rows:
        connection.execute(insert(EPISODES), rows)
    return placed, len(rows)


def _is_new(connection: Connection, download: MydiaDownload, client: KnownClient) -> bool:
    same = (DOWNLOADS.c.id == download.id) | (
        (DOWNLOADS.c.client_id == client.uuid) & (DOWNLOADS.c.download_client_id == download.native_id)
    )
    return connection.execute(select(DOWNLOADS.c.id).where(same)).first() is None


def _insert(
    connection: Connection,
    now: float,
    download: MydiaDownload,
    client: KnownClient,
    items: Mapping[str, str],
    episodes: Mapping[str, str],
) -> None:
    ended = download.ended is not None
    metadata: dict[str, Any] = {"size": download.size, "quality": list(download.quality) or None}
    if download.season is not None:
        metadata |= {"season_pack": True, "season_number": download.season}
    row = {
        "id": download.id,
        "media_item_id": items.get(download.item or ""),
        "episode_id": episodes.get(download.episode or ""),
        "indexer": download.indexer,
        "title": download.title,
        "download_url": redacted(download.url) if download.url else None,
        "download_client": client.name,
        "client_id": client.uuid,
        "download_client_id": download.native_id,
        "attempt": 1,
        "completed_at": download.completed_at,
        "closed_at": (download.completed_at or now) if ended else None,
        "close_reason": CloseReason(download.ended).value if download.ended else None,
        "error_message": download.error_message,
        "metadata": write_object({key: value for key, value in metadata.items() if value is not None}),
        "inserted_at": download.inserted_at,
        "updated_at": now,
    }
    connection.execute(insert(DOWNLOADS).values(row))
