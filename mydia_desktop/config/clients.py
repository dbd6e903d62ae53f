"""One ``[[clients]]`` section of config.toml as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from mydia_desktop.config.builtin_options import USUAL_PORT, BuiltinOptions
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId

Kind = Literal["transmission", "qbittorrent", "builtin"]


class KindInfo(NamedTuple):
    """What a person knows of a kind of client: what its program is called, and where it usually listens."""

    title: str
    default_port: int


KINDS: Mapping[Kind, KindInfo] = MappingProxyType(
    {
        "transmission": KindInfo("Transmission", 9091),
        "qbittorrent": KindInfo("qBittorrent", 8080),
        "builtin": KindInfo("Built-in client", USUAL_PORT),
    }
)

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """A configured client. Checked by ``config.settings``; adapters may rely on it."""

    id: ClientId
    kind: Kind
    name: str
    url: str
    """Scheme, host, port and perhaps a path (reverse proxies), as ``join_url`` writes them; of the built-in client
    what ``builtin_options.address_of`` says."""
    username: str = ""
    password: str | None = None
    """Only for people who chose to write it down; normally None, and asked of the system keyring."""
    priority: int = 1
    category: str = ""
    enabled: bool = True
    verify_tls: bool = True
    ca_file: str | None = None
    certificate_sha256: str | None = None
    """64 lower-case hex digits of the one certificate accepted, whoever signed it."""
    path_map: tuple[PathMapping, ...] = ()
    builtin: BuiltinOptions | None = None
    """How the client inside this program is set; None for all other kinds."""
    refresh_seconds: float = 1.0
    hidden_refresh_seconds: float = 30.0
    """Between two questions while no window shows the answer."""
    uuid: str | None = None
    """Which client of the database it is; written by the program."""
    uuid_url: str | None = None
    """The address at which it was that client, as this computer knows it; written together with ``uuid``.

    Other desktops may reach the same client at another address, so the database can't say whether it moved.
    """

    def __repr__(self) -> str:
        """Name it without what is secret in it."""
        return f"ClientConfig({self.id!r}, {self.kind!r}, {self.url!r})"

    @property
    def address(self) -> str:
        """``host:port``, for messages."""
        if self.builtin is not None:
            return "this computer"
        parts = urlsplit(self.url)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        return f"{host}:{parts.port or DEFAULT_PORTS[parts.scheme]}"


class Binding(NamedTuple):
    """Which client of the database a section is, and the address at which it is that."""

    uuid: str
    url: str


def join_url(*, scheme: str, host: str, port: int | str | None, path: str) -> str:
    """The parts of an address in its one spelling: small letters in the host, and no slash at the end."""
    bare = host.lower().removeprefix("[").removesuffix("]")
    address = f"[{bare}]" if ":" in bare else bare
    inner = path.strip("/")
    return f"{scheme}://{address}{f':{port}' if port else ''}{f'/{inner}' if inner else ''}"
