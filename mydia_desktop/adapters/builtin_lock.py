"""One session in one folder, whichever programs are told to use it: a lock that ends with its program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mydia_desktop.config.profile import make_private
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.sentence import translate

_PRIVATE = 0o600


class FolderLock:
    """Held from the beginning until ``release``, or until the program ends in any way."""

    def __init__(self, file: Path) -> None:
        """Take it.

        Raises:
            BlockingIOError: another program has it.
            OSError: the file can't be made.
        """
        make_private(file.parent)
        self._handle = os.open(file, os.O_RDWR | os.O_CREAT, _PRIVATE)
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise BlockingIOError(error.errno, error.strerror) from error

    def release(self) -> None:
        """Let others have it."""
        os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_folder(folder: Path, name: str) -> FolderLock:
    """Take the folder of the session of this name.

    Raises:
        ClientUnreachableError: another program has it, or the folder can't be used.
    """
    try:
        return FolderLock(folder / "lock")
    except BlockingIOError as error:
        raise ClientUnreachableError(
            translate(
                "Builtin", "{name} already runs in another window of this profile, and only that can say what it does."
            ).format(name=name),
            cause=Cause.BUSY,
        ) from error
    except OSError as error:
        raise ClientUnreachableError(
            translate("Builtin", "{name} can't keep anything in {folder}: {why}.").format(
                name=name, folder=folder, why=error.strerror or error
            ),
            cause=Cause.CONFIG,
        ) from error
