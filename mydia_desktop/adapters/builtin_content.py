"""The files of a torrent in the built-in client."""

from __future__ import annotations

import os

import libtorrent as lt

from mydia_desktop.adapters.builtin_session import Session
from mydia_desktop.adapters.builtin_status import TOLD
from mydia_desktop.domain.content import Content, ContentFile

_UNSETTLED = frozenset(
    {
        lt.torrent_status.states.checking_files,
        lt.torrent_status.states.checking_resume_data,
        lt.torrent_status.states.downloading_metadata,
    }
)


def content_of(id_: str, session: Session) -> Content:
    """The files, and where they are now; whole pieces count, for only those are known to be right."""
    handle = session.torrents.handles[id_]
    status = handle.status(TOLD)
    return Content(
        folder=status.save_path,
        files=_files(handle, lost=id_ in session.torrents.missing),
        settled=status.has_metadata
        and status.state not in _UNSETTLED
        and not status.moving_storage
        and not status.errc.value()
        and id_ not in session.torrents.missing
        and id_ not in session.torrents.flushing,
    )


def _files(handle: lt.torrent_handle, *, lost: bool) -> tuple[ContentFile, ...]:
    info = handle.torrent_file()
    if info is None:
        return ()
    layout = info.layout()
    wanted = handle.get_file_priorities()
    here = handle.file_progress(lt.file_progress_flags_t.piece_granularity)
    return tuple(
        ContentFile(
            path=layout.file_path(index).replace(os.sep, "/"),
            size=layout.file_size(index),
            downloaded=0 if lost else here[index],
            wanted=index >= len(wanted) or wanted[index] > 0,
        )
        for index in range(layout.num_files())
        # What only fills a piece up is no file on the disk.
        if not layout.file_flags(index) & lt.file_flags_t.flag_pad_file
    )
