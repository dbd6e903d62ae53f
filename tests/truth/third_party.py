"""Somebody else who uses the same clients while we look: adds, removes, pauses, renames and restarts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from tests.daemons import Daemon
from tests.public_domain import release_names
from tests.torrents import Torrent, make_torrent


class ThirdParty:
    """Acts on daemons directly. The same seed does the same things, as far as the daemons let it."""

    def __init__(self, daemons: list[Daemon], *, seed: int) -> None:
        self._daemons = daemons
        self._chance = random.Random(seed)  # noqa: S311 - chance, not secrets
        self._names = self._endless_names(seed)
        self.did: list[str] = []

    def act(self) -> None:
        """Do one thing to one daemon."""
        daemon = self._chance.choice(self._daemons)
        listed = daemon.listed()
        act = self._chance.choices(
            (self._add, self._remove, self._pause, self._resume, self._rename, self._restart),
            weights=(8, 3, 4, 4, 2, 0.7) if len(listed) < 40 else (1, 8, 4, 4, 2, 0.7),
        )[0]
        if act in (self._add, self._restart):
            act(daemon)
        elif listed:
            act(daemon, self._chance.choice(sorted(listed)), listed)
        self.did.append(f"{act.__name__.lstrip('_')} {daemon.kind}")

    def add(self, daemon: Daemon, number: int) -> None:
        """Add that many at once."""
        for _ in range(number):
            self._add(daemon)

    def _add(self, daemon: Daemon) -> None:
        torrent: Torrent = make_torrent(next(self._names))
        if self._chance.random() < 0.4:
            torrent.write_content(daemon.downloads)  # it has everything already, and will seed
        daemon.add(torrent.data, paused=self._chance.random() < 0.3)

    def _remove(self, daemon: Daemon, native: str, _listed: object) -> None:
        daemon.remove(native, delete_files=self._chance.random() < 0.5)

    def _pause(self, daemon: Daemon, native: str, _listed: object) -> None:
        daemon.pause(native)

    def _resume(self, daemon: Daemon, native: str, _listed: object) -> None:
        daemon.resume(native)

    def _rename(self, daemon: Daemon, native: str, listed: dict[str, dict[str, str]]) -> None:
        daemon.rename(native, listed[native]["name"], next(self._names))

    def _restart(self, daemon: Daemon) -> None:
        (daemon.stop if self._chance.random() < 0.7 else daemon.kill)()
        daemon.start()

    def _endless_names(self, seed: int) -> Iterator[str]:
        for part in count():
            yield from (f"{name}.{part}" for name in release_names(200, seed=seed))
