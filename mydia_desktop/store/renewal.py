"""Brings a SQLite file to another shape: a copy is changed and takes its place, and the file as it was stays beside it.

Until the very end the file is not touched, so that whatever fails leaves it as it was.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.store.engine import SQLITE, connect
from mydia_desktop.store.troubles import explained

_log = logging.getLogger(__name__)


def renew(file: Path, change: Callable[[Engine], None], *, suffix: str) -> Path:
    """Change a copy and put it in the file's place; where the file as it was stays.

    Raises:
        StoreUnavailableError: it did not work out; the file is as it was.
    """
    try:
        with explained(f"{SQLITE}{file}"), working_copy(file) as copy:
            _change(copy, change)
            backup = put_in_place(copy, file, suffix=suffix)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        reason = getattr(error, "strerror", None) or getattr(error, "orig", None) or error
        raise StoreUnavailableError(
            translate("Database", "{file} can't be brought up to date: {reason}. It is as it was.").format(
                file=file, reason=reason
            )
        ) from error
    _log.warning("%s was brought up to date; as it was it stays in %s", file, backup)
    return backup


@contextmanager
def working_copy(file: Path) -> Iterator[Path]:
    """A copy of what is committed, also if some of it is still in the write-ahead log; gone afterwards.

    Raises:
        sqlite3.Error: the file can't be read, or the copy not be written.
        OSError: likewise.
    """
    copy = file.with_name(f".{file.name}.upgrading")
    _remove(copy)
    try:
        with closing(_open(f"{file.absolute().as_uri()}?mode=ro")) as source, closing(_open(copy.as_uri())) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # so that one file is all of it
        shutil.copymode(file, copy)
        yield copy
    finally:
        _remove(copy)


def put_in_place(copy: Path, file: Path, *, suffix: str) -> Path:
    """Swap the files; at each moment there is a whole database at the file's place. Where the one before stays.

    Raises:
        sqlite3.Error: another program has the file open.
        OSError: likewise, or the folder can't be written.
    """
    backup = _free_name(file, suffix)
    # A log left beside the new file would be played into it. Only its last user can put it away.
    with closing(_open(file.absolute().as_uri())) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if any(file.with_name(file.name + end).exists() for end in ("-wal", "-journal")):
        raise OSError("another program has it open; end that one first")
    file.with_name(f"{file.name}-shm").unlink(missing_ok=True)
    try:
        backup.hardlink_to(file)
    except OSError:
        shutil.copy2(file, backup)  # not every file system has links
    with copy.open("rb+") as written:
        os.fsync(written.fileno())
    copy.replace(file)
    return backup


def _change(copy: Path, change: Callable[[Engine], None]) -> None:
    broken_before = _broken_references(copy)
    # With foreign keys, dropping a table would take with it what refers to it.
    engine = connect(f"{SQLITE}{copy}", foreign_keys=False)
    try:
        change(engine)
    finally:
        engine.dispose()
    if _broken_references(copy) > broken_before:
        raise sqlite3.IntegrityError("something would refer to what is not there")


def _broken_references(file: Path) -> int:
    with closing(_open(file.absolute().as_uri())) as connection:
        return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def _open(uri: str) -> sqlite3.Connection:
    # In autocommit: we say ourselves where a transaction begins and ends.
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _free_name(file: Path, suffix: str) -> Path:
    names = (file.with_name(f"{file.name}.{suffix}{f'-{number}' if number else ''}") for number in range(1000))
    return next(name for name in names if not name.exists())


def _remove(copy: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)
