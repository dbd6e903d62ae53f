"""A SQLite file of Mydia's, at any shape it ever had, becomes one of ours: on a copy, which then takes its place.

Mydia stored what its clients did: status, progress, estimated completion. Those three columns go; every association,
moment, message and every table and index that is not about them stays. The file as it was stays beside it.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.domain.redaction import redacted
from mydia_desktop.domain.sentence import translate
from mydia_desktop.store.renewal import put_in_place, working_copy
from mydia_desktop.store.tables import DOWNLOADS, METADATA

logger = logging.getLogger(__name__)

LIVE_COLUMNS = frozenset({"status", "progress", "estimated_completion"})
"""What Mydia stored although only its clients knew it."""
_REPLACED_INDEX = ("download_client", "download_client_id")
"""Unique in Mydia, which knows clients by their names; ours are unique by the client itself."""
_OLD = "downloads_of_mydia"
_CLOSED = {"cancelled": "cancelled", "completed": "completed"}
"""Close reasons by Mydia's states."""

Connect = Callable[[str], sqlite3.Connection]


def is_mydias(file: Path) -> bool:
    """Whether this is a database of Mydia's that was not taken over yet. What can't be read is none."""
    if not file.exists():
        return False
    try:
        with closing(_connect(f"{file.absolute().as_uri()}?mode=ro")) as connection:
            tables = _names(connection, "table")
    except sqlite3.Error:
        return False  # whoever opens it next says why
    return "downloads" in tables and "alembic_version" not in tables


def take_over(file: Path, *, revision: str, connect: Connect | None = None) -> Path:
    """Turn it into a database of ours at this revision of the schema; returns where the file as it was stays.

    Raises:
        StoreUnavailableError: it could not be done; the file is byte for byte as it was.
    """
    try:
        with working_copy(file) as copy:
            with closing((connect or _connect)(copy.absolute().as_uri())) as connection:
                _upgrade(connection, revision)
            backup = put_in_place(copy, file, suffix="mydia")
    except (sqlite3.Error, OSError) as error:
        raise StoreUnavailableError(
            translate(
                "Mydia", "{file} is a database of Mydia's and could not be taken over: {error}. It is as it was."
            ).format(file=file, error=error)
        ) from error
    logger.warning("%s was a database of Mydia's. It was taken over; as it was it stays in %s", file, backup)
    return backup


def _connect(uri: str) -> sqlite3.Connection:
    # In autocommit: we say ourselves where the one transaction begins and ends.
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _upgrade(connection: sqlite3.Connection, revision: str) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    # What refers to the table by its name goes on doing so.
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute("BEGIN IMMEDIATE")
    columns = _columns(connection, "downloads")
    others = _index_and_trigger_statements(connection)
    connection.execute(f"ALTER TABLE downloads RENAME TO {_OLD}")
    for name in _names(connection, "index", _OLD):
        connection.execute(f"DROP INDEX {_quoted(name)}")
    _create_missing(connection)
    for name, kind in columns.items():
        if name not in LIVE_COLUMNS and name not in DOWNLOADS.columns:
            connection.execute(f"ALTER TABLE downloads ADD COLUMN {_quoted(name)} {kind}")
    clients = _make_clients(connection)
    _move_rows(connection, columns, clients)
    connection.execute(f"DROP TABLE {_OLD}")
    _restore(connection, others)
    connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.execute("INSERT INTO alembic_version VALUES (?)", (revision,))
    if broken := connection.execute("PRAGMA foreign_key_check(downloads)").fetchall():
        raise sqlite3.IntegrityError(
            translate("Mydia", "{broken} downloads would refer to what is not there").format(broken=len(broken))
        )
    connection.execute("COMMIT")
    (state,) = connection.execute("PRAGMA integrity_check").fetchone()
    if state != "ok":
        raise sqlite3.DatabaseError(translate("Mydia", "the copy is damaged ({state})").format(state=state))


def _create_missing(connection: sqlite3.Connection) -> None:
    """Our tables and indexes; those that Mydia has under the same name stay its own."""
    dialect = sqlite_dialect.dialect()
    there = _names(connection, "table") | _names(connection, "index")
    for table in METADATA.sorted_tables:
        if table.name not in there:
            connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            if index.name not in there:
                connection.execute(str(CreateIndex(index).compile(dialect=dialect)))


