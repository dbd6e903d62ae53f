"""Adding to qBittorrent, which answers before it has added, and up to 5.1 says no to a duplicate as to anything else.

A duplicate that is sent may be given the trackers that come with it. So what is there already is not sent at all.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Collection

import qbittorrentapi
from qbittorrentapi.torrents import TorrentsAddedMetadata

from mydia_desktop.adapters.qbittorrent_library import Library, translated
from mydia_desktop.adapters.sending import outcome_of
from mydia_desktop.domain.command import Added, Addition, Outcome
from mydia_desktop.domain.errors import ActionRefusedError, Cause, ClientError, UnexpectedResponseError
from mydia_desktop.domain.sentence import translate

LISTED_WITHIN_S = 2.0
"""From an answer to an add until its torrent is listed; loopback takes some milliseconds."""
LOOK_EVERY_S = 0.1


class Adding:
    """Adds over one session."""

    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._name = name

    def add(self, addition: Addition, find: Callable[[], Collection[str]], *, queueing: bool) -> Added:
        """Add a release that this version understands and that was not there a moment ago.

        ``find`` asks for the ids it is listed under now; ``queueing`` says whether there is a queue to be on top of.
        """
        if addition.category and not _is_category(addition.category):
            return _refused(
                f"“{addition.category}” can't be a category in {self._name}: no part between slashes may be "
                "empty, and it has no backslash."
            )
        try:
            accepted = self._send(addition)
            if not accepted:
                return self._explain_the_no(find)
        except ClientError as error:
            outcome, message = outcome_of(error, self._name)
            return Added(outcome=outcome, message=message)
        # Afterwards, for all versions: sent along with the add, 4.5.2 takes the word for it and does nothing.
        moved = addition.top_of_queue and queueing
        return Added(outcome=Outcome.ACCEPTED, message=self._move_to_the_top(find) if moved else "")

    def _send(self, addition: Addition) -> bool:
        """Whether it said yes; otherwise it may have it already.

        Raises:
            ActionRefusedError: it says no, and why.
            ClientError: it may have been added if the request may have left.
        """
        release = addition.release
        if not release.data and not release.magnet:
            raise ActionRefusedError(
                translate("qBittorrent", "{name} was given nothing: this release is empty.").format(name=self._name)
            )
        with translated(self._name):
            try:
                answer = self._library.torrents_add(
                    # One address a line: a line break in a name must not begin another.
                    urls=re.sub(r"\s", "%20", release.magnet) if release.magnet and not release.data else None,
                    torrent_files=release.data or None,
                    save_path=addition.save_path,
                    # Else the category decides where, if the client's settings have it so.
                    use_auto_torrent_management=False if addition.save_path else None,
                    category=addition.category,
                    # In words, since left out it would be as the client's own settings have it.
                    is_stopped=addition.paused,
                )
            except qbittorrentapi.Conflict409Error:
                return False
            except qbittorrentapi.UnsupportedMediaType415Error as error:
                raise ActionRefusedError(
                    translate(
                        "qBittorrent",
                        "{name} says that this is no valid torrent. Get it once more from where it was published.",
                    ).format(name=self._name)
                ) from error
            except (TypeError, ValueError) as error:  # the library takes any JSON for the account it expects
                raise self._garbled() from error
        match answer:
            case TorrentsAddedMetadata(success_count=successes, pending_count=pending):
                return bool(successes or pending)
            case "Ok." | "Fails.":
                return answer == "Ok."
            case _:
                raise self._garbled()

    def _garbled(self) -> UnexpectedResponseError:
        return UnexpectedResponseError(
            translate("qBittorrent", "{name} answered what can't be read.").format(name=self._name), cause=Cause.GARBLED
        )

    def _explain_the_no(self, find: Callable[[], Collection[str]]) -> Added:
        """Whether somebody else, or an add of ours that was taken for lost, came first."""
        if self._until_listed(find):
            return Added(outcome=Outcome.ACCEPTED, already_there=True)
        return _refused(
            translate("qBittorrent", "{name} did not take it and does not say why. Its log may.").format(
                name=self._name
            )
        )

    def _move_to_the_top(self, find: Callable[[], Collection[str]]) -> str:
        """A sentence if it did not work, which undoes nothing."""
        words = translate("qBittorrent", "{name} has it, but may not have moved it to the top of the queue: {why}")
        try:
            ids = self._until_listed(find)
            if not ids:
                return words.format(name=self._name, why=translate("qBittorrent", "it is not listed yet."))
            with translated(self._name):
                self._library.torrents_top_priority(list(ids))
        except ClientError as error:
            return words.format(name=self._name, why=error.message)
        return ""

    def _until_listed(self, find: Callable[[], Collection[str]]) -> Collection[str]:
        """Its ids once it is listed; nothing if it takes too long."""
        deadline = time.monotonic() + LISTED_WITHIN_S
        pause = threading.Event()
        while not (ids := find()) and time.monotonic() < deadline:
            pause.wait(LOOK_EVERY_S)
        return ids


def _refused(message: str) -> Added:
    return Added(outcome=Outcome.REFUSED, message=message)


def _is_category(name: str) -> bool:
    """Whether qBittorrent would have it; to an add it says yes, and leaves a bad one out."""
    return "\\" not in name and all(name.split("/"))
