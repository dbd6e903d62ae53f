"""Releases on their way into their clients: written down, sent one at a time, followed until an answer lists them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from mydia_desktop.domain.command import Added, Addition, Outcome
from mydia_desktop.domain.record import (
    ClientUuid,
    Event,
    EventKind,
    NewEvent,
    NewRecord,
    Record,
    RecordChange,
    RecordId,
    StoreUnavailableError,
    ids_of,
)
from mydia_desktop.domain.release import Release
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import event_detail, targets
from mydia_desktop.workflows.delivery import Delivery, Options
from mydia_desktop.workflows.in_flight import Stage
from mydia_desktop.workflows.kept_releases import KeptReleases
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState
from mydia_desktop.workflows.removal import Spawn

SETTLING_S = 10.0
"""A client that was frozen may answer before it comes to what waited in its socket."""
UNLISTED_S = 60.0
"""What a client took but does not list after so long will not come."""
REPEATS = 1
"""How often an addition is sent again by itself, in one run of the program."""


class Live(targets.Live, Protocol):
    """What is known now, and the way to the clients."""

    async def add(self, client: ClientId, addition: Addition) -> Added:
        """Add one release; every failure is in the answer."""
        ...

    def find(self, names: Collection[str]) -> Sequence[TransferKey]:
        """Rows of any client known by any of these ids."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AddResult:
    """What became of one addition. ``message`` is a sentence for a person unless accepted."""

    outcome: Outcome
    message: str = ""
    record_id: RecordId | None = None
    """None: nothing was written down."""
    already_there: bool = False
    """Its client had it before; nothing was added."""


