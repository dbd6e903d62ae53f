"""The question before data is erased: it names everything, starts on the safe side, and stays true while it is open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.confirm import SHOWN, TYPED_ABOVE_BYTES, TYPED_ABOVE_ROWS, DeleteDialog
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.naming import by_release
from tests.memory_client import MemoryClient
from tests.ui.action_room import ActionRoom

GIB = 1024**3

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp):
    """A window over two clients."""
    return ActionRoom(qapp, [MemoryClient("seedbox", name="Seedbox"), MemoryClient("nas", name="NAS")])


async def ask(room, *keys, name_of=by_release):
    """The open question for these rows, and what was agreed to."""
    await room.until(lambda: all(key in room.live.transfers for key in keys))
    agreed = []
    dialog = DeleteDialog(
        room.theme,
        [room.live.transfers[key] for key in keys],
        room.live,
        Units.BINARY,
        name_of,
        then=agreed.append,
        parent=room.window,
    )
    dialog.open()
    return dialog, agreed


def words(dialog):
    """All it says."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.text() and label.isVisible()]


def test_it_says_what_is_erased_where_and_that_nothing_brings_it_back(room):
    first = room.client.put("Nosferatu", size=40 * GIB, remaining=20 * GIB, progress=0.5)
    second = room.client.put("Detour", size=9 * GIB, remaining=0, progress=0.9)

    async def story(room):
        dialog, _agreed = await ask(room, first, second)
        said = words(dialog)
        assert said[:2] == [
            "Cancel 2 downloads and delete their files?",
            "29.0 GiB on Seedbox is erased. This can’t be undone.",  # noqa: RUF001 - as it is printed
        ]
        assert {"Nosferatu", "20.0 GiB · Seedbox", "Detour", "9.00 GiB · Seedbox"} <= set(said)
        assert dialog.keep_button.text() == "Keep downloading"
        assert dialog.delete_button.text().strip() == "Stop and delete 2"

    room.run(story)


def test_downloads_are_named_by_what_they_are_for_and_two_of_the_same_by_their_releases_too(room):
    keys = [room.client.put(name) for name in ("Nosferatu.1080p", "Nosferatu.2160p", "Detour.1945")]

    async def story(room):
        titles = {"N": "Nosferatu (1922)", "D": "Detour (1945)"}
        dialog, _agreed = await ask(room, *keys, name_of=lambda row: titles[row.name[0]])
        assert {
            "Nosferatu (1922) · Nosferatu.1080p",
            "Nosferatu (1922) · Nosferatu.2160p",
            "Detour (1945)",
        } <= set(words(dialog))
        tips = {label.toolTip() for label in dialog.findChildren(QLabel)}
        assert "<p>Detour (1945)<br>Detour.1945</p>" in tips

    room.run(story)


def test_finished_downloads_are_kept_or_deleted_and_clients_are_counted(room):
    here = room.client.put("a", status=Status.SEEDING)
    there = room.clients[1].put("b", status=Status.COMPLETED)

    async def story(room):
        dialog, _agreed = await ask(room, here, there)
        assert words(dialog)[0] == "Delete 2 downloads and their files?"
        assert "on 2 clients" in words(dialog)[1]
        assert (dialog.keep_button.text(), dialog.delete_button.text().strip()) == ("Keep them", "Delete 2")

    room.run(story)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_keys_that_come_first_to_the_hand_keep_everything(room, key):
    film = room.client.put("film", status=Status.SEEDING)

    async def story(room):
        dialog, agreed = await ask(room, film)
        assert dialog.focusWidget() is dialog.keep_button
        QTest.keyClick(dialog.focusWidget(), key)
        assert not dialog.isVisible()
        assert agreed == []

    room.run(story)


def test_many_rows_are_named_in_part_and_their_count_has_to_be_typed(room):
    keys = [room.client.put(f"part {i}", status=Status.SEEDING) for i in range(TYPED_ABOVE_ROWS + 1)]

    async def story(room):
        dialog, agreed = await ask(room, *keys)
        assert f"and {len(keys) - SHOWN} more" in words(dialog)
        assert not dialog.delete_button.isEnabled()
        QTest.keyClicks(dialog._typed, "2")
        assert not dialog.delete_button.isEnabled()
        QTest.keyClicks(dialog._typed, "1")
        dialog.delete_button.click()
        assert agreed == [tuple(keys)]

    room.run(story)


def test_much_data_has_to_be_counted_too(room):
    film = room.client.put("film", status=Status.SEEDING, size=TYPED_ABOVE_BYTES + 1)

    async def story(room):
        dialog, _agreed = await ask(room, film)
        assert not dialog.delete_button.isEnabled()

    room.run(story)


def test_only_what_is_still_there_is_deleted(room):
    gone, anew, stays = (room.client.put(name, status=Status.SEEDING, added_at=1) for name in ("gone", "anew", "stays"))
    silent = room.clients[1].put("silent", status=Status.SEEDING)

    async def story(room):
        dialog, agreed = await ask(room, gone, anew, stays, silent)
        room.client.remove(gone)
        room.client.change(anew, added_at=2)
        room.clients[1].fall_silent()
        await room.until(lambda: gone not in room.live.transfers and room.live.transfers[anew].added_at == 2)
        dialog.look_again()
        assert dialog.delete_button.text().strip() == "Delete 2"
        await room.until(lambda: not room.live.clients[silent.client].live)
        dialog.look_again()
        assert dialog.delete_button.text().strip() == "Delete 1"
        assert any("3 are left out" in said for said in words(dialog))
        assert words(dialog).count("left out") == 3
        dialog.delete_button.click()
        assert agreed == [(stays,)]

    room.run(story)


def test_when_nothing_is_left_there_is_nothing_to_agree_to(room):
    film = room.client.put("film", status=Status.SEEDING)

    async def story(room):
        dialog, _agreed = await ask(room, film)
        room.client.remove(film)
        await room.until(lambda: film not in room.live.transfers)
        dialog.look_again()
        assert not dialog.delete_button.isEnabled()
        assert "Nothing of it is left to delete." in words(dialog)

    room.run(story)


def test_a_change_in_the_last_moment_is_noticed_too(room):
    film = room.client.put("film", status=Status.SEEDING)

    async def story(room):
        dialog, agreed = await ask(room, film)
        room.client.remove(film)
        await room.until(lambda: film not in room.live.transfers)
        dialog.delete_button.click()
        assert agreed == []

    room.run(story)


def test_a_name_can_not_dress_up(room):
    film = room.client.put("<b>film</b>\u202egpj.exe\n", status=Status.SEEDING)

    async def story(room):
        dialog, _agreed = await ask(room, film)
        name = next(label for label in dialog.findChildren(QLabel) if "film" in label.text())
        assert name.text() == "<b>film</b>\ufffdgpj.exe "
        assert name.textFormat() == Qt.TextFormat.PlainText
        assert "&lt;b&gt;" in name.toolTip()

    room.run(story)


def test_rows_that_changed_in_other_ways_are_still_the_ones_that_were_named(room):
    film = room.client.put("film", status=Status.SEEDING)

    async def story(room):
        dialog, agreed = await ask(room, film)
        room.client.change(film, uploaded=5)
        await room.until(lambda: room.live.transfers[film] == replace(room.live.transfers[film], uploaded=5))
        dialog.delete_button.click()
        assert agreed == [(film,)]

    room.run(story)
