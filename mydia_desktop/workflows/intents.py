"""Removals in the journal: written before they are sent, closed only by an answer that lacks the row."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import Protocol

from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.record import Event, EventKind, NewEvent, Record, RecordId, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import targets
from mydia_desktop.workflows.in_flight import Stage
from mydia_desktop.workflows.intent import Intent
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState

SETTLING_S = 10.0
"""A client that was frozen may answer before it comes to what waited in its socket, and takes a moment."""
LAPSES_S = 300.0
"""A row that goes so long after its client seemed not to have done it went because we asked: large ones take time."""
AT_ONCE = 100
"""So many ends are told in one go: the window takes in each of them."""

WRITTEN_FIRST = frozenset({Verb.REMOVE, Verb.DELETE})

_STEPS: Mapping[Outcome, EventKind] = {
    Outcome.ACCEPTED: EventKind.SENT,
    Outcome.REFUSED: EventKind.REFUSED,
    Outcome.NOT_SENT: EventKind.NOT_SENT,
    Outcome.UNKNOWN: EventKind.UNKNOWN,
}
_FOLLOWED = {Outcome.ACCEPTED: Stage.ACCEPTED, Outcome.UNKNOWN: Stage.UNKNOWN}


class _Found(Enum):
    """What the clients' answers show of a removal."""

    NOTHING = auto()
    GONE = auto()
    THERE = auto()
    """Nobody knew whether it was done: it was not."""
    TO_ASK = auto()
    """It is there, after a start: a person has to say what is to be."""
    OVERTAKEN = auto()
    """It was added again since, or so much time has passed that we may not be meant by what happens now."""


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
    def open(self) -> list[Intent]:
        """What no answer has brought to its end yet."""
        return [intent for intent in self._intents.values() if intent.is_open]

    @property
    def pending(self) -> Collection[RecordId]:
        """Whose row, should it go, went because we asked."""
        return self._intents.keys()

    @property
    def unknown(self) -> frozenset[TransferKey]:
        """Rows whose removal may have reached their client or not."""
        return frozenset(
            intent.key for intent in self._intents.values() if intent.key and intent.stage is Stage.UNKNOWN
        )

    def is_leaving(self, client: ClientId, names: Collection[str]) -> bool:
        """Whether what this client knows by one of these ids is still being taken out of it."""
        wanted = set(names)
        leaving = (intent for intent in self.open if intent.key is not None and not intent.earlier)
        return any(
            intent.key is not None and intent.key.client == client and not wanted.isdisjoint(intent.names)
            for intent in leaving
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
        clients, now = self._live.clients, self._clock()
        own_ids = {intent.key: intent.record_id for intent in self._intents.values() if not intent.has_record}
        intents = [
            Intent.of_row(verb, row, self._live.record_of(row.key), client, own_ids.get(row.key), now)
            for row in rows
            # One that left the settings a moment ago is not sent either.
            if (client := clients.get(row.key.client)) is not None
        ]
        await self._write(*(intent.event(EventKind.REQUESTED) for intent in intents))
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
            events.append(intent.event(_STEPS[result.outcome], result.message))
            if stage := _FOLLOWED.get(result.outcome):
                intent.stage, intent.since = stage, self._clock()
            else:
                del self._intents[intent.record_id]
        try:
            await self._write(*events)
        except StoreUnavailableError:
            # As far as the database knows they were only asked for, which the next start deals with as well.
            self._tell_watchers()
            return
        self._look()
        self._tell_watchers()

    def resume(self, last: Event, record: Record | None) -> None:
        """Follow what an earlier run of the program asked for and did not see the end of."""
        if last.record_id not in self._intents:
            self._intents[last.record_id] = Intent.of_earlier(last, record, self._clock())
            self._tell_watchers()

    async def keep(self, intent: Intent) -> None:
        """A person called it off: the row stays, and the record open.

        Raises:
            StoreUnavailableError: nothing was written.
        """
        await self._write(intent.event(EventKind.KEPT, "Called off."))
        self._forget(intent)
        self._tell_watchers()

    def apply(self, update: Update) -> None:
        """Look for what the clients' answers no longer list."""
        if not self._intents:
            return
        clients = self._live.clients if update.clients is None else update.clients
        for intent in self._intents.values():
            if intent.key in update.removed and (state := intent.client_among(clients)) and state.live:
                intent.vanished = True
        if update.removed or update.clients is not None:
            self._look()

    def tick(self) -> None:
        """Try again what could not be written down, and have asked for what an end is waiting for."""
        if self._intents:
            self._look()
        clients = self._live.clients
        unknown = (intent for intent in self._intents.values() if intent.stage is Stage.UNKNOWN)
        self._live.set_awaited([state.id for intent in unknown if (state := intent.client_among(clients)) is not None])

    def _look(self) -> None:
        """Deal with what is gone, with what turned out to be still there, and with what is no longer of interest."""
        if self._keeper.state is not StoreState.READY:
            return
        clients = self._live.clients
        found: dict[_Found, list[Intent]] = {found: [] for found in _Found}
        for intent in self._intents.values():
            found[self._judge(intent, intent.client_among(clients))].append(intent)
        for intent in found[_Found.OVERTAKEN]:
            self._forget(intent)
        if found[_Found.GONE] or found[_Found.THERE]:
            self._settle(found[_Found.GONE], found[_Found.THERE])
        if found[_Found.OVERTAKEN] or found[_Found.TO_ASK]:
            self._tell_watchers()

    def _judge(self, intent: Intent, state: ClientState | None) -> _Found:
        if not self._is_of_this_attempt(intent):
            return _Found.OVERTAKEN
        if state is None or not state.live or intent.writing or intent.stage is Stage.SENDING:
            return _Found.NOTHING
        waited, key = self._clock() - intent.since, self._row_of(intent, state)
        if key is None:
            return _Found.GONE if intent.vanished or state.absence_counts else _Found.NOTHING
        if intent.stage is Stage.LATE:
            return _Found.OVERTAKEN if waited >= LAPSES_S else _Found.NOTHING
        # After an outage absence counts again only when the client has had its time.
        if intent.stage is not Stage.UNKNOWN or not state.absence_counts or not state.is_live(key):
            return _Found.NOTHING
        if not intent.earlier:
            return _Found.THERE if waited >= SETTLING_S else _Found.NOTHING
        if intent.key is not None:
            return _Found.NOTHING
        intent.key, intent.url = key, state.url
        return _Found.TO_ASK

    def _row_of(self, intent: Intent, state: ClientState) -> TransferKey | None:
        if intent.key is not None and intent.key in self._live.transfers:
            return intent.key
        return next((key for key in self._live.find(intent.names) if key.client == state.id), None)

    def _settle(self, gone: Sequence[Intent], there: Sequence[Intent]) -> None:
        """Write down what the answers showed. One of the next ticks tries again what can't be written now."""
        for intent in (*gone, *there):
            intent.writing = True
        self._spawn(self._write_ends(gone, there))

    async def _write_ends(self, gone: Sequence[Intent], there: Sequence[Intent]) -> None:
        ended: list[tuple[Intent, Record | None]] = []
        try:
            for intent in there:
                await self._write(intent.event(EventKind.KEPT, f"{intent.client_name} still lists it."))
                intent.stage, intent.since = Stage.LATE, self._clock()
            for intent in gone:
                ended.append((intent, await self._close(intent)))
                if len(ended) == AT_ONCE:
                    self._tell_ends(ended)
        except StoreUnavailableError:
            return
        finally:
            for intent in (*gone, *there):
                intent.writing = False
            self._tell_ends(ended)

    def _tell_ends(self, ended: list[tuple[Intent, Record | None]]) -> None:
        """Show them; only then are they forgotten, or their records would look gone for a moment."""
        self._keeper.took(*(record for _, record in ended if record is not None))
        for intent, _ in ended:
            self._forget(intent)
        ended.clear()
        self._tell_watchers()

    async def _close(self, intent: Intent) -> Record | None:
        """Its row is gone because we asked: its record ends here. None if it has none that was open."""
        change, event = intent.end(int(time.time()))
        written = None
        if intent.has_record:
            try:
                written = await self._keeper.store.change(
                    intent.record_id, change, event, only_open=True, attempt=intent.attempt
                )
            except StoreUnavailableError as error:
                self._keeper.noticed(error)
                raise
        if written is None and self._is_of_this_attempt(intent):
            await self._write(event)  # only the history hears of this
        return written

    def _is_of_this_attempt(self, intent: Intent) -> bool:
        """Whether its record was not added again since."""
        record = self._keeper.records.get(intent.record_id)
        return not intent.has_record or record is None or record.attempt == intent.attempt

    def _forget(self, intent: Intent) -> None:
        if self._intents.get(intent.record_id) is intent:
            del self._intents[intent.record_id]

    async def _write(self, *events: NewEvent) -> None:
        try:
            await self._keeper.store.log(*events)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()
