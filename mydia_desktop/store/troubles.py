"""What went wrong with the database, as a sentence for the person whose it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from mydia_desktop.domain.record import StoreUnavailableError

_BUSY = "Another program is writing to {place} and does not let go. Close it, or try again in a moment."
_SQLITE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: "{place} can't be written: it or its folder is read-only. Allow writing there.",
    sqlite3.SQLITE_CANTOPEN: "{place} can't be opened. Check that its folder is there and that you may write to it.",
    sqlite3.SQLITE_PERM: "You may not open {place}. Check the rights of the file and of its folder.",
    sqlite3.SQLITE_FULL: "There is no space left for {place}. Nothing was written. Make some space and try again.",
    sqlite3.SQLITE_IOERR: "{place} can't be read or written: the disk reports an error. Check the disk and its space.",
    sqlite3.SQLITE_CORRUPT: (
        "{place} is damaged. It was left as it is. Put a backup in its place, or move it away to begin anew."
    ),
    sqlite3.SQLITE_NOTADB: "{place} is not a database. It was left as it is. Move it away to begin anew.",
}
_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their last byte."""


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Let what the database raises inside become a StoreUnavailableError, with no password in it."""
    try:
        yield
    except DBAPIError as error:
        if not (sentence := _sentence(error, make_url(url))):
            raise
        raise StoreUnavailableError(sentence) from error
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        message = "A PostgreSQL database is set, but psycopg is not installed. Install mydia-desktop[postgresql]."
        raise StoreUnavailableError(message) from error
    except (ArgumentError, NoSuchModuleError) as error:
        message = "The database_url in config.toml is not understood. It begins with postgresql+psycopg:// or is empty."
        raise StoreUnavailableError(message) from error


def _sentence(error: DBAPIError, url: URL) -> str:
    """Empty for what is no trouble of the database's, but our mistake."""
    place = url.database or "The database"
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & _PRIMARY, "").format(place=place)
    if url.get_backend_name() == "sqlite":
        return ""
    return f"The database {url.database} on {url.host} does not answer as it should."
