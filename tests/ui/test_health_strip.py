"""How the clients are doing, at the bottom of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.domain.errors import Cause
from mydia_desktop.domain.report import Facts
from mydia_desktop.domain.snapshot import Phase, Problem
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.health_cell import cell_text
from mydia_desktop.ui.health_strip import HealthStrip
from mydia_desktop.ui.theme import Theme
from tests.ui.shell_values import NAS, NOW, SEEDBOX, silent, state
from tests.ui.stage import on_stage


@pytest.fixture
def strip(qtbot, qapp):
    strip = HealthStrip(Theme(qapp, "light"))
    with on_stage(qtbot, strip, 1280, 56):
        yield strip


def show(strip, *clients):
    strip.set_states({each.id: each for each in clients})
    strip.tick(NOW)


def spoken(strip):
    return [cell.accessibleName() for cell in strip._cells.values()]


def test_a_cell_says_who_how_fast_and_how_much_room(strip):
    """A client that does nothing at the moment shows no zeros."""
    idle = Facts(version="5.1.4", api="2.11", download_speed=0, upload_speed=0)
    show(strip, state(), state(SEEDBOX, "Seedbox", kind="qbittorrent", facts=idle, latency=0.038))
    assert spoken(strip) == [
        "NAS, Transmission 4.1.0, 4 ms, ↓ 11.4 MiB/s  ↑ 3.1 MiB/s, 2.00 TiB free",
        "Seedbox, qBittorrent 5.1.4, 38 ms",
    ]


def test_a_silent_client_says_why_since_when_and_what_happens_next(strip):
    """And its seconds go on without any new state."""
    show(strip, silent())
    assert spoken(strip) == ["Seedbox, qBittorrent 4.1.0, Unreachable, Timed out · last seen 12 s ago · retry in 8 s"]
    strip.tick(NOW + 3)
    assert "last seen 15 s ago · retry in 5 s" in spoken(strip)[0]
    strip.tick(NOW + 9)
    assert "trying now" in spoken(strip)[0]


@pytest.mark.parametrize(
    ("phase", "cause", "said"),
    [
        (Phase.UNAUTHORIZED, Cause.UNAUTHORIZED, "Not signed in, Sign-in refused"),
        (Phase.BANNED, Cause.BANNED, "Blocked, Too many sign-ins"),
        (Phase.INCOMPATIBLE, Cause.WRONG_PROGRAM, "Not understood, Another program"),
        (Phase.UNREACHABLE, Cause.TLS, "Unreachable, Certificate not trusted"),
    ],
)
def test_every_kind_of_trouble_has_its_word(phase, cause, said):
    """Where only the user can help no next try is promised."""
    troubled = state(
        phase=phase,
        live=False,
        facts=None,
        answered_at=None,
        problem=Problem(cause=cause, message="The whole story."),
    )
    text = cell_text(troubled, Units.BINARY, NOW)
    assert text.spoken == f"NAS, Transmission, {said}"
    assert text.detail == "The whole story."


def test_every_cause_has_a_short_word():
    """Also one that is added tomorrow."""
    for cause in Cause:
        problem = Problem(cause=cause, message="")
        assert cell_text(silent(problem=problem), Units.BINARY, NOW).activity.split(" · ")[0]


def test_a_client_not_heard_of_yet_is_connecting_and_a_disabled_one_is_not_there(strip):
    """Neither is in trouble."""
    show(
        strip,
        state(phase=Phase.CONNECTING, live=False, facts=None, answered_at=None),
        state(SEEDBOX, "Seedbox", phase=Phase.DISABLED, live=False, facts=None),
    )
    assert spoken(strip) == ["NAS, Transmission, Connecting…"]
    assert strip.summary.text() == "0 of 1 client live"


def test_the_sums_are_of_live_clients_only(strip):
    """A silent client's last speed is no speed."""
    show(strip, state(), silent())
    assert strip.speeds.text() == "↓ 11.4 MiB/s   ↑ 3.1 MiB/s"
    assert strip.speeds.accessibleName() == "11.4 MiB/s down, 3.1 MiB/s up"
    assert strip.summary.text() == "1 of 2 clients live · updated 1 s ago"
    strip.set_units(Units.DECIMAL)
    assert strip.speeds.text() == "↓ 12.0 MB/s   ↑ 3.3 MB/s"


def test_a_click_or_enter_leads_to_the_client(strip, qtbot):
    """The arrows go from cell to cell; Tab stops at one of them."""
    show(strip, state(), silent())
    first, second = strip._cells.values()
    qtbot.waitUntil(second.isVisible)
    with qtbot.waitSignal(strip.client_activated) as told:
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert told.args == [SEEDBOX]
    assert [cell.focusPolicy() for cell in (first, second)] == [Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.client_activated) as told:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert told.args == [NAS]


def test_more_clients_than_fit_can_be_scrolled_to(strip, qtbot):
    """By wheel, by buttons, or by walking there."""
    show(strip, state())
    assert not strip._later.isVisible()
    show(strip, *(state(ClientId(f"c{number}"), f"Client {number}") for number in range(8)))
    bar = strip._row.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert not strip._earlier.isEnabled()
    QTest.mouseClick(strip._later, Qt.MouseButton.LeftButton)
    assert bar.value() > 0
    assert strip._earlier.isEnabled()
    cells = list(strip._cells.values())
    for cell in cells:
        QTest.keyClick(cell, Qt.Key.Key_Right)
    assert cells[-1].hasFocus()
    assert bar.value() == bar.maximum()
    show(strip, state())
    qtbot.waitUntil(lambda: not strip._later.isVisible())
