"""Everything that remembers, over clients in memory and a real database, for tests of what a person sets off."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

from mydia_desktop.config.saving import SettingsFile
from mydia_desktop.config.settings import load
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live.aggregator import Live
from mydia_desktop.store.database import Store
from mydia_desktop.workflows.record_keeper import StoreState
from mydia_desktop.workflows.records import Records
from tests.live_room import config

PATIENCE_S = 20


def section(client, **changes):
    """A client in config.toml."""
    said = {"id": client, "kind": "transmission", "name": client.upper(), "url": f"http://{client}:9091"} | changes
    return "[[clients]]\n" + "".join(f'{key} = "{value}"\n' for key, value in said.items()) + "refresh_seconds = 0.5\n"


class RecordsRoom:
    """One desktop: its config.toml, its clients, its records."""

    def __init__(self, folder, clients, url, *, shared=False, address=None):
        self.file = folder / "config.toml"
        self.clients = {client.client: client for client in clients}
        for client in clients:
            client._told = None  # a program that was just started is a new session
        if not self.file.exists():
            folder.mkdir(parents=True, exist_ok=True)
            changes = {"url": address} if address else {}
            self.file.write_text("# my own words\n" + "\n".join(section(client, **changes) for client in self.clients))
        self.live = Live(lambda chosen: self.clients[chosen.id])
        self.store = Store(url, actor=folder.name)
        self.bound = []
        self.records = Records(self.store, self.live, self.bind, folder / "torrents", shared=shared)
        for part in ("keeper", "identities", "library", "matching", "adoption", "history"):
            setattr(self, part, getattr(self.records, part))
        self._news = asyncio.Event()
        self.keeper.watch(self._news.set)
        self.keeper.watch_records(lambda _: self._news.set())
        self.identities.watch(self._news.set)
        self.library.watch(lambda _: self._news.set())
        self.adoption.watch(lambda _: self._news.set())

    async def bind(self, bindings):
        """Write it into config.toml, as the program does."""
        self.bound.append(bindings)
        SettingsFile(self.file).bind(bindings)

    def configure(self):
        """Put config.toml as it is now in force, the clients asked often."""
        self.identities.configure([config_of(section) for section in load(self.file).clients])

    async def follow(self):
        """Notice whatever the clients answer."""
        async for _ in self.live.feed():
            self._news.set()

    async def until(self, condition):
        """Wait until the condition holds; it is looked at whenever anything changed. What it said is returned."""
        async with asyncio.timeout(PATIENCE_S):
            while not (answer := condition()):
                self._news.clear()
                await self._news.wait()
            return answer

    async def until_ready(self):
        """Wait until everything was read and every client that can be is bound."""
        await self.until(lambda: self.keeper.state is StoreState.READY and self.library.is_complete)
        await self.until(
            lambda: all(
                state.uuid or any(asked.client == state.id for asked in self.identities.questions)
                for state in self.live.clients.values()
            )
        )

    async def row(self, name):
        """The row of this name, once it is listed."""
        return await self.until(lambda: next((row for row in self.live.transfers.values() if row.name == name), None))

    def record(self, key):
        """What is remembered of a row."""
        return self.live.record_of(key)

    def uuid(self, client):
        """Which client of the database a section is, as far as the rows are concerned."""
        return self.live.clients[ClientId(client)].uuid

    async def kinds(self, record_id):
        """What happened to a record, from the first to the last."""
        return [event.kind for event in sorted(await self.history.of(record_id), key=lambda event: event.id)]


def config_of(read):
    """As the section says, but asked often."""
    return config(
        read.id, kind=read.kind, name=read.name, url=read.url, uuid=read.uuid, uuid_url=read.uuid_url,
        enabled=read.enabled,
    )  # fmt: skip


@asynccontextmanager
async def desktop(folder, *clients, url=None, shared=False, adopt=False, address=None):
    """One running desktop over these clients; its database is a file in the folder unless another is named.

    ``address`` is the clients' in a config.toml that is not there yet.
    """
    room = RecordsRoom(folder, clients, url or f"sqlite:///{folder}/mydia.sqlite3", shared=shared, address=address)
    room.configure()
    room.adoption.set_enabled(adopt)
    async with asyncio.TaskGroup() as tasks:
        ground = [tasks.create_task(each) for each in (room.live.run(), room.records.run(), room.follow())]
        try:
            yield room
        finally:
            for task in ground:
                task.cancel()
            await room.records.close()
