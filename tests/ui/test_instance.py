"""One window for each profile."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mydia_desktop.config.profile import Profile
from mydia_desktop.ui import handing_over
from mydia_desktop.ui.handing_over import LARGEST, gather, pack, unpack
from mydia_desktop.ui.instance import Instance, Reply
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource
from tests.end_to_end.desktop import ROOT

MAGNET = f"magnet:?xt=urn:btih:{'0' * 40}"
SECOND = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from mydia_desktop.ui.instance import Instance
from mydia_desktop.config.profile import Profile
app = QCoreApplication([])
instance = Instance(Profile.at(Path(sys.argv[1])))
os.chdir(sys.argv[2])
print(instance.claim(sys.argv[3:]))
"""


@pytest.fixture
def first(qapp, tmp_path):  # noqa: ARG001 - Qt's sockets need the application
    instance = Instance(Profile.at(tmp_path / "profile"))
    assert instance.claim([]) is None
    yield instance
    instance.close()


@pytest.fixture
def start_second(qtbot, tmp_path):
    """A second start in a process of its own, in the folder ``away``; what became of its arguments."""
    (tmp_path / "away").mkdir()

    def start(*arguments, profile="profile"):
        command = [sys.executable, "-c", SECOND, str(tmp_path / profile), str(tmp_path / "away"), *arguments]
        second = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        said, errors = second.communicate()
        assert errors == ""
        return said.strip()

    return start


def test_a_second_start_hands_texts_and_the_bytes_of_files_over(first, start_second, tmp_path):
    """It names the file as its own folder has it, and may delete it as soon as it has ended."""
    (tmp_path / "away" / "Æ B.torrent").write_bytes(b"d4:info\x00\xffe")
    taken = []
    first.listen(lambda sources: taken.append(sources) or Reply(taken=True))
    assert start_second(MAGNET, "Æ B.torrent") == "Reply(taken=True, message='')"
    assert taken == [[TextSource(text=MAGNET), FileSource(name="Æ B.torrent", data=b"d4:info\x00\xffe")]]


def test_a_large_file_arrives_whole(first, start_second, tmp_path):
    data = bytes(range(256)) * 4 * 4096 * 5
    (tmp_path / "away" / "large.nzb").write_bytes(data)
    taken = []
    first.listen(lambda sources: taken.append(sources) or Reply(taken=True))
    assert start_second("large.nzb") == "Reply(taken=True, message='')"
    assert taken[0][0].data == data


def test_a_file_that_is_not_there_is_said_and_the_rest_handed_over(first, start_second):
    taken = []
    first.listen(lambda sources: taken.append(sources) or Reply(taken=True))
    assert start_second("gone.torrent", MAGNET) == "Reply(taken=False, message='There is no file gone.torrent.')"
    assert taken == [[TextSource(text=MAGNET)]]
    assert "There is no file" in start_second("gone.torrent")
    assert len(taken) == 1


def test_what_the_first_refuses_the_second_is_told(first, start_second):
    first.listen(lambda _sources: Reply(taken=False, message="Not now."))
    assert start_second(MAGNET) == "Reply(taken=False, message='Not now.')"


def test_another_profile_has_a_window_of_its_own(first, start_second):
    first.listen(lambda _sources: pytest.fail("this is not for us"))
    assert start_second(profile="other") == "None"


def test_after_the_first_has_closed_the_next_start_is_the_first(first, start_second):
    first.listen(lambda _sources: pytest.fail("it is closing"))
    first.stop_listening()
    first.close()
    assert start_second() == "None"


def test_more_than_can_be_handed_over_at_once_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(handing_over, "LARGEST", 15)
    for name in ("a.torrent", "b.torrent", "c.torrent"):
        (tmp_path / name).write_bytes(bytes(5 if name != "b.torrent" else 11))
    given = gather([str(tmp_path / name) for name in ("a.torrent", "b.torrent", "c.torrent")])
    assert [source.name for source in given.sources] == ["a.torrent", "c.torrent"]
    (complaint,) = given.complaints
    assert complaint.startswith("b.torrent is too much at once")


def test_the_largest_message_holds_the_largest_files():
    assert len(pack([FileSource(name="x", data=bytes(LARGEST))])) <= handing_over.LARGEST_MESSAGE


@pytest.mark.parametrize("message", [b"", b"\xff", b"{}", b"[1]", b'[{"name": "a"}]', b'[{"name": "a", "data": "%"}]'])
def test_a_message_that_is_none_of_ours_is_refused(message):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
        unpack(message)


def test_addresses_of_files_are_files(tmp_path):
    """As a desktop passes them."""
    path = tmp_path / "a b.torrent"
    path.write_bytes(b"x")
    assert gather([path.as_uri()]).sources == [FileSource(name="a b.torrent", data=b"x")]
