"""From what a person gives, a text or a file, to a release; every way it can fail is a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from mydia_desktop.domain.magnet import is_hash, is_magnet, read_magnet
from mydia_desktop.domain.redaction import redacted
from mydia_desktop.domain.release import Release, ReleaseError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.release_content import read_content
from mydia_desktop.workflows.release_link import fetch
from mydia_desktop.workflows.release_text import TextSource, is_link


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """A file's bytes, and what it is called, without its folder."""

    name: str
    data: bytes


Source: TypeAlias = TextSource | FileSource


async def read_source(source: Source) -> Release:
    """Read a release, fetching it first where it is a link. Never holds up the loop.

    Raises:
        ReleaseError: what is wrong with it, and what to do.
    """
    if isinstance(source, FileSource):
        return await _read_content(source.data, source.name)
    # Half characters, as broken tools leave them in the clipboard, can neither be sent nor stored.
    text = source.text.encode(errors="replace").decode().strip()
    if is_magnet(text) or is_hash(text):
        return read_magnet(text)
    if is_link(text):
        return await _read_link(text)
    raise ReleaseError(
        translate(
            "Release", "This is no magnet link, infohash or web address. Give one a line, or drop the file itself here."
        )
    )


async def _read_link(url: str) -> Release:
    fetched = await fetch(url)
    try:
        if fetched.magnet is not None:
            release = read_magnet(fetched.magnet)
        else:
            release = await _read_content(fetched.data, fetched.name)
    except ReleaseError as error:
        raise ReleaseError(
            translate("Release", "{host} sent nothing usable. {error}").format(host=fetched.host, error=error)
        ) from error
    return replace(release, url=redacted(url))


async def _read_content(data: bytes, name: str) -> Release:
    """Large ones take a second or two to look through."""
    return await in_own_thread(lambda: read_content(data, name), name="release file")
