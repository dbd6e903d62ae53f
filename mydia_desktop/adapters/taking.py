"""What is said of a release that a client does not understand."""

from __future__ import annotations

from collections.abc import Mapping

from mydia_desktop.domain.command import Added, Outcome
from mydia_desktop.domain.release import Payload

_KINDS: Mapping[Payload, str] = {
    Payload.TORRENT_V1: "torrents",
    Payload.TORRENT_V2: "torrents of version 2",
    Payload.TORRENT_HYBRID: "torrents that are of version 1 and 2 at once",
    Payload.NZB: "Usenet",
}


def not_taken(name: str, program: str, payload: Payload) -> Added:
    """The refusal; ``program`` is what the client is, with its version."""
    return Added(
        outcome=Outcome.REFUSED,
        message=f"{name} is {program}, which does not understand {_KINDS[payload]}. Choose another client, or another "
        "release.",
    )
