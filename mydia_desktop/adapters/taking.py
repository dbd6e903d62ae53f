"""Which releases a client understands, in words for who chose another."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mydia_desktop.domain.command import Added, Outcome
from mydia_desktop.domain.release import Payload

_KINDS: Mapping[Payload, str] = {
    Payload.TORRENT_V1: "BitTorrent v1",
    Payload.TORRENT_V2: "BitTorrent v2",
    Payload.TORRENT_HYBRID: "hybrid (v1 and v2) torrents",
    Payload.NZB: "Usenet",
}


def not_taken(name: str, program: str, payload: Payload, takes: Collection[Payload]) -> Added:
    """The refusal of a release; ``program`` is what the client is, with its version."""
    known = " and ".join(_KINDS[kind] for kind in Payload if kind in takes)
    return Added(
        outcome=Outcome.REFUSED,
        message=f"{name} is {program}, which does not understand {_KINDS[payload]}, only {known}. "
        "Choose another client or another release.",
    )
