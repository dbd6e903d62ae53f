"""qBittorrent, 4.1 and later, through its WebAPI.

Its answers cost the server about 0.1 ms for each torrent it has, changed or not. So a whole answer is asked for at
a pace set by how long the last one took; in between the log says whether torrents came or went, and the rows
somebody looks at or that move by themselves are asked for by id.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from mydia_desktop.adapters import qbittorrent_program
from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.adapters.qbittorrent_listing import Listing
from mydia_desktop.adapters.qbittorrent_session import Session
from mydia_desktop.adapters.qbittorrent_wire import Listed, LogLine, Maindata, Row, Speeds
from mydia_desktop.adapters.sending import outcome_of
from mydia_desktop.adapters.taking import not_taken
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result, Verb
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import ClientError
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.report import Asked, Delta, Facts, Full, Interest, Report
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import TransferKey

if TYPE_CHECKING:
    from mydia_desktop.adapters.qbittorrent_library import Library
    from mydia_desktop.adapters.qbittorrent_program import Program

T = TypeVar("T")

INFO = "/api/v2/torrents/info"
ASKED_AT_MOST = 200
"""Rows by id in one poll; more of them, and the whole list is the better question."""
WHOLE_SHARE = 10.0
"""A whole answer may take this fraction of the server's time: one in ten."""
WATCHED_S = 5.0
"""A row acted on is asked for so long: qBittorrent looks at its torrents every 1.5 s, and then not at all of them."""
EVERYWHERE = frozenset(
    {
        Verb.PAUSE,
        Verb.RESUME,
        Verb.FORCE_START,
        Verb.RECHECK,
        Verb.REANNOUNCE,
        Verb.REMOVE,
        Verb.DELETE,
        Verb.SET_CATEGORY,
    }
)
QUEUE = frozenset({Verb.QUEUE_TOP, Verb.QUEUE_UP, Verb.QUEUE_DOWN, Verb.QUEUE_BOTTOM})
TAGS_SINCE = (2, 3)


