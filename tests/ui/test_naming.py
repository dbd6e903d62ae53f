"""What downloads are called."""

from __future__ import annotations

import pytest

from mydia_desktop.ui.naming import beside_title, full_name, name_key, release_name, title
from tests.ui.shell_values import NAS, record, row, subject

NOSFERATU = subject("Nosferatu", year=1922)


@pytest.mark.parametrize(
    ("of", "beside", "full"),
    [
        (NOSFERATU, "1922", "Nosferatu (1922)"),
        (subject("Nosferatu"), "", "Nosferatu"),
        (subject("One Step Beyond", season=2, episodes=(7,)), "S02E07", "One Step Beyond S02E07"),
        (
            subject("Sherlock Holmes", year=1954, episodes=(5, 6, 7, 8)),
            "S01E05 – E08 · 1954",  # noqa: RUF001 - a dash as it is printed
            "Sherlock Holmes S01E05 – E08",  # noqa: RUF001
        ),
        (subject("Dragnet", year=1951, season=2), "S02 · 1951", "Dragnet S02"),
    ],
)
def test_a_matched_download_is_called_by_what_it_is_for(of, beside, full):
    made = row(NAS, 1), record(1, of)
    assert (title(*made), beside_title(made[1]), full_name(*made)) == (of.item.title, beside, full)


@pytest.mark.parametrize("of", [None, record(1)])
def test_one_that_is_not_matched_is_called_by_its_release(of):
    made = row(NAS, 1, name="Debian 13"), of
    assert title(*made) == full_name(*made) == release_name(*made) == "Debian 13"
    assert beside_title(of) == ""


def test_the_release_is_as_the_client_calls_it_unless_it_only_knows_a_hash():
    known = record(1, title="Nosferatu.1922", v1="ab" * 20)
    assert release_name(row(NAS, 1, name="renamed"), known) == "renamed"
    assert release_name(row(NAS, 1, name="AB" * 20), known) == "Nosferatu.1922"
    assert release_name(row(NAS, 1, name=""), known) == "Nosferatu.1922"


def test_by_name_titles_stand_together_and_episodes_in_order():
    wanted = [
        (row(NAS, 1, name="z"), record(1, subject("Dragnet", season=1, episodes=(2,)))),
        (row(NAS, 2, name="y"), record(2, subject("Dragnet", season=1, episodes=(10,)))),
        (row(NAS, 3, name="a"), record(3, subject("Dragnet", season=2))),
        (row(NAS, 4, name="b"), record(4, subject("Dragnet", season=2))),
        (row(NAS, 5, name="dragnet.the.movie"), None),
        (row(NAS, 6, name="x"), record(6, subject("Nosferatu", year=1922))),
        (row(NAS, 7, name="c"), record(7, subject("Nosferatu", year=1979))),
    ]
    shuffled = wanted[::2] + wanted[1::2]
    assert sorted(shuffled, key=lambda made: name_key(*made)) == wanted


def test_names_of_records_can_not_deceive_the_eye():
    made = row(NAS, 1), record(1, subject("Nosferatu\u202egnp"))
    assert full_name(*made) == "Nosferatu\ufffdgnp"
