"""The tray says in a few words how it stands, and says it again only when it is different."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.tally import Counts
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.tray.tray import Tray, state_of, summary, tool_tip
from mydia_desktop.ui.tray.tray_icon import SIZES, TrayState, tray_icon
from tests.ui.shell_values import NAS, SEEDBOX, state

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    # The offscreen platform has no tray of its own.
    pytest.mark.qt_log_ignore("systemTrayWindowChanged"),
]
MIB = 1 << 20


def counts(*, down=0.0, up=0.0, **statuses):
    """So many downloads of each status, and the speeds in MiB/s."""
    return Counts(
        views={},
        statuses=Counter({Status(name): count for name, count in statuses.items()}),
        not_live=0,
        clients={},
        categories={},
        media={},
        download_speed=round(down * MIB),
        upload_speed=round(up * MIB),
    )


def clients(*states):
    return {one.id: one for one in states}


@pytest.fixture
def tray():
    """An icon in a panel that draws the menu itself."""
    tray = Tray(Theme(QApplication.instance(), "light"), lambda: Units.BINARY)
    tray.set_there(True, over_bus=True)
    yield tray
    tray.set_there(False)
    tray.deleteLater()


def lines(tray):
    return [action.text() for action in tray._menu.actions() if not action.isSeparator()]


def test_the_tooltip_says_what_moves_and_who_is_silent():
    silent = clients(state(NAS), state(SEEDBOX, live=False, phase=Phase.UNREACHABLE, name="Seedbox"))
    assert tool_tip(counts(downloading=4, down=40.6), silent, Units.BINARY) == (
        "4 downloading, 40.6 MiB/s down. Seedbox does not answer"
    )
    assert tool_tip(counts(downloading=1), clients(state(NAS)), Units.BINARY) == "1 downloading"
    assert tool_tip(counts(seeding=3, up=2), clients(), Units.BINARY) == "Nothing is downloading"


def test_speeds_that_are_none_are_not_said():
    assert summary(counts(downloading=4, down=40.6, up=9), Units.BINARY) == "4 downloading   ↓ 40.6 MiB/s   ↑ 9.0 MiB/s"
    assert summary(counts(seeding=4, up=9), Units.BINARY) == "Nothing is downloading   ↑ 9.0 MiB/s"
    assert summary(counts(), Units.BINARY) == "Nothing is downloading"


def test_the_icon_shows_the_worst_first():
    silent = clients(state(NAS, live=False, phase=Phase.UNREACHABLE))
    assert state_of(counts(downloading=1, failed=1), silent) is TrayState.ISSUE
    assert state_of(counts(downloading=1), silent) is TrayState.NOT_LIVE
    assert state_of(counts(downloading=1), clients(state(NAS))) is TrayState.ACTIVE
    assert state_of(counts(seeding=1), clients(state(NAS, live=False, phase=Phase.CONNECTING))) is TrayState.IDLE


@pytest.mark.parametrize("size", SIZES)
def test_the_icons_differ_in_shape_and_not_only_in_colour(size):
    """As somebody sees them who sees no colours, or a panel that takes them out."""
    grey = []
    for one in TrayState:
        image = tray_icon(one).pixmap(size, size).toImage()
        assert image.width() == size
        grey.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
    for first, second in ((a, b) for a in grey for b in grey if a is not b):
        differing = sum(
            abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness()) > 40
            for x in range(size)
            for y in range(size)
        )
        assert differing > size * size / 40


def test_names_of_clients_mark_no_letter(tray):
    tray.show_counts(counts(), clients(state(NAS, name="my_nas & Co", latency=0.004)))
    assert lines(tray)[1] == "my__nas && Co   4 ms"
    tray.set_there(True, over_bus=False)
    tray.show_counts(counts(), clients(state(NAS, name="my_nas & Co", latency=0.004)))
    assert lines(tray)[1] == "my_nas && Co   4 ms"


def test_a_latency_that_hardly_changes_is_not_told_again(tray):
    told = []
    for latency in (0.010, 0.012, 0.008, 0.031, 0.028):
        tray.show_counts(counts(), clients(state(NAS, latency=latency)))
        told.append(lines(tray)[1].split()[-2])
    assert told == ["10", "10", "10", "31", "31"]


def test_a_client_that_is_asked_for_the_first_time_is_not_called_silent(tray):
    tray.show_counts(counts(), clients(state(NAS, live=False, phase=Phase.CONNECTING, name="NAS")))
    assert lines(tray)[1] == "NAS   connecting…"
    tray.show_counts(counts(), clients(state(NAS, live=False, phase=Phase.UNREACHABLE, name="NAS")))
    assert lines(tray)[1] == "NAS   does not answer"


def test_nothing_is_told_twice(tray):
    changes = []
    for action in tray._menu.actions():
        action.changed.connect(lambda action=action: changes.append(action.text()))
    now = counts(downloading=4, down=40.6), clients(state(NAS, latency=0.01))
    tray.show_counts(*now)
    line = tray._clients[0]
    line.changed.connect(lambda: changes.append(line.text()))
    assert changes, "the first time it is"
    changes.clear()
    for _ in range(10):
        tray.show_counts(*now)
    assert not changes


def test_being_muted_is_said_in_words(tray):
    tray.set_muted(True)
    assert any(line.startswith("Notifications are muted until ") for line in lines(tray))
    tray.set_muted(False)
    assert "Mute notifications for 1 hour" in lines(tray)


def test_all_of_it_is_plain_lines(tray):
    """Panels that draw the menu over the bus know of nothing else."""
    assert all(not action.menu() and type(action).__name__ == "QAction" for action in tray._menu.actions())
    asked = []
    tray.show_requested.connect(lambda: asked.append("show"))
    tray.show_counts(counts(), clients(state(NAS)))
    tray._clients[0].trigger()
    assert asked == ["show"]
