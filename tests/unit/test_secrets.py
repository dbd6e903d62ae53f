"""Passwords in the real keyring of a desktop, on a D-Bus session of its own."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from contextlib import ExitStack

import keyring.backends.null
import pytest

from mydia_desktop.config.secrets import Keep, Secrets
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.errors import AuthenticationError, Cause
from mydia_desktop.domain.transfer import ClientId
from tests.keyrings import MemoryKeyring, NoKeyring, RefusingKeyring, WaitingKeyring, keyring_in_use
from tests.unit import keyring_stories
from tests.unit.keyring_stories import nas

KEYRING_SERVICE = """
printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
exec "$@"
"""


@pytest.fixture
def with_gnome_keyring(tmp_path):
    """Runs one of ``keyring_stories`` in a program of its own, in a session with an unlocked gnome-keyring."""
    home, runtime = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

    def run(story):
        program = [sys.executable, "-c", f"from tests.unit import keyring_stories; keyring_stories.{story.__name__}()"]
        ended = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", KEYRING_SERVICE, "sh", *program],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout + ended.stderr

    return run


def test_the_keyring_keeps_a_password_for_one_client_at_one_address(with_gnome_keyring):
    """Stored, found by the next run, given to no other address, client or profile, and forgotten."""
    with_gnome_keyring(keyring_stories.keep_one)
    with_gnome_keyring(keyring_stories.find_it_again_and_only_there)
    with_gnome_keyring(keyring_stories.forget_it)


def test_a_locked_keyring_says_so(with_gnome_keyring):
    """It is no wrong password and no empty one: asking again after unlocking helps."""
    with_gnome_keyring(keyring_stories.keep_one)
    assert "hunter" not in with_gnome_keyring(keyring_stories.lock_it_and_ask)


@pytest.fixture
def use_keyring():
    """Puts a backend in the place of the system's until the test is over."""
    with ExitStack() as until_the_end:
        yield lambda backend: until_the_end.enter_context(keyring_in_use(backend))


@pytest.mark.parametrize("backend", [NoKeyring, keyring.backends.null.Keyring])
def test_without_a_keyring_the_person_has_to_choose(use_keyring, backend):
    """A backend that forgets everything is none, either."""
    use_keyring(backend())
    secrets = Secrets("profile")
    assert not secrets.available()
    assert secrets.find(nas()) is None
    with pytest.raises(SettingsNotSavedError) as refused:
        secrets.write(nas(), "hunter2", Keep.KEYRING)
    assert refused.value.no_keyring
    with pytest.raises(AuthenticationError, match="offers no keyring") as caught:
        secrets.read(nas())
    assert caught.value.cause is Cause.KEYRING
    assert secrets.read(nas(username="")) is None
    secrets.delete(nas())


def test_a_password_for_this_run_is_nowhere_else(use_keyring):
    """It belongs to one address like any other, and the next run does not know it."""
    backend = use_keyring(MemoryKeyring())
    secrets = Secrets("profile")
    secrets.write(nas(), "hunter2", Keep.THIS_RUN)
    assert backend.entries == {}
    assert secrets.find(nas()) is Keep.THIS_RUN
    assert secrets.read(nas()) == "hunter2"
    assert secrets.read(nas(url="http://other")) is None
    assert Secrets("profile").read(nas()) is None
    secrets.delete(nas())
    assert secrets.read(nas()) is None


def test_a_password_put_into_the_keyring_replaces_the_one_for_this_run(use_keyring):
    """Else the old one would be used until the program ends."""
    use_keyring(MemoryKeyring())
    secrets = Secrets("profile")
    secrets.write(nas(), "old", Keep.THIS_RUN)
    secrets.write(nas(), "new", Keep.KEYRING)
    assert secrets.read(nas()) == "new"


def test_a_password_in_the_file_is_used_without_asking(use_keyring):
    """Whoever wrote it down has chosen."""
    backend = use_keyring(WaitingKeyring())
    assert Secrets("profile").password_source(nas(password="written"))() == "written"
    assert backend.asked == []


def test_a_refusal_shows_nobody_the_password(use_keyring, caplog):
    """Not in the sentence, not in what led to it, not in the log."""
    use_keyring(RefusingKeyring())
    caplog.set_level(logging.DEBUG)
    secrets = Secrets("profile")
    with pytest.raises(SettingsNotSavedError) as refused:
        secrets.write(nas(), "hunter2", Keep.KEYRING)
    assert refused.value.__suppress_context__
    assert "hunter2" not in f"{refused.value}{refused.value.__cause__}{caplog.text}{secrets!r}"


def test_a_keyring_that_waits_for_a_person_holds_nobody_up(use_keyring):
    """Each question ends in time, the next one too; what was given up before it began is never asked."""
    backend = use_keyring(WaitingKeyring())
    secrets = Secrets("profile", budget=0.2)
    began = time.monotonic()
    for _ in range(2):
        with pytest.raises(AuthenticationError, match="did not answer within"):
            secrets.read(nas())
    with pytest.raises(SettingsNotSavedError, match="did not answer"):
        secrets.write(nas(), "hunter2", Keep.KEYRING)
    assert not secrets.available()
    assert time.monotonic() - began < 10
    backend.unlocked.set()
    assert Secrets("profile").read(nas(id=ClientId("other"))) is None
    assert len([entry for entry in backend.asked if "nas@" in entry]) == 1
    assert backend.entries == {}


def test_try_again_after_unlocking_finds_it(use_keyring):
    """Nothing remembers that it was locked."""
    backend = use_keyring(WaitingKeyring())
    secrets = Secrets("profile", budget=0.2)
    with pytest.raises(AuthenticationError):
        secrets.read(nas())
    backend.set_password("mydia-desktop", "profile/nas@http://nas.local:9091", "hunter2")
    backend.unlocked.set()
    assert Secrets("profile").read(nas()) == "hunter2"
