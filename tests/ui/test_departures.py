"""A selected download that somebody else removed is not just gone without a word."""

from __future__ import annotations

from dataclasses import replace

from mydia_desktop.domain.command import Verb
from mydia_desktop.ui.departures import departures
from mydia_desktop.ui.naming import by_release
from mydia_desktop.workflows.in_flight import InFlight
from tests.memory_client import MemoryClient
from tests.ui.shell_values import NAS, state

CLIENTS = {NAS: state()}


def rows(*names):
    client = MemoryClient(NAS)
    keys = [client.put(name) for name in names]
    return {key: client.listed()[key] for key in keys}


def test_it_names_what_was_selected_and_the_client():
    selected = rows("Detour")
    assert departures(selected, selected, {}, CLIENTS, by_release) == ["Detour was removed in NAS."]


def test_it_is_named_by_what_it_was_for():
    selected = rows("Detour.1945.1080p")
    told = departures(selected, selected, {}, CLIENTS, lambda _row: "Detour (1945)")
    assert told == ["Detour (1945) was removed in NAS."]


def test_several_are_told_in_one_sentence():
    selected = rows("Detour", "Charade", "Sintel")
    assert departures(selected, selected, {}, CLIENTS, by_release) == [
        "Detour, Charade and 1 more were removed in NAS."
    ]


def test_rows_that_were_not_selected_go_quietly():
    assert departures(rows("Detour"), {}, {}, CLIENTS, by_release) == []


def test_what_we_removed_ourselves_is_no_news():
    selected = rows("Detour")
    flights = {key: InFlight(verb=Verb.REMOVE, since=0.0) for key in selected}
    assert departures(selected, selected, flights, CLIENTS, by_release) == []


def test_rows_withdrawn_from_the_screen_were_not_removed():
    selected = rows("Detour")
    assert departures(selected, selected, {}, {NAS: replace(state(), live=False)}, by_release) == []


def test_silence_is_not_absence_a_client_that_is_gone_says_nothing():
    selected = rows("Detour")
    assert departures(selected, selected, {}, {}, by_release) == []
