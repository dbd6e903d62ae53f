"""A client's address as people type, paste and read it: scheme, host, port and path apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from mydia_desktop.config.clients import join_url

_NAME = re.compile(r"[^\s/?#@:\[\]\\%]+")
_NUMBER_6 = re.compile(r"[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
_MORE_THAN_HOST = re.compile(r"([^\s/:]+|\[[^\]]+\])(:\d{1,5}(/.*)?|/.*)")

# What a browser shows for the web page of a client itself; the programs' own paths begin below the address.
_OWN_PAGES = re.compile(r"/(transmission(/web|/rpc)?)?(/index\.html)?/*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The parts of a URL. ``port`` is text, because it is typed; empty means the scheme's usual one."""

    scheme: str = "http"
    host: str = ""
    port: str = ""
    path: str = ""

    @classmethod
    def of(cls, url: str) -> Address:
        """Take a checked URL apart, as config.toml has it."""
        parts = urlsplit(url)
        port = str(parts.port) if parts.port else ""
        return cls(scheme=parts.scheme, host=parts.hostname or "", port=port, path=parts.path)

    @property
    def url(self) -> str:
        """The parts as one URL, in the one spelling that config.toml is read to."""
        return join_url(scheme=self.scheme, host=self.host.strip(), port=self.port.lstrip("0"), path=self.path.strip())


def host_is_sound(host: str) -> bool:
    """Whether this can be the name or number of a computer; an IPv6 number may stand in brackets."""
    bare = host.removeprefix("[").removesuffix("]")
    return bool(_NAME.fullmatch(host) or _NUMBER_6.fullmatch(bare))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a pasted URL told: the address, and the user name and password if it had them."""

    address: Address
    username: str = ""
    password: str = ""


def pasted(text: str, *, scheme: str) -> Pasted | None:
    """Read a whole URL, ``host:port`` or ``host/path`` from what was put into the host field; None for just a host."""
    text = text.strip()
    if "://" not in text and not _MORE_THAN_HOST.fullmatch(text):
        return None
    try:
        parts = urlsplit(text if "://" in text else f"{scheme}://{text}")
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    path = _OWN_PAGES.sub("", parts.path)
    return Pasted(
        address=Address(
            scheme=parts.scheme,
            host=parts.hostname,
            port=str(port) if port else "",
            path=path,
        ),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )
