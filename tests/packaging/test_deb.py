"""The Debian package's life, in the order of this file: installed in a bare Debian 12, used there, and removed."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass

import pytest

import mydia_desktop
from tests.daemons import PASSWORD, USER
from tests.end_to_end.desktop import run_desktop, wait_for
from tests.packaging.debian import CACHE, PERSON
from tests.profiles import write_profile
from tests.torrents import make_torrent

PROGRAM = "/usr/bin/mydia-desktop"
BUNDLE = "/usr/lib/mydia-desktop"
NOSFERATU, DETOUR, CHARADE = (make_torrent(name) for name in ("Nosferatu.1922", "Detour.1945", "Charade.1963"))
TOOLS = (
    "xvfb", "xdotool", "openbox", "scrot", "x11-utils", "dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0",
    "gnome-keyring", "man-db", "groff-base", "xdg-utils", "libglib2.0-bin", "desktop-file-utils", "shared-mime-info",
)  # fmt: skip


@dataclass(frozen=True)
class Installed:
    """What was there before, and what the package says it brought."""

    before: set[str]
    listed: list[str]


@pytest.fixture(scope="session")
def installed(debian, package):
    """The package, by apt, with nothing but what it depends on."""
    before = debian.files()
    debian.install(shutil.copy(package, debian.home))
    listed = debian.run("dpkg-query", "--listfiles", "mydia-desktop").splitlines()
    return Installed(before, listed)


@pytest.fixture
def filled(transmission):
    """A Transmission that seeds two films."""
    for film in (NOSFERATU, DETOUR):
        film.write_content(transmission.downloads)
        transmission.add(film.data)
    wait_for(lambda: {row["status"] for row in transmission.listed().values()} == {6}, "Transmission seeds")
    return transmission


@pytest.fixture
def desktop(debian, installed):  # noqa: ARG001 - a fixture can't be marked as using another
    """A desktop in there, with what a person's desktop has."""
    debian.install(*TOOLS)
    run = debian.home / "run"
    if not run.exists():
        run.mkdir(mode=0o700)
        shutil.chown(run, PERSON, PERSON)
    with run_desktop(debian.home, inside=debian.entering(), program=PROGRAM) as desktop:
        yield desktop


@pytest.fixture
def profile(debian, filled):
    """The person's own profile, with that Transmission."""
    folder = debian.home / ".config" / "mydia-desktop"
    if not folder.exists():
        write_profile(folder, filled)
    give(folder.parent)
    return folder


def give(folder):
    """It and all in it, to the person."""
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, PERSON, PERSON)


def said(desktop, words):
    """Whether these words stand anywhere in the window."""
    return any(words in (node["name"] or "") for node in desktop.ask("all") or [])


def picture(desktop, debian, name, capsys):
    """Keep what is on the screen, and say where."""
    desktop.screenshot(debian.home / name)
    kept = shutil.copy(debian.home / name, CACHE / name)
    with capsys.disabled():
        print(f"\n{kept}")


@pytest.mark.usefixtures("installed")
def test_every_library_it_links_to_is_there(debian):
    linked = debian.run(
        "sh",
        "-c",
        f"find {BUNDLE} -name '*.so*' -type f ! -name libqgtk3.so -exec ldd {{}} +",
        LD_LIBRARY_PATH=f"{BUNDLE}/_internal",
    )
    assert len(linked.splitlines()) > 100
    assert [line for line in linked.splitlines() if "not found" in line] == []


@pytest.mark.usefixtures("installed")
def test_it_says_its_version_and_its_options(debian):
    assert debian.run(PROGRAM, "--version") == f"mydia-desktop {mydia_desktop.__version__}\n"
    assert "--snapshot" in debian.run(PROGRAM, "--help")
    assert debian.run("dpkg-query", "--show", "--showformat=${Version}", "mydia-desktop").startswith("0.")


@pytest.mark.usefixtures("installed")
def test_without_a_display_it_says_so(debian):
    assert "there is no display" in debian.run(PROGRAM, code=1)


@pytest.mark.usefixtures("installed", "profile")
def test_a_snapshot_asks_the_clients_and_remembers(debian):
    snapshot = json.loads(debian.run(PROGRAM, "--snapshot"))
    assert {row["name"] for row in snapshot["transfers"]} == {NOSFERATU.name, DETOUR.name}
    assert (debian.home / ".local/share/mydia-desktop/mydia.sqlite3").is_file()


@pytest.mark.usefixtures("installed")
def test_a_shared_database_needs_what_the_package_recommends(debian, postgres):
    folder = debian.home / "shared"
    folder.mkdir()
    (folder / "config.toml").write_text(f"database_url = {json.dumps(postgres.new_database())}\n")
    give(folder)
    assert "libpq5" in debian.run(PROGRAM, "--snapshot", "--profile", str(folder))
    debian.install("libpq5")
    assert json.loads(debian.run(PROGRAM, "--snapshot", "--profile", str(folder)))["transfers"] == []


