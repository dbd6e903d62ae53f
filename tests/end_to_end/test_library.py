"""Library and History of the installed program, over a real client and a real database."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.end_to_end.desktop import ROOT, wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent

NOSFERATU = make_torrent("Nosferatu.1922.1080p.BluRay.x264-KINO")
EPISODE = make_torrent("Dragnet.1951.S02E11.The.Big.Seventeen.480p.DVDRip.x264-PDTV")
PICTURES = Path(os.environ.get("MYDIA_SCREENSHOTS", ROOT / ".cache" / "screenshots"))
GONE_WITHIN_S = 60
"""Two whole lists ten seconds apart have to agree."""


@pytest.fixture
def window(desktop, tmp_path, transmission, qbittorrent):
    """The program with two downloads, each tied to what its name suggests."""
    for film in (NOSFERATU, EPISODE):
        film.write_content(transmission.downloads)
        transmission.add(film.data)
    wait_for(lambda: {row["status"] for row in transmission.listed().values()} == {6}, "Transmission seeds")
    program = desktop.start("--profile", str(write_profile(tmp_path / "profile", transmission, qbittorrent)))
    # They say so only once the database was read.
    said = "Not matched to a movie or episode"
    wait_for(lambda: [said in row["Name"] for row in (desktop.rows() or {}).values()] == [True, True], "two rows")
    for count in (1, 2):
        desktop.keys("Home", *["Down"] * (count - 1), "F2")
        shows(desktop, "push button", "Match")
        desktop.keys("Return")
        wait_for(lambda count=count: matched(desktop) == count, "one more is matched")
    PICTURES.mkdir(parents=True, exist_ok=True)
    yield program
    assert program.poll() is None, program.stderr.read()


def matched(desktop):
    """How many rows say what they are for."""
    return sum("Not matched" not in row["Name"] for row in (desktop.rows() or {}).values())


def shows(desktop, role, name):
    """Wait until it is on the screen."""
    return wait_for(lambda: desktop.ask("find", role=role, name=name), f"{role} {name}")


def cells(desktop, name="Library"):
    """Every text in a list, as it is read out."""
    seen = desktop.ask("table", name=name)
    return {text for row in seen["rows"] for text in row if text} if seen else set()


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("window")
def test_what_was_removed_behind_our_back_is_missed_sent_again_and_told(desktop, transmission):
    assert {"Nosferatu", "Dragnet"} <= set(desktop.rows())
    desktop.keys("ctrl+5")
    shows(desktop, "tree", "Library")
    wait_for(lambda: {"Dragnet, 1951, 1 episode", "Nosferatu, 1922"} <= cells(desktop), "both are in the library")
    assert "Seeding" in cells(desktop)

    # What is said of a movie can be changed, from the menu of its line.
    desktop.keys("End", "shift+F10", "Down", "Down", "Return")
    shows(desktop, "push button", "Save")
    desktop.screenshot(PICTURES / "library-edit.png")
    desktop.type("Nosferatu, a Symphony of Horror")
    desktop.keys("Return")
    wait_for(lambda: "Nosferatu, a Symphony of Horror, 1922" in cells(desktop), "it has another title")

    transmission.remove(NOSFERATU.id)
    wait_for(lambda: "No longer in NAS" in cells(desktop), "it is missed", GONE_WITHIN_S)
    desktop.keys("End", "shift+F10", "Down", "Down", "Down")
    desktop.screenshot(PICTURES / "library-gone.png")
    desktop.keys("Return")
    wait_for(lambda: NOSFERATU.id in transmission.listed(), "Transmission has it again")
    wait_for(lambda: "No longer in NAS" not in cells(desktop), "nobody misses it any more")

    desktop.keys("ctrl+6")
    shows(desktop, "table", "History")
    wait_for(lambda: any("Added to NAS" in text for text in cells(desktop, "History")), "the history tells it")
    desktop.keys("ctrl+f")
    desktop.type("dragnet")
    wait_for(
        lambda: not any("Symphony" in text for text in cells(desktop, "History")),
        "only what was searched for is listed",
    )
    assert any("Tied to Dragnet S02E11" in text for text in cells(desktop, "History"))
    desktop.screenshot(PICTURES / "history-search.png")
