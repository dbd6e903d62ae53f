"""``mydia-desktop --snapshot`` as a script meets it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mydia_desktop.domain.media import SubjectDraft
from mydia_desktop.domain.record import ClientUuid, EventKind, NewRecord
from mydia_desktop.store.database import Store
from tests.daemons import free_port
from tests.end_to_end.desktop import wait_for
from tests.mydia_files import MydiaFile
from tests.profiles import PROGRAM, write_profile
from tests.public_domain import release_names
from tests.torrents import make_torrent

UUID = ClientUuid("11111111-aaaa-4aaa-8aaa-111111111111")
BARE = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
BARE.pop("QT_QPA_PLATFORM", None)


def take(*arguments, program=(PROGRAM,)):
    done = subprocess.run(
        [*program, *map(str, arguments)], env=BARE, capture_output=True, text=True, timeout=60, check=False
    )
    return done, json.loads(done.stdout) if done.stdout.startswith("{") else None


def free_space(daemon):
    """What it says itself; qBittorrent says -1 where it can't tell which disk it is on, as in a chroot."""
    if daemon.kind == "transmission":
        return pytest.approx(daemon.rpc("free-space", path=str(daemon.downloads))["size-bytes"], rel=0.05)
    said = daemon.api("sync/maindata").json()["server_state"]["free_space_on_disk"]
    return pytest.approx(said, rel=0.05) if said >= 0 else None


def test_truth_the_snapshot_equals_what_the_daemons_say(tmp_path, transmission, qbittorrent):
    for number, name in enumerate(release_names(6)):
        daemon = (transmission, qbittorrent)[number % 2]
        daemon.add(make_torrent(name).data, paused=number < 2)
    # qBittorrent looks at a new torrent for a moment before it does as it was told.
    wait_for(lambda: all("checking" not in row["state"] for row in qbittorrent.listed().values()), "it has settled")
    done, said = take("--snapshot", "--profile", write_profile(tmp_path, transmission, qbittorrent))
    assert (done.returncode, done.stderr) == (0, "")
    for client, daemon in (("transmission-1", transmission), ("qbittorrent-2", qbittorrent)):
        ours = {row["id"]: row["name"] for row in said["transfers"] if row["client"] == client}
        assert ours == {native: row["name"] for native, row in daemon.listed().items()}
        state = next(state for state in said["clients"] if state["id"] == client)
        assert (state["state"], state["error"], state["transfers"]) == ("online", None, 3)
        assert state["version"]
        assert state["latency_ms"] > 0
        assert state["free_space"] == free_space(daemon)
    paused = [row["status"] for row in said["transfers"] if row["status"] == "paused"]
    assert len(paused) == 2
    assert said["gone"] == []


async def remember(profile, daemon, *torrents):
    """Write down in the profile's database that these were added to a client, for a film each."""
    store = Store(f"sqlite:///{profile / 'mydia.sqlite3'}", actor="me@desk")
    try:
        await store.open()
        client = await store.save_client(kind=daemon.kind, name="NAS", origin=daemon.url, uuid=UUID)
        for torrent in torrents:
            subject = await store.subject(SubjectDraft(title=torrent.name, year=1922))
            new = NewRecord(
                title=torrent.name,
                subject=subject,
                client_uuid=client.uuid,
                client_name=client.name,
                native_id=torrent.v1,
                v1=torrent.v1,
            )
            await store.begin(new, EventKind.REQUESTED, {"verb": "add"})
    finally:
        await store.close()


def test_what_is_remembered_comes_with_its_row_and_what_no_client_lists_is_gone(tmp_path, transmission):
    listed, gone = (make_torrent(name) for name in ("Nosferatu", "Haexan"))
    transmission.add(listed.data, paused=True)
    profile = write_profile(tmp_path, transmission, uuid=UUID)
    asyncio.run(remember(profile, transmission, listed, gone))
    done, said = take("--snapshot", "--profile", profile)
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = said["transfers"]
    assert row["record"]["media_item"] == {"type": "movie", "title": "Nosferatu", "year": 1922}
    assert [(record["client"], record["title"]) for record in said["gone"]] == [(row["client"], "Haexan")]


