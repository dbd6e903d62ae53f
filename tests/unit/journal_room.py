"""The workflows that write, over clients in memory and a real database, for tests of what a person sets off."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress

import pytest

from mydia_desktop.domain.record import ClientUuid, EventKind
from mydia_desktop.live import roster
from mydia_desktop.live.aggregator import Live
from mydia_desktop.store.database import Store
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.additions import Additions, Wanted
from mydia_desktop.workflows.deliveries import Deliveries
from mydia_desktop.workflows.gone import GoneRecords
from mydia_desktop.workflows.history_notes import HistoryNotes
from mydia_desktop.workflows.intents import Intents
from mydia_desktop.workflows.kept_releases import KeptReleases
from mydia_desktop.workflows.reconciliation import Reconciliation
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState
from mydia_desktop.workflows.release_reader import FileSource
from mydia_desktop.workflows.release_text import TextSource
from mydia_desktop.workflows.removal import Removals
from mydia_desktop.workflows.retry import Retries
from tests.live_room import config

PATIENCE_S = 30
ASKED_EVERY_S = 0.2


class JournalRoom:
    """Everything a person can set off that is written down; ``notices`` is what was said, ``now`` its clock."""

    def __init__(self, live, keeper, folder, tasks):
        self.live, self.keeper, self.store = live, keeper, keeper.store
        self.notices = []
        self.now = 0.0
        clock = lambda: self.now  # noqa: E731 - a clock in the hand
        spawn = tasks.create_task
        self.kept = KeptReleases(folder / "torrents")
        self.deliveries = Deliveries(live, keeper, self.kept, spawn, clock=clock)
        self.intents = Intents(live, keeper, spawn, clock=clock)
        notes = HistoryNotes(live, keeper, spawn)
        self.actions = Actions(live, self.intents, notes, self.notices.append, clock=clock)
        self.removals = Removals(live, self.actions, self.notices.append, spawn, hold=0.1)
        self.retries = Retries(live, self.actions, notes, self.notices.append, unseen=0.1)
        self.additions = Additions(live, keeper, self.kept, self.deliveries, self.intents)
        self.gone = GoneRecords(live, keeper, self.kept, self.deliveries)
        self.reconciliation = Reconciliation(live, keeper, self.deliveries, self.intents, self.actions, spawn)
        self._news = asyncio.Event()
        for part in (self.deliveries, self.intents):
            part.watch(self._tell_pending)
        keeper.watch(self._news.set)
        keeper.watch_records(lambda _records: self._news.set())

    def _tell_pending(self):
        self.live.set_pending({*self.deliveries.under_way, *self.intents.pending})
        self._news.set()

    async def follow(self):
        """Hand every update on."""
        async for update in self.live.feed():
            for part in (self.intents, self.actions, self.deliveries, self.removals, self.retries):
                part.apply(update)
            self._news.set()

    def pass_time(self, seconds):
        """Let so many seconds pass for everybody but the clients."""
        self.now += seconds
        for part in (self.intents, self.actions, self.deliveries):
            part.tick()

    async def until(self, condition):
        """Wait until the condition holds; it is looked at whenever anything changed. What it said is returned."""
        async with asyncio.timeout(PATIENCE_S):
            while not (answer := condition()):
                await self._hear()
            return answer

    async def until_absence_counts(self, client="nas"):
        """Wait until what this client does not list is gone."""
        await self.while_time_passes(client, lambda: self.live.clients[client].absence_counts)

    async def while_time_passes(self, client, condition):
        """Wait until the condition holds, while the client is asked for everything again and again."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                self.pass_time(ASKED_EVERY_S)
                self.live.try_now([client])
                with suppress(TimeoutError):
                    async with asyncio.timeout(ASKED_EVERY_S):
                        while not condition():
                            await self._hear()

    async def _hear(self):
        self._news.clear()
        await self._news.wait()

    async def add(self, torrent, client="nas", *, magnet=False, **wanted):
        """Add a torrent, or its magnet link."""
        source = TextSource(text=torrent.magnet) if magnet else FileSource(name="a.torrent", data=torrent.data)
        reading = await self.additions.read(source)
        assert reading.release, reading.error
        return await self.additions.add(Wanted(release=reading.release, client=client, **wanted))

    def key(self, torrent):
        """The key of the torrent's row; None if no client lists it."""
        return next(iter(self.live.find([name for name in (torrent.v1, torrent.v2) if name])), None)

    def record(self, record_id):
        """What is remembered under this id."""
        return self.keeper.records[record_id]

    async def kinds(self, record_id):
        """What happened to a record, from the first to the last."""
        events = await self.store.history_of(record_id)
        return [event.kind for event in sorted(events, key=lambda event: event.id)]

    async def until_told(self, record_id, kind: EventKind):
        """Wait until the history has this."""
        async with asyncio.timeout(PATIENCE_S):
            while kind not in await self.kinds(record_id):
                with suppress(TimeoutError):
                    async with asyncio.timeout(ASKED_EVERY_S):
                        await self._hear()


@pytest.fixture
def lists_agree_soon(monkeypatch):
    """Two lists need not be ten seconds apart for absence to count."""
    monkeypatch.setattr(roster, "AGREE_AFTER_S", 0.2)


def uuid_of(client):
    """Which client of the database a client in memory is."""
    return ClientUuid(f"uuid-of-{client}")


@asynccontextmanager
async def keeping(folder, *clients, **options):
    """The workflows over these clients in memory, and the database in this folder."""
    by_id = {client.client: client for client in clients}
    configs = [config(name, name=client.name, uuid=uuid_of(name)) for name, client in by_id.items()]
    async with keeping_over(folder, configs, lambda chosen: by_id[chosen.id], **options) as room:
        yield room


@asynccontextmanager
async def keeping_over(folder, configs, open_client, *, actor="me@desk", ready=True):
    """The same over any clients."""
    live = Live(open_client)
    live.configure(configs)
    store = Store(f"sqlite:///{folder / 'mydia.sqlite3'}", actor=actor)
    keeper = RecordKeeper(store, live)
    async with asyncio.TaskGroup() as tasks:
        room = JournalRoom(live, keeper, folder, tasks)
        ground = [tasks.create_task(part) for part in (live.run(), keeper.run(), room.follow())]
        await live.settled()
        if ready:
            await room.until(lambda: keeper.state is StoreState.READY)
            known = {client.uuid for client in await store.clients()}
            for each in configs:
                if each.uuid not in known:
                    await store.save_client(kind=each.kind, name=each.name, origin=each.url, uuid=each.uuid)
        try:
            yield room
        finally:
            for task in ground:
                task.cancel()
            await keeper.close()
