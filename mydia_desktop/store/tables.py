"""The tables. Those that Mydia has too keep its columns, types and constraints; nothing live is in any of them."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Row,
    Table,
    UniqueConstraint,
    text,
)

from mydia_desktop.store.moments import Moment
from mydia_desktop.store.storable_text import StorableText as Text

Line: TypeAlias = "Row[*tuple[Any, ...]]"
"""A row of a result, whatever its columns."""

METADATA = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s_index",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "pk": "%(table_name)s_pkey",
    }
)


def _moments() -> tuple[Column[Any], Column[Any]]:
    return Column("inserted_at", Moment, nullable=False), Column("updated_at", Moment, nullable=False)


def _monitored() -> Column[Any]:
    # A number, because Mydia has one.
    return Column("monitored", Integer, server_default=text("1"))


MEDIA_ITEMS = Table(
    "media_items",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("title", Text, nullable=False, index=True),
    Column("original_title", Text),
    Column("year", Integer),
    Column("tmdb_id", Integer, unique=True),
    Column("imdb_id", Text, index=True),
    Column("metadata", Text),
    _monitored(),
    *_moments(),
    CheckConstraint("type IN ('movie', 'tv_show')", name="type"),
    CheckConstraint("monitored IN (0, 1)", name="monitored"),
)

EPISODES = Table(
    "episodes",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("media_item_id", ForeignKey("media_items.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("season_number", Integer, nullable=False),
    Column("episode_number", Integer, nullable=False),
    Column("title", Text),
    Column("air_date", Text, index=True),
    Column("metadata", Text),
    _monitored(),
    *_moments(),
    CheckConstraint("monitored IN (0, 1)", name="monitored"),
    UniqueConstraint("media_item_id", "season_number", "episode_number"),
)

CLIENTS = Table(
    "clients",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("inserted_at", Moment, nullable=False),
)

DOWNLOADS = Table(
    "downloads",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("media_item_id", ForeignKey("media_items.id", ondelete="CASCADE"), index=True),
    Column("episode_id", ForeignKey("episodes.id", ondelete="CASCADE"), index=True),
    Column("indexer", Text),
    Column("title", Text, nullable=False),
    Column("download_url", Text),
    Column("download_client", Text),
    Column("client_id", ForeignKey("clients.id")),
    Column("download_client_id", Text, index=True),
    Column("infohash_v1", Text),
    Column("infohash_v2", Text),
    Column("last_save_path", Text),
    Column("last_name", Text),
    Column("attempt", Integer, nullable=False, server_default=text("1")),
    Column("completed_at", Moment),
    Column("closed_at", Moment),
    Column("close_reason", Text),
    Column("error_message", Text),
    Column("metadata", Text),
    Column("inserted_at", Moment, nullable=False, index=True),
    Column("updated_at", Moment, nullable=False, index=True),
    CheckConstraint(
        "close_reason IN ('imported', 'completed', 'cancelled', 'deleted', 'forgotten')", name="close_reason"
    ),
    UniqueConstraint("client_id", "download_client_id"),
    Index(None, "client_id", "infohash_v1"),
    Index(None, "client_id", "infohash_v2"),
)
# Most records are closed; the open ones are loaded first.
Index(
    "downloads_open_index",
    DOWNLOADS.c.id,
    sqlite_where=text("closed_at IS NULL"),
    postgresql_where=text("closed_at IS NULL"),
)

DOWNLOAD_EPISODES = Table(
    "download_episodes",
    METADATA,
    Column("download_id", ForeignKey("downloads.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("episode_id", ForeignKey("episodes.id", ondelete="CASCADE"), primary_key=True, nullable=False, index=True),
)

DOWNLOAD_EVENTS = Table(
    "download_events",
    METADATA,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    # No foreign key: the history survives the record, and has commands on downloads without one.
    Column("download_id", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("search_text", Text, nullable=False),
    Index(None, "download_id", "id"),
    sqlite_autoincrement=True,
)
"""``search_text`` is what a person may look for in an event, folded as a search is."""

IMPORT_JOBS = Table(
    "import_jobs",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("download_id", ForeignKey("downloads.id", ondelete="CASCADE"), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("run_after", Moment, nullable=False, index=True),
    Column("lease_owner", Text),
    Column("lease_until", Moment),
    Column("finished_at", Moment),
    Column("last_error", Text),
    Column("inserted_at", Moment, nullable=False),
    UniqueConstraint("download_id", "attempt"),
)
