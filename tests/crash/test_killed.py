"""Law 3: killing the program between any two steps loses nothing, doubles nothing, and erases only what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.record import CloseReason, EventKind
from tests.crash import victim
from tests.crash.place import AT_THE_WIRE, Place
from tests.crash.victim import Report
from tests.crash.wire import ADD, REMOVE, START, wire_to
from tests.daemons import Daemon
from tests.torrents import Torrent


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
