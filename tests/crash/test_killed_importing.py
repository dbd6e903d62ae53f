"""Law 3: what finishes is marked once and filed once and whole, wherever the program is killed in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.happening import HappeningKind
from mydia_desktop.domain.record import CloseReason, EventKind
from tests.crash import victim
from tests.crash.place import AT_THE_WIRE, Place
from tests.crash.victim import Report
from tests.crash.wire import CONTENT, REMOVE, wire_to
from tests.daemons import Daemon
from tests.torrents import Torrent

TARGET = "TV/Dragnet/Season 02/Dragnet - S02E07.mkv"


class Outcome(NamedTuple):
    """What a new start made of a death."""

    step: str
    marked: bool
    """Whether the completion was written down by then."""
    torrent: Torrent
    library: Path
    report: Report


def killed_everywhere(daemon: Daemon, folder: Path, method: Method) -> Iterator[Outcome]:
    """Each step from the last byte to the library."""
    request = REMOVE if method is Method.MOVE else CONTENT
    with wire_to(daemon.port) as wire:
        place = Place(daemon, wire, folder, victim.finish, method=method)
        steps = list(dict.fromkeys(place.live_to_the_end(*place.prepare()).steps))
        marked_from = next(at for at, step in enumerate(steps) if step.startswith("after") and "“completed”" in step)
        steps += AT_THE_WIRE
        left = []
        for step in steps:
            profile, torrent = place.prepare()
            place.die(profile, torrent, step, request)
            left.append((profile, torrent))
        reports = place.settle(*left, story=victim.be_imported)
        for at, (step, (profile, torrent), report) in enumerate(zip(steps, left, reports, strict=True)):
            outcome = Outcome(step, at >= marked_from, torrent, profile / "library", report)
            print(f"{daemon.kind}\t{method}\t{step}\t{_words(daemon, outcome)}")
            yield outcome


def _words(daemon: Daemon, outcome: Outcome) -> str:
    listed = "listed" if outcome.torrent.id in daemon.listed() else "not listed"
    source = "source there" if (daemon.downloads / outcome.torrent.name).exists() else "source gone"
    files = sum(path.is_file() for path in outcome.library.rglob("*"))
    asked = "; asks" if outcome.report.questions else ""
    return f"{listed}; {source}; {files} in the library{asked}"


@pytest.fixture(params=["transmission", "qbittorrent"])
def daemon(request: pytest.FixtureRequest) -> Daemon:
    """Each kind of client."""
    return request.getfixturevalue(request.param)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("method", [Method.HARD_LINK, Method.COPY])
def test_an_import_is_done_once_and_whole(daemon, tmp_path, method):
    """And nothing is left of a part under any name."""
    for step, marked, torrent, library, report in killed_everywhere(daemon, tmp_path, method):
        (record,) = report.records
        kinds = report.kinds[record.id]
        assert record.close_reason is CloseReason.IMPORTED, step
        assert (kinds.count(EventKind.COMPLETED), kinds.count(EventKind.IMPORTED)) == (1, 1), step
        assert report.told.count(HappeningKind.COMPLETED) == (not marked), step
        assert report.told.count(HappeningKind.IMPORT_FAILED) == 0, step
        (filed,) = (path for path in library.rglob("*") if path.is_file())
        assert filed == library / TARGET, step
        assert filed.read_bytes() == torrent.content, step
        assert torrent.id in daemon.listed(), step
        assert filed.samefile(daemon.downloads / torrent.name) == (method is Method.HARD_LINK), step
        assert report.questions == (), step
