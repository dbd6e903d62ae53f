"""Where files are, and which of them count, by what each client says."""

import pytest

from mydia_desktop.adapters import qbittorrent_content as qbittorrent
from mydia_desktop.adapters import transmission_content as transmission
from mydia_desktop.adapters.transmission_content import Directories, Files, FileStat

INCOMPLETE = Directories(incomplete_dir="/incomplete", incomplete_dir_enabled=True)


def torrent(**changes):
    said = {"hash_string": "a", "download_dir": "/done", "status": 6, "left_until_done": 0}
    files = [transmission.File(name="a/b", length=10, bytes_completed=10)]
    return Files(**(said | {"files": files, "file_stats": [FileStat(wanted=1)]} | changes))


def place(**changes):
    return qbittorrent.Place(**({"hash": "a", "state": "uploading", "save_path": "/done"} | changes))


def file(progress, priority=1, size=1000):
    return qbittorrent.File(name="a/b", size=size, progress=progress, priority=priority)


def test_transmission_keeps_what_is_not_done_elsewhere_if_it_is_told_to():
    unfinished = torrent(left_until_done=1)
    assert transmission.content_of(unfinished, INCOMPLETE).folder == "/incomplete"
    assert transmission.content_of(unfinished, Directories(incomplete_dir="/incomplete")).folder == "/done"
    assert transmission.content_of(torrent(), INCOMPLETE).folder == "/done"


def test_qbittorrent_keeps_what_is_not_done_elsewhere_if_it_is_told_to():
    unfinished = place(download_path="/incomplete", amount_left=5)
    assert qbittorrent.content_of(unfinished, [file(0.5)]).folder == "/incomplete"
    assert qbittorrent.content_of(place(download_path="/incomplete"), [file(1)]).folder == "/done"
    assert qbittorrent.content_of(place(amount_left=5), [file(0.5)]).folder == "/done"


@pytest.mark.parametrize(
    "changes", [{"status": 2}, {"status": 1}, {"error": 3}, {"metadata_percent_complete": 0.5}, {"file_stats": []}]
)
def test_transmissions_files_are_not_settled_while_it_looks_at_them(changes):
    assert not transmission.content_of(torrent(**changes), Directories()).settled
    assert transmission.content_of(torrent(), Directories()).settled


@pytest.mark.parametrize("state", ["moving", "checkingUP", "checkingDL", "checkingResumeData", "missingFiles", "error"])
def test_qbittorrents_files_are_not_settled_while_it_moves_or_checks_them(state):
    assert not qbittorrent.content_of(place(state=state), [file(1)]).settled
    assert qbittorrent.content_of(place(), [file(1)]).settled
    assert not qbittorrent.content_of(place(), []).settled


def test_a_share_that_is_nearly_all_is_not_all():
    (nearly,) = qbittorrent.content_of(place(), [file(0.9999999)]).files
    assert not nearly.is_complete
    (skipped,) = qbittorrent.content_of(place(), [file(1, priority=0)]).files
    assert not skipped.is_complete
    (empty,) = qbittorrent.content_of(place(), [file(1, size=0)]).files
    assert empty.is_complete
