"""Which downloads need attention, why, and what would help."""

from __future__ import annotations

import random
import sys

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import Filter, Media
from mydia_desktop.ui.issue_groups import GroupId
from mydia_desktop.ui.issue_lines import Entry, Head
from mydia_desktop.ui.issue_words import Fix, suggested_fix
from mydia_desktop.ui.issues_model import IssueColumn, IssuesModel
from tests.ui.shell_values import NAS, NOW, SEEDBOX, record, row, silent, state, subject, update

VERBS = frozenset(Verb)
UP = (state(verbs=VERBS), state(SEEDBOX, "Seedbox", verbs=VERBS))
DOWN = (state(verbs=VERBS), silent(verbs=VERBS))
DAY = 86_400


@pytest.fixture
def model(qtmodeltester):
    """A model that Qt's own tester watches until the end."""
    model = IssuesModel()
    qtmodeltester.check(model)
    return model


def says(model):
    """What stands in the first column, from the top."""
    model.tick(NOW)
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def cell(model, place, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(place, column).data(role)


def test_live_downloads_are_grouped_by_what_is_wrong_with_them(model):
    """The worst first; what is well is not there."""
    model.apply(
        update(
            row(NAS, 1, Status.STALLED),
            row(NAS, 2, Status.SEEDING),
            row(SEEDBOX, 3, Status.FAILED),
            row(NAS, 4, Status.MISSING),
            row(NAS, 5, Status.FAILED),
            clients=UP,
        )
    )
    assert says(model) == [
        "Failed. 2 downloads",
        "Release 3",
        "Release 5",
        "Missing files. 1 download",
        "Release 4",
        "Stalled. 1 download",
        "Release 1",
    ]
    assert model.count == 4


def test_a_silent_client_has_a_group_of_its_own_with_its_first_rows(model):
    """Its failed ones too: what they are now nobody knows."""
    rows = [row(SEEDBOX, number, Status.SEEDING) for number in range(12)]
    rows += [row(SEEDBOX, 90, Status.FAILED), row(SEEDBOX, 91, Status.DOWNLOADING), row(NAS, 1, Status.FAILED)]
    model.apply(update(*rows, clients=UP))
    model.apply(update(clients=DOWN))
    assert says(model) == [
        "Seedbox unreachable. 14 downloads, last seen 12 s ago. Actions on them are off until it answers.",
        "Release 91",
        "Release 90",
        "Release 0",
        "Show 11 more downloads on Seedbox",
        "Failed. 1 download",
        "Release 1",
    ]
    model.show_more(GroupId(client=SEEDBOX))
    assert len(says(model)) == 1 + 14 + 1 + 2
    assert says(model)[15] == "Show fewer downloads"
    model.fold(GroupId(client=SEEDBOX), folded=True)
    model.apply(update(clients=UP))
    assert says(model) == ["Failed. 2 downloads", "Release 1", "Release 90"]
    model.apply(update(clients=DOWN))
    assert says(model)[4] == "Show 11 more downloads on Seedbox"


def test_of_very_many_rows_some_are_shown_at_a_time(model):
    """The window never waits for a list that nobody reads."""
    model.apply(update(*(row(NAS, f"{number:04}", Status.STALLED) for number in range(1000)), clients=UP))
    assert len(says(model)) == 1 + 200 + 1
    assert says(model)[0] == "Stalled. 1000 downloads"
    assert says(model)[1:4] == ["Release 0000", "Release 0001", "Release 0002"]
    assert says(model)[-1] == "Show 500 of 800 more downloads"
    model.show_more(GroupId(status=Status.STALLED))
    assert says(model)[-1] == "Show 300 more downloads"
    model.show_more(GroupId(status=Status.STALLED))
    assert says(model)[-2:] == ["Release 0999", "Show fewer downloads"]
    model.show_fewer(GroupId(status=Status.STALLED))
    assert len(says(model)) == 202


@pytest.mark.parametrize(
    ("phase", "title"),
    [
        (Phase.UNAUTHORIZED, "Seedbox does not let us in"),
        (Phase.BANNED, "Seedbox has blocked this computer"),
        (Phase.INCOMPATIBLE, "Seedbox not understood"),
        (Phase.CONNECTING, "Seedbox is connecting"),
    ],
)
def test_the_head_says_how_we_stand_with_the_client(model, phase, title):
    """Not everything that is not live is unreachable."""
    model.apply(update(row(SEEDBOX, 1), clients=(silent(phase=phase),)))
    assert says(model)[0].startswith(f"{title}. 1 download, last seen")


def test_rows_a_live_client_did_not_list_are_not_among_its_issues(model):
    """They stand under their client until its lists agree."""
    doubted, other = row(NAS, 1, Status.FAILED), row(NAS, 2, Status.FAILED)
    model.apply(update(doubted, other, clients=(state(unconfirmed=frozenset({doubted.key})),)))
    assert says(model) == [
        "NAS did not list these yet. 1 download. Its next complete lists tell whether they are gone.",
        "Release 1",
        "Failed. 1 download",
        "Release 2",
    ]
    model.apply(update(clients=(state(),)))
    assert says(model) == ["Failed. 2 downloads", "Release 1", "Release 2"]


@pytest.mark.parametrize(
    ("transfer", "happened"),
    [
        (row(NAS, 1, Status.FAILED, error="No space left"), "No space left\nReported by NAS"),
        (row(NAS, 1, Status.FAILED), "Failed without a reason given\nReported by NAS"),
        (
            row(NAS, 1, Status.FAILED, error="Bad", active_at=int(NOW - 180)),
            "Bad\nReported by NAS, last active 3 min ago",
        ),
        (row(NAS, 1, Status.MISSING, save_path="/srv/tv"), "Files not found in /srv/tv\nReported by NAS"),
        (
            row(NAS, 1, Status.STALLED, active_at=int(NOW - 3 * DAY - 4 * 3600), seeds=0, peers=1),
            "No data for 3 d 4 h\nNo seeds · 1 peer",
        ),
        (row(NAS, 1, Status.STALLED), "No data arrives"),
        (
            row(NAS, 1, Status.STALLED, tracker_warning="Torrent not\u202e registered", seeds=2),
            "No data arrives\nTorrent not\ufffd registered",
        ),
    ],
)
def test_what_happened_is_told_in_the_clients_words_or_ours(model, transfer, happened):
    """And who said so; nothing is made up that nobody reported."""
    model.apply(update(transfer, clients=UP))
    model.tick(NOW)
    assert cell(model, 1, IssueColumn.HAPPENED) == happened


def test_what_is_not_live_was_something_when_last_seen(model):
    """Past tense, and no fix: its client would not hear of it."""
    failed, waiting = row(SEEDBOX, 1, Status.FAILED), row(SEEDBOX, 2, Status.METADATA)
    model.apply(update(failed, waiting, clients=DOWN))
    assert cell(model, 1, IssueColumn.HAPPENED) == "Was getting details"
    assert cell(model, 2, IssueColumn.HAPPENED) == "Had failed\n41 % when last seen"
    assert cell(model, 2, IssueColumn.FIX) == ""


@pytest.mark.parametrize(
    ("status", "needed", "fix"),
    [
        (Status.FAILED, Verb.RESUME, Fix.RETRY),
        (Status.MISSING, Verb.RECHECK, Fix.RECHECK),
        (Status.STALLED, Verb.REANNOUNCE, Fix.REANNOUNCE),
    ],
)
def test_the_fix_is_one_that_its_client_can_do(model, status, needed, fix):
    """And that is not under way already."""
    model.apply(update(row(NAS, 1, status), clients=(state(verbs=VERBS),)))
    entry = model.line_at(1)
    assert isinstance(entry, Entry)
    assert suggested_fix(entry.row) is fix
    assert cell(model, 1, IssueColumn.FIX)
    model.set_in_flight({entry.row.transfer.key: "Working…"})
    assert cell(model, 1, IssueColumn.STATUS) == "Working…"
    assert suggested_fix(entry.row) is None
    model.set_in_flight({})
    model.apply(update(clients=(state(verbs=VERBS - {needed}),)))
    assert suggested_fix(entry.row) is None


def test_groups_fold_and_stay_folded_while_rows_come_and_go(model):
    """A status group that was folded away is so when it comes back."""
    failed = GroupId(status=Status.FAILED)
    model.apply(update(row(NAS, 1, Status.FAILED), clients=UP))
    model.fold(failed, folded=True)
    assert says(model) == ["Failed. 1 download"]
    assert cell(model, 0, 0, Qt.ItemDataRole.AccessibleTextRole) == "Failed. 1 download folded"
    model.apply(update(row(NAS, 2, Status.FAILED)))
    assert says(model) == ["Failed. 2 downloads"]
    model.apply(update(row(NAS, 1), row(NAS, 2)))
    assert says(model) == []
    model.apply(update(row(NAS, 2, Status.FAILED)))
    assert says(model) == ["Failed. 1 download"]
    model.fold(failed, folded=False)
    assert says(model) == ["Failed. 1 download", "Release 2"]


def test_only_what_fits_the_filter_is_there(model):
    """By client, category, status and words, as in the table."""
    model.apply(
        update(
            row(NAS, 1, Status.FAILED, category="tv"),
            row(NAS, 2, Status.STALLED),
            row(SEEDBOX, 3, Status.SEEDING, name="Amélie"),
            clients=DOWN,
        )
    )

    def fitting(**chosen):
        model.set_filter(Filter(**chosen))
        return [text for text in says(model) if "." not in text]

    assert fitting() == ["Amélie", "Release 1", "Release 2"]
    assert fitting(clients=frozenset({NAS})) == ["Release 1", "Release 2"]
    assert fitting(categories=frozenset({"tv"})) == ["Release 1"]
    assert fitting(statuses=frozenset({Status.STALLED})) == ["Release 2"]
    assert fitting(not_live=True) == ["Amélie"]
    assert fitting(text="amelie seedbox") == ["Amélie"]
    assert model.count == 1
    assert fitting(text="nothing") == []


def test_numbers_in_names_are_ordered_as_numbers(model):
    """The ninth episode before the tenth."""
    model.apply(update(*(row(NAS, number, Status.FAILED) for number in (10, 9)), clients=UP))
    assert says(model)[1:] == ["Release 9", "Release 10"]


def test_a_line_that_stays_keeps_its_identity(model):
    """Selection and place follow from it."""
    one, other = row(NAS, 1, Status.FAILED), row(NAS, 2, Status.FAILED)
    model.apply(update(one, other, clients=UP))
    kept = QPersistentModelIndex(model.index(2, 0))
    line = model.line_at(2)
    model.apply(update(row(NAS, 0, Status.FAILED), row(NAS, 2, Status.FAILED, progress=0.5), removed=(one,)))
    assert model.line_at(kept.row()) is line
    assert line.row.transfer.progress == 0.5
    model.apply(update(row(NAS, 2, Status.FAILED, name="A new name")))
    assert model.line_at(kept.row()) is line
    assert kept.row() == 1


def test_a_live_client_takes_its_group_along_when_it_is_removed(model):
    """Also a silent one that is taken out of the settings."""
    gone = row(SEEDBOX, 1)
    model.apply(update(gone, row(NAS, 1, Status.FAILED), clients=DOWN))
    model.apply(update(removed=(gone,), clients=(state(verbs=VERBS),)))
    assert says(model) == ["Failed. 1 download", "Release 1"]


def test_the_lines_are_right_after_any_changes(model):
    """Whatever came before, they are those of a model that sees it all anew; Qt's tester watches meanwhile."""
    chance = random.Random(11)  # noqa: S311 - chance, no secret
    rows, states = {}, {NAS: UP[0], SEEDBOX: UP[1]}
    for step in range(120):
        changed = [
            row(chance.choice((NAS, SEEDBOX)), chance.randrange(60), chance.choice(list(Status)), name=f"Row {step}")
            for _ in range(chance.choice((0, 1, 3, 40)))
        ]
        new = {each.key: each for each in changed}
        gone = [rows[key] for key in chance.sample(list(rows), min(len(rows), chance.choice((0, 1, 30))))]
        gone = [each for each in gone if each.key not in new]
        client = chance.choice((NAS, SEEDBOX))
        doubted = frozenset(key for key in rows if key.client == client and chance.random() < 0.1)
        states[client] = state(client, client, live=chance.random() < 0.6, unconfirmed=doubted, verbs=VERBS)
        chosen = chance.choice((Filter(), Filter(), Filter(clients=frozenset({NAS})), Filter(text=str(step % 7))))
        model.set_filter(chosen)
        for group in list(model._issues._mores):
            chance.choice((model.show_more, model.show_fewer))(group)
        model.apply(update(*changed, removed=tuple(gone), clients=tuple(states.values())))
        rows.update(new)
        for each in gone:
            del rows[each.key]
        assert_as_new(model, rows, states, chosen)


def assert_as_new(model, rows, states, chosen):
    anew = IssuesModel()
    anew.apply(update(*rows.values(), clients=tuple(states.values())))
    anew.set_filter(chosen)
    for group in model._issues._wanted.keys() & anew._issues._mores.keys():
        anew.show_more(group)
    assert says(model) == says(anew)
    assert [model.line_at(place).row.live for place in range(model.rowCount()) if is_entry(model, place)] == [
        anew.line_at(place).row.live for place in range(anew.rowCount()) if is_entry(anew, place)
    ]


def is_entry(model, place):
    return isinstance(model.line_at(place), Entry)


def test_heads_can_be_walked_to_but_not_selected(model):
    """What is selected is acted on; a head is no download."""
    model.apply(update(row(NAS, 1, Status.FAILED), clients=UP))
    assert isinstance(model.line_at(0), Head)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_law_5_changes_of_healthy_rows_cost_no_rebuilding(model):
    """A few lines of code each, whatever is listed."""
    issues = [row(NAS, f"issue{number}", Status.STALLED) for number in range(2000)]
    model.apply(update(*issues, row(NAS, 1), clients=UP))
    healthy, lines = update(row(NAS, 1, upload_speed=5)), 0

    def count(_frame, event, _argument):
        nonlocal lines
        lines += event == "line"
        return count

    sys.settrace(count)
    try:
        model.apply(healthy)
    finally:
        sys.settrace(None)
    assert lines < 60


def test_a_download_is_called_by_what_it_is_for_and_found_by_it(model):
    failed, other = row(NAS, 1, Status.FAILED), row(NAS, 2, Status.FAILED)
    nosferatu = record(1, subject("Nosferatu", year=1922), indexer="PublicReel")
    model.apply(update(failed, other, clients=UP, records={failed: nosferatu}))
    assert says(model) == ["Failed. 2 downloads", "Nosferatu 1922", "Release 2"]
    assert cell(model, 1, IssueColumn.NAME, Qt.ItemDataRole.AccessibleTextRole) == "Nosferatu, 1922, Release 1"
    assert "Release 1" in cell(model, 1, IssueColumn.NAME, Qt.ItemDataRole.ToolTipRole)
    model.set_filter(Filter(text="publicreel"))
    assert says(model) == ["Failed. 1 download", "Nosferatu 1922"]
    model.set_filter(Filter(media=frozenset({Media.UNMATCHED})))
    assert says(model) == ["Failed. 1 download", "Release 2"]
    model.set_filter(Filter())
    model.apply(update(failed))
    assert says(model) == ["Failed. 2 downloads", "Release 1", "Release 2"]
