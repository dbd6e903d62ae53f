"""``database_url`` of config.toml: which database remembers what no client knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mydia_desktop.config.wrong_value import WrongValueError
from mydia_desktop.domain.sentence import translate

_SCHEMES = {
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabasePlace:
    """Where a database is, as anybody may see it: without a user and a password."""

    file: Path | None = None
    """The profile's own; None if the database is a server's."""
    host: str = ""
    """With its port, if that is named."""
    name: str = ""
    """What the server calls the database."""


def database_place(url: str | None, *, own: Path) -> DatabasePlace | None:
    """Where the database of ``Settings.database_url`` is; None if that is wrong and so none is used."""
    if url is None:
        return None
    if not url:
        return DatabasePlace(file=own)
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if parts.hostname and ":" in parts.hostname else parts.hostname or ""
    return DatabasePlace(host=f"{host}:{parts.port}" if parts.port else host, name=unquote(parts.path.strip("/")))


def read_database_url(value: object) -> str:
    """The address in the one spelling that is used inside; empty for the profile's own file.

    Never quotes the address: a password may be in it.

    Raises:
        WrongValueError: it is no address of a PostgreSQL.
    """
    if not isinstance(value, str):
        raise WrongValueError(translate("Settings", "database_url is text, in quotation marks."))
    if not value.strip():
        return ""
    try:
        parts = urlsplit(value.strip())
        parts.port  # noqa: B018 - it is read only where asked for, and may make no sense
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in _SCHEMES or not parts.hostname or not parts.path.strip("/"):
        raise WrongValueError(
            translate("Settings", "database_url looks like postgresql://user@host/database, or is empty.")
        )
    return parts._replace(scheme=_SCHEMES[parts.scheme]).geturl()
