"""What is believed to be gone, and when a person is asked first."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.absence import MANY, Absence
from mydia_desktop.live.join import Join
from tests.records import NAS_UUID, record
from tests.unit.test_join import row

NAS = ClientId("nas")


class Room:
    """A client with as many open records, all listed."""

    def __init__(self, count):
        self.names = [f"{number:03}" for number in range(count)]
        self.join, self.absence = Join(), Absence()
        records = [record(name, NAS_UUID, inserted_at=number) for number, name in enumerate(self.names)]
        self.join.bind({each.id: each for each in records}, now=0.0)
        self.come(*self.names)

    def come(self, *names):
        """List them again; what is gone then."""
        self.join.take_rows({row(name).key: row(name) for name in names}, ())
        return self.judge()

    def go(self, *names):
        """List them no more; what is gone then."""
        self.join.take_rows({}, [row(name).key for name in names])
        return self.judge()

    def judge(self, *pending):
        return self.absence.judge(NAS, self.join, frozenset(record(name).id for name in pending))


def titles(gone):
    return [each.title for each in gone.records]


def test_while_all_are_listed_nothing_is_gone():
    assert Room(10).judge() is None


def test_what_is_gone_is_told_in_the_order_it_was_remembered():
    gone = Room(10).go("007", "002")
    assert (gone.client, titles(gone), gone.doubted, gone.of) == (NAS, ["002", "007"], False, 10)


def test_half_of_them_is_believed_and_more_than_half_is_asked_about():
    assert not Room(10).go(*(f"{number:03}" for number in range(5))).doubted
    gone = Room(10).go(*(f"{number:03}" for number in range(6)))
    assert (gone.doubted, gone.of, len(gone.records)) == (True, 10, 6)


def test_a_few_are_believed_even_where_they_are_all():
    room = Room(MANY - 1)
    assert not room.go(*room.names).doubted
    room = Room(MANY)
    assert room.go(*room.names).doubted


def test_a_slow_trickle_never_asks():
    room = Room(100)
    for name in room.names:
        gone = room.go(name)
        assert not gone.doubted
    assert len(gone.records) == 100


def test_what_vanishes_at_once_is_measured_by_what_was_still_listed():
    room = Room(100)
    for name in room.names[:80]:
        room.go(name)
    assert room.go(*room.names[80:]).doubted


def test_a_person_who_trusts_it_ends_the_question_and_it_is_asked_anew_the_next_time():
    room = Room(10)
    assert room.go(*room.names).doubted
    room.absence.trust()
    gone = room.judge()
    assert (gone.doubted, len(gone.records)) == (False, 10)
    assert room.come(*room.names) is None
    assert room.go(*room.names).doubted


def test_a_list_that_comes_back_bit_by_bit_marks_nothing_on_its_way():
    room = Room(10)
    room.go(*room.names)
    for name in room.names[: 10 - MANY]:
        assert room.come(name).doubted
    gone = room.come(*room.names[10 - MANY : 9])
    assert (gone.doubted, titles(gone)) == (False, ["009"])
    assert room.come("009") is None


def test_one_believed_gone_that_comes_back_during_the_question_does_not_shorten_it():
    room = Room(11)
    room.go("000")
    assert room.go(*room.names[1:]).doubted
    assert room.come("000").doubted
    gone = room.come(*room.names[1 : 11 - MANY])
    assert (gone.doubted, len(gone.records)) == (True, MANY)


def test_a_row_that_came_back_may_vanish_anew():
    room = Room(12)
    room.go(*room.names[:6])
    room.come(*room.names[:6])
    assert room.go(*room.names[:7]).doubted


def test_what_is_being_added_is_neither_gone_nor_counted():
    room = Room(10)
    room.go("000", "001")
    gone = room.judge("000")
    assert (titles(gone), gone.of) == (["001"], 9)
    assert titles(room.judge()) == ["000", "001"]


def test_cost_follows_change_without_news_the_verdict_is_the_same_object():
    room = Room(10)
    gone = room.go("000")
    assert room.judge() is gone


@pytest.mark.parametrize("name", ["000", "009"])
def test_a_question_counts_again_when_more_vanish(name):
    room = Room(10)
    room.go(*(each for each in room.names if each != name))
    assert len(room.go(name).records) == 10
