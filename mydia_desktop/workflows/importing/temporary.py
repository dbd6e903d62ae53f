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
    mine = _mine(record_id)
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.startswith(mine)]
    for name in names:
        (folder / name).unlink(missing_ok=True)


def _mine(record_id: str) -> str:
    return f"{PREFIX}{hashlib.sha256(record_id.encode()).hexdigest()[:16]}-"
