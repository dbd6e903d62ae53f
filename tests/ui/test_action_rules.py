"""The words of the actions: every action, state and reason has them."""

import pytest

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.action_rules import label, reason, rules, words_in_flight
from mydia_desktop.ui.resources import RESOURCES
from mydia_desktop.workflows.downloads import DownloadWorkflows
from mydia_desktop.workflows.in_flight import InFlight, Stage
from mydia_desktop.workflows.targets import Act
from tests.records import no_records
from tests.unit.test_targets import View, choose, client, row

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_act_has_words_an_icon_that_is_there_and_says_how_many():
    two = choose(row("a", Status.FAILED), row("b", Status.FAILED), clients=[client(live=False)])
    for act, rule in rules().items():
        assert (RESOURCES / "icons" / "lucide" / f"{rule.icon}.svg").exists()
        assert "{count}" in rule.some
        assert label(act, two)
    assert set(rules()) == set(Act)


def test_every_reason_is_a_sentence():
    states = {ClientId("nas"): client()}
    for status in Status:
        targets = choose(row("a", status))
        for act in Act:
            why = reason(act, targets, states)
            assert bool(why) is (targets.count(act) == 0)
            assert not why or why.endswith(".")


def test_a_reason_names_the_client():
    states = {ClientId("nas"): client(live=False)}
    silent = choose(row("a"), clients=list(states.values()))
    assert reason(Act.PAUSE, silent, states) == "NAS does not answer."
    unable = choose(row("a"), clients=[client(verbs=frozenset())])
    assert reason(Act.PAUSE, unable, states) == "NAS can’t do this."  # noqa: RUF001 - as it is printed
    waiting = choose(row("a"), unsettled=[row("a").key])
    assert reason(Act.PAUSE, waiting, states) == "What was asked of NAS before is not finished."


def test_a_partial_fit_says_so_in_every_case():
    mixed = choose(row("a", Status.DOWNLOADING), row("b", Status.MISSING))
    assert label(Act.PAUSE, mixed) == "Pause 1 of 2"
    assert label(Act.REMOVE, mixed) == "Cancel, keep partial files"
    assert label(Act.REMOVE, choose(row("a"), unsettled=[row("a").key])) == "Cancel, keep partial files"
    finished = choose(row("a", done=True), row("b", Status.METADATA))
    assert label(Act.DELETE, finished) == "Delete 1 of 2 with files…"
    assert label(Act.DELETE, choose(row("a", Status.PAUSED), row("b", Status.METADATA))) == (
        "Cancel 1 of 2 and delete files…"
    )


def test_what_is_in_flight_is_said_at_each_stage():
    film = row("a")
    workflows = DownloadWorkflows(
        View({film.key: film}, {ClientId("nas"): client()}), no_records(Live(print)), print, print
    )

    def said(verb, stage):
        workflows.actions._flights[film.key] = InFlight(verb=verb, since=0.0, stage=stage)
        return words_in_flight(workflows)[film.key]

    assert said(Verb.PAUSE, Stage.SENDING) == said(Verb.PAUSE, Stage.ACCEPTED) == "Pausing…"
    assert said(Verb.PAUSE, Stage.LATE) == "NAS has not confirmed yet"
    assert said(Verb.PAUSE, Stage.UNKNOWN) == "NAS may still do this"
    assert all(said(verb, Stage.SENDING).endswith("…") for verb in Verb)
