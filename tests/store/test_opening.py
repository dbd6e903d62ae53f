"""Opening makes, migrates or refuses a database, and never harms what it does not understand."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store import schema
from mydia_desktop.store.database import Store
from mydia_desktop.store.engine import sqlite_file
from tests.mydia_files import MydiaFile
from tests.store.values import begin, everything


@pytest.fixture
def file(sqlite_url) -> Path:
    """Where the database is to be."""
    return sqlite_file(sqlite_url)


def execute(url, *statements):
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def beside(file):
    return {path.name for path in file.parent.iterdir()} - {file.name, f"{file.name}-wal", f"{file.name}-shm"}


async def test_a_newer_database_is_left_alone(open_store, store, nas, url):
    """It is said who wrote it and what to do."""
    await begin(store, nas)
    await store.close()
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreUnavailableError, match=r"newer Mydia Desktop.*left as it is.*Install the newer"):
        await open_store()
    execute(url, f"UPDATE alembic_version SET version_num = '{schema.REVISIONS[-1]}'")
    assert len(await everything(await open_store())) == 1


async def test_a_newer_file_stays_byte_for_byte_what_it_is(open_at, file, sqlite_url):
    """Its log and its folder, too."""
    await (await open_at(sqlite_url)).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before, others = file.read_bytes(), beside(file)
    with pytest.raises(StoreUnavailableError):
        await open_at(sqlite_url)
    assert file.read_bytes() == before
    assert beside(file) == others


async def test_the_database_of_another_program_is_left_alone(open_store, url):
    """Also one that has a table of the same name."""
    execute(url, "CREATE TABLE downloads (id INTEGER)")
    with pytest.raises(StoreUnavailableError, match=r"belongs to another program"):
        await open_store()
    execute(url, "INSERT INTO downloads VALUES (1)")


async def test_a_server_may_have_other_tables_beside_ours(open_at, postgres):
    """They are none of our business."""
    url = postgres.new_database()
    execute(url, "CREATE TABLE recipes (id INTEGER)")
    assert await everything(await open_at(url)) == []


async def test_a_database_of_mydias_opens_and_the_file_as_it_was_stays_beside_it(open_at, file, sqlite_url):
    """Its downloads are records."""
    mydia = MydiaFile(file)
    mydia.fill(downloads=50)
    before = file.read_bytes()
    store = await open_at(sqlite_url)
    assert len(await everything(store)) == 50
    assert store.backup is not None
    assert store.backup.read_bytes() == before
    await store.close()
    again = await open_at(sqlite_url)
    assert again.backup is None


async def test_an_older_file_is_changed_on_a_copy_and_stays_beside_the_new_one(open_at, file, sqlite_url, monkeypatch):
    """What is in it is still there, with what was not yet in the file itself."""
    old = await open_at(sqlite_url)
    record = await begin(old, await old.save_client(kind="k", name="NAS", origin="o"))
    await old.close()
    rows = "SELECT id FROM downloads"
    monkeypatch.setattr(schema, "REVISIONS", ("0001", "0002"))
    monkeypatch.setattr(schema, "_upgrade", lambda engine: add_a_column(engine, "0002"))
    store = await open_at(sqlite_url)
    assert [one.id for one in await everything(store)] == [record.id]
    assert beside(file) == {f"{file.name}.before-0002"}
    assert store.backup == file.with_name(f"{file.name}.before-0002")
    with closing(sqlite3.connect(store.backup)) as backup, closing(sqlite3.connect(file)) as new:
        assert backup.execute(rows).fetchall() == new.execute(rows).fetchall() == [(record.id,)]
        assert not backup.execute("SELECT * FROM pragma_table_info('downloads') WHERE name = 'new'").fetchall()


async def test_a_migration_that_fails_leaves_the_file_as_it_was(open_at, file, sqlite_url, monkeypatch):
    """Byte for byte, and with nothing left beside it."""
    await (await open_at(sqlite_url)).close()
    before = file.read_bytes()

    def fail(engine):
        add_a_column(engine, "0002")
        execute(str(engine.url), "INSERT INTO nowhere VALUES (1)")

    monkeypatch.setattr(schema, "REVISIONS", ("0001", "0002"))
    monkeypatch.setattr(schema, "_upgrade", fail)
    with pytest.raises(StoreUnavailableError, match=r"It is as it was"):
        await open_at(sqlite_url)
    assert file.read_bytes() == before
    assert beside(file) == set()


async def test_a_migration_that_would_break_a_reference_is_refused(open_at, file, sqlite_url, monkeypatch):
    """The file stays as it was."""
    old = await open_at(sqlite_url)
    await begin(old, await old.save_client(kind="k", name="NAS", origin="o"))
    await old.close()
    before = file.read_bytes()
    monkeypatch.setattr(schema, "REVISIONS", ("0001", "0002"))
    monkeypatch.setattr(schema, "_upgrade", lambda engine: execute(str(engine.url), "DELETE FROM clients"))
    with pytest.raises(StoreUnavailableError):
        await open_at(sqlite_url)
    assert file.read_bytes() == before


def add_a_column(engine, revision):
    execute(
        str(engine.url),
        "ALTER TABLE downloads ADD COLUMN new TEXT",
        f"UPDATE alembic_version SET version_num = '{revision}'",
    )


async def test_opening_may_be_tried_again_with_the_same_store(sqlite_url, file):
    """When the reason is gone."""
    file.mkdir()
    store = Store(sqlite_url, actor="me@desk")
    with pytest.raises(StoreUnavailableError, match=r"can't be opened"):
        await store.open()
    with pytest.raises(StoreUnavailableError, match=r"not open"):
        await store.clients()
    file.rmdir()
    await store.open()
    assert await store.clients() == []
    await store.close()


async def test_readers_and_a_writer_of_a_file_do_not_wait_for_each_other(open_at, sqlite_url, file):
    """It keeps a write-ahead log."""
    await (await open_at(sqlite_url)).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_a_path_may_have_any_characters(open_at, tmp_path):
    """Also those that mean something in an address."""
    folder = tmp_path / "50%?a=b#c@d ü"
    folder.mkdir()
    await open_at(f"sqlite:///{folder / 'my.sqlite3'}")
    assert (folder / "my.sqlite3").exists()


def test_an_ordinary_start_loads_no_migrations_and_no_driver_it_does_not_use(tmp_path):
    """Nor does naming the store load SQLAlchemy: that happens in the store's own thread."""
    program = """
import asyncio, sys
from mydia_desktop.store.database import Store
assert "sqlalchemy" not in sys.modules
async def main():
    store = Store(sys.argv[1], actor="me")
    await store.open()
    await store.close()
    print(*sorted({"sqlalchemy", "alembic", "psycopg", "mako"} & set(sys.modules)))
asyncio.run(main())
"""
    command = [sys.executable, "-c", program, f"sqlite:///{tmp_path / 'a.sqlite3'}"]
    first, second = (subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(2))
    assert first.split() == ["alembic", "mako", "sqlalchemy"]
    assert second.split() == ["sqlalchemy"]
