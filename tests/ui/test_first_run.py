"""The welcome over real clients, a real config.toml and a keyring in memory, as a person uses it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import qasync
from keyring.backend import KeyringBackend
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from mydia_desktop.config.saving import SettingsFile
from mydia_desktop.config.secrets import Secrets
from mydia_desktop.config.settings import load
from mydia_desktop.ui.first_run.dialog import FirstRunDialog
from mydia_desktop.ui.first_run.opener import FirstRun
from mydia_desktop.ui.settings_opener import SettingsOpener
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.window_state import WindowState
from mydia_desktop.workflows.client_settings import ClientSettings, SettingsInForce
from mydia_desktop.workflows.discovery import Discovery, Standing
from tests.daemons import PASSWORD, USER, free_port, run_qbittorrent, run_transmission
from tests.keyrings import MemoryKeyring, NoKeyring, keyring_in_use
from tests.raw_server import raw_server
from tests.ui.settings_room import became, type_into

SECONDS = 30

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", extend=True)


@dataclass
class Room:
    """The dialog's surroundings; ``run`` lives a story with the open dialog."""

    app: QApplication
    config_file: Path
    ports: list[int] = field(default_factory=lambda: [free_port()])
    keyring: KeyringBackend = field(default_factory=MemoryKeyring)
    folder: str = ""
    """For the built-in client."""
    lacks: str = ""

    def configured(self) -> list[tuple[str, str, str]]:
        """What config.toml has: name, address, user."""
        return [(config.name, config.url, config.username) for config in load(self.config_file).clients]

    def run(self, story: Callable[[FirstRunDialog], Awaitable[None]]) -> None:
        """Open it, let it look, live the story, and wait for everything it set off."""
        loop = qasync.QEventLoop(self.app)
        self.app.setQuitOnLastWindowClosed(False)
        try:
            with keyring_in_use(self.keyring):
                loop.run_until_complete(asyncio.wait_for(self._live(story), SECONDS))
        finally:
            self.app.setQuitOnLastWindowClosed(True)
            loop.close()
            del loop
            gc.collect()  # here: Qt's objects must not be deleted by a collection in another thread

    async def _live(self, story: Callable[[FirstRunDialog], Awaitable[None]]) -> None:
        theme = Theme(self.app, "light")
        async with asyncio.TaskGroup() as tasks:
            settings = ClientSettings(
                SettingsInForce(clients=load(self.config_file).clients),
                file=SettingsFile(self.config_file),
                passwords=Secrets("profile"),
                apply=lambda _in_force, _renewed: dialog.settings_changed(),
            )
            dialog = FirstRunDialog(
                theme,
                Discovery(self.ports, patience=1.0, folder=self.folder, lacks=lambda: self.lacks),
                settings,
                tasks.create_task,
            )
            dialog.show()
            dialog.look()
            await became(lambda: not dialog.looking)
            await story(dialog)
            dialog.done(0)
            dialog.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.deleteLater()


@pytest.fixture
def room(qapp, tmp_path):
    return Room(qapp, tmp_path / "config.toml")


def sign_in(row, password):
    type_into(row.user, USER)
    type_into(row.secret, password)
    row.connect_button.click()


