"""Sentences that can be said in another language stay what everybody else takes them for: English text."""

from __future__ import annotations

import copy
import json
import pickle

from mydia_desktop.domain.errors import AuthenticationError, Cause
from mydia_desktop.domain.sentence import Sentence, translate


def test_a_sentence_is_its_english_text():
    said = translate("Transmission", "{name} wants a password.").format(name="NAS")
    assert said == "NAS wants a password."
    assert {said: 1} == {"NAS wants a password.": 1}
    assert json.dumps(said) == '"NAS wants a password."'


def test_it_remembers_what_it_was_made_of():
    said = translate("Transmission", "{name} wants a password.").format(name="NAS")
    assert (said.context, said.template, said.values) == ("Transmission", "{name} wants a password.", {"name": "NAS"})


def test_it_survives_an_exception_and_being_a_value_of_another_sentence():
    inner = AuthenticationError(translate("T", "{name} is closed.").format(name="NAS"), cause=Cause.UNAUTHORIZED)
    assert isinstance(inner.message, Sentence)
    assert isinstance(str(inner), Sentence)
    outer = translate("T", "Nothing was added. {why}").format(why=inner)
    assert outer == "Nothing was added. NAS is closed."
    assert isinstance(outer.values["why"], Sentence)


def test_braces_of_a_server_are_no_places_for_values():
    assert translate("T", "{name} said no.").format(name="{evil} {0} {name.__class__}") == (
        "{evil} {0} {name.__class__} said no."
    )
    assert translate("T", "{ and }") == "{ and }"


def test_joined_or_copied_away_it_is_plain_text():
    said = translate("T", "Yes.")
    assert type(f"{said} {said}") is str
    assert type(said + "!") is str
    assert type(pickle.loads(pickle.dumps(said))) is str  # noqa: S301 - our own
    assert copy.deepcopy(said) == said
