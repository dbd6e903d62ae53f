"""Text from outside (names, paths, servers' messages), made harmless to paint on one line."""

from __future__ import annotations

import re

from mydia_desktop.domain.sentence import Sentence
from mydia_desktop.ui.language import in_this_language

_LONGEST = 600
"""More than any column can show; a name of a megabyte must not cost its measuring."""

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# Controls, bidi marks, embeddings and isolates, invisible tags, annotation marks, and lone surrogates: all of them
# can make a text look like another one, or break the layout around it.
_TRICKS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """The text on one line, with everything that could deceive the eye shown as U+FFFD.

    A sentence of another room is said in the language of this window.
    """
    if isinstance(text, Sentence):
        text = in_this_language(text)
    if text.isprintable() and len(text) <= _LONGEST:
        return text  # what isprintable calls printable holds nothing of the above
    text = _TRICKS.sub("\ufffd", _BREAKS.sub(" ", text))
    if len(text) > _LONGEST:
        half = _LONGEST // 2
        text = f"{text[:half]}…{text[-half:]}"
    return text
