"""Addresses as they may be kept and shown: without user names, passwords and passkeys."""

from __future__ import annotations

from urllib.parse import urlsplit


def redacted(url: str) -> str:
    """Scheme, host and port of an address; a path may be a passkey too, and the query often holds one."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}:{port}" if port else f"{parts.scheme}://{shown}"
