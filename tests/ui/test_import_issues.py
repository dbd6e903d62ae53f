"""An import that does not succeed is an issue with a cause and a way out, in Issues and in the details."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.import_job import Remedy
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, RecordId, StoreUnavailableError
from mydia_desktop.domain.transfer import Status, TransferKey
from mydia_desktop.ui.details.import_words import import_facts, next_steps
from mydia_desktop.ui.filtering import Filter, View
from mydia_desktop.ui.import_fixing import IMPORT_FIXES, ImportFixing
from mydia_desktop.ui.issue_groups import IMPORTS
from mydia_desktop.ui.issue_lines import Entry, Head
from mydia_desktop.ui.issue_words import Fix, fix_name, fix_of, import_fix, is_import_issue, next_import
from mydia_desktop.ui.issues_model import IssueColumn, IssuesModel
from mydia_desktop.ui.row import Format, Row, Source
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts
from mydia_desktop.workflows.importing import job_list, runner
from mydia_desktop.workflows.importing.standing import ImportStanding, ImportState
from mydia_desktop.workflows.record_keeper import StoreState
from mydia_desktop.workflows.targets import Act
from tests.ui.settings_room import became
from tests.ui.shell_values import NAS, NOW, SEEDBOX, record, row, silent, state, subject, update
from tests.ui.whole_room import WholeRoom

CONTENT = b"moving pictures" * 100
NAME = "Nosferatu.1922.1080p.mkv"
FORM = Format(now=NOW)
LINK = ImportStanding(state=ImportState.GIVEN_UP, message="It can't be linked.", remedy=Remedy.COPY_INSTEAD)
MAP = ImportStanding(
    state=ImportState.DELAYED, message="It is not there.", remedy=Remedy.MAP_PATH, next_try_at=NOW + 90
)
AGAIN = ImportStanding(state=ImportState.DELAYED, message="Input/output error.", tries=1, next_try_at=NOW + 60)


@pytest.fixture(autouse=True)
def _garbage():
    yield
    gc.collect()


def test_a_person_is_told_what_only_they_can_help_and_what_fails_again_and_again():
    assert is_import_issue(LINK)
    assert is_import_issue(MAP)
    assert not is_import_issue(AGAIN), "it is tried again by itself"
    assert is_import_issue(replace(AGAIN, tries=2))
    assert is_import_issue(replace(AGAIN, state=ImportState.GIVEN_UP))
    assert not is_import_issue(ImportStanding(state=ImportState.RUNNING))
    assert not is_import_issue(ImportStanding(state=ImportState.WAITING))


@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_has_a_button(remedy, qapp):  # noqa: ARG001 - translations want an application
    fix = import_fix(replace(LINK, remedy=remedy))
    assert fix in IMPORT_FIXES
    assert fix_name(fix)


def test_it_says_when_it_is_tried_again(qapp):  # noqa: ARG001 - translations want an application
    assert next_import(MAP, FORM) == "Tried again in 1 min"
    assert next_import(replace(MAP, next_try_at=NOW - 1), FORM) == "Tried again by itself"
    assert next_import(LINK, FORM) == "Not tried again before you say so"


def says(model):
    model.tick(NOW)
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_what_could_not_be_imported_is_a_group_of_its_own(qtmodeltester):
    model = IssuesModel()
    qtmodeltester.check(model)
    film, failed = row(NAS, 1), row(NAS, 2, Status.FAILED)
    detour = record(1, subject("Detour", year=1945))
    model.set_imports({detour.id: LINK, RecordId("of no row"): LINK})
    model.apply(update(film, failed, clients=(state(),), records={film: detour}))
    assert says(model) == [
        "Not imported. 1 download. Complete, and not in the library yet.",
        "Detour 1945",
        "Failed. 1 download",
        "Release 2",
    ]
    assert (model.count, model.imports) == (2, 1)
    assert model.index(1, IssueColumn.HAPPENED).data() == "No hard link is possible\nIt can't be linked."
    assert "Not tried again before you say so" in model.index(1, IssueColumn.HAPPENED).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, IssueColumn.FIX).data() == "Copy this one"
    entry = model.line_at(1)
    model.set_imports({detour.id: MAP})
    assert model.line_at(1) is entry, "the line keeps its selection"
    assert fix_of(entry) is Fix.MAP_PATH
    model.set_imports({})
    assert says(model) == ["Failed. 1 download", "Release 2"]


def test_a_download_may_be_two_issues_at_once(qtmodeltester):
    model = IssuesModel()
    qtmodeltester.check(model)
    film = row(NAS, 1, Status.FAILED)
    detour = record(1, subject("Detour", year=1945))
    model.apply(update(film, clients=(state(),), records={film: detour}))
    model.set_imports({detour.id: LINK})
    entries = [model.line_at(place) for place in range(model.rowCount())]
    assert [entry.standing for entry in entries if isinstance(entry, Entry)] == [LINK, None]
    model.apply(update(removed=(film,)))
    assert model.rowCount() == 0
    model.apply(update(film))
    assert says(model) == ["Failed. 1 download", "Release 1"], "another download, of which nothing is remembered"
    model.apply(update(film, records={film: detour}))
    assert model.rowCount() == 4


def test_filters_and_folding_hold_for_imports_too(qtmodeltester):
    model = IssuesModel()
    qtmodeltester.check(model)
    films = [row(NAS, 1), row(SEEDBOX, 2)]
    records = {film: record(number, subject(f"Film {number}")) for number, film in enumerate(films)}
    model.set_imports({each.id: LINK for each in records.values()})
    model.apply(update(*films, clients=(state(), state(SEEDBOX, "Seedbox")), records=records))
    model.set_filter(Filter(view=View.ISSUES, clients=frozenset({SEEDBOX})))
    assert says(model)[1:] == ["Film 1"]
    model.set_filter(Filter(view=View.ISSUES, text="film 0"))
    assert says(model)[1:] == ["Film 0"]
    head = model.line_at(0)
    assert isinstance(head, Head)
    assert head.group == IMPORTS
    model.fold(IMPORTS, folded=True)
    assert model.rowCount() == 1


def test_a_row_whose_record_changes_hands_takes_its_import_along(qtmodeltester):
    model = IssuesModel()
    qtmodeltester.check(model)
    old, new = row(NAS, 1), row(NAS, 2)
    detour = record(1, subject("Detour"))
    model.set_imports({detour.id: LINK})
    model.apply(update(old, new, clients=(state(),), records={old: detour}))
    model.apply(update(new, records={new: detour}))
    model.apply(update(old))
    assert [model.line_at(1).row.transfer.key] == [new.key]


def test_the_details_say_what_comes_next(qapp):  # noqa: ARG001 - translations want an application
    film, half = row(NAS, 1), row(NAS, 1, Status.DOWNLOADING)
    open_one = record(1, subject("Detour"))
    done = record(1, subject("Detour"), closed_at=int(NOW) - 5, close_reason=CloseReason.IMPORTED)

    def row_of(transfer, of):
        return Row(transfer, Source(state()), of)

    (step,) = next_steps(row_of(half, open_one), None, FORM, is_on=True)
    assert step.remark == "When it is complete"
    assert not next_steps(row_of(half, open_one), None, FORM, is_on=False)
    assert not next_steps(row_of(half, record(1)), None, FORM, is_on=True), "nobody said what it is for"
    (step,) = next_steps(row_of(film, open_one), ImportStanding(state=ImportState.WAITING), FORM, is_on=True)
    assert step.remark == "Waits for its turn"
    (fact,) = import_facts(row_of(film, done), None, FORM)
    assert fact.value == "In the library since just now"
    assert not import_facts(row_of(film, open_one), None, FORM)


class Broken:
    """Imports whose database can't be written to."""

    def __init__(self, error):
        self.error = error

    async def import_now(self, _record_id):
        raise self.error

    async def copy_instead(self, _record_id):
        raise self.error


