"""The law "silence is not absence" in the fold: what makes a row go, and what never does."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.report import Asked, Delta, Facts, Full
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.live.roster import AGREE_AFTER_S, Roster

NAS = ClientId("nas")
FACTS = Facts(version="3.00", api="16", download_speed=0, upload_speed=0)
ONE, TWO = TransferKey(NAS, "one"), TransferKey(NAS, "two")


def transfer(key, **changes):
    known = {
        "key": key, "native_id": key.id, "name": key.id, "status": Status.SEEDING, "done": True, "progress": 1.0,
        "size": 1, "remaining": 0, "downloaded": 1, "uploaded": 0, "download_speed": 0, "upload_speed": 0,
    }  # fmt: skip
    return Transfer(**(known | changes))


def full(*keys, new_session=False):
    rows = {key: transfer(key) for key in keys}
    return Full(facts=FACTS, latency=0.01, new_session=new_session, transfers=rows)


def delta(*changed, removed=(), complete=False):
    rows = {row.key: row for row in changed}
    return Delta(facts=FACTS, latency=0.01, changed=rows, removed=frozenset(removed), complete=complete)


def asked(keys, *found):
    return Asked(facts=FACTS, latency=0.01, keys=frozenset(keys), transfers={key: transfer(key) for key in found})


@pytest.fixture
def roster():
    """A roster whose two rows were listed and are not in doubt."""
    roster = Roster()
    roster.fold(full(ONE, TWO, new_session=True), now=0.0)
    return roster


def test_a_first_list_shows_its_rows_at_once():
    assert set(Roster().fold(full(ONE, TWO, new_session=True), now=0.0).changed) == {ONE, TWO}


def test_a_row_that_an_answering_client_does_not_list_is_gone_at_once(roster):
    assert roster.fold(full(ONE), now=1.0).removed == {TWO}
    assert set(roster.rows) == {ONE}


def test_a_row_asked_for_by_id_and_not_answered_is_gone_and_others_stay(roster):
    assert roster.fold(asked({TWO}), now=1.0).removed == {TWO}


def test_a_client_s_own_word_that_it_removed_a_row_counts_at_once_even_in_doubt(roster):
    roster.doubt()
    assert roster.fold(delta(removed=[TWO]), now=1.0).removed == {TWO}
    assert TWO not in roster.unseen


def test_the_early_empty_list_of_a_restarted_client_removes_nothing(roster):
    change = roster.fold(full(new_session=True), now=100.0)
    assert not change.removed
    assert roster.unseen == {ONE, TWO}
    change = roster.fold(full(ONE, TWO), now=102.0)
    assert not change.removed
    assert not roster.unseen


def test_two_complete_lists_far_enough_apart_agree_on_an_absence(roster):
    roster.fold(full(ONE, new_session=True), now=100.0)
    assert not roster.fold(full(ONE), now=100.0 + AGREE_AFTER_S - 0.1).removed
    assert roster.fold(full(ONE), now=100.0 + AGREE_AFTER_S).removed == {TWO}
    assert not roster.unseen


def test_after_an_outage_absence_counts_from_the_first_list_after_it(roster):
    roster.doubt()
    assert not roster.fold(full(), now=500.0).removed
    roster.doubt()
    assert not roster.fold(full(), now=509.0).removed, "a second outage starts the time anew"
    assert not roster.fold(full(), now=512.0).removed
    assert roster.fold(full(), now=519.0).removed == {ONE, TWO}


def test_a_part_of_an_answer_confirms_no_absence(roster):
    roster.doubt()
    roster.fold(full(), now=0.0)
    assert not roster.fold(delta(), now=60.0).removed
    assert not roster.fold(asked({ONE}), now=61.0).removed, "asked for by id, but its list may still be early"
    assert roster.unseen == {ONE, TWO}


def test_an_exact_account_of_changes_says_nothing_about_what_it_does_not_name(roster):
    roster.doubt()
    roster.fold(full(ONE), now=0.0)
    assert not roster.fold(delta(complete=True), now=AGREE_AFTER_S).removed
    assert roster.fold(full(ONE), now=AGREE_AFTER_S).removed == {TWO}


def test_a_row_listed_again_in_doubt_is_doubted_no_longer(roster):
    roster.doubt()
    roster.fold(full(), now=0.0)
    roster.fold(delta(transfer(ONE, status=Status.PAUSED)), now=1.0)
    assert roster.unseen == {TWO}


def test_a_complete_list_is_wanted_while_it_would_settle_a_doubt(roster):
    assert not roster.wants_whole(0.0)
    roster.doubt()
    assert roster.wants_whole(0.0)
    roster.fold(full(ONE), now=0.0)
    assert not roster.wants_whole(AGREE_AFTER_S - 1)
    assert roster.wants_whole(AGREE_AFTER_S)


def test_absence_counts_once_two_complete_lists_far_enough_apart_were_given():
    roster = Roster()
    roster.fold(full(ONE, new_session=True), now=0.0)
    assert not roster.absence_counts
    roster.fold(delta(complete=True), now=AGREE_AFTER_S + 1)
    roster.fold(asked({ONE}, ONE), now=AGREE_AFTER_S + 2)
    assert not roster.absence_counts, "parts of a list say nothing about the rest"
    roster.fold(full(ONE), now=AGREE_AFTER_S + 3)
    assert roster.absence_counts
    roster.fold(full(ONE, new_session=True), now=AGREE_AFTER_S + 4)
    assert not roster.absence_counts, "another session begins anew"
    roster.fold(full(ONE), now=2 * AGREE_AFTER_S + 4)
    assert roster.absence_counts
    roster.doubt()
    assert not roster.absence_counts, "an outage, too"


def test_a_second_complete_list_is_wanted_only_while_somebody_waits_for_what_it_says():
    roster = Roster()
    roster.fold(full(ONE, new_session=True), now=0.0)
    assert not roster.wants_whole(AGREE_AFTER_S - 0.1, awaited=True)
    assert not roster.wants_whole(AGREE_AFTER_S)
    assert roster.wants_whole(AGREE_AFTER_S, awaited=True)
    roster.fold(full(ONE), now=AGREE_AFTER_S)
    assert not roster.wants_whole(9 * AGREE_AFTER_S, awaited=True)


def test_cost_follows_change_rows_that_did_not_change_are_not_told(roster):
    same = full(ONE, TWO)
    change = roster.fold(same, now=1.0)
    assert not change.changed
    changed = transfer(TWO, status=Status.PAUSED)
    rows = {**same.transfers, TWO: changed}
    assert roster.fold(Full(facts=FACTS, latency=0.01, transfers=rows), now=2.0).changed == {TWO: changed}
