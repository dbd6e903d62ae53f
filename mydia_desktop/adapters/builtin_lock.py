"""One session in one folder, whichever programs are told to use it: a lock that ends with its program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mydia_desktop.config.profile import make_private

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
