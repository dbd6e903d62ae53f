"""Text in one font, laid out once and painted many times."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTextOption, QTransform

from mydia_desktop.ui.filtering import find_hits

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_KEPT = 4096
"""Some screens full. What is older is laid out again when it is wanted again."""


class Ink:
    """One font. Laying a text out costs more than painting it, and most cells say what they said a second ago."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        # Release names, paths and hashes stay left to right also in a mirrored window.
        self._option = QTextOption()
        self._option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._laid_out: dict[str, tuple[QStaticText, int]] = {}
        self._fitted: dict[tuple[str, int], str] = {}
        self._marked: dict[tuple[str, Sequence[str], str], tuple[QStaticText, int]] = {}

    def fit(self, text: str, width: int, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
        """The text, shortened to what fits into the width."""
        if (known := self._fitted.get((text, width))) is not None:
            return known
        fitted = self.metrics.elidedText(text, elide, max(0, width))
        _keep(self._fitted, (text, width), fitted)
        return fitted

    def width(self, text: str) -> int:
        """How wide the text is painted."""
        return self._lay_out(text)[1]

    def paint(self, painter: QPainter, x: int, y: int, text: str) -> None:
        """Paint with the pen that is set; ``y`` is the top of the line. The painter has this font already."""
        painter.drawStaticText(x, y, self._lay_out(text)[0])

    def marked_width(self, text: str, *, words: Sequence[str], style: str) -> int:
        """How wide the text is with the search words in another style, of CSS."""
        return self._mark(text, words, style)[1]

    def paint_marked(self, painter: QPainter, x: int, y: int, text: str, *, words: Sequence[str], style: str) -> None:
        """Paint it with the search words in that style."""
        painter.drawStaticText(x, y, self._mark(text, words, style)[0])

    def _mark(self, text: str, words: Sequence[str], style: str) -> tuple[QStaticText, int]:
        key = (text, words, style)
        if (known := self._marked.get(key)) is None:
            known = self._prepare(_marked(text, words, style), Qt.TextFormat.RichText)
            _keep(self._marked, key, known)
        return known

    def _lay_out(self, text: str) -> tuple[QStaticText, int]:
        if (known := self._laid_out.get(text)) is None:
            known = self._prepare(text, Qt.TextFormat.PlainText)
            _keep(self._laid_out, text, known)
        return known

    def _prepare(self, text: str, form: Qt.TextFormat) -> tuple[QStaticText, int]:
        static = QStaticText(text)
        static.setTextFormat(form)
        static.setTextOption(self._option)
        static.prepare(QTransform(), self.font)
        return static, round(static.size().width())


def _marked(text: str, words: Sequence[str], style: str) -> str:
    pieces, at = [], 0
    for first, last in find_hits(text, words):
        pieces.append(escape(text[at:first]))
        pieces.append(f'<span style="{style}">{escape(text[first:last])}</span>')
        at = last
    pieces.append(escape(text[at:]))
    return f'<span style="white-space: pre">{"".join(pieces)}</span>'


def _keep(kept: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    if len(kept) >= _KEPT:
        kept.clear()
    kept[key] = value
