"""One window for each profile."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mydia_desktop.config.profile import Profile
from mydia_desktop.ui.instance import Instance, Reply
from tests.end_to_end.desktop import ROOT

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from mydia_desktop.ui.instance import Instance
from mydia_desktop.config.profile import Profile
app = QCoreApplication([])
print(Instance(Profile.at(Path(sys.argv[1]))).claim(sys.argv[2:]))
"""


@pytest.fixture
def first(qapp, tmp_path):  # noqa: ARG001 - Qt's sockets need the application
    instance = Instance(Profile.at(tmp_path / "profile"))
    assert instance.claim([]) is None
    yield instance
    instance.close()


@pytest.fixture
def start_second(qtbot, tmp_path):
    """A second start in a process of its own; what became of its arguments."""

    def start(*arguments, profile="profile"):
        command = [sys.executable, "-c", SECOND, str(tmp_path / profile), *arguments]
        second = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        said, errors = second.communicate()
        assert errors == ""
        return said.strip()

    return start


def test_a_second_start_hands_its_arguments_over(first, start_second):
    taken = []
    first.listen(lambda arguments: taken.append(arguments) or Reply(taken=True))
    assert start_second("magnet:?xt=urn:btih:0", "Æ B.torrent") == "Reply(taken=True, message='')"
    assert taken == [["magnet:?xt=urn:btih:0", "Æ B.torrent"]]


def test_what_the_first_refuses_the_second_is_told(first, start_second):
    first.listen(lambda _arguments: Reply(taken=False, message="Not now."))
    assert start_second("x") == "Reply(taken=False, message='Not now.')"


def test_another_profile_has_a_window_of_its_own(first, start_second):
    first.listen(lambda _arguments: pytest.fail("this is not for us"))
    assert start_second(profile="other") == "None"


def test_after_the_first_has_closed_the_next_start_is_the_first(first, start_second):
    first.listen(lambda _arguments: pytest.fail("it is closing"))
    first.stop_listening()
    first.close()
    assert start_second() == "None"
