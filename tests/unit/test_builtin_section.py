"""A section of kind ``builtin`` in config.toml: read as it is written, and every mistake in it is told."""

import pytest

from mydia_desktop.config import builtin_options
from mydia_desktop.config.builtin_options import BuiltinOptions, why_not_here
from mydia_desktop.config.settings import read

HEAD = '[[clients]]\nid = "own"\nkind = "builtin"\n'
needs_it = pytest.mark.skipif(bool(why_not_here()), reason=why_not_here())


@needs_it
def test_a_folder_is_all_it_needs():
    (config,) = read(f'{HEAD}folder = "/srv/dl"\n').clients
    assert (config.name, config.url, config.address) == ("own", "builtin://own", "this computer")
    assert config.builtin == BuiltinOptions(folder="/srv/dl")


@needs_it
def test_everything_can_be_written_by_hand(monkeypatch):
    monkeypatch.setenv("HOME", "/home/me")
    (config,) = read(
        f'{HEAD}folder = "~/dl"\nport = 0\ninterface = "[::1]"\ndownload_limit = 1000\nupload_limit = 1\n'
        "active_downloads = 0\ndht = false\nlsd = false\npex = false\nutp = false\n"
        'encryption = "required"\nproxy = "http://[::1]"\nseed_ratio = 2\n'
    ).clients
    assert config.builtin == BuiltinOptions(
        folder="/home/me/dl",
        port=0,
        interface="::1",
        download_limit=1000,
        upload_limit=1,
        active_downloads=0,
        dht=False,
        lsd=False,
        pex=False,
        utp=False,
        encryption="required",
        proxy="http://[::1]:8080",
        seed_ratio=2.0,
    )


@needs_it
@pytest.mark.parametrize(
    "line",
    [
        "",
        'folder = "relative"',
        'folder = ""',
        "folder = 7",
        'folder = "/dl"\nport = 65536',
        'folder = "/dl"\nport = "6881"',
        'folder = "/dl"\ninterface = "two words"',
        'folder = "/dl"\ndownload_limit = -1',
        'folder = "/dl"\nupload_limit = 4294967296',
        'folder = "/dl"\ndht = "yes"',
        'folder = "/dl"\nencryption = "maybe"',
        'folder = "/dl"\nproxy = "ftp://host"',
        'folder = "/dl"\nproxy = "socks5://me:secret@host"',
        'folder = "/dl"\nproxy = "socks5://host:99999"',
        'folder = "/dl"\nseed_ratio = nan',
        'folder = "/dl"\nseed_ratio = true',
    ],
)
def test_a_mistake_leaves_the_client_out_and_is_told(line):
    settings = read(f"{HEAD}{line}\n")
    assert settings.clients == ()
    (problem,) = settings.problems
    assert problem.sentence.endswith("“own” is left out.")
    assert "secret" not in problem.sentence


def test_where_libtorrent_is_missing_it_is_told_and_left_out(monkeypatch):
    """The section stays in the file for a computer that has it."""
    monkeypatch.setattr(builtin_options, "find_spec", lambda _name: None)
    settings = read(f'{HEAD}folder = "/dl"\n')
    assert settings.clients == ()
    assert "needs libtorrent" in settings.problems[0].message
