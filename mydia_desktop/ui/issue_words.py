"""What happened to a download, and what would help."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.import_job import Remedy
from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import Status, Transfer, TransferKey
from mydia_desktop.ui import cells, client_words
from mydia_desktop.ui.formatting import format_duration, format_moment_inside, format_since
from mydia_desktop.ui.gone_lines import GoneEntry
from mydia_desktop.ui.issue_groups import GroupId
from mydia_desktop.ui.issue_lines import Entry
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.ui.texts import downloads, number, peers, seeds, status_name
from mydia_desktop.workflows.importing.standing import ImportStanding, ImportState

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class Fix(StrEnum):
    """What is suggested for one download."""

    RETRY = "retry"
    RECHECK = "recheck"
    REANNOUNCE = "reannounce"
    SEND_AGAIN = "send_again"
    """To the client that no longer has it."""
    MAP_PATH = "map_path"
    """Say where the client's folder is on this computer."""
    COPY_INSTEAD = "copy_instead"
    """Since it can't be linked; this one only."""
    CHOOSE_FOLDER = "choose_folder"
    """Of the library."""
    MATCH = "match"
    IMPORT_AGAIN = "import_again"


class FixRequest(NamedTuple):
    """Somebody pressed the button."""

    key: TransferKey
    fix: Fix


FIX_ICONS = {
    Fix.RETRY: "rotate-cw",
    Fix.RECHECK: "scan-search",
    Fix.REANNOUNCE: "radio-tower",
    Fix.SEND_AGAIN: "rotate-cw",
    Fix.MAP_PATH: "route",
    Fix.COPY_INSTEAD: "copy",
    Fix.CHOOSE_FOLDER: "folder-open",
    Fix.MATCH: "library",
    Fix.IMPORT_AGAIN: "rotate-cw",
}


def suggested_fix(row: Row) -> Fix | None:
    """The one thing most likely to help; nothing while its client would not hear it, or can't do it."""
    if not row.live or row.in_flight:
        return None
    verbs = row.client.verbs
    match row.transfer.status:
        case Status.FAILED:
            return Fix.RETRY if Verb.RESUME in verbs else None
        case Status.MISSING:
            return Fix.RECHECK if Verb.RECHECK in verbs else None
        case Status.STALLED:
            return Fix.REANNOUNCE if Verb.REANNOUNCE in verbs else None
        case _:
            return None


def fix_of(entry: Entry) -> Fix | None:
    """The same for a line: of an import what its trouble calls for, whether its client answers or not."""
    return suggested_fix(entry.row) if entry.standing is None else import_fix(entry.standing)


def import_fix(standing: ImportStanding) -> Fix:
    """What a person can do about an import that did not succeed."""
    match standing.remedy:
        case Remedy.MAP_PATH:
            return Fix.MAP_PATH
        case Remedy.COPY_INSTEAD:
            return Fix.COPY_INSTEAD
        case Remedy.CHOOSE_FOLDER:
            return Fix.CHOOSE_FOLDER
        case Remedy.MATCH:
            return Fix.MATCH
        case Remedy.FREE_SPACE | Remedy.TRY_AGAIN:
            return Fix.IMPORT_AGAIN


def fix_name(fix: Fix) -> str:
    """What the button says."""
    match fix:
        case Fix.RETRY:
            return translate("Issues", "Retry")
        case Fix.RECHECK:
            return translate("Issues", "Re-check files")
        case Fix.REANNOUNCE:
            return translate("Issues", "Re-announce")
        case Fix.SEND_AGAIN:
            return translate("Issues", "Send again")
        case Fix.MAP_PATH:
            return translate("Issues", "Map path…")
        case Fix.COPY_INSTEAD:
            return translate("Issues", "Copy this one")
        case Fix.CHOOSE_FOLDER:
            return translate("Issues", "Choose folder…")
        case Fix.MATCH:
            return translate("Issues", "Match…")
        case Fix.IMPORT_AGAIN:
            return translate("Issues", "Try again")


