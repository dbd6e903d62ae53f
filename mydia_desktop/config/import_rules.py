"""How finished downloads get into the library: the table ``[import]`` of config.toml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """How a file gets into the library. None of them ever takes another's place by itself."""

    HARD_LINK = "hardlink"
    COPY = "copy"
    MOVE = "move"
    """Only together with taking the transfer out of its client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRules:
    """How finished downloads get into the library; off until there is a folder."""

    folder: str = ""
    """On this computer; empty: nothing is imported."""
    method: Method = Method.HARD_LINK
    movies: str = "Movies/{title} ({year})/{title} ({year})"
    """Path below the folder without the file's ending."""
    shows: str = "TV/{show}/Season {season:02}/{show} - S{season:02}E{episode:02}"
    remove_when_seeded: bool = False
    """After the import, take it out of its client once the client says that its ratio goal is reached."""
    command: tuple[str, ...] = ()
    """Program and arguments run after each import, without a shell; empty: none."""
