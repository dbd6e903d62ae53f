"""Moved downloads leave their client when they are in the library; only then their files go."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.import_rules import Method
from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import ClientError
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

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """The settings in force."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row shown of a record."""
        ...

    async def content(self, key: TransferKey) -> Content | None:
        """The files of a row."""
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
        if key is None:
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
        try:
            kept = await self._offered_elsewhere(frozenset(file.source for file in imported.files))
            if kept:
                _log.warning("Another download offers files of %s, so %d of them stay", record.title, len(kept))
            moved = replace(imported, files=tuple(file for file in imported.files if file.source not in kept))
            await in_own_thread(lambda: clear_sources(moved, plan.content), name="import")
        except (ClientError, OSError) as error:
            _log.warning("The files of %s could not be cleared away: %s", record.title, error)

    async def _offered_elsewhere(self, sources: frozenset[Path]) -> set[Path]:
        """Those of these files that a download of any client has, by its place or, in a folder, by its list of files.

        Raises:
            ClientError: a client can't say.
        """
        configs = {config.id: config for config in self._live.configs}
        rows = [(key, row.content_path) for key, row in self._live.transfers.items() if row.content_path]
        folders = {folder for source in sources for folder in source.parents}

        def places() -> tuple[set[Path], list[TransferKey]]:
            here = {key: local_path(path, configs[key.client]) for key, path in rows if key.client in configs}
            return set(sources.intersection(here.values())), [key for key, place in here.items() if place in folders]

        kept, around = await in_own_thread(places, name="import")  # there may be tens of thousands
        for key in around:
            content = await self._live.content(key)
            root = local_path(content.folder, configs[key.client]) if content else None
            if content and root:
                kept |= sources & {root / file.path for file in content.files}
        return kept
