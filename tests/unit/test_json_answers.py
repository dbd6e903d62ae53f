"""One bad string must not cost ten thousand good rows."""

import msgspec
import pytest

from mydia_desktop.adapters.json_answers import decode


class Row(msgspec.Struct):
    """As a client's rows are: some fields have a value when they are left out."""

    name: str
    ratio: float = 0.5
    size: int = 7


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (b'{"name": "\\ud800"}', "\ufffd\ufffd\ufffd"),
        (b'{"name": "a\\udc00b"}', "a\ufffd\ufffd\ufffdb"),
        (b'{"name": "a\xffb"}', "a\ufffdb"),
        (b'{"name": "\xc3"}', "\ufffd"),
        (b'{"name": "\\ud83c\\udfac"}', "\U0001f3ac"),
        (b'{"name": "\xed\xa0\x80"}', "\ufffd\ufffd\ufffd"),
    ],
)
def test_a_name_that_is_no_text_is_read_as_far_as_it_is(text, name):
    """Names come from whoever made a torrent, and 3.00 hands on what it got."""
    good, bad = decode(b'[{"name": "good"}, ' + text + b"]", list[Row])
    assert good.name == "good"
    assert bad.name == name
    bad.name.encode()


@pytest.mark.parametrize("word", [b"NaN", b"Infinity", b"-Infinity", b"null"])
def test_a_number_that_is_none_is_a_field_left_out(word):
    """No value rather than no rows."""
    row = decode(b'{"name": "a", "ratio": ' + word + b', "size": ' + word + b"}", Row)
    assert (row.ratio, row.size) == (0.5, 7)


def test_raw_parts_stay_readable():
    """What is kept for later is patched as well."""
    raw = decode(b'{"a": {"name": "\\ud800", "size": null}}', dict[str, msgspec.Raw])["a"]
    assert decode(raw, Row).size == 7


def test_a_bad_field_name_is_read_too():
    """Ids are names of fields in some answers."""
    assert list(decode(b'{"\\ud800": 1}', dict[str, int]).values()) == [1]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"{",
        b'{"name": 1}',
        b'{"size": 1}',
        b'{"name": null}',
        b"[" * 100_000,
        b'{"name": "a", "more": ' + b"[" * 100_000,
        b'{"name": "\\ud800", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"\xff\xfe",
        b"9" * 10_000,
    ],
)
def test_what_is_not_of_the_shape_is_one_kind_of_error(body):
    """However it is wrong."""
    with pytest.raises(msgspec.MsgspecError):
        decode(body, Row)
