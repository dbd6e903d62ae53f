"""Slow mode in the tray is what the clients say it is."""

from __future__ import annotations

from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from tests.memory_client import MemoryClient
from tests.ui.settings_room import became
from tests.ui.whole_room import WholeRoom


def test_it_is_put_in_force_in_every_client_and_shown_when_they_say_so(qapp, tmp_path):
    clients = [MemoryClient("nas", name="NAS"), MemoryClient("attic", name="Attic")]

    async def story(room):
        action = room.window.background.tray.slow
        room.window.tick()
        assert action.isVisible()
        assert not action.isChecked()
        action.trigger()
        await became(lambda: all(client.slow for client in clients))
        await became(lambda: all(state.facts.slow for state in room.live.clients.values()))
        room.window.tick()
        assert action.isChecked()
        clients[0].slow = False  # by somebody else
        room.live.try_now()
        await became(lambda: not room.live.clients[clients[0].client].facts.slow)
        room.window.tick()
        assert not action.isChecked()

    WholeRoom(qapp, tmp_path, clients).run(story)


def test_a_client_that_does_not_answer_is_said(qapp, tmp_path):
    async def story(room):
        room.window.tick()
        room.client.fall_silent(ClientUnreachableError("No answer.", cause=Cause.TIMED_OUT))
        room.window.background.tray.slow.trigger()
        await became(lambda: any("speed limits of NAS were not changed. No answer." in said for said in room.said))

    WholeRoom(qapp, tmp_path).run(story)
