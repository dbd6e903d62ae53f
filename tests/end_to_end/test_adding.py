"""Adding to a real Transmission: with keys alone, by a second start, and by dropping a file from another program."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.desktop import wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent

DRAG_SOURCE = Path(__file__).with_name("drag_source.py")
NOSFERATU, DETOUR = make_torrent("Nosferatu.1922"), make_torrent("Detour.1945")


@pytest.fixture
def window(desktop, tmp_path, transmission):
    """The program over an empty Transmission, which it knows in its database."""
    program = desktop.start("--profile", str(write_profile(tmp_path / "profile", transmission)))
    wait_for(lambda: said(desktop, "Nothing downloading"), "the window over an empty client")
    yield program
    assert program.poll() is None, program.stderr.read()


def said(desktop, words):
    """Whether these words stand anywhere on the screen."""
    return any(words in node["name"] for node in desktop.ask("all") or [])


@contextmanager
def drag_source(desktop, path):
    """Another program from which this file can be dragged."""
    source = subprocess.Popen([sys.executable, DRAG_SOURCE, path], env=desktop.environment)
    try:
        yield source
    finally:
        source.terminate()
        source.wait(10)


@pytest.mark.usefixtures("window")
def test_a_magnet_is_added_with_keys_alone(desktop, transmission):
    desktop.keys("ctrl+n")
    wait_for(lambda: said(desktop, "Add downloads"), "the dialog")
    desktop.type(NOSFERATU.magnet)
    wait_for(lambda: said(desktop, "1 download ready"), "it is read")
    assert said(desktop, "Nosferatu")
    desktop.keys("ctrl+Return")
    wait_for(lambda: NOSFERATU.v1 in transmission.listed(), "Transmission has it")
    wait_for(lambda: len(desktop.rows() or {}) == 1, "its row")
    assert not said(desktop, "Add downloads")


@pytest.mark.usefixtures("window")
def test_a_file_that_a_later_start_names_is_added_from_its_bytes(desktop, transmission, tmp_path):
    """The later start may delete its file as soon as it has ended, and browsers do."""
    file = tmp_path / "a.torrent"
    file.write_bytes(NOSFERATU.data)
    later = desktop.start("--profile", str(tmp_path / "profile"), str(file))
    assert later.wait(20) == 0
    file.unlink()
    wait_for(lambda: said(desktop, "1 download ready"), "it is read")
    desktop.click("push button", "Add download")
    wait_for(lambda: NOSFERATU.v1 in transmission.listed(), "Transmission has it")


@pytest.mark.usefixtures("window")
def test_a_file_dropped_from_another_program_is_added(desktop, transmission, tmp_path):
    file = tmp_path / "b.torrent"
    file.write_bytes(DETOUR.data)
    with drag_source(desktop, file):
        wait_for(lambda: desktop.ask("find", application="drag_source.py", role="label", name="file"), "its window")
        desktop.drag((20, 20), (400, 300), (700, 500))
        wait_for(lambda: said(desktop, "Drop to add"), "the outline")
        desktop.drop()
        wait_for(lambda: said(desktop, "1 download ready"), "it is read")
    desktop.keys("ctrl+Return")
    wait_for(lambda: DETOUR.v1 in transmission.listed(), "Transmission has it")
