"""What a path of a client is on this computer."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from urllib.parse import urlsplit

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.paths import PathMapping, to_local


def is_here(config: ClientConfig) -> bool:
    """Whether the client runs on this computer, so that its paths are ours."""
    if config.builtin is not None:
        return True
    host = urlsplit(config.url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def local_path(path: str, config: ClientConfig) -> Path | None:
    """The same path here, by the client's mappings or because it runs here; None if there is no way to say."""
    if not path:
        return None
    mapped = to_local(path, config.path_map)
    if mapped is None and is_here(config):
        # Mapped onto itself, so that the same paths are refused as with a mapping.
        mapped = to_local(path, (PathMapping(remote="/", local="/"),)) if path.startswith("/") else Path(path)
    return mapped
