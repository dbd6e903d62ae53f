"""Every kind of client we speak. A new one is a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from mydia_desktop.adapters.builtin_lobby import Lobby
from mydia_desktop.config.clients import ClientConfig, Kind
from mydia_desktop.domain.client import Adapter


class _Kind(NamedTuple):
    module: str
    adapter: str


# By name, so that a window with one kind of client does not load the code of the others.
_KINDS: Mapping[Kind, _Kind] = MappingProxyType(
    {
        "transmission": _Kind("mydia_desktop.adapters.transmission", "TransmissionAdapter"),
        "qbittorrent": _Kind("mydia_desktop.adapters.qbittorrent", "QbittorrentAdapter"),
    }
)


def build_adapter(config: ClientConfig, password: Callable[[], str | None], lobby: Lobby | None = None) -> Adapter:
    """The adapter for this client. It asks for the password when it first needs it, in the thread that uses it.

    In the ``lobby`` the sessions of clients inside this program change hands; those need one.
    """
    if config.kind == "builtin":
        if lobby is None:
            raise ValueError(f"{config.id} runs inside this program, and needs a place for its session")
        from mydia_desktop.adapters.builtin import BuiltinAdapter  # noqa: PLC0415 - libtorrent may not be here

        return BuiltinAdapter(config, password, lobby)
    kind = _KINDS[config.kind]
    build = getattr(import_module(kind.module), kind.adapter)
    return cast("Adapter", build(config, password))
