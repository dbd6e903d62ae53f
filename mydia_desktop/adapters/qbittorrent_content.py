"""The files of a torrent in qBittorrent."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mydia_desktop.domain.content import Content, ContentFile

FILES = "/api/v2/torrents/files"
SKIPPED = 0
"""The priority of a file that is not wanted."""
_UNSETTLED = (
    "checking",
    "moving",
    "queuedForChecking",
    "allocating",
    "missingFiles",
    "error",
    "metaDL",
    "forcedMetaDL",
)
"""How the words for states begin in which files may not be where they are said to be."""


class File(msgspec.Struct, gc=False):
    """One of ``torrents/files``; its name is relative to the directory, with ``/`` on every system."""

    name: str
    size: int
    progress: float
    priority: int = 1


class Place(msgspec.Struct, gc=False):
    """What ``torrents/info`` says of where a torrent is."""

    hash: str
    state: str
    save_path: str = ""
    download_path: str = ""
    """Where it is until it is done, since 4.4; empty if that is not another directory."""
    amount_left: int = 0


def content_of(place: Place, files: Iterable[File]) -> Content:
    """The files, and where they are now."""
    listed = tuple(
        ContentFile(
            path=file.name,
            size=file.size,
            downloaded=_downloaded(file),
            wanted=file.priority != SKIPPED,
        )
        for file in files
    )
    return Content(
        folder=(place.download_path if place.amount_left > 0 else "") or place.save_path,
        files=listed,
        settled=bool(listed) and not place.state.startswith(_UNSETTLED),
    )


def _downloaded(file: File) -> int:
    """It says a share only, and that is rounded: less than all of it is never all of it."""
    return file.size if file.progress >= 1 else min(int(file.size * file.progress), file.size - 1)
