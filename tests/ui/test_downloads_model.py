"""The model tells Qt what became of the rows, whatever comes in, and never starts over."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from mydia_desktop.domain.snapshot import Gone
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.columns import PLACE, ColumnId
from mydia_desktop.ui.downloads_model import DownloadsModel
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.row import Row
from mydia_desktop.ui.slicing import slices
from tests.ui.shell_values import NAS, NOW, SEEDBOX, record, row, silent, state, subject, update

BOTH = (state(), state(SEEDBOX, "Seedbox"))

NAME, STATUS, DOWN = PLACE[ColumnId.NAME], PLACE[ColumnId.STATUS], PLACE[ColumnId.DOWN]
DESCENDING = Qt.SortOrder.DescendingOrder


NOSFERATU = subject("Nosferatu", year=1922)


def episode(number):
    return subject("Dragnet", season=1, episodes=(number,))


class Clock:
    """Runs only when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def model(qapp, clock):  # noqa: ARG001 - translations and signals want an application
    made = DownloadsModel(clock=clock, monotonic=clock)
    made.apply(update(clients=BOTH))
    return made


def names(model):
    return [model.transfer_at(place).name for place in range(model.rowCount())]


def said(model, place, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(place, PLACE[column]).data(role)


def heard(model, place, column):
    return said(model, place, column, Qt.ItemDataRole.AccessibleTextRole)


def named(number, name, status=Status.SEEDING, client=NAS, **changes):
    return row(client, number, status, name=name, **changes)


def test_what_moves_comes_first_then_what_is_wrong_then_what_is_done_each_by_natural_name(model):
    model.apply(
        update(
            named(1, "Done", Status.COMPLETED),
            named(2, "Broken", Status.FAILED),
            named(3, "Episode 10", Status.DOWNLOADING),
            named(4, "episode 9", Status.DOWNLOADING),
            named(5, "Waiting", Status.QUEUED),
            named(6, "Éclair", Status.SEEDING),
            named(7, "Zebra", Status.SEEDING),
        )
    )
    assert names(model) == ["episode 9", "Episode 10", "Waiting", "Broken", "Éclair", "Zebra", "Done"]


def test_descending_order_is_the_ascending_one_upside_down(model):
    model.apply(update(*(named(number, name, size=1) for number, name in enumerate("cab"))))
    model.sort(PLACE[ColumnId.SIZE])
    assert names(model) == ["a", "b", "c"]
    model.sort(PLACE[ColumnId.SIZE], DESCENDING)
    assert names(model) == ["c", "b", "a"]
    model.apply(update(named(9, "bb", size=1), named(10, "d", size=0)))
    assert names(model) == ["c", "bb", "b", "a", "d"]


def test_the_filter_hides_rows_and_the_total_still_counts_them(model):
    model.apply(update(named(1, "a", Status.DOWNLOADING), named(2, "b"), named(3, "c", Status.PAUSED, done=True)))
    model.set_filter(Filter(view=View.QUEUE))
    assert names(model) == ["a"]
    assert model.total == 3
    model.set_filter(Filter(view=View.COMPLETED))
    assert sorted(names(model)) == ["b", "c"]


def test_a_row_enters_and_leaves_the_filter_as_its_status_changes(model):
    model.set_filter(Filter(statuses=frozenset({Status.PAUSED})))
    model.apply(update(named(1, "a", Status.DOWNLOADING)))
    assert names(model) == []
    model.apply(update(named(1, "a", Status.PAUSED)))
    assert names(model) == ["a"]
    model.apply(update(named(1, "a", Status.DOWNLOADING)))
    assert names(model) == []


def test_a_selected_row_that_stops_matching_stays_dimmed_until_the_selection_changes(model):
    paused = named(1, "a", Status.PAUSED)
    model.set_filter(Filter(statuses=frozenset({Status.PAUSED})))
    model.apply(update(paused, named(2, "b", Status.PAUSED)))
    model.keep({paused.key})
    model.apply(update(named(1, "a", Status.SEEDING), named(2, "b", Status.SEEDING)))
    assert names(model) == ["a"]
    assert heard(model, 0, ColumnId.NAME) == "a, No longer matches, Not matched to a movie or episode"
    model.keep(())
    assert names(model) == []
    model.about_to_change.connect(lambda: pytest.fail("they left once already"))
    model.keep(())


def test_a_dimmed_row_that_matches_again_is_an_ordinary_row(model):
    paused = named(1, "a", Status.PAUSED)
    model.set_filter(Filter(statuses=frozenset({Status.PAUSED})))
    model.apply(update(paused))
    model.keep({paused.key})
    model.apply(update(named(1, "a", Status.SEEDING)))
    model.apply(update(paused))
    model.keep(())
    assert names(model) == ["a"]
    assert heard(model, 0, ColumnId.NAME) == "a, Not matched to a movie or episode"


def test_another_filter_hides_also_what_was_kept(model):
    paused = named(1, "a", Status.PAUSED)
    model.apply(update(paused))
    model.keep({paused.key})
    model.set_filter(Filter(view=View.COMPLETED))
    assert names(model) == []


def test_a_client_that_falls_silent_blanks_its_speeds_and_counts_as_an_issue(model, clock):
    model.apply(update(named(1, "a", Status.DOWNLOADING, SEEDBOX, download_speed=5 << 20, eta=300, peers=4)))
    assert heard(model, 0, ColumnId.STATUS) == "Downloading, 41 percent"
    assert heard(model, 0, ColumnId.DOWN) == "5.0 MiB per second"
    model.apply(update(clients=(state(), silent())))
    assert heard(model, 0, ColumnId.STATUS) == "Downloading, last seen 12 seconds ago, not live"
    assert heard(model, 0, ColumnId.DOWN) == "0 bytes per second"
    assert said(model, 0, ColumnId.DOWN) == said(model, 0, ColumnId.ETA) == said(model, 0, ColumnId.PEERS) == ""
    clock.now += 30
    model.tick()
    assert heard(model, 0, ColumnId.STATUS) == "Downloading, last seen 42 seconds ago, not live"
    model.set_filter(Filter(view=View.ISSUES))
    assert names(model) == ["a"]


def test_a_silent_clients_rows_match_by_their_last_status(model):
    model.apply(update(named(1, "a", Status.DOWNLOADING, SEEDBOX), named(2, "b", Status.DOWNLOADING)))
    model.apply(update(clients=(state(), silent())))
    model.set_filter(Filter(statuses=frozenset({Status.DOWNLOADING})))
    assert names(model) == ["a", "b"]
    model.set_filter(Filter(not_live=True))
    assert names(model) == ["a"]


def test_one_row_that_its_client_does_not_confirm_is_not_live_alone(model):
    doubtful, sure = named(1, "a", Status.DOWNLOADING), named(2, "b", Status.DOWNLOADING)
    model.apply(update(doubtful, sure))
    model.apply(update(clients=(state(unconfirmed=frozenset({doubtful.key})), BOTH[1])))
    assert heard(model, 0, ColumnId.STATUS) == "Downloading, not confirmed yet, not live"
    assert heard(model, 1, ColumnId.STATUS) == "Downloading, 41 percent"
    model.apply(update(clients=BOTH))
    assert heard(model, 0, ColumnId.STATUS) == "Downloading, 41 percent"


def test_what_is_under_way_stands_in_for_the_status(model):
    asked = named(1, "a", Status.DOWNLOADING)
    model.set_in_flight({asked.key: "Pausing…"})
    model.apply(update(asked))
    assert said(model, 0, ColumnId.STATUS) == heard(model, 0, ColumnId.STATUS) == "Pausing…"
    model.set_in_flight({})
    assert said(model, 0, ColumnId.STATUS) == "Downloading"


def test_a_new_order_waits_for_the_hand(model):
    busy = [True]
    model.pace.wait_while(lambda: busy[0])
    model.apply(update(named(1, "a"), named(2, "b")))
    model.apply(update(named(2, "b", Status.DOWNLOADING)))
    model.tick()
    assert names(model) == ["a", "b"]
    busy[0] = False
    model.tick()
    assert names(model) == ["b", "a"]


def test_rows_come_and_go_while_the_order_waits(model):
    model.apply(update(named(1, "a"), named(2, "c"), named(3, "d")))
    model.pace.wait_while(lambda: True)
    model.apply(update(named(3, "d", Status.DOWNLOADING), named(4, "b"), removed=(named(1, "a"),)))
    assert names(model) == ["b", "c", "d"]


def test_a_number_that_changes_all_the_time_reorders_every_five_seconds(model, clock):
    model.apply(update(*(named(n, str(n), Status.DOWNLOADING, download_speed=n) for n in (1, 2))))
    model.sort(DOWN, DESCENDING)
    model.apply(update(named(1, "1", Status.DOWNLOADING, download_speed=9)))
    assert names(model) == ["2", "1"]
    clock.now += 4.9
    model.tick()
    assert names(model) == ["2", "1"]
    clock.now += 0.2
    model.tick()
    assert names(model) == ["1", "2"]


def test_units_follow_everywhere_at_once(model):
    model.apply(update(named(1, "a", size=10**9)))
    assert said(model, 0, ColumnId.SIZE) == "954 MiB"
    model.set_units(Units.DECIMAL)
    assert said(model, 0, ColumnId.SIZE) == "1.00 GB"


def test_a_tool_tip_never_takes_a_name_for_markup(model):
    model.apply(update(named(1, "<b>bold</b> & <img src=x>")))
    tip = said(model, 0, ColumnId.NAME, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=x&gt;<br>Not matched to a movie or episode</p>"


def test_the_dash_says_who_does_not_report(model):
    model.apply(update(named(1, "a", ratio=None)))
    assert said(model, 0, ColumnId.RATIO) == "–"  # noqa: RUF001 - the dash of the design
    assert heard(model, 0, ColumnId.RATIO) == "Not reported by NAS"


def test_a_row_is_called_by_what_it_is_for_as_soon_as_that_is_known(model):
    film = named(1, "Nosferatu.1922.RESTORED-KINO")
    model.apply(update(film))
    assert said(model, 0, ColumnId.NAME) == "Nosferatu.1922.RESTORED-KINO"
    model.apply(update(film, records={film: record(1, NOSFERATU, indexer="PublicReel")}))
    assert said(model, 0, ColumnId.NAME) == "Nosferatu 1922"
    assert heard(model, 0, ColumnId.NAME) == "Nosferatu, 1922, Nosferatu.1922.RESTORED-KINO"
    tip = said(model, 0, ColumnId.NAME, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>Nosferatu 1922<br>Nosferatu.1922.RESTORED-KINO</p>"
    assert said(model, 0, ColumnId.INDEXER) == "PublicReel"
    model.set_filter(Filter(text="publicreel"))
    assert len(names(model)) == 1
    model.apply(update(film))
    assert names(model) == []


def test_by_name_rows_stand_by_title_and_a_show_by_episode(model):
    rows = [named(number, release) for number, release in enumerate(("z", "a", "Metropolis", "b"))]
    subjects = (episode(10), episode(2), None, NOSFERATU)
    records = {each: record(n, of) for n, (each, of) in enumerate(zip(rows, subjects, strict=True)) if of}
    model.apply(update(*rows, records=records))
    model.sort(NAME)
    assert [said(model, place, ColumnId.NAME) for place in range(4)] == [
        "Dragnet S01E02",
        "Dragnet S01E10",
        "Metropolis",
        "Nosferatu 1922",
    ]


def test_a_row_keeps_its_caption_beside_what_it_is_for(model):
    failed = named(1, "Nosferatu.1922", Status.FAILED, error="No space left on device")
    model.apply(update(failed, records={failed: record(1, NOSFERATU)}))
    assert heard(model, 0, ColumnId.NAME) == "Nosferatu, 1922, No space left on device, Nosferatu.1922"


def test_law_5_a_record_that_changes_touches_only_its_row(model, monkeypatch):
    rows = [named(number, f"{number:03}") for number in range(500)]
    records = {each: record(number, NOSFERATU) for number, each in enumerate(rows)}
    model.apply(update(*rows, records=records))
    prepared = []
    real = Row.prepare_texts
    monkeypatch.setattr(Row, "prepare_texts", lambda row: (prepared.append(row.transfer.name), real(row)))
    model.apply(update(*rows[:200], records={each: records[each] for each in rows[:200]}))
    assert prepared == []
    model.apply(update(rows[7], records={rows[7]: record(7, episode(3))}))
    assert prepared == ["007"]


def test_only_rows_on_the_screen_are_announced_one_by_one(model):
    model.apply(update(*(named(n, f"{n:03}") for n in range(100))))
    model.watch(range(40, 60))
    announced = []
    model.dataChanged.connect(lambda first, last, _roles: announced.append((first.row(), last.row())))
    model.apply(update(*(named(n, f"{n:03}", upload_speed=1) for n in (3, 7, 45, 59, 60, 99))))
    assert announced == [(45, 45), (59, 59), (0, 39), (60, 99)]


STATUSES = list(Status)
FILTERS = [
    Filter(),
    Filter(view=View.QUEUE),
    Filter(view=View.ISSUES),
    Filter(statuses=frozenset({Status.SEEDING, Status.PAUSED})),
    Filter(text="release 1"),
    Filter(clients=frozenset({SEEDBOX}), not_live=True),
]


def dice(seed):
    return Random(seed)  # noqa: S311 - chance for a test, the same each time


def anything(random_, numbers):
    return [
        row(
            random_.choice((NAS, SEEDBOX)),
            number,
            random_.choice(STATUSES),
            download_speed=random_.randrange(3),
            name=f"Release {random_.randrange(50)}",
        )
        for number in numbers
    ]


def live_through(model, clock, random_, *, steps, rows):
    """Random batches, filters and orders; after each the rows know their places and Qt its rows."""
    known, remembered = {}, []
    for _ in range(steps):
        clock.now += random_.random() * 4
        changed = anything(random_, random_.sample(range(rows), random_.choice((1, 5, rows // 2))))
        gone = random_.sample(sorted(known), min(len(known), random_.choice((0, 1, rows // 4))))
        changed = [each for each in changed if each.key not in gone]
        removed = tuple(known.pop(key) for key in gone)
        known |= {each.key: each for each in changed}
        model.apply(update(*changed, removed=removed, clients=random_.choice((None, BOTH, (state(), silent())))))
        match random_.randrange(5):
            case 0:
                model.set_filter(random_.choice(FILTERS))
            case 1:
                model.sort(random_.randrange(model.columnCount()), random_.choice(list(Qt.SortOrder)))
            case 2:
                model.keep(random_.sample(sorted(known), min(len(known), 10)))
            case 3:
                model.tick()
        shown = [model.transfer_at(place).key for place in range(model.rowCount())]
        assert [model.row_of(key) for key in shown] == list(range(len(shown)))
        for persistent, key in remembered:
            assert not persistent.isValid() or shown[persistent.row()] == key
        remembered = [(QPersistentModelIndex(model.index(place, 0)), key) for place, key in enumerate(shown)]
    assert model.total == len(known)


def test_qt_finds_no_fault_with_the_model_while_rows_come_and_go(qtmodeltester, model, clock):
    qtmodeltester.check(model)
    live_through(model, clock, dice(1), steps=15, rows=24)


@pytest.mark.parametrize("seed", range(20))
def test_what_qt_remembers_of_a_row_follows_it(model, clock, seed):
    live_through(model, clock, dice(seed), steps=60, rows=200)


@pytest.mark.parametrize("chosen", FILTERS)
def test_a_filter_shows_what_fits_it_and_nothing_else(model, chosen):
    rows = anything(dice(1), range(200))
    model.apply(update(*rows, clients=(state(), silent())))
    model.set_filter(chosen)
    later = DownloadsModel()
    later.set_filter(chosen)
    later.apply(update(*rows, clients=(state(), silent())))
    assert sorted(names(model)) == sorted(names(later))
    assert 0 < model.rowCount() <= 200


def test_a_large_update_comes_in_slices_that_say_the_same(model):
    rows = anything(dice(3), range(500))
    records = {each: record(place, NOSFERATU) for place, each in enumerate(rows) if place % 2}
    gone = (Gone(client=NAS, records=(record("lost"),)),)
    both = (state(), silent())
    whole = replace(update(*rows, removed=(named(9999, "gone"),), clients=both, records=records), gone=gone)
    parts = list(slices(whole, 120))
    assert [len(part.changed) for part in parts] == [120, 120, 120, 120, len(whole.changed) - 480]
    assert [part.gone for part in parts] == [gone, None, None, None, None]
    assert parts[0].clients == whole.clients
    assert parts[0].removed == whole.removed
    for part in parts:
        model.apply(part)
    at_once = DownloadsModel()
    at_once.apply(whole)
    assert names(model) == names(at_once)
    assert all(model.find(key).record == whole.records.get(key) for key in whole.changed)
    assert list(slices(whole, 500)) == [whole]
