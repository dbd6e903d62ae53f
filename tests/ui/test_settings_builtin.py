"""The client inside the program is one click in the settings, and every field of it is in config.toml."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mydia_desktop.config.builtin_options import BuiltinOptions, why_not_here
from tests.ui.settings_room import Room, heard

pytestmark = pytest.mark.skipif(bool(why_not_here()), reason=why_not_here())


@pytest.fixture
def room(qapp, tmp_path):
    return Room(qapp, tmp_path / "config.toml")


def choose_builtin(dialog):
    (action,) = [action for action in dialog.clients.add.menu().actions() if action.text() == "Built-in client"]
    action.trigger()


async def save(dialog):
    dialog.save.click()
    await heard(dialog.finished, lambda: not dialog.isVisible())


def test_one_click_and_save_is_enough(room):
    """It needs no address and no password, and nothing is asked before it is saved."""

    async def story(dialog):
        choose_builtin(dialog)
        assert dialog.clients.obstacle() == ""
        assert not dialog.clients.test.ready
        form = dialog.clients.form
        assert form.inside.isVisibleTo(form)
        assert not form.address.isVisibleTo(form)
        assert not form.password.isVisibleTo(form)
        await save(dialog)

    room.run(story)
    (config,) = room.settings.clients
    assert (config.kind, config.name, config.url) == ("builtin", "This computer", "builtin://this-computer")
    assert config.builtin == BuiltinOptions(folder=config.builtin.folder)
    assert Path(config.builtin.folder).is_absolute()
    assert "url" not in room.config_file.read_text()


def test_what_is_set_is_what_is_saved(room, qtbot, tmp_path):
    """Limits are whole KiB on the screen and bytes in the file; what is typed wrong says so and is not saved."""

    async def story(dialog):
        choose_builtin(dialog)
        inside = dialog.clients.form.inside
        inside.folder.clear()
        qtbot.keyClicks(inside.folder, str(tmp_path))
        qtbot.keyClicks(inside.proxy, "socks5://user:secret@localhost")
        assert "proxy" in dialog.clients.obstacle()
        assert not dialog.save.isEnabled()
        inside.proxy.clear()
        qtbot.keyClicks(inside.proxy, "socks5://localhost")
        assert dialog.clients.form.password.isVisibleTo(dialog.clients.form)
        qtbot.keyClicks(dialog.clients.form.username, "me")
        qtbot.keyClicks(dialog.clients.form.password.line, "correct horse")
        inside.down.setValue(500)
        inside.ratio.setValue(200)
        inside.at_once.setValue(0)
        inside.encryption.setCurrentIndex(1)
        qtbot.mouseClick(inside.dht, Qt.MouseButton.LeftButton)
        await save(dialog)

    room.run(story)
    (config,) = room.settings.clients
    assert config.builtin == BuiltinOptions(
        folder=str(tmp_path),
        proxy="socks5://localhost:1080",
        download_limit=500 * 1024,
        seed_ratio=2.0,
        active_downloads=0,
        encryption="required",
        dht=config.builtin.dht,
    )
    assert room.kept() == {"this-computer@builtin://this-computer": "correct horse"}
    assert "horse" not in room.config_file.read_text() + repr(config)


def test_a_section_is_changed_in_place(room, tmp_path):
    """A limit that is no whole KiB stays as it was written while nobody touches it."""
    room.config_file.write_text(
        f'# mine\n[[clients]]\nid = "own"\nkind = "builtin"\nname = "Here"\nfolder = "{tmp_path}"\n'
        "download_limit = 1000  # bytes\nupload_limit = 2048\n"
    )

    async def story(dialog):
        dialog.clients.form.inside.up.setValue(7)
        await save(dialog)

    room.run(story)
    text = room.config_file.read_text()
    assert "download_limit = 1000  # bytes\nupload_limit = 7168\n" in text
    assert text.startswith("# mine\n")
