"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from mydia_desktop.store.moments import Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them all."""
    _create_media_items()
    _create_episodes()
    _create_clients()
    _create_downloads()
    _create_download_episodes()
    _create_download_events()
    _create_import_jobs()


def _create_media_items() -> None:
    op.create_table(
        "media_items",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("original_title", sa.Text),
        sa.Column("year", sa.Integer),
        sa.Column("tmdb_id", sa.Integer),
        sa.Column("imdb_id", sa.Text),
        sa.Column("metadata", sa.Text),
        sa.Column("monitored", sa.Integer, server_default=sa.text("1")),
        sa.Column("inserted_at", Moment, nullable=False),
        sa.Column("updated_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="media_items_pkey"),
        sa.UniqueConstraint("tmdb_id", name="media_items_tmdb_id_key"),
        sa.CheckConstraint("type IN ('movie', 'tv_show')", name=op.f("media_items_type_check")),
        sa.CheckConstraint("monitored IN (0, 1)", name=op.f("media_items_monitored_check")),
    )
    _index("media_items", "imdb_id")
    _index("media_items", "title")
    _index("media_items", "type")


def _create_episodes() -> None:
    op.create_table(
        "episodes",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("media_item_id", sa.Text, nullable=False),
        sa.Column("season_number", sa.Integer, nullable=False),
        sa.Column("episode_number", sa.Integer, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("air_date", sa.Text),
        sa.Column("metadata", sa.Text),
        sa.Column("monitored", sa.Integer, server_default=sa.text("1")),
        sa.Column("inserted_at", Moment, nullable=False),
        sa.Column("updated_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="episodes_pkey"),
        sa.ForeignKeyConstraint(
            ["media_item_id"], ["media_items.id"], name="episodes_media_item_id_fkey", ondelete="CASCADE"
        ),
        sa.UniqueConstraint(
            "media_item_id",
            "season_number",
            "episode_number",
            name="episodes_media_item_id_season_number_episode_number_key",
        ),
        sa.CheckConstraint("monitored IN (0, 1)", name=op.f("episodes_monitored_check")),
    )
    _index("episodes", "media_item_id")
    _index("episodes", "air_date")


def _create_clients() -> None:
    op.create_table(
        "clients",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("inserted_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="clients_pkey"),
    )


def _create_downloads() -> None:
    op.create_table(
        "downloads",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("media_item_id", sa.Text),
        sa.Column("episode_id", sa.Text),
        sa.Column("indexer", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("download_url", sa.Text),
        sa.Column("download_client", sa.Text),
        sa.Column("client_id", sa.Text),
        sa.Column("download_client_id", sa.Text),
        sa.Column("infohash_v1", sa.Text),
        sa.Column("infohash_v2", sa.Text),
        sa.Column("last_save_path", sa.Text),
        sa.Column("last_name", sa.Text),
        sa.Column("attempt", sa.Integer, nullable=False, server_default=sa.text("1")),
        sa.Column("completed_at", Moment),
        sa.Column("closed_at", Moment),
        sa.Column("close_reason", sa.Text),
        sa.Column("error_message", sa.Text),
        sa.Column("metadata", sa.Text),
        sa.Column("inserted_at", Moment, nullable=False),
        sa.Column("updated_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="downloads_pkey"),
        sa.ForeignKeyConstraint(
            ["media_item_id"], ["media_items.id"], name="downloads_media_item_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["episode_id"], ["episodes.id"], name="downloads_episode_id_fkey", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="downloads_client_id_fkey"),
        sa.UniqueConstraint("client_id", "download_client_id", name="downloads_client_id_download_client_id_key"),
        sa.CheckConstraint(
            "close_reason IN ('imported', 'completed', 'cancelled', 'deleted', 'forgotten')",
            name=op.f("downloads_close_reason_check"),
        ),
    )
    for columns in (
        ("media_item_id",),
        ("episode_id",),
        ("download_client_id",),
        ("inserted_at",),
        ("updated_at",),
        ("client_id", "infohash_v1"),
        ("client_id", "infohash_v2"),
    ):
        _index("downloads", *columns)
    is_open = sa.text("closed_at IS NULL")
    op.create_index("downloads_open_index", "downloads", ["id"], sqlite_where=is_open, postgresql_where=is_open)


def _create_download_episodes() -> None:
    op.create_table(
        "download_episodes",
        sa.Column("download_id", sa.Text, nullable=False),
        sa.Column("episode_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("download_id", "episode_id", name="download_episodes_pkey"),
        sa.ForeignKeyConstraint(
            ["download_id"], ["downloads.id"], name="download_episodes_download_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name="download_episodes_episode_id_fkey", ondelete="CASCADE"
        ),
    )
    _index("download_episodes", "episode_id")


def _create_download_events() -> None:
    op.create_table(
        "download_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=True, nullable=False),
        sa.Column("download_id", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("search_text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="download_events_pkey"),
        sqlite_autoincrement=True,
    )
    _index("download_events", "download_id", "id")


def _create_import_jobs() -> None:
    op.create_table(
        "import_jobs",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("download_id", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("run_after", Moment, nullable=False),
        sa.Column("lease_owner", sa.Text),
        sa.Column("lease_until", Moment),
        sa.Column("finished_at", Moment),
        sa.Column("last_error", sa.Text),
        sa.Column("inserted_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="import_jobs_pkey"),
        sa.ForeignKeyConstraint(
            ["download_id"], ["downloads.id"], name="import_jobs_download_id_fkey", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("download_id", "attempt", name="import_jobs_download_id_attempt_key"),
    )
    _index("import_jobs", "run_after")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"{table}_{'_'.join(columns)}_index", table, list(columns))
