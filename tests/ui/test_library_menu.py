"""What can be done from a line of the library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from mydia_desktop.domain.media import MediaId, MediaType, SubjectDraft
from mydia_desktop.domain.record import RecordId
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.library.menu import LibraryMenu
from mydia_desktop.workflows.targets import Act
from tests.ui.action_room import ActionRoom
from tests.ui.library_room import LibraryRoom
from tests.ui.shell_values import subject

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def nodes(qapp):  # noqa: ARG001 - translations want an application
    """A movie, a show, its season and its episode."""
    room = LibraryRoom()
    room.library.put(subject("Nosferatu", year=1922), subject("Dragnet", season=2, episodes=(7,)))
    paths = (["Nosferatu 1922"], ["Dragnet"], ["Dragnet", "Season 2"], ["Dragnet", "Season 2", "Episode 7 S02E07"])
    return [room.model.node_at(room.index(*path)) for path in paths]


def offered(menu):
    return [action.text() for action in menu.actions() if action.isVisible() and action.isEnabled()]


def test_a_line_offers_what_its_downloads_do_and_more(qapp, nodes):
    room = ActionRoom(qapp)
    key = room.client.put("film", status=Status.DOWNLOADING)

    async def story(room):
        await room.until(lambda: key in room.live.transfers)
        room.choose(key)
        menu = LibraryMenu(room.theme, room.actions, room.window)
        menu.open_for([nodes[0]], (), QPoint(), has_rows=True)
        said = offered(menu)
        assert said[:2] == ["Add…", "Edit…"]
        assert room.actions[Act.PAUSE].isEnabled()
        assert "Send again" not in said
        assert "Forget what is gone" not in said
        menu.close()
        menu.open_for([nodes[0]], (RecordId("r"),), QPoint(), has_rows=True)
        assert {"Send again", "Forget what is gone"} <= set(offered(menu))
        menu.close()
        menu.open_for(nodes[:2], (), QPoint(), has_rows=True)
        assert not {"Add…", "Edit…"} & set(offered(menu))
        menu.close()
        menu.open_for([nodes[2]], (), QPoint(), has_rows=True)
        assert "Edit…" not in offered(menu)
        menu.close()

    room.run(story)


def test_where_no_client_lists_anything_the_menu_is_short(qapp, nodes):
    room = ActionRoom(qapp)

    async def story(room):
        menu = LibraryMenu(room.theme, room.actions, room.window)
        menu.open_for([nodes[0]], (RecordId("r"),), QPoint(), has_rows=False)
        assert not menu.isVisible()
        assert menu.short.isVisible()
        assert [text for text in offered(menu.short) if text] == [
            "Add…",
            "Edit…",
            "Send again",
            "Change movie or episode of what is gone…",
            "Forget what is gone",
        ]
        menu.short.close()

    room.run(story)


def test_it_acts_on_exactly_what_it_was_opened_for(qapp, nodes):
    room = ActionRoom(qapp)

    async def story(room):
        menu = LibraryMenu(room.theme, room.actions, room.window)
        heard = []
        for signal in (menu.add_chosen, menu.edit_chosen, menu.send_again_chosen, menu.forget_chosen):
            signal.connect(heard.append)
        menu.open_for([nodes[3]], (RecordId("a"), RecordId("b")), QPoint(), has_rows=True)
        for action in (menu.add, menu.edit, menu.send_again, menu.forget):
            action.trigger()
        menu.close()
        draft = SubjectDraft(item_id=MediaId("dragnet"), type=MediaType.SHOW, title="Dragnet", season=2, episodes=(7,))
        assert heard == [draft, nodes[3], ("a", "b"), ("a", "b")]

    room.run(story)
