"""Pictures of every state of the running window, for people to look at: in ``.cache/screenshots`` after each run."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.daemons import run_qbittorrent, run_transmission
from tests.end_to_end.desktop import ROOT, run_desktop, wait_for
from tests.own_network import own_network
from tests.profiles import write_profile
from tests.remembered import remember
from tests.scene import Scene

PICTURES = Path(os.environ.get("MYDIA_SCREENSHOTS", ROOT / ".cache" / "screenshots"))
EACH = 24
SETTINGS = ("clients", "paths", "library", "import", "notifications", "appearance", "shortcuts", "general", "advanced")
"""The pages of the settings, from above."""
ROOT_ONLY = pytest.mark.skipif(
    not os.environ.get("CI") and (sys.platform != "linux" or os.geteuid() != 0),
    reason="a network of its own, with the usual ports free, takes root",
)
MAGNET = (
    "magnet:?xt=urn:btih:8f3c1e0000000000000000000000000000000001&dn=Sherlock.Holmes.S01E09.1080p.WEBRip.x265-BAKER"
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Two clients with something of every status."""
    with (
        run_transmission(tmp_path_factory.mktemp("nas")) as nas,
        run_qbittorrent(tmp_path_factory.mktemp("seedbox")) as seedbox,
    ):
        Scene(nas, seedbox, count=EACH).set()
        yield nas, seedbox


def names(desktop):
    """What the first column says, row by row."""
    seen = desktop.ask("table", name="Downloads")
    return [row[0] for row in seen["rows"] if row[0]] if seen else []


def gone(desktop):
    """Whether the Issues view lists what a client no longer has."""
    seen = desktop.ask("table", name="Issues")
    return seen and any((row[0] or "").startswith("No longer in NAS") for row in seen["rows"])


def said(desktop, words):
    """Whether this is said on the screen, alone or among others."""
    return any(words in seen["name"] for seen in desktop.ask("all") or [])


def steps_to_remembered(desktop):
    """How far down the first row is of which more is known than its client says."""
    return next(row for row, name in enumerate(names(desktop)) if "." not in name.split(", ")[0])


def take(desktop, state, theme, scale):
    """A picture of the whole screen; it shows something."""
    path = PICTURES / f"{state}-{theme}-{scale}x.png"
    PICTURES.mkdir(parents=True, exist_ok=True)
    desktop.screenshot(path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1400 * scale, 900 * scale)
    seen = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(seen) > 20, "it shows something"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_state_of_the_window_is_there_to_look_at(scene, tmp_path, theme, scale):
    nas, seedbox = scene
    inside = f'\n[[clients]]\nid = "here"\nkind = "builtin"\nname = "This computer"\nfolder = "{tmp_path}"\n'
    rules = f'\n[import]\nfolder = "{tmp_path}"\n\n[appearance]\ntheme = "{theme}"\n'
    profile = write_profile(tmp_path / "profile", nas, seedbox, extra=inside + rules)
    remember(profile, {"transmission-1": nas, "qbittorrent-2": seedbox})
    with run_desktop(tmp_path / "home", size=f"{1400 * scale}x{900 * scale}", scale=scale) as desktop:
        desktop.start("--profile", str(profile))
        wait_for(lambda: len(names(desktop)) == 2 * EACH, "all rows")
        wait_for(lambda: any("." not in name.split(", ")[0] for name in names(desktop)), "what they are for")

        def picture(state):
            take(desktop, state, theme, scale)

        def shows(role, name):
            wait_for(lambda: desktop.ask("find", role=role, name=name), f"{role} {name}")

        picture("all")
        desktop.keys("Home", *["Down"] * steps_to_remembered(desktop), "Return")
        shows("page tab", "History")
        shows("label", "Where it came from, what happens next")
        picture("details")
        desktop.keys("ctrl+Tab")
        shows("tree", "Files")
        picture("details-files")
        desktop.keys("ctrl+shift+Tab", "Return")
        desktop.keys("Home", "shift+Down", "shift+Down", "ctrl+d")
        picture("compact-selected")
        desktop.keys("shift+F10")
        shows("menu item", "Re-check files")
        picture("menu")
        desktop.keys("Escape", "shift+Delete")
        shows("push button", "Keep downloading")
        picture("confirm")
        desktop.keys("Escape", "Delete")
        shows("push button", "Undo")
        picture("undo")
        desktop.keys("ctrl+z", "F2")
        shows("text", "Search movies and shows")
        picture("match")
        desktop.keys("Escape", "ctrl+d", "ctrl+4")
        shows("table", "Issues")
        wait_for(lambda: gone(desktop), "what is gone", seconds=60)
        picture("issues")
        desktop.keys("ctrl+5")
        shows("tree", "Library")
        desktop.keys("Home", "Down", "Right", "Down", "Right")  # a show, and its season
        picture("library")
        desktop.keys("ctrl+6")
        shows("table", "History")
        picture("history")
        desktop.keys("ctrl+1", "ctrl+n")
        shows("text", "Magnet, link or hash")
        desktop.type(MAGNET)
        wait_for(lambda: desktop.ask("find", role="label", name="1 download ready"), "it was read")
        picture("add")
        desktop.keys("Escape", "ctrl+f")
        desktop.type("zzz")
        shows("label", "No matches")
        picture("no-matches")
        desktop.keys("ctrl+a", "BackSpace", "ctrl+comma")
        shows("push button", "Save")
        desktop.keys("End")
        shows("spin button", "Download limit")
        picture("settings-builtin")
        desktop.keys("Home", "shift+Tab")
        for page in SETTINGS:
            if page != SETTINGS[0]:
                desktop.keys("Down")
            if page == "paths":
                desktop.keys("Tab", "Tab", "space")
                wait_for(lambda: said(desktop, "are here"), "what the client's folders are here")
                desktop.keys("shift+Tab", "shift+Tab")
            picture(f"settings-{page}")
        desktop.keys("Escape")
        seedbox.freeze()
        try:
            wait_for(lambda: any("not live" in row["Status"] for row in (desktop.rows() or {}).values()), "silence")
            picture("not-live")
            desktop.keys("ctrl+4")
            shows("table", "Issues")
            picture("issues-not-live")
        finally:
            seedbox.wake()


@ROOT_ONLY
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_welcome_is_there_to_look_at(tmp_path, theme, scale):
    profile = write_profile(tmp_path / "profile", extra=f'[appearance]\ntheme = "{theme}"\n')
    with (
        own_network(),
        run_transmission(tmp_path / "nas", port=9091, rpc_authentication_required=False),
        run_qbittorrent(tmp_path / "seedbox", port=8080),
        socket.create_server(("127.0.0.1", 8090)),
        run_desktop(tmp_path / "home", size=f"{1400 * scale}x{900 * scale}", scale=scale) as desktop,
    ):
        desktop.start("--profile", str(profile))
        for name in ("Ready", "No answer on port 8090."):
            wait_for(lambda name=name: desktop.ask("find", role="label", name=name), name)
        take(desktop, "welcome", theme, scale)
