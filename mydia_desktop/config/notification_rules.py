"""What a person wants to be told while not looking: the table ``[notifications]`` of config.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationRules:
    """Which happenings are told."""

    completed: bool = True
    failed: bool = True
    """Downloads and imports."""
    imported: bool = False
    unreachable: bool = True
    """A client that does not answer for two minutes, and that it is back."""
