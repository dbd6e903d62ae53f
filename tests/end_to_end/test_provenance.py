"""What each download is for, as a new user meets it: add, tie, outage, send again, cancel, delete, and the history."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from tests.end_to_end.desktop import wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent

NOSFERATU = make_torrent("Nosferatu.1922.REMASTERED.1080p.BluRay.x265-MASCHINE")
DETOUR = make_torrent("Detour.1945.720p.BluRay.x264-ROMERO")
EPISODE = make_torrent("One.Step.Beyond.S02E07.1080p.WEB-DL.AAC2.0.H.264-PDTV")
PILOT = make_torrent("some-pilot-that-nobody-can-name")


@pytest.fixture
def profile(tmp_path, transmission, qbittorrent):
    """Two clients, both empty, NAS before Seedbox."""
    return write_profile(tmp_path / "profile", transmission, qbittorrent)


@pytest.fixture
def window(desktop, profile):
    """The program, both clients live."""
    program = desktop.start("--profile", str(profile))
    wait_for(lambda: said(desktop, "2 of 2 clients live"), "both clients")
    yield program
    assert program.poll() is None, program.stderr.read()


def said(desktop, words):
    """Whether these words stand anywhere in the window."""
    return any(words in node["name"] for node in desktop.ask("all") or [])


def shown(desktop):
    """Each row by its title and what stands beside it: what is said of its status."""
    seen = desktop.ask("table", name="Downloads") or {"columns": [], "rows": []}
    # A cell without a name is one that changes while it is read.
    rows = (dict(zip(seen["columns"], row, strict=True)) for row in seen["rows"] if None not in row)
    return {" ".join(row["Name"].split(", ")[:2]): row["Status"] for row in rows}


def add(desktop, text, *, to=None):
    """Type a release into the dialog and send it, as a person does."""
    desktop.keys("ctrl+n")
    wait_for(lambda: desktop.ask("find", role="text", name="Magnet, link or hash"), "the Add dialog")
    desktop.type(text)
    wait_for(lambda: said(desktop, "1 download ready"), "it was read")
    send(desktop, to=to)


def send(desktop, *, to=None):
    """Press the button, after choosing another client than the usual one if wanted."""
    if to is not None:
        combo = wait_for(
            lambda: next((n for n in desktop.ask("all") or [] if n["role"] == "combo box" and "—" in n["name"]), None),
            "the clients",
        )
        desktop.click_at(combo["box"])
        desktop.keys("Down", "Return")
        wait_for(lambda: said(desktop, f"Path on {to}."), f"{to} is chosen")
    desktop.click("push button", "Add download")
    wait_for(lambda: not desktop.ask("find", role="push button", name="Add download"), "the dialog has closed")


def hand_over(desktop, profile, torrent, folder):
    """Open a .torrent from the desktop while the program runs."""
    file = folder / f"{torrent.name}.torrent"
    file.write_bytes(torrent.data)
    assert desktop.start("--profile", str(profile), str(file)).wait(20) == 0
    wait_for(lambda: said(desktop, "1 download ready"), "it was read")


def choose(desktop, title):
    """Select one row by searching for it, with keys only."""
    desktop.keys("ctrl+1", "ctrl+f", "ctrl+a")
    desktop.type(title)
    wait_for(lambda: [name.startswith(title) for name in shown(desktop)] == [True], f"only {title} is listed")
    desktop.keys("F6", "F6", "Home")


def clear_search(desktop):
    desktop.keys("ctrl+f", "ctrl+a", "BackSpace", "F6", "F6")


def match_episode(desktop, *, season, number):
    """Take the show that was found, and say which episode."""
    for field, text in (("Season", season), ("Episodes", number)):
        desktop.click("text", field)
        desktop.keys("ctrl+a")
        desktop.type(str(text))
    desktop.click("push button", "Match")


def issues(desktop):
    """The Issues view, line by line."""
    seen = desktop.ask("table", name="Issues")
    return seen["rows"] if seen else []


def events(profile):
    """What the history holds, the oldest first: kind and title."""
    with closing(sqlite3.connect(profile / "mydia.sqlite3")) as connection:
        rows = connection.execute("SELECT kind, detail FROM download_events ORDER BY id").fetchall()
    return [(kind, json.loads(detail)["title"]) for kind, detail in rows]


@pytest.mark.timeout(400)
@pytest.mark.usefixtures("window")
def test_a_new_user_adds_ties_loses_finds_and_removes_downloads(desktop, profile, tmp_path, transmission, qbittorrent):
    """The whole story, each step seen in the daemon and in the window."""
    nas, seedbox = transmission, qbittorrent
    # A magnet and a .torrent to each client; their names say what they are for.
    add(desktop, f"magnet:?xt=urn:btih:{NOSFERATU.v1}&dn={NOSFERATU.name}")
    wait_for(lambda: NOSFERATU.v1 in nas.listed(), "NAS has the magnet")
    add(desktop, f"magnet:?xt=urn:btih:{DETOUR.v1}&dn={DETOUR.name}", to="Seedbox")
    wait_for(lambda: DETOUR.v1 in seedbox.listed(), "Seedbox has the magnet")
    hand_over(desktop, profile, EPISODE, tmp_path)
    send(desktop)
    wait_for(lambda: EPISODE.v1 in nas.listed(), "NAS has the torrent")
    hand_over(desktop, profile, PILOT, tmp_path)
    send(desktop, to="Seedbox")
    wait_for(lambda: PILOT.v1 in seedbox.listed(), "Seedbox has the torrent")
    wait_for(lambda: len(shown(desktop)) == 4, "four rows")
    assert {"Nosferatu 1922", "Detour 1945", "One Step Beyond S02E07"} <= {*shown(desktop)}

    # What no name tells, a person says.
    choose(desktop, "some-pilot")
    desktop.keys("F2")
    wait_for(lambda: desktop.ask("find", role="text", name="Search movies and shows"), "the question what it is for")
    desktop.keys("ctrl+a")
    desktop.type("One Step Beyond")
    wait_for(lambda: said(desktop, "One Step Beyond"), "the show")
    match_episode(desktop, season=1, number=1)
    clear_search(desktop)
    wait_for(lambda: "One Step Beyond S01E01" in {*shown(desktop)}, "it is tied to the episode")

    # An outage takes nothing away.
    nas.stop()
    wait_for(lambda: any("not live" in status for status in shown(desktop).values()), "NAS is silent", seconds=40)
    assert len(shown(desktop)) == 4
    assert not said(desktop, "No longer in NAS")
    nas.start()
    desktop.keys("F5")
    wait_for(lambda: not any("not live" in status for status in shown(desktop).values()), "NAS is back", seconds=90)
    assert {"Nosferatu 1922", "One Step Beyond S02E07"} <= {*shown(desktop)}

    # Somebody removes one behind our back; it is waited for, and sent again from what was kept.
    nas.remove(EPISODE.v1)
    desktop.keys("ctrl+4")
    wait_for(
        lambda: any(row[0].startswith("One Step Beyond S02E07") for row in issues(desktop)),
        "it is an issue",
        seconds=90,
    )
    place = next(number for number, row in enumerate(issues(desktop)) if row[0].startswith("One Step Beyond S02E07"))
    cell = desktop.ask("cell", name="Issues", row=place, column=5)
    desktop.click_at([cell["box"][0], cell["box"][1], 80, cell["box"][3]])
    wait_for(lambda: EPISODE.v1 in nas.listed(), "NAS has it again")
    wait_for(lambda: not said(desktop, "No longer in NAS"), "it is an issue no more")

    # Cancel, and delete with files.
    choose(desktop, "Detour")
    desktop.keys("Delete")
    wait_for(lambda: DETOUR.v1 not in seedbox.listed(), "it was cancelled after six seconds", seconds=30)
    choose(desktop, "Nosferatu")
    desktop.keys("Delete")
    wait_for(lambda: NOSFERATU.v1 not in nas.listed(), "it was cancelled after six seconds", seconds=30)
    choose(desktop, "One Step Beyond S01E01")
    desktop.keys("shift+Delete")
    desktop.click("push button", "Stop and delete")
    wait_for(lambda: PILOT.v1 not in seedbox.listed(), "it was deleted")
    clear_search(desktop)
    wait_for(lambda: [*shown(desktop)] == ["One Step Beyond S02E07"], "one row is left")
    assert not said(desktop, "No longer in"), "what was asked to go is no issue"

    # It is all in the history.
    told = wait_for(lambda: (log := events(profile))[-1][0] == "deleted" and log, "the last step")
    for film in (NOSFERATU, DETOUR):
        assert [kind for kind, title in told if title == film.name] == [
            "requested", "sent", "confirmed", "requested", "sent", "cancelled",
        ]  # fmt: skip
    assert [kind for kind, title in told if title == EPISODE.name] == [
        "requested", "sent", "confirmed", "requested", "sent", "confirmed",
    ]  # fmt: skip
    assert [kind for kind, title in told if title == PILOT.name] == [
        "requested", "sent", "confirmed", "matched", "requested", "sent", "deleted",
    ]  # fmt: skip
