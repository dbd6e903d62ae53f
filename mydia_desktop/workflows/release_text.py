"""What people paste: magnet links, infohashes and links, one a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from mydia_desktop.domain.magnet import is_hash, is_magnet

_SCHEMES: Final = ("http", "https")
_ENDINGS: Final = (".torrent", ".nzb")
_LONGEST: Final = 1_000_000
"""Characters; what is longer was not copied for a list of links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """A magnet link, an infohash or a web address, without space around it."""

    text: str


def split_sources(text: str) -> list[TextSource]:
    """One for every line, in their order; empty lines and repeated ones are left out."""
    lines = (line.strip() for line in text.splitlines())
    return [TextSource(text=line) for line in dict.fromkeys(lines) if line]


def looks_like_release(text: str) -> bool:
    """Whether this, found in the clipboard, is there to be downloaded.

    Every line of it is a magnet link, an infohash, or an address that ends like a release file; any other web
    address may as well have been copied for something else.
    """
    sources = split_sources(text) if len(text) <= _LONGEST else []
    return bool(sources) and all(_is_release(source.text) for source in sources)


def is_link(text: str) -> bool:
    """Whether this is an address that can be fetched."""
    scheme, separator, rest = text.partition("://")
    return bool(separator and rest) and scheme.lower() in _SCHEMES


def _is_release(text: str) -> bool:
    if is_magnet(text) or is_hash(text):
        return True
    if not is_link(text):
        return False
    try:
        path = urlsplit(text).path
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return path.lower().endswith(_ENDINGS)
