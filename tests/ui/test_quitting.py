"""Quitting asks once, and only while the client inside the program fetches something."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.naming import by_release
from mydia_desktop.ui.quitting import Quitting
from tests.ui.shell_values import NAS, row, state

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
OWN = ClientId("own")


@dataclass
class Said:
    """What every client says now."""

    transfers: dict[TransferKey, Transfer] = field(default_factory=dict)
    clients: dict[ClientId, ClientState] = field(default_factory=dict)

    def put(self, *rows):
        self.transfers |= {row.key: row for row in rows}


@pytest.fixture
def said():
    return Said(clients={NAS: state(NAS), OWN: replace(state(OWN), kind="builtin")})


@pytest.fixture
def quitting(qtbot, said):
    window = QWidget()
    qtbot.addWidget(window)
    quitting = Quitting(said, by_release, lambda: Units.BINARY, window)
    quitting.window = window
    return quitting


def question(quitting):
    (box,) = quitting.window.findChildren(QMessageBox)
    return box


@pytest.mark.parametrize("status", [Status.PAUSED, Status.QUEUED, Status.SEEDING, Status.COMPLETED, Status.FAILED])
def test_what_only_offers_or_waits_is_no_reason_to_ask(qtbot, said, quitting, status):
    said.put(row(OWN, 1, status), row(NAS, 2, Status.DOWNLOADING))
    with qtbot.waitSignal(quitting.confirmed, timeout=1000):
        quitting.request()


def test_a_silent_built_in_client_is_no_reason_to_ask(qtbot, said, quitting):
    """It runs in another window, or not at all: nothing ends with this one."""
    said.put(row(OWN, 1, Status.DOWNLOADING))
    said.clients[OWN] = replace(said.clients[OWN], phase=Phase.UNREACHABLE)
    with qtbot.waitSignal(quitting.confirmed, timeout=1000):
        quitting.request()


def test_it_asks_once_and_the_safe_answer_has_the_focus(qtbot, said, quitting):
    """Names and sizes are told; asked again, the same question is shown; kept, the next time asks anew."""
    said.put(*(row(OWN, number, Status.DOWNLOADING, name=f"<b>Release</b> {number}") for number in range(6)))
    with qtbot.assertNotEmitted(quitting.confirmed):
        quitting.request()
        quitting.request()
        box = question(quitting)
        assert box.defaultButton().text() == "Keep downloading"
        assert box.informativeText().startswith("<b>Release</b> 0, 512 MiB left\n")
        assert box.informativeText().count(" left\n") == 4
        assert "and 2 more" in box.informativeText()
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.defaultButton().click()
    qtbot.waitUntil(lambda: not quitting.window.findChildren(QMessageBox))
    quitting.request()
    (go,) = [button for button in question(quitting).buttons() if button.text() == "Quit"]
    with qtbot.waitSignal(quitting.confirmed, timeout=1000):
        go.click()
