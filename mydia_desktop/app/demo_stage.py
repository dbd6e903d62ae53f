"""What the demonstration plays with: a throw-away profile, two built-in clients, and generated films."""

from __future__ import annotations

import random
import socket
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from mydia_desktop.config.builtin_options import BuiltinOptions, address_of
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.general_rules import GeneralRules
from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.config.profile import Profile
from mydia_desktop.config.saving import SettingsFile
from mydia_desktop.domain.magnet import read_magnet
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.torrent_file import read_torrent
from mydia_desktop.domain.transfer import ClientId

SHARER, FETCHER = ClientId("seedbox"), ClientId("here")
MB = 1_000_000
PACE = 3 * MB
"""Bytes per second: the first film takes some seconds, and all of them less than a minute."""
AT_ONCE = 2
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One release and how it goes. ``size`` is bytes."""

    name: str
    size: int
    subject: SubjectDraft | None = None
    shared: bool = True
    """The one client has it, so that the other can fetch it."""


def _movie(title: str, year: int) -> SubjectDraft:
    return SubjectDraft(type=MediaType.MOVIE, title=title, year=year)


# Films and a show that nobody owns any more; their bytes are made here, and no picture is in them.
EPISODE = Part(
    name="One.Step.Beyond.S02E07.1080p.WEB-DL.AAC2.0.H.264-PDTV",
    size=18 * MB,
    subject=SubjectDraft(type=MediaType.SHOW, title="One Step Beyond", year=1959, season=2, episodes=(7,)),
)
MOVIE = Part(name="Nosferatu.1922.1080p.BluRay.x264.FLAC-ARCHIVE", size=40 * MB, subject=_movie("Nosferatu", 1922))
WAITING = Part(name="The.General.1926.720p.BluRay.x264-KEATON", size=36 * MB, subject=_movie("The General", 1926))
LAST = Part(name="Sherlock.Jr.1924.1080p.BluRay.x265-KEATON", size=20 * MB, subject=_movie("Sherlock Jr.", 1924))
PAUSED = Part(name="Detour.1945.1080p.BluRay.x265-REEL", size=30 * MB, subject=_movie("Detour", 1945))
FAILING = Part(
    name="Plan.9.from.Outer.Space.1959.1080p.WEB-DL.H.264-REEL",
    size=12 * MB,
    subject=_movie("Plan 9 from Outer Space", 1959),
)
NOBODY_HAS = Part(name="Charade.1963.1080p.BluRay.x264.FLAC-ARCHIVE", size=20 * MB, shared=False)
KEPT = Part(name="His.Girl.Friday.1940.720p.BluRay.x264-ROMERO", size=8 * MB)
LOST = Part(name="Carnival.of.Souls.1962.1080p.WEB-DL.H.264-REEL", size=8 * MB)
CAST = (EPISODE, MOVIE, WAITING, LAST, PAUSED, FAILING, NOBODY_HAS, KEPT, LOST)
UNHEARD_OF = "magnet:?xt=urn:btih:c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00&dn=Haxan.1922.REMASTERED.1080p.BluRay"
"""Nobody can say what is in it."""


class Stage:
    """Everything lies below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.profile = Profile.at(root / "profile")
        self.shared = root / "seedbox"
        self.downloads = root / "downloads"
        self.library = root / "library"
        self.blocked = root / "drive-that-is-a-file"
        """A file where one of the downloads wants a folder: nothing can be written there."""
        self._ports = _free_ports(2)

    def set(self) -> None:
        """Make the folders and the settings.

        Raises:
            OSError: there is no room for them.
            SettingsNotSavedError: likewise.
        """
        self.profile.create()
        for folder in (self.shared, self.downloads, self.library):
            folder.mkdir()
        self.blocked.write_text("This is no folder, so the download that goes here fails. That is the point of it.\n")
        preferences = Preferences(
            importing=ImportRules(folder=str(self.library), method=Method.HARD_LINK),
            general=GeneralRules(close_to_tray=False),
        )
        SettingsFile(self.profile.config_file).save(self._clients(), preferences, removed=())

    def make(self) -> dict[str, Release]:
        """Write what is shared, and make the torrents of it; by name. Takes a second or two.

        Raises:
            OSError: there is no room for it.
        """
        # Here, because libtorrent may be missing, which is said before.
        from mydia_desktop.adapters.builtin_making import make_torrent  # noqa: PLC0415 - see above

        releases = {}
        for part in CAST:
            folder = self.shared / part.name
            folder.mkdir()
            _write(folder / f"{part.name}.mkv", part.size)
            releases[part.name] = read_torrent(make_torrent(folder))
            if not part.shared:
                _remove(folder)
        return releases

    def magnet(self, release: Release) -> Release:
        """The link to a release, which says where the other client is."""
        # libtorrent reads the address of a peer only as it is, with its colon.
        peer = f"127.0.0.1:{self._ports[0]}"
        return read_magnet(f"magnet:?xt=urn:btih:{release.v1}&dn={quote(release.name)}&x.pe={peer}")

    def lose(self, part: Part) -> None:
        """Take away the files of what is shared, behind the client's back.

        Raises:
            OSError: they are still there.
        """
        _remove(self.shared / part.name)

    def _clients(self) -> Sequence[ClientConfig]:
        inside = BuiltinOptions(
            folder="", interface="127.0.0.1", dht=False, lsd=False, pex=False, utp=False, active_downloads=AT_ONCE
        )
        sharer = replace(inside, folder=str(self.shared), port=self._ports[0])
        fetcher = replace(inside, folder=str(self.downloads), port=self._ports[1], download_limit=PACE)
        return (_client(FETCHER, "Laptop", fetcher), _client(SHARER, "Seedbox", sharer))


def _client(client: ClientId, name: str, options: BuiltinOptions) -> ClientConfig:
    return ClientConfig(id=client, kind="builtin", name=name, url=address_of(client), builtin=options)


def _free_ports(count: int) -> list[int]:
    """Ports on this computer's loopback that nobody listens on just now."""
    with ExitStack() as open_at_once:
        sockets = [open_at_once.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]


def _write(file: Path, size: int) -> None:
    """Bytes that depend on the name alone."""
    chance = random.Random(file.name)  # noqa: S311 - a picture, not a secret
    with file.open("wb") as out:
        for written in range(0, size, _CHUNK):
            out.write(chance.randbytes(min(_CHUNK, size - written)))


def _remove(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
