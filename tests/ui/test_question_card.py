"""Questions over the list: one at a time, and nothing waits for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mydia_desktop.ui.question_card import Choice, Question, QuestionCard, Weight
from mydia_desktop.ui.theme import Theme
from tests.ui.stage import on_stage


@pytest.fixture
def card(qtbot, qapp):
    card = QuestionCard(Theme(qapp, "light"))
    with on_stage(qtbot, card, 1000, 66):
        yield card


@pytest.fixture
def answers():
    """What was chosen, in order."""
    return []


def question(answers, subject="nas", title="Is this the right client?"):
    """With a choice that changes things and a safe one."""
    return Question(
        subject=subject,
        title=title,
        text="NAS lists none of its 214 downloads.",
        choices=(
            Choice(text="They are gone", then=lambda: answers.append((subject, "gone")), weight=Weight.DANGER),
            Choice(text="Client settings…", then=lambda: answers.append((subject, "settings"))),
        ),
    )


def test_it_is_not_there_while_nothing_is_asked(card, answers):
    card.set_questions(())
    assert card.isHidden()
    card.set_questions([question(answers)])
    assert not card.isHidden()
    card.set_questions(())
    assert card.isHidden()


def test_a_click_or_space_answers(card, answers):
    card.set_questions([question(answers)])
    QTest.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    card.buttons[1].setFocus()
    QTest.keyClick(card.buttons[1], Qt.Key.Key_Space)
    assert answers == [("nas", "gone"), ("nas", "settings")]


def test_the_others_wait_for_their_turn(card, answers):
    """And how many there are is said."""
    first, second = question(answers), question(answers, "attic", "And this one?")
    card.set_questions([first, second])
    assert (card.title.text(), card.text.text()) == (
        "Is this the right client?",
        "NAS lists none of its 214 downloads. (1 of 2 questions)",
    )
    card.set_questions([second])
    assert card.title.text() == "And this one?"
    card.buttons[0].click()
    assert answers == [("attic", "gone")]


def test_the_same_question_keeps_its_buttons(card, answers):
    """Its numbers may change with every answer of a client, while a hand is on the way to a button."""
    card.set_questions([question(answers)])
    pressed = card.buttons[0]
    card.set_questions([question(answers)])
    assert card.buttons[0] is pressed


def test_a_screen_reader_is_told_once(card, answers, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    card.set_questions([question(answers)])
    card.set_questions([question(answers)])
    assert told == ["Is this the right client? NAS lists none of its 214 downloads."]
