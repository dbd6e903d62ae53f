"""BitTorrent's encoding, as far as a .torrent file from anywhere needs reading: looked over first, then built."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from mydia_desktop.domain.sentence import translate

Value: TypeAlias = "int | bytes | list[Value] | dict[bytes, Value]"

DEEPEST: Final = 100
MOST_VALUES: Final = 3_000_000
"""Both as libtorrent has them: what is beyond, no client takes. A hundred thousand files are some 800,000 values."""

_INTEGER = re.compile(rb"i(-?[0-9]{1,20})e")
_LENGTH = re.compile(rb"([0-9]{1,10}):")
_CUT_OFF = re.compile(rb"i-?[0-9]{0,20}|[0-9]{1,10}")


class BencodeError(ValueError):
    """Not bencode, or more of it than is good for anybody. The message goes after "it"."""


class TruncatedError(BencodeError):
    """Right so far, but it ends in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """The outermost dictionary, and where in the bytes each of its values stands."""

    values: dict[bytes, Value]
    spans: dict[bytes, slice]


def read_dictionary(data: bytes) -> Dictionary:
    """Read one dictionary. What follows it is left alone, as clients do.

    Raises:
        BencodeError: it is none, is cut off, is nested too deeply, or names one thing twice.
    """
    if not data.startswith(b"d"):
        raise BencodeError(translate("Release", "does not begin with a dictionary"))
    _look_over(data)
    values: dict[bytes, Value] = {}
    spans: dict[bytes, slice] = {}
    at = 1
    while data[at] != _END:
        key, begin = _string(data, at)
        if key in values:
            raise BencodeError(
                translate("Release", "has two entries named “{name}”").format(name=key[:20].decode(errors="replace"))
            )
        values[key], at = _build(data, begin)
        spans[key] = slice(begin, at)
    return Dictionary(values=values, spans=spans)


_DICTIONARY, _LIST, _END = b"dle"


def _look_over(data: bytes) -> None:
    """Go through the first value without building any of it."""
    at, count = 0, 0
    # For each open container: how many values it has, and whether it is a dictionary.
    open_ones: list[tuple[int, bool]] = []
    held, in_dictionary = 0, False
    while True:
        if at >= len(data):
            raise TruncatedError(translate("Release", "ends in the middle"))
        first = data[at]
        is_key = in_dictionary and held % 2 == 0
        if first == _END and open_ones:
            if in_dictionary and held % 2:
                raise BencodeError(translate("Release", "has a name without a value"))
            held, in_dictionary = open_ones.pop()
            at += 1
        elif is_key and not _is_digit(first):
            raise BencodeError(translate("Release", "has a value where a name belongs, at byte {at}").format(at=at))
        elif first in (_DICTIONARY, _LIST):
            if len(open_ones) >= DEEPEST:
                raise BencodeError(
                    translate("Release", "is nested more than {levels} levels deep").format(levels=DEEPEST)
                )
            open_ones.append((held + 1, in_dictionary))
            held, in_dictionary = 0, first == _DICTIONARY
            at += 1
            count += 1
        else:
            at = _after(data, at)
            held += 1
            count += 1
        if not open_ones:
            return
        if count > MOST_VALUES:
            raise BencodeError(translate("Release", "has more than {count} values").format(count=f"{MOST_VALUES:,}"))


def _after(data: bytes, at: int) -> int:
    """Where the integer or string that begins here ends."""
    if number := _INTEGER.match(data, at):
        return number.end()
    if length := _LENGTH.match(data, at):
        end = length.end() + int(length[1])
        if end <= len(data):
            return end
        raise TruncatedError(translate("Release", "ends in the middle"))
    if _CUT_OFF.fullmatch(data, at):
        raise TruncatedError(translate("Release", "ends in the middle"))
    raise BencodeError(translate("Release", "can't be read at byte {at}").format(at=at))


def _is_digit(byte: int) -> bool:
    return b"0"[0] <= byte <= b"9"[0]


def _build(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins here and where it ends; recursion is safe in what was looked over."""
    match data[at]:
        case 0x69:  # i
            number = _INTEGER.match(data, at)
            assert number  # noqa: S101 - looked over
            return int(number[1]), number.end()
        case 0x6C:  # l
            items: list[Value] = []
            at += 1
            while data[at] != _END:
                item, at = _build(data, at)
                items.append(item)
            return items, at + 1
        case 0x64:  # d
            entries: dict[bytes, Value] = {}
            at += 1
            while data[at] != _END:
                key, at = _string(data, at)
                if key in entries:
                    raise BencodeError(
                        translate("Release", "has two entries named “{name}”").format(
                            name=key[:20].decode(errors="replace")
                        )
                    )
                entries[key], at = _build(data, at)
            return entries, at + 1
    return _string(data, at)


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    colon = data.index(b":", at)
    end = colon + 1 + int(data[at:colon])
    return data[colon + 1 : end], end
