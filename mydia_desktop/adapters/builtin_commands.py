"""Commands for the built-in client."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import libtorrent as lt

from mydia_desktop.adapters.builtin_resume import what_is_gone, what_is_gone_now
from mydia_desktop.adapters.builtin_session import Session
from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.sentence import translate

VERBS = frozenset(Verb) - {Verb.SET_CATEGORY}
_STOPPED = lt.torrent_flags.paused
_MANAGED = lt.torrent_flags.auto_managed
_AT_ONCE = -1
"""All trackers, in the first tier or not."""


def _pause(handle: lt.torrent_handle) -> None:
    handle.unset_flags(_MANAGED)
    handle.pause()


def _resume(handle: lt.torrent_handle) -> None:
    handle.clear_error()
    handle.set_flags(_MANAGED)


def _force_start(handle: lt.torrent_handle) -> None:
    handle.clear_error()
    handle.unset_flags(_MANAGED)
    handle.resume()


def _reannounce(handle: lt.torrent_handle) -> None:
    handle.force_reannounce(0, _AT_ONCE, lt.reannounce_flags_t.ignore_min_interval)


_SIMPLE: Mapping[Verb, Callable[[lt.torrent_handle], None]] = {
    Verb.PAUSE: _pause,
    Verb.RESUME: _resume,
    Verb.FORCE_START: _force_start,
    Verb.REANNOUNCE: _reannounce,
    Verb.QUEUE_TOP: lambda handle: handle.queue_position_top(),
    Verb.QUEUE_UP: lambda handle: handle.queue_position_up(),
    Verb.QUEUE_DOWN: lambda handle: handle.queue_position_down(),
    Verb.QUEUE_BOTTOM: lambda handle: handle.queue_position_bottom(),
}
_QUEUE = frozenset({Verb.QUEUE_TOP, Verb.QUEUE_UP, Verb.QUEUE_DOWN, Verb.QUEUE_BOTTOM})
_LAST_FIRST = frozenset({Verb.QUEUE_TOP, Verb.QUEUE_DOWN})
"""Several keep their order among themselves only if the last of them is moved first."""


def carry_out(
    session: Session, verb: Verb, ids: Sequence[str], values: Sequence[str]
) -> Mapping[str, tuple[Outcome, str]]:
    """Do it for torrents that are there: what became of each, with a sentence unless accepted."""
    if verb not in VERBS:
        return dict.fromkeys(
            ids, (Outcome.REFUSED, translate("Builtin", "{name} has no categories.").format(name=session.name))
        )
    if verb is Verb.SET_LABELS and any("," in label for label in values):
        return dict.fromkeys(
            ids,
            (Outcome.REFUSED, translate("Builtin", "A label in {name} can't have a comma.").format(name=session.name)),
        )
    if verb in (Verb.REMOVE, Verb.DELETE):
        left = session.remove(ids, files=verb is Verb.DELETE)
        return {id_: _removed(session.name, left.get(id_)) for id_ in ids}
    outcomes = {id_: _one(session, verb, id_, tuple(values)) for id_ in _in_order(session, verb, ids)}
    queued = (
        [id_ for id_, handle in session.torrents.handles.items() if handle.queue_position() >= 0]
        if verb in _QUEUE
        else []
    )
    session.save({*ids, *queued})
    return outcomes


def _one(session: Session, verb: Verb, id_: str, values: tuple[str, ...]) -> tuple[Outcome, str]:
    try:
        if verb is Verb.SET_LABELS:
            session.relabel(id_, values)
        elif verb is Verb.RECHECK:
            _check(session, id_)
        else:
            if verb in (Verb.RESUME, Verb.FORCE_START):
                # Somebody who starts it knows that it begins anew where its files are gone.
                session.torrents.recall(id_)
            _SIMPLE[verb](session.torrents.handles[id_])
    except (RuntimeError, OSError) as error:
        return Outcome.REFUSED, f"{session.name} could not do this: {error}"
    return Outcome.ACCEPTED, ""


def _check(session: Session, id_: str) -> None:
    """Read the files of a torrent anew. If some of them are gone it stops and is missing them instead.

    Else libtorrent would find that nothing is there, and begin to fetch it.
    """
    torrents = session.torrents
    handle = torrents.handles[id_]
    kept = session.kept(id_) if id_ in torrents.missing else None
    gone = what_is_gone(kept.torrent) if kept else what_is_gone_now(handle)
    if gone is not None:
        handle.unset_flags(_MANAGED)
        handle.pause()
        torrents.missing[id_] = gone
        torrents.touch(id_)
        return
    torrents.recall(id_)
    stopped = handle.flags() & (_STOPPED | _MANAGED) == _STOPPED
    handle.clear_error()
    handle.force_recheck()
    if stopped:  # libtorrent checks nothing that is stopped
        handle.set_flags(_MANAGED | lt.torrent_flags.stop_when_ready)


def _in_order(session: Session, verb: Verb, ids: Sequence[str]) -> Sequence[str]:
    if verb not in _QUEUE:
        return ids
    return sorted(ids, key=lambda id_: session.torrents.handles[id_].queue_position(), reverse=verb in _LAST_FIRST)


def _removed(name: str, words: str | None) -> tuple[Outcome, str]:
    if words is None:
        return Outcome.ACCEPTED, ""
    return Outcome.REFUSED, translate(
        "Builtin", "{name} no longer has this, but could not erase all of its files: {words}"
    ).format(name=name, words=words)
