"""Everything a person can set off for downloads, over one live view and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from mydia_desktop.domain.record import CloseReason, RecordId
from mydia_desktop.domain.snapshot import Update
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.workflows import actions, additions, gone, intents
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.additions import Additions
from mydia_desktop.workflows.deliveries import Deliveries
from mydia_desktop.workflows.gone import GoneRecords
from mydia_desktop.workflows.history_notes import HistoryNotes
from mydia_desktop.workflows.importing import taking_out
from mydia_desktop.workflows.importing.seeded import SeededRemovals
from mydia_desktop.workflows.importing.taking_out import TakingOut
from mydia_desktop.workflows.intents import Intents
from mydia_desktop.workflows.labelling import Labelling
from mydia_desktop.workflows.notices import Notice
from mydia_desktop.workflows.reconciliation import Reconciliation
from mydia_desktop.workflows.records import Records
from mydia_desktop.workflows.removal import Removals, Spawn
from mydia_desktop.workflows.retry import Retries
from mydia_desktop.workflows.targets import Importable, Targets


class Live(actions.Live, additions.Live, gone.Live, intents.Live, taking_out.Live, Protocol):
    """What is known now, the way to the clients, and which records are on their way."""

    def set_pending(self, records: Collection[RecordId]) -> None:
        """Say which records are on their way in or out: not being listed, they are not gone."""
        ...


class DownloadWorkflows:
    """Builds the workflows and hands updates on to them."""

    def __init__(self, live: Live, records: Records, announce: Callable[[Notice], None], spawn: Spawn) -> None:
        """``announce`` hears what a person has to know; ``spawn`` gives work to whoever owns the tasks."""
        self.live = live
        self.keeper = records.keeper
        self.identities = records.identities
        self.library = records.library
        self.matching = records.matching
        self.adoption = records.adoption
        self.history = records.history
        self.imports = records.imports
        self._intents = Intents(live, self.keeper, spawn)
        self._deliveries = Deliveries(live, self.keeper, records.kept, spawn)
        notes = HistoryNotes(live, self.keeper, spawn)
        self.actions = Actions(live, self._intents, notes, announce)
        self.removals = Removals(live, self.actions, announce, spawn)
        self.retries = Retries(live, self.actions, notes, announce)
        self._taking_out = TakingOut(live, records.imports, self.actions, spawn)
        self._seeded = SeededRemovals(live, records.imports, self.actions, spawn)
        self.labelling = Labelling(live, self.actions)
        self.additions = Additions(live, self.keeper, records.kept, self._deliveries, self._intents)
        self.left_behind = records.left_behind
        self.gone = GoneRecords(live, self.keeper, records.kept, self._deliveries)
        self.reconciliation = Reconciliation(live, self.keeper, self._deliveries, self._intents, self.actions, spawn)
        for journal in (self._deliveries, self._intents):
            journal.watch(self._tell_pending)

    def targets(self, keys: Sequence[TransferKey]) -> Targets:
        """What these rows allow now."""
        held = {row.key for row in self.removals.rows}
        return Targets(keys, self.live, self.actions.unsettled | held, self._importable)

    def _importable(self, key: TransferKey) -> Importable:
        if not self.imports.is_on:
            return Importable.OFF
        record = self.live.record_of(key)
        if record is None or record.subject is None:
            return Importable.UNMATCHED
        return Importable.AGAIN if record.close_reason is CloseReason.IMPORTED else Importable.YES

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever something is on its way, or no longer is."""
        self.actions.watch(changed)
        self.removals.watch(changed)

    def apply(self, update: Update) -> None:
        """Take in what changed."""
        self._intents.apply(update)
        self._deliveries.apply(update)
        self.actions.apply(update)
        self.removals.apply(update)
        self.retries.apply(update)
        self._seeded.apply(update)

    def tick(self) -> None:
        """A second has passed."""
        self._intents.tick()
        self._deliveries.tick()
        self.actions.tick()

    def close(self) -> None:
        """The program ends: what can still be undone is not sent."""
        self.removals.close()

    def _tell_pending(self) -> None:
        self.live.set_pending({*self._deliveries.under_way, *self._intents.pending})
