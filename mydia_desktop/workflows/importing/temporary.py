"""Files that are in the library folder for a moment only, and what a dead run left of them."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

PREFIX = ".mydia-"


def temporary(folder: Path, record_id: str) -> Path:
    """A new name in this folder for the import of this record."""
    return folder / f"{_mine(record_id)}{secrets.token_hex(6)}"


def clear_left_over(folder: Path, record_id: str) -> None:
    """Take away what an earlier import of this very record left here when it was killed."""
    for path in _left_over(folder, record_id):
        path.unlink(missing_ok=True)


def size_of_left_over(folder: Path, record_id: str) -> int:
    """Bytes that come free when it is cleared away."""
    found = (path.lstat() for path in _left_over(folder, record_id))
    return sum(one.st_size for one in found if one.st_nlink == 1)  # a link takes no room of its own


def _left_over(folder: Path, record_id: str) -> list[Path]:
    mine = _mine(record_id)
    with os.scandir(folder) as entries:
        return [Path(entry.path) for entry in entries if entry.name.startswith(mine)]


def _mine(record_id: str) -> str:
    return f"{PREFIX}{hashlib.sha256(record_id.encode()).hexdigest()[:16]}-"
