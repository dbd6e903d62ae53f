"""A file that is always whole, before or after the change."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from mydia_desktop.config.profile import make_private


def replace_file(path: Path, content: bytes, *, mode: int) -> None:
    """Write the content beside the file and put it in its place; a cut in between leaves the old one.

    Raises:
        OSError: it can't be written; the old one is as it was.
    """
    make_private(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
