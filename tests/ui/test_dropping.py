"""Files and links dropped on the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from mydia_desktop.ui.dropping import DropTarget
from mydia_desktop.ui.offers import can_be_added, of_arguments, of_mime
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.release_text import TextSource

MAGNET = f"magnet:?xt=urn:btih:{'a' * 40}&dn=Nosferatu"
# The offscreen platform has nothing that would keep a window at its size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
BUTTON, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def mime(*urls: str, text: str = "") -> QMimeData:
    """What hangs on the pointer."""
    made = QMimeData()
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    if text:
        made.setText(text)
    return made


@pytest.fixture
def window(qtbot, qapp):
    """A window with a field that takes text for itself."""
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    window.resize(600, 400)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.theme = Theme(qapp, "light")
    yield window
    window.hide()  # closing the last window that is shown would end the next test's loop


@pytest.fixture
def target(window):
    """What catches."""
    return DropTarget(window.theme, window)


def enter(widget, data) -> bool:
    """Come over the widget; whether it takes it."""
    event = QDragEnterEvent(QPoint(10, 10), Qt.DropAction.CopyAction, data, BUTTON, KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_what_can_be_added_is_caught_anywhere_on_the_window(window, target):
    dropped = []
    target.dropped.connect(dropped.append)
    data = mime("file:///films/a.torrent", "file:///films/b.nzb")
    assert enter(window, data)
    assert target.isVisible()
    assert target.geometry() == window.rect()
    assert window.childAt(window.rect().center()) is target
    drop = QDropEvent(QPointF(300, 200), Qt.DropAction.CopyAction, data, BUTTON, KEYS)
    QApplication.sendEvent(target, drop)
    assert drop.isAccepted()
    assert dropped == [[Path("/films/a.torrent"), Path("/films/b.nzb")]]
    assert not target.isVisible()


def test_it_leaves_with_what_hung_over_it(window, target):
    enter(window, mime(text=MAGNET))
    target.dragLeaveEvent(QDragLeaveEvent())  # Qt sends it to where it thinks the pointer was
    assert not target.isVisible()


def test_anything_else_is_none_of_its_business(window, target):
    assert not enter(window, mime(text="Dear Emma,"))
    assert not target.isVisible()


def test_it_grows_with_the_window(window, target, qtbot):
    enter(window, mime(text=MAGNET))
    window.resize(700, 500)
    qtbot.waitUntil(lambda: target.geometry() == window.rect())


@pytest.mark.parametrize(
    ("data", "offered"),
    [
        (mime(MAGNET), [TextSource(text=MAGNET)]),
        (mime("https://tracker.invalid/get?id=1"), [TextSource(text="https://tracker.invalid/get?id=1")]),
        (mime("ftp://tracker.invalid/a.torrent"), []),
        (mime("data:text/plain,hello"), []),
        (mime(text=f"{'a' * 40}\n\n{MAGNET}\n"), [TextSource(text="a" * 40), TextSource(text=MAGNET)]),
        (mime(text=f"{MAGNET}\nand some words"), []),
        (mime(), []),
    ],
)
def test_what_of_a_drag_can_be_added(data, offered):
    assert of_mime(data) == offered


def test_arguments_are_links_as_they_are_or_files():
    assert of_arguments([MAGNET, "a" * 40, "https://x.invalid/a", "a b.torrent", " "]) == [
        TextSource(text=MAGNET),
        TextSource(text="a" * 40),
        TextSource(text="https://x.invalid/a"),
        Path("a b.torrent"),
    ]


@pytest.mark.parametrize(("text", "expected"), [(MAGNET, True), ("", False), ("\n\n", False), ("a" * 39, False)])
def test_only_lines_that_may_be_one_are_offered(text, expected):
    assert can_be_added(text) is expected
