"""The client inside the program as a third party's hands reach it: libtorrent's own session, not our adapter."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest

from mydia_desktop.adapters.builtin import BuiltinAdapter
from mydia_desktop.adapters.builtin_lobby import Lobby
from mydia_desktop.config.builtin_options import BuiltinOptions, address_of
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.transfer import ClientId
from tests.daemons import free_port
from tests.torrents import Torrent

PATIENCE_S = 15


class BuiltinClient:
    """One session on loopback; it can be ended and begun again on the same folders, under whoever is in front."""

    kind = "builtin"

    def __init__(self, home: Path, **options: Any) -> None:
        self.home = home
        self.downloads = home / "downloads"
        self.downloads.mkdir(parents=True, exist_ok=True)
        self.peer_port = free_port()
        self.options = {
            "folder": str(self.downloads),
            "port": self.peer_port,
            "interface": "127.0.0.1",
            "dht": False,
            "lsd": False,
            "pex": False,
            "active_downloads": 0,
        } | options
        self.adapter: BuiltinAdapter | None = None

    def config(self, **changes: Any) -> ClientConfig:
        options = BuiltinOptions(**(self.options | changes))
        return ClientConfig(id=ClientId("own"), kind="builtin", name="Here", url=address_of("own"), builtin=options)

    def start(self) -> None:
        lobby = Lobby(self.home / "sessions")
        lobby.end()  # whoever leaves is the last
        before, self.adapter = self.adapter, BuiltinAdapter(self.config(), lambda: None, lobby)
        if before is not None:
            # To who stands at the door it is the same adapter, and what did not change is the identical object.
            self.adapter._listing = before._listing
        self.adapter.magnets(())  # an adapter begins its session when it is first asked anything

    def stop(self) -> None:
        assert self.adapter is not None
        self.adapter.close()

    @property
    def session(self) -> lt.session:
        """What the adapter speaks to."""
        assert self.adapter is not None
        assert self.adapter._session is not None
        return self.adapter._session.native

    def add(self, torrent: bytes, *, paused: bool = False, save_path: Path | None = None) -> None:
        self._add(lt.load_torrent_buffer(torrent), save_path or self.downloads, paused=paused)

    def add_magnet(self, magnet: str, *, paused: bool = False) -> None:
        self._add(lt.parse_magnet_uri(magnet), self.downloads, paused=paused)

    def door(self) -> Door:
        """Where a client stands that has not met this session yet."""
        assert self.adapter is not None
        before, self.adapter = self.adapter, BuiltinAdapter(self.config(), lambda: None, Lobby(self.home))
        self.adapter._session = before._session
        self.adapter._session.configure(self.config(), lambda: None)
        return Door(self)

    def takes(self, torrent: Torrent) -> bool:
        try:
            self.add(torrent.data, paused=True)
        except RuntimeError:
            return False
        self.clear()
        return True

    def remove(self, *ids: str) -> None:
        for id_ in ids:
            self.session.remove_torrent(self._handles()[id_])

    def pause(self, *ids: str) -> None:
        for id_ in ids:
            self._handles()[id_].unset_flags(lt.torrent_flags.auto_managed)
            self._handles()[id_].pause()

    def deselect(self, id_: str, *files: int) -> None:
        handle = self._handles()[id_]
        priorities = handle.get_file_priorities()
        handle.prioritize_files([0 if index in files else priority for index, priority in enumerate(priorities)])

    def limit_ratio(self, _id: str, _ratio: float) -> None:
        pytest.skip("its goal is one for all, and has a test of its own")

    def recheck(self, id_: str) -> None:
        handle = self._handles()[id_]
        handle.force_recheck()
        handle.set_flags(lt.torrent_flags.auto_managed)

    def connect(self, id_: str, peer_port: int) -> None:
        """Tell a torrent of a peer on this computer."""
        self._handles()[id_].connect_peer(("127.0.0.1", peer_port))

    def listed(self) -> Mapping[str, dict[str, Any]]:
        return {
            id_: {
                "name": status.name,
                "size": status.total_wanted if status.has_metadata else 0,
                "amount_left": status.total_wanted - status.total_wanted_done if status.has_metadata else 0,
                "priority": status.queue_position,
                "infohash_v1": str(status.info_hashes.v1) if status.info_hashes.has_v1() else "",
                "infohash_v2": str(status.info_hashes.v2) if status.info_hashes.has_v2() else "",
            }
            for id_, handle in self._handles().items()
            for status in (handle.status(),)
        }

    def files(self, id_: str) -> set[tuple[str, int]]:
        """Paths and sizes."""
        info = self._handles()[id_].torrent_file()
        assert info is not None
        layout = info.layout()
        return {(layout.file_path(index), layout.file_size(index)) for index in range(layout.num_files())}

    def trackers(self, id_: str) -> list[str]:
        return [tracker["url"] for tracker in self._handles()[id_].trackers()]

    def clear(self) -> None:
        for handle in self._handles().values():
            self.session.remove_torrent(handle, lt.session.delete_files)
        pause = threading.Event()
        deadline = time.monotonic() + PATIENCE_S
        while self._handles() and time.monotonic() < deadline:
            pause.wait(0.01)
        assert not self._handles()

    def _add(self, torrent: lt.add_torrent_params, folder: Path, *, paused: bool) -> None:
        torrent.save_path = str(folder)
        torrent.flags |= lt.torrent_flags.duplicate_is_error
        if paused:
            torrent.flags &= ~lt.torrent_flags.auto_managed
        self.session.add_torrent(torrent)

    def _handles(self) -> dict[str, lt.torrent_handle]:
        return {_id(handle): handle for handle in self.session.get_torrents()}


class Door:
    """Stands before whatever adapter the session has just now, so that it may be begun anew behind it."""

    def __init__(self, client: BuiltinClient) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client.adapter, name)

    def close(self) -> None:
        """The session ends with the test."""


@contextmanager
def run_builtin(home: Path, **options: Any) -> Iterator[BuiltinClient]:
    """A session with nothing in it. ``options`` are those of ``BuiltinOptions``."""
    client = BuiltinClient(home, **options)
    client.start()
    try:
        yield client
    finally:
        client.stop()


def _id(handle: lt.torrent_handle) -> str:
    hashes = handle.info_hashes()
    return str(hashes.v1) if hashes.has_v1() else str(hashes.v2)[:40]
