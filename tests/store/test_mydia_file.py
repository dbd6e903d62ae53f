"""A database of Mydia's becomes one of ours: what it knows stays, what it stored of its clients goes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store.mydia_file import LIVE_COLUMNS, is_mydias, take_over
from tests.mydia_files import MydiaFile

DOWNLOADS = 3000
REVISION = "0001"


@pytest.fixture(params=[True, False], ids=["first shape", "present shape"])
def mydia(request, tmp_path) -> MydiaFile:
    """Thousands of downloads with nulls, odd Unicode, broken JSON."""
    file = MydiaFile(tmp_path / "mydia.sqlite3", first_shape=request.param)
    file.fill(downloads=DOWNLOADS)
    return file


@pytest.fixture
def first(tmp_path) -> MydiaFile:
    """One at the first shape, with nothing in it."""
    return MydiaFile(tmp_path / "mydia.sqlite3")


def rows(path: Path, query: str) -> list[sqlite3.Row]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(query).fetchall()


def named(path: Path, kind: str, table: str) -> set[str]:
    found = rows(path, f"SELECT name FROM sqlite_master WHERE type = '{kind}' AND tbl_name = '{table}' AND sql <> ''")
    return {row["name"] for row in found}


def table(path: Path, name: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in rows(path, f"SELECT * FROM {name} ORDER BY id")]


def test_it_is_known_by_what_is_in_it(mydia, tmp_path):
    """And only until it was taken over."""
    assert is_mydias(mydia.path)
    take_over(mydia.path, revision=REVISION)
    assert not is_mydias(mydia.path)
    assert not is_mydias(tmp_path / "nothing.sqlite3")


def test_truth_no_live_column_is_left(mydia):
    take_over(mydia.path, revision=REVISION)
    columns = {row["name"] for row in rows(mydia.path, "PRAGMA table_info(downloads)")}
    assert not columns & LIVE_COLUMNS
    assert {"client_id", "attempt", "closed_at", "last_save_path"} <= columns


def test_everything_a_download_knew_is_still_known(mydia):
    """Each association, moment and message, whatever is in it; only secrets leave its address."""
    names = (
        "id, media_item_id, episode_id, indexer, title, download_client, download_client_id, completed_at, "
        "error_message, metadata, inserted_at, updated_at"
    )
    query = f"SELECT {names} FROM downloads ORDER BY id"
    before = [tuple(row) for row in rows(mydia.path, query)]
    take_over(mydia.path, revision=REVISION)
    assert len(before) == DOWNLOADS
    assert [tuple(row) for row in rows(mydia.path, query)] == before
    addresses = [row["download_url"] for row in rows(mydia.path, "SELECT download_url FROM downloads")]
    assert sum(address is not None for address in addresses) == DOWNLOADS // 3
    assert not any("s3cret" in address for address in addresses if address)


def test_what_is_no_download_stays_as_it_was(mydia):
    """Also tables that are none of our business."""
    names = ("media_items", "episodes", "media_files", "download_client_configs", "users")
    before = {name: (table(mydia.path, name), named(mydia.path, "index", name)) for name in names}
    take_over(mydia.path, revision=REVISION)
    for name, (content, indexes) in before.items():
        assert table(mydia.path, name) == content
        assert indexes <= named(mydia.path, "index", name)


def test_indexes_and_constraints_stay(mydia):
    """But for those about a column that went, and the one that took a client's name for the client."""
    before = named(mydia.path, "index", "downloads")
    take_over(mydia.path, revision=REVISION)
    gone = before - named(mydia.path, "index", "downloads")
    assert gone <= {"downloads_status_index", "downloads_download_client_download_client_id_index"}
    with closing(sqlite3.connect(mydia.path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("UPDATE downloads SET media_item_id = 'nobody'")
        with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
            connection.execute("UPDATE downloads SET title = NULL")


def test_indexes_and_triggers_of_the_owners_own_stay(first):
    with first.connect() as connection:
        connection.executescript(
            """
            CREATE INDEX mine ON downloads (indexer, title);
            CREATE INDEX about_status ON downloads (status, title);
            CREATE TABLE log (id TEXT);
            CREATE TRIGGER told AFTER INSERT ON downloads BEGIN INSERT INTO log VALUES (new.id); END;
            ALTER TABLE downloads ADD COLUMN rating REAL;
            """
        )
    first.add("downloads", title="Nosferatu", status="pending", rating=4.5)
    take_over(first.path, revision=REVISION)
    assert "mine" in named(first.path, "index", "downloads")
    assert "about_status" not in named(first.path, "index", "downloads")
    assert named(first.path, "trigger", "downloads") == {"told"}
    assert [row["rating"] for row in rows(first.path, "SELECT rating FROM downloads")] == [4.5]
    assert len(table(first.path, "log")) == 1  # of the row's own day; moving it is no insertion


def test_what_mydia_had_ended_is_closed(first):
    """With the reason that it ended for; what waited still waits."""
    for state in ("pending", "downloading", "completed", "failed", "cancelled"):
        first.add(
            "downloads", title=state, status=state, completed_at="2025-11-01T10:00:00" if state == "completed" else None
        )
    take_over(first.path, revision=REVISION)
    ends = {
        row["title"]: (row["close_reason"], row["closed_at"]) for row in rows(first.path, "SELECT * FROM downloads")
    }
    assert ends == {
        "pending": (None, None),
        "downloading": (None, None),
        "failed": (None, None),
        "completed": ("completed", "2025-11-01T10:00:00"),
        "cancelled": ("cancelled", "2025-11-05T03:36:10"),
    }


def test_each_name_of_a_client_becomes_a_client(mydia):
    """With kind and address where Mydia's settings know them."""
    take_over(mydia.path, revision=REVISION)
    clients = {row["name"]: (row["kind"], row["origin"]) for row in rows(mydia.path, "SELECT * FROM clients")}
    assert clients == {
        "NAS": ("transmission", "http://nas.example:9091"),
        "Seedbox": ("qbittorrent", "http://nas.example:8080"),
        "Attic": ("", ""),
    }
    tied = rows(mydia.path, "SELECT d.download_client, c.name FROM downloads d JOIN clients c ON c.id = d.client_id")
    assert tied
    assert all(row["download_client"] == row["name"] for row in tied)


def test_of_several_downloads_for_one_transfer_the_latest_goes_on(first):
    """The first shape allowed them; the others keep what they know, and end."""
    for number, moment in enumerate(("2025-01-01T00:00:00", "2025-03-01T00:00:00", "2025-02-01T00:00:00")):
        first.add(
            "downloads", title=f"{number}", status="downloading", inserted_at=moment, updated_at=moment,
            download_client="NAS", download_client_id="a" * 40,
        )  # fmt: skip
    take_over(first.path, revision=REVISION)
    ends = {
        row["title"]: (row["client_id"] is None, row["close_reason"])
        for row in rows(first.path, "SELECT * FROM downloads")
    }
    assert ends == {"0": (True, "forgotten"), "1": (False, None), "2": (True, "forgotten")}


def test_a_reference_to_nothing_ties_to_nothing(first, caplog):
    """Else such a file could never be opened; it is said in the log."""
    with first.connect() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
    lost = first.add("downloads", title="Lost", status="pending", media_item_id="nobody")
    take_over(first.path, revision=REVISION)
    assert [row["media_item_id"] for row in rows(first.path, "SELECT * FROM downloads")] == [None]
    assert lost in caplog.text


def test_the_file_as_it_was_stays_beside_it(mydia):
    before = mydia.path.read_bytes()
    backup = take_over(mydia.path, revision=REVISION)
    assert backup.read_bytes() == before
    assert sorted(path.name for path in mydia.path.parent.iterdir()) == ["mydia.sqlite3", "mydia.sqlite3.mydia"]


def test_a_backup_of_earlier_is_never_overwritten(mydia):
    earlier = mydia.path.with_name("mydia.sqlite3.mydia")
    earlier.write_bytes(b"precious")
    assert take_over(mydia.path, revision=REVISION).name == "mydia.sqlite3.mydia-1"
    assert earlier.read_bytes() == b"precious"


def test_a_failure_at_any_statement_leaves_the_file_byte_for_byte(tmp_path):
    """Each statement in turn."""
    file = MydiaFile(tmp_path / "mydia.sqlite3")
    file.fill(downloads=8)
    before = file.path.read_bytes()

    class Failing(sqlite3.Connection):
        left = 0

        def execute(self, sql, *parameters):
            Failing.left -= 1
            if Failing.left < 0:
                raise sqlite3.OperationalError("disk I/O error")
            return super().execute(sql, *parameters)

    def connect(uri):
        return sqlite3.connect(uri, uri=True, isolation_level=None, factory=Failing)

    def fails_after(statements: int) -> bool:
        Failing.left = statements
        try:
            take_over(file.path, revision=REVISION, connect=connect)
        except StoreUnavailableError as failure:
            said.append(failure.message)
            return True
        return False

    said: list[str] = []
    while fails_after(len(said)):
        assert "disk I/O error" in said[-1]
        assert "It is as it was." in said[-1]
        assert file.path.read_bytes() == before
        assert not list(tmp_path.glob("*.mydia")) + list(tmp_path.glob(".*"))
    assert len(said) > 60
    assert len(table(file.path, "downloads")) == 8


def test_what_is_still_in_the_write_ahead_log_is_taken_over_too(tmp_path):
    """A crash of Mydia may have left it there."""
    living = MydiaFile(tmp_path / "living.sqlite3")
    writer = sqlite3.connect(living.path)
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    with writer:
        writer.execute(
            "INSERT INTO downloads (id, title, status, inserted_at, updated_at) "
            "VALUES ('1', 'Late', 'pending', '2025-01-01T00:00:00', '2025-01-01T00:00:00')"
        )
    crashed = tmp_path / "crashed" / "mydia.sqlite3"
    crashed.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{living.path}{end}", f"{crashed}{end}")
    writer.close()
    take_over(crashed, revision=REVISION)
    assert [row["title"] for row in rows(crashed, "SELECT title FROM downloads")] == ["Late"]


def test_a_file_that_another_program_has_open_is_left_alone(mydia):
    with closing(sqlite3.connect(mydia.path)) as other:
        other.execute("SELECT count(*) FROM downloads").fetchall()
        other.execute("BEGIN IMMEDIATE")
        before = mydia.path.read_bytes()
        with pytest.raises(StoreUnavailableError, match=r"It is as it was\."):
            take_over(mydia.path, revision=REVISION)
        assert mydia.path.read_bytes() == before
