"""Whatever is wrong with the database is said in a sentence: what, who, what next. Nothing is overwritten."""

from __future__ import annotations

import builtins
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store import engine
from mydia_desktop.store.engine import sqlite_file
from tests.mydia_files import MydiaFile
from tests.postgres import PASSWORD
from tests.store.values import begin, everything


@pytest.fixture
def file(sqlite_url) -> Path:
    """Where the database is."""
    return sqlite_file(sqlite_url)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Not below pytest's folder, which is for its owner only: root tries as somebody else what it is itself above."""
    with tempfile.TemporaryDirectory(prefix="mydia-store-") as name:
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.fixture
def impatient(monkeypatch):
    """Wait but a moment for another writer."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.2)


@pytest.mark.usefixtures("impatient")
async def test_a_locked_file_is_said_to_be_locked(open_at, sqlite_url, file):
    """On writing, while reading still works, and once it is free all works again."""
    store = await open_at(sqlite_url)
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match=r"Another program is writing to .*mydia.sqlite3"):
            await begin(store, nas)
        assert await store.clients() == [nas]
        with pytest.raises(StoreUnavailableError, match=r"Another program"):
            await open_at(sqlite_url)
        other.execute("ROLLBACK")
    assert (await begin(store, nas)).attempt == 1


@pytest.mark.usefixtures("impatient")
async def test_a_locked_table_of_a_server_is_said_to_be_locked(open_at, postgres):
    """Nobody waits for long."""
    url = postgres.new_database()
    store = await open_at(url)
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    with postgres.connect(url.rpartition("/")[2]) as other, other.transaction():
        other.execute("LOCK TABLE downloads")
        with pytest.raises(StoreUnavailableError, match=r"Another program is writing"):
            await begin(store, nas)
    assert (await begin(store, nas)).attempt == 1


_AS_NOBODY = """
import asyncio, os, sys
import mydia_desktop.store.repository  # before it may be out of reach
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.store.database import Store
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
async def main():
    store = Store(sys.argv[1], actor="me")
    try:
        await store.open()
    except StoreUnavailableError as error:
        print(error.message)
    await store.close()
asyncio.run(main())
"""


@pytest.mark.parametrize("read_only", ["file", "folder", "both"])
async def test_a_read_only_file_or_folder_is_said_to_be_so(open_at, open_folder, read_only):
    """When it is opened, rather than when something is lost; the file stays what it is."""
    file = open_folder / "mydia.sqlite3"
    await (await open_at(f"sqlite:///{file}")).close()
    before = file.read_bytes()
    file.chmod(0o444 if read_only != "folder" else 0o666)
    open_folder.chmod(0o555 if read_only != "file" else 0o777)
    command = [sys.executable, "-c", _AS_NOBODY, f"sqlite:///{file}"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert str(file) in said
    assert "read-only" in said or "you may write to it" in said
    assert file.read_bytes() == before


async def test_a_full_disk_is_said_to_be_full_and_nothing_is_half_written(open_at, sqlite_url, file):
    """A limit of the system on the size of files, which is what a full disk is to a program."""
    store = await open_at(sqlite_url)
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    kept = await begin(store, nas)
    size = max(path.stat().st_size for path in file.parent.iterdir())
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        with pytest.raises(StoreUnavailableError, match=r"space"):
            await begin_many(store, nas)
        said = await everything(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert kept in said
    assert len(await store.history(limit=2000)) == len(await everything(store)) == len(said)
    assert (await begin(store, nas, native_id="now there is space")).attempt == 1


async def begin_many(store, nas):
    for number in range(1000):
        await begin(store, nas, native_id=f"{number}", title="a" * 10_000)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A real disk of 1 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("only root may mount a disk, and not everywhere; the limit of the system tries the same")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


async def test_a_disk_that_is_full_already_is_said_to_be_full_on_opening(open_at, small_disk):
    """It has no room for what readers and writers share, and SQLite calls that a disk error."""
    file = small_disk / "mydia.sqlite3"
    await (await open_at(f"sqlite:///{file}")).close()
    before = file.read_bytes()
    filling = ["dd", "if=/dev/zero", f"of={small_disk / 'other'}", "bs=1k"]
    subprocess.run(filling, check=False, stderr=subprocess.DEVNULL)
    with pytest.raises(StoreUnavailableError, match=r"There is no space left for .*mydia.sqlite3"):
        await open_at(f"sqlite:///{file}")
    assert file.read_bytes() == before


async def test_a_disk_that_is_full_while_mydias_file_is_taken_over_leaves_it(open_at, small_disk):
    """There is no room for the copy."""
    file = small_disk / "mydia.sqlite3"
    MydiaFile(file).fill(downloads=800)
    before = file.read_bytes()
    assert len(before) > 500_000
    with pytest.raises(StoreUnavailableError, match=r"full"):
        await open_at(f"sqlite:///{file}")
    assert file.read_bytes() == before
    assert {path.name for path in small_disk.iterdir()} <= {file.name, f"{file.name}-wal", f"{file.name}-shm"}


async def test_what_is_no_database_is_left_as_it_is(open_at, sqlite_url, file):
    """Rather than made one."""
    file.write_text("Dear diary, " * 1000)
    with pytest.raises(StoreUnavailableError, match=r"is not a database. It was left as it is"):
        await open_at(sqlite_url)
    assert file.read_text() == "Dear diary, " * 1000


async def test_a_damaged_file_is_left_as_it_is(open_at, sqlite_url, file):
    """Whether it shows on opening or on reading."""
    store = await open_at(sqlite_url)
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    for number in range(50):
        await begin(store, nas, native_id=f"{number}", title="a" * 1000)
    await store.close()
    content = bytearray(file.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises(StoreUnavailableError, match=r"is damaged. It was left as it is. Put a backup in its place"):
        await everything(await open_at(sqlite_url))
    assert file.read_bytes() == content


async def test_a_server_that_is_not_there_is_named_without_the_password(open_at, postgres):
    """Refused, unknown, another program: address and reason."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    url = postgres.url("x").replace(str(postgres.port), str(port))
    with pytest.raises(
        StoreUnavailableError, match=r"The database x on 127.0.0.1 does not answer: .*refused"
    ) as raised:
        await open_at(url)
    assert PASSWORD not in raised.value.message
    url = "postgresql+psycopg://mydia:secret@nowhere.invalid/x"
    with pytest.raises(StoreUnavailableError, match=r"The database x on nowhere.invalid does not answer") as raised:
        await open_at(url)
    assert "secret" not in raised.value.message


