"""Transmission 3.00, 4.0 and 4.1 through its RPC.

Deltas cost the server next to nothing but are only an account of the last minute, with integer ids that start
anew with the daemon. So a whole list comes every 15 s, and whenever a delta may have missed something: after a
gap, a trouble, or a change of the session.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from mydia_desktop.adapters.sending import outcome_of
from mydia_desktop.adapters.taking import not_taken
from mydia_desktop.adapters.transmission_listing import Listing
from mydia_desktop.adapters.transmission_session import RefusedError, Session, decode_or
from mydia_desktop.adapters.transmission_wire import (
    CHECK,
    CHECK_WAIT,
    FIELDS,
    Done,
    FreeSpace,
    Magnet,
    Row,
    SessionInfo,
    SessionStats,
    Standing,
    Torrents,
    Trackers,
    rows_of_table,
)
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result, Verb
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import ActionRefusedError, Cause, ClientError, UnexpectedResponseError
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.report import Asked, Delta, Facts, Full, Interest, Report
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import Transfer, TransferKey

if TYPE_CHECKING:
    from mydia_desktop.adapters.transmission_library import Library

OLDEST_RPC = 16
"""3.00: the first with the table format and labels."""
HYBRIDS_SINCE = 17
"""4.0; before it, a hybrid is no valid torrent, and none is where a version has nothing but version 2."""
TAKES = frozenset({Payload.TORRENT_V1, Payload.TORRENT_HYBRID})
WHOLE_EVERY_S = 15.0
WHOLE_SHARE = 10.0
"""... or this many times as long as the last whole list took, whichever is longer."""
LONGEST_GAP_S = 45.0
"""``recently-active`` remembers 60 s; less, because the server's clock and ours need not agree."""
SPACE_EVERY_S = 30.0
TRACKERS_AT_ONCE = 500
CHECKS = frozenset({CHECK_WAIT, CHECK})
CHECK_ENDS_S = 2.0
CHECK_ASKED_EVERY_S = 0.02

VERBS = frozenset(Verb) - {Verb.SET_CATEGORY}


