"""The whole program on two clients of five thousand torrents each, beside a bare window."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time

import pytest

from tests.benchmarks.crowd import fill, let_rest
from tests.daemons import run_qbittorrent, run_transmission
from tests.end_to_end.desktop import ROOT, run_desktop
from tests.profiles import write_profile

EACH = int(os.environ.get("MYDIA_BENCH_ROWS", "5000"))
SECONDS = 30
ROUNDS = 3


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    with (
        run_transmission(tmp_path_factory.mktemp("nas")) as nas,
        run_qbittorrent(tmp_path_factory.mktemp("seedbox")) as seedbox,
    ):
        fill(nas, EACH, seed=1)
        fill(seedbox, EACH, seed=2)
        let_rest(nas, EACH)
        yield write_profile(tmp_path_factory.mktemp("profile"), nas, seedbox)


@pytest.mark.timeout(1200)
def test_the_window_stays_responsive_over_two_crowded_clients(profile, tmp_path):
    with run_desktop(tmp_path / "home") as desktop:
        # Nobody's screen reader: its questions would be measured too.
        environment = {**desktop.environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "0", "PYTHONPATH": str(ROOT)}

        def run(*arguments):
            command = [sys.executable, "-W", "error", "-m", *arguments, str(time.time())]
            return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT).stdout

        bare = statistics.median(float(run("tests.benchmarks.bare_window")) for _ in range(ROUNDS))
        runs = [
            json.loads(run("tests.benchmarks.stopwatch", str(profile), str(2 * EACH), str(SECONDS)))
            for _ in range(ROUNDS)
        ]
    figures = {name: statistics.median(each[name] for each in runs) for name in runs[0]}
    print(
        f"\n2 x {EACH}: bare window {bare:.2f} s; "
        + ", ".join(f"{name} {value:.2f}" for name, value in figures.items())
    )
    assert figures["window_s"] < 4 * bare
    assert figures["stall_p99_ms"] < 50