class Deliveries:
    """Adds releases. Wants every update and a tick each second."""

    def __init__(
        self,
        live: Live,
        keeper: RecordKeeper,
        kept: KeptReleases,
        spawn: Spawn,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``spawn`` gives work to whoever owns the tasks; ``clock`` counts seconds."""
        self._live, self._keeper, self._kept, self._spawn = live, keeper, kept, spawn
        self._clock = clock
        self._deliveries: dict[RecordId, Delivery] = {}
        self._beginning: set[tuple[ClientUuid, str]] = set()
        """What is just being written down, by client and id."""
        self._turns: dict[ClientUuid, asyncio.Lock] = {}
        self._watchers: list[Callable[[], None]] = []

    @property
    def under_way(self) -> Mapping[RecordId, Delivery]:
        """What no answer has listed yet, by record."""
        return MappingProxyType(self._deliveries)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever ``under_way`` changed."""
        self._watchers.append(changed)

    def is_under_way(self, client: ClientUuid, names: Collection[str]) -> bool:
        """Whether something is on its way to this client under one of these ids."""
        wanted = {(client, name) for name in names}
        begun = ((each.record.client_uuid, name) for each in self._deliveries.values() for name in each.record.names)
        return not wanted.isdisjoint(self._beginning) or not wanted.isdisjoint(begun)

    async def send(self, new: NewRecord, release: Release, options: Options) -> AddResult:
        """Write down what is wanted, then send it when it is its turn in that client.

        Raises:
            StoreUnavailableError: nothing was written, so nothing was sent.
        """
        self._keeper.check_ready()
        names = ids_of(native_id=new.native_id, v1=new.v1, v2=new.v2)
        if self.is_under_way(new.client_uuid, names):
            words = translate("Actions", "This is on its way to {name} already.").format(name=new.client_name)
            return AddResult(outcome=Outcome.NOT_SENT, message=words)
        beginning = {(new.client_uuid, name) for name in names}
        self._beginning |= beginning
        try:
            delivery = await self._begin(new, options)
        finally:
            self._beginning -= beginning
        return await self._send(delivery, release)

    def resume(self, record: Record, last: Event) -> None:
        """Follow what an earlier run of the program asked for and did not see the end of."""
        if record.id not in self._deliveries:
            self._deliveries[record.id] = Delivery(
                record=record,
                options=Options.told_by(last.detail),
                detail=last.detail,
                stage=Stage.UNKNOWN,
                since=self._clock(),
            )
            self._tell_watchers()

    def apply(self, update: Update) -> None:
        """Look for what the clients' answers list."""
        if self._deliveries and (update.changed or update.clients is not None):
            self._look()

    def tick(self) -> None:
        """Notice what no answer has listed for too long."""
        if self._deliveries:
            self._look()

    async def _begin(self, new: NewRecord, options: Options) -> Delivery:
        detail = event_detail.of_addition(new) | {"options": options.as_detail()}
        try:
            record = await self._keeper.store.begin(new, EventKind.REQUESTED, detail)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise
        delivery = Delivery(record=record, options=options, detail=detail, since=self._clock())
        self._deliveries[record.id] = delivery
        self._tell_watchers()  # before it is known: not being listed yet, it would look gone
        self._keeper.took(record)
        return delivery

    def _look(self) -> None:
        if self._keeper.state is not StoreState.READY:
            return
        clients = {state.uuid: state for state in self._live.clients.values() if state.uuid and state.live}
        for delivery in list(self._deliveries.values()):
            state = clients.get(delivery.record.client_uuid or ClientUuid(""))
            if state is None or delivery.writing or delivery.stage is Stage.SENDING:
                continue
            if (row := self._row_of(delivery, state)) is not None:
                self._deal(delivery, self._confirm(delivery, row))
            elif delivery.stage is Stage.UNKNOWN and state.absence_counts and self._waited(delivery) >= SETTLING_S:
                self._deal(delivery, self._repeat(delivery, state))
            elif delivery.stage is Stage.ACCEPTED and state.absence_counts and self._waited(delivery) >= UNLISTED_S:
                words = translate(
                    "Actions", "{name} took this but does not list it. Send it again, or choose another client."
                ).format(name=state.name)
                self._deal(delivery, self._fail(delivery, Outcome.REFUSED, words))

    def _deal(self, delivery: Delivery, work: Coroutine[None, None, None]) -> None:
        delivery.writing = True
        self._spawn(self._dealt_with(delivery, work))

    async def _dealt_with(self, delivery: Delivery, work: Coroutine[None, None, None]) -> None:
        try:
            await work
        except StoreUnavailableError as error:
            self._keeper.noticed(error)  # one of the next ticks tries again, or the next start
        finally:
            delivery.writing = False

    def _row_of(self, delivery: Delivery, state: ClientState) -> Transfer | None:
        found = (key for key in self._live.find(delivery.record.names) if key.client == state.id)
        return next((self._live.transfers[key] for key in found), None)

    def _waited(self, delivery: Delivery) -> float:
        return self._clock() - delivery.since

    async def _send(self, delivery: Delivery, release: Release) -> AddResult:
        """Wait for the client's turn, send, and write down what became of it."""
        uuid = delivery.record.client_uuid or ClientUuid("")
        async with self._turns.setdefault(uuid, asyncio.Lock()):
            state = next((each for each in self._live.clients.values() if each.uuid == uuid), None)
            name = delivery.record.client_name
            if state is None or not state.live:
                words = translate("Actions", "{name} does not answer at the moment. Nothing was sent.").format(
                    name=name
                )
                added = Added(outcome=Outcome.NOT_SENT, message=words)
            else:
                added = await self._live.add(state.id, delivery.options.addition(release))
        delivery.since = self._clock()
        try:
            await self._land(delivery, added)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
        self._tell_watchers()
        return AddResult(
            outcome=added.outcome,
            message=added.message,
            record_id=delivery.record.id,
            already_there=added.already_there,
        )

    async def _land(self, delivery: Delivery, added: Added) -> None:
        match added.outcome:
            case Outcome.ACCEPTED:
                delivery.stage = Stage.ACCEPTED
                await self._keeper.store.log(delivery.event(EventKind.SENT, message=added.message))
            case Outcome.UNKNOWN:
                delivery.stage = Stage.UNKNOWN
                await self._keeper.store.log(delivery.event(EventKind.UNKNOWN, message=added.message))
            case Outcome.NOT_SENT if delivery.repeats:
                # Nobody asked just now. It is as unsettled as before, and waits for the client to answer again.
                delivery.stage = Stage.UNKNOWN
                delivery.repeats -= 1
            case _:
                await self._fail(delivery, added.outcome, added.message)

    async def _confirm(self, delivery: Delivery, row: Transfer) -> None:
        changes = RecordChange(
            native_id=row.native_id, last_name=row.name, last_save_path=row.save_path or None, error_message=None
        )
        if row.v1:
            changes["v1"] = row.v1
        if row.v2:
            changes["v2"] = row.v2
        event = delivery.event(EventKind.CONFIRMED, name=row.name, path=row.save_path, size=row.size or None)
        await self._end(delivery, changes, event)

    async def _fail(self, delivery: Delivery, outcome: Outcome, message: str) -> None:
        """It is not there and will not come: the record says why, until a person sends it again or dismisses it."""
        kind = EventKind.NOT_SENT if outcome is Outcome.NOT_SENT else EventKind.REFUSED
        try:
            event = delivery.event(kind, message=message)
            await self._end(delivery, RecordChange(error_message=message), event)
        finally:
            self._forget(delivery)

    async def _repeat(self, delivery: Delivery, state: ClientState) -> None:
        """Send it again: its client answers, and does not have it. Adding may be repeated."""
        found = await self._kept.find(delivery.record)
        if found is None or delivery.repeats >= REPEATS:
            words = translate(
                "Actions", "{name} was asked to add this, gave no answer, and does not list it. Send it again."
            ).format(name=state.name)
            await self._fail(delivery, Outcome.REFUSED, words)
            return
        message = translate("Actions", "{name} does not list it. It is sent again.").format(name=state.name)
        await self._keeper.store.log(delivery.event(EventKind.REQUESTED, message=message))
        delivery.repeats += 1
        delivery.stage = Stage.SENDING
        await self._send(delivery, found.release)

    async def _end(self, delivery: Delivery, changes: RecordChange, event: NewEvent) -> None:
        record = delivery.record
        written = await self._keeper.store.change(record.id, changes, event, attempt=record.attempt)
        if written is not None:
            self._keeper.took(written)
        self._forget(delivery)

    def _forget(self, delivery: Delivery) -> None:
        if self._deliveries.get(delivery.record.id) is delivery:
            del self._deliveries[delivery.record.id]
            self._tell_watchers()

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()
