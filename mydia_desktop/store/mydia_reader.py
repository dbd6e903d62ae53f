"""Reads a SQLite file of Mydia's without ever opening it for writing; a running Mydia may go on using it."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType
from mydia_desktop.domain.mydia import LeftOut, Mydia, MydiaClient, MydiaDownload, MydiaFileError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.store.json_text import read_object
from mydia_desktop.store.moments import read_moment

T = TypeVar("T")

_ENDED = frozenset({"completed", "cancelled"})


def read_mydia(file: Path) -> Mydia:
    """Everything in the file that is of use here, and what is left out because it makes no sense.

    Raises:
        MydiaFileError: it is not there, can't be read, or is none of Mydia's.
    """
    if not file.is_file():
        raise MydiaFileError(translate("Mydia", "{file} is not there.").format(file=file))
    try:
        with _reading(file) as connection:
            return _read(connection, file)
    except sqlite3.DatabaseError as error:
        raise MydiaFileError(
            translate("Mydia", "{file} is no database that can be read ({error}). Choose Mydia's own file.").format(
                file=file, error=error
            )
        ) from error
    except OSError as error:
        raise MydiaFileError(
            translate("Mydia", "{file} can't be read: {why}.").format(file=file, why=error.strerror or error)
        ) from error


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the file; to a copy of it and its log where SQLite wants to write beside it and may not."""
    try:
        opened = _open(file)
    except sqlite3.OperationalError as error:
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
    else:
        with closing(opened):
            yield opened
        return
    with tempfile.TemporaryDirectory(prefix="mydia-") as folder:
        copy = Path(folder) / file.name
        for end in ("", "-wal"):
            source = file.with_name(file.name + end)
            if source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + end))
        with closing(sqlite3.connect(copy)) as connection:
            yield connection


def _open(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _read(connection: sqlite3.Connection, file: Path) -> Mydia:
    connection.row_factory = sqlite3.Row
    # Bytes that are no text would otherwise end the reading of a whole table.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    tables = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"media_items", "downloads"} <= tables:
        raise MydiaFileError(
            translate(
                "Mydia", "{file} is a database, but not one of Mydia's: it has no downloads. Choose Mydia's own file."
            ).format(file=file)
        )
    left_out: Counter[LeftOut] = Counter()
    items = _rows(connection, "media_items", _item, left_out)
    known = {item.id for item in items}
    episodes = [
        episode
        for episode in (_rows(connection, "episodes", _episode, left_out) if "episodes" in tables else [])
        if episode.media_item_id in known
    ]
    downloads = _rows(connection, "downloads", _download, left_out)
    clients = (
        _rows(connection, "download_client_configs", _client, left_out) if "download_client_configs" in tables else []
    )
    return Mydia(
        items=tuple(items),
        episodes=tuple(episodes),
        downloads=tuple(downloads),
        clients=tuple(clients),
        left_out=dict(left_out),
    )


def _rows(
    connection: sqlite3.Connection,
    table: str,
    read: Callable[[Mapping[str, Any]], T | LeftOut],
    left_out: Counter[LeftOut],
) -> list[T]:
    found = []
    for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own words
        value = read(dict(row))
        if isinstance(value, LeftOut):
            left_out[value] += 1
        else:
            found.append(value)
    return found


def _item(row: Mapping[str, Any]) -> MediaItem | LeftOut:
    title = _text(row.get("title"))
    if not title or row.get("type") not in set(MediaType):
        return LeftOut.ITEM_WITHOUT_TITLE
    return MediaItem(
        id=MediaId(str(row["id"])),
        type=MediaType(row["type"]),
        title=title,
        year=_number(row.get("year")),
        original_title=_text(row.get("original_title")),
        tmdb_id=_number(row.get("tmdb_id")),
        imdb_id=_text(row.get("imdb_id")),
        monitored=row.get("monitored") != 0,
    )


def _episode(row: Mapping[str, Any]) -> Episode | LeftOut:
    season, number = _number(row.get("season_number")), _number(row.get("episode_number"))
    if season is None or number is None or season < 0 or number < 0:
        return LeftOut.EPISODE_WITHOUT_NUMBER
    return Episode(
        id=EpisodeId(str(row["id"])),
        media_item_id=MediaId(str(row.get("media_item_id"))),
        season=season,
        number=number,
        title=_text(row.get("title")),
        air_date=_text(row.get("air_date")),
        monitored=row.get("monitored") != 0,
    )


def _download(row: Mapping[str, Any]) -> MydiaDownload | LeftOut:
    title = _text(row.get("title"))
    if not title:
        return LeftOut.DOWNLOAD_WITHOUT_TITLE
    if not row.get("download_client") or not row.get("download_client_id"):
        return LeftOut.DOWNLOAD_NEVER_SENT
    details = read_object(row.get("metadata"))
    quality = details.get("quality")
    state = row.get("status")
    return MydiaDownload(
        id=str(row["id"]),
        title=title,
        item=_text(row.get("media_item_id")),
        episode=_text(row.get("episode_id")),
        season=_number(details.get("season_number")) if details.get("season_pack") is True else None,
        indexer=_text(row.get("indexer")),
        url=_text(row.get("download_url")),
        client=str(row["download_client"]),
        native_id=str(row["download_client_id"]),
        completed_at=_seconds(row.get("completed_at")),
        ended=state if state in _ENDED else None,
        error_message=_text(row.get("error_message")),
        size=_number(details.get("size")),
        quality=(quality,) if isinstance(quality, str) and quality else (),
        inserted_at=_seconds(row.get("inserted_at")) or 0,
    )


def _client(row: Mapping[str, Any]) -> MydiaClient | LeftOut:
    name, host, port = _text(row.get("name")), _text(row.get("host")), _number(row.get("port"))
    if not name or not host or port is None:
        return LeftOut.CLIENT_WITHOUT_ADDRESS
    return MydiaClient(
        name=name,
        kind=str(row.get("type")),
        host=host,
        port=port,
        tls=bool(row.get("use_ssl")),
        path=_text(row.get("url_base")) or "",
        username=_text(row.get("username")) or "",
        password=_text(row.get("password")),
        category=_text(row.get("category")) or "",
        priority=_number(row.get("priority")) or 1,
        enabled=row.get("enabled") != 0,
    )


def _text(value: object) -> str | None:
    return value.replace("\0", "") or None if isinstance(value, str) else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _seconds(value: object) -> int | None:
    moment = read_moment(value)
    return None if moment is None else int(moment)
