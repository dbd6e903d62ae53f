"""What the actions on downloads are called, drawn with and reached by, and why one is off, in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import number
from mydia_desktop.workflows.downloads import DownloadWorkflows
from mydia_desktop.workflows.in_flight import InFlight, Stage
from mydia_desktop.workflows.targets import Act, Targets, WhyNot

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class Rule(NamedTuple):
    """How one action shows itself. ``some`` is its text when it fits only some of the chosen downloads."""

    icon: str
    shortcuts: str
    """As ``QKeySequence.listFromString`` takes them; the first is shown."""
    text: str
    some: str


def label(act: Act, targets: Targets) -> str:
    """The text of the action for these downloads: ``Pause``, or ``Pause 3 of 5``."""
    rule = _rule(act, targets)
    fitting = targets.count(act)
    if fitting in (0, len(targets)):
        return rule.text
    return rule.some.format(count=number(fitting), all=number(len(targets)))


def reason(act: Act, targets: Targets, clients: Mapping[ClientId, ClientState]) -> str:
    """Why the action is off; empty if it is on."""
    if not len(targets):
        return translate("Action", "No download is selected.")
    obstacle = targets.why_not(act)
    if obstacle is None:
        return ""
    why, row = obstacle
    if why is WhyNot.STATUS:
        return _not_for()[row.status]
    if why in _import_obstacles():
        return _import_obstacles()[why]
    state = clients.get(row.key.client)
    sentence = {
        WhyNot.NOT_LIVE: translate("Action", "{client} does not answer."),
        WhyNot.UNSETTLED: translate("Action", "What was asked of {client} before is not finished."),
        WhyNot.UNABLE: translate("Action", "{client} can’t do this."),  # noqa: RUF001 - an apostrophe as it is printed
    }[why]
    return sentence.format(client=plain(state.name if state else row.key.client))


def words_in_flight(workflows: DownloadWorkflows) -> dict[TransferKey, str]:
    """What rows say while something is on its way for them."""
    clients = {client: plain(state.name) for client, state in workflows.live.clients.items()}
    words = {
        key: _in_flight(flight, clients.get(key.client, key.client))
        for key, flight in workflows.actions.in_flight.items()
    }
    return words | {row.key: _under_way()[Verb.REMOVE] for row in workflows.removals.rows}


def _in_flight(flight: InFlight, client: str) -> str:
    if flight.stage is Stage.LATE:
        return translate("Action", "{client} has not confirmed yet").format(client=client)
    if flight.stage is Stage.UNKNOWN:
        return translate("Action", "{client} may still do this").format(client=client)
    return _under_way()[flight.verb]


def _rule(act: Act, targets: Targets) -> Rule:
    """For what is not finished yet, removing it is cancelling it."""
    if act in (Act.REMOVE, Act.DELETE) and targets.is_unfinished(act):
        return _cancel_rules()[act]
    if act is Act.IMPORT and targets.are_imported:
        return rules()[act]._replace(
            text=translate("Action", "Import again"), some=translate("Action", "Import {count} of {all} again")
        )
    if act is Act.COPY_MAGNET and len(targets) > 1:
        return rules()[act]._replace(text=translate("Action", "Copy magnet links"))
    return rules()[act]


@cache
def rules() -> Mapping[Act, Rule]:
    """All actions, in the order of the menu."""
    return MappingProxyType(
        {
            Act.OPEN_FOLDER: Rule(
                "folder-open",
                "Ctrl+Enter; Ctrl+Return",
                translate("Action", "Open folder"),
                translate("Action", "Open {count} of {all} folders"),
            ),
            Act.PAUSE: Rule(
                "pause", "Space", translate("Action", "Pause"), translate("Action", "Pause {count} of {all}")
            ),
            Act.RESUME: Rule(
                "play", "Space", translate("Action", "Resume"), translate("Action", "Resume {count} of {all}")
            ),
            Act.FORCE_START: Rule(
                "zap", "", translate("Action", "Force start"), translate("Action", "Force start {count} of {all}")
            ),
            Act.RETRY: Rule(
                "rotate-cw", "Ctrl+R", translate("Action", "Retry"), translate("Action", "Retry {count} of {all}")
            ),
            Act.QUEUE_TOP: Rule(
                "arrow-up-to-line", "", translate("Action", "Top"), translate("Action", "Top, {count} of {all}")
            ),
            Act.QUEUE_UP: Rule(
                "arrow-up", "Alt+Up", translate("Action", "Up"), translate("Action", "Up, {count} of {all}")
            ),
            Act.QUEUE_DOWN: Rule(
                "arrow-down", "Alt+Down", translate("Action", "Down"), translate("Action", "Down, {count} of {all}")
            ),
            Act.QUEUE_BOTTOM: Rule(
                "arrow-down-to-line",
                "",
                translate("Action", "Bottom"),
                translate("Action", "Bottom, {count} of {all}"),
            ),
            Act.SET_CATEGORY: Rule(
                "tag", "", translate("Action", "Category"), translate("Action", "Category of {count} of {all}")
            ),
            Act.SET_LABELS: Rule(
                "tag", "", translate("Action", "Labels"), translate("Action", "Labels of {count} of {all}")
            ),
            Act.MATCH: Rule(
                "library",
                "F2",
                translate("Action", "Change movie or episode…"),
                translate("Action", "Change movie or episode of {count} of {all}…"),
            ),
            Act.IMPORT: Rule(
                "folder-input",
                "",
                translate("Action", "Import to library"),
                translate("Action", "Import {count} of {all} to library"),
            ),
            Act.COPY_MAGNET: Rule(
                "magnet",
                "Ctrl+Shift+C",
                translate("Action", "Copy magnet link"),
                translate("Action", "Copy {count} of {all} magnet links"),
            ),
            Act.COPY: Rule("copy", "", translate("Action", "Copy"), translate("Action", "Copy {count} of {all}")),
            Act.RECHECK: Rule(
                "scan-search",
                "",
                translate("Action", "Re-check files"),
                translate("Action", "Re-check files of {count} of {all}"),
            ),
            Act.REANNOUNCE: Rule(
                "radio-tower",
                "",
                translate("Action", "Re-announce"),
                translate("Action", "Re-announce {count} of {all}"),
            ),
            Act.REMOVE: Rule(
                "trash-2",
                "Del",
                translate("Action", "Remove, keep files"),
                translate("Action", "Remove {count} of {all}, keep files"),
            ),
            Act.DELETE: Rule(
                "circle-x",
                "Shift+Del",
                translate("Action", "Delete with files…"),
                translate("Action", "Delete {count} of {all} with files…"),
            ),
        }
    )


@cache
def _cancel_rules() -> Mapping[Act, Rule]:
    usual = rules()
    return {
        Act.REMOVE: usual[Act.REMOVE]._replace(
            text=translate("Action", "Cancel, keep partial files"),
            some=translate("Action", "Cancel {count} of {all}, keep partial files"),
        ),
        Act.DELETE: usual[Act.DELETE]._replace(
            text=translate("Action", "Cancel and delete files…"),
            some=translate("Action", "Cancel {count} of {all} and delete files…"),
        ),
    }


@cache
def _import_obstacles() -> Mapping[WhyNot, str]:
    return {
        WhyNot.NO_LIBRARY: translate("Action", "No library folder is chosen in the settings."),
        WhyNot.UNFINISHED: translate("Action", "Only when all of it is here."),
        WhyNot.UNMATCHED: translate("Action", "Nobody has said yet which movie or episode it is for."),
    }


@cache
def _under_way() -> Mapping[Verb, str]:
    queue = translate("Action", "Moving in queue…")
    return {
        Verb.PAUSE: translate("Action", "Pausing…"),
        Verb.RESUME: translate("Action", "Resuming…"),
        Verb.FORCE_START: translate("Action", "Starting…"),
        Verb.RECHECK: translate("Action", "Re-checking…"),
        Verb.REANNOUNCE: translate("Action", "Re-announcing…"),
        Verb.REMOVE: translate("Action", "Removing…"),
        Verb.DELETE: translate("Action", "Deleting…"),
        Verb.QUEUE_TOP: queue,
        Verb.QUEUE_UP: queue,
        Verb.QUEUE_DOWN: queue,
        Verb.QUEUE_BOTTOM: queue,
        Verb.SET_CATEGORY: translate("Action", "Changing category…"),
        Verb.SET_LABELS: translate("Action", "Changing labels…"),
    }


@cache
def _not_for() -> Mapping[Status, str]:
    return {
        Status.DOWNLOADING: translate("Action", "Not while it is downloading."),
        Status.METADATA: translate("Action", "Not while its details are awaited."),
        Status.STALLED: translate("Action", "Not while it is stalled."),
        Status.CHECKING: translate("Action", "Not while its files are checked."),
        Status.MOVING: translate("Action", "Not while its files are moved."),
        Status.QUEUED: translate("Action", "Not while it is queued."),
        Status.PAUSED: translate("Action", "Not while it is paused."),
        Status.FAILED: translate("Action", "Not for a download that has failed."),
        Status.MISSING: translate("Action", "Not while its files are missing."),
        Status.UNKNOWN: translate("Action", "Not while nobody knows what it does."),
        Status.SEEDING: translate("Action", "Not while it is seeding."),
        Status.COMPLETED: translate("Action", "Not for a download that is complete."),
    }
