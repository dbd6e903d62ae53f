"""Commands for any downloads: sent to all their clients at once, followed until the clients' answers show them.

What takes a download out of its client is written down before it is sent.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from mydia_desktop.domain.command import Command, Outcome, Result, Verb
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.workflows import targets
from mydia_desktop.workflows.history_notes import HistoryNotes
from mydia_desktop.workflows.in_flight import InFlight, Stage, is_confirmed
from mydia_desktop.workflows.intents import WRITTEN_FIRST, Intents
from mydia_desktop.workflows.notices import Notice, Trouble

LATE_S = 10.0
"""An accepted command that no answer has shown for so long is late."""
FORGOTTEN_S = 60.0
"""After so long the row is left to show what its client says."""
SETTLING_ANSWERS = 2
SETTLING_S = 3.0
"""A client that was frozen may answer before it comes to the command that waited in its socket, and takes a moment."""

_FOLLOWED = {Outcome.ACCEPTED: Stage.ACCEPTED, Outcome.UNKNOWN: Stage.UNKNOWN}


class Live(targets.Live, Protocol):
    """What is known now, and the way to the clients."""

    async def perform(self, command: Command) -> list[Result]:
        """Carry out a command of one client; every failure is a Result."""
        ...

    async def magnets(self, keys: Collection[TransferKey]) -> Mapping[TransferKey, str]:
        """The magnet links of these rows; one without is left out.

        Raises:
            ClientError: a client can't say.
        """
        ...


class Actions:
    """Sends commands and knows what became of them. Wants every update and a tick each second."""

    def __init__(
        self,
        live: Live,
        intents: Intents,
        notes: HistoryNotes,
        announce: Callable[[Notice], None],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``announce`` hears of all that did not go as asked; ``clock`` counts seconds."""
        self._live = live
        self._intents, self._notes = intents, notes
        self._announce = announce
        self._clock = clock
        self._flights: dict[TransferKey, InFlight] = {}
        self._watchers: list[Callable[[], None]] = []

    @property
    def in_flight(self) -> Mapping[TransferKey, InFlight]:
        """What is on its way, by row."""
        return MappingProxyType(self._flights)

    @property
    def unsettled(self) -> frozenset[TransferKey]:
        """Rows that take no further command until it is known what became of the last one."""
        return frozenset(key for key, flight in self._flights.items() if flight.stage is Stage.UNKNOWN)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever ``in_flight`` changed."""
        self._watchers.append(changed)

    async def run(self, verb: Verb, keys: Iterable[TransferKey], values: Sequence[str] = ()) -> list[Result]:
        """Send a command for exactly these rows; one result for each, in their order."""
        wanted = tuple(dict.fromkeys(keys))
        groups: dict[ClientId, list[TransferKey]] = {}
        for key in wanted:
            groups.setdefault(key.client, []).append(key)
        async with asyncio.TaskGroup() as tasks:
            runs = [
                tasks.create_task(self._run_in_client(Command(verb=verb, keys=tuple(group), values=tuple(values))))
                for group in groups.values()
            ]
        results = {result.key: result for run in runs for result in run.result()}
        return [results[key] for key in wanted]

    def apply(self, update: Update) -> None:
        """Look for what the clients' answers show of the commands."""
        if not self._flights:
            return
        clients = self._live.clients if update.clients is None else update.clients
        transfers, known = self._live.transfers, len(self._flights)
        for key, flight in list(self._flights.items()):
            row, state = transfers.get(key), clients.get(key.client)
            if row is None or state is None:
                del self._flights[key]
            elif state.is_live(key) and flight.stage is not Stage.SENDING and state.answered_at != flight.heard_at:
                self._hear(key, flight, row, state.answered_at)
        if len(self._flights) != known:
            self._tell_watchers()

    def tick(self) -> None:
        """Notice what no answer has shown for too long."""
        now, changed = self._clock(), False
        for key, flight in list(self._flights.items()):
            if flight.stage is Stage.ACCEPTED and now - flight.since >= LATE_S:
                self._flights[key] = replace(flight, stage=Stage.LATE)
            elif flight.stage is Stage.LATE and now - flight.since >= FORGOTTEN_S:
                del self._flights[key]
            else:
                continue
            changed = True
        if changed:
            self._tell_watchers()

    async def _run_in_client(self, command: Command) -> list[Result]:
        """Send what can be sent to the one client that all the keys belong to, and tell what did not go well."""
        client = command.keys[0].client
        rows = {key: row for key in command.keys if (row := self._live.transfers.get(key)) is not None}
        state = self._live.clients.get(client)
        results = {
            key: Result(key=key, outcome=Outcome.NOT_SENT, message=reason)
            for key in command.keys
            if (reason := self._obstacle(command.verb, key, state))
        }
        self._notes.failures(command.verb, results.values(), rows)
        sendable = tuple(key for key in command.keys if key not in results)
        if sendable:
            sent = await self._send(replace(command, keys=sendable), rows)
            results |= {result.key: result for result in sent}
            if command.verb not in WRITTEN_FIRST:  # the others' outcome stands in the journal
                self._notes.failures(command.verb, sent, rows)
        self._tell_trouble(command, state.name if state else client, results.values(), rows)
        return list(results.values())

    def _obstacle(self, verb: Verb, key: TransferKey, state: ClientState | None) -> str:
        """Why nothing is sent for this row; empty if something is."""
        if state is None:
            return translate("Actions", "{client} is no longer configured. Nothing was sent.").format(client=key.client)
        if key not in self._live.transfers:
            return translate("Actions", "This is no longer in {name}.").format(name=state.name)
        if not state.is_live(key):
            return translate("Actions", "{name} does not answer at the moment. Nothing was sent.").format(
                name=state.name
            )
        if verb not in state.verbs:
            return translate("Actions", "{name} can't do this.").format(name=state.name)
        flight = self._flights.get(key)
        if flight and flight.stage is Stage.UNKNOWN:
            return translate("Actions", "{name} may still do what it was asked before. Nothing was sent.").format(
                name=state.name
            )
        return ""

    async def _send(self, command: Command, rows: Mapping[TransferKey, Transfer]) -> list[Result]:
        flight = InFlight(verb=command.verb, values=command.values, since=self._clock())
        self._flights |= dict.fromkeys(command.keys, flight)
        self._tell_watchers()
        results: list[Result] = []
        try:
            if command.verb in WRITTEN_FIRST:
                results = await self._write_and_perform(command, rows)
            else:
                results = await self._live.perform(command)
        finally:
            self._land(flight, dict.fromkeys(command.keys) | {result.key: result.outcome for result in results})
            self._tell_watchers()
        return results

    async def _write_and_perform(self, command: Command, rows: Mapping[TransferKey, Transfer]) -> list[Result]:
        """Send a removal only once it is written down, and only for rows that are still what was chosen."""
        try:
            await self._intents.begin(command.verb, [rows[key] for key in command.keys])
        except StoreUnavailableError as error:
            why = translate("Actions", "{message} Nothing was removed.").format(message=error.message)
            return [Result(key=key, outcome=Outcome.NOT_SENT, message=why) for key in command.keys]
        state = self._live.clients.get(command.keys[0].client)
        results = [
            Result(key=key, outcome=Outcome.NOT_SENT, message=reason)
            for key in command.keys
            if (reason := self._obstacle(command.verb, key, state))
        ]
        withheld = {result.key for result in results}
        if keys := tuple(key for key in command.keys if key not in withheld):
            results += await self._live.perform(replace(command, keys=keys))
        await self._intents.land(results)
        return results

    def _land(self, flight: InFlight, outcomes: Mapping[TransferKey, Outcome | None]) -> None:
        """Follow what the client took or may have taken; the rest is over."""
        now, clients = self._clock(), self._live.clients
        for key, outcome in outcomes.items():
            # A command sent later for the same row has taken the place of this one.
            if self._flights.get(key) is not flight:
                continue
            stage = _FOLLOWED.get(outcome) if outcome else None
            state = clients.get(key.client)
            if stage is None or state is None or key not in self._live.transfers:
                del self._flights[key]
            else:
                self._flights[key] = replace(flight, stage=stage, since=now, heard_at=state.answered_at)

    def _hear(self, key: TransferKey, flight: InFlight, row: Transfer, answered_at: float | None) -> None:
        """Take notice of one more answer of the row's client."""
        if is_confirmed(flight, row):
            del self._flights[key]
        elif flight.stage is Stage.UNKNOWN and flight.verb in WRITTEN_FIRST:
            # The journal gives it more time: the next removal must not meet this one.
            if key not in self._intents.unknown:
                del self._flights[key]
        elif flight.stage is Stage.UNKNOWN:
            answers = flight.answers + 1
            if answers >= SETTLING_ANSWERS and self._clock() - flight.since >= SETTLING_S:
                del self._flights[key]
            else:
                self._flights[key] = replace(flight, heard_at=answered_at, answers=answers)

    def _tell_trouble(
        self, command: Command, client: str, results: Iterable[Result], rows: Mapping[TransferKey, Transfer]
    ) -> None:
        """Announce failures, once for each reason."""
        reasons: dict[tuple[Outcome, str], list[Transfer]] = {}
        for result in results:
            if result.outcome is not Outcome.ACCEPTED:
                concerned = reasons.setdefault((result.outcome, result.message), [])
                if result.key in rows:
                    concerned.append(rows[result.key])
        for (outcome, message), concerned in reasons.items():
            self._announce(
                Trouble(
                    verb=command.verb,
                    values=command.values,
                    client=client,
                    outcome=outcome,
                    message=message,
                    rows=tuple(concerned),
                    asked=len(command.keys),
                )
            )

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()
