"""All clients at once: each asked in its own rhythm, all their changes told to whoever listens."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar
from weakref import WeakSet

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.client import Client
from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState, Gone, Snapshot
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.live.feed import Feed
from mydia_desktop.live.recollection import Recollection
from mydia_desktop.live.roster import Change
from mydia_desktop.live.shown import Shown
from mydia_desktop.live.watch import Watch

T = TypeVar("T")

HIDE_AFTER_S = 300.0
CLOCK_EVERY_S = 1.0
SLEPT_S = 5.0
"""A jump of the clock by more than this was the computer asleep, or nearly as good as that."""


class Live:
    """What every configured client says now. Everything here belongs to the event loop and waits for no client."""

    def __init__(
        self, open_client: Callable[[ClientConfig], Client], *, hide_after: float | None = HIDE_AFTER_S
    ) -> None:
        """``hide_after`` is seconds since a client's last answer until its rows are withdrawn; None never does."""
        self.watches: dict[ClientId, Watch] = {}
        self._shown = Shown(self.watches)
        self._recollection = Recollection(self.watches)
        self._awaited: frozenset[ClientId] = frozenset()
        self._told_gone: tuple[Gone, ...] = ()
        self._open_client = open_client
        self._hide_after = hide_after
        self._resting = False
        self._feeds: WeakSet[Feed] = WeakSet()  # a consumer that is gone takes its feed along
        self._group: asyncio.TaskGroup | None = None
        self._tasks: dict[Watch, asyncio.Task[None]] = {}
        self._performing: set[asyncio.Task[Any]] = set()

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """The rows shown now."""
        return self._shown

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """Every configured client, in the order of the settings."""
        return {client: watch.state for client, watch in self.watches.items()}

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """The settings in force."""
        return [watch.config for watch in self.watches.values()]

    @property
    def gone(self) -> tuple[Gone, ...]:
        """By client, the open records that it answered without, where absence counts."""
        return self._recollection.gone

    async def run(self) -> None:
        """Ask all clients until cancelled, then let go of them."""
        try:
            async with asyncio.TaskGroup() as group:
                self._group = group
                for watch in self.watches.values():
                    self._start(watch)
                await self._watch_the_clock()
        finally:
            self._group = None
            for watch in self.watches.values():
                watch.close()

    def configure(self, configs: Sequence[ClientConfig], renewed: Collection[ClientId] = ()) -> None:
        """Put settings in force. ``renewed`` name clients whose password changed although their section did not.

        A client that is the same program at the same address keeps its rows; others begin with none.
        """
        before = dict(self.watches)
        self.watches.clear()
        removed: set[TransferKey] = set()
        for config in configs:
            old = before.pop(config.id, None)
            if old is not None and replace(old.config, uuid=config.uuid) == config and config.id not in renewed:
                old.config = config
                self.watches[config.id] = old
                continue
            same = old is not None and config.enabled and _origin(old.config) == _origin(config)
            client = self._open_client(config) if config.enabled else None
            watch = Watch(config, client, self._announce, before=old if same else None)
            watch.wait_for_withdrawal(self._hide_after)
            watch.awaited = config.id in self._awaited
            self.watches[config.id] = watch
            if old is not None:
                self._leave(old)
                removed |= set() if same else set(old.shown)
            if self._group is not None:
                self._start(watch)
        for gone in before.values():
            self._leave(gone)
            removed |= set(gone.shown)
        self._announce(Change(self._shown.of(self._recollection.bind()), removed))

    def feed(self) -> Feed:
        """A stream of updates of one's own, beginning with everything."""
        feed = Feed(self._shown, self.clients, self.gone, self.record_of)
        self._feeds.add(feed)
        return feed

    def snapshot(self) -> Snapshot:
        """Everything shown now. Here a record is gone by the last answer alone, be that early or not."""
        transfers = dict(self._shown)
        return Snapshot(
            taken_at=time.time(),
            clients=self.clients,
            transfers=transfers,
            records={key: record for key in transfers if (record := self.record_of(key)) is not None},
            gone=tuple(self._recollection.unlisted),
        )

    def set_records(self, records: Iterable[Record]) -> None:
        """Remember these and no others."""
        self._tell_again(self._recollection.replace(records))

    def update_records(self, records: Iterable[Record]) -> None:
        """Remember these, new and changed, beside the others."""
        self._tell_again(self._recollection.update(records))

    def set_pending(self, records: Collection[RecordId]) -> None:
        """Say of which records an addition or a removal is not settled, all of them: not listed, they are not gone.

        What is being added is not there yet, and what was removed at a person's word is about to be closed.
        """
        if self._recollection.set_pending(records):
            self._tell_again(())

    def set_awaited(self, clients: Collection[ClientId]) -> None:
        """Say with which clients somebody waits until absence counts, all of them: each is asked for what that takes.

        That is, for one more complete list. Open records that are not listed want it anyway.
        """
        self._awaited = frozenset(clients)
        for client, watch in self.watches.items():
            watch.awaited = client in self._awaited

    def trust_absence(self, client: ClientId) -> None:
        """Believe what this client does not list, however much it is: a person said that it is the right one."""
        watch = self.watches.get(client)
        if watch is not None:
            watch.trust_absence()
            self._tell_again(())

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row; None if nothing is, or there is no such row."""
        return self._recollection.record_of(key)

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row shown of what this record remembers; None if there is none."""
        return next(iter(self._shown.of(self._recollection.rows_of(record_id))), None)

    def find(self, names: Iterable[str]) -> list[TransferKey]:
        """The rows of any client that are known by one of these ids; see ``record.ids_of``."""
        return self._shown.named(names)

    async def settled(self) -> None:
        """Wait until every enabled client has answered, or failed to, once."""
        for watch in list(self.watches.values()):
            if watch.poller is not None:
                await watch.heard.wait()

    def look_at(self, keys: Collection[TransferKey]) -> None:
        """Say which rows are on the screen; a client may be asked more often for those."""
        seen = _by_client(keys)
        for client, watch in self.watches.items():
            if watch.poller is not None:
                watch.poller.visible = frozenset(seen.get(client, ()))

    def ask(self, keys: Collection[TransferKey]) -> None:
        """Have these rows answered by id, at once."""
        for client, asked in _by_client(keys).items():
            watch = self.watches.get(client)
            if watch is not None and watch.poller is not None:
                watch.poller.ask(asked)

    def try_now(self, clients: Collection[ClientId] | None = None) -> None:
        """Ask these clients, or all, for everything at once."""
        for client in self.watches if clients is None else clients:
            watch = self.watches.get(client)
            if watch is not None and watch.poller is not None:
                watch.poller.try_now()

    def show_last_known(self, client: ClientId) -> None:
        """Show the rows of a silent client again that were withdrawn."""
        self.watches[client].show_last_known()

    def set_hide_after(self, seconds: float | None) -> None:
        """Withdraw rows of silent clients after this time; None never does."""
        self._hide_after = seconds
        for watch in self.watches.values():
            watch.wait_for_withdrawal(seconds)

    def rest(self) -> None:
        """Nobody looks: ask in the slow rhythm."""
        self._set_resting(resting=True)

    def attend(self) -> None:
        """Somebody looks again: ask at once, and in the usual rhythm."""
        self._set_resting(resting=False)

    async def perform(self, command: Command) -> list[Result]:
        """Send a command to its client, then have the rows answered at once. Every failure is a Result."""
        watch = self.watches.get(command.keys[0].client) if command.keys else None
        if watch is None or watch.poller is None:
            return [
                Result(
                    key=key,
                    outcome=Outcome.NOT_SENT,
                    message=translate("Connection", "{client} is not among your clients any more.").format(
                        client=key.client
                    ),
                )
                for key in command.keys
            ]
        try:
            return await self._done(watch.poller.client.perform(command))
        finally:
            self.ask(command.keys)

    async def add(self, client: ClientId, addition: Addition) -> Added:
        """Add a release to a client, then ask that for everything at once. Every failure is in the answer."""
        watch = self.watches.get(client)
        if watch is None:
            return Added(
                outcome=Outcome.NOT_SENT,
                message=translate("Connection", "{client} is not among your clients any more.").format(client=client),
            )
        if watch.poller is None:
            return Added(
                outcome=Outcome.NOT_SENT,
                message=translate("Connection", "{name} is switched off in the settings.").format(
                    name=watch.config.name
                ),
            )
        try:
            return await self._done(watch.poller.client.add(addition))
        finally:
            self.try_now([client])

    async def magnets(self, keys: Collection[TransferKey]) -> Mapping[TransferKey, str]:
        """The magnet links of these rows; one without is left out.

        Raises:
            ClientError: a client can't say.
        """
        found: dict[TransferKey, str] = {}
        for client, asked in _by_client(keys).items():
            watch = self.watches.get(client)
            if watch is not None and watch.poller is not None:
                found.update(await watch.poller.client.magnets(asked))
        return found

    async def content(self, key: TransferKey) -> Content | None:
        """The files of this row, as its client has them now; None if neither of them is there any more.

        Raises:
            ClientError: the client can't say.
        """
        watch = self.watches.get(key.client)
        return None if watch is None or watch.poller is None else await watch.poller.client.content(key)

    async def set_slow(self, client: ClientId, *, slow: bool) -> None:
        """Put a client's second, lower speed limits in force, or its usual ones; then ask it for everything at once.

        Raises:
            ClientError: it would not, or could not be asked.
        """
        watch = self.watches.get(client)
        if watch is not None and watch.poller is not None:
            try:
                await self._done(watch.poller.client.set_slow(slow=slow))
            finally:
                self.try_now([client])

    async def finish(self, seconds: float) -> None:
        """Give commands under way this long to end; for quitting."""
        if self._performing:
            await asyncio.wait(self._performing, timeout=seconds)

    async def _done(self, work: Coroutine[Any, Any, T]) -> T:
        """Have it done, also if whoever asked for it stops waiting."""
        task = asyncio.ensure_future(work)
        self._performing.add(task)
        task.add_done_callback(self._performing.discard)
        return await task

    def _start(self, watch: Watch) -> None:
        if watch.poller is None or self._group is None:
            return
        if self._resting:
            watch.poller.interval = watch.config.hidden_refresh_seconds
        self._tasks[watch] = self._group.create_task(watch.poller.run(), name=f"poll {watch.config.id}")

    def _leave(self, watch: Watch) -> None:
        task = self._tasks.pop(watch, None)
        if task is not None:
            task.cancel()
        watch.close()

    def _announce(self, change: Change) -> None:
        clients, gone = self.clients, self.gone
        news = None if gone == self._told_gone else gone
        self._told_gone = gone
        for feed in self._feeds:
            feed.put(change.changed, change.removed, clients, news)

    def _tell_again(self, keys: Iterable[TransferKey]) -> None:
        """What is remembered changed: of these rows, or of what is gone."""
        self._announce(Change(self._shown.of(keys), set()))

    def _set_resting(self, *, resting: bool) -> None:
        if resting == self._resting:
            return
        self._resting = resting
        for watch in self.watches.values():
            config = watch.config
            watch.set_interval(config.hidden_refresh_seconds if resting else config.refresh_seconds)

    async def _watch_the_clock(self) -> None:
        """Notice that the computer slept: what was last seen is old now, and back-offs are over."""
        apart = time.time() - time.monotonic()
        while True:
            await asyncio.sleep(CLOCK_EVERY_S)
            now_apart = time.time() - time.monotonic()
            if now_apart - apart > SLEPT_S:
                for watch in self.watches.values():
                    watch.fall_silent()
                self.try_now()
            apart = now_apart


def _by_client(keys: Collection[TransferKey]) -> Mapping[ClientId, list[TransferKey]]:
    grouped: dict[ClientId, list[TransferKey]] = defaultdict(list)
    for key in keys:
        grouped[key.client].append(key)
    return grouped


def _origin(config: ClientConfig) -> tuple[str, str]:
    return config.kind, config.url
