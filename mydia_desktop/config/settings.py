"""config.toml: what a person sets. Reading never fails; what is wrong in it is told and left out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mydia_desktop.config.client_section import REFRESH_SECONDS, read_client, seconds, warnings
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.database import read_database_url
from mydia_desktop.config.preferences import Preferences, read_preferences
from mydia_desktop.config.sections import Section, joined, readable, split
from mydia_desktop.config.wrong_value import WrongValueError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import ClientId

CLIENTS = "clients"
USUAL_REFRESH_SECONDS = 1.0


class SettingsNotSavedError(Exception):
    """Nothing is in force that was not before. The message says why, and what to do about it."""

    def __init__(self, message: str, *, no_keyring: bool = False) -> None:
        """Take the sentence; ``no_keyring`` if another place for the passwords would help."""
        super().__init__(message)
        self.no_keyring = no_keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigProblem:
    """One thing that is wrong in config.toml. The message is a sentence without the line's number."""

    line: int | None
    message: str

    @property
    def sentence(self) -> str:
        """With the line's number, if it has one."""
        if self.line is None:
            return self.message
        return translate("Settings", "Line {line}: {message}").format(line=self.line, message=self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What config.toml says: the clients that are right, in order, and what is wrong with the rest."""

    clients: tuple[ClientConfig, ...] = ()
    preferences: Preferences = field(default_factory=Preferences)
    refresh_seconds: float = USUAL_REFRESH_SECONDS
    """For clients that name none of their own."""
    database_url: str | None = field(default="", repr=False)  # there may be a password in it
    """A PostgreSQL that several desktops share; empty for the SQLite file of the profile; None if it is wrong, and then
    no database is used: what belongs to one must not get into the other."""
    problems: tuple[ConfigProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSection:
    """One client as it stands in the file: what it says, and either the client or why it is left out."""

    said: Mapping[str, Any]
    where: Section
    config: ClientConfig | None
    problems: tuple[ConfigProblem, ...]


def load(path: Path) -> Settings:
    """What the file says now. A missing file says nothing; a bad one is kept as it is, and its mistakes are told."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = translate(
            "Settings", "This is not UTF-8 text; save the file as UTF-8. Until then none of it is read."
        )
        return Settings(problems=(ConfigProblem(line=line, message=message),))
    except OSError as error:
        message = translate("Settings", "{name} can't be read: {why}. Until it can, no client is asked.").format(
            name=path.name, why=error.strerror or error
        )
        return Settings(problems=(ConfigProblem(line=None, message=message),))
    return read(text)


def read(text: str) -> Settings:
    """What this text says as config.toml."""
    all_sections = split(text)
    top = all_sections[0]
    sections, mistakes = readable(all_sections)
    problems = [
        ConfigProblem(
            line=line,
            message=translate("Settings", "This can't be read: {reason}. The section it stands in is left out.").format(
                reason=reason
            ),
        )
        for line, reason in mistakes
    ]
    document = tomllib.loads(joined(sections))
    refresh_seconds = USUAL_REFRESH_SECONDS
    try:
        refresh_seconds = seconds("refresh_seconds", REFRESH_SECONDS)(document.get("refresh_seconds", refresh_seconds))
    except WrongValueError as error:
        line = top.line_of("refresh_seconds")
        problems.append(
            ConfigProblem(
                line=line,
                message=translate("Settings", "{error} {seconds} is used.").format(
                    error=error, seconds=f"{refresh_seconds:g}"
                ),
            )
        )
    database_url: str | None = None
    try:
        database_url = read_database_url(document.get("database_url", ""))
    except WrongValueError as error:
        message = translate("Settings", "{error} Until it is mended nothing is remembered of downloads.").format(
            error=error
        )
        problems.append(ConfigProblem(line=top.line_of("database_url"), message=message))
    clients = []
    for section in client_sections(document, [top, *sections], refresh_seconds=refresh_seconds):
        problems += section.problems
        if section.config is not None:
            clients.append(section.config)
    preferences, wrong = read_preferences(document)
    for table, key, why in wrong:
        place = next((section for section in sections if section.table == table), top)
        problems.append(ConfigProblem(line=place.line_of(key), message=why))
    return Settings(
        clients=tuple(clients),
        preferences=preferences,
        refresh_seconds=refresh_seconds,
        database_url=database_url,
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
    )


def client_sections(
    document: Mapping[str, Any], sections: Sequence[Section], *, refresh_seconds: float
) -> Iterator[ClientSection]:
    """Every client of the parsed ``document``, right or wrong, with the lines it stands in."""
    all_said = document.get(CLIENTS, [])
    headed = [section for section in sections if section.table == CLIENTS]
    if not isinstance(all_said, list) or not all(isinstance(said, dict) for said in all_said):
        where = headed[0] if headed else sections[0]
        message = translate("Settings", "Every client is a section of its own that begins with [[{table}]].").format(
            table=CLIENTS
        )
        problem = ConfigProblem(line=where.line_of(CLIENTS), message=message)
        yield ClientSection(said={}, where=where, config=None, problems=(problem,))
        return
    places = headed if len(headed) == len(all_said) else [sections[0]] * len(all_said)
    lines: dict[ClientId, int] = {}
    for said, where in zip(all_said, places, strict=True):
        found = read_client(said, refresh_seconds=refresh_seconds)
        config = found if isinstance(found, ClientConfig) else None
        wrong = {} if isinstance(found, ClientConfig) else found
        if config is not None and config.id in lines:
            wrong = {
                "id": translate("Settings", "“{id}” is already the id of the client in line {line}.").format(
                    id=config.id, line=lines[config.id]
                )
            }
            config = None
        if config is not None:
            lines[config.id] = where.line_of("id")
        left_out = translate("Settings", "{message} {client} is left out.")
        problems = tuple(
            ConfigProblem(
                line=where.line_of(key),
                message=message if config is not None else left_out.format(message=message, client=_called(said)),
            )
            for key, message in (wrong if config is None else warnings(config)).items()
        )
        yield ClientSection(said=said, where=where, config=config, problems=problems)


def _called(said: Mapping[str, Any]) -> str:
    """How to name a client whose section is wrong."""
    for key in ("name", "id"):
        if isinstance(said.get(key), str) and said[key].strip():
            return f"“{said[key].strip()}”"
    return translate("Settings", "This client")
