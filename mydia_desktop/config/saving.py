"""Writing into config.toml as it is now: what the person wrote, comments and foreign keys, stays where it was."""

from __future__ import annotations

import codecs
import os
import threading
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Table

from mydia_desktop.config.atomic_file import replace_file
from mydia_desktop.config.builtin_options import BuiltinOptions
from mydia_desktop.config.client_section import client_values
from mydia_desktop.config.clients import Binding, ClientConfig
from mydia_desktop.config.preferences import Preferences, preference_values, read_preferences
from mydia_desktop.config.sections import Section, readable, split
from mydia_desktop.config.settings import CLIENTS, ClientSection, SettingsNotSavedError, client_sections, read
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import ClientId

_PRIVATE = 0o600
_BY_HAND = "config.toml is written in a way that can't be changed from here. Nothing was changed; edit it by hand."
_ALWAYS_WRITTEN = ("id", "kind", "name", "url", "folder")


_one_writer = threading.Lock()
"""The dialog and the database write from threads of their own, and neither may undo what the other has written."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """One config.toml that can be written."""

    path: Path

    def save(
        self, clients: Sequence[ClientConfig], preferences: Preferences, *, removed: Collection[ClientId]
    ) -> tuple[str, ...]:
        """Write these into the file as it is now; a client that is neither here nor ``removed`` stays as it is.

        Returns:
            What is still wrong in the file, a sentence each.

        Raises:
            SettingsNotSavedError: it can't be read, parsed or written; it is as it was.
        """
        new = self._replace(lambda text: _written(text, clients, preferences, removed))
        return tuple(problem.sentence for problem in read(new).problems)

    def bind(self, bindings: Mapping[ClientId, Binding]) -> None:
        """Write down which clients of the database these sections are; one that is not in the file is left out.

        Raises:
            SettingsNotSavedError: as ``save``.
        """

        def bound(text: str) -> str:
            there = read(text)
            clients = [
                replace(config, uuid=binding.uuid, uuid_url=binding.url)
                for config in there.clients
                if (binding := bindings.get(config.id)) is not None
            ]
            return _written(text, clients, None, ())

        self._replace(bound)

    def _replace(self, change: Callable[[str], str]) -> str:
        # The file behind a link is replaced, not the link.
        target = Path(os.path.realpath(self.path))
        with _one_writer:
            try:
                old = target.read_bytes() if target.exists() else b""
                mode = target.stat().st_mode & 0o777 if target.exists() else _PRIVATE
                text = old.decode("utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsNotSavedError(
                    translate("Settings", "{path} can't be read, so nothing was written over it: {error}").format(
                        path=self.path, error=_why(error)
                    )
                ) from error
            new = change(text)
            try:
                replace_file(target, new.encode(_like(old)), mode=_PRIVATE if _holds_password(new) else mode)
            except OSError as error:
                raise SettingsNotSavedError(
                    translate("Settings", "{path} can't be written: {error}").format(path=self.path, error=_why(error))
                ) from error
        return new


def _like(old: bytes) -> str:
    """With the byte order mark an editor put in front, or without."""
    return "utf-8-sig" if old.startswith(codecs.BOM_UTF8) else "utf-8"


def _why(error: OSError | UnicodeDecodeError) -> str:
    return f"{error.strerror or error}." if isinstance(error, OSError) else "it is not UTF-8 text."


def _written(
    text: str, clients: Sequence[ClientConfig], preferences: Preferences | None, removed: Collection[ClientId]
) -> str:
    """The text with these in it; without preferences those that are there stay, right or wrong."""
    _, mistakes = readable(split(text))
    if mistakes:
        line, reason = mistakes[0]
        raise SettingsNotSavedError(
            translate(
                "Settings",
                "config.toml has a mistake in line {line}: {reason}. Mend it and save again; until then "
                "nothing is written over it.",
            ).format(line=line, reason=reason)
        )
    try:
        text = _with_clients(_with_headers(text), clients, removed)
        if preferences is not None:
            text = _with_preferences(text, preferences)
    except (TOMLKitError, ValueError) as error:  # it is stricter in places than what reads the file
        raise SettingsNotSavedError(_BY_HAND) from error
    # What is written must mean what was chosen, whatever the file looked like before.
    now = read(text)
    meant = {config.id: config for config in now.clients}
    if preferences not in (None, now.preferences) or any(meant.get(config.id) != config for config in clients):
        raise SettingsNotSavedError(_BY_HAND)
    return text


def _with_headers(text: str) -> str:
    """Clients in a list of one key, ``clients = [...]``, become sections of their own."""
    document = tomlkit.parse(text)
    clients = document.get(CLIENTS)
    if clients is None or isinstance(clients, AoT):
        return text
    said = clients.unwrap()
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise SettingsNotSavedError(
            translate(
                "Settings",
                "Every client in config.toml is a section that begins with [[{table}]]. Mend that and save again.",
            ).format(table=CLIENTS)
        )
    document.remove(CLIENTS)
    return _following(document.as_string(), *(_section_text(one) for one in said))


def _with_clients(text: str, clients: Sequence[ClientConfig], removed: Collection[ClientId]) -> str:
    sections = split(text)
    usual = read(text).refresh_seconds
    found = client_sections(tomllib.loads(text), sections, refresh_seconds=usual)
    there = {client.where: client for client in found if client.config is not None}
    to_write = {config.id: config for config in clients}
    before, after = "", ""
    for section in sections:
        client = there.get(section)
        kept = section.text if client is None else _changed(client, to_write, removed)
        after += kept
        if section.table == CLIENTS:
            before, after = before + after, ""
    if not before:
        before, after = after, ""
    added = (_section_text(_new_values(config, usual)) for config in to_write.values())
    return _following(before, *added, after)


def _changed(client: ClientSection, to_write: dict[ClientId, ClientConfig], removed: Collection[ClientId]) -> str:
    """The section as it should be; takes its client out of those still to be written."""
    old = client.config
    assert old is not None  # noqa: S101 - only right sections come here
    if old.id not in to_write:
        return "" if old.id in removed else client.where.text
    values, before = client_values(to_write.pop(old.id)), client_values(old)
    changes = {key: value for key, value in values.items() if value != before.get(key)}
    changes |= dict.fromkeys(before.keys() - values.keys())  # what only another kind of client has
    if not changes:
        return client.where.text
    document = tomlkit.parse(client.where.text)
    _set(document[CLIENTS][0], changes)
    return document.as_string()


def _new_values(config: ClientConfig, usual_refresh_seconds: float) -> Mapping[str, Any]:
    plain = ClientConfig(
        id=config.id,
        kind=config.kind,
        name=config.name,
        url=config.url,
        builtin=config.builtin and BuiltinOptions(folder=config.builtin.folder),
        refresh_seconds=usual_refresh_seconds,
    )
    usual = client_values(plain)
    return {key: value for key, value in client_values(config).items() if key in _ALWAYS_WRITTEN or value != usual[key]}


def _section_text(values: Mapping[str, Any]) -> str:
    document = tomlkit.parse(f"[[{CLIENTS}]]\n")
    _set(document[CLIENTS][0], values)
    return document.as_string()


def _set(table: Table | InlineTable | Container, values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if value is None:
            table.pop(key, None)
        elif isinstance(value, list):
            table[key] = _in_line(value)
        else:
            table[key] = value


def _in_line(parts: list[Mapping[str, str] | str]) -> Array:
    array = tomlkit.array()
    for part in parts:
        if isinstance(part, str):
            array.append(part)
            continue
        line = tomlkit.inline_table()
        line.update(part)
        array.append(line)
    return array.multiline(len(array) > 1 and not isinstance(parts[0], str))


def _with_preferences(text: str, preferences: Preferences) -> str:
    old, wrong = read_preferences(tomllib.loads(text))
    mended, before = {(table, key) for table, key, _ in wrong}, preference_values(old)
    for table, values in preference_values(preferences).items():
        keys = dict.fromkeys([*values, *before[table]])  # one that is here no longer is taken out
        changes = {key: values.get(key) for key in keys}
        text = _with_table(
            text,
            table,
            {key: value for key, value in changes.items() if (table, key) in mended or value != before[table].get(key)},
        )
    return text


def _with_table(text: str, table: str, changes: Mapping[str, Any]) -> str:
    if not changes:
        return text
    sections = split(text)
    for section in sections:
        document = tomlkit.parse(section.text)
        if isinstance(there := document.get(table), Table | InlineTable) and section.table in ("", table):
            _set(there, changes)
            return _spliced(sections, section, document.as_string())
    document = tomlkit.parse(f"[{table}]\n")
    _set(document[table], changes)
    return _following(text, document.as_string())


def _spliced(sections: Sequence[Section], changed: Section, text: str) -> str:
    return "".join(text if section is changed else section.text for section in sections)


def _following(*texts: str) -> str:
    """One after the other with an empty line between, except where the file already has it as it should be."""
    whole = ""
    for text in texts:
        if whole.strip() and text and not whole.endswith("\n"):
            whole += "\n"
        if whole.strip() and text.strip() and not whole.endswith(("\n\n", "\r\n\r\n")) and not text.startswith("\n"):
            whole += "\n"
        whole += text
    return whole


def _holds_password(text: str) -> bool:
    return any(client.get("password") for client in tomllib.loads(text).get(CLIENTS, []))
