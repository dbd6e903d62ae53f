"""What was asked for: a magnet link, a .torrent or an .nzb, with the name it was published under."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from mydia_desktop.domain.media import MediaType


class Payload(StrEnum):
    """What a client has to understand to take a release."""

    TORRENT_V1 = "torrent_v1"
    TORRENT_V2 = "torrent_v2"
    TORRENT_HYBRID = "torrent_hybrid"
    NZB = "nzb"


class ReleaseError(Exception):
    """It can't be used. The message is a sentence or two for a person: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFile:
    """A file inside a release; ``path`` is as published, with slashes, and not to be trusted. ``size`` is bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One thing to download. Either ``magnet`` or ``data`` is there; both infohashes only where it is a hybrid."""

    name: str
    """As published; never empty: where there is none, the id."""
    payload: Payload
    magnet: str | None = field(default=None, repr=False)
    data: bytes | None = field(default=None, repr=False)
    """The .torrent or .nzb, byte for byte. Like the magnet, it may hold a passkey."""
    v1: str | None = None
    """BitTorrent v1 infohash, 40 lower-case hex digits."""
    v2: str | None = None
    """BitTorrent v2 infohash, 64 lower-case hex digits."""
    size: int | None = None
    """Bytes of all files; None while unknown, as for a magnet."""
    files: tuple[ReleaseFile, ...] = ()
    trackers: tuple[str, ...] = ()
    """Host names."""
    url: str | None = None
    """Where it was fetched, without credentials and passkeys; None if it was not."""
    private: bool = False
    """The torrent forbids peers found elsewhere than at its trackers."""

    @property
    def id(self) -> str:
        """Names it for good: an infohash, for an .nzb the SHA-256 of its bytes."""
        return self.v1 or self.v2 or hashlib.sha256(self.data or b"").hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedName:
    """What the name of a release says, as far as it can be read."""

    title: str = ""
    year: int | None = None
    type: MediaType | None = None
    season: int | None = None
    episodes: tuple[int, ...] = ()
    """Numbers in the season, in order; empty with a season: the whole season. Without a season they count through
    all of the show, as those of anime do."""
    episode_title: str | None = None
    air_date: str | None = None
    """ISO 8601 date of the one episode of a daily show, which then has neither season nor number."""
    quality: tuple[str, ...] = ()
    """Words for people, such as ``1080p``, ``WEBRip``, ``x265``, and the group last."""
