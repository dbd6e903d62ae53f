"""The .nzb file: XML that lists the articles of a Usenet post. Untrusted: anybody may have made it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from mydia_desktop.domain.release import Payload, Release, ReleaseError, ReleaseFile
from mydia_desktop.domain.sentence import translate

LARGEST: Final = 64 * 1024 * 1024
"""Bytes; a post of 100 GB is listed in some 16 MB."""
DEEPEST: Final = 20
"""Levels of elements; an .nzb has five."""

_BEGINNING: Final = 4096
_QUOTED = re.compile(r'"([^"]+)"')


def looks_like_nzb(data: bytes) -> bool:
    """Whether this begins as an .nzb does, whatever it is called: an ``nzb`` element, or an indexer's ``error``."""
    beginning = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return beginning.startswith(b"<") and (b"<nzb" in beginning or b"<error" in beginning)


def read_nzb(data: bytes, name: str) -> Release:
    """Read a whole .nzb file. ``name`` is that of the file, with or without its ending; it may be empty.

    Raises:
        ReleaseError: it is none, is damaged or too large, or lists nothing; or an indexer sent its refusal instead.
    """
    if not data:
        raise ReleaseError(translate("Release", "This file is empty. Download it again."))
    if len(data) > LARGEST:
        raise ReleaseError(
            translate("Release", "This is no usable .nzb file: it has {size} MB. Is it the download itself?").format(
                size=f"{len(data) / 1000000.0:.0f}"
            )
        )
    listing = _Listing()
    listing.read(data)
    files = tuple(listing.files)
    if not files:
        raise ReleaseError(
            translate("Release", "This .nzb file lists no files. Look for the release again, or at another indexer.")
        )
    return Release(
        name=_without_ending(name) or listing.title.strip() or files[0].path,
        payload=Payload.NZB,
        data=data,
        # Of the articles, which are a few percent larger than what is in them.
        size=sum(file.size for file in files),
        files=files,
    )


def _without_ending(name: str) -> str:
    # In a file's name, bytes that are no text come as half characters, which nothing can send or store.
    name = name.encode(errors="replace").decode().strip()
    for ending in (".gz", ".nzb"):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
    return name.strip()


class _Listing:
    """Takes the elements as the parser meets them; builds no tree."""

    def __init__(self) -> None:
        self.files: list[ReleaseFile] = []
        self.title = ""
        self._depth = 0
        self._subject: str | None = None
        self._size = 0
        self._segments = 0
        self._in_title = False

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        # Nothing in an .nzb needs an entity of its own; they are how a few bytes become gigabytes, or read files.
        parser.EntityDeclHandler = self._entity
        self._parser = parser
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise ReleaseError(
                translate("Release", "This .nzb file is damaged or cut off, at line {line}. Download it again.").format(
                    line=error.lineno
                )
            ) from error
        except (LookupError, ValueError) as error:
            raise ReleaseError(
                translate("Release", "This .nzb file is written in letters nobody knows. Download it again.")
            ) from error
        finally:
            # The parser and this hold each other; neither should wait for the garbage collector with such data.
            del self._parser

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise ReleaseError(
                translate(
                    "Release", "This .nzb file brings definitions of its own, which is not safe. It was not read."
                )
            )

    def _entity(self, *_declaration: object) -> None:
        raise ReleaseError(
            translate("Release", "This .nzb file brings definitions of its own, which is not safe. It was not read.")
        )

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._depth == 0 and _local(name) != "nzb":
            raise ReleaseError(_not_nzb(_local(name), attributes))
        self._depth += 1
        if self._depth > DEEPEST:
            raise ReleaseError(
                translate(
                    "Release", "This .nzb file is nested more than {levels} levels deep. It was not read."
                ).format(levels=DEEPEST)
            )
        match _local(name):
            case "segment":
                self._segments += 1
                size = attributes.get("bytes", "")
                if size.isascii() and size.isdigit() and len(size) <= 12:
                    self._size += int(size)
            case "file":
                self._subject, self._size, self._segments = attributes.get("subject", ""), 0, 0
            case "meta" if attributes.get("type", "").lower() in {"title", "name"} and not self.title:
                self._parser.CharacterDataHandler = self._text

    def _end(self, name: str) -> None:
        self._depth -= 1
        match _local(name):
            case "file":
                if self._subject is not None and self._segments:
                    self.files.append(ReleaseFile(path=_file_name(self._subject), size=self._size))
                self._subject = None
            case "meta":
                self._parser.CharacterDataHandler = None

    def _text(self, text: str) -> None:
        self.title += text


def _local(name: str) -> str:
    """The name of an element without the prefix some give it."""
    return name.rpartition(":")[2].lower()


def _file_name(subject: str) -> str:
    """What posters put between quotes; else the whole subject, or what stands for none."""
    quoted = _QUOTED.search(subject)
    return (quoted[1] if quoted else subject).strip() or "?"


def _not_nzb(root: str, attributes: Mapping[str, str]) -> str:
    if root == "error":
        words = attributes.get("description") or f"error {attributes.get('code', '?')}"
        return translate(
            "Release", "The indexer sent a refusal instead of an .nzb file: “{words}”. Look at your account there."
        ).format(words=words[:200])
    if root == "html":
        return translate(
            "Release", "This is a web page, not an .nzb file. Log in there with a browser and download the file again."
        )
    return translate("Release", "This is not an .nzb file. Download it again.")
