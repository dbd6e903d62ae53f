"""What a second start hands to the first: texts as they are, files as their names and bytes."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from mydia_desktop.ui.offers import NotAFileError, of_arguments, read_file
from mydia_desktop.workflows.release_reader import FileSource, Source
from mydia_desktop.workflows.release_text import TextSource

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

LARGEST: Final = 96 << 20
"""Bytes of all files of one start."""
LARGEST_MESSAGE: Final = LARGEST // 3 * 4 + (1 << 20)
"""As it is sent: Base64, and a mebibyte for names, texts and all the rest."""


class Given(NamedTuple):
    """What the arguments of a start came to."""

    sources: list[Source]
    complaints: list[str]
    """Sentences about those that can't be used."""


def gather(arguments: Sequence[str]) -> Given:
    """Read the files that are named. May block for as long as a file system does."""
    given = Given([], [])
    left = LARGEST
    for offered in of_arguments(arguments):
        if not isinstance(offered, Path):
            given.sources.append(offered)
            continue
        try:
            data = read_file(offered)
        except NotAFileError as error:
            given.complaints.append(str(error))
            continue
        if len(data) > left:
            text = translate(
                "Offer",
                "{name} is too much at once: start again with it alone. {most} MiB can be handed over together.",
            )
            given.complaints.append(text.format(name=offered.name, most=LARGEST >> 20))
            continue
        left -= len(data)
        given.sources.append(FileSource(name=offered.name, data=data))
    return given


def pack(sources: Sequence[Source]) -> bytes:
    """As a message for the first start."""
    return json.dumps([_packed(source) for source in sources]).encode()


def unpack(message: bytes) -> list[Source]:
    """The way back.

    Raises:
        ValueError: it is no such message.
    """
    found = json.loads(message)
    if not isinstance(found, list):
        raise ValueError("not a list")  # noqa: TRY004 - all that is wrong with a message is a ValueError
    return [_unpacked(entry) for entry in found]


def _packed(source: Source) -> dict[str, str]:
    if isinstance(source, TextSource):
        return {"text": source.text}
    return {"name": source.name, "data": base64.b64encode(source.data).decode()}


def _unpacked(entry: object) -> Source:
    match entry:
        case {"text": str(text)}:
            return TextSource(text=text)
        case {"name": str(name), "data": str(data)}:
            return FileSource(name=name, data=base64.b64decode(data, validate=True))
        case _:
            raise ValueError("neither a text nor a file")
