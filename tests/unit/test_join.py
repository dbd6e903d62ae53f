"""Which row shows which record, whatever comes first and whatever changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mydia_desktop.domain.record import CloseReason, RecordId
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.live.join import Join
from mydia_desktop.live.record_book import RecordBook
from mydia_desktop.live.roster import AGREE_AFTER_S
from tests.records import NAS_UUID, OTHER_UUID, record

NAS = ClientId("nas")
V1, V2 = "a" * 40, "b" * 64


def row(name, **changes):
    """What a client lists of the torrent of this name."""
    remembered = record(name)
    known = {
        "key": TransferKey(NAS, remembered.native_id), "native_id": remembered.native_id, "v1": remembered.v1,
        "name": name, "status": Status.SEEDING, "done": True, "progress": 1.0, "size": 1, "remaining": 0,
        "downloaded": 1, "uploaded": 0, "download_speed": 0, "upload_speed": 0,
    }  # fmt: skip
    return Transfer(**(known | changes))


class Room:
    """A join of one client with a book of records."""

    def __init__(self):
        self.book, self.join = RecordBook(), Join()
        self.join.bind(self.book.of(NAS_UUID), now=0.0)

    def list(self, *rows, removed=()):
        self.join.take_rows({each.key: each for each in rows}, [each.key for each in removed])

    def remember(self, *records, now=0.0):
        """Take in records; the rows concerned."""
        return self.join.take_records(self.book.update(records).get(NAS_UUID, ()), now)

    def forget_all_but(self, *records):
        return self.join.take_records(self.book.replace(records).get(NAS_UUID, ()), 0.0)

    def title_of(self, shown):
        known = self.join.record_of(shown.key)
        return known and known.title


@pytest.fixture
def room():
    return Room()


def test_it_does_not_matter_whether_the_row_or_the_record_comes_first(room):
    early, late = row("Early"), row("Late")
    room.list(early)
    assert room.remember(record("Early"), record("Late")) == {early.key}
    room.list(late)
    assert (room.title_of(early), room.title_of(late)) == ("Early", "Late")
    assert room.join.rows_of(record("Late").id) == (late.key,)
    assert not room.join.unlisted


def test_a_record_that_changes_concerns_its_row_and_one_that_does_not_concerns_none(room):
    one, two = row("One"), row("Two")
    room.list(one, two)
    room.remember(record("One"), record("Two"))
    assert room.remember(record("One"), record("Two", error_message="No space left.")) == {two.key}
    assert room.remember(record("One")) == set()


def test_a_record_that_no_longer_matches_leaves_its_row_without(room):
    shown = row("One")
    room.list(shown)
    room.remember(record("One"))
    assert room.remember(record("One", native_id=V1, v1=V1)) == {shown.key}
    assert room.title_of(shown) is None
    assert room.join.unlisted == {record("One").id}


def test_a_record_that_is_forgotten_or_handed_over_leaves_its_row_without(room):
    one, two = row("One"), row("Two")
    room.list(one, two)
    room.remember(record("One"), record("Two"))
    assert room.forget_all_but(record("One")) == {two.key}
    handed = replace(record("One"), client_uuid=OTHER_UUID)
    assert room.remember(handed) == {one.key}
    assert (room.title_of(one), room.title_of(two)) == (None, None)
    assert (room.join.open, room.join.unlisted) == (set(), set())
    assert room.book.of(OTHER_UUID) == {handed.id: handed}


def test_a_hybrid_magnet_keeps_its_record_when_its_client_learns_its_other_hash(room):
    shown = row("Hybrid", v1=None, v2=V2, native_id=V2[:40])
    room.list(shown)
    room.remember(record("Hybrid", native_id=V1, v1=V1))
    assert room.title_of(shown) is None
    room.list(replace(shown, v1=V1))
    assert room.title_of(shown) == "Hybrid"
    assert not room.join.unlisted


@pytest.mark.parametrize("closed_first", [True, False])
def test_of_two_records_of_a_row_the_open_one_is_shown(room, closed_first):
    shown = row("Again")
    room.list(shown)
    still_open = record("Again", id=RecordId("1"), title="Open", inserted_at=1)
    closed = record(
        "Again", id=RecordId("2"), title="Closed", inserted_at=2, closed_at=3, close_reason=CloseReason.DELETED
    )
    for each in (closed, still_open) if closed_first else (still_open, closed):
        room.remember(each)
    assert room.title_of(shown) == "Open"
    room.remember(replace(still_open, closed_at=4, close_reason=CloseReason.FORGOTTEN))
    assert room.title_of(shown) == "Closed", "of two closed ones the latest"


def test_no_record_of_a_listed_row_is_unlisted_whichever_is_shown(room):
    room.remember(record("Again", id=RecordId("1")), record("Again", id=RecordId("2")))
    assert len(room.join.unlisted) == 2
    room.list(row("Again"))
    assert not room.join.unlisted
    room.list(removed=[row("Again")])
    assert len(room.join.unlisted) == 2


def test_only_open_records_are_unlisted(room):
    room.remember(record("One"))
    assert room.join.unlisted == {record("One").id}
    room.remember(record("One", closed_at=1, close_reason=CloseReason.CANCELLED))
    assert not room.join.unlisted
    room.remember(record("One", attempt=2))
    assert room.join.unlisted == {record("One").id}


def test_a_record_without_an_id_is_not_missing_for_nobody_could_know_it(room):
    room.remember(record("Never sent", native_id=None, v1=None))
    assert (room.join.open, room.join.unlisted) == (set(), set())
    room.remember(record("Never sent"))
    assert room.join.unlisted == {record("Never sent").id}


def test_a_record_that_just_came_is_fresh_until_it_is_listed_or_was_not_for_long_enough(room):
    room.remember(record("Listed soon"), record("Never listed"), now=100.0)
    room.remember(record("Later"), now=105.0)
    room.list(row("Listed soon"))
    room.join.grow_old(100.0 + AGREE_AFTER_S - 0.1)
    assert room.join.fresh.keys() == {record("Never listed").id, record("Later").id}
    room.join.grow_old(100.0 + AGREE_AFTER_S)
    assert room.join.fresh.keys() == {record("Later").id}
    room.list(removed=[row("Listed soon")])
    assert room.join.fresh.keys() == {record("Later").id}, "one that was listed before is gone at once"


def test_a_record_that_changes_while_it_is_not_listed_does_not_become_fresh_by_it(room):
    room.remember(record("Gone"), now=0.0)
    room.join.grow_old(AGREE_AFTER_S)
    room.remember(record("Gone", error_message="No space left."), now=AGREE_AFTER_S + 1)
    assert not room.join.fresh
    room.remember(record("Gone", closed_at=1, close_reason=CloseReason.FORGOTTEN))
    room.remember(record("Gone", attempt=2), now=AGREE_AFTER_S + 2)
    assert room.join.fresh.keys() == {record("Gone").id}, "one that is opened again does"


def test_a_row_that_gets_other_ids_or_leaves_gives_its_record_up(room):
    shown = row("One")
    room.remember(record("One"))
    room.list(shown)
    room.list(replace(shown, native_id=V1, v1=V1))
    assert room.title_of(shown) is None
    assert room.join.unlisted == {record("One").id}
    room.list(shown)
    room.list(removed=[shown])
    assert room.title_of(shown) is None


def test_a_client_bound_to_another_of_the_database_has_that_one_s_records(room):
    mine, theirs = row("Mine"), row("Theirs")
    room.list(mine, theirs)
    room.remember(record("Mine"), record("Theirs", OTHER_UUID))
    assert room.join.bind(room.book.of(OTHER_UUID), now=0.0) == {mine.key, theirs.key}
    assert (room.title_of(mine), room.title_of(theirs)) == (None, "Theirs")
    assert room.join.bind(room.book.of(None), now=0.0) == {theirs.key}
    assert not room.join.open


def test_cost_follows_change_a_row_whose_ids_are_the_same_is_not_looked_up_again(room, monkeypatch):
    shown = row("One")
    room.list(shown)
    room.remember(record("One"))
    monkeypatch.setattr(room.join._ids_of_records, "find", lambda _identity: pytest.fail("looked up again"))
    room.list(replace(shown, upload_speed=5))
    assert room.title_of(shown) == "One"
