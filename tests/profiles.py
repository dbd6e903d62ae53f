"""Profiles as a person would have them, for programs the tests start."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.daemons import Daemon

PROGRAM = Path(sys.executable).with_name("mydia-desktop")


def write_profile(folder: Path, *daemons: Daemon, extra: str = "", **changes: object) -> Path:
    """A profile whose clients are these daemons, named NAS, Seedbox and so on; returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    sections = [_section(daemon, f"{daemon.kind}-{number}", changes) for number, daemon in enumerate(daemons, 1)]
    (folder / "config.toml").write_text("\n".join(sections) + extra)
    return folder


def _section(daemon: Daemon, client: str, changes: dict[str, object]) -> str:
    config = daemon.config()
    said = {
        "id": client,
        "kind": config.kind,
        "name": config.name,
        "url": config.url,
        "username": config.username,
        "password": config.password,
        **changes,
    }
    return "[[clients]]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in said.items())
