"""Addresses as they may be kept and shown: without user names, passwords and passkeys."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mydia_desktop.domain.magnet import bare, is_magnet, read_magnet
from mydia_desktop.domain.release import ReleaseError

_ADDRESS = re.compile(r"(?:magnet:\?|(?:https?|udp|wss?|ftp)://)[^\s<>\"']+", re.IGNORECASE)
_NOT_SHOWN = "[address]"


def redacted(url: str) -> str:
    """Scheme, host and port of a web address, the infohashes of a magnet link; empty for what is neither.

    A key can stand anywhere in the rest: in the query, in the path, in the address of a tracker.
    """
    if is_magnet(url):
        try:
            release = read_magnet(url)
        except ReleaseError:
            return ""
        return bare(release.v1, release.v2)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # brackets without an IPv6 address, a port that is no number
        return ""
    if not host:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}:{port}" if port else f"{parts.scheme}://{shown}"


def redacted_text(text: str) -> str:
    """Words in which addresses may stand, such as a client's or a tracker's, with each of them redacted."""
    return _ADDRESS.sub(lambda found: redacted(found[0]) or _NOT_SHOWN, text)
