"""What goes to the clipboard."""

import asyncio

import pytest
from PySide6.QtGui import QGuiApplication

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui import copying
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.naming import by_release
from mydia_desktop.workflows.targets import Act
from tests.memory_client import MemoryClient
from tests.ui.action_room import ActionRoom

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp):
    """A window over two clients, and an empty clipboard."""
    QGuiApplication.clipboard().clear()
    return ActionRoom(qapp, [MemoryClient("seedbox", name="Seedbox"), MemoryClient("nas", name="NAS")])


def clipboard():
    """What is on it."""
    return QGuiApplication.clipboard().text()


def test_names_hashes_paths_and_rows_are_copied_one_a_line(room):
    keys = [room.client.put(name, status=Status.SEEDING, size=2048) for name in ("a", "b")]

    async def story(room):
        room.choose(*keys)
        await room.until(room.actions[Act.COPY].isEnabled)
        copied = []
        for action in room.actions.copies:
            action.trigger()
            copied.append(clipboard())
        assert copied == [
            "a\nb",
            "\n".join(key.id for key in keys),
            "/downloads/a\n/downloads/b",
            "a\tSeeding\t100 %\t2.00 KiB\tSeedbox\nb\tSeeding\t100 %\t2.00 KiB\tSeedbox",
        ]

    room.run(story)


def test_a_name_can_not_bring_lines_or_commands_of_its_own(room):
    key = room.client.put("film\nrm -rf ~\n\x1b[2J")
    row = room.client.listed()[key]
    assert copying.names([row], by_release) == "film rm -rf ~ \ufffd[2J"
    assert copying.table([row], {}, Units.BINARY, by_release).count("\t") == 4


def test_what_is_matched_is_copied_with_title_and_release(room):
    key = room.client.put("Nosferatu.1922.KINO")
    row = room.client.listed()[key]
    assert copying.names([row], lambda _row: "Nosferatu (1922)") == "Nosferatu (1922) · Nosferatu.1922.KINO"
    text = copying.table([row], {}, Units.BINARY, lambda _row: "Nosferatu (1922)")
    assert text.split("\t")[0] == "Nosferatu (1922) · Nosferatu.1922.KINO"


def test_magnet_links_come_from_the_clients_and_of_a_silent_one_from_what_we_know(room):
    here, there = room.client.put("here"), room.clients[1].put("there & back")

    async def story(room):
        room.choose(here, there)
        await room.until(lambda: len(room.live.transfers) == 2)
        room.clients[1].fall_silent()
        await room.until(lambda: not room.live.clients[there.client].live)
        room.actions[Act.COPY_MAGNET].trigger()
        await room.until(clipboard)
        assert clipboard().split("\n") == [
            f"magnet:?xt=urn:btih:{here.id}",
            f"magnet:?xt=urn:btih:{there.id}&dn=there%20%26%20back",
        ]
        assert room.said == []

    room.run(story)


def test_a_client_that_can_not_say_is_told_and_the_clipboard_stays(room):
    key = room.client.put("film")

    async def story(room):
        await room.until(lambda: key in room.live.transfers)
        room.client.fall_silent()
        await copying.copy_magnets([room.live.transfers[key]], room.live, room.toasts)
        assert room.said == ["No answer from Seedbox."]
        assert clipboard() == ""

    room.run(story)


def test_what_has_no_link_is_counted(room):
    with_hash, without = room.client.put("a"), room.clients[1].put("b")
    room.clients[1].change(without, v1=None)

    async def story(room):
        await room.until(lambda: len(room.live.transfers) == 2)
        async with asyncio.timeout(10):
            await copying.copy_magnets(list(room.live.transfers.values()), room.live, room.toasts)
        assert clipboard() == f"magnet:?xt=urn:btih:{with_hash.id}"
        assert room.said == ["1 of 2 have no magnet link."]

    room.run(story)
