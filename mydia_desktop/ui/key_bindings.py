"""The keys of every action: the usual ones, and those a person chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

_KEYS, _NAME = "boundKeys", "nameOutOfMenu"
Group = tuple[str, Sequence[QAction]]
"""A heading, and the actions below it."""


class KeyBindings(QObject):
    """Knows actions by their object names; those without one can't be given other keys."""

    changed = Signal()
    """Other keys are in force."""

    def __init__(self, groups: Iterable[tuple[str, Iterable[QAction]]], parent: QObject | None = None) -> None:
        """``groups`` are headings with the actions below them; their keys now are the usual ones."""
        super().__init__(parent)
        self.groups: tuple[Group, ...] = tuple(
            (title, tuple(action for action in actions if action.objectName())) for title, actions in groups
        )
        self._actions = {action.objectName(): action for _, actions in self.groups for action in actions}
        self._usual = {name: keys_of(action) for name, action in self._actions.items()}

    def usual(self, name: str) -> list[QKeySequence]:
        """The keys of this action unless somebody chose others."""
        return self._usual[name]

    def keys(self, name: str, chosen: Mapping[str, str]) -> list[QKeySequence]:
        """The keys of this action with what is chosen; what can't be read as keys is as if it were not there."""
        text = chosen.get(name)
        if text is None:
            return self._usual[name]
        keys = read_keys(text)
        return self._usual[name] if keys is None else keys

    def put_in_force(self, chosen: Mapping[str, str]) -> None:
        """Let every action have its keys."""
        for name, action in self._actions.items():
            bind(action, self.keys(name, chosen))
        self.changed.emit()


def bind(action: QAction, keys: Sequence[QKeySequence]) -> None:
    """Give the action these keys."""
    action.setProperty(_KEYS, written(keys))
    action.setShortcuts(list(keys))


def name_out_of_menu(action: QAction, name: str) -> None:
    """What it is called in a list, where no menu around it says what "Up" moves."""
    action.setProperty(_NAME, name)


def name_of(action: QAction) -> str:
    """What it is called in a list of actions."""
    name = action.property(_NAME)
    return (name if isinstance(name, str) else action.text()).replace("&", "").rstrip("…")


def keys_of(action: QAction) -> list[QKeySequence]:
    """The keys it was given, also while another action has them; else those it has."""
    text = action.property(_KEYS)
    if isinstance(text, str):
        return read_keys(text) or []
    return [keys for keys in action.shortcuts() if not keys.isEmpty()]


def written(keys: Iterable[QKeySequence]) -> str:
    """As config.toml has them, the same on every system: ``Ctrl+Return; Ctrl+Enter``."""
    return "; ".join(one.toString(QKeySequence.SequenceFormat.PortableText) for one in keys)


def read_keys(text: str) -> list[QKeySequence] | None:
    """What ``written`` writes; None if it makes no sense."""
    keys = [QKeySequence(part.strip()) for part in text.split("; ") if part.strip()]
    readable = all(not one.isEmpty() and "Unknown" not in written([one]) and written([one]).strip("+") for one in keys)
    return keys if readable else None


def in_words(keys: Iterable[QKeySequence], between: str) -> str:
    """As this system writes them; the two Enter keys are one to whoever reads it."""
    shown = (one.toString(QKeySequence.SequenceFormat.NativeText) for one in map(_with_enter, keys))
    return between.join(dict.fromkeys(shown))


def _with_enter(keys: QKeySequence) -> QKeySequence:
    text = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return QKeySequence(text.removesuffix("Return") + "Enter") if text.endswith("Return") else keys
