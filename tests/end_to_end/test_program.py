"""The installed program under a real X server and D-Bus, driven by keys and mouse, read as a screen reader does."""

from __future__ import annotations

import signal
import time

import pytest

from tests.daemons import PASSWORD, USER, free_port
from tests.end_to_end.desktop import wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent
from tests.truth.oracle import truth

NOSFERATU, DETOUR, CHARADE = (make_torrent(name) for name in ("Nosferatu.1922", "Detour.1945", "Charade.1963"))
QUIT_WITHIN_S = 3.0


@pytest.fixture
def filled(transmission, qbittorrent):
    """Two clients: one seeds two films, the other waits for a third."""
    for film in (NOSFERATU, DETOUR):
        film.write_content(transmission.downloads)
        transmission.add(film.data)
    qbittorrent.add(CHARADE.data)
    wait_for(lambda: {row["status"] for row in transmission.listed().values()} == {6}, "Transmission seeds")
    wait_for(lambda: [row["state"] for row in qbittorrent.listed().values()] == ["stalledDL"], "qBittorrent waits")
    return transmission, qbittorrent


@pytest.fixture
def window(desktop, tmp_path, filled):
    """The program with both clients' rows in its table."""
    program = desktop.start("--profile", str(write_profile(tmp_path / "profile", *filled)))
    wait_for(lambda: len(desktop.rows() or {}) == 3, "three rows")
    yield program
    assert program.poll() is None, program.stderr.read()


def end(program):
    """Ask it to end as a session does; its exit code, errors and how long it took."""
    began = time.monotonic()
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate(timeout=20)
    return program.returncode, errors, time.monotonic() - began


def status(desktop, film):
    """What the table says of a film."""
    return (desktop.rows() or {}).get(film.name, {}).get("Status")


def said(desktop, words):
    """Whether these words stand anywhere in the window."""
    return any(words in node["name"] for node in desktop.ask("all") or [])


def choose(desktop, film):
    """Select one row by searching for it, with keys only."""
    desktop.keys("ctrl+f")
    desktop.type(film.name.split(".")[0])
    wait_for(lambda: list(desktop.rows() or {}) == [film.name], f"only {film.name} is listed")
    desktop.keys("F6", "F6")
    desktop.keys("Home")


@pytest.mark.usefixtures("window")
def test_truth_the_accessible_table_equals_what_the_daemons_say(desktop, filled):
    true = dict(row for daemon in filled for row in truth(daemon).values())
    ours = {name: row["Status"].split(",")[0].lower() for name, row in desktop.rows().items()}
    assert ours == true
    assert desktop.rows()[CHARADE.name]["Client"] == "Seedbox"
    assert "bytes per second" in desktop.rows()[NOSFERATU.name]["Down"]


@pytest.mark.usefixtures("window")
def test_pausing_by_keyboard_shows_when_the_daemon_says_so(desktop, filled):
    choose(desktop, NOSFERATU)
    desktop.keys("space")
    wait_for(lambda: filled[0].listed()[NOSFERATU.id]["status"] == 0, "Transmission has paused it")
    wait_for(lambda: "Completed" in (status(desktop, NOSFERATU) or ""), "the row says so")
    assert filled[0].listed()[DETOUR.id]["status"] == 6, "nothing else was touched"


@pytest.mark.usefixtures("window")
def test_the_context_menu_acts_on_the_row_under_the_mouse(desktop, filled):
    names = list(desktop.rows())
    cell = desktop.ask("cell", name="Downloads", row=names.index(CHARADE.name), column=0)
    desktop.click_at(cell["box"], button=3)
    desktop.click("menu item", "Pause")
    wait_for(lambda: filled[1].listed()[CHARADE.id]["state"] in ("pausedDL", "stoppedDL"), "qBittorrent has paused it")
    wait_for(lambda: "Paused" in (status(desktop, CHARADE) or ""), "the row says so")


@pytest.mark.usefixtures("window")
def test_a_removal_can_be_undone_and_otherwise_keeps_the_files(desktop, filled):
    choose(desktop, DETOUR)
    desktop.keys("Delete")
    wait_for(lambda: "Removing" in (status(desktop, DETOUR) or ""), "the row says that it is being removed")
    desktop.keys("ctrl+z")
    wait_for(lambda: "Seeding" in (status(desktop, DETOUR) or ""), "the removal was undone")
    assert DETOUR.id in filled[0].listed()
    desktop.keys("Delete")
    wait_for(lambda: DETOUR.id not in filled[0].listed(), "it was removed after six seconds", seconds=20)
    wait_for(lambda: DETOUR.name not in (desktop.rows() or {}), "its row is gone")
    assert (filled[0].downloads / DETOUR.name).exists()


@pytest.mark.usefixtures("window")
def test_deleting_files_asks_first_with_the_safe_answer_at_hand(desktop, filled):
    choose(desktop, DETOUR)
    desktop.keys("shift+Delete")
    safe = wait_for(lambda: desktop.ask("find", role="push button", name="Keep it"), "the question")
    assert safe["focused"]
    desktop.keys("Return")
    wait_for(lambda: not desktop.ask("find", role="push button", name="Keep it"), "the question is gone")
    assert (filled[0].downloads / DETOUR.name).exists()
    desktop.keys("shift+Delete")
    desktop.click("push button", "Delete")
    wait_for(lambda: DETOUR.id not in filled[0].listed(), "it was deleted")
    wait_for(lambda: not (filled[0].downloads / DETOUR.name).exists(), "its file is gone")
    assert (filled[0].downloads / NOSFERATU.name).exists()


