"""The demonstration is real, ends by itself where there is no display, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mydia_desktop.config.builtin_options import why_not_here

ROOT = Path(__file__).parents[2]
PATIENCE_S = 150
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = [
    pytest.mark.skipif(bool(why_not_here()), reason=why_not_here()),
    pytest.mark.timeout(PATIENCE_S + 30),
]


@pytest.fixture
def begin(tmp_path) -> Iterator:
    """``make demo`` after its set-up, without a display, with a home and a place for temporary files of its own."""
    for folder in ("home", "tmp", "run"):
        (tmp_path / folder).mkdir(mode=0o700)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_", "XDG_"))}
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(display, None)
    environment |= {
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "MYDIA_DESKTOP": str(Path(sys.executable).parent / "mydia-desktop"),
    }
    started = []

    def begin() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            ["packaging/demo", str(tmp_path / "report")],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE_S)
        process.stdout.close()


def left_behind(folder: Path) -> list[str]:
    """What is in the home and among the temporary files; what fontconfig and Mesa keep for every program is theirs."""
    found = [path for name in ("home", "tmp", "run") for path in (folder / name).rglob("*") if path.is_file()]
    return [
        str(path.relative_to(folder)) for path in found if "fontconfig" not in path.parts and "mesa" not in str(path)
    ]


def test_a_real_transfer_is_completed_and_imported_and_nothing_is_left(begin, tmp_path):
    """The picture and the JSON are the proof, and all that stays."""
    process = begin()
    said, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, said
    assert said.startswith("There is no display here, so this runs on a virtual one")
    assert "Complete: One Step Beyond S02E07\n" in said
    assert "TV/One Step Beyond/Season 02/One Step Beyond - S02E07.mkv (linked" in said
    assert "Imported: One Step Beyond S02E07\n" in said
    assert "Failed: Plan 9 from Outer Space (1959) (Not a directory" in said

    picture, facts = tmp_path / "report/mydia-desktop.png", tmp_path / "report/snapshot.json"
    assert f"Screenshot: {picture}" in said
    assert f"Snapshot:   {facts}" in said
    assert picture.read_bytes().startswith(PNG)
    assert picture.stat().st_size > 30_000, "a window with something in it"
    shown = json.loads(facts.read_text())
    assert [client["state"] for client in shown["clients"]] == ["online", "online"]
    assert {client["kind"] for client in shown["clients"]} == {"builtin"}
    here = {row["name"]: row for row in shown["transfers"] if row["client"] == "here"}
    done = here["One.Step.Beyond.S02E07.1080p.WEB-DL.AAC2.0.H.264-PDTV"]
    assert (done["progress"], done["remaining"], done["status"]) == (1.0, 0, "seeding")
    assert done["record"]["completed_at"]
    assert done["record"]["episode"] == {"season": 2, "episode": 7, "title": None}
    statuses = {row["status"] for row in shown["transfers"]}
    assert statuses >= {"seeding", "completed", "paused", "queued", "metadata", "failed", "missing"}
    assert statuses & {"downloading", "stalled"}

    assert left_behind(tmp_path) == []
    assert "Nothing is left of" in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_it_is_interrupted(begin, tmp_path, number):
    """In the midst of a transfer, by Ctrl+C in a terminal or by whoever manages services."""
    process = begin()
    for line in process.stdout:
        if line.startswith("Failed:"):
            break
    os.killpg(process.pid, number)
    said = process.stdout.read()
    process.wait(PATIENCE_S)
    assert "Nothing is left of" in said
    assert "Traceback" not in said
    assert left_behind(tmp_path) == []
    assert not (tmp_path / "report").exists()
