"""Makes a .torrent of files on this computer."""

from __future__ import annotations

from pathlib import Path

import libtorrent as lt

_PIECE = 256 * 1024


def make_torrent(content: Path) -> bytes:
    """A torrent of one file or folder, without a tracker. Reads all of it.

    Raises:
        OSError: it can't be read.
        RuntimeError: there is nothing in it.
    """
    content.stat()
    torrent = lt.create_torrent(lt.list_files(str(content)), _PIECE, lt.create_torrent.v1_only)
    lt.set_piece_hashes(torrent, str(content.parent))
    return lt.bencode(torrent.generate())
