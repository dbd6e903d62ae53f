"""From a path on the client's machine to the same file here."""

from pathlib import Path

import pytest

from mydia_desktop.domain.paths import PathMapping, to_local, to_remote

NAS = (
    PathMapping(remote="/srv/downloads", local="/mnt/nas"),
    PathMapping(remote="/srv/downloads/films", local="/mnt/films"),
    PathMapping(remote="D:\\Media", local="/mnt/windows"),
    PathMapping(remote="\\\\box\\share", local="/mnt/share"),
)


@pytest.mark.parametrize(
    ("remote", "local"),
    [
        ("/srv/downloads/a/b.mkv", "/mnt/nas/a/b.mkv"),
        ("/srv/downloads", "/mnt/nas"),
        ("/srv/downloads/", "/mnt/nas"),
        ("//srv//downloads/./a", "/mnt/nas/a"),
        # by whole components, the longest first
        ("/srv/downloads/films/Nosferatu", "/mnt/films/Nosferatu"),
        ("/srv/downloads/filmstrips/x", "/mnt/nas/filmstrips/x"),
        ("/srv/downloads2/x", None),
        ("/srv", None),
        # a path here is not one there, and case matters
        ("/SRV/downloads/a", None),
        ("srv/downloads/a", None),
        # Windows: neither case nor slash matters, but the rest of the name is kept
        ("d:\\media\\Nosferatu 1922\\a.mkv", "/mnt/windows/Nosferatu 1922/a.mkv"),
        ("D:/Media/a", "/mnt/windows/a"),
        ("D:\\MediaCentre\\a", None),
        ("\\\\BOX\\Share\\a", "/mnt/share/a"),
        ("/box/share/a", None),
        # a backslash is a letter elsewhere
        ("/srv/downloads/a\\b", "/mnt/nas/a\\b"),
        # nothing climbs out
        ("/srv/downloads/../etc/passwd", None),
        ("D:\\Media\\..\\Windows", None),
        ("/srv/downloads/a\0b", None),
        ("/srv/downloads/..a", "/mnt/nas/..a"),
        ("", None),
    ],
)
def test_a_path_is_translated_by_whole_components(remote, local):
    """The longest mapping that fits; None when none does."""
    assert to_local(remote, NAS) == (None if local is None else Path(local))


def test_the_order_of_the_mappings_does_not_matter():
    """The longest wins."""
    assert to_local("/srv/downloads/films/x", reversed(NAS)) == Path("/mnt/films/x")


def test_a_relative_path_is_nobodys():
    """A mapping of the whole root is one of absolute paths."""
    everything = [PathMapping(remote="/", local="/mnt")]
    assert to_local("/a/b", everything) == Path("/mnt/a/b")
    assert to_local("a/b", everything) is None


def test_a_mapping_that_climbs_fits_nothing():
    """Whoever wrote it."""
    assert to_local("/srv/x", [PathMapping(remote="/srv/..", local="/mnt")]) is None


@pytest.mark.parametrize(
    ("local", "remote"),
    [
        ("/mnt/nas/a", "/srv/downloads/a"),
        ("/mnt/nas", "/srv/downloads"),
        ("/mnt/films/Nosferatu", "/srv/downloads/films/Nosferatu"),
        ("/mnt/windows/a/b", "D:\\Media\\a\\b"),
        ("/mnt/share/a", "\\\\box\\share\\a"),
        ("/mnt/nas2/a", None),
        ("/mnt", None),
        ("nas/a", None),
        ("/mnt/nas/../films", None),
    ],
)
def test_a_folder_here_is_translated_back(local, remote):
    """By whole components, too; what climbs is nobody's."""
    assert to_remote(Path(local), NAS) == remote


def test_the_longest_folder_here_wins():
    """Where one is mapped inside another."""
    nested = [PathMapping(remote="/a", local="/mnt"), PathMapping(remote="/b", local="/mnt/films")]
    assert to_remote(Path("/mnt/films/x"), nested) == "/b/x"
    assert to_remote(Path("/mnt/films/x"), reversed(nested)) == "/b/x"


def test_the_whole_root_is_translated_back():
    """And itself."""
    everything = [PathMapping(remote="/", local="/")]
    assert to_remote(Path("/a/b"), everything) == "/a/b"
    assert to_remote(Path("/"), everything) == "/"
