"""Whose each record is, and which clients hear of a change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mydia_desktop.live.record_book import RecordBook
from tests.records import NAS_UUID, OTHER_UUID, record


@pytest.fixture
def book():
    """One record of each of two clients, and one of nobody known here."""
    book = RecordBook()
    book.update([record("Mine"), record("Theirs", OTHER_UUID), record("Of nobody", None)])
    return book


def test_a_record_belongs_to_its_client_and_to_no_other(book):
    assert list(book.of(NAS_UUID)) == [record("Mine").id]
    assert list(book.of(OTHER_UUID)) == [record("Theirs", OTHER_UUID).id]
    assert book.of(None) == {}
    assert book.get(record("Of nobody", None).id) == record("Of nobody", None)


def test_cost_follows_change_only_new_and_changed_ones_concern_anybody(book):
    changed = record("Theirs", OTHER_UUID, title="Another title")
    assert book.update([record("Mine"), changed]) == {OTHER_UUID: {changed.id}}
    assert book.update([record("Mine"), changed]) == {}


def test_one_that_is_handed_over_concerns_both(book):
    handed = replace(record("Mine"), client_uuid=OTHER_UUID)
    assert book.update([handed]) == {NAS_UUID: {handed.id}, OTHER_UUID: {handed.id}}
    assert book.of(NAS_UUID) == {}


def test_what_a_client_has_follows_later_changes(book):
    mine = book.of(NAS_UUID)
    book.update([record("Later")])
    assert record("Later").id in mine


def test_those_that_are_not_named_when_all_are_replaced_are_forgotten(book):
    assert book.replace([record("Mine")]) == {OTHER_UUID: {record("Theirs", OTHER_UUID).id}}
    assert book.get(record("Of nobody", None).id) is None
