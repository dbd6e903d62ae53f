"""Opening the folder of a download here, wherever its client runs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.paths import to_local
from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import number
from mydia_desktop.ui.toast import Toasts, Tone

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 5
"""More windows than that nobody wants to close again."""


class Obstacle(StrEnum):
    """Why a folder can't be opened here."""

    NO_MAPPING = "no_mapping"
    NOT_THERE = "not_there"
    OUTSIDE = "outside"
    """A link in it leads out of the folder that is mapped."""


class Found(NamedTuple):
    """A folder to open, or why there is none, and the path that was looked for."""

    folder: Path | None
    obstacle: Obstacle | None
    path: str


class FolderOpener(QObject):
    """Opens folders. ``map_requested`` carries the id of a client whose paths lead nowhere here."""

    map_requested = Signal(str)

    def __init__(self, toasts: Toasts, configs: Callable[[], Iterable[ClientConfig]]) -> None:
        super().__init__(toasts)
        self._toasts, self._configs = toasts, configs

    async def open(self, rows: Sequence[Transfer]) -> None:
        """Open the folders of these, each once."""
        configs = {config.id: config for config in self._configs()}
        known = [(row, configs[row.key.client]) for row in rows if row.key.client in configs]
        # A dead network mount holds up whoever looks at it.
        looked = await in_own_thread(lambda: [(find(row, config), config) for row, config in known], name="folders")
        folders = list(dict.fromkeys(found.folder for found, _ in looked if found.folder))
        if len(folders) > MOST_AT_ONCE:
            text = self.tr("These are in {count} folders. Select fewer to open them.")
            self._toasts.tell(text.format(count=number(len(folders))))
            return
        for folder in folders:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        if not folders and looked:
            self._explain(*looked[0])

    def _explain(self, found: Found, config: ClientConfig) -> None:
        path, client = plain(found.path), plain(config.name)
        if found.obstacle is Obstacle.NO_MAPPING:
            self._toasts.tell(
                self.tr("{path} on {client} has no matching folder here.").format(path=path, client=client),
                tone=Tone.TROUBLE,
                icon_name="folder-open",
                act=self.tr("Map path…"),
                then=lambda: self.map_requested.emit(config.id),
            )
        elif found.obstacle is Obstacle.OUTSIDE:
            text = self.tr("{path} leads out of its folder and is not opened.")
            self._toasts.tell(text.format(path=path), tone=Tone.TROUBLE, icon_name="folder-open")
        else:
            text = self.tr("{path} is not there. Is its drive connected?")
            self._toasts.tell(text.format(path=path), tone=Tone.TROUBLE, icon_name="folder-open")


def find(row: Transfer, config: ClientConfig) -> Found:
    """The local folder that holds a download. May block for as long as a file system does."""
    root = local_path(row.save_path, config)
    if root is None:
        return Found(None, Obstacle.NO_MAPPING, row.save_path)
    content = local_path(row.content_path, config) if row.content_path else None
    try:
        for candidate in (content, root):
            if candidate is not None and candidate.exists():
                folder = candidate if candidate.is_dir() else candidate.parent
                if _leads_out(folder, root):
                    return Found(None, Obstacle.OUTSIDE, str(candidate))
                return Found(folder, None, str(candidate))
    except OSError as error:
        logger.info("%s can't be looked at: %s", content or root, error)
    if to_local(row.save_path, config.path_map) is None:
        # An address of this computer may be a tunnel or a container with folders of its own.
        return Found(None, Obstacle.NO_MAPPING, row.save_path)
    return Found(None, Obstacle.NOT_THERE, str(content or root))


def _leads_out(folder: Path, root: Path) -> bool:
    """Whether links inside a download lead elsewhere; those on the way to its save path are the user's own."""
    limit = root if folder.is_relative_to(root) else folder.parent
    return not folder.resolve().is_relative_to(limit.resolve())
