"""What is read from .torrent files, and that none of them can do harm."""

import time
import tracemalloc
from contextlib import suppress

import pytest

from mydia_desktop.domain.release import Payload, ReleaseError, ReleaseFile
from mydia_desktop.domain.torrent_file import LARGEST, read_torrent
from tests.torrents import PIECE, bencode, make_folder, make_torrent

FOLDER = {"a/one.mkv": b"1" * 1000, "a/two.mkv": b"2" * PIECE, "three.nfo": b"3"}
LISTED = (
    ReleaseFile(path="folder/a/one.mkv", size=1000),
    ReleaseFile(path="folder/a/two.mkv", size=PIECE),
    ReleaseFile(path="folder/three.nfo", size=1),
)
INFO = {"name": "x", "piece length": PIECE, "length": 5, "pieces": b"p" * 20}


def torrent(whole=None, **info):
    """One file of five bytes; None takes an entry out."""
    changed = {key.replace("_", " "): value for key, value in info.items()}
    kept = {key: value for key, value in (INFO | changed).items() if value is not None}
    return bencode({"info": kept, **(whole or {})})


def refusal(data):
    with pytest.raises(ReleaseError) as caught:
        read_torrent(data)
    assert str(caught.value).endswith((".", "?"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("v1", "v2", "payload"),
    [
        (True, False, Payload.TORRENT_V1),
        (False, True, Payload.TORRENT_V2),
        (True, True, Payload.TORRENT_HYBRID),
    ],
)
def test_a_file_and_a_folder_of_every_version_are_read(v1, v2, payload):
    """With the files a person gets: those that only fill pieces up are not counted."""
    alone, folder = make_torrent("alone.mkv", v1=v1, v2=v2), make_folder("folder", FOLDER, v1=v1, v2=v2)
    for made in (alone, folder):
        release = read_torrent(made.data)
        assert (release.v1, release.v2, release.payload, release.name) == (made.v1, made.v2, payload, made.name)
        assert release.data == made.data
    assert read_torrent(alone.data).files == (ReleaseFile(path="alone.mkv", size=2 * PIECE),)
    assert read_torrent(folder.data).files == LISTED
    assert read_torrent(folder.data).size == 1000 + PIECE + 1


def test_a_folder_with_one_file_is_a_folder():
    """In the second version only the names tell the two apart."""
    release = read_torrent(make_folder("folder", {"inside.mkv": b"1"}, v1=False, v2=True).data)
    assert release.files == (ReleaseFile(path="folder/inside.mkv", size=1),)


def test_a_file_named_like_its_folder_is_in_it():
    """Where there are others beside it."""
    release = read_torrent(make_folder("same", {"same": b"1", "other": b"2"}, v1=False, v2=True).data)
    assert {file.path for file in release.files} == {"same/same", "same/other"}


def test_what_only_fills_pieces_up_is_no_file():
    """In the first version too; nobody ever sees it."""
    files = [{"length": 5, "path": ["a"]}, {"length": 9, "path": [".pad", "9"], "attr": "p"}]
    release = read_torrent(torrent(length=None, files=files))
    assert (release.files, release.size) == ((ReleaseFile(path="x/a", size=5),), 5)


def test_the_hash_is_of_the_bytes_as_they_stand():
    """Entries out of order, with numbers written oddly: written anew they would have another hash."""
    odd = b"d4:infod4:name1:x12:piece lengthi16384e6:pieces20:" + b"p" * 20 + b"6:lengthi05e5:extrai-3eee"
    assert read_torrent(odd).v1 != read_torrent(torrent(extra=-3)).v1
    assert read_torrent(odd).size == 5


def test_what_follows_a_torrent_is_left_alone():
    """Some tools end it with a line break."""
    assert read_torrent(torrent() + b"\r\n").v1 == read_torrent(torrent()).v1


@pytest.mark.parametrize(
    ("info", "name"),
    [
        ({"name": "Häxan"}, "Häxan"),
        ({"name": b"H\xe4xan"}, "H\ufffdxan"),
        ({"name": b"H\xe4xan", "name.utf-8": "Häxan"}, "Häxan"),
        ({"name": "../../etc/<b>"}, "../../etc/<b>"),
    ],
)
def test_the_name_is_as_published(info, name):
    """What is safe to show or write is decided where that is done."""
    release = read_torrent(torrent(**info))
    assert release.name == name
    assert release.files[0].path == name


@pytest.mark.parametrize("name", ["", None])
def test_a_torrent_without_a_name_is_called_by_its_hash(name):
    release = read_torrent(torrent(name=name))
    assert release.name == release.v1


def test_of_trackers_only_the_hosts_are_told_each_once():
    """Their addresses hold passkeys."""
    tiers = [["http://a.example/secret/announce", "udp://b.example:1337"], ["http://[", b"\xff", "http://c.example"], 3]
    release = read_torrent(torrent({"announce": "http://a.example/secret/announce", "announce-list": tiers}))
    assert release.trackers == ("a.example", "b.example", "c.example")
    assert "secret" not in repr(release)


def test_a_private_torrent_says_so():
    assert read_torrent(make_folder("folder", FOLDER, private=True).data).private
    assert not read_torrent(make_folder("folder", FOLDER).data).private


def test_every_cut_says_that_the_end_is_missing():
    """Wherever a download broke off."""
    whole = make_folder("folder", FOLDER, v2=True).data
    for end in range(2, len(whole)):
        assert "cut off" in refusal(whole[:end]), end


def test_no_damage_raises_anything_but_a_sentence():
    """Each byte, made another in a few ways; most leave a torrent of another name."""
    whole = make_folder("folder", FOLDER, v2=True).data
    for at in range(len(whole)):
        for other in (0x00, 0x30, 0x65, 0x69, 0xFF):
            with suppress(ReleaseError):
                assert read_torrent(whole[:at] + bytes([other]) + whole[at + 1 :]).files


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"d", "not a .torrent"),
        (b"\0" * 100, "not a .torrent"),
        (b"de", "not a .torrent"),
        (b"d1:ai1ee", "does not say what is in"),
        (b"d4:info1:xe", "does not say what is in"),
        (b"d4:infodee", "has no list of pieces"),
        (torrent(pieces=b"p" * 19), "proper list of pieces"),
        (torrent(pieces=b""), "proper list of pieces"),
        (torrent(pieces=7), "proper list of pieces"),
        (torrent(length=None), "without a size"),
        (torrent(length=-1), "without a size"),
        (torrent(length="5"), "without a size"),
        (torrent(length=2**63), "more bytes than there are"),
        (torrent(files=[]), "lists no files"),
        (torrent(files={}), "proper list of files"),
        (torrent(files=["x"]), "proper list of files"),
        (torrent(files=[{"length": 1}]), "without a name"),
        (torrent(files=[{"length": 1, "path": []}]), "without a name"),
        (torrent(files=[{"length": 1, "path": [3]}]), "no text"),
        (torrent(meta_version=2), "has no list of files"),
        (torrent(meta_version=2, file_tree={}), "lists no files"),
        (torrent(meta_version=2, file_tree={"a": 1}), "proper list of files"),
        (torrent(meta_version=2, file_tree={"": {"": {"length": 1}}}), "proper list of files"),
        (torrent(meta_version=2, file_tree={"a": {"": {}}}), "without a size"),
        (torrent(meta_version=3, pieces=None), "version 3"),
        (b"d4:infoi1e4:infoi1ee", "two entries"),
        (b"d1:a1:b4:infod1:xi1e1:xi2eee", "two entries"),
        (b"d1:ai1e1:be", "name without a value"),
        (b"d1:ai1ei2ei3ee", "where a name belongs"),
        (b"d1:a?e" + b" " * 50, "can't be read at byte 4"),
        (b"d1:ai12x" + b" " * 50, "can't be read at byte 4"),
        (b"d1:ai" + b"9" * 5000 + b"ee", "can't be read at byte 4"),
        (b"d1:a" + b"l" * 101 + b"e" * 102, "levels deep"),
        (b"d4:infol" + b"i0e" * 3_000_001 + b"ee", "more than 3,000,000 values"),
    ],
)
def test_a_torrent_that_cant_be_used_says_why(data, why):
    assert why in refusal(data)


def test_what_is_too_large_or_too_deep_is_refused_before_anything_is_built():
    """A 50 MB torrent, a million levels, a string that claims to be larger than all memory."""
    for data in (
        b"d4:info" + b"l" * LARGEST,
        b"d4:info" + b"l" * 1_000_000,
        b"d4:info9999999999:x",
        b"d4:info" + b"1" * 1_000_000,
        b"d" + b"0:de" * 10_000,
    ):
        tracemalloc.start()
        began = time.monotonic()
        refusal(data)
        took, (_, peak) = time.monotonic() - began, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 20_000_000
        assert took < 5
    assert "50 MB" in refusal(b"d" * 50_000_000)


def test_a_tracker_of_no_meaning_is_no_obstacle():
    """It is the client's to complain, if at all."""
    assert read_torrent(torrent({"announce": 3, "announce-list": {"a": 1}, "comment": "x"})).trackers == ()
