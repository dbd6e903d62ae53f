"""Looks whether a folder will do as the library, before anything is imported into it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mydia_desktop.workflows.importing.temporary import clear_left_over, temporary

_MARK = "folder check"
_MOST_ENTRIES = 200
"""Looked at for one file to link; a folder of a hundred thousand need not be read for a test."""


class Standing(StrEnum):
    """How it stands with the folder itself."""

    GOOD = "good"
    NOT_THERE = "not_there"
    NO_FOLDER = "no_folder"
    NOT_WRITABLE = "not_writable"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTrial:
    """Whether a file of a client can be linked into the folder. ``why`` is the system's word, or empty."""

    source: Path
    possible: bool
    other_file_system: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCheck:
    """What was found."""

    folder: Path
    standing: Standing
    why: str = ""
    """The system's word."""
    free: int | None = None
    """Bytes."""
    links: tuple[LinkTrial, ...] = ()
    """One for each file system that downloads were found on."""


def check_folder(folder: str, downloads: Sequence[Path]) -> FolderCheck:
    """Look at the folder, write to it, and link a file of each file system into it; all of it is taken away again.

    ``downloads`` are files or folders of clients, on this computer; what is not there is passed over. May block for
    as long as a file system does.
    """
    path = Path(folder).expanduser()
    if not path.is_dir():
        there = os.path.lexists(path)
        return FolderCheck(folder=path, standing=Standing.NO_FOLDER if there else Standing.NOT_THERE)
    trial = temporary(path, _MARK)
    try:
        clear_left_over(path, _MARK)
        os.close(os.open(trial, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        trial.unlink()
        free = shutil.disk_usage(path).free
    except OSError as error:
        return FolderCheck(folder=path, standing=Standing.NOT_WRITABLE, why=error.strerror or str(error))
    return FolderCheck(
        folder=path, standing=Standing.GOOD, free=free, links=tuple(_try_link(file, path) for file in _files(downloads))
    )


def _files(downloads: Iterable[Path]) -> list[Path]:
    """One regular file for each file system."""
    found: dict[int, Path] = {}
    for download in downloads:
        try:
            device = download.stat().st_dev
            if device not in found and (file := _a_file(download)) is not None:
                found[device] = file
        except OSError:
            continue  # gone, or not for us to see: the path mapping's own test tells of it
    return list(found.values())


def _a_file(path: Path) -> Path | None:
    if not path.is_dir():
        return path if path.is_file() else None
    seen = 0
    for folder, _, names in os.walk(path):
        for name in names:
            seen += 1
            if (file := Path(folder, name)).is_file() and not file.is_symlink():
                return file
            if seen > _MOST_ENTRIES:
                return None
    return None


def _try_link(file: Path, folder: Path) -> LinkTrial:
    trial = temporary(folder, _MARK)
    try:
        os.link(file, trial)
    except OSError as error:
        other = error.errno == errno.EXDEV
        return LinkTrial(source=file, possible=False, other_file_system=other, why=error.strerror or str(error))
    trial.unlink()
    return LinkTrial(source=file, possible=True)
