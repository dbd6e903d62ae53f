"""Removals in the journal: written before they are sent, closed only by an answer that lacks the row."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.record import (
    ClientUuid,
    CloseReason,
    Event,
    EventKind,
    NewEvent,
    Record,
    RecordChange,
    RecordId,
    StoreUnavailableError,
    ids_of,
)
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import event_detail, targets
from mydia_desktop.workflows.in_flight import Stage
from mydia_desktop.workflows.record_keeper import RecordKeeper

SETTLING_S = 10.0
"""A client that was frozen may answer before it comes to what waited in its socket, and takes a moment."""

WRITTEN_FIRST = frozenset({Verb.REMOVE, Verb.DELETE})

_STEPS: Mapping[Outcome, EventKind] = {
    Outcome.ACCEPTED: EventKind.SENT,
    Outcome.REFUSED: EventKind.REFUSED,
    Outcome.NOT_SENT: EventKind.NOT_SENT,
    Outcome.UNKNOWN: EventKind.UNKNOWN,
}


class Live(targets.Live, Protocol):
    """What is known now of clients and their downloads, and which records those have."""

    def find(self, names: Collection[str]) -> Sequence[TransferKey]:
        """Rows of any client known by any of these ids."""
        ...

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...

    def set_awaited(self, clients: Collection[ClientId]) -> None:
        """Say with which clients somebody waits until absence counts."""
        ...


@dataclass(slots=True, kw_only=True)
class Intent:
    """One removal between the click and the answer that lacks its row."""

    verb: Verb
    record_id: RecordId
    """Of the row's record; without one, an id of this intent's own."""
    attempt: int
    client: ClientUuid | None
    client_name: str
    names: tuple[str, ...]
    detail: Mapping[str, Any]
    has_record: bool
    key: TransferKey | None = None
    """Of the row; None until it is listed, if it was asked for before the program ended."""
    url: str | None = None
    """Of the client, as far as this run of the program knows."""
    earlier: bool = False
    """Asked for before the program ended: nothing but a person's word sends it again."""
    stage: Stage = Stage.SENDING
    since: float = 0.0
    """The moment of its outcome, on the caller's clock."""
    vanished: bool = False
    """An answer took the row away."""
    writing: bool = field(default=False, repr=False)


