"""After a start: what was asked for before the program ended, and is not known to have come to its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from mydia_desktop.domain.command import Result, Verb
from mydia_desktop.domain.record import Event, RecordId, StoreUnavailableError
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.deliveries import Deliveries
from mydia_desktop.workflows.intent import Intent
from mydia_desktop.workflows.intents import WRITTEN_FIRST, Intents
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState
from mydia_desktop.workflows.removal import Spawn


class Live(Protocol):
    """The rows shown now."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalQuestion:
    """A removal was asked for before the program ended, and its row is still there: shall it be done now?"""

    id: RecordId
    """Of the removal's events: the record's, or the removal's own."""
    verb: Verb
    """``REMOVE``, or ``DELETE`` where its files are to be erased."""
    client: ClientId
    row: Transfer
    """As its client lists it now."""


class Reconciliation:
    """Picks up what an earlier run left open. Additions settle by themselves; removals are never sent by themselves."""

    def __init__(
        self,
        live: Live,
        keeper: RecordKeeper,
        deliveries: Deliveries,
        intents: Intents,
        actions: Actions,
        spawn: Spawn,
    ) -> None:
        """``spawn`` gives work to whoever owns the tasks."""
        self._live, self._keeper, self._spawn = live, keeper, spawn
        self._deliveries, self._intents, self._actions = deliveries, intents, actions
        self._begun = False
        keeper.watch(self._begin_once)

    @property
    def questions(self) -> tuple[RemovalQuestion, ...]:
        """What only a person can answer; one whose row vanishes meanwhile answers itself."""
        asked = ((intent, self._row_of(intent)) for intent in self._intents.open if intent.earlier)
        return tuple(
            RemovalQuestion(id=intent.record_id, verb=intent.verb, client=row.key.client, row=row)
            for intent, row in asked
            if row is not None
        )

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever ``questions`` may have changed."""
        self._intents.watch(changed)

    async def remove_now(self, question: RemovalQuestion) -> list[Result]:
        """Send it after all, at the person's word; written down as any other removal."""
        return await self._actions.run(question.verb, [question.row.key])

    async def keep(self, question: RemovalQuestion) -> None:
        """Call it off.

        Raises:
            StoreUnavailableError: nothing was written; the question stays.
        """
        for intent in self._intents.open:
            if intent.record_id == question.id and intent.earlier:
                await self._intents.keep(intent)

    def _begin_once(self) -> None:
        if not self._begun and self._keeper.state is StoreState.READY:
            self._begun = True
            self._spawn(self._begin())

    async def _begin(self) -> None:
        """Pick up what is open in the database. Its records are loaded by now."""
        store = self._keeper.store
        try:
            unsettled = await store.unsettled()
        except StoreUnavailableError as error:
            self._begun = False  # until it is ready again
            self._keeper.noticed(error)
            return
        for event in unsettled:
            if event.actor == store.actor:  # what another desktop asked for is on its way there
                self._resume(event)

    def _resume(self, event: Event) -> None:
        record = self._keeper.records.get(event.record_id)
        verb = event.detail.get("verb")
        if verb == event_detail.ADD and record is not None and record.is_open and record.attempt == event.attempt:
            self._deliveries.resume(record, event)
        elif verb in WRITTEN_FIRST:
            self._intents.resume(event, record)

    def _row_of(self, intent: Intent) -> Transfer | None:
        return self._live.transfers.get(intent.key) if intent.key else None
