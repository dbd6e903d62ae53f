"""``database_url`` of config.toml: which database remembers what no client knows."""

from __future__ import annotations

from urllib.parse import urlsplit

from mydia_desktop.config.wrong_value import WrongValueError

_SCHEMES = {
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def read_database_url(value: object) -> str:
    """The address in the one spelling that is used inside; empty for the profile's own file.

    Never quotes the address: a password may be in it.

    Raises:
        WrongValueError: it is no address of a PostgreSQL.
    """
    if not isinstance(value, str):
        raise WrongValueError("database_url is text, in quotation marks.")
    if not value.strip():
        return ""
    try:
        parts = urlsplit(value.strip())
        parts.port  # noqa: B018 - it is read only where asked for, and may make no sense
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in _SCHEMES or not parts.hostname or not parts.path.strip("/"):
        raise WrongValueError("database_url looks like postgresql://user@host/database, or is empty.")
    return parts._replace(scheme=_SCHEMES[parts.scheme]).geturl()
