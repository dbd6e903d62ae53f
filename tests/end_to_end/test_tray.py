"""The installed program in a panel that comes and goes: it is never lost, and never in the way."""

from __future__ import annotations

import pytest

from tests.end_to_end.desktop import wait_for
from tests.end_to_end.notifications import notifications
from tests.profiles import write_profile
from tests.sources import source_for
from tests.torrents import make_torrent
from tests.tray_host import TrayHost

NOSFERATU, DETOUR = make_torrent("Nosferatu.1922"), make_torrent("Detour.1945")
GOES_ON = "Mydia Desktop goes on in the tray"


@pytest.fixture
def panel(desktop):
    """A panel that is not there yet."""
    host = TrayHost(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
    yield host
    host.leave()
    host.end()


@pytest.fixture
def start(desktop, tmp_path, transmission):
    """Start the program on one client; it still runs at the end unless the test ends it."""

    def started(extra=""):
        return desktop.start("--profile", str(write_profile(tmp_path / "profile", transmission, extra=extra)))

    return started


def is_shown(desktop):
    """Whether the main window is on the screen."""
    return "Mydia Desktop" in desktop.windows()


def said(desktop, words):
    return any(words in node["name"] for node in desktop.ask("all") or [])


def statuses(desktop):
    """What the rows say of their status."""
    return [row["Status"].split(",")[0] for row in (desktop.rows() or {}).values()]


def labels(panel):
    """What the menu says, line by line."""
    return [line.label for line in panel.menu() if not line.separator]


def is_checked(panel, label):
    """Whether the menu's line of this label has its mark."""
    return any(line.checked for line in panel.menu() if line.label == label)


def muted(panel):
    """The menu's line that says until when notifications are muted, if it does."""
    return next((label for label in labels(panel) if label.startswith("Notifications are muted until ")), "")


def test_closing_goes_to_the_tray_and_says_so_once(desktop, panel, start):
    panel.come()
    with notifications(desktop) as server:
        program = start()
        wait_for(lambda: panel.items and is_shown(desktop), "window and icon")
        wait_for(lambda: said(desktop, "1 of 1 client live"), "its client")
        desktop.keys("ctrl+w")
        wait_for(lambda: not is_shown(desktop), "the window is put away")
        server.answer(server.wait_for(GOES_ON), "default")
        wait_for(lambda: is_shown(desktop), "the answer brings it back")
        desktop.keys("ctrl+w")
        wait_for(lambda: not is_shown(desktop), "it is put away again")
        panel.click()
        wait_for(lambda: is_shown(desktop), "a click on the icon brings it back")
        desktop.keys("ctrl+w")
        wait_for(lambda: not is_shown(desktop), "it is put away again")
        panel.choose("Show Mydia Desktop")
        wait_for(lambda: is_shown(desktop), "the menu brings it back")
        assert [one.title for one in server.shown] == [GOES_ON], "said once"
        panel.choose("Quit")
        assert program.wait(20) == 0
        wait_for(lambda: not panel.items, "the icon is gone")


def test_quit_quits_although_there_is_a_tray(desktop, panel, start):
    panel.come()
    program = start()
    wait_for(lambda: panel.items and said(desktop, "1 of 1 client live"), "window and icon")
    desktop.keys("ctrl+q")
    assert program.wait(20) == 0


def test_without_a_tray_closing_quits(desktop, start):
    program = start("\n[general]\nstart_hidden = true\n")
    wait_for(lambda: is_shown(desktop), "the window: nothing else would bring it")
    wait_for(lambda: said(desktop, "1 of 1 client live"), "its client")
    desktop.keys("ctrl+w")
    assert program.wait(20) == 0
    assert program.stderr.read() == ""


def test_closing_quits_where_that_is_wanted(desktop, panel, start):
    panel.come()
    program = start("\n[general]\nclose_to_tray = false\n")
    wait_for(lambda: panel.items and said(desktop, "1 of 1 client live"), "window and icon")
    desktop.keys("ctrl+w")
    assert program.wait(20) == 0


def test_a_tray_that_leaves_gives_the_window_back_and_one_that_comes_is_used(desktop, panel, start):
    program = start()
    wait_for(lambda: said(desktop, "1 of 1 client live"), "its client")
    panel.come()
    wait_for(lambda: panel.items, "an icon in the panel that came late")
    desktop.keys("ctrl+w")
    wait_for(lambda: not is_shown(desktop), "the window is put away")
    panel.leave()
    wait_for(lambda: is_shown(desktop), "the window is back: nothing else would bring it")
    panel.come()
    wait_for(lambda: panel.items, "the icon is back, too")
    desktop.keys("ctrl+w")
    wait_for(lambda: not is_shown(desktop), "and the window can be put away")
    panel.leave()
    wait_for(lambda: is_shown(desktop), "the window is back")
    desktop.keys("ctrl+w")
    assert program.wait(20) == 0
    assert program.stderr.read() == ""


def test_the_tray_tells_how_it_stands_and_nothing_while_that_stays(desktop, panel, start, transmission):
    panel.come()
    start()
    wait_for(lambda: panel.items and said(desktop, "1 of 1 client live"), "window and icon")
    wait_for(lambda: panel.tooltip().endswith("Nothing is downloading"), "the tooltip")
    idle = panel.pictures()
    assert {(picture.width, picture.height) for picture in idle} >= {(16, 16), (22, 22), (24, 24), (32, 32)}
    wait_for(lambda: any(line.startswith("NAS   ") and line.endswith(" ms") for line in labels(panel)), "its latency")
    assert labels(panel)[2:] == [
        "Show Mydia Desktop", "Add from clipboard", "Pause all", "Resume all", "Slow mode",
        "Mute notifications for 1 hour", "Settings…", "Quit",
    ]  # fmt: skip
    transmission.freeze()
    try:
        wait_for(lambda: "NAS does not answer" in panel.tooltip(), "the tooltip says that it is silent", 40)
        assert panel.pictures() != idle
        wait_for(lambda: "NAS   does not answer" in labels(panel), "so does the menu")
    finally:
        transmission.wake()
    wait_for(lambda: panel.pictures() == idle, "the icon is as it was", 90)
    wait_for(lambda: panel.tooltip().endswith("Nothing is downloading"), "the tooltip, too")
    panel.changes.clear()
    # Eight asked and answered polls later nothing was drawn.
    asked = transmission.rpc("session-stats")["current-stats"]["secondsActive"]
    wait_for(lambda: transmission.rpc("session-stats")["current-stats"]["secondsActive"] > asked + 8, "eight seconds")
    assert not panel.changes


def test_slow_mode_is_what_the_client_says_it_is(panel, start, transmission):
    panel.come()
    start("\n[general]\nstart_hidden = true\n")
    wait_for(lambda: panel.items and "Slow mode" in labels(panel), "the menu")
    for slow in (True, False):
        panel.choose("Slow mode")
        wait_for(lambda slow=slow: transmission.is_slow() is slow, "the client has changed its limits")
        wait_for(lambda slow=slow: is_checked(panel, "Slow mode") is slow, "the menu says so")
    transmission.set_slow(slow=True)  # by somebody else
    try:
        wait_for(lambda: is_checked(panel, "Slow mode"), "the menu follows", 40)
    finally:
        transmission.set_slow(slow=False)


def test_pause_all_and_resume_all_mean_all(desktop, panel, start, transmission):
    panel.come()
    for film in (NOSFERATU, DETOUR):
        film.write_content(transmission.downloads)
        transmission.add(film.data)
    start("\n[general]\nstart_hidden = true\n")
    wait_for(lambda: {row["status"] for row in transmission.listed().values()} == {6}, "it seeds")
    wait_for(lambda: panel.items and any(line.startswith("NAS   ") for line in labels(panel)), "the menu")
    panel.choose("Pause all")
    wait_for(lambda: {row["status"] for row in transmission.listed().values()} == {0}, "both are paused")
    panel.click()
    wait_for(lambda: statuses(desktop) == ["Completed"] * 2, "the window knows")
    panel.choose("Resume all")
    wait_for(lambda: {row["status"] for row in transmission.listed().values()} == {6}, "both seed again")
    panel.choose("Mute notifications for 1 hour")
    wait_for(lambda: muted(panel), "the menu says until when it is muted")
    assert is_checked(panel, muted(panel))


@pytest.mark.timeout(240)
def test_a_click_on_a_notification_shows_the_row_from_wherever_the_window_is(
    desktop, panel, start, transmission, tmp_path
):
    with source_for(transmission, tmp_path) as source, notifications(desktop) as server:
        films = [source.make(f"{name}.1080p-X.mkv", size=1 << 20) for name in ("Detour.1945", "Sintel.2010")]
        start()
        for film in films:
            transmission.add(film.data)
        wait_for(lambda: len(desktop.rows() or {}) == 2, "two rows")

        # Minimised, without a tray.
        desktop.minimise()
        wait_for(lambda: not desktop.windows(), "it is minimised")
        source.release(films[0])
        server.answer(server.wait_for("Detour.1945.1080p-X.mkv is complete"), "default", "let-me-in")
        wait_for(lambda: is_shown(desktop), "the window")
        wait_for(lambda: desktop.selected() == films[0].name, "its row is selected")

        # Hidden in the tray, with a filter in which the row is not.
        desktop.keys("ctrl+f")
        desktop.type("Detour")
        wait_for(lambda: [*(desktop.rows() or {})] == [films[0].name], "the other is filtered out")
        panel.come()
        wait_for(lambda: panel.items, "the icon")
        desktop.keys("ctrl+w")
        wait_for(lambda: not is_shown(desktop), "the window is put away")
        source.release(films[1])
        server.answer(server.wait_for("Sintel.2010.1080p-X.mkv is complete"), "default")
        wait_for(lambda: is_shown(desktop), "the window")
        wait_for(lambda: desktop.selected() == films[1].name, "its row is selected")


@pytest.mark.timeout(240)
def test_what_a_desktop_can_not_show_harms_nobody(desktop, panel, start, transmission, tmp_path):
    """A server that hangs, none at all, and one without buttons."""
    panel.come()
    with source_for(transmission, tmp_path) as source:
        films = [source.make(f"{name}.mkv", size=1 << 18) for name in ("Detour", "R&D <b>1<b>", "Sintel")]
        program = start("\n[general]\nstart_hidden = true\n")
        for film in films:
            transmission.add(film.data)
        wait_for(lambda: panel.items, "the icon")

        def finish(film):
            source.release(film)
            wait_for(lambda: transmission.listed()[film.id]["percentDone"] == 1, "it is complete", 60)

        with notifications(desktop, hangs=True) as server:
            finish(films[0])
            wait_for(lambda: server.asked, "it is to be told")
            panel.click()
            wait_for(lambda: is_shown(desktop), "the window does not wait for it")
            panel.click()
            wait_for(lambda: not is_shown(desktop), "nor is it slow to leave")
        with notifications(desktop, capabilities=("body",)) as server:
            finish(films[1])
            shown = server.wait_for("R&D <b>1<b>.mkv is complete")
            assert shown.actions == []
            assert shown.body.endswith("from NAS")
        finish(films[2])
        panel.click()
        wait_for(lambda: set(statuses(desktop)) == {"Seeding"}, "all of it is seen, and nobody was told")
        panel.choose("Quit")
        assert program.wait(20) == 0
        assert program.stderr.read() == ""
