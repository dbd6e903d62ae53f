"""The window in a language that is longer and goes from right to left: mirrored, everything translated, nothing cut."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import Status
from mydia_desktop.live.aggregator import Live
from mydia_desktop.ui.add.dialog import AddDialog
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.first_run.dialog import FirstRunDialog
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.labels import ShortLabel
from mydia_desktop.ui.language import TRANSLATIONS
from mydia_desktop.ui.main_window import MainWindow
from mydia_desktop.ui.settings.dialog import SettingsDialog
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce
from mydia_desktop.workflows.discovery import Discovery, Found, Standing
from tests.live_room import config
from tests.records import no_records
from tests.ui.pseudo_language import BEGIN, make_pseudo_language, spoken
from tests.ui.shell_values import NAS, SEEDBOX, row, silent, state

PICTURES = Path(os.environ.get("MYDIA_SCREENSHOTS", Path(__file__).parents[2] / ".cache" / "screenshots"))
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)

# Names of programs, clients and files, versions, addresses, units, keys: the same in every language. And Qt's Hebrew.
SAME = re.compile(
    r"NAS|Seedbox|Release \d+|Mydia Desktop|Transmission|qBittorrent|Ctrl|config\.toml|https?|[\d.,:/ ]+|[KMGT]?i?B|ms"
    r"|s|127\.0\.0\.1|/\S*|\S+\.\w+|[^\w]+|d|h|min|[\u0590-\u05ff]+"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_pseudo_language(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture
def german(qapp):
    """A person who reads German, which is longer than English, too."""
    with spoken(qapp, TRANSLATIONS, "de"):
        yield


@pytest.fixture
def reader(qapp, folder):
    """A person who reads it."""
    with spoken(qapp, folder):
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
        yield
    qapp.processEvents()
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.fixture
def window(qtbot, qapp, tmp_path, reader):  # noqa: ARG001 - it has to be there first
    live = Live(lambda chosen: pytest.fail(f"nobody asks {chosen.id}"))
    window = MainWindow(
        Theme(qapp, "light"),
        live,
        no_records(live),
        lambda applied: pytest.fail(f"no settings are opened: {applied}"),
        lambda work: work.close(),
        state=WindowState(tmp_path / "window.ini"),
        preferences=Preferences(),
        problems=[],
    )
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    rows = [row(NAS, number, status) for number, status in enumerate(Status)]
    states = {client.id: client for client in (state(), silent())}
    window.apply(Update(changed={each.key: each for each in rows}, removed=frozenset(), clients=states))
    yield window
    window.put_away()


def left_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, 0)).x()


def texts(top: QWidget):
    """Every text of a control that can be seen, with its control."""
    for part in (top, *top.findChildren(QWidget)):
        if not part.isVisible():
            continue
        if isinstance(part, QLabel | QAbstractButton) and part.text():
            yield part, part.text()
        if isinstance(part, QLineEdit) and part.placeholderText():
            yield part, part.placeholderText()


def untranslated(top: QWidget) -> list[str]:
    """What is said in English although it is no name."""
    return [
        text for _, text in texts(top) if BEGIN not in text and re.sub(SAME, "", re.sub(r"<[^>]*>", "", text)).strip()
    ]


def cut(top: QWidget) -> list[str]:
    """What does not fit where it stands; a label that gives way to others shows its end by itself."""
    found = []
    for part, text in texts(top):
        gives_way = part.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
        shows_an_icon = (
            isinstance(part, QToolButton) and part.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if isinstance(part, QLineEdit | ShortLabel) or gives_way or shows_an_icon:
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            if part.height() < part.heightForWidth(part.width()):
                found.append(f"{text}: {part.height()} of {part.heightForWidth(part.width())} high")
        elif part.width() < part.sizeHint().width() or part.height() < part.sizeHint().height():
            found.append(f"{text}: {part.size().toTuple()} of {part.sizeHint().toTuple()}")
    return found


def look_at(top: QWidget, name: str) -> None:
    """Nothing English, nothing cut; kept for people to look at."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    top.grab().save(str(PICTURES / f"rtl-{name}.png"))
    assert untranslated(top) == []
    assert cut(top) == []


