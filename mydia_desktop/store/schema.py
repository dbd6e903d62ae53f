"""Which shape the database has, and how it comes to the one that this program works with."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store.engine import reading
from mydia_desktop.store.mydia_file import is_mydias, take_over

REVISIONS = ("0001",)
"""Of the migrations in this package, the oldest first. Told here, so that Alembic is not loaded to find out."""


def prepare(engine: Engine, file: Path | None) -> Path | None:
    """Make the tables, or bring them up to date; the copy made before of a file that had something in it.

    Raises:
        StoreUnavailableError: a newer program wrote it, or it is Mydia's and could not be taken over.
    """
    backup = take_over(file, revision=REVISIONS[-1]) if file is not None and is_mydias(file) else None
    revision = _revision(engine)
    if revision not in (None, *REVISIONS):
        raise StoreUnavailableError("The database was written by a newer version of Mydia Desktop.")
    if revision != REVISIONS[-1]:
        from mydia_desktop.store.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic takes long to load

        upgrade(engine)
    if file is not None:
        _use_wal(engine)
    return backup


def _revision(engine: Engine) -> str | None:
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _use_wal(engine: Engine) -> None:
    """Let readers and a writer not wait for each other. The file remembers it; it can't be set inside a transaction."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")