def what_became(entry: GoneEntry, form: Format) -> tuple[str, str]:
    """Why a record without a row is an issue, and what is known of it."""
    record, client = entry.record, client_words.name(entry.client)
    cause = translate("Issues", "{client} does not list it any more").format(client=client)
    if record.error_message:
        cause = plain(record.error_message)
    elif record.last_name is None:
        cause = translate("Issues", "It never arrived in {client}").format(client=client)
    known = [translate("Issues", "added {moment}").format(moment=format_moment_inside(record.inserted_at, form.now))]
    if record.completed_at is not None:
        known.insert(
            0,
            translate("Issues", "complete {moment}").format(moment=format_moment_inside(record.completed_at, form.now)),
        )
    if record.last_save_path:
        known.append(translate("Issues", "last in {path}").format(path=plain(record.last_save_path)))
    around = ", ".join(known)
    return cause, around[:1].upper() + around[1:]


def what_is_wrong(entry: Entry, form: Format) -> tuple[str, str]:
    """The cause of a line, and what is known around it."""
    if entry.standing is None:
        return what_happened(entry.row, form)
    return import_cause(entry.standing), plain(entry.standing.message)


def import_cause(standing: ImportStanding) -> str:
    """Why it was not imported, in a few words; its message says it whole."""
    match standing.remedy:
        case Remedy.MAP_PATH:
            return translate("Issues", "Its files are not here")
        case Remedy.COPY_INSTEAD:
            return translate("Issues", "No hard link is possible")
        case Remedy.CHOOSE_FOLDER:
            return translate("Issues", "The library folder is no place for it")
        case Remedy.FREE_SPACE:
            return translate("Issues", "Not enough room")
        case Remedy.MATCH:
            return translate("Issues", "Not clear what it is for")
        case Remedy.TRY_AGAIN:
            return translate("Issues", "The import did not succeed")


def next_import(standing: ImportStanding, form: Format) -> str:
    """When an import that failed is tried again."""
    if standing.state is ImportState.GIVEN_UP:
        return translate("Issues", "Not tried again before you say so")
    if standing.next_try_at is None or standing.next_try_at <= form.now:
        return translate("Issues", "Tried again by itself")
    time = format_duration(standing.next_try_at - form.now)
    return translate("Issues", "Tried again in {time}").format(time=time)


def is_import_issue(standing: ImportStanding) -> bool:
    """Whether a person should know: it was given up, failed more than once, or only they can help."""
    if standing.state is ImportState.GIVEN_UP:
        return True
    return standing.state is ImportState.DELAYED and (standing.remedy is not Remedy.TRY_AGAIN or standing.tries > 1)


def what_happened(row: Row, form: Format) -> tuple[str, str]:
    """The cause, and what is known around it."""
    transfer = row.transfer
    if not row.live:
        share = cells.progress(row, form)
        return _was(transfer.status), translate("Issues", "{share} when last seen").format(share=share) if share else ""
    match transfer.status:
        case Status.MISSING:
            found_nothing = translate("Issues", "Files not found in {path}").format(path=plain(transfer.save_path))
            return plain(transfer.error or "") or found_nothing, _reported(row, form)
        case Status.STALLED:
            return _stalled_for(transfer, form), _swarm(transfer)
        case _:
            unexplained = translate("Issues", "Failed without a reason given")
            return plain(transfer.error or "") or unexplained, _reported(row, form)


