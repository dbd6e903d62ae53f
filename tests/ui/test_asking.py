"""What only a person can decide is asked over the list, and the answer is carried out."""

from __future__ import annotations

import asyncio

import pytest

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.record import ClientUuid, KnownClient, Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import Gone
from mydia_desktop.ui.asking import Asking
from mydia_desktop.ui.naming import by_release
from mydia_desktop.ui.question_card import QuestionCard
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts
from mydia_desktop.workflows.identity import IdentityQuestion, RemovedClient
from mydia_desktop.workflows.reconciliation import RemovalQuestion
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState
from tests.ui.shell_values import NAS, row
from tests.ui.stage import on_stage


def known(number, name="NAS"):
    return KnownClient(
        uuid=ClientUuid(f"uuid {number}"), kind="transmission", name=name, origin=f"http://192.0.2.{number}:9091"
    )


def gone(count, of):
    records = tuple(Record(id=RecordId(str(number)), title=str(number), client_name="NAS") for number in range(count))
    return Gone(client=NAS, records=records, doubted=True, of=of)


class Earlier:
    """Removals that an earlier run left open."""

    def __init__(self):
        self.questions, self.done = (), []

    def watch(self, changed):
        """Nothing changes by itself here."""

    async def remove_now(self, question):
        self.done.append(("remove", question.id))

    async def keep(self, question):
        self.done.append(("keep", question.id))


class Desk:
    """What is open, and what was answered."""

    def __init__(self, qapp, card):
        self.questions, self.removed, self.problem, self.doubted = (), (), "", ()
        self.identities = self.gone = self
        self.reconciliation = Earlier()
        self.done, self.refusal, self.backup = [], None, None
        self.card = card
        self.theme = Theme(qapp, "light")
        self.toasts = Toasts(self.theme, card)
        self.keeper = RecordKeeper(self, self)
        self.asking = Asking(
            card, self, self.toasts, spawn=asyncio.run, name_of=by_release,
            open_client=lambda client: self.done.append(("settings", client)), window=card,
        )  # fmt: skip

    def update_records(self, records):
        """Nothing is remembered here."""

    def watch(self, changed):
        self.changed = changed

    def trust(self, client):
        self.done.append(("trust", client))
        self.doubted = ()

    async def answer(self, client, same_as):
        if self.refusal:
            raise self.refusal
        self.done.append((client, same_as))
        self.questions = ()

    async def hand_over(self, of, to):
        self.done.append(("hand over", of, to))

    async def close(self, of):
        self.done.append(("close", of))

    def leave(self, of):
        self.done.append(("leave", of))

    @property
    def said(self):
        self.asking.refresh()
        return None if self.card.isHidden() else self.card.title.text()

    def press(self, text):
        next(button for button in self.card.buttons if button.text() == text).click()


@pytest.fixture
def desk(qtbot, qapp):
    card = QuestionCard(Theme(qapp, "light"))
    with on_stage(qtbot, card, 1100, 66):
        yield Desk(qapp, card)


def test_nothing_is_asked_while_nothing_is_open(desk):
    assert desk.said is None


def test_a_database_that_can_not_be_used_says_why_and_what_is_missing(desk, tmp_path):
    """The live window goes on below it."""
    desk.keeper.noticed(StoreUnavailableError("mydia.sqlite3 is damaged.", backup=tmp_path / "before"))
    assert desk.said == "What downloads are for can’t be read or written now"  # noqa: RUF001
    assert desk.card.text.text() == f"mydia.sqlite3 is damaged. A copy as it was before: {tmp_path / 'before'}"
    assert [button.text() for button in desk.card.buttons] == ["Try now"]
    desk.keeper.state = StoreState.READY
    assert desk.said is None


def test_a_database_of_an_earlier_version_is_said_to_have_been_changed_once(desk, tmp_path):
    """With the place of what it was."""
    desk.backup = tmp_path / "mydia.sqlite3.mydia"
    assert desk.said is None
    desk.keeper.state = StoreState.READY
    for _ in range(2):
        assert desk.said is None
    assert [toast.text for toast in desk.toasts.shown] == [
        f"The database was brought up to date. As it was before it stays in {tmp_path / 'mydia.sqlite3.mydia'}."
    ]


