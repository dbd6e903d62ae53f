"""Which clients can take a release, and why the others can't now."""

from __future__ import annotations

from collections.abc import Mapping

from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState, Phase

_KINDS: Mapping[Payload, str] = {
    Payload.TORRENT_V1: translate("Release", "torrents"),
    Payload.TORRENT_V2: translate("Release", "torrents that are only BitTorrent v2"),
    Payload.TORRENT_HYBRID: translate("Release", "hybrid torrents"),
    Payload.NZB: translate("Release", "NZB files"),
}


def obstacle(client: ClientState, payload: Payload) -> str:
    """Why this client can't take such a release now, and what to do; empty if it can."""
    if client.phase is Phase.DISABLED:
        return translate(
            "Release", "{name} is switched off in the settings. Switch it on, or choose another client."
        ).format(name=client.name)
    if client.takes and payload not in client.takes:
        return _unable(client, payload)
    if not client.live:
        return translate(
            "Release", "{name} does not answer at the moment. Add this when it does, or choose another client."
        ).format(name=client.name)
    return "" if payload in client.takes else _unable(client, payload)


def obstacle_everywhere(payload: Payload) -> str:
    """What to say where no client takes such a release."""
    if payload is Payload.NZB:
        return translate(
            "Release", "None of your clients takes NZB files. Add a Usenet client in the settings, or choose a torrent."
        )
    return translate(
        "Release", "None of your clients takes {what}. Choose another release, or add a client that can."
    ).format(what=_KINDS[payload])


def may_take(client: ClientState, payload: Payload) -> bool:
    """Whether it takes such a release, or has not said yet what it takes."""
    return client.phase is not Phase.DISABLED and (not client.takes or payload in client.takes)


def _unable(client: ClientState, payload: Payload) -> str:
    if payload is Payload.NZB:
        return translate(
            "Release", "{name} takes no NZB files. Choose a Usenet client, or a torrent of the same."
        ).format(name=client.name)
    if payload is Payload.TORRENT_V2:
        return translate(
            "Release",
            "{name} can't take torrents that are only BitTorrent v2. Choose another client, or a v1 or "
            "hybrid torrent of the same.",
        ).format(name=client.name)
    return translate("Release", "{name} can't take {what}. Choose another client.").format(
        name=client.name, what=_KINDS[payload]
    )