def head_title(group: GroupId, state: ClientState | None) -> str:
    """What is wrong with all rows below it."""
    if group.imports:
        return translate("Issues", "Not imported")
    if state is None:
        return status_name(group.status) if group.status is not None else ""
    if group.gone is not None:
        return translate("Issues", "No longer in {client}").format(client=client_words.name(state))
    sentence = translate("Issues", "{client} unreachable")
    if state.live:
        sentence = translate("Issues", "{client} did not list these yet")
    elif state.phase is Phase.UNAUTHORIZED:
        sentence = translate("Issues", "{client} does not let us in")
    elif state.phase is Phase.BANNED:
        sentence = translate("Issues", "{client} has blocked this computer")
    elif state.phase is Phase.INCOMPATIBLE:
        sentence = translate("Issues", "{client} not understood")
    elif state.phase is Phase.CONNECTING:
        sentence = translate("Issues", "{client} is connecting")
    return sentence.format(client=client_words.name(state))


def head_detail(group: GroupId, state: ClientState | None, count: int, now: float) -> str:
    """How many, and for a client's rows since when and what that means."""
    if group.imports:
        complete = translate("Issues", "{downloads}. Complete, and not in the library yet.")
        return complete.format(downloads=downloads(count))
    if state is None:
        return downloads(count)
    if group.gone is not None:
        answered = translate("Issues", "{downloads}. It answered without them, and somebody still waits for them.")
        return answered.format(downloads=downloads(count))
    if state.live:
        return translate("Issues", "{downloads}. Its next complete lists tell whether they are gone.").format(
            downloads=downloads(count)
        )
    seen = ", ".join(filter(None, (downloads(count), client_words.last_seen(state, now))))
    return translate("Issues", "{seen}. Actions on them are off until it answers.").format(seen=seen)


def more_text(state: ClientState | None, step: int, hidden: int) -> str:
    """The line below the first rows of a group: it brings ``step`` more; with nothing hidden it leads back."""
    if not hidden:
        return translate("Issues", "Show fewer downloads")
    count = number(step)
    if step < hidden:
        count = translate("Issues", "{step} of {hidden}").format(step=count, hidden=number(hidden))
    if state is None:
        one, many = translate("Issues", "Show 1 more download"), translate("Issues", "Show {count} more downloads")
    else:
        one = translate("Issues", "Show 1 more download on {client}")
        many = translate("Issues", "Show {count} more downloads on {client}")
    client = client_words.name(state) if state is not None else ""
    return (one if hidden == 1 else many).format(count=count, client=client)


def _was(status: Status) -> str:
    match status:
        case Status.DOWNLOADING:
            return translate("Issues", "Was downloading")
        case Status.METADATA:
            return translate("Issues", "Was getting details")
        case Status.STALLED:
            return translate("Issues", "Was stalled")
        case Status.CHECKING:
            return translate("Issues", "Was being checked")
        case Status.MOVING:
            return translate("Issues", "Was being moved")
        case Status.QUEUED:
            return translate("Issues", "Was queued")
        case Status.PAUSED:
            return translate("Issues", "Was paused")
        case Status.FAILED:
            return translate("Issues", "Had failed")
        case Status.MISSING:
            return translate("Issues", "Missed its files")
        case Status.SEEDING:
            return translate("Issues", "Was seeding")
        case Status.COMPLETED:
            return translate("Issues", "Was completed")
        case Status.UNKNOWN:
            return translate("Issues", "Was in a state we do not know")


def _reported(row: Row, form: Format) -> str:
    reported = translate("Issues", "Reported by {client}").format(client=client_words.name(row.client))
    if row.transfer.active_at is None:
        return reported
    active = translate("Issues", "last active {moment}").format(
        moment=format_moment_inside(row.transfer.active_at, form.now)
    )
    return f"{reported}, {active}"


def _stalled_for(transfer: Transfer, form: Format) -> str:
    if transfer.active_at is None:
        return translate("Issues", "No data arrives")
    return translate("Issues", "No data for {time}").format(time=format_since(transfer.active_at, form.now))


def _swarm(transfer: Transfer) -> str:
    if transfer.tracker_warning:
        return plain(transfer.tracker_warning)
    return " · ".join(filter(None, (seeds(transfer.seeds), peers(transfer.peers))))
