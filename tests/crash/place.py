"""A real client behind a wire, and programs that are killed at every step of what they do with it."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mydia_desktop.config.import_rules import Method
from tests.crash import victim
from tests.crash.victim import Report
from tests.crash.wire import Event, Wire
from tests.daemons import Daemon
from tests.profiles import write_profile
from tests.torrents import Torrent, make_torrent

PATIENCE_S = 90
AT_THE_WIRE = ("before the request leaves", "after the client's answer")

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.crash.victim"])


@dataclass
class Run:
    """A program in a process of its own."""

    process: multiprocessing.process.BaseProcess
    link: multiprocessing.connection.Connection

    def hear(self) -> object:
        """What it says next."""
        assert self.link.poll(PATIENCE_S), "it says nothing more"
        return self.link.recv()


@contextmanager
def running(folder: Path, story: victim.Story, torrent: Torrent, fatal: str | None = None) -> Iterator[Run]:
    """Live a story until the block ends."""
    here, there = processes.Pipe()
    process = processes.Process(target=victim.live, args=(there, folder, story, torrent, fatal))
    process.start()
    there.close()
    try:
        yield Run(process, here)
    finally:
        process.kill()
        process.join()
        here.close()


class Place:
    """A daemon behind a wire, for many programs one after another, each with a profile and a torrent of its own."""

    def __init__(
        self, daemon: Daemon, wire: Wire, folder: Path, story: victim.Story, *, method: Method | None = None
    ) -> None:
        """``method`` is how what finishes gets into the library; None: it does not."""
        self.daemon, self.wire, self.story, self._method = daemon, wire, story, method
        self._folder, self._count = folder, 0
        # Made once and copied: a program that was started before, and knows its client.
        self._made = write_profile(folder / "made", daemon, url=wire.url, refresh_seconds=0.5)
        self.settle((self._made, make_torrent("none.mkv")))

    def prepare(self) -> tuple[Path, Torrent]:
        """A new profile, and a torrent whose content is there, or will be when the program waits for its end."""
        self._count += 1
        # In letters: a number in its name could be an episode.
        torrent = make_torrent(f"{self.story.__name__} {chr(96 + self._count)}.mkv")
        if self.story is not victim.finish:
            torrent.write_content(self.daemon.downloads)
        if self.story is victim.adopt:
            self.daemon.add(torrent.data)
        folder = self._folder / str(self._count)
        shutil.copytree(self._made, folder)
        if self._method is not None:
            (folder / "library").mkdir()
            with (folder / "config.toml").open("a") as config:
                config.write(f'\n[import]\nfolder = "{folder}/library"\nmethod = "{self._method}"\n')
        return folder, torrent

    def live_to_the_end(self, folder: Path, torrent: Torrent) -> Report:
        """Nothing happens to this one."""
        with running(folder, self.story, torrent) as run:
            self._until_armed(run, torrent)
            self._go(run, torrent)
            report = run.hear()
        assert isinstance(report, Report)
        return report

    def die(self, folder: Path, torrent: Torrent, step: str, request: re.Pattern[bytes] | None) -> None:
        """This one is killed at the step."""
        at_the_wire = step in AT_THE_WIRE
        with running(folder, self.story, torrent, None if at_the_wire else step) as run:
            self._until_armed(run, torrent)
            if at_the_wire:
                assert request is not None
                kill = lambda: os.kill(run.process.pid, signal.SIGKILL)  # noqa: E731 - the end of this one
                lost = step == AT_THE_WIRE[0]
                self.wire.event = Event(
                    request, on_request=kill if lost else Event.on_request, on_answer=kill, lost=lost
                )
            self._go(run, torrent)
            run.process.join(PATIENCE_S)
            assert run.process.exitcode == -signal.SIGKILL, step
        self.wire.event = None

    def settle(self, *left: tuple[Path, Torrent], story: victim.Story = victim.settle) -> list[Report]:
        """Start all of these again, at once, and let them come to rest."""
        runs = [running(folder, story, torrent) for folder, torrent in left]
        entered = [run.__enter__() for run in runs]
        try:
            return [run.hear() for run in entered]
        finally:
            for run in runs:
                run.__exit__(None, None, None)

    def _go(self, run: Run, torrent: Torrent) -> None:
        run.link.send("go")
        if self.story is victim.finish:
            torrent.write_content(self.daemon.downloads)
            self.daemon.recheck(torrent.id)

    def _until_armed(self, run: Run, torrent: Torrent) -> None:
        while (said := run.hear()) != "armed":
            assert said == "take it out"
            self.daemon.remove(torrent.id)
