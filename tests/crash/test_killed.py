"""Law 3: killing the program between any two steps loses nothing, doubles nothing, and erases only what was asked."""

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

import pytest

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.record import CloseReason, EventKind
from tests.crash import victim
from tests.crash.victim import Report
from tests.crash.wire import ADD, REMOVE, START, Event, Wire, wire_to
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

    def __init__(self, daemon: Daemon, wire: Wire, folder: Path, story: victim.Story) -> None:
        self.daemon, self.wire, self.story = daemon, wire, story
        self._folder, self._count = folder, 0
        # Made once and copied: a program that was started before, and knows its client.
        self._made = write_profile(folder / "made", daemon, url=wire.url, refresh_seconds=0.5)
        self.settle((self._made, make_torrent("none.mkv")))

    def prepare(self) -> tuple[Path, Torrent]:
        """A new profile, and a torrent whose content is there."""
        self._count += 1
        torrent = make_torrent(f"{self.story.__name__} {self._count}.mkv")
        torrent.write_content(self.daemon.downloads)
        if self.story is victim.adopt:
            self.daemon.add(torrent.data)
        folder = self._folder / str(self._count)
        shutil.copytree(self._made, folder)
        return folder, torrent

    def live_to_the_end(self, folder: Path, torrent: Torrent) -> Report:
        """Nothing happens to this one."""
        with running(folder, self.story, torrent) as run:
            self._until_armed(run, torrent)
            run.link.send("go")
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
            run.link.send("go")
            run.process.join(PATIENCE_S)
            assert run.process.exitcode == -signal.SIGKILL, step
        self.wire.event = None

    def settle(self, *left: tuple[Path, Torrent]) -> list[Report]:
        """Start all of these again, at once, and let them come to rest."""
        runs = [running(folder, victim.settle, torrent) for folder, torrent in left]
        entered = [run.__enter__() for run in runs]
        try:
            return [run.hear() for run in entered]
        finally:
            for run in runs:
                run.__exit__(None, None, None)

    def _until_armed(self, run: Run, torrent: Torrent) -> None:
        while (said := run.hear()) != "armed":
            assert said == "take it out"
            self.daemon.remove(torrent.id)


@pytest.fixture(params=["transmission", "qbittorrent"])
def daemon(request: pytest.FixtureRequest) -> Daemon:
    """Each kind of client."""
    return request.getfixturevalue(request.param)


def killed_everywhere(
    daemon: Daemon, folder: Path, story: victim.Story, request: re.Pattern[bytes] | None
) -> Iterator[tuple[str, bool, Torrent, Report]]:
    """For each step of a story: whether its wish was written down by then, and what a new start made of it."""
    with wire_to(daemon.port) as wire:
        place = Place(daemon, wire, folder, story)
        steps = list(place.live_to_the_end(*place.prepare()).steps)
        assert steps, "it writes nothing down"
        wish = next((step for step in steps if step.startswith("after") and "“requested”" in step), None)
        written_from = steps.index(wish) if wish else len(steps)
        steps += AT_THE_WIRE if request is not None else ()
        left = []
        for step in steps:
            folder, torrent = place.prepare()
            place.die(folder, torrent, step, request)
            left.append((folder, torrent))
        reports = place.settle(*left)
        for number, (step, (_, torrent), report) in enumerate(zip(steps, left, reports, strict=True)):
            written = number >= written_from
            print(f"{daemon.kind}\t{story.__name__}\t{step}\t{_words(daemon, torrent, report)}")
            yield step, written, torrent, report


def _words(daemon: Daemon, torrent: Torrent, report: Report) -> str:
    listed = "listed" if torrent.id in daemon.listed() else "not listed"
    files = "files there" if (daemon.downloads / torrent.name).exists() else "files erased"
    known = [
        "open" if record.is_open else f"closed ({record.close_reason})"
        for record in report.records
        if record.v1 == torrent.v1
    ]
    asked = "; asks" if report.questions else ""
    return f"{listed}; {files}; {len(known)} record{'' if len(known) == 1 else 's'} {', '.join(known)}{asked}"


def test_add_loses_nothing_and_doubles_nothing(daemon, tmp_path):
    for step, written, torrent, report in killed_everywhere(daemon, tmp_path, victim.add, ADD):
        assert (torrent.id in daemon.listed()) == written, step
        assert len(report.records) == written, step
        for record in report.records:
            assert (record.is_open, record.attempt, record.error_message) == (True, 1, None), step
            assert report.kinds[record.id].count(EventKind.CONFIRMED) == 1, step
            assert record.subject.item.title == "Dragnet", step
        assert report.gone == report.questions == (), step


def test_send_again_loses_nothing_and_doubles_nothing(daemon, tmp_path):
    for step, written, torrent, report in killed_everywhere(daemon, tmp_path, victim.send_again, ADD):
        assert (torrent.id in daemon.listed()) == written, step
        (record,) = report.records
        assert (record.is_open, record.attempt) == (True, 2 if written else 1), step
        assert report.gone == (() if written else (record.id,)), step


@pytest.mark.parametrize(
    ("story", "verb", "reason"),
    [(victim.cancel, Verb.REMOVE, CloseReason.COMPLETED), (victim.delete, Verb.DELETE, CloseReason.DELETED)],
    ids=["cancel", "delete"],
)
def test_a_removal_is_closed_or_asked_about_and_erases_only_what_was_asked(daemon, tmp_path, story, verb, reason):
    for step, written, torrent, report in killed_everywhere(daemon, tmp_path, story, REMOVE):
        (record,) = report.records
        listed = torrent.id in daemon.listed()
        erased = not (daemon.downloads / torrent.name).exists()
        assert erased == (verb is Verb.DELETE and not listed), step
        assert record.is_open == listed, step
        assert record.close_reason == (None if listed else reason), step
        assert report.questions == (((verb, torrent.name),) if listed and written else ()), step
        assert report.gone == (), step
        if not written or step == AT_THE_WIRE[0]:
            assert listed, step


def test_retry_loses_nothing(daemon, tmp_path):
    for step, _, torrent, report in killed_everywhere(daemon, tmp_path, victim.retry, START):
        (record,) = report.records
        assert torrent.id in daemon.listed(), step
        assert (record.is_open, record.attempt) == (True, 1), step
        assert report.questions == report.gone == (), step


def test_adopt_leaves_one_record_or_none(daemon, tmp_path):
    for step, _, torrent, report in killed_everywhere(daemon, tmp_path, victim.adopt, None):
        assert torrent.id in daemon.listed(), step
        adopted = step.startswith("after") and "“adopted”" in step
        assert len(report.records) == adopted, step
        assert report.questions == report.gone == (), step
