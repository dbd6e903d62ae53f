"""Which ids make two the same, and which never do."""

from __future__ import annotations

import pytest

from mydia_desktop.live.identity_index import Identity, IdentityIndex

V1, V2, OTHER_V1 = "a" * 40, "b" * 64, "c" * 40
CUT = V2[:40]


@pytest.fixture
def index():
    return IdentityIndex()


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        pytest.param(Identity(V1, V1), Identity(V1, V1), id="a v1 torrent"),
        pytest.param(Identity(V1, V1, V2), Identity(CUT, None, V2), id="a hybrid known by v1 here and by v2 there"),
        pytest.param(Identity(V1, V1, V2), Identity(CUT), id="a hybrid of which only the cut v2 is known"),
        pytest.param(Identity(CUT), Identity(V1, V1, V2), id="the same the other way round"),
        pytest.param(Identity(V1), Identity(CUT, V1, V2), id="a record of nothing but v1"),
        pytest.param(Identity(V2), Identity(CUT, None, V2), id="the client's own id is the whole v2"),
        pytest.param(Identity(None, V1), Identity(V1), id="the client's own id is not known yet"),
        pytest.param(Identity("SABnzbd_nzo_x1"), Identity("SABnzbd_nzo_x1"), id="an NZB"),
    ],
)
def test_any_id_in_common_makes_two_the_same(index, known, asked):
    index.put("it", known)
    assert index.find(asked) == ("it",)


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        pytest.param(Identity(None, CUT), Identity(None, None, V2), id="a v1 that looks like a cut v2"),
        pytest.param(Identity(CUT, None, V2), Identity(CUT, CUT), id="a cut v2 that looks like a v1"),
        pytest.param(Identity(V1, V1), Identity(OTHER_V1, OTHER_V1), id="two torrents"),
        pytest.param(Identity(None), Identity(None), id="two that have no id at all"),
        pytest.param(Identity("nzo_" + "x" * 40 + "1"), Identity("nzo_" + "x" * 40 + "2"), id="long ids of NZBs"),
    ],
)
def test_ids_of_different_kinds_are_never_compared(index, known, asked):
    index.put("it", known)
    assert index.find(asked) == ()


def test_an_id_of_unknown_kind_is_tried_as_v1_before_v2(index):
    index.put("by v2", Identity(CUT, None, V2))
    index.put("by v1", Identity(None, CUT))
    assert index.find(Identity(CUT)) == ("by v1",)


def test_a_thing_under_new_ids_is_not_found_by_the_old_ones(index):
    index.put("it", Identity(V1, V1))
    assert index.put("it", Identity(V1, V1, V2)) == Identity(V1, V1)
    assert index.find(Identity(None, None, V2)) == ("it",)
    index.put("it", Identity(OTHER_V1, OTHER_V1))
    assert index.find(Identity(V1, V1, V2)) == ()


def test_of_two_with_the_same_id_each_is_found_until_it_leaves(index):
    index.put("one", Identity(V1, V1))
    index.put("two", Identity(V1, V1))
    assert set(index.find(Identity(V1, V1))) == {"one", "two"}
    assert index.discard("one") == Identity(V1, V1)
    assert index.find(Identity(V1, V1)) == ("two",)
    assert index.discard("one") is None
    index.discard("two")
    assert not index._v1
