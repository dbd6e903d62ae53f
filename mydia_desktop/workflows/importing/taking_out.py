"""Moved downloads leave their client when they are in the library; only then their files go."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Mapping
from typing import Protocol

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.live.feed import Feed
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.importing.imports import Imports
from mydia_desktop.workflows.importing.placing import Imported, clear_sources
from mydia_desktop.workflows.importing.plan import Plan
from mydia_desktop.workflows.removal import Spawn

_log = logging.getLogger(__name__)

GONE_WITHIN_S = 120.0
"""So long an answer may take that shows a removal."""


class Live(Protocol):
    """The rows."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row shown of a record."""
        ...

    def feed(self) -> Feed:
        """A stream of updates of one's own, beginning with everything."""
        ...


class TakingOut:
    """Ends a move. If the program ends in between, the download stays in its client, and its files with it."""

    def __init__(self, live: Live, imports: Imports, actions: Actions, spawn: Spawn) -> None:
        """``spawn`` gives work to whoever owns the tasks."""
        self._live, self._actions, self._spawn = live, actions, spawn
        imports.watch_finished(self._imported)

    def _imported(self, record: Record, plan: Plan, imported: Imported) -> None:
        if plan.method is Method.MOVE:
            self._spawn(self._take_out(record, plan, imported))

    async def _take_out(self, record: Record, plan: Plan, imported: Imported) -> None:
        key = self._live.key_of(record.id)
        row = self._live.transfers.get(key) if key else None
        if key is None or row is None:
            return
        (result,) = await self._actions.run(Verb.REMOVE, [key])
        if result.outcome is not Outcome.ACCEPTED:
            return  # the person is told as of any command
        try:
            async with asyncio.timeout(GONE_WITHIN_S):
                async for _ in self._live.feed():
                    if key not in self._live.transfers:
                        break
        except TimeoutError:
            _log.warning("%s still lists %s, so its files stay", record.client_name, record.title)
            return
        state = self._live.clients.get(key.client)
        if state is None or not state.live:
            _log.warning("%s is not asked any more, so the files of %s stay", record.client_name, record.title)
            return
        same_place = (one.content_path == row.content_path for one in self._rows_of(key.client))
        if row.content_path and any(same_place):
            _log.warning("%s offers the files of %s in another download, so they stay", state.name, record.title)
            return
        try:
            await in_own_thread(lambda: clear_sources(imported, plan.content), name="import")
        except OSError as error:
            _log.warning("The files of %s could not be cleared away: %s", record.title, error)

    def _rows_of(self, client: ClientId) -> Iterator[Transfer]:
        return (row for row in self._live.transfers.values() if row.key.client == client)