@pytest.mark.usefixtures("profile")
def test_the_window_shows_what_the_client_says(debian, desktop, capsys):
    program = desktop.start()
    wait_for(lambda: set(desktop.rows() or {}) == {NOSFERATU.name, DETOUR.name}, "both films")
    window = debian.run(
        "sh", "-c", "xprop -id $(xdotool search --onlyvisible --class mydia-desktop | head -n 1) WM_CLASS",
        DISPLAY=desktop.environment["DISPLAY"],
    )  # fmt: skip
    assert window == 'WM_CLASS(STRING) = "mydia-desktop", "mydia-desktop"\n', "as the menu entry says"
    picture(desktop, debian, "installed.png", capsys)
    program.terminate()
    assert program.wait(20) == 0
    assert program.stderr.read() == ""
    log = (debian.home / ".local/state/mydia-desktop/log/mydia-desktop.log").read_text()
    assert "ERROR" not in log
    assert "WARNING" not in log


@pytest.mark.usefixtures("profile")
def test_magnets_and_files_are_handed_over_by_the_desktop(debian, desktop, filled, capsys):
    for kind in ("x-scheme-handler/magnet", "application/x-bittorrent", "application/x-nzb"):
        assert debian.run("xdg-mime", "query", "default", kind) == "mydia-desktop.desktop\n"
    nzb = debian.home / "A film.nzb"
    nzb.write_text('<?xml version="1.0"?>\n<nzb xmlns="http://www.newzbin.com/DTD/2003/nzb"></nzb>\n')
    assert "application/x-nzb" in debian.run("gio", "info", "--attributes=standard::content-type", str(nzb))
    torrent = debian.home / "Charade (1963) ü.torrent"
    torrent.write_bytes(CHARADE.data)

    desktop.start()
    wait_for(lambda: len(desktop.rows() or {}) == 2, "the window")
    subprocess.run([*debian.entering(), "xdg-open", NOSFERATU.magnet], env=desktop.environment, check=True)
    wait_for(lambda: said(desktop, "Add downloads"), "the Add dialog with the magnet")
    subprocess.run([*debian.entering(), "gio", "open", str(torrent)], env=desktop.environment, check=True)
    wait_for(lambda: said(desktop, "Charade"), "the file beside it")
    picture(desktop, debian, "handed-over.png", capsys)
    assert CHARADE.id not in filled.listed(), "nothing is sent before somebody says so"


def test_a_password_goes_into_the_keyring(debian, desktop, filled):
    fresh = debian.home / "fresh"
    desktop.start("--profile", str(fresh))
    desktop.click("push button", "Skip for now")
    desktop.click("push button", "Add client…")
    desktop.click("push button", "Add client")
    desktop.keys("Down", "Return")
    wait_for(lambda: desktop.ask("find", role="text", name="Name"), "the form")
    desktop.type("NAS")
    for field, text in (
        ("Host", "127.0.0.1"), ("Port", str(filled.port)), ("User name", USER), ("Password", PASSWORD)
    ):  # fmt: skip
        desktop.click("password text" if field == "Password" else "text", field)
        desktop.keys("ctrl+a")
        desktop.type(text)
    desktop.click("push button", "Save")
    wait_for(lambda: set(desktop.rows() or {}) == {NOSFERATU.name, DETOUR.name}, "its downloads", seconds=20)
    assert PASSWORD not in (fresh / "config.toml").read_text()


@pytest.mark.usefixtures("installed")
def test_the_built_in_client_came_along(debian):
    folder = debian.home / "own"
    folder.mkdir()
    (folder / "config.toml").write_text(
        f'[[clients]]\nid = "own"\nkind = "builtin"\nname = "Here"\nfolder = "{folder}/files"\nport = 0\n'
        "dht = false\nlsd = false\n"
    )
    give(folder)
    snapshot = json.loads(debian.run(PROGRAM, "--snapshot", "--profile", str(folder)))
    assert [client["state"] for client in snapshot["clients"]] == ["online"]


@pytest.mark.usefixtures("profile")
def test_the_window_speaks_the_persons_language(debian, desktop):
    desktop.start(through=["env", "--unset=LC_ALL", "LANGUAGE=de_DE"])
    wait_for(lambda: said(desktop, "Alle Downloads"), "German")
    assert (debian.root / BUNDLE.lstrip("/") / "_internal/PySide6/Qt/translations/qtbase_de.qm").is_file()


@pytest.mark.usefixtures("desktop")
def test_its_manual_and_its_icons_are_found(debian):
    assert "one window over every download client you run" in debian.run("man", "--warnings", "mydia-desktop")
    assert debian.run("desktop-file-validate", "/usr/share/applications/mydia-desktop.desktop") == ""
    sizes = {path.parent.parent.name for path in (debian.root / "usr/share/icons/hicolor").rglob("mydia-desktop.*")}
    assert {"16x16", "24x24", "32x32", "48x48", "64x64", "128x128", "256x256", "512x512", "scalable"} <= sizes


def test_removing_it_leaves_nothing_but_what_is_the_persons(debian, installed, profile):
    brought = [path for path in installed.listed if not (debian.root / path.lstrip("/")).is_dir()]
    assert len(brought) > 200
    debian.run("apt-get", "purge", "--yes", "mydia-desktop", user=0, DEBIAN_FRONTEND="noninteractive")
    files = debian.files()
    assert [path for path in brought if path in files] == []
    assert not (debian.root / BUNDLE.lstrip("/")).exists(), "nothing was written there while it ran"
    assert {path for path in files - installed.before if "mydia" in path} == set()
    told = debian.run("sh", "-c", "grep -rl mydia /usr/share/applications /usr/share/mime /etc || true", user=0)
    assert told == "", "nobody still thinks that it opens anything"
    assert (profile / "config.toml").is_file()
    assert (debian.home / ".local/share/mydia-desktop/mydia.sqlite3").is_file()
