"""What we read of a release is what its client will say of it: the record is written under our hashes."""

import base64

import pytest

from mydia_desktop.domain.magnet import read_magnet
from mydia_desktop.domain.torrent_file import read_torrent
from tests.contract.parties import eventually
from tests.torrents import PIECE, make_folder, make_torrent

FILES = {"a/one.mkv": b"1" * 1000, "a/b/two.mkv": b"2" * PIECE, "three.nfo": b"3"}
VERSIONS = {"first": (True, False), "second": (False, True), "hybrid": (True, True)}


def files_of(daemon, native):
    """Paths and sizes, as the client lists them to anybody; without what only fills pieces up."""
    if daemon.kind == "transmission":
        (row,) = daemon.rpc("torrent-get", ids=[native], fields=["files"])["torrents"]
        listed = {(file["name"], file["length"]) for file in row["files"]}
    elif daemon.kind == "builtin":
        listed = daemon.files(native)
    else:
        listed = {(file["name"], file["size"]) for file in daemon.api("torrents/files", hash=native).json()}
    return {(path, size) for path, size in listed if "/.pad/" not in path}


@pytest.mark.parametrize("version", VERSIONS)
async def test_hashes_names_and_files_are_those_the_client_tells(daemon, version):
    """Of every version it takes, for a file alone and for a folder, with a name in any letters."""
    v1, v2 = VERSIONS[version]
    for made in (
        make_torrent("alone – Häxan.mkv", v1=v1, v2=v2, size=3 * PIECE + 5),  # noqa: RUF001 - a dash as sites have it
        make_folder("folder שלום", FILES, v1=v1, v2=v2, private=True),
    ):
        if not daemon.takes(made):
            pytest.skip(f"this version takes no torrents of the {version} kind")
        release = read_torrent(made.data)
        daemon.add(release.data, paused=True)
        await eventually(daemon.listed)
        ((native, row),) = daemon.listed().items()
        known = {release.v1, (release.v2 or "")[:40]}
        assert native in known
        if daemon.kind != "transmission":
            assert (row["infohash_v1"], row["infohash_v2"]) == (release.v1 or "", release.v2 or "")
        assert row["name"] == release.name
        assert files_of(daemon, native) == {(file.path, file.size) for file in release.files}
        daemon.clear()


@pytest.mark.parametrize("written", ["hex", "base32", "bare", "numbered", "shouted"])
async def test_a_magnet_written_in_any_way_reaches_every_client(daemon, written):
    """Because we hand it on in the one way they all read."""
    made = make_torrent("The.Kid.1921")
    base32 = base64.b32encode(bytes.fromhex(made.v1)).decode()
    text = {
        "hex": made.magnet,
        "base32": f"magnet:?dn=The.Kid.1921&xt=urn:btih:{base32.lower()}",
        "bare": base32,
        "numbered": f"magnet:?xt.1=urn:btih:{made.v1}&tr.1=udp%3A%2F%2F127.0.0.1%3A1",
        "shouted": f"MAGNET:?XT=URN:BTIH:{made.v1.upper()}&DN=The.Kid.1921",
    }[written]
    daemon.add_magnet(read_magnet(text).magnet, paused=True)
    await eventually(daemon.listed)
    assert set(daemon.listed()) == {made.v1}
    daemon.clear()


async def test_a_magnet_of_the_second_version_reaches_the_clients_that_take_it(daemon):
    made = make_torrent("second", v1=False, v2=True)
    if not daemon.takes(made):
        pytest.skip("this version takes no torrents of the second version")
    daemon.add_magnet(read_magnet(made.v2).magnet, paused=True)
    await eventually(daemon.listed)
    assert set(daemon.listed()) == {made.v2[:40]}
    daemon.clear()
