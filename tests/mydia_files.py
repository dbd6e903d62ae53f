"""SQLite databases as Mydia leaves them, at the shape it had first and at the one it has now."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.public_domain import FILMS

NAMESPACE = uuid.UUID("4b0a4ac4-6f5e-4c39-9d0e-6a2b6f1a7c11")
ODD_TITLES = ("Amélie 🎬", "Ночь живых мертвецов", "七人の侍", "", "a\x00b", "tab\there", "\u202eevil", "Z" * 4000)
BROKEN_JSON = ("{", "null", "[]", '{"size": "many"}', "", "not json", '{"size": 1e999}', '{"quality": {"a": [1]}}')
FIRST_STATES = ("pending", "downloading", "completed", "failed", "cancelled")

_COMMON = """
CREATE TABLE users (id TEXT PRIMARY KEY NOT NULL, username TEXT);
CREATE TABLE media_items (
  id TEXT PRIMARY KEY NOT NULL, type TEXT NOT NULL CHECK(type IN ('movie', 'tv_show')), title TEXT NOT NULL,
  original_title TEXT, year INTEGER, tmdb_id INTEGER UNIQUE, imdb_id TEXT, metadata TEXT,
  monitored INTEGER DEFAULT 1 CHECK(monitored IN (0, 1)), inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  quality_profile_id TEXT
);
CREATE INDEX media_items_imdb_id_index ON media_items (imdb_id);
CREATE INDEX media_items_title_index ON media_items (title);
CREATE INDEX media_items_type_index ON media_items (type);
CREATE TABLE episodes (
  id TEXT PRIMARY KEY NOT NULL, media_item_id TEXT NOT NULL REFERENCES media_items(id) ON DELETE CASCADE,
  season_number INTEGER NOT NULL, episode_number INTEGER NOT NULL, title TEXT, air_date TEXT, metadata TEXT,
  monitored INTEGER DEFAULT 1 CHECK(monitored IN (0, 1)), inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  UNIQUE(media_item_id, season_number, episode_number)
);
CREATE INDEX episodes_media_item_id_index ON episodes (media_item_id);
CREATE INDEX episodes_air_date_index ON episodes (air_date);
CREATE TABLE media_files (
  id TEXT PRIMARY KEY NOT NULL, media_item_id TEXT REFERENCES media_items(id) ON DELETE CASCADE, path TEXT NOT NULL,
  inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE download_client_configs (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE, type TEXT NOT NULL, enabled INTEGER DEFAULT 1,
  priority INTEGER DEFAULT 1, host TEXT NOT NULL, port INTEGER NOT NULL, use_ssl INTEGER DEFAULT 0, url_base TEXT,
  username TEXT, password TEXT, api_key TEXT, category TEXT, download_directory TEXT, connection_settings TEXT,
  updated_by_id TEXT REFERENCES users(id) ON DELETE SET NULL, inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, inserted_at TEXT);
"""

_FIRST_DOWNLOADS = """
CREATE TABLE downloads (
  id TEXT PRIMARY KEY NOT NULL, media_item_id TEXT REFERENCES media_items(id) ON DELETE CASCADE,
  episode_id TEXT REFERENCES episodes(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK(status IN ('pending', 'downloading', 'completed', 'failed', 'cancelled')),
  indexer TEXT, title TEXT NOT NULL, download_url TEXT, download_client TEXT, download_client_id TEXT,
  progress REAL CHECK(progress IS NULL OR (progress >= 0 AND progress <= 100)), estimated_completion TEXT,
  completed_at TEXT, error_message TEXT, metadata TEXT, inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX downloads_status_index ON downloads (status);
CREATE INDEX downloads_media_item_id_index ON downloads (media_item_id);
CREATE INDEX downloads_episode_id_index ON downloads (episode_id);
CREATE INDEX downloads_inserted_at_index ON downloads (inserted_at);
"""

_PRESENT_DOWNLOADS = """
CREATE TABLE downloads (
  id TEXT PRIMARY KEY NOT NULL, media_item_id TEXT REFERENCES media_items(id) ON DELETE CASCADE,
  episode_id TEXT REFERENCES episodes(id) ON DELETE CASCADE, indexer TEXT, title TEXT NOT NULL, download_url TEXT,
  download_client TEXT, download_client_id TEXT, completed_at TEXT, error_message TEXT, metadata TEXT,
  inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX downloads_media_item_id_index ON downloads (media_item_id);
CREATE INDEX downloads_episode_id_index ON downloads (episode_id);
CREATE INDEX downloads_inserted_at_index ON downloads (inserted_at);
CREATE INDEX downloads_download_client_id_index ON downloads (download_client_id);
CREATE UNIQUE INDEX downloads_download_client_download_client_id_index
  ON downloads (download_client, download_client_id);
"""


@dataclass
class MydiaFile:
    """One of its databases, to be filled; rows are written as given."""

    path: Path
    first_shape: bool = True
    rows: dict[str, int] = field(default_factory=dict)
    """How many of each table were written."""

    def __post_init__(self) -> None:
        with self.connect() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_COMMON + (_FIRST_DOWNLOADS if self.first_shape else _PRESENT_DOWNLOADS))

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            yield connection

    def add(self, table: str, **values: Any) -> str:
        """One row; what has to be there and is not given is made up. Returns its id."""
        number = self.rows.get(table, 0) + 1
        made_up: Mapping[str, Any] = {
            "id": str(uuid.uuid5(NAMESPACE, f"{table}/{number}")),
            "inserted_at": "2025-11-04T02:30:00",
            "updated_at": "2025-11-05T03:36:10",
        }
        row = {**made_up, **values}
        names = ", ".join(row)
        marks = ", ".join("?" for _ in row)
        with self.connect() as connection:
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
        self.rows[table] = number
        return str(row["id"])

    def fill(self, *, downloads: int) -> None:
        """Movies, a show, clients, and thousands of downloads with everything that was ever found in one."""
        client_kinds = (("NAS", "transmission", 9091), ("Seedbox", "qbittorrent", 8080), ("Usenet", "sabnzbd", 8085))
        for name, kind, port in client_kinds:
            self.add(
                "download_client_configs",
                name=name,
                type=kind,
                host="nas.example",
                port=port,
                username="media",
                password="correct horse",
                category="mydia",
            )
        films = [film.rsplit(" ", 1) for film in FILMS.split("|")]
        movies = [self.add("media_items", type="movie", title=title, year=int(year)) for title, year in films]
        movies += [
            self.add("media_items", type="movie", title=title, tmdb_id=1000 + place)
            for place, title in enumerate(ODD_TITLES)
        ]
        show = self.add(
            "media_items", type="tv_show", title="One Step Beyond", year=1959, metadata='{"network": "ABC"}'
        )
        episodes = [
            self.add("episodes", media_item_id=show, season_number=1 + number // 20, episode_number=1 + number % 20)
            for number in range(60)
        ]
        self.add("media_files", media_item_id=movies[0], path="Nosferatu (1922)/Nosferatu.mkv")
        with self.connect() as connection:
            for number in range(downloads):
                row = self._download(number, movies, show, episodes)
                names, marks = ", ".join(row), ", ".join("?" for _ in row)
                connection.execute(f"INSERT INTO downloads ({names}) VALUES ({marks})", list(row.values()))
        self.rows["downloads"] = self.rows.get("downloads", 0) + downloads

    def _download(self, number: int, movies: list[str], show: str, episodes: list[str]) -> dict[str, Any]:
        kinds = number % 4
        state = FIRST_STATES[number % len(FIRST_STATES)]
        odd = number % 7 == 0
        row: dict[str, Any] = {
            "id": str(uuid.uuid5(NAMESPACE, f"download/{number}")),
            "media_item_id": movies[number % len(movies)] if kinds == 0 else show if kinds == 1 else None,
            "episode_id": episodes[number % len(episodes)] if kinds == 1 else None,
            "indexer": ("PublicReel", None, "Arkiv ö")[number % 3],
            "title": (ODD_TITLES[number % len(ODD_TITLES)] or "-") if odd else f"Release.{number}.1080p-GRP",
            "download_url": None if number % 3 else f"https://indexer.example/dl/{number}?apikey=s3cret{number}",
            "download_client": (None, "NAS", "Seedbox", "Attic")[number // 4 % 4],
            "download_client_id": None if number // 4 % 4 == 0 else f"{number:040x}",
            "completed_at": f"2025-11-{1 + number % 28:02}T10:00:00" if state == "completed" else None,
            "error_message": "No space left on device — full" if state == "failed" else None,
            "metadata": BROKEN_JSON[number % len(BROKEN_JSON)]
            if number % 5 == 0
            else '{"size": 734003200, "quality": "1080p", "season_pack": false}',
            "inserted_at": f"2025-10-{1 + number % 28:02}T02:30:00",
            "updated_at": "2025-11-05T03:36:10",
        }
        if self.first_shape:
            row |= {"status": state, "progress": None if number % 2 else number % 101, "estimated_completion": None}
        return row
