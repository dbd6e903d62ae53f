"""Rows folded from qBittorrent's answers: what stays, what goes, and what keeps its key."""

import logging

import msgspec
import pytest

from mydia_desktop.adapters.qbittorrent_listing import Listing
from mydia_desktop.adapters.qbittorrent_wire import LogLine, Maindata, Row
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey

A, B, C = ("a" * 40, "b" * 40, "c" * 40)
V2 = "d" * 64
SEEDBOX = ClientId("seedbox")


def key(native):
    """The key of a row that was first listed under this id."""
    return TransferKey(SEEDBOX, native)


def maindata(rid=1, *, full=False, removed=(), categories=None, gone_categories=(), server=None, **torrents):
    """An answer as it comes off the wire."""
    return msgspec.json.decode(
        msgspec.json.encode(
            {
                "rid": rid,
                "full_update": full,
                "torrents": torrents,
                "torrents_removed": removed,
                "categories": {name: {"name": name} for name in categories or ()},
                "categories_removed": gone_categories,
                "server_state": server or {},
            }
        ),
        type=Maindata,
    )


@pytest.fixture
def listing():
    """Two rows, known."""
    listing = Listing(SEEDBOX)
    listing.apply(
        maindata(
            full=True,
            categories=["films"],
            server={"dl_info_speed": 7, "refresh_interval": 1500},
            **{A: {"name": "Alpha", "state": "downloading", "dlspeed": 5}, B: {"name": "Beta", "state": "stalledUP"}},
        )
    )
    return listing


def test_a_delta_changes_the_fields_it_names(listing):
    """Fields that did not change are not sent, and stay."""
    change = listing.apply(maindata(2, server={"dl_info_speed": 8}, **{A: {"dlspeed": 6}}))
    assert list(change.changed) == [key(A)]
    assert (listing.transfers[key(A)].name, listing.transfers[key(A)].download_speed) == ("Alpha", 6)
    assert (listing.server.dl_info_speed, listing.server.refresh_interval, listing.rid) == (8, 1500, 2)


def test_cost_follows_change_an_equal_row_is_the_same_object(listing):
    """A whole list after a restart costs comparisons, not new objects."""
    before = dict(listing.transfers)
    change = listing.apply(
        maindata(
            1,
            full=True,
            **{A: {"name": "Alpha", "state": "downloading", "dlspeed": 5}, B: {"name": "Beta", "state": "uploading"}},
        )
    )
    assert listing.transfers[key(A)] is before[key(A)]
    assert change.changed == {}  # stalledUP and uploading are both seeding
    assert listing.transfers == before


def test_an_answer_that_comes_again_changes_nothing(listing):
    """The same rid is sent again after a lost answer."""
    answer = maindata(2, **{A: {"dlspeed": 6}, C: {"name": "Gamma", "state": "metaDL"}})
    listing.apply(answer)
    again = listing.apply(answer)
    assert (again.changed, again.removed) == ({}, frozenset())
    assert len(listing.transfers) == 3


def test_rows_go_when_removed_or_missing_from_a_whole_list(listing):
    """Both are the client's own word."""
    assert listing.apply(maindata(2, removed=[A])).removed == {key(A)}
    assert listing.apply(maindata(3, removed=[A])).removed == frozenset()
    assert listing.apply(maindata(1, full=True)).removed == {key(B)}
    assert listing.transfers == {}


def test_categories_come_and_go(listing):
    """The list of categories is kept by differences, like the rows."""
    listing.apply(maindata(2, categories=["shows"], gone_categories=["films"]))
    assert listing.categories == {"shows"}
    listing.apply(maindata(1, full=True))
    assert listing.categories == frozenset()


def test_half_an_unreadable_answer_is_not_applied(listing):
    """An answer counts wholly or not at all; rid stays, so that it is asked for again."""
    before = dict(listing.transfers)
    with pytest.raises(msgspec.MsgspecError):
        listing.apply(maindata(2, **{B: {"name": "Other"}, A: {"dlspeed": "fast"}}))
    assert (listing.transfers, listing.rid) == (before, 1)


