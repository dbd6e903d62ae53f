"""A database that can't be used takes nothing away but what is remembered, and is left as it is.

The data folder is apart from the settings and logs, as it is without ``--profile``, so that only the database is in
trouble. Root may write whatever is read-only and may mount disks; others can't write it, and ask sudo for the disk.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import EventKind, NewRecord
from mydia_desktop.store.database import Store
from tests.daemons import Daemon
from tests.end_to_end.desktop import wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent

NOSFERATU, DETOUR = make_torrent("Nosferatu.1922"), make_torrent("Detour.1945")
SUBJECT = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)
REMEMBERED = "Nosferatu, 1922"
AS_ROOT = [] if os.getuid() == 0 else ["sudo", "-n"]
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""

Trouble = Callable[[Path, ExitStack], Callable[[], object]]
"""Begins it for a database, and says how it ends; what has to be put away goes onto the stack."""


def locked(file: Path, stack: ExitStack) -> Callable[[], object]:
    """Another program writes into it and does not come to an end."""
    # Not this one: whoever reads a file and closes it lets go of its own locks on it.
    other = stack.enter_context(
        subprocess.Popen([sys.executable, "-c", HOLD, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    )
    stack.callback(other.kill)
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return lambda: (other.kill(), other.wait())


def read_only(file: Path, stack: ExitStack) -> Callable[[], object]:
    """As on a medium that can't be written: for root a mount, as no rights keep root from writing."""
    if AS_ROOT:
        file.chmod(0o444)
        return lambda: file.chmod(0o600)
    disk = stack.enter_context(_mounted(file, "--bind", str(file)))
    subprocess.run(["mount", "-o", "remount,bind,ro", file], check=True)
    return disk.close


def damaged(file: Path, _stack: ExitStack) -> Callable[[], object]:
    """All but the first two pages is noise; a backup ends it."""
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + bytes(reversed(whole[8192:])))
    return lambda: file.write_bytes(whole)


def no_database(file: Path, _stack: ExitStack) -> Callable[[], object]:
    """Somebody saved something else over it."""
    whole = file.read_bytes()
    file.write_text("Dear diary, " * 1000)
    return lambda: file.write_bytes(whole)


def newer(file: Path, _stack: ExitStack) -> Callable[[], object]:
    """A later version of the program was tried meanwhile."""
    whole = file.read_bytes()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return lambda: file.write_bytes(whole)


def a_folder(file: Path, _stack: ExitStack) -> Callable[[], object]:
    """There is something at its place that is not even a file."""
    kept = file.rename(file.with_name("kept"))
    file.mkdir()

    def end() -> None:
        file.rmdir()
        kept.rename(file)

    return end


def full(file: Path, stack: ExitStack) -> Callable[[], object]:
    """On a disk of its own, on which something else has taken the last byte."""
    whole = file.read_bytes()
    stack.enter_context(_mounted(file.parent, "-t", "tmpfs", "-o", "size=1m,mode=777", "tmpfs"))
    file.write_bytes(whole)
    other = file.with_name("other")
    with other.open("wb", buffering=0) as filling, pytest.raises(OSError, match="No space left"):
        _fill(filling)
    return other.unlink


def _fill(filling: BinaryIO) -> None:
    while True:
        filling.write(bytes(1024))


@contextmanager
def _mounted(place: Path, *options: str) -> Iterator[ExitStack]:
    """Something mounted there; the stack takes it away, at the latest here."""
    subprocess.run([*AS_ROOT, "mount", *options, place], check=True)
    with ExitStack() as taken_away:
        # Lazily: the program may have a file open there.
        taken_away.callback(subprocess.run, [*AS_ROOT, "umount", "-l", place], check=True)
        yield taken_away


TROUBLES = {
    locked: "Another program is writing to",
    read_only: "read-only",
    full: "There is no space left for",
    damaged: "is damaged. It was left as it is.",
    no_database: "is not a database. It was left as it is.",
    newer: "was written by a newer Mydia Desktop than this one. It was left as it is.",
    a_folder: "can't be opened",
}


