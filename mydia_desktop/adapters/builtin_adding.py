"""Adding to the built-in client."""

from __future__ import annotations

import libtorrent as lt

from mydia_desktop.adapters.builtin_session import Session
from mydia_desktop.domain.command import Added, Addition, Outcome
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.sentence import translate


def add(session: Session, addition: Addition) -> Added:
    """Add a release, or find that it is there."""
    label, release = addition.category, addition.release
    if label and "," in label:
        return _refused(translate("Builtin", "A label in {name} can't have a comma.").format(name=session.name))
    try:
        torrent = _read(release)
    except RuntimeError as error:
        return _refused(f"{session.name} refused: {_words(error)}.")
    if torrent is None:
        return _refused(translate("Builtin", "{name} refused: there is nothing in it.").format(name=session.name))
    if session.torrents.find(release.v1, release.v2) is not None:
        return Added(outcome=Outcome.ACCEPTED, already_there=True)
    torrent.save_path = addition.save_path or session.options.folder
    torrent.flags |= lt.torrent_flags.paused  # until its turn has come
    if addition.paused:
        torrent.flags &= ~lt.torrent_flags.auto_managed
    else:
        torrent.flags |= lt.torrent_flags.auto_managed
    try:
        id_ = session.add(torrent, (label,) if label else ())
    except RuntimeError as error:
        return _refused(f"{session.name} refused: {_words(error)}.")
    except OSError as error:
        return _refused(
            translate("Builtin", "{name} could not keep this: {why}.").format(
                name=session.name, why=error.strerror or error
            )
        )
    if addition.top_of_queue:
        session.torrents.handles[id_].queue_position_top()
        session.save([id_])
    return Added(outcome=Outcome.ACCEPTED)


def _read(release: Release) -> lt.add_torrent_params | None:
    if release.data is not None:
        return lt.load_torrent_buffer(release.data)
    return lt.parse_magnet_uri(release.magnet) if release.magnet else None


def _words(error: RuntimeError) -> str:
    """Libtorrent's own, without the number behind them."""
    return str(error).partition(" [")[0].rstrip(".!")


def _refused(message: str) -> Added:
    return Added(outcome=Outcome.REFUSED, message=message)
