"""What is set for the whole program: every table of config.toml but the clients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, cast

from mydia_desktop.config import readers
from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.config.general_rules import GeneralRules
from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.config.notification_rules import NotificationRules
from mydia_desktop.config.wrong_value import WrongValueError

SHORTCUTS = "shortcuts"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRules:
    """What is remembered by itself: the table ``[records]`` of config.toml."""

    adopt_automatically: bool = False
    """Downloads that were added in a client are tied to what they are for, where that is certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What is set for the whole program, one part for each table."""

    appearance: AppearanceRules = field(default_factory=AppearanceRules)
    records: RecordRules = field(default_factory=RecordRules)
    importing: ImportRules = field(default_factory=ImportRules)
    notifications: NotificationRules = field(default_factory=NotificationRules)
    general: GeneralRules = field(default_factory=GeneralRules)
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    """Other keys than the usual ones, by the name of the action: ``Ctrl+P``, several as ``Ctrl+P; F8``, empty for none.
    Which actions there are the window knows."""


class Wrong(NamedTuple):
    """A key that makes no sense, or a whole table where ``key`` is the table's name."""

    table: str
    key: str
    message: str
    """A sentence that also says what is used in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One table: the part of Preferences it fills, and how each of its keys is read."""

    part: str
    keys: Mapping[str, Callable[[str, object], object]]


_TABLES: Mapping[str, _Table] = {
    "appearance": _Table(
        part="appearance",
        keys={
            "theme": readers.one_of("system", "light", "dark"),
            "accent": readers.accent,
            "font": readers.one_of("system", "inter"),
            "units": readers.one_of("binary", "decimal"),
            "reduce_motion": readers.switch,
            "hide_stale_after": readers.seconds_or_never,
        },
    ),
    "records": _Table(part="records", keys={"adopt_automatically": readers.switch}),
    "import": _Table(
        part="importing",
        keys={
            "folder": readers.folder,
            "method": readers.member_of(Method),
            "movies": readers.text,
            "shows": readers.text,
            "remove_when_seeded": readers.switch,
            "command": readers.command,
        },
    ),
    "notifications": _Table(
        part="notifications",
        keys=dict.fromkeys(("completed", "failed", "imported", "unreachable"), readers.switch),
    ),
    "general": _Table(
        part="general",
        keys={
            "close_to_tray": readers.switch,
            "start_hidden": readers.switch,
            "log_level": readers.one_of("warning", "info", "debug"),
        },
    ),
}
TABLES = (*_TABLES, SHORTCUTS)


def read_preferences(document: Mapping[str, Any]) -> tuple[Preferences, list[Wrong]]:
    """What the tables in config.toml say; what makes no sense is told, and the usual is in its place."""
    preferences = Preferences()
    wrong: list[Wrong] = []
    for name in TABLES:
        said = document.get(name, {})
        if not isinstance(said, dict):
            wrong.append(Wrong(name, name, f"{name} is a section: [{name}]."))
        elif name == SHORTCUTS:
            preferences = replace(preferences, shortcuts=_shortcuts(said, wrong))
        else:
            part = _TABLES[name].part
            changed = _read_table(name, said, getattr(preferences, part), wrong)
            preferences = replace(preferences, **{part: changed})
    return preferences, wrong


def preference_values(preferences: Preferences) -> Mapping[str, Mapping[str, Any]]:
    """What each table would have to say, all of it, in TOML's own types."""
    values: dict[str, Mapping[str, Any]] = {
        name: {key.name: _as_written(getattr(part, key.name)) for key in fields(part)}
        for name, table in _TABLES.items()
        for part in (getattr(preferences, table.part),)
    }
    return values | {SHORTCUTS: dict(preferences.shortcuts)}


def plain_number(value: float) -> float:
    """300.0 as the 300 a person would write."""
    return cast("float", int(value)) if value == int(value) else value


def _read_table(name: str, said: Mapping[str, Any], usual: Any, wrong: list[Wrong]) -> Any:  # noqa: ANN401 - any part
    known: dict[str, object] = {}
    for key, read in _TABLES[name].keys.items():
        if key in said:
            try:
                known[key] = read(key, said[key])
            except WrongValueError as error:
                instead = _in_words(_as_written(getattr(usual, key)))
                wrong.append(Wrong(name, key, f"{str(error).removesuffix('.')}; {instead} is used."))
    return replace(usual, **known)


def _shortcuts(said: Mapping[str, Any], wrong: list[Wrong]) -> Mapping[str, str]:
    """Names nobody here knows may be another version's, and stay."""
    for key, value in said.items():
        if not isinstance(value, str):
            message = f"{key} is text such as “Ctrl+P”, in quotation marks; the usual keys are used."
            wrong.append(Wrong(SHORTCUTS, key, message))
    return {key: value for key, value in said.items() if isinstance(value, str)}


def _as_written(value: object) -> object:
    if value is None:
        return readers.NEVER
    if isinstance(value, float):
        return plain_number(value)
    if isinstance(value, Method):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:g}"
    return f"“{value}”" if value else "none"
