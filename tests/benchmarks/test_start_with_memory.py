"""The start of the program over a database of a hundred thousand records and events, beside that over an empty one."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.benchmarks.crowd import fill as fill_client
from tests.benchmarks.crowd import let_rest
from tests.benchmarks.test_store_speed import fill, open_and_close
from tests.daemons import run_transmission
from tests.end_to_end.desktop import ROOT, run_desktop
from tests.profiles import write_profile

ROWS = 1000
SECONDS = 15
"""Ample to read everything."""
ROUNDS = 2
MOST_ADDED_S = 0.15


@pytest.mark.timeout(900)
def test_no_one_waits_for_what_is_remembered(tmp_path):
    """The first rows are there as soon, and the window answers while everything is read."""
    with run_transmission(tmp_path / "nas") as nas, run_desktop(tmp_path / "home") as desktop:
        fill_client(nas, ROWS)
        let_rest(nas, ROWS)
        environment = {**desktop.environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0", "PYTHONPATH": str(ROOT)}
        figures = {}
        for name in ("empty", "full"):
            profile = write_profile(tmp_path / name, nas, uuid="c")
            remember(profile / "mydia.sqlite3", nas.url, full=name == "full")
            runs = [run(environment, profile) for _ in range(ROUNDS)]
            figures[name] = {each: statistics.median(one[each] for one in runs) for each in runs[0]}
    for name, each in figures.items():
        print(f"\n{name}: " + ", ".join(f"{what} {value:.2f}" for what, value in each.items()))
    added = figures["full"]["full_list_s"] - figures["empty"]["full_list_s"]
    print(f"added before the first rows: {added * 1000:.0f} ms")
    assert added < MOST_ADDED_S
    assert figures["full"]["stall_p99_ms"] < 50


def run(environment, profile):
    """One start; its figures."""
    command = [
        sys.executable, "-W", "error", "-m", "tests.benchmarks.stopwatch",
        str(profile), str(ROWS), str(SECONDS), str(time.time()),
    ]  # fmt: skip
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def remember(file, url, *, full):
    """A database that knows the client, and a hundred thousand downloads of it or none."""
    asyncio.run(open_and_close(file))
    with closing(sqlite3.connect(file)) as connection:
        if full:
            fill(connection)
            connection.execute("UPDATE downloads SET closed_at = updated_at, close_reason = 'completed'")
        else:
            connection.execute("INSERT INTO clients VALUES ('c', 'transmission', 'NAS', '', '2026-01-01T00:00:00Z')")
        connection.execute("UPDATE clients SET origin = ?, name = 'NAS'", (url,))
        connection.commit()
