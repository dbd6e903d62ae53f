"""Workflows over the live view of real clients, for tests that follow what a person sets off."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.live.aggregator import Live
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.history_notes import HistoryNotes
from mydia_desktop.workflows.intents import Intents
from mydia_desktop.workflows.removal import Removals
from mydia_desktop.workflows.retry import Retries
from tests.records import empty_records

PATIENCE_S = 30


class LiveRoom:
    """Live clients with everything a person can set off; ``notices`` is what was said."""

    def __init__(self, live, records, tasks, *, hold=6.0, patience=60.0):
        self.live = live
        self.notices = []
        self.now = 0.0
        spawn = tasks.create_task
        self.intents = Intents(live, records.keeper, spawn, clock=lambda: self.now)
        notes = HistoryNotes(live, records.keeper, spawn)
        self.actions = Actions(live, self.intents, notes, self.notices.append, clock=lambda: self.now)
        self.removals = Removals(live, self.actions, self.notices.append, spawn, hold=hold)
        self.retries = Retries(live, self.actions, notes, self.notices.append, unseen=2.0, patience=patience)
        self._news = asyncio.Event()
        self.actions.watch(self._news.set)
        self.removals.watch(self._news.set)

    async def follow(self):
        """Hand every update on."""
        async for update in self.live.feed():
            self.intents.apply(update)
            self.actions.apply(update)
            self.removals.apply(update)
            self.retries.apply(update)
            self._news.set()

    async def until(self, condition):
        """Wait until the condition holds; it is looked at whenever anything changed."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def row(self, name):
        """The row of this name; None if there is none."""
        return next((row for row in self.live.transfers.values() if row.name == name), None)

    def status(self, name):
        """What the client says the row does."""
        row = self.row(name)
        return row.status if row else None

    async def keys(self, *names):
        """The keys of the rows of these names, once they are all listed."""
        await self.until(lambda: all(self.row(name) for name in names))
        return tuple(self.row(name).key for name in names)


@asynccontextmanager
async def living(*daemons, wrap=lambda client: client, **options):
    """The workflows over these daemons, polled often."""

    def open_client(config):
        return wrap(ThreadedClient(lambda: build_adapter(config, lambda: config.password), name=config.name))

    live = Live(open_client)
    live.configure([daemon.config(refresh_seconds=0.2) for daemon in daemons])
    async with empty_records(live) as records, asyncio.TaskGroup() as tasks:
        room = LiveRoom(live, records, tasks, **options)
        ground = [tasks.create_task(live.run()), tasks.create_task(room.follow())]
        await live.settled()
        try:
            yield room
        finally:
            for task in ground:
                task.cancel()
