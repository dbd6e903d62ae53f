"""Labels in use, by what changes."""

from mydia_desktop.adapters.label_count import LabelCount


def test_a_label_is_in_use_as_long_as_a_row_has_it():
    """In order, each once."""
    count = LabelCount()
    count.replace([], ["noir", "film"])
    count.replace([], ["film"])
    assert count.in_use == ("film", "noir")
    count.replace(["noir", "film"], ["silent"])
    assert count.in_use == ("film", "silent")
    count.replace(["film"], [])
    assert count.in_use == ("silent",)


def test_a_label_named_twice_is_one():
    """A client may say so."""
    count = LabelCount()
    count.replace([], ["film", "film"])
    count.replace(["film", "film"], [])
    assert count.in_use == ()


def test_cost_follows_change_nothing_new_is_the_identical_tuple():
    """What compares it needs no second look."""
    count = LabelCount()
    count.replace([], ["film"])
    before = count.in_use
    count.replace(["film"], ["film"])
    assert count.in_use is before
