"""What was recognised by itself is said once, together, and can be taken back."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.media import MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.record import Record, RecordId, StoreUnavailableError
from mydia_desktop.ui.adoption_toasts import AdoptionToasts
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toast, Toasts


def adopted(title, client="NAS"):
    item = MediaItem(id=MediaId(title), type=MediaType.MOVIE, title=title, year=1922)
    return Record(id=RecordId(title), title=f"{title}.1922", subject=Subject(item=item), client_name=client)


class Desk:
    """Something that recognises, and the messages about it."""

    def __init__(self, toasts):
        self.toasts = toasts
        self.undone, self.refusal, self.changed_since = [], None, 0
        self.messages = AdoptionToasts(toasts, self, asyncio.run)

    def watch(self, adopted):
        self.recognise = adopted

    async def undo(self, adopted):
        if self.refusal:
            raise self.refusal
        self.undone += adopted
        return len(adopted) - self.changed_since

    @property
    def said(self):
        return [toast.text for toast in self.toasts.shown]


@pytest.fixture
def desk(qapp):
    host = QWidget()
    host.resize(900, 500)
    host.show()
    theme = Theme(qapp, "light")
    yield Desk(Toasts(theme, host))
    host.close()
    host.deleteLater()
    theme.deleteLater()


def test_what_was_recognised_is_named_with_its_client(desk):
    desk.recognise([adopted("Nosferatu")])
    assert desk.said == ["Nosferatu (1922) recognised in NAS."]


def test_names_from_outside_stay_plain(desk):
    desk.recognise([adopted("Nosferatu\u202e", client="NAS\nof evil")])
    (said,) = desk.said
    assert "\u202e" not in said
    assert "\n" not in said


def test_what_comes_while_it_is_shown_is_counted_in_the_one_message(desk, qtbot, monkeypatch):
    """And a screen reader hears the last count once it is quiet."""
    heard = []
    monkeypatch.setattr(Toast, "announce", lambda toast: heard.append(toast.text))
    for number in range(30):
        desk.recognise([adopted(f"Film {number}"), adopted(f"Film {number}b")])
    assert desk.said == ["60 downloads recognised."]
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["2 downloads recognised.", "60 downloads recognised."]


def test_undo_takes_all_back_that_the_message_counts(desk):
    desk.recognise([adopted("Nosferatu")])
    desk.recognise([adopted("Detour")])
    desk.toasts.shown[0].button.click()
    assert [record.title for record in desk.undone] == ["Nosferatu.1922", "Detour.1922"]
    assert desk.said == []
    desk.recognise([adopted("Charade")])
    assert desk.said == ["Charade (1922) recognised in NAS."]


def test_a_message_that_is_gone_can_not_be_undone_by_the_next(desk):
    desk.recognise([adopted("Nosferatu")])
    desk.toasts.shown[0].leave()
    desk.recognise([adopted("Detour")])
    desk.toasts.shown[0].button.click()
    assert [record.title for record in desk.undone] == ["Detour.1922"]


def test_what_stands_in_the_way_of_undoing_is_said(desk):
    desk.refusal = StoreUnavailableError("mydia.sqlite3 is damaged.")
    desk.recognise([adopted("Nosferatu")])
    desk.toasts.shown[0].button.click()
    assert desk.said == ["mydia.sqlite3 is damaged."]


def test_what_was_changed_since_is_said_to_stay(desk):
    desk.changed_since = 1
    desk.recognise([adopted("Nosferatu"), adopted("Detour")])
    desk.toasts.shown[0].button.click()
    assert desk.said == ["1 of 2 downloads undone. What was changed since stays as it is."]
