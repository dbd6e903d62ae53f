"""A download finishes while nobody looks: it is told once, and it is in the library under its name, once."""

from __future__ import annotations

import json
import signal
import sqlite3
from contextlib import closing

import pytest

from tests.end_to_end.desktop import wait_for
from tests.end_to_end.notifications import notifications
from tests.profiles import write_profile
from tests.sources import source_for
from tests.tray_host import TrayHost

SIZE = 4 << 20
FILMS = {
    "Nosferatu (1922)": "Nosferatu.1922.REMASTERED.1080p.BluRay.x265-MASCHINE.mkv",
    "Detour (1945)": "Detour.1945.720p.BluRay.x264-ROMERO.mkv",
    "Charade (1963)": "Charade.1963.1080p.BluRay.x264-ARCHIVE.mkv",
    "Sintel (2010)": "Sintel.2010.1080p.WEB-DL.DDP5.1.H.264-REEL.mp4",
}


@pytest.fixture(params=["transmission", "qbittorrent"])
def client(request):
    """Each kind of client in turn, empty."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def opened(desktop, tmp_path):
    """What the desktop's file manager is asked for."""
    asked = tmp_path / "opened"
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "xdg-open").write_text(f'#!/bin/sh\necho "$1" >> {asked}\n')
    (programs / "xdg-open").chmod(0o755)
    desktop.environment["PATH"] = f"{programs}:{desktop.environment['PATH']}"
    return lambda: asked.read_text().splitlines() if asked.exists() else []


def said(desktop, words):
    return any(words in node["name"] for node in desktop.ask("all") or [])


def told(profile, kind):
    """Which downloads the history has this of, the oldest first."""
    with closing(sqlite3.connect(profile / "mydia.sqlite3")) as connection:
        rows = connection.execute("SELECT detail FROM download_events WHERE kind = ? ORDER BY id", [kind]).fetchall()
    return [json.loads(detail)["title"] for (detail,) in rows]


def in_library(library):
    """Its files below it, each with its inode."""
    return {str(file.relative_to(library)): file.stat().st_ino for file in library.rglob("*") if file.is_file()}


@pytest.mark.timeout(400)
def test_what_finishes_behind_a_hidden_window_is_told_once_and_filed_once(desktop, client, opened, tmp_path):
    """Hidden, closed and started again: each download is told of once, and filed once as the same file."""
    library, here = tmp_path / "library", tmp_path / "nas"
    library.mkdir()
    here.symlink_to(client.downloads)  # as a share that is mounted under another name than the client's
    mapped = f'path_map = [{{ remote = "{client.downloads}", local = "{here}" }}]\n'
    rules = f'\n[import]\nfolder = "{library}"\n\n[general]\nstart_hidden = true\n'
    profile = write_profile(tmp_path / "profile", client, extra=mapped + rules)
    name = client.config().name
    with (
        source_for(client, tmp_path / "source") as source,
        TrayHost(desktop.environment["DBUS_SESSION_BUS_ADDRESS"]) as panel,
        notifications(desktop) as server,
    ):
        films = {title: source.make(release, size=SIZE) for title, release in FILMS.items()}
        program = desktop.start("--profile", str(profile))
        wait_for(lambda: panel.items, "the icon in the tray")
        assert not desktop.windows(), "it starts hidden"

        add(desktop, profile, tmp_path, films.values())
        wait_for(lambda: len(client.listed()) == len(films), f"{name} has them")
        wait_for(lambda: len(told(profile, "confirmed")) == len(films), "they are confirmed")
        desktop.keys("ctrl+w")
        wait_for(lambda: not desktop.windows(), "the window is in the tray")

        source.release(films["Nosferatu (1922)"])
        shown = server.wait_for("Nosferatu (1922) is complete")
        assert shown.body.startswith("4.00 MiB ")
        assert shown.body.endswith(f"from {name}")
        assert shown.replies == {"open-folder": "Open folder", "default": "Show"}
        server.answer(shown, "open-folder")
        assert wait_for(opened, "a folder was asked for") == [f"file://{here}"]
        assert not desktop.windows(), "nobody asked for the window"
        wait_for(lambda: told(profile, "imported"), "it is imported")
        path = "Movies/Nosferatu (1922)/Nosferatu (1922).mkv"
        assert in_library(library) == {path: (client.downloads / FILMS["Nosferatu (1922)"]).stat().st_ino}

        end(program)
        for title in ("Detour (1945)", "Charade (1963)"):
            source.release(films[title])
            wait_for(lambda title=title: is_complete(client, films[title]), f"{title} is complete", 60)
        program = desktop.start("--profile", str(profile))
        shown = server.wait_for("2 downloads finished while Mydia Desktop was closed")
        assert {*shown.body.split(", ")} == {"Detour (1945)", "Charade (1963)"}
        wait_for(lambda: len(told(profile, "imported")) == 3, "they are imported, too")

        source.release(films["Sintel (2010)"])
        last = server.wait_for("Sintel (2010) is complete")
        assert [one.title for one in server.transfers] == [
            "Nosferatu (1922) is complete",
            "2 downloads finished while Mydia Desktop was closed",
            "Sintel (2010) is complete",
        ]
        wait_for(lambda: len(told(profile, "imported")) == 4, "it is imported")
        for kind in ("completed", "imported"):
            assert sorted(told(profile, kind)) == sorted(FILMS.values()), "each once"
        assert len(in_library(library)) == 4
        assert {*in_library(library).values()} == {
            (client.downloads / release).stat().st_ino for release in FILMS.values()
        }

        server.answer(last, "default")
        wait_for(desktop.windows, "the window")
        wait_for(lambda: desktop.selected() == "Sintel", "its row is selected")
        desktop.keys("ctrl+6")
        history = wait_for(lambda: (desktop.ask("table", name="History") or {}).get("rows"), "the history")
        words = [" ".join(cell or "" for cell in row) for row in history]
        for kind in ("Imported into the library", "Completed"):
            assert sum(kind in line for line in words) == 4, words
        assert program.poll() is None, program.stderr.read()


def add(desktop, profile, folder, torrents):
    """Open them from the desktop while the program runs hidden, and press the button."""
    files = [folder / f"{torrent.name}.torrent" for torrent in torrents]
    for file, torrent in zip(files, torrents, strict=True):
        file.write_bytes(torrent.data)
    assert desktop.start("--profile", str(profile), *map(str, files)).wait(20) == 0
    wait_for(lambda: said(desktop, f"{len(files)} downloads ready"), "they were read")
    desktop.keys("ctrl+Return")
    wait_for(lambda: desktop.windows() == ["Mydia Desktop"], "the dialog has closed")


def is_complete(client, torrent):
    """Whether the client itself says so."""
    row = client.listed()[torrent.id]
    return row.get("percentDone", row.get("progress")) == 1


def end(program):
    """End it as a session does."""
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate(timeout=20)
    assert (program.returncode, errors) == (0, "")