class OneRecord:
    """Rows that all have one record."""

    def record_of(self, _key):
        return record(1)


@pytest.mark.parametrize("fix", [Fix.IMPORT_AGAIN, Fix.COPY_INSTEAD])
@pytest.mark.parametrize("error", [StoreUnavailableError("The disk is full."), LookupError("The disk is full.")])
def test_what_could_not_be_written_is_said(qtbot, qapp, fix, error):
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - for this one alone

    parent = QWidget()
    qtbot.addWidget(parent)
    toasts = Toasts(Theme(qapp, "light"), parent)

    def spawn(work):
        with pytest.raises(StopIteration):
            work.send(None)

    ImportFixing(Broken(error), OneRecord(), toasts, spawn).fix(TransferKey(NAS, "1"), fix)
    assert [toast.text for toast in toasts.shown] == ["The disk is full."]


# -- in the window, with files --------------------------------------------------------------------------------------


@contextmanager
def other_file_system(beside: Path) -> Iterator[Path]:
    """A folder that nothing in ``beside`` can be linked to."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        if Path(folder).stat().st_dev == beside.stat().st_dev:
            pytest.skip("there is one file system only")
        yield Path(folder)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(runner, "SETTLE_S", 0.0)
    monkeypatch.setattr(job_list, "ROW_AGAIN_S", 0.1)


async def importing(room, library):
    """A download for Nosferatu that becomes complete, in a desktop that imports."""
    rules = ImportRules(folder=str(library))
    room.records.completion.configure(rules)
    room.records.imports.configure(rules)
    film = room.client.put(NAME, size=len(CONTENT))
    await became(lambda: room.records.keeper.state is StoreState.READY)
    room.live.try_now()
    await became(lambda: room.names() == [NAME])
    await room.records.matching.assign([film], SubjectDraft(type=MediaType.MOVIE, title="Nosferatu", year=1922))
    await became(lambda: room.live.record_of(film) is not None)
    room.client.change(film, status=Status.SEEDING, done=True, remaining=0)
    return film


def issues(room):
    model = room.window._issues
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_what_cannot_be_linked_is_copied_by_the_button_in_issues(tmp_path, qapp):
    library = tmp_path / "library"
    library.mkdir()

    async def story(room):
        film = await importing(room, library)
        await became(lambda: any("Not imported" in line for line in issues(room)))
        room.window._actions.views[View.ISSUES].trigger()
        assert room.window._tally.counts().views[View.ISSUES] == 1
        view = room.window._list.issues
        view.setCurrentIndex(room.window._issues.index(1, 0))
        assert room.window._issues.index(1, IssueColumn.FIX).data() == "Copy this one"
        room.window._actions.details.setChecked(True)
        (pane,) = room.window._details.panes
        await became(pane.overview.import_trouble.isVisible)
        assert pane.overview.import_trouble.button.text() == "Copy this one"
        QTest.keyClick(view, Qt.Key.Key_Return)
        await became(lambda: room.live.record_of(film).close_reason is CloseReason.IMPORTED)
        assert (library / "Movies/Nosferatu (1922)/Nosferatu (1922).mkv").read_bytes() == CONTENT
        await became(lambda: issues(room) == [])
        assert not room.window._tally.counts().views[View.ISSUES]
        room.window._actions.views[View.ALL].trigger()
        room.window._list.table.select([film])
        await became(lambda: any("In the library since" in fact.value for fact in pane.overview.record.facts))
        assert not pane.overview.import_trouble.isVisible()

    with other_file_system(tmp_path) as downloads:
        (downloads / NAME).write_bytes(CONTENT)
        WholeRoom(qapp, tmp_path, mapped_to=str(downloads)).run(story)


def test_what_is_not_here_leads_to_the_paths_of_its_client_and_the_menu_imports_again(tmp_path, qapp):
    library, downloads = tmp_path / "library", tmp_path / "downloads"
    library.mkdir()

    async def story(room):
        opened = []
        room.window._settings.open_page = lambda name, _clients: opened.append(name)
        film = await importing(room, library)
        await became(lambda: any("Not imported" in line for line in issues(room)))
        room.window._list.table.select([film])
        room.window._actions.details.setChecked(True)
        (pane,) = room.window._details.panes
        await became(pane.overview.import_trouble.isVisible)
        pane.overview.import_trouble.button.click()
        assert opened == ["paths"]
        downloads.mkdir()
        (downloads / NAME).write_bytes(CONTENT)
        action = room.window._downloads[Act.IMPORT]
        await became(action.isEnabled)
        assert action.text() == "Import to library"
        action.trigger()
        await became(lambda: room.live.record_of(film).close_reason is CloseReason.IMPORTED)
        await became(lambda: action.text() == "Import again")
        assert "To be imported: 1 download." in room.said

    WholeRoom(qapp, tmp_path, mapped_to=str(downloads)).run(story)


@pytest.mark.parametrize(
    ("is_on", "matched", "status", "reason"),
    [
        (False, True, Status.SEEDING, "No library folder is chosen in the settings."),
        (True, True, Status.DOWNLOADING, "Only when all of it is here."),
        (True, False, Status.SEEDING, "Nobody has said yet which movie or episode it is for."),
    ],
)
def test_the_menu_says_why_a_download_cannot_be_imported(tmp_path, qapp, is_on, matched, status, reason):
    async def story(room):
        film = room.client.put(NAME, size=len(CONTENT), status=status)
        if is_on:
            room.records.imports.configure(ImportRules(folder=str(tmp_path)))
        await became(lambda: room.records.keeper.state is StoreState.READY)
        room.live.try_now()
        await became(lambda: room.names() == [NAME])
        if matched:
            await room.records.matching.assign([film], SubjectDraft(type=MediaType.MOVIE, title="Nosferatu"))
            await became(lambda: room.live.record_of(film) is not None)
        room.window._list.table.select([film])
        action = room.window._downloads[Act.IMPORT]
        await became(lambda: action.toolTip() == reason)
        assert not action.isEnabled()

    WholeRoom(qapp, tmp_path).run(story)


def test_a_silent_client_imports_nothing(qapp):  # noqa: ARG001 - translations want an application
    """Its line stays with its fix: where its folders are can be said while it is silent."""
    model = IssuesModel()
    film = row(SEEDBOX, 1)
    detour = record(1, subject("Detour"))
    model.set_imports({detour.id: MAP})
    model.apply(update(film, clients=(silent(),), records={film: detour}))
    fixes = [fix_of(line) for line in map(model.line_at, range(model.rowCount())) if isinstance(line, Entry)]
    assert fixes == [None, Fix.MAP_PATH]