def said(dialog):
    """Every text that can be seen."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_client_that_is_ready_is_ticked_and_added_by_one_key(room, tmp_path):
    with run_transmission(tmp_path / "nas", rpc_authentication_required=False) as nas:
        room.ports = [nas.port]

        async def story(dialog):
            (row,) = dialog.rows
            assert row.chosen
            assert "Ready" in said(dialog)
            assert row.title.text().startswith("Transmission ")
            assert row.detail.text() == f"127.0.0.1:{nas.port} · 0 downloads"
            assert dialog.focusWidget() is dialog.show_button
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            await became(lambda: not dialog.isVisible())

        room.run(story)
        assert room.configured() == [("Transmission", nas.url, "")]
        assert room.keyring.entries == {}


def test_signing_in_is_one_attempt_a_click_and_its_password_goes_to_the_keyring(room, qbittorrent):
    room.ports = [qbittorrent.port]

    async def story(dialog):
        (row,) = dialog.rows
        assert dialog.focusWidget() is row.user
        assert not row.tick.isEnabled()
        assert not row.connect_button.isEnabled()
        assert not dialog.show_button.isEnabled()
        sign_in(row, "wrong")
        assert not row.connect_button.isEnabled()
        await became(row.problem.isVisible)
        assert row.problem.text() == "qBittorrent did not accept the user name or password."
        assert row.secret.accessibleDescription() == row.problem.text()
        sign_in(row, PASSWORD)
        await became(lambda: row.chosen)
        assert row.secret.text() == ""
        dialog.again.click()
        await became(lambda: not dialog.looking)
        assert row.chosen, "it still knows us"
        assert "1 client selected" in said(dialog)
        dialog.show_button.click()
        await became(lambda: not dialog.isVisible())

    room.run(story)
    assert room.configured() == [("qBittorrent", qbittorrent.url, USER)]
    assert list(room.keyring.entries.values()) == [PASSWORD]
    assert PASSWORD not in room.config_file.read_text()


def test_being_blocked_is_said(room, tmp_path):
    with run_qbittorrent(tmp_path, MaxAuthenticationFailCount=1) as seedbox:
        room.ports = [seedbox.port]

        async def story(dialog):
            (row,) = dialog.rows
            sign_in(row, "wrong")
            await became(row.problem.isVisible)
            sign_in(row, "wrong")
            await became(lambda: "blocked" in row.problem.text())

        room.run(story)


def test_without_a_keyring_it_is_said_before_a_password_is_typed_and_the_client_is_added_all_the_same(
    room, qbittorrent
):
    room.ports, room.keyring = [qbittorrent.port], NoKeyring()

    async def story(dialog):
        await became(lambda: "no keyring" in dialog.besides.text())
        sign_in(dialog.rows[0], PASSWORD)
        await became(lambda: dialog.rows[0].chosen)
        dialog.show_button.click()
        await became(lambda: not dialog.isVisible())

    room.run(story)
    assert room.configured() == [("qBittorrent", qbittorrent.url, USER)]


def test_a_client_that_is_configured_is_shown_as_such_and_can_not_be_added_twice(room, transmission):
    SettingsFile(room.config_file).save(
        [transmission.config(password=None)], load(room.config_file).preferences, removed=[]
    )
    room.ports = [transmission.port]

    async def story(dialog):
        (row,) = dialog.rows
        assert row.found.standing is Standing.KNOWN
        assert "Added already" in said(dialog)
        assert "NAS" in said(dialog)
        assert not row.chosen
        assert not dialog.show_button.isEnabled()
        assert dialog.skip.text() == "Close"

    room.run(story)


def test_nothing_found_says_what_could_be_done(room):
    async def story(dialog):
        assert dialog.rows == []
        words = " ".join(said(dialog))
        assert "No download client answers on this computer." in words
        assert "Web UI" in words
        assert f"Looked on ports {room.ports[0]} of this computer" in words

    room.run(story)


def test_what_hangs_and_what_is_no_client_is_told_beside_the_ports(room):
    def treat(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")

    with raw_server(lambda visit: visit.pause(30)) as hanging, raw_server(treat) as other:
        room.ports = [hanging.port, other.port]

        async def story(dialog):
            assert dialog.besides.text() == (
                f"No answer on port {hanging.port}. Another program is on port {other.port}."
            )

        room.run(story)


def test_looking_again_keeps_what_was_typed_and_ticked_and_takes_away_what_left(room, tmp_path, qbittorrent):
    with run_transmission(tmp_path / "nas", rpc_authentication_required=False) as nas:
        room.ports = [qbittorrent.port, nas.port]

        async def story(dialog):
            row = next(row for row in dialog.rows if row.found.kind == "qbittorrent")
            other = next(row for row in dialog.rows if row.found.kind == "transmission")
            type_into(row.user, "somebody")
            other.tick.setChecked(False)
            dialog.again.click()
            await became(lambda: not dialog.looking)
            assert row.user.text() == "somebody"
            assert not other.tick.isChecked()
            nas.stop()
            dialog.again.click()
            await became(lambda: not dialog.looking)
            assert dialog.rows == [row]

        room.run(story)


def test_skipping_adds_nothing_whatever_still_comes_in(room, qbittorrent):
    room.ports = [qbittorrent.port]

    async def story(dialog):
        sign_in(dialog.rows[0], PASSWORD)
        dialog.again.click()
        dialog.skip.click()
        assert not dialog.isVisible()

    room.run(story)
    assert room.configured() == []


def test_a_file_that_can_not_be_written_is_said_and_the_welcome_stays(room, tmp_path):
    with run_transmission(tmp_path / "nas", rpc_authentication_required=False) as nas:
        room.ports = [nas.port]
        room.config_file.write_text("this is not TOML [")

        async def story(dialog):
            dialog.show_button.click()
            await became(dialog.problem.isVisible)
            assert dialog.problem.text().startswith("Nothing was added. ")
            assert dialog.isVisible()
            assert dialog.show_button.isEnabled()

        room.run(story)


def test_the_tab_key_goes_through_the_lines_in_their_order(room, transmission, qbittorrent):
    room.ports = [transmission.port, qbittorrent.port]

    async def story(dialog):
        wanted = []
        for row in dialog.rows:
            wanted += [row.user, row.secret]
        wanted += [dialog.again, dialog.another, dialog.skip]
        dialog.rows[0].user.setFocus()
        met = [dialog.focusWidget()]
        for _ in wanted[1:]:
            dialog.focusNextChild()
            met.append(dialog.focusWidget())
        assert met == wanted
        assert [row.found.port for row in dialog.rows] == sorted(room.ports)

    room.run(story)


def test_everything_has_a_name_for_a_screen_reader(room, transmission):
    room.ports = [transmission.port]

    async def story(dialog):
        (row,) = dialog.rows
        assert row.tick.accessibleName() == f"Transmission, 127.0.0.1:{transmission.port} · wants you to sign in"
        assert row.user.accessibleName() == "User name for Transmission"
        assert row.secret.accessibleName() == "Password for Transmission"
        assert row.connect_button.accessibleName() == "Connect to Transmission"

    room.run(story)


def test_a_look_under_way_is_no_reason_to_keep_the_dialog(room):
    with raw_server(lambda visit: visit.pause(30)) as hanging:
        room.ports = [hanging.port]

        async def story(dialog):
            dialog.look()
            dialog.reject()
            assert not dialog.isVisible()

        room.run(story)


@dataclass
class Started:
    """What a start has of the main window: enough to open the welcome in."""

    window: QWidget
    state: WindowState
    settings: SettingsOpener
    asked_for: list[str] = field(default_factory=list)
    work: list[Coroutine[Any, Any, None]] = field(default_factory=list)

    def first_run(self, *ways):
        return FirstRun(
            self.settings._theme, self.settings, self.state, self.work.append, self.window,
            add_another=lambda: self.asked_for.append("settings"), ways=ways,
        )  # fmt: skip


@pytest.fixture
def started(qapp, qtbot, tmp_path):
    """A window over an empty profile, in which nothing that is begun runs."""
    window = QWidget()
    qtbot.addWidget(window)

    def make(_applied):
        said = load(tmp_path / "config.toml")
        return ClientSettings(
            SettingsInForce(clients=said.clients, complaints=tuple(problem.sentence for problem in said.problems)),
            file=SettingsFile(tmp_path / "config.toml"),
            passwords=Secrets("profile"),
            apply=lambda *_: None,
        )

    class Keeper:
        def watch(self, _changed):
            """The database is nothing to the welcome."""

    settings = SettingsOpener(Theme(qapp, "light"), make, Keeper(), pytest.fail, window, around=pytest.fail)
    started = Started(window, WindowState(tmp_path / "window.ini"), settings)
    yield started
    for work in started.work:
        work.close()


def test_a_new_profile_is_welcomed_until_somebody_skips_it(started):
    first_run = started.first_run()
    first_run.greet()
    assert first_run._dialog.isVisible()
    first_run._dialog.reject()
    assert first_run._dialog is None
    first_run.greet()
    assert first_run._dialog is None
    again = started.first_run()
    again.greet()
    assert again._dialog is None
    again.open().reject()


def test_a_profile_with_clients_or_with_mistakes_is_no_new_one(started, transmission, tmp_path):
    config_file = tmp_path / "config.toml"
    SettingsFile(config_file).save([transmission.config(password=None)], load(config_file).preferences, removed=[])
    first_run = started.first_run()
    first_run.greet()
    assert first_run._dialog is None
    config_file.write_text('[[clients]]\nid = "nas"\n')
    started.settings._settings = None
    first_run.greet()
    assert first_run._dialog is None


def test_it_is_opened_again_by_whatever_asks_for_it_and_only_once(started):
    ways = QPushButton(), QPushButton()
    first_run = started.first_run(*(way.clicked for way in ways))
    ways[0].click()
    dialog = first_run._dialog
    ways[1].click()
    assert first_run._dialog is dialog
    dialog.another.click()
    assert started.asked_for == ["settings"]
    assert dialog.isVisible()
    dialog.reject()


def test_the_built_in_client_is_there_to_be_ticked_and_comes_last(room, tmp_path, transmission):
    room.ports = [transmission.port]
    room.folder = str(tmp_path)

    async def story(dialog):
        row = dialog.rows[-1]
        assert [other.found.inside for other in dialog.rows] == [False, True]
        assert row.title.text() == "Built-in client"
        assert str(tmp_path) in row.detail.text()
        assert "Optional" in said(dialog)
        assert not row.chosen
        assert not dialog.show_button.isEnabled()
        row.tick.click()
        dialog.show_button.click()
        await became(lambda: not dialog.isVisible())

    room.run(story)
    (config,) = load(room.config_file).clients
    assert (config.kind, config.builtin.folder) == ("builtin", str(tmp_path))


def test_with_nothing_but_the_built_in_client_it_is_said_that_no_other_answers(room, tmp_path):
    room.folder = str(tmp_path)

    async def story(dialog):
        assert [row.found.inside for row in dialog.rows] == [True]
        assert dialog.nothing.isVisible()
        assert "No download client answers on this computer." in said(dialog)

    room.run(story)


def test_where_the_built_in_client_can_not_run_it_says_why(room, tmp_path):
    room.folder, room.lacks = str(tmp_path), "The built-in client needs libtorrent."

    async def story(dialog):
        (row,) = dialog.rows
        assert not row.tick.isEnabled()
        assert "The built-in client needs libtorrent." in said(dialog)
        assert "Not available" in said(dialog)

    room.run(story)
