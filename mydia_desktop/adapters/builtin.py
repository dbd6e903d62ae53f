"""The client inside this program: libtorrent 2.1, by the contract that the others keep."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import libtorrent as lt

from mydia_desktop.adapters.builtin_adding import add
from mydia_desktop.adapters.builtin_commands import VERBS, carry_out
from mydia_desktop.adapters.builtin_content import content_of
from mydia_desktop.adapters.builtin_listing import Listing
from mydia_desktop.adapters.builtin_lobby import Lobby
from mydia_desktop.adapters.builtin_session import Session
from mydia_desktop.adapters.taking import not_taken
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import ActionRefusedError, ClientError
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.report import Delta, Facts, Full, Interest, Report
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import TransferKey

TAKES = frozenset({Payload.TORRENT_V1, Payload.TORRENT_V2, Payload.TORRENT_HYBRID})
SPACE_EVERY_S = 30.0


class BuiltinAdapter:
    """An Adapter for the session of one client."""

    verbs = VERBS
    takes = TAKES

    def __init__(self, config: ClientConfig, password: Callable[[], str | None], lobby: Lobby) -> None:
        """Begin nothing yet."""
        self._config = config
        self._password = password
        self._lobby = lobby
        self._listing = Listing(config.id, at_rest=lobby.at_rest)
        self._session: Session | None = None
        self._met = False
        self._free_space: int | None = None
        self._space_at = float("-inf")

    def refresh(self, interest: Interest) -> Report:
        """As Adapter.refresh."""
        began = time.monotonic()
        session = self._begin()
        story = session.story()
        changed, removed = self._listing.take(story, session)
        facts = self._facts(session)
        latency = time.monotonic() - began
        if story.torn or interest.whole or not self._met:
            new_session, self._met = not self._met, True
            rows = dict(self._listing.transfers)
            return Full(facts=facts, latency=latency, new_session=new_session, transfers=rows)
        return Delta(facts=facts, latency=latency, changed=changed, removed=removed, complete=True)

    def perform(self, command: Command) -> list[Result]:
        """As Adapter.perform."""
        try:
            session = self._begin()
            session.catch_up()
        except ClientError as error:
            return [Result(key=key, outcome=Outcome.NOT_SENT, message=error.message) for key in command.keys]
        present = self._listing.present(command.keys, session)
        try:
            done = carry_out(session, command.verb, list(present.values()), command.values) if present else {}
        except ClientError as error:
            words = f"{session.name} may still do this. {error.message}"
            done = dict.fromkeys(present.values(), (Outcome.UNKNOWN, words))
        gone = (Outcome.REFUSED, f"This is no longer in {session.name}.")
        outcomes = ((key, *(done[key.id] if key in present else gone)) for key in command.keys)
        return [Result(key=key, outcome=outcome, message=message) for key, outcome, message in outcomes]

    def add(self, addition: Addition) -> Added:
        """As Adapter.add."""
        if addition.release.payload not in TAKES:
            return not_taken(self._config.name, "the client inside this program", addition.release.payload)
        try:
            session = self._begin()
            session.catch_up()
        except ClientError as error:
            return Added(outcome=Outcome.NOT_SENT, message=error.message)
        return add(session, addition)

    def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """As Adapter.magnets."""
        session = self._begin()
        session.catch_up()
        present = self._listing.present(keys, session)
        return {key: lt.make_magnet_uri(session.torrents.handles[id_]) for key, id_ in present.items()}

    def content(self, key: TransferKey) -> Content | None:
        """As Adapter.content."""
        session = self._begin()
        session.catch_up()
        return content_of(key.id, session) if self._listing.present([key], session) else None

    def set_slow(self, *, slow: bool) -> None:  # noqa: ARG002 - as every adapter
        """As Adapter.set_slow: its limits stand in the settings, and it has no second ones."""
        raise ActionRefusedError(translate("Builtin", "The built-in client has no second speed limits."))

    def abort(self) -> None:
        """As Adapter.abort."""
        session = self._session
        if session is not None:
            session.cut_off = True

    def close(self) -> None:
        """As Adapter.close: the session ends, unless another adapter comes for it at once."""
        session, self._session = self._session, None
        if session is not None:
            self._lobby.leave(self._config.id, session)

    def _begin(self) -> Session:
        if self._session is None:
            folder = self._lobby.folder / self._config.id
            self._session = self._lobby.enter(
                self._config.id,
                lambda: Session(self._config, self._password, folder, at_rest=self._lobby.at_rest),
            )
            self._session.configure(self._config, self._password)
        self._session.cut_off = False
        return self._session

    def _facts(self, session: Session) -> Facts:
        now = time.monotonic()
        if now - self._space_at > SPACE_EVERY_S:
            self._free_space, self._space_at = _free_space(Path(session.options.folder)), now
        return Facts(
            version=lt.version.removesuffix(".0"),
            api="libtorrent",
            download_speed=self._listing.download_speed,
            upload_speed=self._listing.upload_speed,
            free_space=self._free_space,
            save_path=session.options.folder,
            categories=self._listing.labels,
        )


def _free_space(folder: Path) -> int | None:
    """Where it is to be, if it is not there yet; None if nobody knows."""
    there = next((parent for parent in (folder, *folder.parents) if parent.exists()), None)
    try:
        return shutil.disk_usage(there).free if there else None
    except OSError:
        return None
