"""Messages that come, can be acted on, and go."""

import pytest
from PySide6.QtCore import QPointF, QPropertyAnimation, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.naming import by_release
from mydia_desktop.ui.notice_toasts import names, sentence
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import MOST_AT_ONCE, Toasts, Tone
from mydia_desktop.workflows.notices import Dropped, RemovalDropped, RetryEnd, RetryEnded, Trouble
from tests.memory_client import MemoryClient


@pytest.fixture
def toasts(qapp):
    """Over a window of its own."""
    host = QWidget()
    host.resize(800, 500)
    QLineEdit(host)  # to have the focus: it is not the messages'
    host.show()
    theme = Theme(qapp, "light")
    yield Toasts(theme, host)
    host.close()
    host.deleteLater()
    theme.deleteLater()


def rows(*titles):
    """Downloads of these names."""
    client = MemoryClient()
    keys = [client.put(title, status=Status.SEEDING) for title in titles]
    return tuple(client.listed()[key] for key in keys)


def said(toasts):
    """What they say."""
    return [toast.text for toast in toasts.shown]


def test_a_message_lies_at_the_bottom_in_the_middle_and_goes_by_itself(toasts, qtbot):
    toast = toasts.tell("Something happened.")
    host = toast.parentWidget()
    assert abs(toast.geometry().center().x() - host.width() // 2) <= 1
    qtbot.waitUntil(lambda: toast.geometry().bottom() < host.height())
    toast.stay_for(0.05)
    qtbot.waitUntil(lambda: toasts.shown == [])


def test_a_message_under_the_pointer_stays(toasts, qtbot):
    toast = toasts.tell("Read me.")
    qtbot.waitUntil(lambda: not any(toast.findChildren(QPropertyAnimation)))
    # The pointer of other tests may lie there already, and then moves no more.
    QApplication.sendEvent(toast, QEnterEvent(QPointF(30, 30), QPointF(30, 30), QPointF(30, 30)))
    assert toast.underMouse()
    toast.stay_for(0.05)
    qtbot.waitUntil(lambda: toast._clock.interval() == 1000)  # it has looked, and will look again
    assert said(toasts) == ["Read me."]


def test_a_message_whose_button_has_the_focus_stays(toasts, qtbot):
    toast = toasts.tell("Read me.", act="Retry", then=lambda: None)
    toast.window().activateWindow()
    toast.button.setFocus()
    qtbot.waitUntil(toast.button.hasFocus)
    toast.stay_for(0.05)
    qtbot.waitUntil(lambda: toast._clock.interval() == 1000)  # it has looked, and will look again
    assert said(toasts) == ["Read me."]


def test_its_button_does_what_it_says_once(toasts):
    done = []
    toast = toasts.tell("Refused.", act="Retry", then=lambda: done.append(True))
    toast.button.click()
    toast.button.click()
    assert done == [True]
    assert toasts.shown == []


def test_it_is_closed_by_its_cross_and_by_escape(toasts):
    toasts.tell("First.").close_button.click()
    assert toasts.shown == []
    QTest.keyClick(toasts.tell("Second."), Qt.Key.Key_Escape)
    assert toasts.shown == []


def test_only_a_few_are_shown_and_a_held_one_outlives_the_others(toasts):
    toasts.hold("held")
    for number in range(5):
        toasts.tell(f"news {number}")
    assert said(toasts) == ["held", "news 3", "news 4"]
    assert len(toasts.shown) == MOST_AT_ONCE


def test_the_same_message_is_not_shown_twice(toasts):
    toasts.tell("again")
    toasts.tell("again")
    assert said(toasts) == ["again"]


def test_they_follow_the_size_of_the_window_and_do_not_cover_each_other(toasts, qtbot):
    first = toasts.tell("first")
    second = toasts.tell("a second one that says much more, " * 8)
    host = first.parentWidget()
    host.resize(1000, 700)
    qtbot.waitUntil(lambda: abs(first.geometry().center().x() - 500) <= 1)
    shadow = 12
    assert first.geometry().bottom() - shadow < second.geometry().top() + shadow
    assert second.geometry().bottom() < 700


def test_text_is_never_taken_for_markup(toasts):
    toast = toasts.tell("<h1>hello</h1>")
    assert toast._text.textFormat() == Qt.TextFormat.PlainText
    assert toast.sizeHint().height() < 80


def test_a_countdown_does_not_make_a_new_message(toasts):
    toast = toasts.hold("in 6 s")
    toast.set_text("in 5 s")
    assert said(toasts) == ["in 5 s"]
    assert toast.accessibleName() == "in 5 s"


def test_names_are_given_as_far_as_they_can_be_read():
    assert names(rows("a"), by_release) == "a"
    assert names(rows("a", "b"), by_release) == "a and b"
    assert names(rows("a", "b", "c", "d"), by_release) == "a, b and 2 more"
    assert len(names(rows("x" * 300), by_release)) < 70
    assert names((), by_release) == "1 download"


@pytest.mark.parametrize(
    ("outcome", "message", "expected"),
    [
        (Outcome.REFUSED, "Not now.", "Seedbox refused to pause a: Not now."),
        (Outcome.REFUSED, "Seedbox refused: Conflict", "Seedbox refused to pause a: Conflict"),
        (Outcome.NOT_SENT, "Nobody is there.", "Could not pause a. Nobody is there."),
        (Outcome.UNKNOWN, "Seedbox may still do this.", "Asked Seedbox to pause a. Seedbox may still do this."),
    ],
)
def test_trouble_is_told_with_who_what_and_why(outcome, message, expected):
    trouble = Trouble(
        verb=Verb.PAUSE, values=(), client="Seedbox", outcome=outcome, message=message, rows=rows("a"), asked=1
    )
    assert sentence(trouble, by_release) == expected


def test_a_partial_failure_names_what_failed():
    trouble = Trouble(
        verb=Verb.RECHECK,
        values=(),
        client="NAS",
        outcome=Outcome.REFUSED,
        message="No.",
        rows=rows("a", "b"),
        asked=5,
    )
    assert sentence(trouble, by_release) == "NAS refused to re-check 2 of 5 (a and b): No."


def test_every_verb_and_every_end_has_its_words():
    for verb in Verb:
        for outcome in Outcome:
            trouble = Trouble(
                verb=verb, values=(), client="NAS", outcome=outcome, message="Why.", rows=rows("a"), asked=1
            )
            assert sentence(trouble, by_release).endswith("Why.")
    for why in Dropped:
        assert "NAS" in sentence(RemovalDropped(why=why, client="NAS", rows=rows("a")), by_release)
    for end in RetryEnd:
        assert "NAS" in sentence(RetryEnded(why=end, client="NAS", rows=rows("a")), by_release)


def test_trouble_stays_longer_than_news(toasts):
    news, trouble = toasts.tell("news"), toasts.tell("trouble", tone=Tone.TROUBLE)
    assert trouble._clock.interval() > news._clock.interval()
