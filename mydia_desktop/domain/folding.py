"""Text as a search sees it: without case and without accents."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The same for ``É``, ``é``, ``e`` and ``E``; other scripts keep their letters."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