def test_a_database_of_mydias_is_brought_up_to_date_and_the_copy_is_named(tmp_path, transmission):
    """Once. What it remembers is not lost on the way."""
    profile = write_profile(tmp_path, transmission)
    MydiaFile(profile / "mydia.sqlite3").fill(downloads=3)
    done, _ = take("--snapshot", "--profile", profile)
    assert done.returncode == 0
    backup = Path(done.stderr.strip().rpartition(": ")[2])
    assert (backup.parent, backup.is_file()) == (profile, True)
    assert backup.name != "mydia.sqlite3"
    again, _ = take("--snapshot", "--profile", profile)
    assert again.stderr == ""


def test_a_silent_client_is_said_and_exits_with_3(tmp_path, transmission):
    transmission.add(make_torrent("Nosferatu").data)
    silent = f'[[clients]]\nid = "away"\nkind = "qbittorrent"\nname = "Away"\nurl = "http://127.0.0.1:{free_port()}"\n'
    done, said = take("--snapshot", "--profile", write_profile(tmp_path, transmission, extra=silent))
    assert done.returncode == 3
    assert [row["name"] for row in said["transfers"]] == ["Nosferatu"]
    away = said["clients"][1]
    assert (away["state"], away["error"]["code"]) == ("unreachable", "refused")
    assert "Nothing answers at 127.0.0.1" in away["error"]["message"]


def test_a_wrong_password_is_said_without_the_password(tmp_path, transmission):
    profile = write_profile(tmp_path, transmission, password="sesame-sesame")
    done, said = take("--snapshot", "--profile", profile)
    assert done.returncode == 3
    assert said["clients"][0]["state"] == "unauthorized"
    assert said["clients"][0]["error"]["message"] == "NAS did not accept the user name or password."
    logged = (profile / "logs" / "mydia-desktop.log").read_text()
    assert "sesame" not in done.stdout + done.stderr + logged


def test_a_mistake_in_the_settings_names_its_line_and_the_other_clients_are_asked(tmp_path, transmission):
    wrong = '\n[[clients]]\nid = "odd"\nkind = "carrier-pigeon"\nname = "Odd"\nurl = "http://nas"\n'
    done, said = take("--snapshot", "--profile", write_profile(tmp_path, transmission, extra=wrong))
    assert done.returncode == 2
    assert "Line 11:" in done.stderr
    assert "“Odd” is left out" in done.stderr
    assert [state["state"] for state in said["clients"]] == ["online"]


def test_without_clients_it_says_so_in_the_same_shape(tmp_path):
    done, said = take("--snapshot", "--profile", tmp_path / "new")
    assert done.returncode == 0
    assert (said["clients"], said["transfers"], said["gone"]) == ([], [], [])


def test_bad_arguments_exit_with_2(tmp_path):
    done, _ = take("--snapshoot", "--profile", tmp_path)
    assert done.returncode == 2
    assert "--snapshoot" in done.stderr


def test_the_snapshot_imports_no_qt(tmp_path, transmission):
    program = (
        "import sys; from mydia_desktop.__main__ import main; code = main(sys.argv[1:]);"
        "qt = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'qasync'))];"
        "sys.exit(f'imported {qt}' if qt else code)"
    )
    profile = write_profile(tmp_path, transmission)
    done, said = take("--snapshot", "--profile", profile, program=(sys.executable, "-c", program))
    assert done.returncode == 0, done.stderr
    assert said["clients"][0]["state"] == "online"


def test_the_window_without_a_display_says_what_to_do_instead(tmp_path):
    done, _ = take("--profile", tmp_path)
    assert done.returncode == 1
    assert "--snapshot" in done.stderr


def test_version_and_help_answer():
    assert take("--version")[0].stdout.startswith("mydia-desktop ")
    assert "--profile" in take("--help")[0].stdout
