"""config.toml as the lines a person wrote: which belong together, and which of them can be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_HEADER = re.compile(r"""\s*\[\[?\s*["']?([^\]\s"']+)["']?\s*\]\]?\s*(#.*)?$""")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_AT_END = " (at end of document)"

# The parser's words, where they are not a person's.
_IN_OTHER_WORDS = {
    "Illegal character '\\n'": "a text lacks its closing quotation mark",
    "Unterminated string": "a text lacks its closing quotation mark",
    "Expected '=' after a key in a key/value pair": "there is no = after a key",
    "Invalid value": "what follows the = is neither a number, nor true or false, nor in quotation marks",
    "Cannot overwrite a value": "this key stands here twice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table with the comment right above it and the tables below it; or what stands before the first table."""

    table: str
    """Its name as written in the header; empty for what stands before the first."""
    first_line: int
    """Counted from 1."""
    header_line: int
    text: str

    def line_of(self, key: str) -> int:
        """Where this key stands; if it does not, where the section begins."""
        named = re.compile(rf"""\s*(["']?{re.escape(key)}["']?\s*[.=]|\[+\s*{re.escape(self.table)}\.{key}\b)""")
        for number, line in enumerate(self.text.splitlines(), self.first_line):
            if named.match(line):
                return number
        return self.header_line


def split(text: str) -> list[Section]:
    """The sections in order; together they are the text again. The first is what stands before any table.

    A comment that an empty line parts from the tables above and below it is a section of its own, without a table.
    """
    lines = text.splitlines(keepends=True)
    starts = [_Start(0, -1, "")]
    for number, line in enumerate(lines):
        header = _HEADER.match(line)
        before = starts[-1]
        if header is None or header[1].startswith(f"{before.table}."):
            continue
        if not _unfinished("".join(lines[before.first : number])):
            first = _with_comment(lines, before.header, number)
            starts += _remark(lines, before, first)
            starts.append(_Start(first, number, header[1]))
    starts += _remark(lines, starts[-1], len(lines))
    ends = [start.first for start in starts[1:]] + [len(lines)]
    return [
        Section(
            table=start.table,
            first_line=start.first + 1,
            header_line=max(start.header, 0) + 1,
            text="".join(lines[start.first : end]),
        )
        for start, end in zip(starts, ends, strict=True)
    ]


class Mistake(NamedTuple):
    """Where the text is not TOML, and why."""

    line: int
    reason: str


def readable(sections: Sequence[Section]) -> tuple[list[Section], list[Mistake]]:
    """Leave out the sections that are not TOML, alone or after those before them."""
    kept: list[Section] = []
    mistakes: list[Mistake] = []
    for section in sections:
        mistake = _mistake_in(section, after=joined(kept))
        if mistake is None:
            kept.append(section)
        else:
            mistakes.append(mistake)
    return kept, mistakes


def joined(sections: Iterable[Section]) -> str:
    """The text of these."""
    return "".join(section.text for section in sections)


def _mistake_in(section: Section, *, after: str) -> Mistake | None:
    words = _refusal(after + section.text)
    if words is None:
        return None
    at = _AT_LINE.search(words)
    if at is not None:
        return Mistake(section.first_line + int(at[1]) - 1 - after.count("\n"), _reason(words[: at.start()]))
    # Something that was begun is never ended. It begins below the last line up to which all is well.
    lines = section.text.splitlines(keepends=True)
    whole = len(lines) - 1
    while whole > 0 and _refusal(after + "".join(lines[:whole])) is not None:
        whole -= 1
    return Mistake(section.first_line + whole, _reason(words.removesuffix(_AT_END)))


def _refusal(text: str) -> str | None:
    """Why this is not TOML, in the parser's words."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return str(error)
    return None


def _reason(words: str) -> str:
    return _IN_OTHER_WORDS.get(words, words)


class _Start(NamedTuple):
    first: int
    header: int
    table: str


def _with_comment(lines: Sequence[str], after: int, header: int) -> int:
    """The line where the comment right above a header begins; one that opens the file is about the file."""
    first = header
    while first - 1 > after and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first if first > 0 else header


def _remark(lines: Sequence[str], start: _Start, end: int) -> list[_Start]:
    """Where, between an empty line and ``end``, a comment begins that is not about this section's keys."""
    if not start.table:
        return []
    last = end
    while last > start.first and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    while last < end and lines[last].strip():
        last += 1
    first = next((number for number in range(last, end) if lines[number].strip()), end)
    return [_Start(first, first, "")] if first < end else []


def _unfinished(text: str) -> bool:
    """Whether a text or a list that began here goes on, so that a line with a bracket is part of it."""
    words = _refusal(text)
    return words is not None and words.endswith(_AT_END)
