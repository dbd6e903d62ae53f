"""libtorrent's resume data on the disk: one file a torrent, always whole, and all that is kept of the session."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import libtorrent as lt

from mydia_desktop.adapters.builtin_status import TOLD
from mydia_desktop.config.atomic_file import replace_file

logger = logging.getLogger(__name__)

SUFFIX = ".resume"
_PRIVATE = 0o600
# libtorrent keeps what it does not know out of its own way, so what a person says of a torrent lies beside it.
_LABELS, _QUEUE = b"mydia-labels", b"mydia-queue"
_LAST = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A torrent as it was saved."""

    id: str
    torrent: lt.add_torrent_params
    labels: tuple[str, ...]
    queue: int


class ResumeFiles:
    """The files of one session."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_all(self) -> list[Kept]:
        """Every torrent, in the order of the queue. One that can't be read is left as it is, and logged."""
        ids = [file.name.removesuffix(SUFFIX) for file in self._folder.glob(f"*{SUFFIX}")]
        found = [kept for id_ in ids if (kept := self.read(id_)) is not None]
        return sorted(found, key=lambda kept: (kept.queue, kept.torrent.added_time))

    def write(self, id_: str, torrent: lt.add_torrent_params, *, labels: tuple[str, ...], queue: int) -> None:
        """Keep a torrent.

        Raises:
            OSError: it can't be written; what was kept before is as it was.
        """
        self._write(id_, dict(lt.write_resume_data(torrent)), labels, queue)

    def relabel(self, id_: str, labels: tuple[str, ...]) -> None:
        """Change the labels and nothing else.

        Raises:
            OSError: as ``write``.
        """
        said = _decoded(self._file(id_).read_bytes())
        self._write(id_, said, labels, int(said.get(_QUEUE, _LAST)))

    def forget(self, id_: str) -> None:
        """Keep it no longer."""
        self._file(id_).unlink(missing_ok=True)

    def read(self, id_: str) -> Kept | None:
        """A torrent; None if it can't be read, which is logged."""
        file = self._file(id_)
        try:
            data = file.read_bytes()
            said = _decoded(data)
            return Kept(
                id=id_,
                torrent=lt.read_resume_data(data),
                labels=tuple(label.decode(errors="replace") for label in said.get(_LABELS, [])),
                queue=int(said.get(_QUEUE, _LAST)),
            )
        except (OSError, RuntimeError, ValueError) as error:
            logger.warning("%s can't be read, and is left as it is: %s", file, error)
            return None

    def _write(self, id_: str, said: dict[bytes, Any], labels: tuple[str, ...], queue: int) -> None:
        said[_LABELS] = [label.encode() for label in labels]
        said[_QUEUE] = queue if queue >= 0 else _LAST
        replace_file(self._file(id_), lt.bencode(said), mode=_PRIVATE)

    def _file(self, id_: str) -> Path:
        return self._folder / f"{id_}{SUFFIX}"


def _decoded(data: bytes) -> dict[bytes, Any]:
    said = lt.bdecode(data)
    if not isinstance(said, dict):
        raise ValueError("it is no resume data")  # noqa: TRY004 - the file is wrong, not the program
    return cast("dict[bytes, Any]", said)


def what_is_gone(torrent: lt.add_torrent_params) -> str | None:
    """The first file that the torrent has something of and that is not there, or too short; None if all are.

    Whatever is added with such a file missing would be fetched again without a word.
    """
    if torrent.ti is None or not any(torrent.have_pieces):
        return None
    files = torrent.ti.layout()
    have, wanted = torrent.have_pieces, torrent.file_priorities
    piece = torrent.ti.piece_length()
    for index in range(files.num_files()):
        size = files.file_size(index)
        skipped = index < len(wanted) and wanted[index] == 0  # its edges lie elsewhere
        if size == 0 or skipped or files.file_flags(index) & lt.file_flags_t.flag_pad_file:
            continue
        offset = files.file_offset(index)
        first, last = offset // piece, (offset + size - 1) // piece
        had = next((at for at in range(min(last, len(have) - 1), first - 1, -1) if have[at]), None)
        if had is None:
            continue
        path = Path(torrent.save_path) / files.file_path(index)
        try:
            there = path.stat().st_size
        except OSError:
            return str(path)
        if there < min(size, (had + 1) * piece - offset):
            return str(path)
    return None


def what_is_gone_now(handle: lt.torrent_handle) -> str | None:
    """The same of a torrent that runs."""
    now = lt.add_torrent_params()
    info = handle.torrent_file()
    if info is None:
        return None
    status = handle.status(TOLD | lt.status_flags_t.query_pieces)
    now.ti, now.save_path, now.have_pieces = info, status.save_path, status.pieces
    now.file_priorities = handle.get_file_priorities()
    return what_is_gone(now)
