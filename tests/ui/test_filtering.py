"""Which rows a view, a filter and a search show."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.filtering import Filter, Media, View, find_hits, haystack, matcher
from tests.ui.shell_values import NAS, SEEDBOX, record, row, subject


def shows(chosen, transfer, *, live=True, record=None):
    match = matcher(chosen)
    return match is None or match(transfer, live, record, haystack(transfer, record, "Seedbox"))


def test_nothing_chosen_costs_nothing():
    assert matcher(Filter()) is None


def test_the_queue_is_what_is_not_finished_and_completed_is_what_is():
    half, paused_at_the_end = row(NAS, 1, Status.PAUSED), row(NAS, 2, Status.PAUSED, done=True)
    assert shows(Filter(view=View.QUEUE), half)
    assert not shows(Filter(view=View.COMPLETED), half)
    assert not shows(Filter(view=View.QUEUE), paused_at_the_end)
    assert shows(Filter(view=View.COMPLETED), paused_at_the_end)


@pytest.mark.parametrize("status", list(Status))
def test_issues_are_stalled_failed_missing_and_whatever_is_not_live(status):
    trouble = status in {Status.STALLED, Status.FAILED, Status.MISSING}
    assert shows(Filter(view=View.ISSUES), row(NAS, 1, status)) == trouble
    assert shows(Filter(view=View.ISSUES), row(NAS, 1, status), live=False)


def test_filters_are_or_inside_a_group_and_and_between_groups():
    chosen = Filter(statuses=frozenset({Status.SEEDING, Status.FAILED}), clients=frozenset({NAS}))
    assert shows(chosen, row(NAS, 1, Status.FAILED))
    assert not shows(chosen, row(SEEDBOX, 1, Status.FAILED))
    assert not shows(chosen, row(NAS, 1, Status.PAUSED))


def test_not_live_is_one_of_the_statuses():
    chosen = Filter(statuses=frozenset({Status.FAILED}), not_live=True)
    assert shows(chosen, row(NAS, 1, Status.SEEDING), live=False)
    assert shows(chosen, row(NAS, 1, Status.FAILED))
    assert not shows(chosen, row(NAS, 1, Status.SEEDING))


def test_a_category_is_also_a_label():
    chosen = Filter(categories=frozenset({"movies"}))
    assert shows(chosen, row(NAS, 1, category="movies"))
    assert shows(chosen, row(NAS, 1, labels=("old", "movies")))
    assert not shows(chosen, row(NAS, 1, category="tv"))


NOSFERATU = record(1, subject("Nosferatu", year=1922), title="Nosferatu.1922.RESTORED-KINO", indexer="PublicReel")
ONE_STEP = record(2, subject("One Step Beyond", season=2, episodes=(7,)))


@pytest.mark.parametrize(
    ("media", "fitting"), [(Media.MOVIES, NOSFERATU), (Media.EPISODES, ONE_STEP), (Media.UNMATCHED, record(3))]
)
def test_media_is_what_a_download_is_for(media, fitting):
    chosen = Filter(media=frozenset({media}))
    assert [each for each in (NOSFERATU, ONE_STEP, record(3)) if shows(chosen, row(NAS, 1), record=each)] == [fitting]
    assert shows(chosen, row(NAS, 1)) == (media is Media.UNMATCHED)


@pytest.mark.parametrize("text", ["nosferatu", "1922", "restored", "publicreel kino", "release"])
def test_a_search_finds_the_title_the_release_and_the_indexer(text):
    assert shows(Filter(text=text), row(NAS, 1), record=NOSFERATU)


@pytest.mark.parametrize("text", ["beyond s02e07", "s02e07"])
def test_a_search_finds_the_episode(text):
    assert shows(Filter(text=text), row(NAS, 2), record=ONE_STEP)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("amelie", True),
        ("AMÉLIE 2001", True),
        ("2001 amelie", True),
        ("amelie 2002", False),
        ("tracker.example", True),
        ("/srv/films", True),
        ("seedb", True),
        ("kino", True),
        ("french", True),
        ("2001tracker", False),
        ("   ", True),
    ],
)
def test_every_word_is_found_somewhere_in_the_row_whatever_its_case_and_accents(text, found):
    transfer = row(
        NAS,
        1,
        name="Le.Fabuleux.Destin.d'Amélie.2001",
        tracker="tracker.example",
        save_path="/srv/films",
        category="Kino",
        labels=("french",),
    )
    assert shows(Filter(text=text), transfer) == found


def test_folding_takes_case_and_accents_away():
    assert fold("ÅNGSTRÖM Straße İstanbul") == "angstrom strasse istanbul"


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Nosferatu 1922", ("1922",), [(10, 14)]),
        ("Amélie", ("amelie",), [(0, 6)]),
        ("Straße", ("ss",), [(4, 5)]),
        ("aaaa", ("aa",), [(0, 4)]),
        ("abcabc", ("bc", "ab"), [(0, 6)]),
        ("none", ("x",), []),
    ],
)
def test_hits_are_found_where_they_are_in_the_shown_text(text, words, hits):
    assert find_hits(text, words) == hits


def test_words_are_each_once():
    assert Filter(text=" The the  ÉTÉ ").words == ("the", "ete")


def test_clients_are_matched_by_their_id():
    assert not shows(Filter(clients=frozenset({ClientId("other")})), row(NAS, 1))
