"""The settings by keyboard alone, as a screen reader tells them; and keys of one's own."""

from __future__ import annotations

import pytest

from tests.end_to_end.desktop import wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent

PAGES = (
    "Clients",
    "Path mapping",
    "Library",
    "Import to library",
    "Notifications",
    "Appearance",
    "Shortcuts",
    "General",
    "Advanced",
)
LONGEST_WAY = 24
"""Steps with Tab in which every page is gone through."""
NOSFERATU = make_torrent("Nosferatu.1922")


@pytest.fixture
def start(desktop, tmp_path, transmission):
    """Start the program on one client with one download."""
    transmission.add(NOSFERATU.data)

    def started():
        profile = tmp_path / "profile"
        if not profile.exists():
            write_profile(profile, transmission)
        program = desktop.start("--profile", str(profile))
        wait_for(desktop.rows, "its download")
        return program

    return started


def focus(desktop):
    """What has the keyboard; in a list that has it, the list."""
    return [seen for seen in desktop.ask("all") or [] if seen["focused"] and seen["role"] != "list item"]


def focused(desktop):
    """What has the keyboard, by role and name."""
    return [(seen["role"], seen["name"]) for seen in focus(desktop)]


def next_by_tab(desktop, before):
    """Go on from what had the keyboard before, and say where that leads."""
    places = [seen["box"] for seen in before]
    desktop.keys("Tab")
    return wait_for(lambda: (now := focus(desktop)) and [seen["box"] for seen in now] != places and now, "the next")


def statuses(desktop):
    """What the rows say of their status."""
    return [row["Status"].split(",")[0] for row in (desktop.rows() or {}).values()]


def open_pages(desktop):
    """Open the settings and go to the list of their pages, by keys."""
    desktop.keys("ctrl+comma")
    wait_for(lambda: ("list", "Clients") in focused(desktop), "the settings")
    desktop.keys("shift+Tab")
    wait_for(lambda: ("list", "Settings pages") in focused(desktop), "the list of pages")


def test_tab_goes_through_every_page_and_everything_on_its_way_has_a_name(desktop, start):
    start()
    open_pages(desktop)
    for title in PAGES:
        if title != "Clients":
            desktop.keys("Down")
            wait_for(lambda title=title: desktop.ask("find", role="label", name=title), title)
        assert desktop.ask("nameless") == [], title
        seen, now = [], focus(desktop)
        for _ in range(LONGEST_WAY):
            now = next_by_tab(desktop, now)
            here = [(one["role"], one["name"]) for one in now]
            if ("list", "Settings pages") in here:
                break
            seen += here
        else:
            pytest.fail(f"Tab never comes back to the pages from {title}: {seen}")
        assert ("push button", "Cancel") in seen, title
        assert len(seen) > 1, title
        assert ("push button", "Save") not in seen, f"looking at {title} changed something"


def test_other_keys_are_refused_while_two_actions_have_them_and_work_once_saved(desktop, start, transmission, tmp_path):
    program = start()
    open_pages(desktop)
    desktop.keys(*["Down"] * PAGES.index("Shortcuts"))
    desktop.keys("Tab")
    wait_for(lambda: ("tree", "Shortcuts") in focused(desktop), "the list of actions")
    desktop.type("Pause")
    desktop.keys("Tab", "ctrl+n")
    conflict = "Ctrl+N is used for “Pause” and for “Add”. Give one of them other keys."
    wait_for(lambda: desktop.ask("find", role="label", name=conflict), "what is in the way")
    assert not desktop.ask("find", role="push button", name="Save")["enabled"]
    desktop.keys("F9")
    wait_for(lambda: desktop.ask("find", role="push button", name="Save")["enabled"], "now they can be")
    desktop.click("push button", "Save")
    wait_for(lambda: desktop.windows() == ["Mydia Desktop"], "they are in force")
    desktop.keys("ctrl+1", "Home", "F9")
    wait_for(lambda: transmission.listed()[NOSFERATU.v1]["status"] == 0, "it is paused")
    assert 'pause = "F9"' in (tmp_path / "profile" / "config.toml").read_text()
    wait_for(lambda: statuses(desktop) == ["Paused"], "the window says so")
    desktop.keys("space")
    wait_for(lambda: transmission.listed()[NOSFERATU.v1]["status"] != 0, "it is resumed by the key they shared")
    wait_for(lambda: statuses(desktop) != ["Paused"], "the window says so")

    desktop.keys("ctrl+q")
    assert program.wait(20) == 0
    start()
    desktop.keys("ctrl+1", "Home", "F9")
    wait_for(lambda: transmission.listed()[NOSFERATU.v1]["status"] == 0, "they are kept")
