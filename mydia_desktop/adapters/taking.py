"""What is said of a release that a client does not understand."""

from __future__ import annotations

from collections.abc import Mapping

from mydia_desktop.domain.command import Added, Outcome
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.sentence import translate

_KINDS: Mapping[Payload, str] = {
    Payload.TORRENT_V1: translate("Release", "torrents"),
    Payload.TORRENT_V2: translate("Release", "torrents of version 2"),
    Payload.TORRENT_HYBRID: translate("Release", "torrents that are of version 1 and 2 at once"),
    Payload.NZB: translate("Release", "Usenet"),
}


def not_taken(name: str, program: str, payload: Payload) -> Added:
    """The refusal; ``program`` is what the client is, with its version."""
    return Added(
        outcome=Outcome.REFUSED,
        message=translate(
            "Release",
            "{name} is {program}, which does not understand {what}. Choose another client, or another release.",
        ).format(name=name, program=program, what=_KINDS[payload]),
    )
