"""The dialog as a whole: nothing is in force before Save, and nothing is lost without a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QWidget

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.config.settings import load
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.settings.path_map_editor import PathMapEditor
from tests.keyrings import MemoryKeyring, NoKeyring
from tests.ui.settings_room import Room, became, heard, type_into, write_clients

NAS = ClientConfig(id=ClientId("nas"), kind="transmission", name="NAS", url="http://nas.invalid:9091")

# The offscreen platform has nothing that would keep a question at its size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def room(qapp, tmp_path):
    """One client that is not there."""
    room = Room(qapp, tmp_path / "config.toml")
    write_clients(room.config_file, NAS)
    return room


async def saved(dialog) -> None:
    """Press Save and wait until all is in force."""
    dialog.save.click()
    await heard(dialog.finished, lambda: not dialog.isVisible())


def open_question(dialog) -> QMessageBox | None:
    """The question on the screen."""
    return next((box for box in dialog.findChildren(QMessageBox) if box.isVisible()), None)


def press(box: QMessageBox, text: str) -> None:
    """Answer it."""
    next(button for button in box.buttons() if button.text() == text).click()


def test_save_waits_for_a_change(room):
    """And is off again when the change is taken back."""

    async def story(dialog):
        assert not dialog.save.isEnabled()
        type_into(dialog.clients.form.name, "Attic")
        assert dialog.save.isEnabled()
        type_into(dialog.clients.form.name, "NAS")
        assert not dialog.save.isEnabled()
        type_into(dialog.clients.form.password.line, "x")
        assert dialog.save.isEnabled()
        type_into(dialog.clients.form.password.line, "")
        assert not dialog.save.isEnabled()
        dialog.appearance.units.setCurrentIndex(1)
        assert dialog.save.isEnabled()
        dialog.appearance.units.setCurrentIndex(0)
        assert not dialog.save.isEnabled()

    room.run(story)


def test_a_place_for_a_password_that_is_not_typed_is_no_change(room):
    """Without a keyring the choice is there, but there is nothing to keep."""
    room.keyring = NoKeyring()

    async def story(dialog):
        field = dialog.clients.form.password
        await became(field.keep.isVisible)
        type_into(field.line, "x")
        field.keep.setCurrentIndex(1)
        type_into(field.line, "")
        assert not dialog.save.isEnabled()

    room.run(story)


def test_what_is_saved_is_in_force_at_once_and_written_into_the_file_as_it_was(room):
    """Comments and foreign keys stay."""
    room.config_file.write_text("# my own words\nforeign = 1\n\n" + room.config_file.read_text())

    async def story(dialog):
        type_into(dialog.clients.form.name, "Attic")
        await saved(dialog)

    room.run(story)
    assert room.config_file.read_text().startswith("# my own words\nforeign = 1\n\n[[clients]]\n")
    ((in_force, renewed),) = room.applied
    assert [config.name for config in in_force.clients] == ["Attic"]
    assert renewed == frozenset()


def test_a_half_written_file_is_told_and_nothing_is_in_force(room):
    """The dialog stays open with everything typed in it; a second Save after mending works."""
    whole = room.config_file.read_text()

    async def story(dialog):
        room.config_file.write_text(whole + "half = ")
        type_into(dialog.clients.form.name, "Attic")
        dialog.save.click()
        await became(dialog.clients.result.isVisible)
        assert dialog.clients.result.title.text() == "Nothing was saved"
        assert "line 6" in dialog.clients.result.text.text()
        assert room.config_file.read_text() == whole + "half = "
        assert room.applied == []
        assert dialog.clients.form.name.text() == "Attic"
        room.config_file.write_text(whole)
        await saved(dialog)

    room.run(story)
    assert [config.name for config in room.settings.clients] == ["Attic"]


def test_a_keyring_that_refuses_offers_the_other_places(room):
    """Nothing is saved before the person has chosen."""

    class Refusing(MemoryKeyring):
        def set_password(self, service, username, password):  # noqa: ARG002 - the backend's interface
            raise OSError("no D-Bus today")

    room.keyring = Refusing()

    async def story(dialog):
        type_into(dialog.clients.form.password.line, "hunter2")
        dialog.save.click()
        await became(dialog.clients.result.isVisible)
        assert "no D-Bus today" in dialog.clients.result.text.text()
        assert dialog.clients.form.password.keep.isVisible()
        await saved(dialog)

    room.run(story)
    assert room.secrets.read(NAS) == "hunter2"


def test_nothing_can_be_edited_while_it_is_saved(room):
    """Else it would be gone with the dialog; nor can what is being written be cancelled."""

    async def story(dialog):
        type_into(dialog.clients.form.name, "Attic")
        dialog.save.click()
        assert dialog.save.text() == "Saving…"
        assert not dialog.clients.form.name.isEnabled()
        assert not dialog.cancel.isEnabled()
        dialog.reject()
        assert dialog.isVisible()
        assert open_question(dialog) is None
        await heard(dialog.finished, lambda: not dialog.isVisible())

    room.run(story)
    assert [config.name for config in room.settings.clients] == ["Attic"]


def test_closing_without_a_change_asks_nothing(room):
    """There is nothing to lose."""

    async def story(dialog):
        dialog.close()
        assert not dialog.isVisible()

    room.run(story)
    assert room.applied == []


def test_closing_with_changes_asks_first(room):
    """Keeping on is the safe answer; discarding leaves the file alone."""
    before = room.config_file.read_text()

    async def story(dialog):
        type_into(dialog.clients.form.name, "Attic")
        dialog.close()
        assert dialog.isVisible()
        box = open_question(dialog)
        assert box.defaultButton().text() == "Keep editing"
        press(box, "Keep editing")
        assert dialog.isVisible()
        assert dialog.clients.form.name.text() == "Attic"
        dialog.cancel.click()
        press(open_question(dialog), "Discard")
        assert not dialog.isVisible()

    room.run(story)
    assert room.config_file.read_text() == before
    assert room.applied == []


def test_appearance_is_chosen_saved_and_in_force(room):
    """The file says it in words a person would write."""

    async def story(dialog):
        dialog.open_page("appearance")
        assert dialog.appearance.isVisible()
        assert not dialog.test.isVisible()
        for box, words in (
            (dialog.appearance.theme, "Dark"),
            (dialog.appearance.units, "Decimal: kB, MB, GB"),
            (dialog.general.hide_after, "Never"),
        ):
            box.setCurrentText(words)
        await saved(dialog)

    room.run(story)
    chosen = Preferences(appearance=AppearanceRules(theme="dark", units="decimal", hide_stale_after=None))
    assert load(room.config_file).preferences == chosen
    assert room.applied[0][0].preferences == chosen
    assert 'hide_stale_after = "never"' in room.config_file.read_text()


def test_a_time_written_by_hand_stays_a_choice(room):
    """Two minutes are not on the list, and not lost by saving something else."""
    room.config_file.write_text(room.config_file.read_text() + "\n[appearance]\nhide_stale_after = 120\n")

    async def story(dialog):
        assert dialog.general.hide_after.currentText() == "120 s"
        assert not dialog.save.isEnabled()
        dialog.appearance.theme.setCurrentText("Dark")
        await saved(dialog)

    room.run(story)
    assert room.settings.preferences == Preferences(appearance=AppearanceRules(theme="dark", hide_stale_after=120.0))


def test_what_config_toml_has_wrong_is_said_with_its_line(room):
    """Where the clients are mended; and saving the others does not make it unsaid."""
    room.config_file.write_text(
        room.config_file.read_text() + '\n[[clients]]\nid = "x"\nkind = "y"\nurl = "http://x"\n'
    )

    async def story(dialog):
        assert dialog.clients.notice.isVisible()
        assert dialog.clients.notice.text.text().startswith("Line 9: kind is one of")
        assert dialog.clients.list.count() == 1
        type_into(dialog.clients.form.name, "Attic")
        await saved(dialog)

    room.run(story)
    ((in_force, _),) = room.applied
    assert [complaint[:22] for complaint in in_force.complaints] == ["Line 9: kind is one of"]


def test_without_clients_the_page_says_what_to_do(room):
    """Instead of an empty form."""
    room.config_file.unlink()

    async def story(dialog):
        shown = {label.text(): label for label in dialog.clients.findChildren(QLabel) if label.isVisible()}
        assert shown["No clients yet"].width() > dialog.clients.list.width()
        assert not dialog.clients.form.isVisible()

    room.run(story)


@pytest.mark.parametrize("size", [13, 26])
def test_no_field_of_the_form_is_squeezed(room, qapp, size):
    """Notes that wrap make the form taller, whatever the dialog's height; also with letters twice as large."""
    before = qapp.font()
    font = qapp.font()
    font.setPixelSize(size)
    qapp.setFont(font)
    write_clients(room.config_file, replace(NAS, path_map=(PathMapping(remote="/data", local="/mnt/nas"),)))
    with room.config_file.open("a") as file:
        file.write('[[clients]]\nid = "a notice takes room"\n')
    room.keyring = NoKeyring()

    async def story(dialog):
        form = dialog.clients.form
        await became(form.password.keep.isVisible)
        await became(lambda: not _squeezed(form))
        type_into(form.name, "")
        form.name.editingFinished.emit()
        await became(lambda: not _squeezed(form))
        for wanted in (QSize(width, height) for width in (820, 960, 1200) for height in (560, 640, 700, 800)):
            dialog.resize(wanted)
            await became(lambda: not _squeezed(form))

    try:
        room.run(story)
    finally:
        qapp.setFont(before)


def _squeezed(form) -> list[QWidget]:
    parts = [part for kind in (QLineEdit, QLabel, PathMapEditor) for part in form.findChildren(kind)]
    return [part for part in parts if part.isVisible() and (part.height() < _needed(part) or _cut_off(part))]


def _cut_off(part) -> bool:
    return part.geometry().bottom() > part.parentWidget().rect().bottom()


def _needed(part) -> int:
    return part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.minimumSizeHint().height()
