"""Titles compared as people would: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"


def title_key(title: str) -> str:
    """The same for ``Le Voyage dans la Lune!`` and ``le.voyage.dans.la.lune``; empty if there is no word in it."""
    decomposed = unicodedata.normalize("NFKD", title.casefold().replace("&", " and "))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter) and letter not in _APOSTROPHES)
    return " ".join(_WORD.findall(plain.replace("_", " ")))
