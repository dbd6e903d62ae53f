"""The shape of the database, read from living ones."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from mydia_desktop.domain.record import EventKind, NewEvent
from mydia_desktop.store import migrations, schema
from mydia_desktop.store.tables import METADATA
from tests.store.values import begin, show

LIVE = re.compile(
    r"status|state|progress|percent|speed|rate|eta$|^eta|estimated|remaining|ratio|peers|seed|downloaded|uploaded"
)
BOTH = "'2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z'"


@pytest.fixture
async def living(store, url):
    """A connection to a database that the program made."""
    await store.now()
    engine = create_engine(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


async def test_truth_no_column_anywhere_is_for_what_a_client_knows_better(living):
    """Not for status, progress, speed or ETA, in no table."""
    inspector = inspect(living)
    columns = {
        f"{table}.{column['name']}" for table in inspector.get_table_names() for column in inspector.get_columns(table)
    }
    assert {"downloads.completed_at", "download_events.kind"} < columns
    assert {name for name in columns if LIVE.search(name.partition(".")[2])} == set()


async def test_the_migrations_make_what_the_program_works_with(living):
    """Tables, columns, indexes, unique constraints and foreign keys, to the last one."""
    context = MigrationContext.configure(living, opts={"compare_type": True, "compare_server_default": True})
    assert compare_metadata(context, METADATA) == []


async def test_every_table_and_rule_of_the_design_is_there(living):
    """By name, so that none goes unnoticed."""
    inspector = inspect(living)
    assert set(inspector.get_table_names()) == {
        "media_items", "episodes", "clients", "downloads", "download_episodes", "download_events", "import_jobs",
        "alembic_version",
    }  # fmt: skip
    unique = {
        table: {tuple(one["column_names"]) for one in inspector.get_unique_constraints(table)}
        for table in ("media_items", "episodes", "downloads", "import_jobs")
    }
    assert unique == {
        "media_items": {("tmdb_id",)},
        "episodes": {("media_item_id", "season_number", "episode_number")},
        "downloads": {("client_id", "download_client_id")},
        "import_jobs": {("download_id", "attempt")},
    }
    keys = {
        (table, key["constrained_columns"][0]): (key["referred_table"], key["options"].get("ondelete"))
        for table in inspector.get_table_names()
        for key in inspector.get_foreign_keys(table)
    }
    assert keys == {
        ("episodes", "media_item_id"): ("media_items", "CASCADE"),
        ("downloads", "media_item_id"): ("media_items", "CASCADE"),
        ("downloads", "episode_id"): ("episodes", "CASCADE"),
        ("downloads", "client_id"): ("clients", None),
        ("download_episodes", "download_id"): ("downloads", "CASCADE"),
        ("download_episodes", "episode_id"): ("episodes", "CASCADE"),
        ("import_jobs", "download_id"): ("downloads", "CASCADE"),
    }


@pytest.mark.parametrize(
    "row",
    [
        f"media_items (id, type, title, inserted_at, updated_at) VALUES ('1', 'song', 'a', {BOTH})",
        f"media_items (id, type, title, monitored, inserted_at, updated_at) VALUES ('1', 'movie', 'a', 2, {BOTH})",
        f"downloads (id, title, close_reason, inserted_at, updated_at) VALUES ('1', 'a', 'bored', {BOTH})",
        f"downloads (id, inserted_at, updated_at) VALUES ('1', {BOTH})",
        f"downloads (id, title, client_id, inserted_at, updated_at) VALUES ('1', 'a', 'x', {BOTH})",
    ],
)
async def test_what_makes_no_sense_is_refused_by_the_database(living, row):
    """Whoever writes it."""
    if living.dialect.name == "sqlite":
        living.execute(text("PRAGMA foreign_keys = ON"))
    with pytest.raises(IntegrityError):
        living.execute(text(f"INSERT INTO {row}"))
    living.rollback()


async def test_the_history_survives_what_it_tells_of(store, nas, url):
    """A movie that is deleted takes its downloads along, and leaves their story."""
    subject = await store.subject(show(1, 2))
    record = await begin(store, nas, subject=subject)
    engine = create_engine(url)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA foreign_keys = ON"))
        connection.execute(text("DELETE FROM media_items"))
        left = connection.execute(text("SELECT count(*) FROM download_episodes")).scalar_one()
    engine.dispose()
    assert left == 0
    assert await store.record(record.id) is None
    assert len(await store.history_of(record.id)) == 1


async def test_numbers_of_events_are_never_used_again(store, url):
    """Also not those of events that somebody deleted."""
    event = NewEvent(kind=EventKind.SENT, record_id="r")
    (last,) = (await store.log(event, event))[1:]
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM download_events"))
    engine.dispose()
    assert (await store.log(event))[0].id > last.id


def test_the_program_knows_its_own_migrations():
    """Without loading Alembic, which it is told in a list."""
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == schema.REVISIONS


def test_the_wheel_brings_the_migrations(tmp_path):
    """What is not in it is missed only by those who install it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[2])
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        brought = set(archive.namelist())
    folder = Path(migrations.__file__).parent
    own = {f"mydia_desktop/store/migrations/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.py")}
    assert "mydia_desktop/store/migrations/versions/0001_initial.py" in own <= brought