@pytest.mark.usefixtures("window")
def test_a_client_that_falls_silent_is_said_and_comes_back(desktop, filled):
    filled[0].freeze()
    try:
        wait_for(lambda: "not live" in (status(desktop, NOSFERATU) or ""), "its rows are not live", seconds=30)
        assert "not live" not in status(desktop, CHARADE)
        assert said(desktop, "NAS can\u2019t be reached")
    finally:
        filled[0].wake()
    desktop.keys("F5")
    wait_for(lambda: "not live" not in (status(desktop, NOSFERATU) or "not live"), "they are live again", seconds=30)


@pytest.mark.usefixtures("window")
def test_a_second_start_brings_the_first_window_to_the_front_and_ends(desktop, tmp_path):
    again = desktop.start("--profile", str(tmp_path / "profile"))
    assert again.wait(10) == 0
    handing = desktop.start("--profile", str(tmp_path / "profile"), NOSFERATU.magnet)
    assert handing.wait(10) == 0
    wait_for(lambda: said(desktop, "Add downloads"), "the Add dialog")


def test_it_ends_cleanly_and_writes_no_error(desktop, tmp_path, filled):
    program = desktop.start("--profile", str(write_profile(tmp_path / "profile", *filled)))
    wait_for(lambda: len(desktop.rows() or {}) == 3, "three rows")
    assert end(program)[:2] == (0, "")
    log = (tmp_path / "profile" / "logs" / "mydia-desktop.log").read_text()
    assert "ERROR" not in log
    assert "WARNING" not in log


def test_no_one_waits_it_quits_within_three_seconds_with_every_client_hung(desktop, tmp_path, filled):
    program = desktop.start("--profile", str(write_profile(tmp_path / "profile", *filled)))
    wait_for(lambda: len(desktop.rows() or {}) == 3, "three rows")
    try:
        for daemon in filled:
            daemon.freeze()
        wait_for(lambda: "not live" in (status(desktop, CHARADE) or ""), "both hang", seconds=30)
        code, _, seconds = end(program)
    finally:
        for daemon in filled:
            daemon.wake()
    assert code == 0
    assert seconds < QUIT_WITHIN_S + 1


def test_a_mistake_in_the_settings_is_said_and_the_right_clients_are_asked(desktop, tmp_path, filled):
    wrong = '\n[[clients]]\nid = "odd"\nkind = "carrier-pigeon"\nname = "Odd"\nurl = "http://nas"\n'
    profile = write_profile(tmp_path / "profile", *filled, extra=wrong)
    before = (profile / "config.toml").read_text()
    desktop.start("--profile", str(profile))
    wait_for(lambda: len(desktop.rows() or {}) == 3, "three rows")
    assert said(desktop, "Line 19: kind is one of transmission, qbittorrent, builtin. “Odd” is left out.")
    # But for which clients of the database the right ones are, which is found out at the first start.
    wait_for(lambda: (profile / "config.toml").read_text().count("\nuuid = ") == 2, "that is written down")
    after = (profile / "config.toml").read_text().splitlines()
    assert [line for line in after if not line.startswith("uuid")] == before.splitlines()


def test_a_wrong_password_is_tried_once_and_said(desktop, tmp_path, filled):
    desktop.start("--profile", str(write_profile(tmp_path / "profile", filled[1], password="wrong")))
    wait_for(lambda: said(desktop, "Seedbox did not accept the user name or password."), "the reason")


def test_the_first_client_is_added_in_the_window_and_asked_at_once(desktop, tmp_path, filled):
    desktop.start("--profile", str(tmp_path / "new"))
    desktop.click("push button", "Skip for now")
    desktop.click("push button", "Add client…")
    desktop.click("push button", "Add client")
    desktop.keys("Down", "Return")
    wait_for(lambda: desktop.ask("find", role="text", name="Name"), "the form")
    desktop.type("NAS")
    for field, text in (
        ("Host", "127.0.0.1"),
        ("Port", str(filled[0].port)),
        ("User name", USER),
        ("Password", PASSWORD),
    ):
        desktop.click("password text" if field == "Password" else "text", field)
        desktop.keys("ctrl+a")
        desktop.type(text)
    desktop.click("push button", "Save")
    wait_for(lambda: set(desktop.rows() or {}) == {NOSFERATU.name, DETOUR.name}, "its downloads", seconds=20)
    config = (tmp_path / "new" / "config.toml").read_text()
    assert f"127.0.0.1:{filled[0].port}" in config
    assert PASSWORD not in config


def test_an_unknown_port_names_what_did_not_answer(desktop, tmp_path, filled):
    port = free_port()
    extra = f'\n[[clients]]\nid = "away"\nkind = "qbittorrent"\nname = "Away"\nurl = "http://127.0.0.1:{port}"\n'
    desktop.start("--profile", str(write_profile(tmp_path / "profile", filled[0], extra=extra)))
    wait_for(lambda: said(desktop, f"Nothing answers at 127.0.0.1:{port}"), "the reason")
