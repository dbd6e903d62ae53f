"""Everything that remembers, over one database and one live view."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Protocol

from mydia_desktop.live.feed import Feed
from mydia_desktop.workflows import identity, matching, record_keeper
from mydia_desktop.workflows.adoption import Adoption
from mydia_desktop.workflows.completion import CompletionMonitor
from mydia_desktop.workflows.happenings import Happenings
from mydia_desktop.workflows.history import History
from mydia_desktop.workflows.identity import Bind, Identities
from mydia_desktop.workflows.importing import imports
from mydia_desktop.workflows.importing.imports import Imports
from mydia_desktop.workflows.kept_releases import KeptReleases
from mydia_desktop.workflows.left_behind import LeftBehind
from mydia_desktop.workflows.library import Library
from mydia_desktop.workflows.matching import Matching
from mydia_desktop.workflows.outage_watch import OutageWatch
from mydia_desktop.workflows.record_keeper import RecordKeeper
from mydia_desktop.workflows.record_store import RecordStore
from mydia_desktop.workflows.suggestion import Suggester


class Live(record_keeper.Live, identity.Live, matching.Live, imports.Live, Protocol):
    """The rows, the settings they come from, and what is remembered of them."""

    def feed(self) -> Feed:
        """A stream of updates of one's own, beginning with everything."""
        ...


class Records:
    """Builds what holds the database and the live view together, and runs it beside both."""

    def __init__(self, store: RecordStore, live: Live, bind: Bind, torrents: Path, *, shared: bool = False) -> None:
        """``bind`` writes into config.toml which client of the database a section is; ``shared`` is a PostgreSQL.

        ``torrents`` is the folder that keeps releases.
        """
        self.kept = KeptReleases(torrents)
        self.keeper = RecordKeeper(store, live, shared=shared)
        self.identities = Identities(self.keeper, live, bind)
        self.library = Library(self.keeper)
        self.matching = Matching(self.keeper, live, Suggester(self.library))
        self.adoption = Adoption(self.keeper, live, self.library, self.matching)
        self.history = History(self.keeper)
        self.happenings = Happenings()
        self.completion = CompletionMonitor(live, self.keeper, self.happenings)
        self.imports = Imports(live, self.keeper, self.happenings)
        self.left_behind = LeftBehind(live, self.keeper, self.imports)
        self._outages = OutageWatch(self.happenings)
        self._live = live

    async def run(self) -> None:
        """Open the database and follow both sides, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            for part in (
                self.keeper,
                self.identities,
                self.library,
                self.adoption,
                self.completion,
                self.imports,
                self._outages,
            ):
                tasks.create_task(part.run())
            tasks.create_task(self._follow())

    async def load(self) -> Path | None:
        """Read once what is known, for somebody who looks and goes: nothing is asked, and nothing written.

        Returns:
            The file as it was, if the database had to be brought up to date for it.

        Raises:
            StoreUnavailableError: it can't be read.
        """
        await self.keeper.open()
        await self.identities.bind_known()
        await self.keeper.read()
        return self.keeper.store.backup

    async def close(self) -> None:
        """Let go of the database after the transaction under way."""
        await self.keeper.close()

    async def _follow(self) -> None:
        async for update in self._live.feed():
            self.adoption.apply(update)
            if update.clients is not None:
                self._outages.apply(update.clients)
