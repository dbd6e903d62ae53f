"""Names and sentences that several parts of the window share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape

from PySide6.QtCore import QCoreApplication, QKeyCombination, QLocale
from PySide6.QtGui import QKeySequence

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import Media, View
from mydia_desktop.ui.plurals import Plurals

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class _Count(Plurals):
    """Things by number."""

    def downloads(self, n: int) -> str:
        return self.tr("%Ln download(s)", "", n)

    def downloading(self, n: int) -> str:
        return self.tr("%Ln downloading", "", n)

    def clients(self, n: int) -> str:
        return self.tr("%Ln client(s)", "", n)

    def movies(self, n: int) -> str:
        return self.tr("%Ln movie(s)", "", n)

    def shows(self, n: int) -> str:
        return self.tr("%Ln show(s)", "", n)

    def episodes(self, n: int) -> str:
        return self.tr("%Ln episode(s)", "", n)

    def events(self, n: int) -> str:
        return self.tr("%Ln event(s)", "", n)

    def seeds(self, n: int) -> str:
        return self.tr("%Ln seed(s)", "", n)

    def peers(self, n: int) -> str:
        return self.tr("%Ln peer(s)", "", n)

    def last_events(self, n: int) -> str:
        return self.tr("the last %Ln event(s)", "", n)


_COUNT = _Count()

# In the order in which a list of them reads best: what moves, what is done, what waits, what is wrong.
STATUSES = (
    Status.DOWNLOADING,
    Status.METADATA,
    Status.SEEDING,
    Status.COMPLETED,
    Status.PAUSED,
    Status.QUEUED,
    Status.CHECKING,
    Status.MOVING,
    Status.STALLED,
    Status.FAILED,
    Status.MISSING,
    Status.UNKNOWN,
)


def view_name(view: View) -> str:
    """What the sidebar and the head call it."""
    return _view_names()[view]


def status_name(status: Status) -> str:
    """The status as the name of a group of downloads; a row says *Missing* where the group says *Missing files*."""
    return _status_names()[status]


def media_name(media: Media) -> str:
    """The name of a group of downloads that are for the same sort of thing."""
    return _media_names()[media]


def not_live() -> str:
    """The name of the overlay that takes a row out of its status."""
    return translate("Status", "Not live")


def number(count: int) -> str:
    """A count as people of this place write it."""
    return QLocale().toString(count)


def downloads(count: int) -> str:
    """How many downloads, in words."""
    return _COUNT.downloads(count)


def downloading(count: int) -> str:
    """How many of them download now, in words."""
    return _COUNT.downloading(count)


def items(movies: int, shows: int, *, of: int | None = None) -> str:
    """How many movies and shows, in words; ``of`` how many items, if not all are shown."""
    counted = (_COUNT.movies(movies) if movies else "", _COUNT.shows(shows) if shows else "")
    both = ", ".join(filter(None, counted))
    if of is None or not both:
        return both
    return translate("Count", "{shown} of {all}").format(shown=both, all=number(of))


def events(count: int, *, all_of_them: bool) -> str:
    """How many lines of the history, in words; older ones may be there."""
    if not count:
        return ""
    if not all_of_them:
        return _COUNT.last_events(count)
    return _COUNT.events(count)


def clients(count: int) -> str:
    """How many clients, in words."""
    return _COUNT.clients(count)


def episodes(count: int) -> str:
    """How many episodes, in words."""
    return _COUNT.episodes(count)


def seeds(count: int | None) -> str:
    """How many have all of it, in words; empty where that is not known."""
    if count is None:
        return ""
    if count == 0:
        return translate("Count", "No seeds")
    return _COUNT.seeds(count)


def peers(count: int | None) -> str:
    """How many others take part, in words; empty where that is not known."""
    if count is None:
        return ""
    if count == 0:
        return translate("Count", "No peers")
    return _COUNT.peers(count)


def with_shortcut(text: str, shortcut: QKeySequence | QKeyCombination) -> str:
    """A tooltip: the name, and the keys as this system writes them."""
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text


def tool_tip(text: str) -> str:
    """A text that may come from outside, as a tool tip: Qt would take one that looks like HTML for HTML."""
    return f"<qt>{escape(text)}</qt>" if text else ""


@cache
def _view_names() -> Mapping[View, str]:
    return {
        View.ALL: translate("View", "All downloads"),
        View.QUEUE: translate("View", "Queue"),
        View.COMPLETED: translate("View", "Completed"),
        View.ISSUES: translate("View", "Issues"),
        View.LIBRARY: translate("View", "Library"),
        View.HISTORY: translate("View", "History"),
    }


@cache
def _media_names() -> Mapping[Media, str]:
    return {
        Media.MOVIES: translate("Media", "Movies"),
        Media.EPISODES: translate("Media", "Episodes"),
        Media.UNMATCHED: translate("Media", "Not matched"),
    }


@cache
def _status_names() -> Mapping[Status, str]:
    return {
        Status.DOWNLOADING: translate("Status", "Downloading"),
        Status.METADATA: translate("Status", "Getting details"),
        Status.SEEDING: translate("Status", "Seeding"),
        Status.COMPLETED: translate("Status", "Completed"),
        Status.PAUSED: translate("Status", "Paused"),
        Status.QUEUED: translate("Status", "Queued"),
        Status.CHECKING: translate("Status", "Checking"),
        Status.MOVING: translate("Status", "Moving"),
        Status.STALLED: translate("Status", "Stalled"),
        Status.FAILED: translate("Status", "Failed"),
        Status.MISSING: translate("Status", "Missing files"),
        Status.UNKNOWN: translate("Status", "Unknown"),
    }
