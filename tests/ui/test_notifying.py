"""What happens is told once, joined, in plain words, to those who want it, and never to somebody who looks."""

from __future__ import annotations

import asyncio

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.notification_rules import NotificationRules
from mydia_desktop.domain.happening import Happening, HappeningKind
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.notifying import desktop_bus, notifier
from mydia_desktop.ui.notifying.announcement import Reply
from mydia_desktop.ui.notifying.desktop_bus import DesktopBus
from mydia_desktop.ui.notifying.notifier import Notifier
from tests.notification_server import NotificationServer, session_bus

pytestmark = pytest.mark.usefixtures("qapp")

SEEDBOX = ClientId("seedbox")
GIB = 1 << 30


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(notifier, "JOIN_MS", 150)


@pytest.fixture
def bus(monkeypatch):
    """A session bus; the program finds it as any other."""
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def happened(title="Nosferatu (1922)", kind=HappeningKind.COMPLETED, **fields):
    return Happening(kind=kind, client=SEEDBOX, key=TransferKey(SEEDBOX, title), title=title, **fields)


class Room:
    """A notifier in a running event loop."""

    def __init__(self, tasks, **rules):
        self.looked_at = False
        self.fallen_back = []
        self.answers = []
        self.bus = DesktopBus(self.answers.append)
        self.notifier = Notifier(
            self.bus,
            tasks.create_task,
            rules=NotificationRules(**rules),
            client_name=lambda _: "Seed<b>box",
            units=lambda: Units.BINARY,
            is_looked_at=lambda: self.looked_at,
            instead=self.fallen_back.append,
        )

    async def until(self, condition):
        """Wait for what no event tells."""
        async with asyncio.timeout(20):
            while not condition():  # noqa: ASYNC110 - the bus is somebody else's
                await asyncio.sleep(0.01)


def live(story, **rules):
    """Run a story in Qt's loop, as the program does."""

    async def run():
        async with asyncio.TaskGroup() as tasks:
            room = Room(tasks, **rules)
            await story(room)
        room.bus.close()
        room.notifier.deleteLater()
        await asyncio.sleep(0)

    loop = qasync.QEventLoop(QApplication.instance())
    try:
        loop.run_until_complete(asyncio.wait_for(run(), 40))
    finally:
        loop.close()


def with_server(story, bus, *, rules=(), **options):
    async def run(room):
        server = NotificationServer(bus, **options)
        await server.start()
        try:
            await story(room, server)
        finally:
            server.stop()

    live(run, **dict(rules))


def test_a_completion_is_told_with_what_can_be_done(bus):
    async def story(room, server):
        room.notifier.hear(happened(size=int(48.7 * GIB), duration=41 * 60))
        (shown,) = await server.until(1)
        assert shown.title == "Nosferatu (1922) is complete"
        assert shown.body == "48.7 GiB in 41 min from Seed&lt;b&gt;box"
        assert shown.replies == {"open-folder": "Open folder", "default": "Show"}
        assert (shown.hints["desktop-entry"], shown.hints["category"]) == ("mydia-desktop", "transfer.complete")
        server.answer(shown, "open-folder", token="let-me-in")
        await room.until(lambda: room.answers)
        (answer,) = room.answers
        assert (answer.reply, answer.token) == (Reply.OPEN_FOLDER, "let-me-in")
        assert answer.announcement.keys == (TransferKey(SEEDBOX, "Nosferatu (1922)"),)

    with_server(story, bus)


def test_what_happens_at_once_is_one_message(bus):
    async def story(room, server):
        for number in range(6):
            room.notifier.hear(happened(f"film {number}"))
        room.notifier.hear(happened("bad", HappeningKind.FAILED, message="No space left on device"))
        completed, failed = await server.until(2)
        assert completed.title == "6 downloads are complete"
        assert completed.body == "film 0, film 1, film 2, film 3, 2 more"
        assert completed.replies == {"default": "Show all"}
        assert (failed.title, failed.body) == ("bad failed", "No space left on device")
        assert failed.replies == {"retry": "Retry", "default": "Show"}

    with_server(story, bus)


def test_what_finished_while_the_program_was_closed_is_summed_up_once(bus):
    async def story(room, server):
        for number in range(3):
            room.notifier.hear(happened(f"film {number}", while_away=True))
            await asyncio.sleep(0.1)  # longer together than is usually waited
        (shown,) = await server.until(1)
        assert shown.title == "3 downloads finished while Mydia Desktop was closed"

    with_server(story, bus)


def test_names_are_no_markup(bus):
    """They come from torrents; the title is never read as markup, and the body only where the server says so."""

    async def story(room, server):
        evil = "<a href='http://x'>click</a>\n&amp;\u202e"
        room.notifier.hear(happened(evil, HappeningKind.FAILED, message=evil))
        (shown,) = await server.until(1)
        assert "<" not in shown.body
        assert "&lt;a href=" in shown.body
        assert "\n" not in shown.title + shown.body
        server.capabilities = ("body",)
        room.notifier.hear(happened(evil, HappeningKind.FAILED, message=evil))
        _, plain = await server.until(2)
        assert plain.body.startswith("<a href='http://x'>")
        assert plain.actions == []

    with_server(story, bus)


