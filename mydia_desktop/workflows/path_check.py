"""Looks where the downloads of a client are on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.paths import PathMapping

MOST = 20
"""Downloads looked for; on a network drive each takes its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFinding:
    """One path of a client. ``local`` is None where no mapping fits it."""

    remote: str
    local: Path | None
    there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathCheck:
    """What was found: the downloads looked for, and the mapped folders that are not there."""

    findings: tuple[PathFinding, ...]
    missing: tuple[PathMapping, ...]
    listed: int
    """Downloads that the client lists, of which some were looked for."""


def samples(paths: Sequence[str], most: int = MOST) -> list[str]:
    """Some of the paths, first one from every folder."""
    by_folder: dict[str, list[str]] = {}
    for path in dict.fromkeys(path for path in paths if path):
        by_folder.setdefault(str(PurePosixPath(path.replace("\\", "/")).parent), []).append(path)
    found: list[str] = []
    depth = 0
    while len(found) < most and any(depth < len(listed) for listed in by_folder.values()):
        found += [listed[depth] for listed in by_folder.values() if depth < len(listed)]
        depth += 1
    return found[:most]


def check_paths(paths: Sequence[str], config: ClientConfig) -> PathCheck:
    """Look for some of these paths of the client. May block for as long as a file system does."""
    findings = []
    for remote in samples(paths):
        local = local_path(remote, config)
        findings.append(PathFinding(remote=remote, local=local, there=local is not None and _is_there(local)))
    missing = tuple(mapping for mapping in config.path_map if not _is_there(Path(mapping.local)))
    return PathCheck(findings=tuple(findings), missing=missing, listed=len(paths))


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True