class Intents:
    """The journal of what is taken out of clients. Wants every update and a tick each second."""

    def __init__(
        self,
        live: Live,
        keeper: RecordKeeper,
        spawn: Callable[[Coroutine[None, None, None]], object],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``spawn`` gives work to whoever owns the tasks; ``clock`` counts seconds."""
        self._live, self._keeper, self._spawn = live, keeper, spawn
        self._clock = clock
        self._intents: dict[RecordId, Intent] = {}
        self._watchers: list[Callable[[], None]] = []

    @property
    def open(self) -> Collection[Intent]:
        """What no answer has brought to its end yet."""
        return self._intents.values()

    @property
    def unknown(self) -> frozenset[TransferKey]:
        """Rows whose removal may have reached their client or not."""
        return frozenset(
            intent.key for intent in self._intents.values() if intent.key and intent.stage is Stage.UNKNOWN
        )

    def is_leaving(self, client: ClientId, names: Collection[str]) -> bool:
        """Whether what this client knows by one of these ids is still being taken out of it."""
        wanted = set(names)
        return any(
            intent.key is not None
            and intent.key.client == client
            and not intent.earlier
            and not wanted.isdisjoint(intent.names)
            for intent in self._intents.values()
        )

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever ``open``, or what is known of one of them, changed."""
        self._watchers.append(changed)

    async def begin(self, verb: Verb, rows: Iterable[Transfer]) -> None:
        """Write down that these rows are to be taken out of their clients.

        Raises:
            StoreUnavailableError: nothing was written, so nothing may be sent.
        """
        self._keeper.check_ready()
        intents = [intent for row in rows if (intent := self._intent_for(verb, row)) is not None]
        await self._keeper.store.log(*(self._event(intent, EventKind.REQUESTED) for intent in intents))
        self._intents |= {intent.record_id: intent for intent in intents}
        self._tell_watchers()

    async def land(self, results: Iterable[Result]) -> None:
        """Write down what became of sending them."""
        outcomes = {result.key: result for result in results}
        events = []
        for intent in list(self._intents.values()):
            result = outcomes.get(intent.key) if intent.key and intent.stage is Stage.SENDING else None
            if result is None:
                continue
            intent.since = self._clock()
            events.append(self._event(intent, _STEPS[result.outcome], message=result.message))
            match result.outcome:
                case Outcome.ACCEPTED:
                    intent.stage = Stage.ACCEPTED
                case Outcome.UNKNOWN:
                    intent.stage = Stage.UNKNOWN
                case _:
                    del self._intents[intent.record_id]
        if events:
            await self._write(events)
            self._look()
            self._tell_watchers()

    def resume(self, last: Event, record: Record | None) -> None:
        """Follow what an earlier run of the program asked for and did not see the end of."""
        if last.record_id in self._intents:
            return
        known = last.detail.get("hash")
        self._intents[last.record_id] = Intent(
            verb=Verb(last.detail["verb"]),
            record_id=last.record_id,
            attempt=last.attempt,
            client=event_detail.client_of(last.detail),
            client_name=str(last.detail.get("client", "")),
            names=record.names if record else (known,) if isinstance(known, str) else (),
            detail=last.detail,
            has_record=record is not None,
            earlier=True,
            stage=Stage.UNKNOWN,
            since=self._clock(),
        )

    async def keep(self, intent: Intent, message: str) -> None:
        """It did not happen, or a person called it off: the row stays, and the record open.

        Raises:
            StoreUnavailableError: nothing was written.
        """
        await self._keeper.store.log(self._event(intent, EventKind.KEPT, message=message))
        self._forget(intent)

    def note_failures(self, verb: Verb, results: Iterable[Result], rows: Mapping[TransferKey, Transfer]) -> None:
        """Keep in the history what clients would not do, or could not be asked for."""
        self._note(
            self._event_of_row(EventKind.FAILED, verb, rows[result.key], outcome=result.outcome, message=result.message)
            for result in results
            if result.outcome is not Outcome.ACCEPTED and result.key in rows
        )

    def note_retries(self, rows: Iterable[Transfer]) -> None:
        """Keep in the history that these are to start again."""
        self._note(self._event_of_row(EventKind.RETRIED, Verb.RESUME, row) for row in rows)

    def _note(self, events: Iterable[NewEvent]) -> None:
        """Nobody waits for these; while the database can't be used they are not kept."""
        if noted := list(events):
            self._spawn(self._write(noted))

    def _event_of_row(self, kind: EventKind, verb: Verb, row: Transfer, **said: str) -> NewEvent:
        record = self._live.record_of(row.key)
        state = self._live.clients.get(row.key.client)
        return NewEvent(
            kind=kind,
            record_id=record.id if record else RecordId(uuid.uuid4().hex),
            attempt=record.attempt if record else 1,
            detail={**event_detail.of_row(verb, row, record, state), **said},
        )

    def apply(self, update: Update) -> None:
        """Look for what the clients' answers no longer list."""
        if not self._intents:
            return
        clients = self._live.clients if update.clients is None else update.clients
        for intent in self._intents.values():
            if intent.key in update.removed and (state := _client_of(intent, clients)) and state.live:
                intent.vanished = True
        if update.removed or update.clients is not None:
            self._look()

    def tick(self) -> None:
        """Try again what could not be written down, and have asked for what an end is waiting for."""
        if self._intents:
            self._look()
        clients = self._live.clients
        unknown = (intent for intent in self._intents.values() if intent.stage is Stage.UNKNOWN)
        self._live.set_awaited([state.id for intent in unknown if (state := _client_of(intent, clients)) is not None])

    def _intent_for(self, verb: Verb, row: Transfer) -> Intent | None:
        state = self._live.clients.get(row.key.client)
        if state is None:
            return None  # it left the settings a moment ago, and the sender notices that too
        record = self._live.record_of(row.key)
        earlier = next((intent for intent in self._intents.values() if intent.key == row.key), None)
        own_id = earlier.record_id if earlier else RecordId(uuid.uuid4().hex)
        return Intent(
            verb=verb,
            record_id=record.id if record else own_id,
            attempt=record.attempt if record else 1,
            client=state.uuid,
            client_name=state.name,
            names=ids_of(native_id=row.native_id, v1=row.v1, v2=row.v2),
            detail=event_detail.of_row(verb, row, record, state),
            has_record=record is not None,
            key=row.key,
            url=state.url,
            since=self._clock(),
        )

    def _look(self) -> None:
        """Take note of what is gone, of what turned out to be still there, and of what a person has to be asked."""
        clients = self._live.clients
        for intent in list(self._intents.values()):
            if not self._is_of_this_attempt(intent):
                self._forget(intent)
                continue
            state = _client_of(intent, clients)
            if state is None or not state.live or intent.writing or intent.stage is Stage.SENDING:
                continue
            key = next((key for key in self._live.find(intent.names) if key.client == state.id), None)
            if key is None:
                if intent.vanished or state.absence_counts:
                    self._deal(intent, self._close(intent))
            elif intent.stage is Stage.UNKNOWN and state.is_live(key) and state.absence_counts:
                # After an outage absence counts again only when the client has had its time.
                if intent.earlier:
                    self._ask(intent, key, state)
                elif self._clock() - intent.since >= SETTLING_S:
                    self._deal(intent, self.keep(intent, f"{state.name} still lists it."))

    def _ask(self, intent: Intent, key: TransferKey, state: ClientState) -> None:
        if intent.key is None:
            intent.key, intent.url = key, state.url
            self._tell_watchers()

    def _deal(self, intent: Intent, work: Coroutine[None, None, None]) -> None:
        intent.writing = True
        self._spawn(self._dealt_with(intent, work))

    async def _dealt_with(self, intent: Intent, work: Coroutine[None, None, None]) -> None:
        try:
            await work
        except StoreUnavailableError as error:
            # One of the next ticks tries again, or the next start.
            self._keeper.noticed(error)
        finally:
            intent.writing = False

    async def _close(self, intent: Intent) -> None:
        """Its row is gone because we asked: the record ends here."""
        kind, reason = _end_of(intent)
        event = self._event(intent, kind)
        if intent.has_record:
            now = int(time.time())
            closed = RecordChange(closed_at=now, close_reason=reason)
            if intent.detail.get("done"):
                closed["completed_at"] = intent.detail.get("completed_at") or now
            written = await self._keeper.store.change(
                intent.record_id, closed, event, only_open=True, attempt=intent.attempt
            )
            if written is not None:
                self._keeper.took(written)
            elif self._is_of_this_attempt(intent):
                await self._keeper.store.log(event)  # it had ended before, and only the history hears of this
        else:
            await self._keeper.store.log(event)
        self._forget(intent)

    def _is_of_this_attempt(self, intent: Intent) -> bool:
        """Whether its record was not added again since."""
        record = self._keeper.records.get(intent.record_id)
        return not intent.has_record or record is None or record.attempt == intent.attempt

    def _forget(self, intent: Intent) -> None:
        if self._intents.get(intent.record_id) is intent:
            del self._intents[intent.record_id]
            self._tell_watchers()

    def _event(self, intent: Intent, kind: EventKind, **said: str) -> NewEvent:
        known = {key: value for key, value in said.items() if value}
        return NewEvent(
            kind=kind, record_id=intent.record_id, attempt=intent.attempt, detail={**intent.detail, **known}
        )

    async def _write(self, events: Sequence[NewEvent]) -> None:
        try:
            await self._keeper.store.log(*events)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()


def _client_of(intent: Intent, clients: Mapping[ClientId, ClientState]) -> ClientState | None:
    """The client it is about, if it is still the same one."""
    if intent.key is not None:
        state = clients.get(intent.key.client)
        return state if state and (state.uuid, state.url) == (intent.client, intent.url) else None
    if intent.client is not None:
        return next((state for state in clients.values() if state.uuid == intent.client), None)
    return next((state for state in clients.values() if state.name == intent.client_name), None)


def _end_of(intent: Intent) -> tuple[EventKind, CloseReason]:
    if intent.verb is Verb.DELETE:
        return EventKind.DELETED, CloseReason.DELETED
    if intent.detail.get("done"):
        return EventKind.REMOVED, CloseReason.COMPLETED
    return EventKind.CANCELLED, CloseReason.CANCELLED
