"""What one ``[[clients]]`` section says, checked; and what it would have to say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from mydia_desktop.config.builtin_options import address_of, why_not_here
from mydia_desktop.config.builtin_section import option_values, read_options
from mydia_desktop.config.clients import KINDS, ClientConfig, Kind, join_url
from mydia_desktop.config.preferences import plain_number
from mydia_desktop.config.wrong_value import WrongValueError
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import ClientId

BUILTIN: Kind = "builtin"
REFRESH_SECONDS = (0.5, 3600.0)
"""Between two questions: the shortest and the longest."""
_HIDDEN_REFRESH_SECONDS = (1.0, 3600.0)
_PRIORITY = (0, 1000)
_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_UNFIT_IN_URL = re.compile(r"[\s\x00-\x1f\x7f\\]")


def read_client(section: Mapping[str, Any], *, refresh_seconds: float) -> ClientConfig | dict[str, str]:
    """The client, or for every key that is missing or wrong a sentence that says why.

    ``refresh_seconds`` is for a client that names none itself. Keys nobody here knows are none of our business.
    """
    wrong: dict[str, str] = {}
    known: dict[str, Any] = {"refresh_seconds": refresh_seconds}
    inside = section.get("kind") == BUILTIN
    for key, read in _READERS.items():
        if inside and key == "url":
            continue
        if key in section:
            try:
                known[key] = read(section[key])
            except WrongValueError as error:
                wrong[key] = str(error)
        elif key in _NEEDED:
            wrong[key] = translate("Settings", "{key} is missing: {what}.").format(key=key, what=_NEEDED[key])
    if inside:
        known["builtin"], wrong_options = read_options(section)
        known["url"] = address_of(known.get("id", ""))
        wrong |= wrong_options
    if wrong:
        return wrong
    known.setdefault("name", known["id"])
    return ClientConfig(**known)


def warnings(config: ClientConfig) -> dict[str, str]:
    """What is worth a word, although the client can run."""
    if config.ca_file is not None and not Path(config.ca_file).expanduser().is_file():
        return {"ca_file": translate("Settings", "ca_file is not there, so no certificate can be checked with it.")}
    return {}


def client_values(config: ClientConfig) -> dict[str, Any]:
    """What a section would have to say for this client, key by key; a key that is None need not be there."""
    return {
        "id": str(config.id),
        "kind": config.kind,
        "name": config.name,
        "url": config.url if config.builtin is None else None,
        "username": config.username or None,
        "password": config.password,
        "priority": config.priority,
        "category": config.category or None,
        "enabled": config.enabled,
        "verify_tls": config.verify_tls,
        "ca_file": config.ca_file,
        "certificate_sha256": config.certificate_sha256,
        "path_map": [{"remote": pair.remote, "local": pair.local} for pair in config.path_map] or None,
        "refresh_seconds": plain_number(config.refresh_seconds),
        "hidden_refresh_seconds": plain_number(config.hidden_refresh_seconds),
        "uuid": config.uuid,
        "uuid_url": config.uuid_url,
    } | (option_values(config.builtin) if config.builtin is not None else {})


def _text(key: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise WrongValueError(translate("Settings", "{key} is text, in quotation marks.").format(key=key))
        return value

    return read


def _optional(key: str) -> Callable[[object], str | None]:
    text = _text(key)
    return lambda value: text(value) or None


def _switch(key: str) -> Callable[[object], bool]:
    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise WrongValueError(
                translate("Settings", "{key} is true or false, without quotation marks.").format(key=key)
            )
        return value

    return read


def seconds(key: str, limits: tuple[float, float]) -> Callable[[object], float]:
    """Reads a number of seconds within these limits.

    What is returned raises WrongValueError.
    """

    def read(value: object) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not limits[0] <= cast("float", value) <= limits[1]:
            raise WrongValueError(
                translate("Settings", "{key} is a number of seconds from {low} to {high}.").format(
                    key=key, low=f"{limits[0]:g}", high=f"{limits[1]:g}"
                )
            )
        return float(cast("float", value))

    return read


def _id(value: object) -> ClientId:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise WrongValueError(
            translate("Settings", "id is a short word of small letters, digits and hyphens, such as “nas”.")
        )
    return ClientId(value)


def _kind(value: object) -> Kind:
    if not isinstance(value, str) or value not in KINDS:
        raise WrongValueError(translate("Settings", "kind is one of {kinds}.").format(kinds=", ".join(KINDS)))
    if value == BUILTIN and (reason := why_not_here()):
        raise WrongValueError(reason)
    return cast("Kind", value)


def _name(value: object) -> str:
    name = _text("name")(value).strip()
    if not name:
        raise WrongValueError(translate("Settings", "name is empty; its downloads are labelled with it."))
    return name


def _url(value: object) -> str:
    """Never quotes the address: a password may be in it."""
    text = _text("url")(value)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise WrongValueError(
            translate("Settings", "url is no address: its host or its port makes no sense.")
        ) from None
    if parts.scheme not in ("http", "https"):
        raise WrongValueError(translate("Settings", "url begins with http:// or https://."))
    if parts.username is not None or parts.password is not None:
        raise WrongValueError(
            translate("Settings", "url holds a user name; write username on its own, and the password in the settings.")
        )
    if not parts.hostname or port == 0 or _UNFIT_IN_URL.search(text):
        raise WrongValueError(translate("Settings", "url is no address; it looks like http://nas.local:9091."))
    if "?" in text or "#" in text:
        raise WrongValueError(translate("Settings", "url ends before any ? or #."))
    return join_url(scheme=parts.scheme, host=parts.hostname, port=port, path=parts.path)


def _priority(value: object) -> int:
    low, high = _PRIORITY
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise WrongValueError(
            translate("Settings", "priority is a whole number from {low} to {high}.").format(low=low, high=high)
        )
    return value


def _fingerprint(value: object) -> str | None:
    digits = re.sub(r"[\s:]", "", _text("certificate_sha256")(value)).lower()
    if digits and not _FINGERPRINT.fullmatch(digits):
        raise WrongValueError(
            translate("Settings", "certificate_sha256 is a SHA-256 fingerprint: 64 hexadecimal digits.")
        )
    return digits or None


def _path_map(value: object) -> tuple[PathMapping, ...]:
    return tuple(_path_mapping(pair) for pair in value) if isinstance(value, list) else (_path_mapping(value),)


def _path_mapping(value: object) -> PathMapping:
    match value:
        case {"remote": str(remote), "local": str(local)} if remote and local:
            return PathMapping(remote=remote, local=local)
    raise WrongValueError(translate("Settings", 'path_map looks like [{ remote = "/data", local = "/mnt/nas" }].'))


_READERS: Mapping[str, Callable[[object], object]] = {
    "id": _id,
    "kind": _kind,
    "name": _name,
    "url": _url,
    "username": _text("username"),
    "password": _optional("password"),
    "priority": _priority,
    "category": _text("category"),
    "enabled": _switch("enabled"),
    "verify_tls": _switch("verify_tls"),
    "ca_file": _optional("ca_file"),
    "certificate_sha256": _fingerprint,
    "path_map": _path_map,
    "refresh_seconds": seconds("refresh_seconds", REFRESH_SECONDS),
    "hidden_refresh_seconds": seconds("hidden_refresh_seconds", _HIDDEN_REFRESH_SECONDS),
    "uuid": _optional("uuid"),
    "uuid_url": _optional("uuid_url"),
}

_NEEDED = {
    "id": translate("Settings", "a short word that names this client for good, such as “nas”"),
    "kind": translate("Settings", "which program it is, one of {kinds}").format(kinds=", ".join(KINDS)),
    "url": translate("Settings", "where it answers, such as http://nas.local:9091"),
}
