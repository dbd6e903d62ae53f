"""The files of one transfer, by its client's own account."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """One file. Sizes are bytes."""

    path: str
    """Below ``Content.folder``, as the client writes it with ``/`` between the parts. Text from a torrent: anything
    may be in it, ``..`` too."""
    size: int
    downloaded: int
    """How much of it is there. A file that was deselected half-way may have its whole size on the disk."""
    wanted: bool

    @property
    def is_complete(self) -> bool:
        """Whether the client wants it and has all of it."""
        return self.wanted and self.downloaded >= self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a transfer consists of, from one answer of its client."""

    folder: str
    """The directory on the client's machine that the paths are relative to, now: until a transfer is done it may be
    another than its save path."""
    files: tuple[ContentFile, ...]
    """In the torrent's order; empty while its details are not known."""
    settled: bool
    """Whether the files stay where they are: it is not moving, not being checked, and not on its way elsewhere."""
