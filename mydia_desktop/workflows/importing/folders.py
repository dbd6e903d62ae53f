"""Folders of the library: found by names that some system takes for the same, made where they are missing."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.safe_names import same_name
from mydia_desktop.domain.sentence import translate
from mydia_desktop.workflows.importing.troubles import NO_LINKS

_log = logging.getLogger(__name__)


def deepest_folder(library: Path, below: PurePosixPath) -> Path:
    """As much of a path below the library as is there. Another disk may begin on the way.

    Raises:
        ImportTroubleError: it leads out of the library.
        OSError: it can't be looked at.
    """
    folder = library
    for part in below.parts:
        inner = folder / name_there(folder, part)
        if not os.path.lexists(inner):
            break
        _check_inside(inner, library)
        folder = inner
    return folder


def made_folder(library: Path, below: PurePosixPath, made: list[Path]) -> Path:
    """The folder of a path below the library. What has to be made for it is added to ``made``.

    Raises:
        ImportTroubleError: it leads out of the library.
        OSError: it can't be made.
    """
    folder = library
    for part in below.parts:
        folder = folder / name_there(folder, part)
        try:
            folder.mkdir()
        except FileExistsError:
            _check_inside(folder, library)
        else:
            made.append(folder)
            flush_folder(folder.parent)
    return folder


def clear_empty(made: Iterable[Path]) -> None:
    """Take away folders that nothing was put into after all; the innermost come last."""
    for folder in reversed(list(made)):
        try:
            folder.rmdir()
        except OSError as error:  # something is in it by now, or its disk is gone
            _log.info("%s stays: %s", folder, error.strerror)


def name_there(folder: Path, name: str) -> str:
    """The name as it stands in this folder: on many systems another case is no other name."""
    if os.path.lexists(folder / name):
        return name
    with os.scandir(folder) as entries:
        return min((entry.name for entry in entries if same_name(entry.name, name)), default=name)


def flush_folder(folder: Path) -> None:
    """Have the disk keep a new name. Windows has no way to ask, and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_LINKS | {errno.EBADF}:  # network and user-space file systems can't
            raise
    finally:
        os.close(handle)


def _check_inside(folder: Path, library: Path) -> None:
    # Unlike Path.resolve, of links that go round in circles it says an OSError.
    real = Path(os.path.realpath(folder, strict=True))
    if not real.is_relative_to(os.path.realpath(library, strict=True)):
        raise ImportTroubleError(
            translate(
                "Import", "{folder} is a link that leads out of the library folder. Nothing is put there."
            ).format(folder=folder),
            remedy=Remedy.CHOOSE_FOLDER,
            lasting=True,
        )
    if not folder.is_dir():
        raise ImportTroubleError(
            translate(
                "Import",
                "{folder} is a file, and would have to be a folder. Move it away, or change the pattern for names.",
            ).format(folder=folder),
            remedy=Remedy.CHOOSE_FOLDER,
            lasting=True,
        )
