"""The files of a torrent in Transmission."""

from __future__ import annotations

import msgspec

from mydia_desktop.adapters.transmission_wire import CHECK, CHECK_WAIT, LOCAL_ERROR
from mydia_desktop.domain.content import Content, ContentFile

FIELDS = (
    "hashString",
    "downloadDir",
    "status",
    "error",
    "leftUntilDone",
    "metadataPercentComplete",
    "files",
    "fileStats",
)


class File(msgspec.Struct, gc=False, rename="camel"):
    """One of ``files``; its name is relative to the directory, with ``/`` on every system."""

    name: str
    length: int
    bytes_completed: int = 0


class FileStat(msgspec.Struct, gc=False, rename="camel"):
    """One of ``fileStats``, in the order of ``files``. 3.00 says 0 and 1 for false and true."""

    wanted: bool | int = True


class Files(msgspec.Struct, gc=False, rename="camel"):
    """A torrent with its files."""

    hash_string: str
    download_dir: str
    status: int
    error: int = 0
    left_until_done: int = 0
    metadata_percent_complete: float = 1
    files: list[File] = []
    file_stats: list[FileStat] = []


class Directories(msgspec.Struct, gc=False, rename="kebab"):
    """Where files are until a torrent is done, of ``session-get``."""

    incomplete_dir: str = ""
    incomplete_dir_enabled: bool = False


def content_of(torrent: Files, directories: Directories) -> Content:
    """The files, and where they are now."""
    elsewhere = torrent.left_until_done > 0 and directories.incomplete_dir_enabled
    known = torrent.metadata_percent_complete >= 1 and len(torrent.files) == len(torrent.file_stats)
    files = zip(torrent.files, torrent.file_stats, strict=True) if known else ()
    return Content(
        folder=directories.incomplete_dir if elsewhere else torrent.download_dir,
        files=tuple(
            ContentFile(path=file.name, size=file.length, downloaded=file.bytes_completed, wanted=bool(stat.wanted))
            for file, stat in files
        ),
        settled=known and torrent.status not in (CHECK, CHECK_WAIT) and torrent.error != LOCAL_ERROR,
    )
