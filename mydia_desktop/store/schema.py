"""Which shape the database has, and how it comes to the one that this program works with."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.store.engine import reading, trying
from mydia_desktop.store.mydia_file import take_over
from mydia_desktop.store.renewal import renew
from mydia_desktop.store.tables import METADATA

REVISIONS = ("0001",)
"""Of the migrations in this package, the oldest first. Told here, so that Alembic is not loaded to find out."""
_VERSION_TABLE = "alembic_version"
_MYDIA = frozenset({"media_items", "downloads"})
"""What every SQLite file of Mydia's has."""


def prepare(engine: Engine, file: Path | None) -> Path | None:
    """Make the tables, or bring them up to date; the copy made before, if this was a file with something in it.

    Raises:
        StoreUnavailableError: a newer or another program wrote it, or it can't be brought up to date.
    """
    if file is not None:
        _give_rights_of(file)
    with reading(engine) as connection:
        tables = set(inspect(connection).get_table_names())
        revision = _revision(connection) if _VERSION_TABLE in tables else None
    _refuse_what_is_not_ours(revision, tables, file)
    backup = None
    if revision == REVISIONS[-1]:
        _find_out_whether_it_can_be_written(engine)
    elif file is None or not tables:
        _upgrade(engine)
    else:
        engine.dispose()
        if revision is None:
            backup = take_over(file, revision=REVISIONS[-1])
        else:
            backup = renew(file, _upgrade, suffix=f"before-{REVISIONS[-1]}")
    if file is not None:
        _use_wal(engine)
    return backup


def _revision(connection: Connection) -> str | None:
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _refuse_what_is_not_ours(revision: str | None, tables: set[str], file: Path | None) -> None:
    place = f"{file}" if file else "The database"
    if revision is not None and revision not in REVISIONS:
        raise StoreUnavailableError(
            translate(
                "Database",
                "{place} was written by a newer Mydia Desktop than this one. It was left as it is. Install "
                "the newer version to use it.",
            ).format(place=place)
        )
    # A server's database may have other tables beside ours, but none of their names.
    others = tables if file is not None else tables & METADATA.tables.keys()
    if revision is None and others and not (file is not None and tables >= _MYDIA):
        raise StoreUnavailableError(
            translate(
                "Database",
                "{place} belongs to another program. It was left as it is. Move it away, or name another database.",
            ).format(place=place)
        )


def _give_rights_of(file: Path) -> None:
    """Let what SQLite keeps beside the file be written like it.

    Whatever is made while the file is read-only is read-only, too, and stays so when that is mended.
    """
    for end in ("-wal", "-shm"):
        beside = file.with_name(file.name + end)
        if beside.exists() and os.access(file, os.W_OK) and not os.access(beside, os.W_OK):
            try:
                shutil.copymode(file, beside)
            except PermissionError:
                # Somebody else's; then nothing can be written, which is said.
                return


def _upgrade(engine: Engine) -> None:
    # Alembic takes long to load and is rarely needed.
    from mydia_desktop.store.migrations.upgrade import upgrade  # noqa: PLC0415 - see above

    upgrade(engine)


def _find_out_whether_it_can_be_written(engine: Engine) -> None:
    """Rather now than when something is to be remembered."""
    # Beginning is not enough: SQLite begins to write a read-only file, and fails at the first statement.
    with trying(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


def _use_wal(engine: Engine) -> None:
    """Let readers and a writer not wait for each other. The file remembers it; it can't be set inside a transaction."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")
