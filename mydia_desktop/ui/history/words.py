"""What the lines of the history say. Everything in an event comes from outside, so that it is made plain here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.record import Event, EventKind
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.naming import DOT
from mydia_desktop.ui.plain_text import plain

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def said(event: Event, key: str) -> str:
    """One of the details, or nothing."""
    value = event.detail.get(key)
    return plain(value) if isinstance(value, str) else ""


def sentence(event: Event) -> str:
    """What happened, in a few words; who it happened to stands beside it."""
    client = said(event, "client") or translate("History", "its client")
    text = _requests().get(said(event, "verb"), "") if event.kind is EventKind.REQUESTED else ""
    if event.kind is EventKind.MATCHED and not said(event, "what"):
        text = translate("History", "No longer tied to anything")
    elif event.kind is EventKind.ADOPTED and event.detail.get("automatic"):
        text = translate("History", "Tied to {what} automatically")
    what = said(event, "what") or translate("History", "nothing")
    return (text or _sentences()[event.kind]).format(client=client, what=what)


def subject(event: Event) -> str:
    """What it was for; else the release, else its name in the client."""
    return said(event, "what") or release(event)


def release(event: Event) -> str:
    """The release that it came as."""
    return said(event, "title") or said(event, "name") or said(event, "hash")


def remark(event: Event, units: Units, *, nowhere: bool) -> str:
    """Why, where it landed, and whether any client still has it."""
    parts = [said(event, "message") or said(event, "error")]
    if event.kind in _LANDED and (path := said(event, "path")):
        parts.append(translate("History", "in {path}").format(path=path))
    if event.kind is EventKind.MATCHED and (before := said(event, "before")):
        parts.append(translate("History", "before: {what}").format(what=before))
    size = event.detail.get("size")
    if event.kind in _LANDED and isinstance(size, int) and size > 0:
        parts.append(format_size(size, units))
    if nowhere:
        parts.append(translate("History", "no longer in any client"))
    return DOT.join(filter(None, parts))


_LANDED = frozenset(
    {
        EventKind.CONFIRMED,
        EventKind.COMPLETED,
        EventKind.ADOPTED,
        EventKind.IMPORTED,
        EventKind.CANCELLED,
        EventKind.REMOVED,
        EventKind.DELETED,
    }
)
"""Then it is known where its files are, or were."""

ICONS: Mapping[EventKind, str] = {
    EventKind.REQUESTED: "arrow-up",
    EventKind.SENT: "arrow-up",
    EventKind.UNKNOWN: "circle-help",
    EventKind.CONFIRMED: "check",
    EventKind.REFUSED: "circle-x",
    EventKind.NOT_SENT: "circle-x",
    EventKind.KEPT: "undo-2",
    EventKind.ADOPTED: "link",
    EventKind.MATCHED: "link",
    EventKind.COMPLETED: "circle-check",
    EventKind.FAILED: "octagon-x",
    EventKind.RETRIED: "rotate-cw",
    EventKind.CANCELLED: "circle-minus",
    EventKind.REMOVED: "circle-minus",
    EventKind.DELETED: "trash-2",
    EventKind.IMPORTED: "folder-open",
    EventKind.FORGOTTEN: "eye-off",
}
TROUBLE = frozenset({EventKind.REFUSED, EventKind.NOT_SENT, EventKind.FAILED})


@cache
def _requests() -> Mapping[str, str]:
    """By verb."""
    return {
        "add": translate("History", "To be added to {client}"),
        "remove": translate("History", "To be removed from {client}, files stay"),
        "delete": translate("History", "To be deleted from {client} with its files"),
    }


@cache
def _sentences() -> Mapping[EventKind, str]:
    return {
        EventKind.REQUESTED: translate("History", "Something was asked of {client}"),
        EventKind.SENT: translate("History", "Sent to {client}"),
        EventKind.UNKNOWN: translate("History", "No answer from {client}, which may still do it"),
        EventKind.CONFIRMED: translate("History", "Added to {client}"),
        EventKind.REFUSED: translate("History", "{client} refused"),
        EventKind.NOT_SENT: translate("History", "Not sent to {client}"),
        EventKind.KEPT: translate("History", "Stayed in {client}"),
        EventKind.ADOPTED: translate("History", "Tied to {what}"),
        EventKind.MATCHED: translate("History", "Now tied to {what}"),
        EventKind.COMPLETED: translate("History", "Completed"),
        EventKind.FAILED: translate("History", "Failed in {client}"),
        EventKind.RETRIED: translate("History", "Tried again"),
        EventKind.CANCELLED: translate("History", "Cancelled, its partial files stay"),
        EventKind.REMOVED: translate("History", "Removed from {client}, its files stay"),
        EventKind.DELETED: translate("History", "Deleted from {client} with its files"),
        EventKind.IMPORTED: translate("History", "Imported into the library"),
        EventKind.FORGOTTEN: translate("History", "Forgotten: nobody waits for it any more"),
    }
