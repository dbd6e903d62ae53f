"""Words for the quality of a release, as people write them, from what guessit found in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeAlias


class Match(Protocol):
    """One thing that guessit found, and where in the name."""

    value: Any
    raw: str
    start: int
    end: int


Found: TypeAlias = Mapping[str, list[Match]]
"""By property, in guessit's names."""

QUALITY: Final = frozenset({"screen_size", "source", "video_codec"})
"""What only the name of a video has."""

_SOURCES: Final = MappingProxyType(
    {
        "Blu-ray": "BluRay",
        "Ultra HD Blu-ray": "UHD BluRay",
        "Web": "WEB",
        "Camera": "CAM",
        "HD Camera": "HDCAM",
        "Telesync": "TS",
        "HD Telesync": "HDTS",
        "Telecine": "TC",
        "HD Telecine": "HDTC",
        "Digital TV": "DVB",
        "Satellite": "SATRip",
        "Digital Master": "DM",
        "Video on Demand": "VOD",
    }
)
_RIPS: Final = MappingProxyType({"Blu-ray": "BDRip", "Web": "WEBRip", "DVD": "DVDRip", "HDTV": "HDTVRip"})
_AUDIO: Final = MappingProxyType(
    {
        "Dolby Digital": "DD",
        "Dolby Digital Plus": "DDP",
        "Dolby TrueHD": "TrueHD",
        "Dolby Atmos": "Atmos",
        "Master Audio": "MA",
        "High Resolution Audio": "HRA",
    }
)
_PICTURE: Final = MappingProxyType({"Dolby Vision": "DV", "HDR10": "HDR10", "HDR10+": "HDR10+", "3D": "3D"})
_AV1 = re.compile(r"(?<![a-z0-9])AV1(?![a-z0-9])", re.IGNORECASE)


def quality_words(name: str, found: Found) -> tuple[str, ...]:
    """From resolution to sound, each once, and the group last. ``found`` is what guessit found in ``name``."""
    words = [*_values(found, "screen_size"), *_published(found, "streaming_service"), *_source(found)]
    others = _values(found, "other")
    words += [word for word in ("Remux",) if word in others]
    words += _values(found, "edition")
    words += [found_word.raw.upper() for found_word in found.get("other", []) if found_word.value == "Proper"]
    words += [_picture(match) for match in found.get("other", []) if match.value in _PICTURE]
    words += [*_video(name, found), *_audio(found), *_group(found)]
    return tuple(dict.fromkeys(words))


def _source(found: Found) -> Iterator[str]:
    ripped = "Rip" in _values(found, "other")
    sources = found.get("source", [])
    for source in sources:
        if ripped and source.value in _RIPS:
            yield _RIPS[source.value]
        elif source.value == "Web" and re.search(r"dl$", source.raw, re.IGNORECASE):
            yield "WEB-DL"
        else:
            yield _SOURCES.get(source.value, source.value)
    if ripped and not sources and "HD" in _values(found, "other"):
        yield "HDRip"


def _picture(match: Match) -> str:
    # Which of the kinds plain HDR is, its publisher did not say.
    return "HDR" if match.raw.upper() == "HDR" else _PICTURE[match.value]


def _video(name: str, found: Found) -> Iterator[str]:
    depths = _values(found, "color_depth")
    if "10-bit" in depths:
        yield "10bit"
    codecs = found.get("video_codec", [])
    for codec in codecs:
        written = codec.raw.lower()
        if codec.value in {"H.264", "H.265"} and written.startswith("x"):
            yield "x" + codec.value.removeprefix("H.")
        elif written in {"hevc", "avc"}:
            yield written.upper()
        else:
            yield codec.value
    # Newer than guessit.
    if not codecs and _AV1.search(name):
        yield "AV1"


def _audio(found: Found) -> Iterator[str]:
    """Codecs with their channels, ``DDP5.1``; those of several words with a space, ``DTS-HD MA 5.1``."""
    codecs = [_AUDIO.get(value, value) for value in _values(found, "audio_codec")]
    profiles = [_AUDIO[value] for value in _values(found, "audio_profile") if value in _AUDIO]
    channels = _values(found, "audio_channels")
    if codecs and (profiles or channels):
        first = " ".join([codecs[0], *profiles])
        short = first.isalnum() and first.isupper()
        codecs[0] = ("" if short else " ").join([first, *channels[:1]])
    yield from codecs


def _group(found: Found) -> Iterator[str]:
    for group in _values(found, "release_group"):
        # A site's own mark after the group is no part of its name.
        name = re.sub(r"^AV1-|\[[^\]]*\]$", "", str(group), flags=re.IGNORECASE)
        if name:
            yield name


def _published(found: Found, key: str) -> list[str]:
    return [str(match.raw) for match in found.get(key, [])]


def _values(found: Found, key: str) -> list[Any]:
    return [match.value for match in found.get(key, [])]