@pytest.mark.usefixtures("reader")
def test_a_quantity_is_read_number_first():
    assert format_size(3 << 30, Units.BINARY) == "\N{LEFT-TO-RIGHT ISOLATE}3.00 GiB\N{POP DIRECTIONAL ISOLATE}"


def test_the_main_window_is_mirrored(window):
    assert left_of(window._sidebar) > left_of(window._list)
    table = window._list.table
    header = table.horizontalHeader()
    assert header.sectionViewportPosition(0) > header.sectionViewportPosition(1)


@pytest.mark.parametrize("view", list(View))
def test_each_view_is_translated_and_nothing_is_cut(window, qtbot, view):
    window._set_filter(Filter(view=view))
    qtbot.wait(50)
    look_at(window, f"view-{view}")


def test_every_action_is_translated(window):
    actions = [action for action in window.findChildren(type(window._actions.add)) if action.text()]
    english = [
        action.text()
        for action in actions
        if BEGIN not in action.text() and not re.fullmatch(SAME, action.text()) and not action.isSeparator()
    ]
    assert english == []
    assert len(actions) > 40


def test_a_search_without_matches_is_translated(window, qtbot):
    window._set_filter(Filter(text="zzz", clients=frozenset({SEEDBOX})))
    qtbot.wait(50)
    look_at(window, "no-matches")


def test_the_add_dialog_is_translated_and_nothing_is_cut(window, qtbot):
    QApplication.clipboard().clear()
    window._actions.add.trigger()
    (dialog,) = window.findChildren(AddDialog)
    qtbot.wait(50)
    look_at(dialog, "add")


def settings_of(*clients):
    return ClientSettings(SettingsInForce(clients=clients), file=None, passwords=None, apply=lambda *_: None)


def each_page(qtbot, qapp):
    """The settings, page by page."""
    dialog = SettingsDialog(Theme(qapp, "light"), settings_of(config("nas", name="NAS")), lambda work: work.close())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(960, 700)  # as designed; the screen of these tests is smaller
    for page in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(page)
        qtbot.wait(50)
        yield page, dialog
    dialog.clients.close_down()
    dialog.hide()


def test_the_settings_are_translated_and_nothing_is_cut(qtbot, qapp, reader):  # noqa: ARG001 - see above
    for page, dialog in each_page(qtbot, qapp):
        look_at(dialog, f"settings-{page}")


def test_names_stand_where_mirrored_lines_begin_and_addresses_are_as_everywhere(qtbot, qapp, reader):  # noqa: ARG001
    _, dialog = next(each_page(qtbot, qapp))
    form = dialog.clients.form
    assert form.title.alignment() & Qt.AlignmentFlag.AlignRight, "NAS is from left to right, its line is not"
    address = form.address
    assert left_of(address.scheme) < left_of(address.host) < left_of(address.port)
    assert address.scheme.currentText().strip("\N{LEFT-TO-RIGHT MARK}") == "http://"
    dialog.clients.close_down()
    dialog.hide()


def test_nothing_of_the_settings_is_cut_in_german(qtbot, qapp, german):  # noqa: ARG001 - see above
    for page, dialog in each_page(qtbot, qapp):
        dialog.grab().save(str(PICTURES / f"german-settings-{page}.png"))
        assert cut(dialog) == []


def test_the_welcome_is_translated_and_nothing_is_cut(qtbot, qapp, reader):  # noqa: ARG001 - see above
    dialog = FirstRunDialog(Theme(qapp, "light"), Discovery(), settings_of(), lambda work: work.close())
    qtbot.addWidget(dialog)
    dialog.show()
    for found in (
        Found(kind="qbittorrent", url="http://127.0.0.1:8080", standing=Standing.WANTS_SIGN_IN),
        Found(kind="transmission", url="http://127.0.0.1:9091", standing=Standing.READY, version="4.1.0", transfers=21),
        Found(kind="builtin", url="builtin://", standing=Standing.OPTIONAL, folder="/home/me/Downloads"),
    ):
        dialog._see(found)
    qtbot.wait(50)
    row = dialog.rows[0]
    assert left_of(row.tick) > left_of(row.title) > left_of(row.connect_button)
    look_at(dialog, "welcome")
    dialog.done(0)