def test_nobody_is_told_what_they_look_at_unless_it_failed(bus):
    async def story(room, server):
        room.looked_at = True
        room.notifier.hear(happened())
        room.notifier.hear(happened("bad", HappeningKind.FAILED))
        (shown,) = await server.until(1)
        assert shown.title == "bad failed"

    with_server(story, bus)


def test_only_what_is_wanted_is_told(bus):
    async def story(room, server):
        for kind in HappeningKind:
            room.notifier.hear(happened(kind.value, kind))
        shown = await server.until(2)
        assert {one.title for one in shown} == {"imported is in the library", "completed is complete"}
        room.notifier.set_rules(NotificationRules(completed=False, failed=True, unreachable=False))
        for kind in HappeningKind:
            room.notifier.hear(happened(kind.value, kind))
        shown = await server.until(4)
        assert {one.title for one in shown[2:]} == {"failed failed", "import_failed could not be imported"}

    with_server(story, bus, rules={"completed": True, "failed": False, "imported": True, "unreachable": False})


def test_a_client_is_named_when_it_is_away_and_back(bus):
    async def story(room, server):
        for kind in (HappeningKind.UNREACHABLE, HappeningKind.BACK):
            room.notifier.hear(Happening(kind=kind, client=SEEDBOX, message="Nothing answers."))
        away, back = await server.until(2)
        assert away.title == "Seed<b>box does not answer"
        assert back.title == "Seed<b>box is back"

    with_server(story, bus)


def test_muted_it_says_nothing_and_ends_by_itself(bus, monkeypatch):
    monkeypatch.setattr(notifier, "MUTE_S", 0.4)

    async def story(room, server):
        told = []
        room.notifier.mute_changed.connect(told.append)
        room.notifier.set_muted(muted=True)
        room.notifier.hear(happened("unheard"))
        await room.until(lambda: told == [True, False])
        room.notifier.hear(happened("heard"))
        (shown,) = await server.until(1)
        assert shown.title == "heard is complete"

    with_server(story, bus)


@pytest.mark.usefixtures("bus")
def test_without_a_server_it_is_shown_otherwise():
    async def story(room):
        room.notifier.hear(happened())
        await room.until(lambda: room.fallen_back)
        assert room.fallen_back[0].title == "Nosferatu (1922) is complete"

    live(story)


def test_without_a_bus_it_is_shown_otherwise(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")

    async def story(room):
        room.notifier.hear(happened())
        await room.until(lambda: room.fallen_back)

    live(story)


def test_a_server_that_hangs_holds_nobody_up(bus, monkeypatch):
    monkeypatch.setattr(desktop_bus, "ANSWER_WITHIN_S", 0.3)

    async def story(room, server):
        room.notifier.hear(happened("first"))
        await room.until(lambda: room.fallen_back)
        server.hangs = False
        room.notifier.hear(happened("second"))
        (shown,) = await server.until(1)
        assert shown.title == "second is complete"

    with_server(story, bus, hangs=True)


def test_a_server_that_starts_anew_is_found_again(bus):
    async def story(room, server):
        room.notifier.hear(happened("first"))
        await server.until(1)
        server.stop()
        room.notifier.hear(happened("second"))
        await room.until(lambda: room.fallen_back)
        await server.start()
        room.notifier.hear(happened("third"))
        await server.until(2)
        assert server.shown[1].title == "third is complete"

    with_server(story, bus)


def test_what_a_hanging_server_showed_before_can_still_be_answered(bus, monkeypatch):
    monkeypatch.setattr(desktop_bus, "ANSWER_WITHIN_S", 0.3)

    async def story(room, server):
        room.notifier.hear(happened("first"))
        (shown,) = await server.until(1)
        server.hangs = True
        room.notifier.hear(happened("second"))
        await room.until(lambda: room.fallen_back)
        server.answer(shown, "open-folder")
        await room.until(lambda: room.answers)

    with_server(story, bus)


def test_a_number_that_a_new_server_gives_to_others_is_not_ours(bus):
    async def story(room, server):
        room.notifier.hear(happened("first"))
        (first,) = await server.until(1)
        server.stop()
        anew = NotificationServer(bus, shown=[first])  # to another program, by the same number
        await anew.start()
        try:
            anew.answer(first, "open-folder")
            room.notifier.hear(happened("second"))
            _, second = await anew.until(2)
            anew.answer(second, "default")
            await room.until(lambda: room.answers)
        finally:
            anew.stop()
        assert [answer.announcement.title for answer in room.answers] == ["second is complete"]

    with_server(story, bus)
