"""What went wrong with the database, as a sentence for the person whose it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store.engine import address

_BUSY = "Another program is writing to {place} and does not let go. Close it, or try again in a moment."
_FULL = "There is no space left for {place}. Nothing was written. Make some space and try again."
_SQLITE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: "{place} can't be written: it or its folder is read-only. Allow writing there.",
    sqlite3.SQLITE_CANTOPEN: "{place} can't be opened. Check that its folder is there and that you may write to it.",
    sqlite3.SQLITE_PERM: "You may not open {place}. Check the rights of the file and of its folder.",
    sqlite3.SQLITE_FULL: _FULL,
    # The 32 KiB in which readers and writers find each other don't fit any more.
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,
    sqlite3.SQLITE_IOERR: "{place} can't be read or written: the disk reports an error. Check the disk and its space.",
    sqlite3.SQLITE_CORRUPT: (
        "{place} is damaged. It was left as it is. Put a backup in its place, or move it away to begin anew."
    ),
    sqlite3.SQLITE_NOTADB: "{place} is not a database. It was left as it is. Move it away to begin anew.",
}
_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their last byte."""
_POSTGRESQL = {
    "25006": "{place} can't be written: its server is read-only. Ask whoever runs it, or name another in config.toml.",
    "42501": "{place} does not allow {user} what is needed. Ask whoever runs it for the right to create tables there.",
    "53100": "There is no space left on the server of {place}. Nothing was written. Make some space and try again.",
    "53300": "{place} has too many connections. Try again in a moment.",
    "55P03": _BUSY,
    "57014": "{place} took too long. Nothing was written. Try again in a moment.",
    "40": _BUSY,
}
"""By SQLSTATE, or by its class."""
_REFUSED = "{place} does not let us in: {words}. Check database_url in config.toml, or ask whoever runs the server."
_NO_ANSWER = "{place} does not answer: {words}. Check that the server runs and can be reached from here."
_NO_DRIVER = (
    "config.toml names a PostgreSQL database, but psycopg is not installed. "
    "Install mydia-desktop[postgresql], or make database_url empty."
)
_NO_LIBRARY = (
    "config.toml names a PostgreSQL database, but the library libpq is not installed. "
    "Install it (Debian's package is libpq5), or make database_url empty."
)
_NO_ADDRESS = "database_url in config.toml is not understood. It looks like postgresql://user@host/database."
_LOST = "The connection to {place} broke. Check that the server runs and can be reached from here."


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Let what the database raises inside become a StoreUnavailableError, with no password in it."""
    try:
        yield
    except DBAPIError as error:
        if not (sentence := _sentence(error, address(url))):
            raise
        raise StoreUnavailableError(sentence) from error
    except sqlite3.Error as error:
        if not (sentence := _of_sqlite(error, address(url))):
            raise
        raise StoreUnavailableError(sentence) from error
    except ImportError as error:
        if error.name == "psycopg":
            raise StoreUnavailableError(_NO_DRIVER) from error
        if "libpq" not in str(error):
            raise
        raise StoreUnavailableError(_NO_LIBRARY) from error
    except (ArgumentError, NoSuchModuleError):
        # The address may hold a password, and the error the address.
        raise StoreUnavailableError(_NO_ADDRESS) from None


def _sentence(error: DBAPIError, url: URL) -> str:
    """Empty for what is no trouble of the database's, but our mistake."""
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error.orig, url)
    place = {"place": f"The database {url.database} on {url.host}", "user": url.username or "the user"}
    state = getattr(error.orig, "sqlstate", None) or ""
    known = next((_POSTGRESQL[key] for key in (state, state[:2]) if key in _POSTGRESQL), None)
    if known is not None:
        return known.format(**place)
    if error.connection_invalidated:
        return _LOST.format(**place)
    if isinstance(error, OperationalError):
        words = str(error.orig).rpartition("failed: ")[2].partition("\n")[0]
        # What comes from the server begins so; what only our side knows does not.
        from_server = "FATAL:" in words
        words = words.replace("FATAL:", "").strip().rstrip(".")
        return (_REFUSED if from_server else _NO_ANSWER).format(**place, words=words)
    return ""


def _of_sqlite(error: sqlite3.Error, url: URL) -> str:
    code = getattr(error, "sqlite_errorcode", 0)
    return _SQLITE.get(code, _SQLITE.get(code & _PRIMARY, "")).format(place=url.database)
