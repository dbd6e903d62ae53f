"""Adding to Transmission: one request adds, and what it can't carry follows for what is new."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mydia_desktop.adapters.sending import outcome_of
from mydia_desktop.adapters.transmission_library import Library, translated
from mydia_desktop.adapters.transmission_session import decode_or
from mydia_desktop.domain.command import Added, Addition, Outcome
from mydia_desktop.domain.errors import ActionRefusedError, ClientError
from mydia_desktop.domain.sentence import translate

LABELS_SINCE = 17
"""3.00 takes a label along with a torrent, and loses it."""


class _Answer(msgspec.Struct, rename="kebab"):
    torrent_duplicate: dict[str, object] | None = None


class _Envelope(msgspec.Struct):
    arguments: _Answer


def add(library: Library, rpc_version: int, addition: Addition) -> Added:
    """Add a release that this version understands, or find that it is there."""
    name, label = library.session.name, addition.category
    if label and "," in label:
        return Added(
            outcome=Outcome.REFUSED,
            message=translate("Transmission", "A label in {name} can't have a comma.").format(name=name),
        )
    later = label if rpc_version < LABELS_SINCE else None
    try:
        infohash, already_there = _send(library, addition, label=None if later else label)
    except ActionRefusedError as error:
        return Added(
            outcome=Outcome.REFUSED,
            message=translate("Transmission", "{name} refused: {words}.").format(
                name=name, words=error.message.rstrip(".!")
            ),
        )
    except ClientError as error:
        outcome, message = outcome_of(error, name)
        return Added(outcome=outcome, message=message)
    if already_there:
        return Added(outcome=Outcome.ACCEPTED, already_there=True)
    failures = []
    if later:
        failures.append(
            _failure(
                library,
                translate("Transmission", "labelled “{label}”").format(label=later),
                lambda: library.change_torrent(infohash, labels=[later]),
            )
        )
    if addition.top_of_queue:
        failures.append(
            _failure(
                library, translate("Transmission", "moved to the top of the queue"), lambda: library.queue_top(infohash)
            )
        )
    return Added(outcome=Outcome.ACCEPTED, message=" ".join(filter(None, failures)))


def _send(library: Library, addition: Addition, *, label: str | None) -> tuple[str, bool]:
    """Its infohash, and whether it was there before; then Transmission changes nothing about it."""
    source = addition.release.data or addition.release.magnet
    if not source:
        raise ActionRefusedError(translate("Transmission", "there is nothing in it"))
    with translated(library.session):
        torrent = library.add_torrent(
            source,
            download_dir=addition.save_path,
            # In words, since left out it would be as the client's own settings have it.
            paused=addition.paused,
            labels=[label] if label else None,
        )
    # The library says the same of a new one and of a duplicate.
    answer = decode_or(library.answer, _Envelope, library.session.garbled).arguments
    return torrent.hash_string, answer.torrent_duplicate is not None


def _failure(library: Library, what: str, step: Callable[[], None]) -> str:
    """Take a step that follows; a sentence if it failed, which undoes nothing."""
    try:
        with translated(library.session):
            step()
    except ClientError as error:
        return translate("Transmission", "{name} has it, but may not have {what}: {why}").format(
            name=library.session.name, what=what, why=error.message
        )
    return ""
