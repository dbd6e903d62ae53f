"""What helps whoever is asked for help, and nothing that lets anybody in or says who somebody is."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields
from urllib.parse import urlsplit

from mydia_desktop import __version__
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.database import DatabasePlace
from mydia_desktop.config.local_folders import is_here
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId


def diagnostics(
    *,
    versions: Mapping[str, str],
    clients: Iterable[ClientConfig],
    states: Mapping[ClientId, ClientState],
    preferences: Preferences,
    database: DatabasePlace | None,
) -> str:
    """Lines of text. Clients have numbers in place of names; addresses, users, folders and commands are left out."""
    lines = [f"Mydia Desktop {__version__}", f"Python {platform.python_version()} on {sys.platform}"]
    lines += [f"{name} {version}" for name, version in versions.items()]
    lines.append(f"System: {platform.system()} {platform.release()} {platform.machine()}")
    lines.append(f"Database: {_database(database)}")
    for number, config in enumerate(clients, 1):
        lines.append(f"Client {number}: {', '.join(_client(config, states.get(config.id)))}")
    lines += _preferences(preferences)
    return "\n".join(lines) + "\n"


def _database(database: DatabasePlace | None) -> str:
    if database is None:
        return "none, its address is not understood"
    return "PostgreSQL" if database.file is None else "SQLite"


def _client(config: ClientConfig, state: ClientState | None) -> list[str]:
    said: list[str] = [config.kind]
    if state is not None and state.facts is not None:
        said.append(f"{state.facts.version} (API {state.facts.api})")
    said.append(urlsplit(config.url).scheme)
    said.append("on this computer" if is_here(config) else "elsewhere")
    if not config.enabled:
        said.append("switched off")
    if not config.verify_tls:
        said.append("certificate not checked")
    if config.ca_file or config.certificate_sha256:
        said.append("own certificate")
    if config.path_map:
        said.append(f"{len(config.path_map)} folders mapped")
    said.append(f"asked every {config.refresh_seconds:g} s, {config.hidden_refresh_seconds:g} s when hidden")
    if state is not None:
        said.append(state.phase.value)
        if state.problem is not None:
            said.append(f"problem: {state.problem.cause.value}")
        if state.latency is not None:
            said.append(f"{state.latency * 1000:.0f} ms")
        said.append(f"{state.transfers} downloads")
    return said


def _preferences(preferences: Preferences) -> list[str]:
    importing = preferences.importing
    said = (
        "on" if importing.folder else "off",
        importing.method.value,
        "own command" if importing.command else "no command",
        f"{'removed' if importing.remove_when_seeded else 'kept'} when seeded",
    )
    lines = [f"Import: {', '.join(said)}"]
    for name in ("appearance", "records", "notifications", "general"):
        part = getattr(preferences, name)
        lines.append(f"{name.title()}: {', '.join(f'{key.name} {getattr(part, key.name)}' for key in fields(part))}")
    lines.append(f"Shortcuts: {len(preferences.shortcuts)} changed")
    return lines
