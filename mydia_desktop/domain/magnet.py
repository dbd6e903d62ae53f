"""Magnet links, and bare infohashes, which are magnet links without anything around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote, unquote_plus, urlsplit

from mydia_desktop.domain.infohash import payload_of, read_v1, read_v2
from mydia_desktop.domain.release import Release, ReleaseError
from mydia_desktop.domain.sentence import translate

SCHEME: Final = "magnet:"
LONGEST: Final = 64 * 1024
"""Characters; one with two hundred trackers has some 10,000."""
_V1, _V2, _SHA256 = "urn:btih:", "urn:btmh:", "1220"


class _Parameter(NamedTuple):
    name: str
    """Lower case, without the number some have, as in ``xt.1``."""
    raw: str
    """The whole of it, as it stands in the link."""
    value: str


def is_magnet(text: str) -> bool:
    """Whether this is meant as a magnet link, good or bad."""
    return text[: len(SCHEME)].lower() == SCHEME


def is_hash(text: str) -> bool:
    """Whether this is a bare infohash: 40 or 64 hex digits, or 32 of base32."""
    return bool(read_v1(text) or read_v2(text))


def read_magnet(text: str) -> Release:
    """Read a magnet link or a bare infohash.

    The link that comes with the release names its hashes first and in hex, which every client understands.

    Raises:
        ReleaseError: it names no torrent, more than one, or one with a hash that can't be right.
    """
    text = text.strip()
    if is_hash(text):
        return _release(read_v1(text), read_v2(text), ())
    if not is_magnet(text):
        raise ReleaseError(translate("Release", "This is not a magnet link: those begin with “magnet:?”."))
    if len(text) > LONGEST:
        raise ReleaseError(
            translate(
                "Release", "This magnet link is longer than {most} characters. Ask its site for a .torrent file."
            ).format(most=f"{LONGEST:,}")
        )
    parameters = list(_parameters(text))
    topics = [parameter.value for parameter in parameters if parameter.name == "xt"]
    v1 = _only(_hashes(topics, _V1))
    v2 = _only(_hashes(topics, _V2))
    if not v1 and not v2:
        raise ReleaseError(_why_none(topics))
    return _release(v1, v2, [parameter for parameter in parameters if parameter.name != "xt"])


def bare(v1: str | None, v2: str | None) -> str:
    """The shortest magnet link of a torrent with these hashes; at least one."""
    topics = [f"xt={_V1}{v1}"] if v1 else []
    topics += [f"xt={_V2}{_SHA256}{v2}"] if v2 else []
    return f"{SCHEME}?{'&'.join(topics)}"


def _release(v1: str | None, v2: str | None, others: Sequence[_Parameter]) -> Release:
    names = [parameter.value.strip() for parameter in others if parameter.name == "dn"]
    return Release(
        name=next(filter(None, names), v1 or v2 or ""),
        payload=payload_of(v1, v2),
        magnet="&".join([bare(v1, v2), *(parameter.raw for parameter in others)]),
        v1=v1,
        v2=v2,
        trackers=host_names(parameter.value for parameter in others if parameter.name == "tr"),
    )


def host_names(urls: Iterable[str]) -> tuple[str, ...]:
    """The hosts of these addresses, each once, in order; an address without one is left out."""
    hosts: dict[str, None] = {}
    for url in urls:
        try:
            host = urlsplit(url.strip()).hostname
        except ValueError:  # brackets that hold no IPv6 address
            continue
        if host:
            hosts[host] = None
    return tuple(hosts)


def _parameters(text: str) -> Iterable[_Parameter]:
    # Copied out of a page's source, every & is written &amp;.
    query = text[len(SCHEME) :].replace("&amp;", "&").partition("#")[0].removeprefix("?")
    for raw in query.split("&"):
        name, equals, value = raw.partition("=")
        if equals:
            name = unquote(name).lower().partition(".")[0]
            # A plus sign is a space in names, as sites write them, and itself in addresses.
            yield _Parameter(name, raw, unquote_plus(value) if name == "dn" else unquote(value))


def _hashes(topics: Iterable[str], kind: str) -> set[str]:
    """The good infohashes of one kind among these topics."""
    found = set()
    for topic in topics:
        if topic[: len(kind)].lower() == kind:
            digits = topic[len(kind) :].strip()
            if kind == _V1:
                found.add(read_v1(digits))
            elif digits.startswith(_SHA256):
                found.add(read_v2(digits[len(_SHA256) :]))
    return {digits for digits in found if digits}


def _only(hashes: set[str]) -> str | None:
    if len(hashes) > 1:
        raise ReleaseError(
            translate("Release", "This magnet link names several torrents at once. Add each by a link of its own.")
        )
    return next(iter(hashes), None)


def _why_none(topics: list[str]) -> str:
    if any(topic.lower().startswith((_V1, _V2)) for topic in topics):
        return (
            "The infohash in this magnet link is damaged: it is too short, too long or has wrong letters. "
            "Copy the whole link again."
        )
    if topics:
        return "This magnet link is for another network than BitTorrent. No client here can use it."
    return "This magnet link names no torrent: it has no “xt=urn:btih:…” in it. Copy the whole link again."
