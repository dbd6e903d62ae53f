"""What a file of a release is, told by its name."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import PurePosixPath

VIDEO_ENDINGS = frozenset(
    {".mkv", ".mp4", ".m4v", ".avi", ".mov", ".wmv", ".ts", ".m2ts", ".mts", ".mpg", ".mpeg", ".webm", ".ogm", ".ogv"}
    | {".flv", ".divx", ".3gp"}
)
SUBTITLE_ENDINGS = frozenset({".srt", ".ass", ".ssa", ".sub", ".idx", ".vtt", ".sup", ".smi"})
_ARCHIVE = re.compile(r"\.(rar|r\d{2,3}|s\d{2}|zip|z\d{2}|7z|tar|gz|bz2|xz|zst|tgz|\d{3})$", re.IGNORECASE)
_DISC = re.compile(r"(^|/)(BDMV|VIDEO_TS|CERTIFICATE)/|\.(iso|img|vob|ifo|bup)$", re.IGNORECASE)
_SAMPLE = re.compile(r"(^|[\W_])sample([\W_]|$)", re.IGNORECASE)
_EXTRA_FOLDERS = frozenset(
    {"extras", "extra", "featurettes", "featurette", "bonus", "trailers", "trailer", "interviews", "scenes", "shorts"}
    | {"deleted scenes", "behind the scenes", "special features", "bonus features"}
)
# With a dash only: The.Big.Short.mkv is a film, and S01E02.The.Interview.mkv an episode.
_EXTRA_ENDS = re.compile(
    r"\S-(trailer|featurette|behindthescenes|deleted|deletedscene|interview|scene|short|extra)\d*$", re.IGNORECASE
)
_PADDING = re.compile(r"(^|/)(\.pad/|_____padding_file_)")


class FileKind(Enum):
    """What is done with a file follows from this."""

    VIDEO = auto()
    SUBTITLE = auto()
    SAMPLE = auto()
    EXTRA = auto()
    ARCHIVE = auto()
    DISC = auto()
    """Of a DVD or Blu-ray as it was: the video is many files."""
    PADDING = auto()
    """Zeros between files, which some clients list and never write."""
    OTHER = auto()


def kind_of(path: str) -> FileKind:
    """What this file is, by its path inside the release."""
    parts = PurePosixPath(path)
    ending, stem = parts.suffix.casefold(), parts.stem
    if _PADDING.search(path):
        return FileKind.PADDING
    if _DISC.search(path):
        return FileKind.DISC
    if ending in SUBTITLE_ENDINGS:
        return FileKind.SUBTITLE
    if ending not in VIDEO_ENDINGS:
        return FileKind.ARCHIVE if _ARCHIVE.search(path) else FileKind.OTHER
    folders = [folder.casefold().replace(".", " ").replace("_", " ") for folder in parts.parts[:-1]]
    if _SAMPLE.search(stem) or any(folder in {"sample", "samples"} for folder in folders):
        return FileKind.SAMPLE
    # The first folder is the release's own.
    if _EXTRA_ENDS.search(stem) or any(folder in _EXTRA_FOLDERS for folder in folders[1:]):
        return FileKind.EXTRA
    return FileKind.VIDEO


def is_only_called_so(path: str) -> bool:
    """Whether a sample or an extra is one by its own name, and by no folder inside its release: a title may be such."""
    inside = PurePosixPath(path).parts[1:-1]
    return kind_of(str(PurePosixPath("release", *inside, "video.mkv"))) is FileKind.VIDEO


WHY_LEFT = {
    FileKind.SAMPLE: "a sample",
    FileKind.EXTRA: "an extra",
    FileKind.ARCHIVE: "an archive; nothing is unpacked",
    FileKind.DISC: "part of a disc",
    FileKind.OTHER: "neither a video nor a subtitle",
}
"""Why a file is not imported, for the history."""
