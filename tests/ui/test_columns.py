"""What the cells say."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui import cells
from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId, spoken, tip
from mydia_desktop.ui.formatting import UNKNOWN
from mydia_desktop.ui.row import Format, Memory, Row, Source
from mydia_desktop.ui.sort_order import natural_key
from tests.ui.shell_values import NAS, NOW, record, row, silent, state, subject

FORM = Format(now=NOW)


def made(status=Status.DOWNLOADING, *, client=None, known=None, **changes):
    return Row(row(NAS, 1, status, **changes), Source(client or state()), known)


def text(column, made_row):
    return COLUMNS[PLACE[column]].text(made_row, FORM)


def test_every_column_has_a_title_and_can_be_read_sorted_and_said(qapp):  # noqa: ARG001 - translations want one
    for status in Status:
        for column in COLUMNS:
            for client in (state(), silent(NAS)):
                each = made(status, client=client)
                assert column.title()
                assert isinstance(column.text(each, FORM), str)
                assert isinstance(spoken(column, each, FORM), str)
                assert isinstance(tip(column, each, FORM), str)
                assert column.sort_key(each) <= column.sort_key(each)


@pytest.mark.parametrize(
    ("changes", "eta"),
    [
        ({"eta": 1560}, "26 min"),
        ({"eta": None}, "∞"),
        ({"status": Status.STALLED}, "∞"),
        ({"status": Status.PAUSED}, ""),
        ({"status": Status.SEEDING}, ""),
        ({"status": Status.CHECKING, "eta": 120}, "2 min"),
    ],
)
def test_eta_is_infinite_only_for_what_waits_for_data(changes, eta):
    assert text(ColumnId.ETA, made(**changes)) == eta


def test_progress_is_that_of_the_check_while_there_is_one():
    assert text(ColumnId.PROGRESS, made(Status.CHECKING, progress=0.2, check_progress=0.48)) == "48 %"
    assert text(ColumnId.PROGRESS, made(Status.CHECKING, progress=1.0, done=True, check_progress=1.0)) == "99 %"
    assert text(ColumnId.PROGRESS, made(Status.PAUSED, progress=1.0, done=True)) == "100 %"
    assert text(ColumnId.PROGRESS, made(Status.METADATA)) == ""


def test_zero_is_blank_and_unknown_is_a_dash():
    each = made(ratio=None, seeds=0, peers=None, added_at=None, completed_at=None)
    assert text(ColumnId.DOWN, each) == text(ColumnId.SEEDS, each) == text(ColumnId.COMPLETED, each) == ""
    assert text(ColumnId.RATIO, each) == text(ColumnId.PEERS, each) == text(ColumnId.ADDED, each)
    assert spoken(COLUMNS[PLACE[ColumnId.RATIO]], each, FORM) == "Not reported by NAS"


@pytest.mark.parametrize(
    ("status", "changes", "caption"),
    [
        (Status.FAILED, {"error": "No space left on device"}, "No space left on device"),
        (Status.QUEUED, {"queue_position": 2}, "Position 2"),
        (Status.STALLED, {"active_at": int(NOW) - 3 * 86400 - 4 * 3600}, "No data for 3 d 4 h"),
        (Status.MOVING, {"note": "/srv/movies"}, "To /srv/movies"),
        (Status.UNKNOWN, {"note": "forcedMetaUP"}, "forcedMetaUP"),
        (Status.PAUSED, {"note": "It can't be saved", "tracker_warning": "unregistered"}, "It can't be saved"),
        (Status.SEEDING, {"tracker_warning": "unregistered\ntorrent"}, "unregistered torrent"),
        (Status.SEEDING, {}, ""),
    ],
)
def test_the_second_line_says_what_the_status_alone_does_not(status, changes, caption):
    assert cells.caption(made(status, **changes), FORM) == caption


def test_the_second_line_goes_on_with_the_release_or_says_that_nothing_is_known():
    matched = made(name="Nosferatu.1922", known=record(1, subject("Nosferatu", year=1922)))
    assert cells.release_line(matched, FORM) == "Nosferatu.1922"
    assert cells.release_line(made(known=record(1)), FORM) == "Not matched to a movie or episode"
    assert cells.release_line(made(), Format(now=NOW, memory=Memory.READING)) == ""
    unavailable = Format(now=NOW, memory=Memory.UNAVAILABLE)
    assert cells.release_line(made(), unavailable) == "What it is for is not available now"
    assert cells.quality(made(), unavailable) == ()


def test_a_compact_row_ends_with_the_quality():
    of = subject("Nosferatu", year=1922)
    assert cells.quality(made(known=record(1, of, quality=("2160p", "REMUX", "HEVC"))), FORM) == ("2160p", "REMUX")
    assert cells.quality(made(), FORM) == ("Not matched",)


def test_the_indexer_is_that_of_the_record_and_unknown_ones_come_last():
    found, unknown = made(known=record(1, indexer="PublicReel")), made(known=record(1))
    assert text(ColumnId.INDEXER, found) == "PublicReel"
    assert text(ColumnId.INDEXER, unknown) == text(ColumnId.INDEXER, made()) == UNKNOWN
    assert tip(COLUMNS[PLACE[ColumnId.INDEXER]], unknown, FORM) == "Not known where it was found"
    assert COLUMNS[PLACE[ColumnId.INDEXER]].sort_key(found) < COLUMNS[PLACE[ColumnId.INDEXER]].sort_key(unknown)


def test_natural_order_counts():
    names = ["Show 10", "show 9", "Show 009b", "Éclair", "ecla", "Zoo"]
    assert sorted(names, key=natural_key) == ["ecla", "Éclair", "show 9", "Show 009b", "Show 10", "Zoo"]


def test_etas_sort_by_what_is_over_first():
    soon, late, never, nothing = made(eta=10), made(eta=9999), made(Status.STALLED), made(Status.PAUSED)
    keys = [COLUMNS[PLACE[ColumnId.ETA]].sort_key(each) for each in (soon, late, never, nothing)]
    assert keys == sorted(keys)
