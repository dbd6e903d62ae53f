"""Which video a subtitle belongs to, by its name, and in which language it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

TELLING_WORDS = 3
"""At the end of a subtitle's name; before them may stand a title, whose words are codes of languages, too."""
_WORDS = re.compile(r"[^\W_]+")
_REGIONAL = re.compile(r"(?<![^\W_])([A-Za-z]{2,3})-([A-Z]{2}|Han[st]|419)(?![^\W_])")
"""``pt-BR``: the second part is no language of its own."""
_KINDS = frozenset({"forced", "sdh", "cc", "hi", "default", "foreign"})


class Owner(NamedTuple):
    """The path of a video, and what a subtitle's name says behind the video's."""

    video: str
    rest: str


def owner_of(path: str, videos: Sequence[str]) -> Owner | None:
    """The video whose name this subtitle, or its folder, begins with; None if there is none, or more than one."""
    subtitle = PurePosixPath(path)
    stem = subtitle.stem.casefold()
    stems = {video: PurePosixPath(video).stem.casefold() for video in videos}
    longest = max((len(one) for one in stems.values() if _begins(stem, one)), default=0)
    found = [video for video, one in stems.items() if longest == len(one) and _begins(stem, one)]
    rest = subtitle.stem[longest:]
    if not found:
        folders = [folder.casefold() for folder in subtitle.parts[:-1]]
        folder = next((folder for folder in reversed(folders) if folder in stems.values()), None)
        found, rest = [video for video, one in stems.items() if one == folder], subtitle.stem
    return Owner(found[0], rest) if len(found) == 1 else None


def language_suffix(rest: str) -> str:
    """``.en.forced`` of what stands behind the video's name: the language, and what kind it is, nothing else."""
    words = [word.casefold() for word in _WORDS.findall(rest)][-TELLING_WORDS:]
    kinds = [word for word in words if word in _KINDS]
    regional = _REGIONAL.search(rest)
    if regional and (code := _language(regional[1].casefold())):
        language = f"{code}-{regional[2]}"
    else:
        language = next((code for word in reversed(words) if word not in _KINDS and (code := _language(word))), "")
    return "".join(f".{word}" for word in (language, *kinds) if word)


def _begins(stem: str, video: str) -> bool:
    """Whether a name begins with another, and not in the middle of a word or number: E1 is not the beginning of E10."""
    return stem.startswith(video) and not stem[len(video) : len(video) + 1].isalnum()


def _language(word: str) -> str:
    """The code of a language that is named by a code or in English; empty if it is none."""
    # Here, because it takes long to load, and comes with what reads names of releases anyway.
    from babelfish.exceptions import Error  # noqa: PLC0415 - see above
    from babelfish.language import Language  # noqa: PLC0415 - see above

    for text, kind in ((word, "alpha2"), (word, "alpha3t"), (word, "alpha3b"), (word.title(), "name")):
        try:
            language = Language.fromcode(text, kind)  # type: ignore[no-untyped-call] # it has no types
            return str(language.alpha2)
        except (Error, ValueError):  # not this kind of code, or a language that has no short one
            continue
    return ""