def test_what_lies_on_top_goes_with_the_next_maindata(listing):
    """A value that went A, B, A is no change to maindata: B must not stay."""
    row = Row(name="Alpha", state="downloading", dlspeed=99)
    assert listing.overlay({A: row})[key(A)].download_speed == 99
    change = listing.apply(maindata(2))
    assert change.changed[key(A)].download_speed == 5
    assert listing.apply(maindata(3)).changed == {}


def test_a_row_not_listed_is_not_shown_by_its_id(listing):
    """A row appears because maindata listed it, and gets its key then."""
    assert listing.overlay({C: Row(name="Gamma")}) == {}
    assert key(C) not in listing.transfers


def test_a_hidden_row_comes_back_if_it_is_still_listed(listing):
    """An answer by id said "gone"; maindata, which decides, disagrees."""
    listing.hide([key(A)])
    assert key(A) not in listing.transfers
    assert listing.apply(maindata(2)).changed.keys() == {key(A)}


@pytest.mark.parametrize("says_removed", [True, False], ids=["4.5.2", "5.1.0"])
def test_a_hybrid_keeps_its_row_when_its_id_changes(listing, says_removed):
    """The id of a hybrid's magnet changes with its metadata; 5.1 never says that the old one is gone."""
    listing.apply(maindata(2, **{C: {"name": C, "state": "metaDL", "infohash_v1": C}}))
    hybrid = {"name": "Gamma", "state": "downloading", "infohash_v1": C, "infohash_v2": V2}
    change = listing.apply(maindata(3, removed=[C] if says_removed else [], **{V2[:40]: hybrid}))

    assert (change.changed.keys(), change.removed) == ({key(C)}, frozenset())
    row = listing.transfers[key(C)]
    assert (row.native_id, row.v1, row.v2, row.name) == (V2[:40], C, V2, "Gamma")
    assert len(listing.transfers) == 3
    assert listing.native_ids([key(C)]) == {V2[:40]: key(C)}

    # The same with the ghost still spoken of, after a restart, and at its end.
    assert listing.apply(maindata(4, **{C: {"state": "metaDL"}, V2[:40]: {"dlspeed": 1}})).changed.keys() == {key(C)}
    assert listing.apply(maindata(1, full=True, **{V2[:40]: hybrid})).removed == {key(A), key(B)}
    assert listing.apply(maindata(2, removed=[V2[:40]])).removed == {key(C)}
    assert listing.apply(maindata(3, **{C: {"name": C, "state": "metaDL", "infohash_v1": C}})).changed.keys() == {
        key(C)
    }


def test_a_failed_row_says_what_the_log_said(listing):
    """The API has no text for an error; the log names the torrent in quotes."""
    listing.hear(
        [
            LogLine(id=1, type=8, message='File error alert. Torrent: "Alpha". Reason: "No space left on device"'),
            LogLine(id=2, type=8, message='File error alert. Torrent: "Alphabet". Reason: "Other"'),
            LogLine(id=3, type=1, message='Added "Alpha"'),
        ]
    )
    listing.apply(maindata(2, **{A: {"state": "error"}}))
    assert (listing.transfers[key(A)].status, "No space left" in listing.transfers[key(A)].error) == (
        Status.FAILED,
        True,
    )


def test_a_reason_that_comes_late_is_still_shown(listing):
    """The log may speak after the state."""
    listing.apply(maindata(2, **{A: {"state": "error"}}))
    assert listing.transfers[key(A)].error is None
    listing.hear([LogLine(id=1, type=8, message='"Alpha": disk full')])
    assert listing.apply(maindata(3)).changed[key(A)].error == '"Alpha": disk full'


def test_an_unknown_state_is_logged_once(listing, caplog):
    """One line with the word, however often it comes."""
    with caplog.at_level(logging.WARNING):
        listing.apply(maindata(2, **{A: {"state": "dreaming"}, B: {"state": "dreaming"}}))
        listing.apply(maindata(3, **{A: {"dlspeed": 9}}))
    assert [record.getMessage() for record in caplog.records] == ["seedbox: unknown torrent state 'dreaming'"]


def test_active_rows_are_those_that_move(listing):
    """They are asked about between two lists, and only they."""
    assert listing.active == {key(A)}
    listing.apply(maindata(2, **{A: {"state": "pausedDL", "dlspeed": 0}, B: {"upspeed": 1}}))
    assert listing.active == {key(B)}
