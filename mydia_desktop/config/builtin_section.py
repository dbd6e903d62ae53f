"""What a ``[[clients]]`` section of kind ``builtin`` says beyond what every section may say."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mydia_desktop.config.builtin_options import ENCRYPTIONS, PROXIES, BuiltinOptions, Encryption
from mydia_desktop.config.wrong_value import WrongValueError
from mydia_desktop.domain.sentence import translate

_MOST_BYTES = 2**31 - 1
_MOST_ACTIVE = 1000
_HIGHEST_RATIO = 1000.0
_INTERFACE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


def read_options(section: Mapping[str, Any]) -> tuple[BuiltinOptions | None, dict[str, str]]:
    """The options, or for every key that is missing or wrong a sentence that says why."""
    known: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for key, read in _READERS.items():
        if key in section:
            try:
                known[key] = read(section[key])
            except WrongValueError as error:
                wrong[key] = str(error)
    if "folder" not in section:
        wrong["folder"] = "folder is missing: where the built-in client puts its downloads."
    return (None if wrong else BuiltinOptions(**known)), wrong


def checked(options: BuiltinOptions) -> dict[str, str]:
    """For every key that would be wrong in config.toml a sentence that says why."""
    return read_options({key: getattr(options, key) for key in _READERS})[1]


def tidied(options: BuiltinOptions) -> BuiltinOptions:
    """As reading it back from config.toml would give it; only for options that are right."""
    return read_options({key: getattr(options, key) for key in _READERS})[0] or options


def option_values(options: BuiltinOptions) -> dict[str, Any]:
    """What the section would have to say, key by key."""
    return {key: getattr(options, key) for key in _READERS} | {
        "interface": options.interface or None,
        "proxy": options.proxy or None,
    }


def _folder(value: object) -> str:
    path = Path(value).expanduser() if isinstance(value, str) and value.strip() else None
    if path is None or not path.is_absolute():
        raise WrongValueError(
            translate("Settings", "folder is a whole path, such as “/home/me/Downloads” or “~/Downloads”.")
        )
    return str(path)


def _interface(value: object) -> str:
    if not isinstance(value, str):
        raise WrongValueError(translate("Settings", "interface is text, in quotation marks."))
    try:
        return str(ipaddress.ip_address(value.strip("[]"))) if value else ""
    except ValueError:
        if not _INTERFACE.fullmatch(value):
            raise WrongValueError(
                translate("Settings", "interface is an address, or the name of a network interface such as “tun0”.")
            ) from None
        return value


def _encryption(value: object) -> Encryption:
    if value not in ENCRYPTIONS:
        raise WrongValueError(
            translate("Settings", "encryption is one of {choices}.").format(choices=", ".join(ENCRYPTIONS))
        )
    return value


def _proxy(value: object) -> str:
    """Never quotes the address: a password may be in it."""
    if not isinstance(value, str):
        raise WrongValueError(translate("Settings", "proxy is text, in quotation marks."))
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise WrongValueError(
            translate("Settings", "proxy is no address: its host or its port makes no sense.")
        ) from None
    if parts.username is not None or parts.password is not None:
        raise WrongValueError(
            translate(
                "Settings", "proxy holds a user name; write username on its own, and the password in the settings."
            )
        )
    if parts.scheme not in PROXIES or not parts.hostname or port == 0 or parts.path.strip("/"):
        raise WrongValueError(
            translate("Settings", "proxy looks like socks5://localhost:1080 or http://localhost:8080.")
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}:{port or PROXIES[parts.scheme]}"


def _ratio(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _HIGHEST_RATIO:
        raise WrongValueError(
            translate("Settings", "seed_ratio is a number from 0 to {most}; 0 offers for ever.").format(
                most=f"{_HIGHEST_RATIO:g}"
            )
        )
    return float(value)


def _whole(key: str, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise WrongValueError(
                translate("Settings", "{key} is a whole number from 0 to {most}.").format(key=key, most=most)
            )
        return value

    return read


def _switch(key: str) -> Callable[[object], bool]:
    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise WrongValueError(
                translate("Settings", "{key} is true or false, without quotation marks.").format(key=key)
            )
        return value

    return read


_READERS: Mapping[str, Callable[[object], object]] = {
    "folder": _folder,
    "port": _whole("port", 65535),
    "interface": _interface,
    "download_limit": _whole("download_limit", _MOST_BYTES),
    "upload_limit": _whole("upload_limit", _MOST_BYTES),
    "active_downloads": _whole("active_downloads", _MOST_ACTIVE),
    "dht": _switch("dht"),
    "lsd": _switch("lsd"),
    "pex": _switch("pex"),
    "utp": _switch("utp"),
    "encryption": _encryption,
    "proxy": _proxy,
    "seed_ratio": _ratio,
}
