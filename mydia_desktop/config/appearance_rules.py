"""How the window looks: the table ``[appearance]`` of config.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SYSTEM_ACCENT = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceRules:
    """How the window looks, whoever's window it is."""

    theme: Literal["system", "light", "dark"] = "system"
    accent: str = SYSTEM_ACCENT
    """``system``, or a colour as ``#rrggbb``; it is moved until it can be read where it is used."""
    font: Literal["system", "inter"] = "system"
    units: Literal["binary", "decimal"] = "binary"
    reduce_motion: bool = False
    hide_stale_after: float | None = 300.0
    """Seconds after which the downloads of a silent client leave the list; None never hides them."""
