"""Questions that only a person can answer, over the list: one at a time, and nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QPushButton, QWidget

from mydia_desktop.ui.message_card import MessageCard
from mydia_desktop.ui.notice import Tone
from mydia_desktop.ui.theme import Theme


class Weight(StrEnum):
    """How a choice looks: the usual one has a border, what erases is red, the rest is quiet."""

    QUIET = "quiet"
    USUAL = ""
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer."""

    text: str
    then: Callable[[], None]
    weight: Weight = Weight.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. ``subject`` stays equal as long as it is the same question, whatever its numbers say."""

    subject: object
    title: str
    text: str
    choices: tuple[Choice, ...]
    """From the start; the safe one is the last."""
    icon: str = "circle-help"
    tone: Tone = Tone.WARNING


class QuestionCard(MessageCard):
    """Shows the first of the open questions; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._asked: Question | None = None
        self.buttons: list[QPushButton] = []

    def set_questions(self, questions: Sequence[Question]) -> None:
        """Ask the first of these; the others wait for its answer."""
        before, self._asked = self._asked, questions[0] if questions else None
        asked = self._asked
        if asked is None:
            self.hide()
            return
        text = asked.text
        if len(questions) > 1:
            text = self.tr("{text} (1 of {count} questions)").format(text=text, count=len(questions))
        if before is None or before.subject != asked.subject:
            self._offer(asked.choices)
            self.begin(asked.title, text, icon=asked.icon, tone=asked.tone)
        else:
            self.say(asked.title, text)

    def _offer(self, choices: Sequence[Choice]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, choice in enumerate(choices):
            button = QPushButton(choice.text, self)
            button.setProperty("kind", choice.weight.value or None)
            button.clicked.connect(lambda _checked=False, place=place: self._answer(place))
            self.add_button(button)
            button.show()
            self.buttons.append(button)

    def _answer(self, place: int) -> None:
        """What the question of now does: its choices may have been renewed since the buttons were made."""
        if self._asked is not None:
            self._asked.choices[place].then()
