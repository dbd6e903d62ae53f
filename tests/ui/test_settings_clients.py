"""The Clients page, as a person uses it, over real clients and a real config.toml."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox
from shiboken6 import isValid

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.secrets import Keep
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.settings.certificate import CertificateDialog, fingerprint
from mydia_desktop.ui.settings.client_list import ClientList, Entry
from mydia_desktop.ui.theme import Theme
from tests.daemons import PASSWORD, USER, free_port
from tests.keyrings import LockedKeyring, NoKeyring
from tests.scripted_server import Say, scripted_server
from tests.tls_front import tls_front
from tests.ui.settings_room import Room, became, heard, type_into, write_clients

# The offscreen platform has nothing that would keep a question at its size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def room(qapp, tmp_path):
    """No clients yet, and an unlocked keyring."""
    return Room(qapp, tmp_path / "config.toml")


def nas(**changes) -> ClientConfig:
    """A client that is not there."""
    values = {"id": ClientId("nas"), "kind": "transmission", "name": "NAS", "url": "http://nas.invalid:9091"}
    return ClientConfig(**(values | {"username": "media"} | changes))


async def press_test(dialog) -> str:
    """Press Test connection; what the panel says then."""
    dialog.test.click()
    await heard(dialog.clients.test.changed, lambda: dialog.clients.test.status == "Tested just now")
    panel = dialog.clients.result
    return f"{panel.title.text()}: {panel.text.text()}"


async def saved(dialog) -> None:
    """Press Save and wait until all is in force."""
    assert dialog.save.isEnabled()
    dialog.save.click()
    await heard(dialog.finished, lambda: not dialog.isVisible())


def answer(dialog, text: str) -> None:
    """Press the button with this text in the question that is open."""
    (box,) = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    (button,) = [button for button in box.buttons() if button.text() == text]
    button.click()


# -- adding ------------------------------------------------------------------------------------------------------


def test_a_pasted_address_is_all_it_takes_to_add_a_client(room, transmission):
    """User name and password come along; the test says what the client is; Save puts it in force."""

    async def story(dialog):
        dialog.clients.add_client("transmission")
        form = dialog.clients.form
        type_into(form.name, "Büro NAS")
        type_into(form.address.host, f"http://{USER}:{PASSWORD}@127.0.0.1:{transmission.port}/transmission/web/")
        assert (form.address.host.text(), form.address.port.text()) == ("127.0.0.1", str(transmission.port))
        assert (form.username.text(), form.password.line.text()) == (USER, PASSWORD)
        said = await press_test(dialog)
        assert said.startswith("Connection works: Transmission ")
        for part in (" ms", "0 downloads", "iB free", f"signed in as {USER}"):
            assert part in said
        await saved(dialog)

    room.run(story)
    (config,) = room.settings.clients
    assert (config.id, config.name, config.url) == ("buro-nas", "Büro NAS", transmission.url)
    assert room.kept() == {f"buro-nas@{transmission.url}": PASSWORD}
    assert PASSWORD not in room.config_file.read_text(encoding="utf-8")
    ((in_force, renewed),) = room.applied
    assert in_force.clients == (config,)
    assert renewed == {"buro-nas"}


def test_the_menu_offers_every_program_with_its_port(room):
    """What is usual need not be typed."""

    async def story(dialog):
        menu = dialog.clients.add.menu()
        assert [action.text() for action in menu.actions()] == ["Transmission", "qBittorrent", "Built-in client"]
        dialog.clients.add.menu().actions()[1].trigger()
        assert dialog.clients.form.kind.currentText() == "qBittorrent"
        assert dialog.clients.form.address.port.text() == "8080"
        assert dialog.focusWidget() is dialog.clients.form.name

    room.run(story)


def test_an_incomplete_client_can_not_be_saved_or_tested(room):
    """The footer says what is missing; below a field it is said once the person has left it."""

    async def story(dialog):
        dialog.clients.add_client("transmission")
        form = dialog.clients.form
        assert not dialog.save.isEnabled()
        assert not dialog.test.isEnabled()
        assert "Give it a name" in dialog.status.text()
        assert form._name_field.note == ""
        form.name.editingFinished.emit()
        assert "Give it a name" in form._name_field.note
        type_into(form.name, "NAS")
        assert form._name_field.note == ""
        type_into(form.address.host, "my nas")
        assert not dialog.save.isEnabled()
        type_into(form.address.host, "nas.local")
        assert dialog.save.isEnabled()
        assert dialog.test.isEnabled()

    room.run(story)


# -- testing -----------------------------------------------------------------------------------------------------


def test_a_wrong_password_is_named_as_such(room, transmission):
    """Not as a connection that does not work."""
    write_clients(room.config_file, transmission.config(password=None))

    async def story(dialog):
        type_into(dialog.clients.form.password.line, "wrong")
        assert await press_test(dialog) == "No connection: NAS did not accept the user name or password."
        assert dialog.save.isEnabled()  # a failed test blocks nothing

    room.run(story)


def test_a_closed_port_is_named_with_its_address(room):
    """The exact reason, not just that it failed."""
    port = free_port()
    write_clients(room.config_file, nas(url=f"http://127.0.0.1:{port}"))

    async def story(dialog):
        assert f"Nothing answers at 127.0.0.1:{port}" in await press_test(dialog)

    room.run(story)


def test_a_stored_password_is_used_for_its_own_address(room, transmission):
    """It is read from the keyring for the test, and never shown."""
    config = transmission.config(password=None)
    write_clients(room.config_file, config)
    room.keyring.set_password("mydia-desktop", f"profile/{config.id}@{config.url}", PASSWORD)

    async def story(dialog):
        line = dialog.clients.form.password.line
        await became(lambda: bool(line.placeholderText()))
        assert line.text() == ""
        assert (await press_test(dialog)).startswith("Connection works")

    room.run(story)


def test_a_stored_password_is_not_sent_to_an_edited_address(room, transmission):
    """The form says so, and the other server never gets it."""
    config = transmission.config(password=None)
    write_clients(room.config_file, config)
    room.keyring.set_password("mydia-desktop", f"profile/{config.id}@{config.url}", PASSWORD)

    async def story(dialog):
        form = dialog.clients.form
        await became(lambda: bool(form.password.line.placeholderText()))
        type_into(form.address.port, other.url.rpartition(":")[2])
        assert "is not sent to this one" in form.password.note
        assert form.password.line.placeholderText() == ""
        await press_test(dialog)
        type_into(form.address.port, str(transmission.port))
        assert (await press_test(dialog)).startswith("Connection works")

    with scripted_server(lambda _: Say(status=401)) as other:
        room.run(story)
        assert other.asked
        assert PASSWORD not in str(other.asked)


def test_a_typed_password_is_forgotten_with_the_address_it_was_typed_for(room):
    """The form says why the line is empty."""
    write_clients(room.config_file, nas())

    async def story(dialog):
        form = dialog.clients.form
        type_into(form.password.line, "hunter2")
        type_into(form.address.host, "nas.example")
        assert form.password.line.text() == ""
        assert "Type it again" in form.password.note

    room.run(story)


def test_the_result_goes_when_the_form_no_longer_is_what_was_tested(room, transmission):
    """A green panel below another address would be a lie."""
    write_clients(room.config_file, transmission.config())

    async def story(dialog):
        await press_test(dialog)
        assert dialog.clients.result.isVisible()
        type_into(dialog.clients.form.username, "somebody")
        assert not dialog.clients.result.isVisible()
        assert dialog.status.text() == ""

    room.run(story)


def test_a_certificate_nobody_signed_can_be_looked_at_and_trusted_alone(room, transmission, tmp_path):
    """The failure offers to show it; trusting it pins it, and then the test passes."""
    with tls_front(transmission.port, tmp_path) as front:
        write_clients(room.config_file, transmission.config(url=front.url))

        async def story(dialog):
            page = dialog.clients
            assert "certificate" in await press_test(dialog)
            assert page.result.button.text() == "Show certificate…"
            page.result.button.click()
            await became(lambda: bool(page.form.findChildren(CertificateDialog)))
            (shown,) = page.form.findChildren(CertificateDialog)
            assert shown.fingerprint == fingerprint(front.der)
            assert shown.focusWidget().text() == "Close"
            shown.findChild(QLabel).setFocus()
            QTest.keyClick(shown, Qt.Key.Key_Return)
            assert page.form.security.pin.text() == ""
            page.form.security.show_certificate.click()
            await became(lambda: any(found.isVisible() for found in page.form.findChildren(CertificateDialog)))
            shown = page.form.findChildren(CertificateDialog)[-1]
            shown.trust.click()
            assert page.form.security.pin.text() == fingerprint(front.der)
            assert (await press_test(dialog)).startswith("Connection works")
            await saved(dialog)

        room.run(story)
    assert room.settings.clients[0].certificate_sha256 == fingerprint(front.der)


def test_an_own_authority_is_enough(room, transmission, tmp_path):
    """A person who signs their own certificates names the file."""
    with tls_front(transmission.port, tmp_path) as front:
        write_clients(room.config_file, transmission.config(url=front.url, ca_file=str(front.authority)))

        async def story(dialog):
            assert (await press_test(dialog)).startswith("Connection works")

        room.run(story)


# -- keyring -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep", [Keep.THIS_RUN, Keep.FILE])
def test_without_a_keyring_the_person_chooses_where_the_password_is_kept(room, keep):
    """Until the program closes, or in the file as plain text; the former is offered first."""
    write_clients(room.config_file, nas())
    room.keyring = NoKeyring()

    async def story(dialog):
        field = dialog.clients.form.password
        await became(field.keep.isVisible)
        assert field.chosen is Keep.THIS_RUN
        assert "offers no keyring" in field.note
        type_into(field.line, "hunter2")
        field.keep.setCurrentIndex(field.keep.findData(keep))
        await saved(dialog)

    room.run(story)
    in_file = keep is Keep.FILE
    assert ("hunter2" in room.config_file.read_text()) is in_file
    assert (room.config_file.stat().st_mode & 0o777 == 0o600) or not in_file
    assert (room.secrets.find(nas()) is Keep.THIS_RUN) is not in_file


def test_with_a_keyring_there_is_nothing_to_choose(room):
    """The note says where it goes."""
    write_clients(room.config_file, nas())

    async def story(dialog):
        assert not dialog.clients.form.password.keep.isVisible()
        assert "Kept in the system keyring" in dialog.clients.form.password.note

    room.run(story)


def test_a_locked_keyring_says_so_in_the_form(room):
    """It is not taken for a client without a password."""
    write_clients(room.config_file, nas())
    room.keyring = LockedKeyring()

    async def story(dialog):
        field = dialog.clients.form.password
        await became(lambda: "did not give the password of NAS" in field.note)
        assert "prompt was dismissed" in field.note
        assert "did not give the password of NAS" in await press_test(dialog)

    room.run(story)


def test_a_new_password_replaces_one_written_in_the_file(room):
    """It goes into the keyring, and out of the file."""
    write_clients(room.config_file, nas(password="old secret"))

    async def story(dialog):
        await became(lambda: "Written in config.toml" in dialog.clients.form.password.note)
        type_into(dialog.clients.form.password.line, "hunter2")
        await saved(dialog)

    room.run(story)
    assert room.kept() == {"nas@http://nas.invalid:9091": "hunter2"}
    assert "password" not in room.config_file.read_text()


def test_a_moved_client_leaves_no_password_behind(room):
    """The one for the old address is forgotten when the new address is saved."""
    write_clients(room.config_file, nas())
    room.keyring.set_password("mydia-desktop", "profile/nas@http://nas.invalid:9091", "hunter2")

    async def story(dialog):
        type_into(dialog.clients.form.address.host, "nas.example")
        await saved(dialog)

    room.run(story)
    assert room.kept() == {}


# -- removing ----------------------------------------------------------------------------------------------------


def test_removing_asks_and_says_what_it_does_not_do(room):
    """Keeping is the safe answer; removing is only in force when it is saved."""
    write_clients(room.config_file, nas(), nas(id=ClientId("box"), name="Box"))
    room.keyring.set_password("mydia-desktop", "profile/nas@http://nas.invalid:9091", "hunter2")

    async def story(dialog):
        page = dialog.clients
        page.remove.click()
        (box,) = dialog.findChildren(QMessageBox)
        assert "no file is erased" in box.informativeText()
        assert box.defaultButton().text() == "Keep it"
        answer(dialog, "Keep it")
        assert page.list.count() == 2
        assert not dialog.save.isEnabled()
        page.remove.click()
        answer(dialog, "Remove client")
        assert page.list.count() == 1
        assert page.form.name.text() == "Box"
        assert len(room.settings.clients) == 2
        await saved(dialog)

    room.run(story)
    assert [config.id for config in room.settings.clients] == ["box"]
    assert room.kept() == {}


def test_a_client_that_was_never_saved_goes_without_a_question(room):
    """There is nothing to lose."""

    async def story(dialog):
        dialog.clients.add_client("transmission")
        dialog.clients.remove.click()
        assert dialog.clients.list.count() == 0
        assert not dialog.save.isEnabled()
        assert not dialog.test.isEnabled()

    room.run(story)


# -- the rest of the form ----------------------------------------------------------------------------------------


def test_every_field_of_the_form_is_saved(room):
    """And what the form does not show stays as it was."""
    write_clients(room.config_file, nas(priority=7, category="mydia"))

    async def story(dialog):
        form = dialog.clients.form
        form.enabled.click()
        form.kind.setCurrentIndex(form.kind.findData("qbittorrent"))
        type_into(form.name, "Attic")
        type_into(form.username, "somebody")
        type_into(form.path, "qbit/")
        form.interval.shown.setValue(2.5)
        form.interval.hidden.setValue(90)
        form.address.scheme.setCurrentIndex(1)
        form.security.verify.click()
        await saved(dialog)

    room.run(story)
    assert room.settings.clients == (
        nas(
            kind="qbittorrent",
            name="Attic",
            username="somebody",
            url="https://nas.invalid:8080/qbit",
            enabled=False,
            verify_tls=False,
            refresh_seconds=2.5,
            hidden_refresh_seconds=90.0,
            priority=7,
            category="mydia",
        ),
    )


def test_the_form_can_be_filled_in_without_a_mouse(room):
    """Tab goes through the fields in the order they are read, and every one has a name for a screen reader."""
    write_clients(room.config_file, nas(url="https://nas.invalid"))

    async def story(dialog):
        form = dialog.clients.form
        security = form.security
        wanted = [form.enabled, form.kind, form.name, form.address.scheme, form.address.host, form.address.port]
        wanted += [form.path, form.username, form.password.line, security.verify, security.authority, security.choose]
        wanted += [security.pin, security.show_certificate, form.interval.shown, form.interval.hidden]
        wanted += [dialog.test]
        form.enabled.setFocus()
        for at, widget in enumerate(wanted):
            assert dialog.focusWidget() is widget, at
            assert widget.accessibleName() or widget.text()
            dialog.focusNextChild()

    room.run(story)


def test_a_server_s_words_can_not_pretend_to_be_ours(room):
    """Markup stays text, and what turns the reading direction is shown as a sign."""
    write_clients(room.config_file, nas(url="http://127.0.0.1:1"))

    async def story(dialog):
        assert dialog.clients.result.text.textFormat() is Qt.TextFormat.PlainText
        dialog.clients.result.say(next(iter(type(dialog.clients.result._tone))), "<b>x</b>", "a\u202eb\nc")
        assert dialog.clients.result.title.text() == "<b>x</b>"
        assert dialog.clients.result.text.text() == "a\ufffdb\nc"

    room.run(story)


def test_a_late_answer_is_not_shown_in_a_closed_dialog(room):
    """The server takes the question and says nothing until the dialog is gone."""
    asked, gone = threading.Event(), threading.Event()

    def wait(_):
        asked.set()
        gone.wait(30)
        return Say(status=401)

    async def story(dialog):
        dialog.test.click()
        assert dialog.status.text() == "Testing…"
        await became(asked.is_set)
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(dialog)
        gone.set()

    with scripted_server(wait) as server:
        write_clients(room.config_file, nas(url=server.url))
        room.run(story)


def test_what_a_server_calls_its_version_is_no_rich_text(qtbot, qapp):
    """A tool tip that looks like HTML is taken for HTML."""
    entries = ClientList(Theme(qapp))
    qtbot.addWidget(entries)
    entries.show_entries([Entry(name="NAS", detail="<img src=/etc/passwd>", sign="circle")])
    assert "<img" not in entries.item(0).toolTip()