async def test_a_wrong_password_is_said_and_not_shown(open_at, postgres):
    """Nor is the right one."""
    url = postgres.url("postgres", password="open sesame")
    with pytest.raises(StoreUnavailableError, match=r"does not let us in: password authentication failed") as raised:
        await open_at(url)
    assert "sesame" not in raised.value.message
    with pytest.raises(StoreUnavailableError, match='database "nowhere" does not exist'):
        await open_at(postgres.url("nowhere"))


async def test_a_user_without_rights_is_told_whom_to_ask(open_at, postgres):
    """And with what."""
    url = postgres.new_database()
    postgres.run("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    with pytest.raises(StoreUnavailableError, match=r"does not allow guest what is needed. Ask whoever runs it"):
        await open_at(postgres.url(url.rpartition("/")[2], user="guest", password="guest"))


async def test_a_server_that_was_away_is_used_again_when_it_is_back(open_at, postgres):
    """Without opening anything anew."""
    store = await open_at(postgres.new_database())
    nas = await store.save_client(kind="k", name="NAS", origin="o")
    postgres.stop()
    try:
        with pytest.raises(StoreUnavailableError, match=r"does not answer|broke"):
            await begin(store, nas)
    finally:
        postgres.start()
    assert (await begin(store, nas)).attempt == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            ModuleNotFoundError("No module named 'psycopg'", name="psycopg"),
            r"psycopg is not installed. Install mydia-desktop\[postgresql\]",
        ),
        (
            ImportError("no pq wrapper available.\nAttempts made:\n- libpq library not found"),
            r"libpq is not installed. Install it \(Debian's package is libpq5\)",
        ),
    ],
)
async def test_a_server_without_its_driver_is_said_to_need_one(open_at, postgres, monkeypatch, error, said):
    """And how it is installed."""
    known = builtins.__import__

    def without_psycopg(name, *arguments, **options):
        if name == "psycopg":
            raise error
        return known(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_psycopg)
    with pytest.raises(StoreUnavailableError, match=said):
        await open_at(postgres.url("postgres"))


@pytest.mark.parametrize("url", ["nonsense", "mysterious://user:sesame@host/x", "postgresql+psycopg://a:sesame@h:x/y"])
async def test_an_address_that_makes_no_sense_is_not_repeated(open_at, url):
    """A password may be in it."""
    with pytest.raises(StoreUnavailableError, match=r"database_url in config.toml is not understood") as raised:
        await open_at(url)
    assert "sesame" not in f"{raised.value!r}{raised.value.__cause__!r}"