class TransmissionAdapter:
    """An Adapter for one Transmission."""

    verbs = VERBS

    def __init__(self, config: ClientConfig, password: Callable[[], str | None], *, timeout: float = 10.0) -> None:
        """Connect to nothing yet; ``timeout`` is seconds for one exchange."""
        self._session = Session(config, password, timeout=timeout)
        self._listing = Listing(config.id)
        self._library: Library | None = None
        self._info: SessionInfo | None = None
        self.takes: frozenset[Payload] = frozenset()
        self._met = 0  # the number of the session that the integer ids belong to
        self._answered_at = float("-inf")
        self._whole_at = float("-inf")
        self._whole_latency = 0.0
        self._free_space: int | None = None
        self._space_at = float("-inf")
        self._trusted = False
        """Whether a delta on top of what we know is the truth: the last report arrived and nothing broke since."""

    def refresh(self, interest: Interest) -> Report:
        """As Adapter.refresh."""
        self._begin()
        now = time.monotonic()
        trusted, self._trusted = self._trusted, False
        whole = (
            not trusted
            or interest.whole
            or now - self._answered_at > LONGEST_GAP_S
            or now - self._whole_at >= max(WHOLE_EVERY_S, WHOLE_SHARE * self._whole_latency)
        )
        try:
            report = self._whole() if whole else self._part(interest)
        except RefusedError as error:
            raise UnexpectedResponseError(
                translate("Transmission", "{name} refused to list its torrents: {error}").format(
                    name=self._session.name, error=error
                ),
                cause=Cause.GARBLED,
            ) from error
        self._answered_at = time.monotonic()
        self._trusted = True
        return report

    def perform(self, command: Command) -> list[Result]:
        """As Adapter.perform."""
        self._begin()
        hashes = self._listing.hashes_of(command.keys)
        try:
            present = self._present(list(hashes.values()))
        except (ClientError, RefusedError) as error:
            return [Result(key=key, outcome=Outcome.NOT_SENT, message=str(error)) for key in command.keys]
        outcome, message = self._send(command, present) if present else (Outcome.REFUSED, "")
        return [
            Result(key=key, outcome=outcome, message=message)
            if hashes.get(key) in present
            else Result(
                key=key,
                outcome=Outcome.REFUSED,
                message=translate("Transmission", "This is no longer in {name}.").format(name=self._session.name),
            )
            for key in command.keys
        ]

    def add(self, addition: Addition) -> Added:
        """As Adapter.add."""
        from mydia_desktop.adapters.transmission_adding import add  # noqa: PLC0415 - as for commands

        self._begin()
        try:
            info = self._check_version()
            library = self._speak()
        except (ClientError, RefusedError) as error:
            return Added(outcome=Outcome.NOT_SENT, message=str(error))
        if addition.release.payload not in self.takes:
            program = f"Transmission {info.version.split(' ')[0]}"
            return not_taken(self._session.name, program, addition.release.payload)
        return add(library, info.rpc_version, addition)

    def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """As Adapter.magnets."""
        self._begin()
        hashes = self._listing.hashes_of(keys)
        if not hashes:
            return {}
        try:
            found = self._get(list(hashes.values()), ("hashString", "magnetLink"), Magnet)
        except RefusedError as error:
            raise UnexpectedResponseError(str(error), cause=Cause.GARBLED) from error
        return {self._listing.key(magnet.hash_string): magnet.magnet_link for magnet in found if magnet.magnet_link}

    def content(self, key: TransferKey) -> Content | None:
        """As Adapter.content."""
        from mydia_desktop.adapters import transmission_content as wire  # noqa: PLC0415 - as for commands

        self._begin()
        try:
            hashes = list(self._listing.hashes_of([key]).values())
            found: list[wire.Files] = self._get(hashes, wire.FIELDS, wire.Files) if hashes else []
            if not found:
                return None
            return wire.content_of(found[0], self._session.read("session-get", wire.Directories, {}))
        except RefusedError as error:
            raise UnexpectedResponseError(str(error), cause=Cause.GARBLED) from error

    def set_slow(self, *, slow: bool) -> None:
        """As Adapter.set_slow."""
        self._begin()
        try:
            self._session.read("session-set", Done, {"alt-speed-enabled": slow})
        except RefusedError as error:
            raise ActionRefusedError(str(error)) from error
        self._info = None  # to be read again with the next answer

    def abort(self) -> None:
        """As Adapter.abort."""
        self._session.abort()

    def close(self) -> None:
        """As Adapter.close."""
        self._session.close()

    # -- asking ------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Begin a call. One that was cut off may have taken the server's account of a change with it."""
        if self._session.cut_off:
            self._session.cut_off = self._trusted = False

    def _whole(self) -> Full:
        listing = self._list({}, large=True)
        latency = self._session.latency
        rows = {row.hash_string: row for row in self._table(listing)}
        self._whole_at, self._whole_latency = time.monotonic(), latency
        new_session = self._met != self._session.number
        if new_session:
            self._info = self._library = None
            self._listing.begin_session()
        self._met = self._session.number
        self._listing.take_all(rows)
        facts = self._facts()
        return Full(facts=facts, latency=latency, new_session=new_session, transfers=dict(self._listing.transfers))

    def _part(self, interest: Interest) -> Report:
        """The rows asked for by id if there are any, else what changed in the last minute.

        Deltas leave out changes of labels, so what was acted on is asked for by id; the next delta still tells what
        happened meanwhile.
        """
        asked = self._listing.hashes_of(interest.asked)
        listing = self._list({"ids": list(asked.values()) or "recently-active"})
        latency = self._session.latency
        if self._met != self._session.number:
            return self._whole()
        rows = {row.hash_string: row for row in self._table(listing)}
        changed = self._listing.take(rows)
        if not interest.asked:
            removed = self._listing.forget_removed(listing.removed, rows)
            changed |= self._ask_some_trackers()
            return Delta(facts=self._facts(), latency=latency, changed=changed, removed=removed)
        for native in set(asked.values()) - rows.keys():
            self._listing.forget(native)
        transfers = {key: self._listing.transfers[key] for key in interest.asked if key in self._listing.transfers}
        return Asked(facts=self._facts(), latency=latency, keys=interest.asked, transfers=transfers)

    def _list(self, arguments: Mapping[str, object], *, large: bool = False) -> Torrents:
        if "ids" in arguments and not arguments["ids"]:
            raise ValueError("no ids would be all ids")
        wanted = {"fields": FIELDS, "format": "table", **arguments}
        return self._session.read("torrent-get", Torrents, wanted, large=large)

    def _table(self, listing: Torrents) -> list[Row]:
        try:
            return rows_of_table(listing.torrents)
        except msgspec.MsgspecError as error:
            self._check_version()
            raise self._session.garbled() from error

    def _get(self, hashes: Sequence[str], fields: Sequence[str], shape: type[msgspec.Struct]) -> list:  # type: ignore[type-arg]
        if not hashes:
            raise ValueError("no ids would be all ids")
        listing = self._session.read("torrent-get", Torrents, {"ids": hashes, "fields": fields})
        return decode_or(listing.torrents, list[shape], self._session.garbled)  # type: ignore[valid-type]

    def _facts(self) -> Facts:
        now = time.monotonic()
        if now - self._space_at > SPACE_EVERY_S:
            self._info = None  # somebody else may have changed how it is set
        info = self._check_version()
        stats = self._session.read("session-stats", SessionStats, {})
        if now - self._space_at > SPACE_EVERY_S:
            self._free_space, self._space_at = self._ask_free_space(info.download_dir), now
        return Facts(
            version=info.version.split(" ")[0],
            api=str(info.rpc_version),
            download_speed=stats.download_speed,
            upload_speed=stats.upload_speed,
            free_space=self._free_space,
            save_path=info.download_dir,
            categories=self._listing.labels,
            slow=info.alt_speed_enabled,
        )

    def _check_version(self) -> SessionInfo:
        if self._info is None:
            self._info = self._session.read("session-get", SessionInfo, {})
        if self._info.rpc_version < OLDEST_RPC:
            raise UnexpectedResponseError(
                translate(
                    "Transmission",
                    "{name} is Transmission {version}, which is older than 3.00. Update it to use it here.",
                ).format(name=self._session.name, version=self._info.version.split(" ")[0]),
                cause=Cause.TOO_OLD,
            )
        self.takes = TAKES if self._info.rpc_version >= HYBRIDS_SINCE else TAKES - {Payload.TORRENT_HYBRID}
        return self._info

    def _ask_free_space(self, folder: str) -> int | None:
        try:
            answer = self._session.read("free-space", FreeSpace, {"path": folder})
        except RefusedError:
            return None  # the folder is not there: then nobody knows its space
        return answer.size_bytes if answer.size_bytes >= 0 else None

    def _ask_some_trackers(self) -> Mapping[TransferKey, Transfer]:
        """Ask for the trackers of some torrents that are new here; the transfers that have one now.

        In each list they would be half of it, and the first list must not wait for them.
        """
        some = self._listing.some_untracked(TRACKERS_AT_ONCE)
        if not some:
            return {}
        return self._listing.take_trackers(some, self._get(some, ("hashString", "trackers"), Trackers))

    # -- acting ------------------------------------------------------------------------------------------------

    def _present(self, hashes: Sequence[str]) -> Mapping[str, int]:
        """The status of those that Transmission has now: to an unknown id it says ``success`` and does nothing."""
        if not hashes:
            return {}
        return {row.hash_string: row.status for row in self._get(hashes, ("hashString", "status"), Standing)}

    def _send(self, command: Command, present: Mapping[str, int]) -> tuple[Outcome, str]:
        """Send a command for what is present; what became of it, with a sentence unless accepted."""
        # Here, because the library takes a while to import and the first table needs none of it.
        from mydia_desktop.adapters.transmission_commands import send  # noqa: PLC0415 - see above

        try:
            send(self._speak(), command.verb, [*present], command.values)
            checked = [native for native, status in present.items() if status in CHECKS]
            if command.verb is Verb.PAUSE and checked:
                # This ended their check, and at its end Transmission 3.00 starts them, as if nobody had said anything.
                self._wait_until_unchecked(checked)
                send(self._speak(), command.verb, checked, ())
        except ClientError as error:
            return outcome_of(error, self._session.name)
        return Outcome.ACCEPTED, ""

    def _wait_until_unchecked(self, hashes: Sequence[str]) -> None:
        pause, until = threading.Event(), time.monotonic() + CHECK_ENDS_S
        while time.monotonic() < until and CHECKS & set(self._present(hashes).values()):
            pause.wait(CHECK_ASKED_EVERY_S)

    def _speak(self) -> Library:
        """The library on our session; made anew with each session, since it asks for the version only then."""
        from mydia_desktop.adapters.transmission_library import Library  # noqa: PLC0415 - as above

        if self._library is None:
            self._library = Library(self._session)
        return self._library
