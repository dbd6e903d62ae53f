"""The way to the one database: how to connect, how a transaction begins, and what its clock says."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.exc import ArgumentError

from mydia_desktop.domain.sentence import translate

BUSY_TIMEOUT_S = 5.0
"""How long another writer of the same database is waited for."""
CONNECT_TIMEOUT_S = 10
STATEMENT_TIMEOUT_S = 20
"""Of PostgreSQL; a transaction whose desktop fell silent ends after as long, so that nobody waits for it for ever."""
SQLITE = "sqlite:///"
_WRITES = "mydia_writes"


def address(url: str) -> URL:
    """The parts of it. What follows ``sqlite:///`` is a path, whatever characters are in it.

    Raises:
        sqlalchemy.exc.ArgumentError: this is no address of a database.
    """
    if url.startswith(SQLITE):
        return URL.create("sqlite", database=url.removeprefix(SQLITE))
    try:
        return make_url(url)
    except ValueError:  # a port that is no number
        raise ArgumentError(translate("Database", "no address of a database")) from None


def connect(url: str, *, foreign_keys: bool = True) -> Engine:
    """An engine with at most one connection, which is opened on first use.

    Raises:
        ImportError: PostgreSQL is asked for, and psycopg is not installed, or the library that it needs.
        sqlalchemy.exc.ArgumentError: this is no address of a database.
    """
    place = address(url)
    if place.get_backend_name() == "sqlite":
        return _connect_sqlite(place, foreign_keys=foreign_keys)
    return create_engine(
        place,
        pool_size=1,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "application_name": "mydia-desktop",
            "connect_timeout": CONNECT_TIMEOUT_S,
            # A server that was unplugged is noticed, and not after hours.
            "tcp_user_timeout": STATEMENT_TIMEOUT_S * 1000,
            "keepalives_idle": CONNECT_TIMEOUT_S,
            "keepalives_interval": 5,
            "keepalives_count": 2,
            "options": (
                f"-c statement_timeout={STATEMENT_TIMEOUT_S}s -c lock_timeout={int(BUSY_TIMEOUT_S * 1000)}ms "
                f"-c idle_in_transaction_session_timeout={STATEMENT_TIMEOUT_S}s -c timezone=UTC"
            ),
        },
    )


def _connect_sqlite(place: URL, *, foreign_keys: bool) -> Engine:
    engine = create_engine(
        place, pool_size=1, max_overflow=0, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT_S}
    )

    def prepare(connection: sqlite3.Connection, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
        # sqlite3 would begin by itself, late and deferred; we say when.
        connection.isolation_level = None
        # One name in bytes that are no text would make its whole table unreadable.
        connection.text_factory = lambda raw: str(raw, "utf-8", "replace")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that turns from reading to writing can't wait for another writer: it fails at once.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def sqlite_file(url: str) -> Path | None:
    """The file that is the database; None if it is a server's."""
    return Path(url.removeprefix(SQLITE)) if url.startswith(SQLITE) else None


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only looks."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that changes something: all of it, or after an exception nothing."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


@contextmanager
def trying(engine: Engine) -> Iterator[Connection]:
    """A transaction of which nothing stays."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def one_at_a_time(connection: Connection, what: str) -> None:
    """Hold up other desktops that come to the same, until the end of the transaction.

    SQLite has but one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        lock = zlib.crc32(f"mydia-desktop {what}".encode())
        connection.execute(select(func.pg_advisory_xact_lock(lock)))


def clock(connection: Connection) -> float:
    """What the database's clock says now, as Unix seconds: desktops that share it need not agree on the time."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC).timestamp()  # whole microseconds, as it is written
    moment: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return moment.timestamp()
