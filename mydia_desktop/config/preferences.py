"""What is set for the whole window: the tables ``[appearance]`` and ``[records]`` of config.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, cast

from mydia_desktop.config.general_rules import GeneralRules
from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.config.notification_rules import NotificationRules

APPEARANCE = "appearance"
RECORDS = "records"
TABLES = (APPEARANCE, RECORDS)
_CHOICES = {"theme": ("system", "light", "dark"), "units": ("binary", "decimal")}
_NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What is set for the whole window. ``hide_stale_after`` is seconds; None never hides."""

    theme: Literal["system", "light", "dark"] = "system"
    units: Literal["binary", "decimal"] = "binary"
    hide_stale_after: float | None = 300.0
    adopt_automatically: bool = False
    """Downloads that were added in a client are tied to what they are for, where that is certain."""
    importing: ImportRules = field(default_factory=ImportRules)
    notifications: NotificationRules = field(default_factory=NotificationRules)
    general: GeneralRules = field(default_factory=GeneralRules)


class Wrong(NamedTuple):
    """A key that makes no sense, or a whole table where ``key`` is the table's name."""

    table: str
    key: str
    message: str
    """A sentence that also says what is used in its place."""


def read_preferences(document: Mapping[str, Any]) -> tuple[Preferences, list[Wrong]]:
    """What the tables in config.toml say; what makes no sense is told, and the usual is in its place."""
    known: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for name in TABLES:
        table = document.get(name, {})
        if not isinstance(table, dict):
            wrong.append(Wrong(name, name, f"{name} is a section: [{name}]."))
            table = {}
        said, complaints = (_read_appearance if name == APPEARANCE else _read_records)(table)
        known |= said
        wrong += [Wrong(name, key, message) for key, message in complaints.items()]
    return Preferences(**known), wrong


def preference_values(preferences: Preferences) -> Mapping[str, Mapping[str, str | float]]:
    """What each table would have to say, all of it."""
    hide = preferences.hide_stale_after
    return {
        APPEARANCE: {
            "theme": preferences.theme,
            "units": preferences.units,
            "hide_stale_after": _NEVER if hide is None else plain_number(hide),
        },
        RECORDS: {"adopt_automatically": preferences.adopt_automatically},
    }


def plain_number(value: float) -> float:
    """300.0 as the 300 a person would write."""
    return cast("float", int(value)) if value == int(value) else value


def _read_appearance(table: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
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
    return known, wrong


def _read_records(table: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    adopt = table.get("adopt_automatically", False)
    if isinstance(adopt, bool):
        return {"adopt_automatically": adopt}, {}
    return {}, {"adopt_automatically": "adopt_automatically is true or false, without quotation marks; false is used."}
