"""The .torrent file: names, sizes and infohashes of what it promises. Untrusted: anybody may have made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mydia_desktop.domain.bencode import BencodeError, Dictionary, TruncatedError, Value, read_dictionary
from mydia_desktop.domain.infohash import payload_of, v1_of, v2_of
from mydia_desktop.domain.magnet import host_names
from mydia_desktop.domain.release import Release, ReleaseError, ReleaseFile
from mydia_desktop.domain.sentence import translate

LARGEST: Final = 32 * 1024 * 1024
"""Bytes; a terabyte in pieces of 1 MiB is 20 MB, and clients refuse far less."""
SHA1_BYTES: Final = 20
MOST_BYTES: Final = 2**63
"""What a torrent promises has to fit into the numbers of clients and databases."""

_Entries = dict[bytes, Value]


class _BrokenError(Exception):
    """A part of it is not what it has to be."""


def looks_like_torrent(data: bytes) -> bool:
    """Whether this begins as a .torrent does, whatever it is called."""
    return data[:1] == b"d" and data[1:2].isdigit()


def read_torrent(data: bytes) -> Release:
    """Read a whole .torrent file.

    Raises:
        ReleaseError: it is none, is damaged or too large, or no client here could use it.
    """
    if not data:
        raise ReleaseError(translate("Release", "This file is empty. Download it again."))
    if len(data) > LARGEST:
        raise ReleaseError(
            translate(
                "Release",
                "This is no usable .torrent file: it has {size} MB, and the largest have a few. Is it the "
                "download itself?",
            ).format(size=f"{len(data) / 1000000.0:.0f}")
        )
    if not looks_like_torrent(data):
        raise ReleaseError(
            translate("Release", "This is not a .torrent file. Download it again, or use its magnet link.")
        )
    try:
        whole = read_dictionary(data)
        return _release(data, whole)
    except TruncatedError as error:
        raise ReleaseError(
            translate("Release", "This .torrent file is cut off: its end is missing. Download it again.")
        ) from error
    except (BencodeError, _BrokenError) as error:
        raise ReleaseError(
            translate("Release", "This .torrent file is damaged: it {error}. Download it again.").format(error=error)
        ) from error


def _release(data: bytes, whole: Dictionary) -> Release:
    info = whole.values.get(b"info")
    if not isinstance(info, dict):
        raise _BrokenError(translate("Release", "does not say what is in the torrent"))
    raw_info = data[whole.spans[b"info"]]
    pieces, tree = info.get(b"pieces"), info.get(b"file tree")
    version = info.get(b"meta version")
    if pieces is not None and (not isinstance(pieces, bytes) or not pieces or len(pieces) % SHA1_BYTES):
        raise _BrokenError(translate("Release", "has no proper list of pieces"))
    if isinstance(version, int) and version > 2 and pieces is None:
        raise ReleaseError(
            translate(
                "Release", "This torrent needs version {version} of BitTorrent, which no client here speaks."
            ).format(version=version)
        )
    if version == 2 and not isinstance(tree, dict):
        raise _BrokenError(translate("Release", "has no list of files"))
    v1 = v1_of(raw_info) if pieces is not None else None
    v2 = v2_of(raw_info) if version == 2 else None
    if not v1 and not v2:
        raise _BrokenError(translate("Release", "has no list of pieces"))
    name = _text(info, b"name")
    files = tuple(_files_v2(tree, name) if version == 2 and isinstance(tree, dict) else _files_v1(info, name))
    if not files:
        raise _BrokenError(translate("Release", "lists no files"))
    size = sum(file.size for file in files)
    if size >= MOST_BYTES:
        raise _BrokenError(translate("Release", "promises more bytes than there are"))
    return Release(
        name=name or v1 or v2 or "",
        payload=payload_of(v1, v2),
        data=data,
        v1=v1,
        v2=v2,
        size=size,
        files=files,
        trackers=host_names(_trackers(whole.values)),
        private=info.get(b"private") == 1,
    )


def _files_v1(info: _Entries, name: str) -> Iterator[ReleaseFile]:
    several = info.get(b"files")
    if several is None:
        yield ReleaseFile(path=name, size=_size(info))
        return
    if not isinstance(several, list):
        raise _BrokenError(translate("Release", "has no proper list of files"))
    for file in several:
        if not isinstance(file, dict):
            raise _BrokenError(translate("Release", "has no proper list of files"))
        path = file.get(b"path.utf-8") or file.get(b"path")
        if not isinstance(path, list) or not path:
            raise _BrokenError(translate("Release", "has a file without a name"))
        size = _size(file)
        if not _is_padding(file):
            yield ReleaseFile(path="/".join([name, *map(_decoded, path)]), size=size)


def _files_v2(tree: _Entries, name: str) -> Iterator[ReleaseFile]:
    alone = tree.get(name.encode())
    if len(tree) == 1 and isinstance(alone, dict) and b"" in alone:
        yield from _leaves(tree, "")
    else:
        yield from _leaves(tree, f"{name}/")


def _leaves(tree: _Entries, above: str) -> Iterator[ReleaseFile]:
    for key, below in tree.items():
        if not isinstance(below, dict) or not key:
            raise _BrokenError(translate("Release", "has no proper list of files"))
        path = above + _decoded(key)
        leaf = below.get(b"")
        if isinstance(leaf, dict):
            size = _size(leaf)
            if not _is_padding(leaf):
                yield ReleaseFile(path=path, size=size)
        else:
            yield from _leaves(below, f"{path}/")


def _is_padding(file: _Entries) -> bool:
    """Whether this only fills a piece up, so that the next file begins with one of its own."""
    attributes = file.get(b"attr")
    return isinstance(attributes, bytes) and b"p" in attributes


def _size(file: _Entries) -> int:
    size = file.get(b"length")
    if not isinstance(size, int) or size < 0:
        raise _BrokenError(translate("Release", "has a file without a size"))
    return size


def _trackers(whole: _Entries) -> Iterator[str]:
    if announce := _text(whole, b"announce"):
        yield announce
    tiers = whole.get(b"announce-list")
    for tier in tiers if isinstance(tiers, list) else ():
        for url in tier if isinstance(tier, list) else ():
            if isinstance(url, bytes):
                yield _decoded(url)


def _text(of: _Entries, key: bytes) -> str:
    """A text, preferably from the entry that is UTF-8 for certain; empty if there is none."""
    text = of.get(key + b".utf-8") or of.get(key)
    return _decoded(text) if isinstance(text, bytes) else ""


def _decoded(text: Value) -> str:
    if not isinstance(text, bytes):
        raise _BrokenError(translate("Release", "has a name that is no text"))
    return text.decode(errors="replace")
