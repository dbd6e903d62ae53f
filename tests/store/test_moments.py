"""Moments are read as Mydia, SQLite and we write them, and sort as time does."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mydia_desktop.store.moments import read_moment, written

MOMENT = datetime(2025, 11, 4, 2, 30, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    "text",
    ["2025-11-04T02:30:00Z", "2025-11-04T02:30:00", "2025-11-04 02:30:00", "2025-11-04T02:30:00.000000Z",
     "2025-11-04T03:30:00+01:00", "2025-11-04 02:30:00.000"],
)  # fmt: skip
def test_every_way_of_writing_a_moment_is_read(text):
    """Without a zone it is UTC."""
    assert read_moment(text) == MOMENT


@pytest.mark.parametrize("text", ["", "soon", "2025-13-40T00:00:00", None, 17, b"2025-11-04"])
def test_what_is_no_moment_is_none(text):
    """An old row may hold anything."""
    assert read_moment(text) is None


def test_moments_sort_as_their_texts_do():
    """Also beside those of Mydia, which have no fractions."""
    texts = [written(datetime.fromtimestamp(MOMENT + part, UTC)) for part in (-0.000001, 0.0, 0.5, 1.0)]
    assert sorted(texts) == texts
    assert texts[0] < "2025-11-04T02:30:00" < texts[1]
    assert [read_moment(one) for one in texts] == [MOMENT - 0.000001, MOMENT, MOMENT + 0.5, MOMENT + 1]
