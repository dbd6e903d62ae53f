"""The message over the list while something is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mydia_desktop.domain.errors import Cause
from mydia_desktop.domain.snapshot import Phase, Problem
from mydia_desktop.ui.banner import Banner
from mydia_desktop.ui.notice import Tone
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, NOW, SEEDBOX, silent, state
from tests.ui.stage import on_stage


@pytest.fixture
def banner(qtbot, qapp):
    banner = Banner(Theme(qapp, "light"))
    with on_stage(qtbot, banner, 1000, 66):
        yield banner


@pytest.fixture
def announced(monkeypatch):
    """What a screen reader is told."""
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    return told


def show(banner, *clients):
    banner.set_states({each.id: each for each in clients})
    banner.tick(NOW)
    return banner.title.text(), banner.text.text()


def test_it_is_not_there_while_all_is_well(banner):
    """A client that is still being asked for the first time is no trouble either."""
    show(banner, state(), state(SEEDBOX, "Seedbox", phase=Phase.CONNECTING, live=False, answered_at=None))
    assert banner.isHidden()


def test_a_silent_client_says_what_who_and_next(banner):
    """And its seconds go on."""
    assert show(banner, state(), silent(transfers=14)) == (
        "Seedbox can’t be reached",  # noqa: RUF001
        (
            "Connection timed out after 5 s (https://seedbox.example:8080). "
            "Its 14 downloads show what was last seen 12 s ago. Next try in 8 s."
        ),
    )
    assert not banner.isHidden()
    banner.tick(NOW + 3)
    assert banner.text.text().endswith("Its 14 downloads show what was last seen 15 s ago. Next try in 5 s.")
    show(banner, state(), state(SEEDBOX, "Seedbox"))
    assert banner.isHidden()


def test_a_failure_shows_before_the_rows_have_gone_stale(banner):
    """The first refused question is news at once."""
    assert show(banner, silent(live=True, transfers=1, answered_at=NOW - 2))[1].endswith(
        "Its download shows what was last seen 2 s ago. Next try in 8 s."
    )


def test_a_client_that_never_answered_has_nothing_last_seen(banner):
    """There are no rows to speak of, and no moment."""
    text = show(banner, silent(answered_at=None, facts=None))[1]
    assert text == "Connection timed out after 5 s (https://seedbox.example:8080). Next try in 8 s."


@pytest.mark.parametrize(
    ("phase", "cause", "title"),
    [
        (Phase.UNAUTHORIZED, Cause.UNAUTHORIZED, "Seedbox does not let Mydia Desktop in"),
        (Phase.UNAUTHORIZED, Cause.KEYRING, "The password of Seedbox can’t be read"),  # noqa: RUF001
        (Phase.BANNED, Cause.BANNED, "Seedbox has blocked this computer"),
        (Phase.INCOMPATIBLE, Cause.WRONG_PROGRAM, "Seedbox can’t be understood"),  # noqa: RUF001
    ],
)
def test_trouble_only_the_user_can_end_has_a_title_of_its_own(banner, phase, cause, title):
    """And promises no next try."""
    problem = Problem(cause=cause, message="This is why.")
    said = show(banner, silent(phase=phase, problem=problem, next_try_at=None, answered_at=None))
    assert said == (title, "This is why.")


def test_several_silent_clients_share_it(banner, qtbot):
    """One banner, one button for all of them."""
    refused = Problem(cause=Cause.REFUSED, message="Nothing answers at nas:9091. Is Transmission running?")
    title, text = show(banner, silent(NAS, "NAS", problem=refused, answered_at=None), silent())
    assert title == "2 clients can’t be reached"  # noqa: RUF001
    assert text == "NAS: Connection refused. Seedbox: Timed out, last seen 12 s ago."
    with qtbot.waitSignal(banner.try_requested) as told:
        QTest.mouseClick(banner.try_button, Qt.MouseButton.LeftButton)
    assert told.args == [(NAS, SEEDBOX)]


def test_the_settings_it_leads_to_are_those_that_may_be_wrong(banner, qtbot):
    """A refused password before a line that is down."""
    refused = Problem(cause=Cause.UNAUTHORIZED, message="No.")
    show(banner, silent(NAS, "NAS"), silent(phase=Phase.UNAUTHORIZED, problem=refused))
    with qtbot.waitSignal(banner.settings_requested) as told:
        QTest.mouseClick(banner.settings_button, Qt.MouseButton.LeftButton)
    assert told.args == [SEEDBOX]


def test_withdrawn_rows_can_be_called_back(banner, qtbot):
    """One line stays in their place, with its button."""
    show(banner, silent(transfers=14))
    assert banner.show_button.isHidden()
    text = show(banner, silent(withdrawn=14, answered_at=NOW - 300))[1]
    assert "14 downloads on Seedbox are hidden, not seen for 5 min." in text
    with qtbot.waitSignal(banner.last_known_requested) as told:
        QTest.mouseClick(banner.show_button, Qt.MouseButton.LeftButton)
    assert told.args == [SEEDBOX]


def test_a_screen_reader_hears_of_news_once(banner, announced):
    """Never of the seconds."""
    show(banner, silent(transfers=14))
    banner.tick(NOW + 1)
    show(banner, silent(transfers=14, next_try_at=NOW + 16))
    assert len(announced) == 1
    assert announced[0].startswith("Seedbox can’t be reached. ")  # noqa: RUF001
    show(banner, silent(withdrawn=14))
    show(banner, silent(), silent(NAS, "NAS"))
    assert len(announced) == 3


def test_complaints_about_the_settings_show_while_no_client_is_in_trouble(banner):
    """At most one message at a time, the worse first."""
    banner.set_problems(("config.toml line 12: refresh_seconds must be at least 0.5.",))
    assert banner.text.text() == "config.toml line 12: refresh_seconds must be at least 0.5."
    assert banner.notice.tone is Tone.WARNING
    assert banner.try_button.isHidden()
    show(banner, silent())
    assert banner.notice.tone is Tone.ERROR
    show(banner, state())
    assert banner.notice.tone is Tone.WARNING
    banner.set_problems(())
    assert banner.isHidden()


def test_an_endless_word_never_widens_the_window(banner):
    """It comes from a server, or from whoever named the client."""
    problem = Problem(cause=Cause.GARBLED, message="x" * 500)
    show(banner, silent(name="n" * 500, problem=problem, transfers=1, withdrawn=1))
    assert banner.minimumSizeHint().width() < 700


def test_a_servers_words_are_shown_harmless(banner):
    """As plain text, without direction marks or line breaks of theirs."""
    problem = Problem(cause=Cause.GARBLED, message="<b>no\u202e\nway</b>")
    text = show(banner, silent(problem=problem, answered_at=None, next_try_at=None))[1]
    assert text == "<b>no\ufffd way</b>"
    assert banner.text.textFormat() is Qt.TextFormat.PlainText
