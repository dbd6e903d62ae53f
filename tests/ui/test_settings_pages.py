"""The pages of the settings dialog: each says what it chose, and nothing is in force before Save."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.key_bindings import KeyBindings, bind
from mydia_desktop.ui.settings import import_page, paths_page
from mydia_desktop.ui.settings.surroundings import Surroundings
from tests.ui.settings_room import Room, became, heard, type_into, write_clients

NAS = ClientConfig(id=ClientId("nas"), kind="transmission", name="NAS", url="http://nas.invalid:9091")

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def room(qapp, tmp_path):
    room = Room(qapp, tmp_path / "config.toml")
    write_clients(room.config_file, NAS)
    return room


async def saved(dialog) -> None:
    dialog.save.click()
    await heard(dialog.finished, lambda: not dialog.isVisible())


def test_every_page_opens_by_its_name(room):
    names = ["clients", "paths", "library", "import", "notifications", "appearance", "general"]

    async def story(dialog):
        for name in names:
            dialog.open_page(name)
            assert dialog._stack.currentWidget().name == name
            assert dialog.pages.currentItem().text() == dialog._stack.currentWidget().title

    room.run(story)


# -- import to library -------------------------------------------------------------------------------------------


def test_nothing_is_imported_unless_somebody_wants_it(room):
    async def story(dialog):
        page = dialog.importing
        assert not page.on.isChecked()
        assert not page.folder.isEnabled()
        page.on.click()
        assert page.folder.isEnabled()
        assert not dialog.save.isEnabled()
        assert dialog.status.text() == ""  # nothing was changed yet that could be saved
        page.on.click()
        assert not dialog.save.isEnabled()

    room.run(story)


def test_all_that_is_chosen_for_the_import_is_in_force_with_save(room, tmp_path):
    async def story(dialog):
        dialog.open_page("import")
        page = dialog.importing
        page.on.click()
        page.folder.setText(str(tmp_path))
        page.methods[Method.COPY].click()
        page.movies.setText("{title}")
        page.shows.setText("{show}/{season}x{episode}")
        page.remove.click()
        page.command.setPlainText("/bin/echo\n two words \n\n“x”\n\n")
        await saved(dialog)

    room.run(story)
    chosen = ImportRules(
        folder=str(tmp_path),
        method=Method.COPY,
        movies="{title}",
        shows="{show}/{season}x{episode}",
        remove_when_seeded=True,
        command=("/bin/echo", " two words ", "", "“x”"),
    )
    assert room.settings.preferences.importing == chosen
    assert room.applied[0][0].preferences.importing == chosen


def test_a_pattern_shows_what_it_makes_and_what_is_wrong_with_it(room, tmp_path):
    async def story(dialog):
        dialog.open_page("import")
        page = dialog.importing
        page.on.click()
        page.folder.setText(str(tmp_path))
        assert page.movies_field.note == "For example Movies/Nosferatu (1922)/Nosferatu (1922).mkv"
        page.shows.setText("{show}/{season}")
        assert "needs {episode}" in page.shows_field.note
        assert page.shows.property("wrong")
        assert not dialog.save.isEnabled()
        assert "needs {episode}" in dialog.status.text()
        page.shows.setText("{show}/{season:02}x{episode:02}")
        assert page.shows_field.note == "For example One Step Beyond/02x07.mkv"
        assert dialog.save.isEnabled()

    room.run(story)


@pytest.mark.parametrize("folder", ["media", "", " "])
def test_a_folder_that_is_none_can_not_be_saved(room, folder):
    async def story(dialog):
        page = dialog.importing
        page.on.click()
        page.folder.setText(folder)
        page.remove.click()
        assert not dialog.save.isEnabled()
        assert not page.test.isEnabled()
        assert "from the root on" in dialog.status.text()

    room.run(story)


def test_an_argument_with_a_line_break_written_by_hand_is_kept(room):
    room.config_file.write_text(room.config_file.read_text() + '\n[import]\ncommand = ["a", "b\\nc"]\n')

    async def story(dialog):
        assert dialog.importing.command.isReadOnly()
        assert not dialog.save.isEnabled()

    room.run(story)
    assert room.settings.preferences.importing.command == ("a", "b\nc")


def downloads(tmp_path: Path) -> tuple[ClientConfig, Path]:
    """A client whose /data is here, with one film in it."""
    here = tmp_path / "downloads"
    (here / "Nosferatu").mkdir(parents=True)
    (here / "Nosferatu" / "film.mkv").write_bytes(b"film")
    return replace(NAS, path_map=(PathMapping(remote="/data", local=str(here)),)), here


def test_the_library_folder_is_tried_with_a_real_file_and_left_as_it_was(room, tmp_path):
    config, here = downloads(tmp_path)
    write_clients(room.config_file, config)
    room.around = Surroundings(paths=lambda _client: ["/data/Nosferatu"])
    library = tmp_path / "library"
    library.mkdir()

    async def story(dialog):
        dialog.open_page("import")
        page = dialog.importing
        page.on.click()
        page.folder.setText(str(library))
        page.test.click()
        await became(lambda: page.result.title.text() == "The folder is fine")
        assert f"{here}/Nosferatu/film.mkv can be linked here." in page.result.text.text()
        page.folder.setText(str(tmp_path / "nowhere"))
        assert not page.result.isVisible()
        page.test.click()
        await became(lambda: page.result.title.text() == "The folder is not there")
        page.folder.setText("/proc")
        page.test.click()
        await became(lambda: page.result.title.text() == "Nothing can be written there")

    room.run(story)
    assert list(library.iterdir()) == []


def test_a_library_on_another_file_system_says_that_it_can_not_be_linked(room, tmp_path):
    config, _ = downloads(tmp_path)
    elsewhere = Path("/dev/shm")  # noqa: S108 - nothing is kept there, and it is a file system of its own
    if not os.access(elsewhere, os.W_OK) or elsewhere.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second file system")
    write_clients(room.config_file, config)
    room.around = Surroundings(paths=lambda _client: ["/data/Nosferatu"])

    async def story(dialog):
        dialog.open_page("import")
        page = dialog.importing
        page.on.click()
        page.folder.setText(str(elsewhere))
        page.test.click()
        await became(lambda: page.result.title.text() == "Hard links are not possible")
        assert "it is on another file system. Choose to copy." in page.result.text.text()
        page.methods[Method.COPY].click()
        page.test.click()
        await became(lambda: page.result.title.text() == "The folder is fine")

    room.run(story)


def test_a_folder_that_does_not_answer_holds_nobody_up(room, tmp_path, monkeypatch):
    """As on a network drive whose server is gone; the answer that comes too late is not shown."""
    go_on = threading.Event()
    monkeypatch.setattr(import_page, "check_folder", lambda *_: go_on.wait())
    monkeypatch.setattr(import_page, "PATIENCE_S", 0.1)

    async def story(dialog):
        dialog.open_page("import")
        page = dialog.importing
        page.on.click()
        page.folder.setText(str(tmp_path))
        page.test.click()
        await became(lambda: page.result.title.text() == "No answer")
        assert page.test.isEnabled()
        dialog.appearance.theme.setCurrentText("Dark")
        await saved(dialog)

    try:
        room.run(story)
    finally:
        go_on.set()


# -- path mapping ------------------------------------------------------------------------------------------------


async def with_some_not_found(dialog):
    """The folders of the only client, tested."""
    dialog.open_page("paths")
    (block,) = dialog.paths.blocks
    block.editor.check.click()
    await became(lambda: block.result.title.text() == "Some downloads are not found here")
    return block


def test_the_test_shows_what_real_paths_become_and_whether_they_are_there(room, tmp_path):
    config, here = downloads(tmp_path)
    write_clients(room.config_file, config)
    room.around = Surroundings(paths=lambda _client: ["/data/Nosferatu", "/data/Gone", "/other/Detour"])

    async def story(dialog):
        block = await with_some_not_found(dialog)
        assert block.result.text.text().splitlines() == [
            "1 of 3 downloads are here.",
            "/other/Detour on NAS has no matching folder here.",
            f"/data/Gone would be {here}/Gone, but it is not there.",
            f"/data/Nosferatu is {here}/Nosferatu, and it is there.",
        ]
        (line,) = block.editor._lines
        type_into(line.local, str(tmp_path / "nowhere"))
        assert not block.result.isVisible()
        block.editor.check.click()
        await became(lambda: block.result.title.text() == "The downloads are not found here")
        assert f"There is no folder {tmp_path}/nowhere on this computer." in block.result.text.text()

    room.run(story)


def test_where_no_folder_has_another_name_here_a_path_is_said_once(room, tmp_path):
    config, here = downloads(tmp_path)
    write_clients(room.config_file, replace(config, url="http://127.0.0.1:9091", path_map=()))
    room.around = Surroundings(paths=lambda _client: [f"{here}/Nosferatu", f"{here}/Gone"])

    async def story(dialog):
        block = await with_some_not_found(dialog)
        assert block.result.text.text().splitlines() == [
            "1 of 2 downloads are here.",
            f"{here}/Gone is not there.",
            f"{here}/Nosferatu is there.",
        ]

    room.run(story)


def test_a_mapping_is_written_with_save_and_a_half_one_is_told(room, tmp_path):
    async def story(dialog):
        dialog.open_page("paths")
        (block,) = dialog.paths.blocks
        block.editor.add.click()
        (line,) = block.editor._lines
        type_into(line.remote, "/data")
        assert "Both folders of a line are needed" in block.editor.note
        assert not dialog.save.isEnabled()
        type_into(line.local, str(tmp_path))
        assert block.editor.note == ""
        assert len(block.editor._lines) == 1
        await saved(dialog)

    room.run(story)
    assert room.settings.clients[0].path_map == (PathMapping(remote="/data", local=str(tmp_path)),)


def test_each_client_has_its_own_lines_also_one_that_is_new(room, tmp_path):
    async def story(dialog):
        dialog.clients.add_client("qbittorrent")
        type_into(dialog.clients.form.name, "Attic")
        type_into(dialog.clients.form.address.host, "attic.local")
        dialog.open_page("paths")
        nas, attic = dialog.paths.blocks
        attic.editor.add.click()
        type_into(attic.editor._lines[0].remote, "/a")
        type_into(attic.editor._lines[0].local, str(tmp_path))
        assert nas.editor.mappings() == ()
        attic.editor.check.click()
        await became(lambda: attic.result.title.text() == "The folders are there")
        assert "Attic lists no download now" in attic.result.text.text()
        await saved(dialog)

    room.run(story)
    assert [config.path_map for config in room.settings.clients] == [
        (),
        (PathMapping(remote="/a", local=str(tmp_path)),),
    ]


def test_a_dead_drive_holds_nobody_up(room, tmp_path, monkeypatch):
    config, _ = downloads(tmp_path)
    write_clients(room.config_file, config)
    go_on = threading.Event()
    monkeypatch.setattr(paths_page, "check_paths", lambda *_: go_on.wait())
    monkeypatch.setattr(paths_page, "PATIENCE_S", 0.1)

    async def story(dialog):
        dialog.open_page("paths")
        (block,) = dialog.paths.blocks
        block.editor.check.click()
        await became(lambda: block.result.title.text() == "No answer")

    try:
        room.run(story)
    finally:
        go_on.set()


# -- notifications, general, appearance --------------------------------------------------------------------------


def test_notifications_are_switched_by_keyboard(room):
    async def story(dialog):
        dialog.open_page("notifications")
        for box in (dialog.notifications.completed, dialog.notifications.imported):
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_Space)
        await saved(dialog)

    room.run(story)
    rules = room.settings.preferences.notifications
    assert (rules.completed, rules.failed, rules.imported, rules.unreachable) == (False, True, True, True)


def test_without_a_tray_what_needs_one_is_off_with_the_reason_and_stays_as_it_was(room):
    room.around = Surroundings(has_tray=lambda: False)

    async def story(dialog):
        for box in (dialog.general.close_to_tray, dialog.general.start_hidden):
            assert not box.isEnabled()
            assert not box.isChecked()
            assert "This desktop shows no tray" in box.accessibleDescription()
        dialog.general.hide_after.setCurrentText("Never")
        await saved(dialog)

    room.run(story)
    assert room.settings.preferences.general.close_to_tray
    assert room.settings.preferences.appearance.hide_stale_after is None


def test_with_a_tray_the_program_can_stay_in_it(room):
    async def story(dialog):
        dialog.general.start_hidden.click()
        dialog.general.close_to_tray.click()
        await saved(dialog)

    room.run(story)
    general = room.settings.preferences.general
    assert (general.close_to_tray, general.start_hidden) == (False, True)


# -- shortcuts ---------------------------------------------------------------------------------------------------


def action(name: str, keys: str) -> QAction:
    made = QAction(name.title())
    made.setObjectName(name)
    bind(made, QKeySequence.listFromString(keys))
    return made


def test_other_keys_are_chosen_shown_and_written_and_the_usual_ones_come_back(room):
    pause, resume, add = action("pause", "Space"), action("resume", "Space"), action("add", "Ctrl+N")
    keys = KeyBindings((("Downloads", (pause, resume)), ("Window", (add,))))
    room.around = Surroundings(keys=keys)

    async def choose(dialog):
        dialog.open_page("shortcuts")
        page = dialog.shortcuts
        assert dialog.shortcuts.obstacle() == ""  # the two that share Space are meant to
        page.choose_action("pause")
        page.edit.setKeySequence(QKeySequence("Ctrl+N"))
        assert "is used for “Pause” and for “Add”" in page.note
        assert not dialog.save.isEnabled()
        page.edit.setKeySequence(QKeySequence("Escape"))
        assert "needed everywhere" in page.note
        page.edit.setKeySequence(QKeySequence("Ctrl+P"))
        assert page.keys_shown("pause") == "Ctrl+P"
        page.choose_action("add")
        page.none.click()
        assert page.keys_shown("add") == ""
        await saved(dialog)

    room.run(choose)
    chosen = room.settings.preferences.shortcuts
    assert chosen == {"pause": "Ctrl+P", "add": ""}
    keys.put_in_force(chosen)
    assert pause.shortcuts() == [QKeySequence("Ctrl+P")]
    assert add.shortcuts() == []
    assert resume.shortcuts() == [QKeySequence("Space")]

    async def take_back(dialog):
        dialog.shortcuts.choose_action("pause")
        dialog.shortcuts.reset.click()
        assert dialog.shortcuts.keys_shown("pause") == "Space"
        dialog.shortcuts.reset_all.click()
        await saved(dialog)

    room.run(take_back)
    keys.put_in_force(room.settings.preferences.shortcuts)
    assert room.settings.preferences.shortcuts == {}
    assert add.shortcuts() == [QKeySequence("Ctrl+N")]


def test_passing_through_the_field_for_keys_changes_nothing(room):
    room.around = Surroundings(keys=KeyBindings((("Downloads", (action("open", "Enter; Return"),)),)))

    async def story(dialog):
        dialog.open_page("shortcuts")
        page = dialog.shortcuts
        assert page.keys_shown("open") == "Enter", "two keys of one name are said once"
        page.edit.setFocus()
        QTest.keyClick(page.edit, Qt.Key.Key_Tab)
        page.edit.keySequenceChanged.emit(page.edit.keySequence())  # as it does when it is left
        assert not dialog.save.isEnabled()
        assert page.chosen(room.settings.preferences).shortcuts == {}

    room.run(story)


def test_keys_that_make_no_sense_are_as_if_they_were_not_there():
    add = action("add", "Ctrl+N")
    KeyBindings((("Window", (add,)),)).put_in_force({"add": "no keys at all", "unknown": "F9"})
    assert add.shortcuts() == [QKeySequence("Ctrl+N")]


# -- advanced ----------------------------------------------------------------------------------------------------


def test_diagnostics_hold_nothing_that_lets_anybody_in_or_says_who_somebody_is(room):
    secret = replace(
        NAS,
        name="Zoe's NAS",
        url="https://zoe.example:9091/behind",
        username="zoe",
        password="hunter2",
        ca_file="/home/zoe/ca.pem",
        category="zoe",
        path_map=(PathMapping(remote="/zoe", local="/home/zoe"),),
    )
    write_clients(room.config_file, secret)
    with room.config_file.open("a") as file:
        file.write('\n[import]\nfolder = "/home/zoe/media"\ncommand = ["/bin/x", "hunter2"]\n')

    async def story(dialog):
        dialog.open_page("advanced")
        dialog.advanced.copy.click()
        text = QGuiApplication.clipboard().text()
        assert text == dialog.advanced.text.toPlainText()
        assert "Client 1: transmission, https, elsewhere, own certificate, 1 folders mapped" in text
        assert "Import: on, hardlink, own command, kept when seeded" in text
        for word in ("hunter2", "zoe", "9091", "behind", "/home"):
            assert word not in text.lower()

    room.run(story)


def test_how_much_is_logged_is_chosen(room):
    async def story(dialog):
        dialog.advanced.level.setCurrentText("Everything")
        await saved(dialog)

    room.run(story)
    assert room.settings.preferences.general.log_level == "debug"
