"""Where the desktop has neither notifications nor a tray, the window itself tells what happened."""

import pytest

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.notifying import notifier
from tests.ui.settings_room import became
from tests.ui.whole_room import WholeRoom

# The offscreen platform complains of windows with a smallest size, and has no tray.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")


@pytest.fixture
def room(qapp, tmp_path, monkeypatch):
    """A window in a session without a bus."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    monkeypatch.setattr(notifier, "JOIN_MS", 50)
    return WholeRoom(qapp, tmp_path)


@pytest.mark.parametrize(
    ("became_so", "words"),
    [
        ({"status": Status.SEEDING, "done": True, "remaining": 0}, "Nosferatu is complete"),
        ({"status": Status.FAILED, "error": "No space left on device"}, "Nosferatu failed\nNo space left on device"),
    ],
    ids=["complete", "failed"],
)
def test_it_is_said_in_the_window_and_leads_to_the_row(room, became_so, words):
    key = room.client.put("Nosferatu", status=Status.DOWNLOADING, progress=0.5)

    async def story(room):
        await became(lambda: room.names() == ["Nosferatu"])
        room.window.showMinimized()
        room.client.change(key, **became_so)
        await became(lambda: any(said.startswith(words) for said in room.said))
        (toast,) = room.window._toasts.shown
        toast.button.click()
        await became(lambda: room.window._list.table.selected_keys() == (key,))
        assert not room.window.isMinimized()
        assert room.said == []

    room.run(story)
