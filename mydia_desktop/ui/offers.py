"""What can be offered to be added: texts and files, from the clipboard, a drag, or the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QUrl

from mydia_desktop.domain.magnet import is_hash, is_magnet
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.workflows.release_content import LARGEST
from mydia_desktop.workflows.release_text import TextSource, is_link, split_sources

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class NotAFileError(Exception):
    """It can't be read; the message is a sentence for a person."""


def read_file(path: Path) -> bytes:
    """The bytes of a .torrent or .nzb. May block for as long as a file system does.

    Raises:
        NotAFileError: it is not there, too large to be one, or may not be read.
    """
    name = plain(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotAFileError(translate("Offer", "There is no file {name}.").format(name=name)) from None
    except IsADirectoryError:
        text = translate("Offer", "{name} is a folder. Choose the .torrent or .nzb files in it.")
        raise NotAFileError(text.format(name=name)) from None
    except OSError as error:
        text = translate("Offer", "{name} can’t be read: {reason}.")  # noqa: RUF001 - an apostrophe as it is printed
        raise NotAFileError(text.format(name=name, reason=error.strerror or error)) from error
    if len(data) > LARGEST:
        text = translate("Offer", "{name} is too large to be a .torrent or .nzb file. Choose another file.")
        raise NotAFileError(text.format(name=name))
    return data


def can_be_added(text: str) -> bool:
    """Whether each line of it may be a magnet, a link or a hash."""
    lines = [source.text for source in split_sources(text)]
    return bool(lines) and all(is_magnet(line) or is_hash(line) or is_link(line) for line in lines)


def of_mime(mime: QMimeData) -> list[TextSource | Path]:
    """What of this can be added; nothing if it is none of our business."""
    if mime.hasUrls():
        return [offer for url in mime.urls() if (offer := _of_url(url)) is not None]
    if mime.hasText() and can_be_added(mime.text()):
        return list(split_sources(mime.text()))
    return []


def of_arguments(arguments: Sequence[str]) -> list[TextSource | Path]:
    """What the command line names: magnets, links and hashes as they are, everything else is a file."""
    return [_of_argument(argument) for argument in arguments if argument.strip()]


def _of_argument(argument: str) -> TextSource | Path:
    if can_be_added(argument):
        return TextSource(text=argument.strip())
    url = QUrl(argument)
    return Path(url.toLocalFile() if url.isLocalFile() else argument)


def _of_url(url: QUrl) -> TextSource | Path | None:
    if url.isLocalFile():
        return Path(url.toLocalFile())
    text = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return TextSource(text=text) if can_be_added(text) else None
