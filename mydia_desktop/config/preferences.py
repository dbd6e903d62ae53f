"""What is set for the whole window: the ``[appearance]`` table of config.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

TABLE = "appearance"
_CHOICES = {"theme": ("system", "light", "dark"), "units": ("binary", "decimal")}
_NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What is set for the whole window. ``hide_stale_after`` is seconds; None never hides."""

    theme: Literal["system", "light", "dark"] = "system"
    units: Literal["binary", "decimal"] = "binary"
    hide_stale_after: float | None = 300.0


def read_preferences(table: Mapping[str, Any]) -> tuple[Preferences, dict[str, str]]:
    """What the table says; per key that makes no sense a sentence, and what is usual in its place."""
    known: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for key, choices in _CHOICES.items():
        value = table.get(key, choices[0])
        if value in choices:
            known[key] = value
        else:
            wrong[key] = f"{key} is one of {', '.join(choices)}; “{choices[0]}” is used."
    hide = table.get("hide_stale_after", 300.0)
    if hide == _NEVER:
        known["hide_stale_after"] = None
    elif isinstance(hide, int | float) and not isinstance(hide, bool) and 0 < hide < float("inf"):
        known["hide_stale_after"] = float(hide)
    else:
        wrong["hide_stale_after"] = f"hide_stale_after is a number of seconds or “{_NEVER}”; 300 is used."
    return Preferences(**known), wrong


def preference_values(preferences: Preferences) -> Mapping[str, str | float]:
    """What the table would have to say, all of it."""
    hide = preferences.hide_stale_after
    return {
        "theme": preferences.theme,
        "units": preferences.units,
        "hide_stale_after": _NEVER if hide is None else plain_number(hide),
    }


def plain_number(value: float) -> float:
    """300.0 as the 300 a person would write."""
    return cast("float", int(value)) if value == int(value) else value
