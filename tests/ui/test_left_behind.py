"""What a client let go of after it had finished is imported from the menu, or is said why not."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.gone_menu import GoneMenu
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.importing import found
from tests.ui.settings_room import became
from tests.ui.whole_room import WholeRoom
from tests.unit.journal_room import lists_agree_soon  # noqa: F401 - a fixture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTENT = b"moving pictures" * 100
NAME = "Nosferatu.1922.1080p.mkv"
TARGET = "library/Movies/Nosferatu (1922)/Nosferatu (1922).mkv"
NOSFERATU = SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922)


@pytest.fixture(autouse=True)
def _garbage():
    yield
    gc.collect()


@pytest.fixture
def room(qapp, tmp_path, monkeypatch, lists_agree_soon):  # noqa: ARG001, F811 - a fixture
    monkeypatch.setattr(found, "SETTLE_S", 0.0)
    for folder in ("library", "downloads"):
        (tmp_path / folder).mkdir()
    return WholeRoom(qapp, tmp_path, mapped_to=str(tmp_path / "downloads"))


async def gone(room):
    """A record whose download the client lists no more."""
    room.records.imports.configure(ImportRules(folder=str(room.folder / "library")))
    key = room.client.put(NAME, size=len(CONTENT), status=Status.DOWNLOADING, save_path="/downloads")
    await became(lambda: key in room.live.transfers)
    await room.records.matching.assign([key], NOSFERATU)
    await became(lambda: room.live.record_of(key) and room.live.record_of(key).size)
    record_id = room.live.record_of(key).id
    room.client.remove(key)
    await became(lambda: any(each.records for each in room.live.gone))
    return record_id


def test_it_is_imported_from_where_it_was_last(room):
    async def story(room):
        (room.folder / "downloads" / NAME).write_bytes(CONTENT)
        record_id = await gone(room)
        menu = room.window._gone.menu
        menu.open_for([record_id], QPoint(10, 10), imports=room.window._gone._left_behind.is_on)
        assert menu.import_from.isEnabled()
        menu.import_from.trigger()
        menu.close()
        await became(lambda: room.records.keeper.records[record_id].close_reason is CloseReason.IMPORTED)
        assert (room.folder / TARGET).read_bytes() == CONTENT
        assert f"It is imported from {room.folder / 'downloads' / NAME}." in room.said

    room.run(story)


def test_where_it_is_is_asked_if_it_is_not_there_and_why_it_can_not_be_done_is_said(room):
    async def story(room):
        record_id = await gone(room)
        room.window._gone.import_from([record_id])
        await became(lambda: room.window.findChildren(QFileDialog))
        (dialog,) = room.window.findChildren(QFileDialog)
        assert dialog.windowTitle() == f"Where is {NAME}?"
        assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
        (room.folder / "half.mkv").write_bytes(CONTENT[:700])
        dialog.fileSelected.emit(str(room.folder / "half.mkv"))
        dialog.close()
        await became(lambda: any("700 B of 1.46 KiB: it is not all of the download" in said for said in room.said))
        assert room.records.keeper.records[record_id].is_open

    room.run(story)


def test_what_is_off_says_why(qapp, qtbot):
    theme = Theme(qapp, "light")
    menu = GoneMenu(theme, None)
    qtbot.addWidget(menu)
    for ids, imports, why in ((("a",), False, "no library folder"), (("a", "b"), True, "One at a time")):
        menu.open_for(ids, QPoint(10, 10), imports=imports)
        assert not menu.import_from.isEnabled()
        assert why in menu.import_from.toolTip()
        menu.close()
