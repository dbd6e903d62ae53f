"""The releases themselves, kept in the profile, so that sending one again needs no indexer."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from mydia_desktop.config.atomic_file import replace_file
from mydia_desktop.domain.magnet import read_magnet
from mydia_desktop.domain.record import Record
from mydia_desktop.domain.release import Payload, Release, ReleaseError
from mydia_desktop.domain.torrent_file import read_torrent
from mydia_desktop.threads.own_thread import in_own_thread

_log = logging.getLogger(__name__)

_ID = re.compile(r"[0-9a-f]{40,64}")
_TORRENT, _MAGNET, _NZB = ".torrent", ".magnet", ".nzb"


class Origin(StrEnum):
    """Where a release was found again."""

    KEPT = "kept"
    """As it was added, byte for byte."""
    LINK = "link"
    """From the link that the record remembers."""
    BUILT = "built"
    """A magnet link made of the infohash and the title: it knows no tracker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A release that can be sent again."""

    release: Release
    origin: Origin


class KeptReleases:
    """One file for each release, named by its id; for nobody else to read, as trackers give people keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, release: Release) -> None:
        """Write it down whole, or not at all; what is kept already stays.

        Raises:
            OSError: it can't be written.
        """
        path, content = self._file_of(release)
        await in_own_thread(lambda: _write(path, content), name="keep a release")

    async def find(self, record: Record) -> Found | None:
        """What this record was made of; None if nothing says what to ask a client for."""
        return await in_own_thread(lambda: self._find(record), name="find a release")

    def _file_of(self, release: Release) -> tuple[Path, bytes]:
        if release.magnet is not None:
            return self._folder / f"{release.id}{_MAGNET}", release.magnet.encode()
        suffix = _NZB if release.payload is Payload.NZB else _TORRENT
        return self._folder / f"{release.id}{suffix}", release.data or b""

    def _find(self, record: Record) -> Found | None:
        names = [name for name in record.names if _ID.fullmatch(name)]
        if kept := self._read(names):
            return Found(release=kept, origin=Origin.KEPT)
        try:
            if (record.download_url or "").startswith("magnet:"):
                return Found(release=read_magnet(record.download_url or ""), origin=Origin.LINK)
            if names:
                v1 = record.v1 or (None if record.v2 else record.native_id)
                link = magnet_of(v1=v1, v2=record.v2, name=record.title)
                return Found(release=read_magnet(link), origin=Origin.BUILT)
        except ReleaseError as error:
            _log.info("What is remembered of %s can't be sent: %s", record.id, error)
        return None

    def _read(self, names: Iterable[str]) -> Release | None:
        for name in names:
            try:
                for suffix in (_TORRENT, _MAGNET):
                    path = self._folder / f"{name}{suffix}"
                    if path.exists():
                        data = path.read_bytes()
                        return read_torrent(data) if suffix == _TORRENT else read_magnet(data.decode())
            except (OSError, ValueError, ReleaseError) as error:
                _log.warning("The kept release %s can't be used: %s", name, error)
        return None


def magnet_of(*, v1: str | None, v2: str | None, name: str) -> str:
    """A magnet link without trackers, and so without anybody's key."""
    topics = [f"xt=urn:btih:{v1}"] if v1 else []
    topics += [f"xt=urn:btmh:1220{v2}"] if v2 else []
    return "magnet:?" + "&".join([*topics, f"dn={quote(name, safe='')}"])


def _write(path: Path, content: bytes) -> None:
    if not (path.exists() and path.read_bytes() == content):
        replace_file(path, content, mode=0o600)
