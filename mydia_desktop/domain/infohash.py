"""What names a torrent everywhere: the hash of its ``info``, of the first and of the second version of BitTorrent."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Final

from mydia_desktop.domain.release import Payload

_HEX_V1: Final = re.compile(r"[0-9a-f]{40}", re.IGNORECASE | re.ASCII)
_BASE32: Final = re.compile(r"[a-z2-7]{32}", re.IGNORECASE | re.ASCII)
_HEX_V2: Final = re.compile(r"[0-9a-f]{64}", re.IGNORECASE | re.ASCII)


def v1_of(raw_info: bytes) -> str:
    """The v1 infohash of ``info`` as it stands in the file, byte for byte."""
    return hashlib.sha1(raw_info, usedforsecurity=False).hexdigest()


def v2_of(raw_info: bytes) -> str:
    """The v2 infohash of ``info`` as it stands in the file, byte for byte."""
    return hashlib.sha256(raw_info).hexdigest()


def read_v1(text: str) -> str | None:
    """A v1 infohash as people and magnets write it, 40 hex digits or 32 of base32, as hex; None if it is none."""
    if _HEX_V1.fullmatch(text):
        return text.lower()
    if _BASE32.fullmatch(text):
        return base64.b32decode(text.upper()).hex()
    return None


def read_v2(text: str) -> str | None:
    """A v2 infohash, 64 hex digits, in lower case; None if it is none."""
    return text.lower() if _HEX_V2.fullmatch(text) else None


def payload_of(v1: str | None, v2: str | None) -> Payload:
    """What a client has to understand for a torrent that has these hashes; at least one."""
    if v1 and v2:
        return Payload.TORRENT_HYBRID
    return Payload.TORRENT_V1 if v1 else Payload.TORRENT_V2
