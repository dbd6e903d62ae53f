"""Retry: start again what failed; where files are missing, only if the client finds data when it looks again.

A lost mount looks like missing files, and a client that is simply started then fills its system disk. So it stops
first, re-checks, and starts only what it found.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mydia_desktop.domain.command import Outcome, Result, Verb
from mydia_desktop.domain.snapshot import ClientState, Update
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.workflows.actions import Actions
from mydia_desktop.workflows.history_notes import HistoryNotes
from mydia_desktop.workflows.notices import Notice, RetryEnd, RetryEnded
from mydia_desktop.workflows.targets import Live

UNSEEN_S = 5.0
"""What is over between two answers is never seen; after so long it has been."""
PATIENCE_S = 120.0
"""For a client that fell silent during a check; the check itself may take hours."""


class Retries:
    """Follows downloads through their re-check. Wants every update."""

    def __init__(
        self,
        live: Live,
        actions: Actions,
        notes: HistoryNotes,
        announce: Callable[[Notice], None],
        *,
        unseen: float = UNSEEN_S,
        patience: float = PATIENCE_S,
    ) -> None:
        """``announce`` hears of retries that end without a start; the rest are seconds."""
        self._live, self._actions, self._notes, self._announce = live, actions, notes, announce
        self._unseen, self._patience = unseen, patience
        self._steps: dict[TransferKey, _Step] = {}
        self._news = asyncio.Event()

    async def retry(self, keys: Iterable[TransferKey]) -> None:
        """Start these again, those with missing files after a check that found some of them."""
        wanted = [row for key in keys if (row := self._live.transfers.get(key)) is not None]
        missing = [row.key for row in wanted if row.status is Status.MISSING and row.key not in self._steps]
        others = [row.key for row in wanted if row.status is not Status.MISSING]
        self._notes.retries(row for row in wanted if row.key in {*missing, *others})
        async with asyncio.TaskGroup() as tasks:
            if others:
                tasks.create_task(self._actions.run(Verb.RESUME, others))
            if missing:
                tasks.create_task(self._check_and_start(missing))

    def abandon(self, keys: Collection[TransferKey]) -> None:
        """Leave these as they are: the person has asked for something else meanwhile."""
        for key in keys:
            self._steps.pop(key, None)
        self._news.set()

    def apply(self, update: Update) -> None:
        """Let whoever waits for a check look again."""
        if self._steps and (update.changed or update.removed or update.clients is not None):
            self._news.set()

    async def _check_and_start(self, keys: Sequence[TransferKey]) -> None:
        stopped = _accepted(await self._actions.run(Verb.PAUSE, keys))
        checking = _accepted(await self._actions.run(Verb.RECHECK, stopped)) if stopped else []
        self._follow(checking)
        mine = set(checking)
        try:
            while mine := mine & self._steps.keys():
                if ended := self._look(mine):
                    await self._start_what_was_found(ended)
                else:
                    await self._wait()
        finally:
            for key in mine:
                self._steps.pop(key, None)

    def _follow(self, keys: Iterable[TransferKey], *, started: bool = False) -> None:
        now, clients = time.monotonic(), self._live.clients
        for key in keys:
            answered_at = clients[key.client].answered_at
            self._steps[key] = _Step(begun_at=now, live_at=now, answered_at=answered_at, started=started)

    def _look(self, keys: Collection[TransferKey]) -> list[Transfer]:
        """Take note of how the rows stand, drop those that need nothing more, and return those whose check ended."""
        now, clients = time.monotonic(), self._live.clients
        checked, lost, silent = [], [], []
        for key in keys:
            step, row, state = self._steps[key], self._live.transfers.get(key), clients.get(key.client)
            if row is None or state is None:
                del self._steps[key]  # gone, or withdrawn with its silent client
            elif not state.is_live(key):
                if now - step.live_at > self._patience:
                    del self._steps[key]
                    silent.append(row)
            else:
                step.live_at = now
                settled = now - step.begun_at > self._unseen and state.answered_at != step.answered_at
                if row.status is Status.CHECKING:
                    step.seen_checking = True
                elif not step.started and (step.seen_checking or settled):
                    del self._steps[key]
                    checked.append(row)
                elif step.started and (row.status is not Status.MISSING or settled):
                    del self._steps[key]
                    lost += [row] if row.status is Status.MISSING else []
        self._tell(RetryEnd.SILENCE, silent, clients)
        self._tell(RetryEnd.NO_DATA, lost, clients)
        return checked

    async def _start_what_was_found(self, checked: Sequence[Transfer]) -> None:
        found = [row.key for row in checked if row.progress > 0]
        self._tell(RetryEnd.NO_DATA, [row for row in checked if row.progress <= 0], self._live.clients)
        if found:
            started = _accepted(await self._actions.run(Verb.RESUME, found))
            # Transmission goes on calling files missing until a start proves otherwise, and 3.00 keeps the progress
            # it once had; it does not start then.
            self._follow(
                [row.key for row in checked if row.status is Status.MISSING and row.key in started], started=True
            )

    def _tell(self, why: RetryEnd, rows: Iterable[Transfer], clients: Mapping[ClientId, ClientState]) -> None:
        groups: dict[ClientId, list[Transfer]] = {}
        for row in rows:
            groups.setdefault(row.key.client, []).append(row)
        for client, group in groups.items():
            self._announce(RetryEnded(why=why, client=clients[client].name, rows=tuple(group)))

    async def _wait(self) -> None:
        """Wait for news, or for the next moment at which silence itself is news."""
        self._news.clear()
        try:
            async with asyncio.timeout(1):
                await self._news.wait()
        except TimeoutError:
            return


@dataclass(slots=True, kw_only=True)
class _Step:
    """A row whose next answers are waited for. Moments are of the monotonic clock."""

    begun_at: float
    live_at: float
    """When its client was last seen live."""
    answered_at: float | None
    """The client's last answer before this step."""
    started: bool
    """The check has ended and it was started; else it is being checked."""
    seen_checking: bool = False


def _accepted(results: Iterable[Result]) -> list[TransferKey]:
    return [result.key for result in results if result.outcome is Outcome.ACCEPTED]