class QbittorrentAdapter:
    """An Adapter for one qBittorrent."""

    def __init__(self, config: ClientConfig, password: Callable[[], str | None], *, timeout: float = 10.0) -> None:
        """Connect to nothing yet; ``timeout`` is seconds for one exchange."""
        self._session = Session(config, password, timeout=timeout)
        self._listing = Listing(config.id)
        self._library: Library | None = None
        self._program: Program | None = None
        self._met = 0  # the number of the session that all the rest here is about
        self._log_id: int | None = None  # None: not asked for yet
        self._whole_at = 0.0
        self._whole_latency = 0.0
        self._asked_at = 0.0
        self._turn = 0
        self._acted: frozenset[TransferKey] = frozenset()
        self._acted_until = 0.0
        self._news = False  # of the log, and no whole answer asked for since
        self._told = False
        """Whether all that was applied was also reported; if not, the next report tells everything."""
        self._session_untold = False
        """Whether a session began that no report has mentioned."""

    @property
    def verbs(self) -> frozenset[Verb]:
        """Queue moves only while queueing is on, labels since 4.2."""
        queue = QUEUE if self._listing.server.queueing else frozenset()
        labels = {Verb.SET_LABELS} if self._session.api >= TAGS_SINCE else frozenset()
        return EVERYWHERE | queue | labels

    @property
    def takes(self) -> frozenset[Payload]:
        """As Adapter.takes; nothing before the first answer."""
        return self._program.takes if self._program else frozenset()

    def refresh(self, interest: Interest) -> Report:
        """As Adapter.refresh."""
        self._begin()
        everything, self._told = interest.whole or not self._told, False
        report = self._whole(everything=True) if everything else self._next(interest)
        self._told = True
        self._session_untold = self._session_untold and isinstance(report, Asked)
        return report

    def perform(self, command: Command) -> list[Result]:
        """As Adapter.perform."""
        self._begin()
        try:
            present = self._present(command.keys)
        except ClientError as error:
            return [Result(key=key, outcome=Outcome.NOT_SENT, message=error.message) for key in command.keys]
        outcome, message = self._send(command, present) if present else (Outcome.REFUSED, "")
        self._acted, self._acted_until = frozenset(present), time.monotonic() + WATCHED_S
        return [
            Result(key=key, outcome=outcome, message=message)
            if key in present
            else Result(
                key=key,
                outcome=Outcome.REFUSED,
                message=translate("qBittorrent", "This is no longer in {name}.").format(name=self._session.name),
            )
            for key in command.keys
        ]

    def add(self, addition: Addition) -> Added:
        """As Adapter.add."""
        from mydia_desktop.adapters.qbittorrent_adding import Adding  # noqa: PLC0415 - as for commands

        self._begin()
        release, session = addition.release, self._session
        try:
            if self._met != session.number or not self._met:
                self._tell_later()
            if release.payload not in self.takes:
                return not_taken(session.name, f"qBittorrent {session.version}", release.payload)
            if self._find(release):
                return Added(outcome=Outcome.ACCEPTED, already_there=True)
        except ClientError as error:
            return Added(outcome=Outcome.NOT_SENT, message=error.message)
        adding = Adding(self._speak(), session.name)
        return adding.add(addition, lambda: self._find(release), queueing=self._listing.server.queueing)

    def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """As Adapter.magnets."""
        self._begin()
        natives = self._listing.native_ids(keys)
        if not natives:
            return {}
        listed = self._session.read(INFO, list[Listed], {"hashes": "|".join(natives)})
        return {natives[row.hash]: row.magnet_uri for row in listed if row.hash in natives and row.magnet_uri}

    def content(self, key: TransferKey) -> Content | None:
        """As Adapter.content."""
        from mydia_desktop.adapters import qbittorrent_content as wire  # noqa: PLC0415 - as for commands

        self._begin()
        (native,) = self._listing.native_ids([key]) or (None,)
        if native is None:
            return None
        listed = self._session.read(INFO, list[wire.Place], {"hashes": native})
        if not listed:
            return None
        files = self._session.read(wire.FILES, list[wire.File], {"hash": native})
        return wire.content_of(listed[0], files)

    def set_slow(self, *, slow: bool) -> None:
        """As Adapter.set_slow."""
        from mydia_desktop.adapters.qbittorrent_library import translated  # noqa: PLC0415 - as for commands

        self._begin()
        if not self._met:
            self._tell_later()
        with translated(self._session.name):
            # Of the versions that can only toggle, the library asks first.
            self._speak().transfer_set_speed_limits_mode(intended_state=slow)

    def abort(self) -> None:
        """As Adapter.abort."""
        self._session.abort()

    def close(self) -> None:
        """As Adapter.close."""
        self._session.close()

    def _begin(self) -> None:
        """Begin a call. If the one before was cut off, what it had to tell may be lost: tell it again."""
        if self._session.cut_off:
            self._session.cut_off = self._told = False
            self._session_untold = True

    def _next(self, interest: Interest) -> Report:
        """Ask what is most worth asking now."""
        self._hear_the_log()
        if self._is_whole_due(interest):
            return self._whole()
        keys = self._choose(interest)
        rows = self._rows(self._listing.native_ids(keys))
        latency = self._session.latency
        if len(rows) < len(keys) or self._met != self._session.number:
            # Gone, renamed, or a server that has not loaded them yet: only a whole answer can say.
            return self._whole()
        self._listing.overlay(rows)
        speeds = self._session.read("/api/v2/transfer/info", Speeds) if keys else None
        transfers = {key: self._listing.transfers[key] for key in keys}
        return Asked(facts=self._facts(speeds), latency=latency, keys=keys, transfers=transfers)

    def _is_whole_due(self, interest: Interest) -> bool:
        """Whether a whole answer is needed, or its turn has come."""
        since = time.monotonic() - self._whole_at
        return (
            self._met != self._session.number
            or len(interest.asked) > ASKED_AT_MOST
            or not interest.asked <= self._listing.transfers.keys()
            or since >= WHOLE_SHARE * self._whole_latency
            # News is worth more than the pace, but not the server's every moment.
            or (self._news and since >= self._whole_latency)
        )

    def _whole(self, *, everything: bool = False) -> Report:
        """The difference to the last whole answer, or everything if the server, or whoever asks, lost track."""
        self._news = False
        answer = self._session.read(f"/api/v2/sync/maindata?rid={self._listing.rid}", Maindata)
        self._whole_at = time.monotonic()
        self._whole_latency = self._session.latency
        try:
            change = self._listing.apply(answer)
        except msgspec.MsgspecError as error:
            raise self._session.garbled() from error
        if answer.full_update or self._met != self._session.number:
            self._session_untold = True
            self._log_id = self._library = None
            self._program = qbittorrent_program.ask(self._session)
            self._met = self._session.number
        facts, latency, new_session = self._facts(), self._whole_latency, self._session_untold
        if everything or answer.full_update:
            everything_listed = dict(self._listing.transfers)  # a copy: the next answer changes ours
            return Full(facts=facts, latency=latency, new_session=new_session, transfers=everything_listed)
        return Delta(
            facts=facts,
            latency=latency,
            new_session=new_session,
            changed=change.changed,
            removed=change.removed,
            complete=True,
        )

    def _hear_the_log(self) -> None:
        """Ask for new lines of the log, which is cheap: it gains one with each torrent that comes or goes."""
        known = -1 if self._log_id is None else self._log_id
        lines = self._session.read(f"/api/v2/log/main?last_known_id={known}", list[LogLine])
        self._news = self._news or (bool(lines) and self._log_id is not None)
        self._log_id = max((line.id for line in lines), default=known)
        self._listing.hear(lines)

    def _choose(self, interest: Interest) -> frozenset[TransferKey]:
        """What to ask by id: what was asked for; then, once they can differ, what was acted on, seen, or moves.

        What moves takes turns if it is too much for one poll.
        """
        now = time.monotonic()
        if now - self._asked_at < self._listing.server.refresh_interval / 1000:
            return interest.asked
        self._asked_at = now
        acted = self._acted if now < self._acted_until else frozenset()
        listed = self._listing.transfers
        wanted = dict.fromkeys([*interest.asked, *acted, *interest.visible])
        chosen = [key for key in wanted if key in listed][:ASKED_AT_MOST]
        room = ASKED_AT_MOST - len(chosen)
        others = sorted(self._listing.active.difference(chosen))
        start = self._turn % max(1, len(others))
        self._turn = start + room
        return frozenset(chosen) | frozenset((others[start:] + others[:start])[:room])

    def _rows(self, natives: Collection[str]) -> Mapping[str, Row]:
        """These rows as they are now, by native id. One that is gone is left out."""
        if not natives:
            return {}
        raw = self._session.read(INFO, list[msgspec.Raw], {"hashes": "|".join(natives)})
        try:
            return {decode(row, Listed).hash: decode(row, Row) for row in raw}
        except msgspec.MsgspecError as error:
            raise self._session.garbled() from error

    def _facts(self, speeds: Speeds | None = None) -> Facts:
        server = self._listing.server
        return Facts(
            version=self._session.version,
            api=".".join(map(str, self._session.api)),
            download_speed=(speeds or server).dl_info_speed,
            upload_speed=(speeds or server).up_info_speed,
            free_space=server.free_space_on_disk if server.free_space_on_disk >= 0 else None,
            save_path=self._program.save_path if self._program else None,
            categories=tuple(sorted(self._listing.categories)),
            slow=server.use_alt_speed_limits,
        )

    def _present(self, keys: Collection[TransferKey]) -> Mapping[TransferKey, tuple[str, Row]]:
        """What qBittorrent has of these now, with their ids: to an unknown id it says yes and does nothing."""
        present = self._look_up(keys)
        if len(present) < len(keys):
            # Gone, or a magnet whose id changed since: a whole answer knows.
            self._tell_later()
            present = self._look_up(keys)
        return present

    def _look_up(self, keys: Collection[TransferKey]) -> Mapping[TransferKey, tuple[str, Row]]:
        natives = self._listing.native_ids(keys)
        rows = self._rows(natives)
        return {natives[native]: (native, row) for native, row in rows.items() if native in natives}

    def _find(self, release: Release) -> Collection[str]:
        """The ids under which a release is there now: a magnet of a hybrid is listed by v1 until its metadata comes."""
        ids = {known[:40] for known in (release.v1, release.v2) if known}
        ids |= self._listing.ids_of(v1=release.v1, v2=release.v2)
        return self._rows(ids).keys()

    def _tell_later(self) -> None:
        """Ask for the difference to the last whole answer now, and tell everything with the next report."""
        self._told = False
        self._whole()

    def _send(self, command: Command, present: Mapping[TransferKey, tuple[str, Row]]) -> tuple[Outcome, str]:
        """Send a command for what is present; what became of it, with a sentence unless accepted."""
        # Here, because the library takes a quarter of a second to import and the first table needs none of it.
        from mydia_desktop.adapters.qbittorrent_commands import Commands  # noqa: PLC0415 - see above

        commands = Commands(self._speak(), self._session.name)
        try:
            commands.send(command.verb, dict(present.values()), command.values)
        except ClientError as error:
            return outcome_of(error, self._session.name, begun=commands.begun)
        return Outcome.ACCEPTED, ""

    def _speak(self) -> Library:
        """The library on our session; made anew with each session, which may be another version."""
        from mydia_desktop.adapters.qbittorrent_library import Library  # noqa: PLC0415 - as for commands

        if self._library is None:
            self._library = Library(self._session)
        return self._library
