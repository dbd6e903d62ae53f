"""What a qBittorrent is and where it saves: asked once for each session."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.adapters.qbittorrent_session import Session
from mydia_desktop.adapters.qbittorrent_wire import parse_version
from mydia_desktop.domain.release import Payload

VERSION_2_SINCE = (2, 8, 4)
"""4.4; and only where it was built with libtorrent 2."""


class _BuildInfo(msgspec.Struct):
    libtorrent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """``save_path`` is where it puts what is added without a path; None where it does not say."""

    takes: frozenset[Payload]
    save_path: str | None


def ask(session: Session) -> Program:
    """Ask.

    Raises:
        ClientError: as Session.request.
    """
    build = _said(session, "/api/v2/app/buildInfo")
    try:
        libtorrent = parse_version(decode(build or b"{}", _BuildInfo).libtorrent) or ()
    except msgspec.MsgspecError as error:
        raise session.garbled() from error
    takes = {Payload.TORRENT_V1}
    if session.api >= VERSION_2_SINCE and libtorrent >= (2,):
        takes |= {Payload.TORRENT_V2, Payload.TORRENT_HYBRID}
    save_path = _said(session, "/api/v2/app/defaultSavePath").decode("utf-8", "replace").strip()
    return Program(takes=frozenset(takes), save_path=save_path or None)


def _said(session: Session, path: str) -> bytes:
    """The answer; nothing where the version has no such question."""
    answer = session.request("GET", path)
    return answer.body if answer.status == 200 else b""
