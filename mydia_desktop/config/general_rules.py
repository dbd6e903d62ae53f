"""How the program itself behaves: the table ``[general]`` of config.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralRules:
    """How the program begins and ends."""

    close_to_tray: bool = True
    """Closing the window leaves the program in the tray, where there is one."""
    start_hidden: bool = False
    """Begin in the tray, where there is one."""
    log_level: Literal["warning", "info", "debug"] = "info"