def test_a_client_that_may_be_a_known_one_is_asked_about(desk):
    desk.questions = (IdentityQuestion(client=NAS, name="NAS", url="http://nas:9091", candidates=(known(1),)),)
    assert desk.said == "Is NAS a client that was used here before?"
    assert "NAS (http://192.0.2.1:9091)" in desk.card.text.text()
    desk.press("The same")
    assert desk.done == [(NAS, "uuid 1")]
    assert desk.card.isHidden()


def test_of_several_known_ones_each_is_named(desk):
    candidates = (known(1), known(2, "Attic"))
    desk.questions = (IdentityQuestion(client=NAS, name="NAS", url="http://nas:9091", candidates=candidates),)
    assert desk.said
    assert [button.text() for button in desk.card.buttons] == [
        "NAS (http://192.0.2.1:9091)", "Attic (http://192.0.2.2:9091)", "A new client",
    ]  # fmt: skip
    desk.press("A new client")
    assert desk.done == [(NAS, None)]


def test_a_client_at_another_address_is_asked_about(desk):
    desk.questions = (
        IdentityQuestion(
            client=NAS, name="NAS", url="http://b:9091", candidates=(known(1),), moved_from="http://a:9091"
        ),
    )
    assert desk.said == "Is NAS still the same client?"
    assert "It was at http://a:9091, and is at http://b:9091 now." in desk.card.text.text()
    desk.press("Another client")
    assert desk.done == [(NAS, None)]


def test_an_answer_that_could_not_be_written_leaves_the_question(desk):
    """With the reason."""
    desk.questions = (IdentityQuestion(client=NAS, name="NAS", url="http://nas:9091", candidates=(known(1),)),)
    desk.refusal = StoreUnavailableError("There is no space left.")
    assert desk.said
    desk.press("The same")
    assert [toast.text for toast in desk.toasts.shown] == ["There is no space left."]
    assert desk.said == "Is NAS a client that was used here before?"


@pytest.mark.parametrize(
    ("count", "of", "title"),
    [
        (214, 214, "NAS lists none of its 214 downloads. Is this the right client?"),
        (200, 214, "NAS lists only 14 of its 214 downloads. Is this the right client?"),
    ],
)
def test_silence_is_not_absence_when_a_client_lists_none_of_its_many(desk, count, of, title):
    desk.doubted = (gone(count, of),)
    assert desk.said == title
    desk.press("Client settings…")
    assert desk.done == [("settings", NAS)]
    desk.press("They are gone")
    assert desk.done[1:] == [("trust", NAS)]
    assert desk.card.isHidden()


def test_a_removed_client_leaves_its_downloads_to_another_or_to_nobody(desk):
    heir = known(2, "Attic")
    desk.removed = (RemovedClient(client=known(1), open_records=3, heirs=(heir,)),)
    assert desk.said == "NAS is no longer configured"
    assert desk.card.text.text() == "3 downloads of it are still waited for."
    for answer in ("Give to Attic", "Forget them", "Keep them"):
        desk.press(answer)
    assert desk.done == [("hand over", "uuid 1", "uuid 2"), ("close", "uuid 1"), ("leave", "uuid 1")]


@pytest.mark.parametrize(
    ("verb", "title", "act"),
    [
        (Verb.DELETE, "Delete Release 1 with its files?", "Delete now"),
        (Verb.REMOVE, "Remove Release 1?", "Remove now"),
    ],
)
def test_intent_first_a_removal_of_an_earlier_run_is_asked_about(desk, verb, title, act):
    """It is never sent by itself."""
    question = RemovalQuestion(id=RecordId("1"), verb=verb, client=NAS, row=row(NAS, 1))
    desk.reconciliation.questions = (question,)
    assert desk.said == title
    assert desk.reconciliation.done == []
    desk.press("Keep it")
    desk.press(act)
    assert desk.reconciliation.done == [("keep", "1"), ("remove", "1")]


def test_what_is_not_remembered_comes_before_all_else(desk):
    desk.doubted = (gone(5, 5),)
    desk.keeper.noticed(StoreUnavailableError("mydia.sqlite3 is damaged."))
    assert desk.said == "What downloads are for can’t be read or written now"  # noqa: RUF001
    assert desk.card.text.text().endswith("(1 of 2 questions)")
