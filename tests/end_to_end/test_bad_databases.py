"""A database that can't be used takes nothing away but what is remembered, and is left as it is.

The data folder is apart from the settings and logs, as it is without ``--profile``, so that only the database is in
trouble.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
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
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One that has begun."""

    end: Callable[[subprocess.Popen[str]], object]
    """Of it, for the program that runs."""
    through: tuple[str, ...] = ()
    """What the program has to be started by to be in it."""


def locked(file: Path, stack: ExitStack) -> Trouble:
    """Another program writes into it and does not come to an end."""
    # Not this one: whoever reads a file and closes it lets go of its own locks on it.
    other = stack.enter_context(
        subprocess.Popen([sys.executable, "-c", HOLD, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    )
    stack.callback(other.kill)
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return Trouble(end=lambda _program: (other.kill(), other.wait()))


def read_only(file: Path, _stack: ExitStack) -> Trouble:
    """Nobody may write it; root, who may write everything, does without that right."""
    file.chmod(0o444)
    rights = "-dac_override,-dac_read_search"
    without = ("setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}") if os.getuid() == 0 else ()
    return Trouble(end=lambda _program: file.chmod(0o600), through=without)


def damaged(file: Path, _stack: ExitStack) -> Trouble:
    """All but the first two pages is noise; a backup ends it."""
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + bytes(reversed(whole[8192:])))
    return Trouble(end=lambda _program: file.write_bytes(whole))


def no_database(file: Path, _stack: ExitStack) -> Trouble:
    """Somebody saved something else over it."""
    whole = file.read_bytes()
    file.write_text("Dear diary, " * 1000)
    return Trouble(end=lambda _program: file.write_bytes(whole))


def newer(file: Path, _stack: ExitStack) -> Trouble:
    """A later version of the program was tried meanwhile."""
    whole = file.read_bytes()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Trouble(end=lambda _program: file.write_bytes(whole))


def a_folder(file: Path, _stack: ExitStack) -> Trouble:
    """There is something at its place that is not even a file."""
    kept = file.rename(file.with_name("kept"))
    file.mkdir()

    def end(_program: object) -> None:
        file.rmdir()
        kept.rename(file)

    return Trouble(end=end)


def full(file: Path, stack: ExitStack) -> Trouble:
    """On a disk of its own, on which something else has taken the last byte.

    Where none can be mounted it is a limit on the size of what the program writes: too low for what SQLite needs.
    """
    whole = file.read_bytes()
    disk = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", file.parent]
    if subprocess.run(disk, check=False, capture_output=True).returncode:
        lift = ("prlimit", "--fsize=unlimited", "--pid")
        return Trouble(
            end=lambda program: subprocess.run([*lift, str(program.pid)], check=True),
            through=("prlimit", "--fsize=16384:unlimited"),
        )
    # Lazily: the program may still have a file open there.
    stack.callback(subprocess.run, ["umount", "-l", file.parent], check=True)
    file.write_bytes(whole)
    other = file.with_name("other")
    with other.open("wb", buffering=0) as filling, pytest.raises(OSError, match="No space left"):
        _fill(filling)
    return Trouble(end=lambda _program: other.unlink())


def _fill(filling: BinaryIO) -> None:
    while True:
        filling.write(bytes(1024))


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
    wait_for(lambda: transmission.listed()[NOSFERATU.id]["status"] == 6, "it seeds")
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
        begun = trouble(file, stack)
        before = None if file.is_dir() else file.read_bytes()
        program = desktop.start(through=begun.through)
        see_that_all_but_memory_works(desktop, daemon, reason)
        assert program.poll() is None
        if before is None:
            assert list(file.iterdir()) == []
        else:
            assert file.read_bytes() == before
        begun.end(program)
        desktop.ask("press", role="push button", name="Try now")  # if it did not come back by itself meanwhile
        wait_for(lambda: any(name.startswith(REMEMBERED) for name in names(desktop)), "what it is for")
        assert not said(desktop, "can\u2019t be read or written now")