@pytest.fixture
def data(desktop) -> Path:
    """Where the program remembers."""
    folder = Path(desktop.environment["HOME"]) / ".local" / "share" / "mydia-desktop"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def daemon(transmission, desktop, data) -> Daemon:
    """It lists one film; what that is for is in the database."""
    NOSFERATU.write_content(transmission.downloads)
    transmission.add(NOSFERATU.data)
    uuid = asyncio.run(remember(data / "mydia.sqlite3", transmission))
    home = Path(desktop.environment["HOME"])
    write_profile(home / ".config" / "mydia-desktop", transmission, uuid=uuid, uuid_url=transmission.url)
    return transmission


async def remember(file: Path, daemon: Daemon) -> str:
    """A database in which the client is known, and its film."""
    store = Store(f"sqlite:///{file}", actor="me@desk")
    await store.open()
    client = await store.save_client(kind=daemon.kind, name="NAS", origin=daemon.url)
    new = NewRecord(
        title=NOSFERATU.name,
        subject=await store.subject(SUBJECT),
        client_uuid=client.uuid,
        client_name="NAS",
        native_id=NOSFERATU.id,
        v1=NOSFERATU.v1,
    )
    await store.begin(new, EventKind.ADOPTED, {"title": NOSFERATU.name})
    await store.close()
    return client.uuid


def said(desktop, words):
    """Whether these words stand anywhere in the window."""
    return any(words in node["name"] for node in desktop.ask("all") or [])


def names(desktop):
    """What the rows are called, as a screen reader says it."""
    seen = desktop.ask("table", name="Downloads")
    return [row[0] for row in seen["rows"] if row[0]] if seen else []


def see_that_all_but_memory_works(desktop, daemon, reason):
    """The row is live and obeys; what would have to be remembered is refused with the reason, and not sent."""
    wait_for(lambda: any(name.startswith(NOSFERATU.name) for name in names(desktop)), "the row by its release")
    wait_for(lambda: said(desktop, "can\u2019t be read or written now"), "the card")
    assert said(desktop, reason)
    assert not said(desktop, "not live")
    desktop.keys("Home", "space")
    wait_for(lambda: daemon.listed()[NOSFERATU.id]["status"] == 0, "it is paused")
    desktop.keys("ctrl+n")
    wait_for(lambda: said(desktop, "Add downloads"), "the dialog")
    desktop.type(DETOUR.magnet)
    wait_for(lambda: said(desktop, "1 can\u2019t be added"), "it is refused")
    assert sum(reason in node["name"] for node in desktop.ask("all")) > 1, "with the reason, as on the card"
    desktop.keys("ctrl+Return")
    desktop.keys("Escape")
    wait_for(lambda: not said(desktop, "Add downloads"), "the dialog has gone")
    desktop.keys("Delete")
    wait_for(lambda: said(desktop, "Could not remove"), "the removal is refused")
    assert list(daemon.listed()) == [NOSFERATU.id]


@pytest.mark.timeout(180)
@pytest.mark.parametrize(("trouble", "reason"), TROUBLES.items(), ids=[trouble.__name__ for trouble in TROUBLES])
def test_a_database_in_trouble_takes_nothing_else_away(desktop, data, daemon, trouble, reason):
    """And what is remembered comes back with it."""
    file = data / "mydia.sqlite3"
    with ExitStack() as stack:
        end = trouble(file, stack)
        before = None if file.is_dir() else file.read_bytes()
        program = desktop.start()
        see_that_all_but_memory_works(desktop, daemon, reason)
        assert program.poll() is None
        if before is None:
            assert list(file.iterdir()) == []
        else:
            assert file.read_bytes() == before
        end()
        desktop.ask("press", role="push button", name="Try now")  # if it did not come back by itself meanwhile
        wait_for(lambda: any(name.startswith(REMEMBERED) for name in names(desktop)), "what it is for")
        assert not said(desktop, "can\u2019t be read or written now")
