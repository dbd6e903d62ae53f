"""Two programs on one PostgreSQL, each with a client called ``nas`` that is a different daemon."""

from __future__ import annotations

import psycopg
import pytest

from tests.daemons import run_transmission
from tests.end_to_end.desktop import run_desktop, wait_for
from tests.profiles import write_profile
from tests.torrents import make_torrent

NOSFERATU, DETOUR = make_torrent("Nosferatu.1922.1080p-ATTIC"), make_torrent("Detour.1945.720p-CELLAR")


def names(desktop):
    """The titles in the table, as a screen reader reads them."""
    seen = desktop.ask("table", name="Downloads") or {"rows": ()}
    return [" ".join(row[0].split(", ")[:2]) for row in seen["rows"] if row[0]]


def said(desktop, words):
    return any(words in node["name"] for node in desktop.ask("all") or [])


def profile_of(folder, daemon, url):
    """One person's settings: their own daemon, and the database of both."""
    profile = write_profile(folder, daemon, id="nas", name="NAS")
    config = profile / "config.toml"
    config.write_text(f'database_url = "{url}"\n\n{config.read_text()}')
    return profile


def add(desktop, torrent):
    desktop.keys("ctrl+n")
    wait_for(lambda: desktop.ask("find", role="text", name="Magnet, link or hash"), "the Add dialog")
    desktop.type(torrent.magnet)
    wait_for(lambda: said(desktop, "1 download ready"), "it was read")
    desktop.keys("ctrl+Return")


def records(url):
    """What the database holds: title, and which client of which address it belongs to."""
    with psycopg.connect(url) as connection:
        return dict(
            connection.execute(
                "SELECT d.title, c.origin FROM downloads d JOIN clients c ON c.id = d.client_id"
            ).fetchall()
        )


@pytest.mark.timeout(300)
def test_two_programs_on_one_database_never_touch_each_others_records(tmp_path, postgres):
    """The second is asked which client its own is, and until and after the answer nothing of the first's is gone."""
    url = postgres.new_database().replace("postgresql+psycopg://", "postgresql://")
    with (
        run_transmission(tmp_path / "attic") as attic_nas,
        run_transmission(tmp_path / "cellar") as cellar_nas,
        run_desktop(tmp_path / "home1") as attic,
        run_desktop(tmp_path / "home2") as cellar,
    ):
        first = attic.start("--profile", str(profile_of(tmp_path / "p1", attic_nas, url)))
        wait_for(lambda: said(attic, "1 of 1 client"), "its client")
        add(attic, NOSFERATU)
        wait_for(lambda: names(attic) == ["Nosferatu 1922"], "it is there, and known")

        second = cellar.start("--profile", str(profile_of(tmp_path / "p2", cellar_nas, url)))
        wait_for(lambda: said(cellar, "Is NAS a client that was used here before?"), "the question")
        cellar.click("push button", "A new client")
        wait_for(lambda: not said(cellar, "used here before"), "the answer was taken")
        add(cellar, DETOUR)
        wait_for(lambda: names(cellar) == ["Detour 1945"], "it is there, and known")

        # Long enough for two complete lists of each, after which what is not listed would be gone.
        cellar_nas.remove(DETOUR.v1)
        wait_for(lambda: not names(cellar), "somebody else removed it")
        cellar.keys("ctrl+4")
        wait_for(lambda: said(cellar, "1 of 1 download"), "one issue", 60)
        issues = cellar.ask("table", name="Issues")["rows"]
        assert [row[0].split(",")[0] for row in issues[1:]] == ["Detour (1945)"]
        attic.keys("ctrl+4")
        wait_for(lambda: said(attic, "Issues"), "its issues")
        assert not said(attic, "No longer in NAS")
        assert names_after_return(attic) == ["Nosferatu 1922"]
        assert records(url) == {NOSFERATU.name: attic_nas.url, DETOUR.name: cellar_nas.url}
        for program in (first, second):
            assert program.poll() is None, program.stderr.read()


def names_after_return(desktop):
    """Back to all downloads, and what is there."""
    desktop.keys("ctrl+1")
    return wait_for(lambda: names(desktop), "all downloads")
