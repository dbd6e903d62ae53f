"""What some bytes are, whatever they are called: a .torrent, an .nzb, a magnet link, or none of them."""

from __future__ import annotations

import zlib
from typing import Final

from mydia_desktop.domain import nzb, torrent_file
from mydia_desktop.domain.magnet import LONGEST as LONGEST_MAGNET
from mydia_desktop.domain.magnet import is_magnet, read_magnet
from mydia_desktop.domain.nzb import looks_like_nzb, read_nzb
from mydia_desktop.domain.release import Release, ReleaseError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.torrent_file import looks_like_torrent, read_torrent

LARGEST: Final = max(nzb.LARGEST, torrent_file.LARGEST)

_GZIP: Final = b"\x1f\x8b"
_GZIP_WINDOW: Final = 16 + zlib.MAX_WBITS
_BEGINNING: Final = 1024
_SPACE: Final = b"\xef\xbb\xbf \t\r\n"


def read_content(data: bytes, name: str) -> Release:
    """Read a release file. ``name`` is the file's; it names an .nzb, and tells nothing about what is in it.

    Raises:
        ReleaseError: it is nothing that can be downloaded.
    """
    if not data:
        raise ReleaseError(translate("Release", "This file is empty. Download it again."))
    if data.startswith(_GZIP):
        data = _unpacked(data)
    if looks_like_torrent(data):
        return read_torrent(data)
    if looks_like_nzb(data):
        return read_nzb(data, name)
    if len(data) <= LONGEST_MAGNET and is_magnet(text := data.decode(errors="replace").lstrip("\ufeff").strip()):
        return read_magnet(text)
    raise ReleaseError(_what_it_is(data))


def _unpacked(data: bytes) -> bytes:
    """Some servers compress unasked, and .nzb files are kept as .nzb.gz; a few bytes must not become gigabytes."""
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    try:
        whole = unpacker.decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise ReleaseError(translate("Release", "This file is compressed, and damaged. Download it again.")) from error
    if len(whole) > LARGEST:
        raise ReleaseError(
            translate(
                "Release", "This file unpacks to more than {most} MiB: it is no release. It was not read."
            ).format(most=LARGEST >> 20)
        )
    if not unpacker.eof:
        raise ReleaseError(translate("Release", "This file is compressed, and cut off. Download it again."))
    return whole


def _what_it_is(data: bytes) -> str:
    beginning = data[:_BEGINNING].lstrip(_SPACE).lower()
    if beginning.startswith((b"<!doctype html", b"<html")) or b"<html" in beginning:
        return translate(
            "Release",
            "This is a web page, not a release. Open the link in a browser, log in if it asks, and drop the file here.",
        )
    if len(data) > LARGEST:
        return translate(
            "Release", "This is neither a .torrent nor an .nzb file: it has {size} MB. Is it the download itself?"
        ).format(size=f"{len(data) / 1000000.0:.0f}")
    return translate(
        "Release", "This is neither a .torrent nor an .nzb file, whatever it is called. Download it again."
    )