def _make_clients(connection: sqlite3.Connection) -> dict[str, str]:
    """A client for each name that downloads have, with what Mydia knows of it; its uuid by name."""
    known: dict[str, tuple[str, str]] = {}
    if "download_client_configs" in _names(connection, "table"):
        for name, kind, host, port, ssl, base in connection.execute(
            "SELECT name, type, host, port, use_ssl, url_base FROM download_client_configs"
        ):
            path = f"/{base.strip('/')}" if base and base.strip("/") else ""
            known[name] = kind, f"{'https' if ssl else 'http'}://{host}:{port}{path}"
    clients: dict[str, str] = {}
    names = connection.execute(
        f"SELECT download_client, min(inserted_at) FROM {_OLD} WHERE download_client IS NOT NULL GROUP BY 1"  # noqa: S608 - our own word
    ).fetchall()
    for name, since in names:
        clients[name] = str(uuid.uuid4())
        kind, origin = known.get(name, ("", ""))
        connection.execute(
            "INSERT INTO clients (id, kind, name, origin, inserted_at) VALUES (?, ?, ?, ?, ?)",
            (clients[name], kind, name, origin, since),
        )
    return clients


def _move_rows(connection: sqlite3.Connection, columns: dict[str, str], clients: dict[str, str]) -> None:
    kept = [name for name in columns if name not in LIVE_COLUMNS]
    added = ["client_id", "closed_at", "close_reason"]
    into = ", ".join(map(_quoted, [*kept, *added]))
    marks = ", ".join("?" * (len(kept) + len(added)))
    state = "status" if "status" in columns else "NULL"
    selected = ", ".join(map(_quoted, kept))
    items, episodes = (_ids(connection, table) for table in ("media_items", "episodes"))
    taken: set[tuple[str, str]] = set()
    # The latest first: of several for one transfer, which only the first shape allowed, that one goes on.
    rows = connection.execute(f"SELECT {state}, {selected} FROM {_OLD} ORDER BY inserted_at DESC, rowid DESC")  # noqa: S608 - columns of the file, quoted
    for mydias_state, *values in rows.fetchall():
        row = dict(zip(kept, values, strict=True))
        client = clients.get(row["download_client"]) if row["download_client"] is not None else None
        at_client = (client or "", row["download_client_id"] or "")
        superseded = client is not None and row["download_client_id"] is not None and at_client in taken
        taken.add(at_client)
        reason = _CLOSED.get(mydias_state, "forgotten" if superseded else None)
        closed_at = (row["completed_at"] or row["updated_at"]) if reason else None
        row["download_url"] = redacted(row["download_url"]) if row["download_url"] else row["download_url"]
        _untie(row, "media_item_id", items)
        _untie(row, "episode_id", episodes)
        connection.execute(
            f"INSERT INTO downloads ({into}) VALUES ({marks})",  # noqa: S608 - columns of the file, quoted
            [*row.values(), None if superseded else client, closed_at, reason],
        )


def _untie(row: dict[str, Any], column: str, there: set[str]) -> None:
    """Mydia never checked the references of a file that was edited by hand; one to nothing ties to nothing."""
    if row[column] is not None and row[column] not in there:
        logger.warning("The download %s referred to a %s that is not there: %s", row["id"], column, row[column])
        row[column] = None


def _index_and_trigger_statements(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT name, sql FROM sqlite_master "
        "WHERE tbl_name = 'downloads' AND type IN ('index', 'trigger') AND sql <> ''"
    ).fetchall()


def _restore(connection: sqlite3.Connection, statements: list[tuple[str, str]]) -> None:
    """Make again what belonged to the table, unless it is there, or is about a column that went."""
    for name, sql in statements:
        if name in _names(connection, "index") | _names(connection, "trigger") or _is_replaced(sql):
            continue
        connection.execute("SAVEPOINT restoring")
        try:
            connection.execute(sql)
        except sqlite3.OperationalError as error:
            if not any(re.search(rf"no such column: .*\b{column}\b", str(error)) for column in LIVE_COLUMNS):
                raise
            connection.execute("ROLLBACK TO restoring")
        connection.execute("RELEASE restoring")


def _is_replaced(sql: str) -> bool:
    words = re.sub(r'["`\[\]\s]', "", sql).lower()
    return words.startswith("createunique") and words.endswith(f"({','.join(_REPLACED_INDEX)})")


def _columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """The types of its columns, as declared."""
    return {name: kind for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({_quoted(table)})")}


def _names(connection: sqlite3.Connection, kind: str, table: str | None = None) -> set[str]:
    """Of tables, indexes or triggers that were declared, of one table or of all."""
    found: Iterator[tuple[str, str]] = connection.execute(
        "SELECT name, tbl_name FROM sqlite_master WHERE type = ? AND (sql <> '' OR type = 'table')", (kind,)
    )
    return {name for name, of in found if table is None or of == table}


def _ids(connection: sqlite3.Connection, table: str) -> set[str]:
    with suppress(sqlite3.OperationalError):
        return {id_ for (id_,) in connection.execute(f"SELECT id FROM {table}")}  # noqa: S608 - our own word
    return set()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
