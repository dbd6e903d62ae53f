"""How it stands with the import of one download, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.record import CloseReason
from mydia_desktop.ui.details.facts import Fact
from mydia_desktop.ui.details.story import Shade, Step
from mydia_desktop.ui.formatting import format_exact_moment, format_moment_inside
from mydia_desktop.ui.issue_words import next_import
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.workflows.importing.standing import ImportStanding, ImportState

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def import_facts(row: Row, standing: ImportStanding | None, form: Format) -> Sequence[Fact]:
    """One line, or none where nothing is imported."""
    name, record = translate("Details", "Import"), row.record
    if standing is not None:
        return (Fact(name=name, value=_state(standing, form), tip=plain(standing.message)),)
    if record is not None and record.close_reason is CloseReason.IMPORTED and record.closed_at is not None:
        since = translate("Details", "In the library since {moment}")
        moment = format_moment_inside(record.closed_at, form.now)
        return (Fact(name=name, value=since.format(moment=moment), tip=format_exact_moment(record.closed_at)),)
    return ()


def next_steps(row: Row, standing: ImportStanding | None, form: Format, *, is_on: bool) -> Sequence[Step]:
    """What happens next with it, as far as it is known."""
    title = translate("Details", "Import into the library")
    if standing is not None:
        return (Step(icon="folder-input", title=title, remark=_state(standing, form), shade=Shade.TO_COME),)
    if not is_on or row.record is None or not row.record.is_open or not row.is_matched or row.transfer.done:
        return ()
    remark = translate("Details", "When it is complete")
    return (Step(icon="folder-input", title=title, remark=remark, shade=Shade.TO_COME),)


def _state(standing: ImportStanding, form: Format) -> str:
    match standing.state:
        case ImportState.WAITING:
            return translate("Details", "Waits for its turn")
        case ImportState.RUNNING:
            return translate("Details", "Under way")
        case ImportState.DELAYED | ImportState.GIVEN_UP:
            return next_import(standing, form)
