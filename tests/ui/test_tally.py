"""The numbers beside the views and filters."""

from __future__ import annotations

import random
import sys
from collections import Counter

from mydia_desktop.domain.transfer import Status, TransferKey
from mydia_desktop.ui.filtering import ISSUE_STATUSES, Media, View, media_of
from mydia_desktop.ui.tally import Tally
from tests.ui.shell_values import NAS, SEEDBOX, record, row, silent, state, subject, update


def test_every_row_counts_in_its_views_status_client_and_categories():
    """Queue is not finished, Completed is finished, Issues is what needs attention."""
    tally = Tally()
    tally.apply(
        update(
            row(NAS, 1, Status.DOWNLOADING, category="movies"),
            row(NAS, 2, Status.SEEDING, category="movies", labels=("tv", "movies")),
            row(NAS, 3, Status.PAUSED, done=True),
            row(SEEDBOX, 4, Status.FAILED),
            clients=(state(), state(SEEDBOX, "Seedbox")),
        )
    )
    counts = tally.counts()
    assert counts.views == {View.ALL: 4, View.QUEUE: 2, View.COMPLETED: 2, View.ISSUES: 1}
    assert counts.statuses == {Status.DOWNLOADING: 1, Status.SEEDING: 1, Status.PAUSED: 1, Status.FAILED: 1}
    assert counts.clients == {NAS: 3, SEEDBOX: 1}
    assert counts.categories == {"movies": 2, "tv": 1}
    assert counts.not_live == 0


def test_rows_count_by_what_they_are_for():
    """Also those that are not live: what they are for does not depend on their client."""
    tally = Tally()
    rows = [row(NAS, number) for number in range(4)]
    records = {
        rows[0]: record(0, subject("Nosferatu", year=1922)),
        rows[1]: record(1, subject("One Step Beyond", season=2, episodes=(7,))),
        rows[2]: record(2),
    }
    tally.apply(update(*rows, clients=(silent(NAS),), records=records))
    assert tally.counts().media == {Media.MOVIES: 1, Media.EPISODES: 1, Media.UNMATCHED: 2}
    tally.apply(update(rows[0], rows[2], removed=(rows[1],), records={rows[2]: records[rows[0]]}))
    assert tally.counts().media == {Media.MOVIES: 1, Media.EPISODES: 0, Media.UNMATCHED: 2}


def test_a_silent_clients_rows_leave_the_statuses_and_the_speeds_and_count_as_not_live():
    """What it said last is no number of now."""
    tally = Tally()
    rows = (row(NAS, 1, Status.SEEDING), row(SEEDBOX, 2, Status.DOWNLOADING), row(SEEDBOX, 3, Status.FAILED))
    tally.apply(update(*rows, clients=(state(), state(SEEDBOX, "Seedbox"))))
    assert tally.counts().download_speed == 2 * 11_953_766
    tally.apply(update(clients=(state(), silent())))
    counts = tally.counts()
    assert counts.statuses == {Status.SEEDING: 1}
    assert (counts.not_live, counts.views[View.ISSUES], counts.total) == (2, 2, 3)
    assert (counts.download_speed, counts.upload_speed) == (11_953_766, 3_250_586)


def test_rows_their_live_client_did_not_confirm_are_not_live():
    """Each of them once, also when it is an issue of its own."""
    tally = Tally()
    one, other = row(NAS, 1, Status.FAILED), row(NAS, 2, Status.FAILED)
    tally.apply(update(one, other, clients=(state(unconfirmed=frozenset({one.key})),)))
    counts = tally.counts()
    assert (counts.not_live, counts.statuses[Status.FAILED], counts.views[View.ISSUES]) == (1, 1, 2)


def test_counting_stays_right_through_any_changes():
    """After a thousand random updates the sums are what counting anew gives."""
    chance = random.Random(7)  # noqa: S311 - chance, no secret
    tally, rows, records, states = Tally(), {}, {}, {NAS: state(), SEEDBOX: state(SEEDBOX, "Seedbox")}
    for _ in range(1000):
        changed = [
            row(
                chance.choice((NAS, SEEDBOX)),
                chance.randrange(40),
                chance.choice(list(Status)),
                done=chance.random() < 0.5,
                category=chance.choice((None, "tv", "movies")),
                labels=chance.choice(((), ("tv",), ("tv", "hd"))),
            )
            for _ in range(chance.randrange(4))
        ]
        keys = list(rows)
        gone = [rows[key] for key in chance.sample(keys, min(len(keys), chance.randrange(3)))]
        gone = [each for each in gone if each.key not in {new.key for new in changed}]
        clients = None
        if chance.random() < 0.3:
            client = chance.choice((NAS, SEEDBOX))
            doubted = frozenset(TransferKey(client, str(chance.randrange(40))) for _ in range(chance.randrange(5)))
            states[client] = state(client, client, live=chance.random() < 0.7, unconfirmed=doubted)
            clients = tuple(states.values())
        subjects = (None, subject("Sintel"), subject("Dragnet", episodes=(1,)))
        found = {each: record(1, chance.choice(subjects)) for each in changed if chance.random() < 0.5}
        clients = clients or (tuple(states.values()) if not rows else None)
        news = update(*changed, removed=tuple(gone), clients=clients, records=found)
        tally.apply(news)
        records.update({key: news.records.get(key) for key in news.changed})
        rows.update({each.key: each for each in changed})
        for each in gone:
            del rows[each.key]
        assert_counted_anew(tally, rows, records, states)


def assert_counted_anew(tally, rows, records, states):
    counts = tally.counts()
    live = [each for each in rows.values() if states[each.key.client].is_live(each.key)]
    assert counts.statuses == Counter(each.status for each in live)
    assert counts.not_live == len(rows) - len(live)
    assert counts.views[View.ISSUES] == counts.not_live + sum(each.status in ISSUE_STATUSES for each in live)
    assert counts.views[View.COMPLETED] == sum(each.done for each in rows.values())
    assert counts.clients == Counter(key.client for key in rows)
    names = Counter(name for each in rows.values() for name in {each.category, *each.labels} - {None})
    assert counts.categories == names
    assert Counter(counts.media) == Counter(media_of(records[key]) for key in rows)


def test_law_5_a_client_that_falls_silent_costs_no_walk_over_its_rows():
    """The lines run are as many for ten thousand rows as for ten."""

    def lines_run(size):
        tally = Tally()
        tally.apply(update(*(row(NAS, number) for number in range(size)), clients=(state(),)))
        fallen, lines = update(clients=(silent(NAS, "NAS"),)), 0

        def count(_frame, event, _argument):
            nonlocal lines
            lines += event == "line"
            return count

        sys.settrace(count)
        try:
            tally.apply(fallen)
            tally.counts()
        finally:
            sys.settrace(None)
        return lines

    assert lines_run(10_000) == lines_run(10)


def test_imports_that_wait_for_a_person_count_as_issues():
    tally = Tally()
    tally.apply(update(row(NAS, 1), row(NAS, 2, Status.FAILED), clients=(state(),)))
    tally.set_not_imported(2)
    assert tally.counts().views[View.ISSUES] == 3
    tally.set_not_imported(0)
    assert tally.counts().views[View.ISSUES] == 1
