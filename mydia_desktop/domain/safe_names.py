"""Names of files and folders that every system takes, and that can't mean anything but a name."""

from __future__ import annotations

import re
import unicodedata

LONGEST_BYTES = 255
"""Of one name in UTF-8: ext4, btrfs and APFS end there, and NTFS not before."""

_INSTEAD = str.maketrans({"/": "-", "\\": "-", "|": "-", '"': "'", "<": "", ">": "", "?": "", "*": ""})
_COLON = re.compile(r"\s*:(\s|$)")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in (*range(10), "¹", "²", "³")}
)
_INVISIBLE = frozenset(map(chr, (0xAD, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0x61C, 0xFEFF)))
_DIRECTIONS = range(0x202A, 0x202F), range(0x2066, 0x2070)
_JOINS = "\u200c\u200d\ufe0e\ufe0f"


def safe_name(text: str, *, ending: str = "") -> str:
    """The text as the name of a file or folder, with its ending; empty if nothing of the text is left.

    What some system forbids is replaced (``Alien: Covenant`` becomes ``Alien - Covenant``), marks that are not seen
    are taken out, devices of Windows get a ``_``, and what is too long is cut before the ending.
    """
    name = _COLON.sub(r" -\1", "".join(filter(_is_seen, text))).replace(":", "-").translate(_INSTEAD)
    name = _trimmed(unicodedata.normalize("NFC", " ".join(name.split())))
    stem, dot, rest = name.partition(".")
    if stem.rstrip().casefold() in _DEVICES:
        name = f"{stem.rstrip()}_{dot}{rest}"
    return f"{shortened(name, LONGEST_BYTES - len(ending.encode()))}{ending}" if name else ""


def shortened(name: str, longest: int) -> str:
    """The name cut to so many bytes of UTF-8, between characters as they are seen."""
    if len(name.encode()) <= longest:
        return name
    cut = name.encode()[: max(longest, 0)].decode("utf-8", "ignore")
    following = name[len(cut) :]
    # A mark that belongs to the last letter must not be cut off it.
    while cut and following and (unicodedata.combining(following[0]) or following[0] in _JOINS or cut[-1] in _JOINS):
        cut, following = cut[:-1], cut[-1] + following
    return _trimmed(cut)


def same_name(one: str, other: str) -> bool:
    """Whether some system takes these for the same name: most of macOS and Windows do not tell case apart."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """The same for names that some system does not tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _trimmed(name: str) -> str:
    """Windows drops spaces and dots at the end; a dot at the beginning hides the file elsewhere."""
    return name.strip(" .").strip()


def _is_seen(character: str) -> bool:
    if character in "\t\n\r":
        return True  # becomes a space
    if unicodedata.category(character) in {"Cc", "Cs", "Co"} or character in _INVISIBLE:
        return False
    return not any(ord(character) in span for span in _DIRECTIONS)
