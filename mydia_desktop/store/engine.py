"""The way to the one database: how to connect, how a transaction begins, and what its clock says."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, func, make_url, select

BUSY_TIMEOUT_S = 5.0
"""How long another writer of the same database is waited for."""
CONNECT_TIMEOUT_S = 10
STATEMENT_TIMEOUT_S = 20
"""Of PostgreSQL; a transaction whose desktop fell silent ends after as long, so that nobody waits for it for ever."""
_WRITES = "mydia_writes"


def connect(url: str) -> Engine:
    """An engine with at most one connection, which is opened on first use.

    Raises:
        ImportError: PostgreSQL is asked for, and psycopg is not installed.
        sqlalchemy.exc.ArgumentError: this is no address of a database.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, pool_size=1, max_overflow=0, connect_args={"timeout": BUSY_TIMEOUT_S})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    options = (
        f"-c statement_timeout={STATEMENT_TIMEOUT_S}s -c lock_timeout={BUSY_TIMEOUT_S:g}s "
        f"-c idle_in_transaction_session_timeout={STATEMENT_TIMEOUT_S}s -c timezone=UTC"
    )
    return create_engine(
        parsed,
        pool_size=1,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S, "options": options, "application_name": "mydia-desktop"},
    )


def sqlite_file(url: str) -> Path | None:
    """The file that is the database; None if it is a server's."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


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


def clock(connection: Connection) -> float:
    """What the database's clock says now, as Unix seconds: desktops that share it need not agree on the time."""
    if connection.dialect.name == "sqlite":
        return time.time()
    moment: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return moment.timestamp()


def _prepare_sqlite(connection: sqlite3.Connection, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    # sqlite3 would begin by itself, late and deferred; we say when.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that turns from reading to writing can't wait for another writer: it fails at once.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
