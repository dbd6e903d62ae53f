"""The program on a system whose language is German."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.daemons import free_port, run_transmission
from tests.end_to_end.desktop import wait_for
from tests.profiles import PROGRAM, write_profile

GERMAN = {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}


@pytest.fixture
def profile(tmp_path):
    """A client that answers, and one that is not there."""
    with run_transmission(tmp_path / "nas") as nas:
        away = (
            f'\n[[clients]]\nid = "away"\nkind = "qbittorrent"\nname = "Away"\nurl = "http://127.0.0.1:{free_port()}"\n'
        )
        yield write_profile(tmp_path / "profile", nas, extra=away)


def sees(desktop, role, name):
    """Wait until it is on the screen."""
    wait_for(lambda: desktop.ask("find", role=role, name=name), f"{role} “{name}”")


def test_the_window_speaks_it_also_where_an_adapter_says_something(desktop, profile):
    desktop.environment |= GERMAN
    desktop.start("--profile", str(profile))
    sees(desktop, "push button", "Hinzufügen")
    sees(desktop, "label", "Away ist nicht erreichbar")
    words = lambda: [seen["name"] for seen in desktop.ask("all") or []]  # noqa: E731 - asked again and again
    wait_for(lambda: any("antwortet nichts." in name for name in words()), "why")
    log = next((profile / "logs").iterdir()).read_text()
    assert "Nothing answers at " in log, "who reads the log together with others reads English"
    desktop.keys("ctrl+comma")
    sees(desktop, "push button", "Abbrechen")


def test_what_scripts_read_stays_english(profile, tmp_path):
    ended = subprocess.run(
        [PROGRAM, "--snapshot", "--profile", profile],
        env=GERMAN | {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    (away,) = (client for client in json.loads(ended.stdout)["clients"] if client["id"] == "away")
    assert away["error"]["message"].startswith("Nothing answers at ")
