"""From a path on the client's machine to the same file here, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_DRIVE = re.compile(r"^[A-Za-z]:[\\/]|^\\\\")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathMapping:
    """``remote`` on the client's machine is ``local`` on this one."""

    remote: str
    local: str


def to_local(remote: str, mappings: Iterable[PathMapping]) -> Path | None:
    """Translate a client's path by whole components, the longest mapping first; None when none fits.

    Windows paths (a drive letter or a share) compare without regard to case or slash. A path that climbs
    (``..``) is refused: what it would name is not under the mapping.
    """
    wanted = _components(remote)
    if wanted is None:
        return None
    windows = bool(_DRIVE.match(remote))
    best: tuple[int, Path] | None = None
    for mapping in mappings:
        root = _components(mapping.remote)
        if root is None or bool(_DRIVE.match(mapping.remote)) != windows or len(root) > len(wanted):
            continue
        head = wanted[: len(root)]
        same = [c.casefold() for c in head] == [c.casefold() for c in root] if windows else head == root
        if same and (best is None or len(root) > best[0]):
            best = len(root), Path(mapping.local).joinpath(*wanted[len(root) :])
    return best[1] if best else None


def to_remote(local: Path, mappings: Iterable[PathMapping]) -> str | None:
    """Translate a path here to the client's, the longest mapping first; None when none fits."""
    best: tuple[int, str] | None = None
    for mapping in mappings:
        root = Path(mapping.local)
        if ".." in local.parts or not local.is_absolute() or not local.is_relative_to(root):
            continue
        if best is None or len(root.parts) > best[0]:
            best = len(root.parts), _joined(mapping.remote, local.relative_to(root).parts)
    return best[1] if best else None


def _joined(remote: str, parts: tuple[str, ...]) -> str:
    separator = "\\" if _DRIVE.match(remote) and "/" not in remote else "/"
    return separator.join((remote.rstrip("/\\"), *parts)) or separator


def _components(path: str) -> list[str] | None:
    """The parts of an absolute path without empty and ``.`` ones; None if it is none, climbs or holds a NUL."""
    if not path.startswith("/") and not _DRIVE.match(path):
        return None
    separators = r"[\\/]+" if _DRIVE.match(path) else "/+"
    parts = [part for part in re.split(separators, path) if part not in ("", ".")]
    return None if ".." in parts or "\0" in path else parts
