"""A real PostgreSQL in an empty folder on its own loopback port, and empty databases in it.

Another build is tried by naming the folder of its programs in ``MYDIA_POSTGRESQL``.
"""

from __future__ import annotations

import itertools
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

from tests.daemons import free_port

USER, PASSWORD = "mydia", "correct horse"
START_SECONDS = 60


@dataclass
class Postgres:
    """One running server; it can be stopped and started again on the same data, frozen and killed."""

    programs: Path
    home: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        assert self.process is None
        command = [
            self.programs / "postgres", "-D", self.home / "data", "-p", str(self.port), "-k", "",
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=50",
        ]  # fmt: skip
        with (self.home / "output.log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd="/",
                **_as_somebody_else(),
            )
        pause, deadline = threading.Event(), time.monotonic() + START_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"postgres did not start:\n{(self.home / 'output.log').read_text()}")
            pause.wait(0.05)

    def stop(self) -> None:
        """End it at once but orderly, whoever is connected, and wait."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(30)
        self.process = None

    def freeze(self) -> None:
        """All its processes keep their sockets and say nothing more."""
        self._signal_all(signal.SIGSTOP)

    def wake(self) -> None:
        """Go on after freeze."""
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, number: signal.Signals) -> None:
        assert self.process
        # A process for each connection, and each in a group of its own.
        told = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], check=True, capture_output=True, text=True
        )
        for pid in (self.process.pid, *map(int, told.stdout.split())):
            os.kill(pid, number)

    def new_database(self) -> str:
        """The address of a database with nothing in it."""
        name = f"empty_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, database: str, *, user: str = USER, password: str = PASSWORD) -> str:
        """Where one of its databases is."""
        word = password.replace(" ", "%20")
        return f"postgresql+psycopg://{user}:{word}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """Past our own code."""
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=USER, password=PASSWORD, dbname=database, autocommit=True
        )

    def run(self, statement: str) -> None:
        """Execute one statement past our own code."""
        with self.connect() as connection:
            connection.execute(sql.SQL(statement))

    def _answers(self) -> bool:
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True


def _as_somebody_else() -> dict[str, int]:
    """Arguments for a process: PostgreSQL refuses to run as root, so root runs it as its Debian user or as nobody."""
    if os.getuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid}


def _programs() -> Path:
    if named := os.environ.get("MYDIA_POSTGRESQL"):
        return Path(named)

    def version(folder: Path) -> int:
        return int(re.findall(r"\d+", folder.parent.name)[0])

    if debian := sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version):
        return debian[-1]
    path = shutil.which("postgres")
    # A missing server is a failure and not a skip: a suite that silently tests nothing is worse than none.
    assert path, "postgresql is not installed: packaging/linux-packages test"
    return Path(path).resolve().parent


@contextmanager
def run_postgres() -> Iterator[Postgres]:
    """A PostgreSQL with nothing in it, whose one user must say the password."""
    programs, other = _programs(), _as_somebody_else()
    # Not below pytest's folder, which is for its owner only: that need not be the one that runs the server.
    with tempfile.TemporaryDirectory(prefix="mydia-postgres-") as folder:
        home = Path(folder)
        (home / "password").write_text(PASSWORD)
        if other:
            os.chown(home, other["user"], other["group"])
            os.chown(home / "password", other["user"], other["group"])
        made = subprocess.run(
            [
                programs / "initdb", "-D", home / "data", "-U", USER, "-A", "scram-sha-256",
                f"--pwfile={home / 'password'}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
            ],
            check=False,
            capture_output=True,
            text=True,
            cwd="/",
            **other,
        )  # fmt: skip
        assert made.returncode == 0, f"initdb failed:\n{made.stderr}"
        server = Postgres(programs, home, free_port())
        server.start()
        try:
            yield server
        finally:
            server.stop()
