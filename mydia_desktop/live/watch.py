"""How we stand with one client: its rows, the age of its last answer, and its outage if it has one."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import AuthenticationError, Cause, ClientError, UnexpectedResponseError
from mydia_desktop.domain.record import ClientUuid, Record, RecordId
from mydia_desktop.domain.report import Facts
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState, Gone, Phase, Problem
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.live.absence import Absence
from mydia_desktop.live.join import Join
from mydia_desktop.live.poller import Outage, Outcome, Poller
from mydia_desktop.live.roster import Change, Roster

if TYPE_CHECKING:
    from mydia_desktop.domain.client import Client

logger = logging.getLogger(__name__)

LIVE_FOR_AT_LEAST_S = 5.0
LIVE_FOR_INTERVALS = 3.0

Tell = Callable[[Change], None]


class Watch:
    """One configured client. It tells every change of its rows or its state, and nothing else."""

    def __init__(self, config: ClientConfig, client: Client | None, tell: Tell, *, before: Watch | None = None) -> None:
        """``client`` is None for a disabled one; ``before`` is the same client under its earlier settings."""
        self.config = config
        self.uuid: ClientUuid | None = None
        """Which client of the database it is, and so whose records are its own; None: it has none."""
        self.roster = Roster()
        self.join = Join()
        self.withdrawn = False
        self.awaited = False
        """Somebody waits until its absences count."""
        self.heard = asyncio.Event()
        """Set by the first outcome, good or bad."""
        self._tell = tell
        self._absence = Absence()
        self._phase = Phase.CONNECTING if client else Phase.DISABLED
        self._live = False
        self._problem: Problem | None = None
        self._answered_at: float | None = None
        self._failing_since: float | None = None
        self._next_try_at: float | None = None
        self._latency: float | None = None
        self._facts: Facts | None = None
        self._hide_after: float | None = None
        self._silence: asyncio.TimerHandle | None = None
        self._withdrawal: asyncio.TimerHandle | None = None
        self.poller: Poller | None = None
        if client is not None:
            self.poller = Poller(config, client, wants_whole=self.roster_wants_whole, tell=self.take)
        if before is not None:
            self._inherit(before)

    def roster_wants_whole(self, now: float) -> bool:
        """Whether a complete list would settle what is in doubt."""
        return self.roster.wants_whole(now, awaited=self.awaited or bool(self.join.unlisted))

    @property
    def phase(self) -> Phase:
        """How we stand with it, in a word."""
        return self._phase

    @property
    def shown(self) -> Mapping[TransferKey, Transfer]:
        """Its rows, unless they were withdrawn."""
        return {} if self.withdrawn else self.roster.rows

    @property
    def state(self) -> ClientState:
        """How we stand with it now."""
        online = self._phase is Phase.ONLINE
        return ClientState(
            id=self.config.id,
            kind=self.config.kind,
            name=self.config.name,
            url=self.config.url,
            phase=self._phase,
            live=self._live,
            problem=self._problem,
            answered_at=self._answered_at,
            failing_since=self._failing_since,
            next_try_at=self._next_try_at,
            latency=self._latency,
            facts=self._facts,
            verbs=self.poller.client.verbs if self.poller else frozenset(),
            takes=self.poller.client.takes if self.poller else frozenset(),
            uuid=self.uuid,
            absence_counts=self.roster.absence_counts,
            transfers=len(self.shown),
            unconfirmed=frozenset(self.roster.unseen) if online else frozenset(),
            withdrawn=len(self.roster.rows) if self.withdrawn else 0,
        )

    def bind(self, uuid: ClientUuid | None, records: Mapping[RecordId, Record]) -> set[TransferKey]:
        """Say which client of the database it is, with its records; the rows whose record is another one now."""
        if uuid != self.uuid:
            self._absence = Absence()
        self.uuid = uuid
        return self.join.bind(records, time.monotonic())

    def gone(self, pending: frozenset[RecordId]) -> Gone | None:
        """Its open records that it does not list, given that it answers and that absence counts."""
        return self._absence.judge(self.config.id, self.join, pending) if self.roster.absence_counts else None

    def trust_absence(self) -> None:
        """Believe what is in doubt for its number: a person said that it is the right client."""
        self._absence.trust()

    def take(self, outcome: Outcome) -> None:
        """Fold an outcome in and tell what it changed."""
        self.heard.set()
        if isinstance(outcome, Outage):
            self._fail(outcome)
            self._tell(Change({}, set()))
            return
        if self._failing_since is not None:
            logger.info("%s answers again after %.0f s", self.config.id, time.time() - self._failing_since)
        self._phase, self._problem = Phase.ONLINE, None
        self._failing_since = self._next_try_at = None
        self._answered_at, self._latency, self._facts = time.time(), outcome.latency, outcome.facts
        self._live = True
        self._wait_for_silence()
        now = time.monotonic()
        change = self.roster.fold(outcome, now)
        self.join.take_rows(change.changed, change.removed)
        self.join.grow_old(now)
        if self.withdrawn:
            change = self._bring_back(change)
        self._tell(change)

    def fall_silent(self) -> None:
        """Its last answer is too old to be shown as what it says now."""
        if not self._live:
            return
        self._live = False
        if self._phase is Phase.ONLINE:
            message = translate("Connection", "{name} has not answered for {seconds} s ({url}).").format(
                name=self.config.name, seconds=f"{self._live_for():g}", url=self.config.url
            )
            self._begin_outage(Phase.UNREACHABLE, Problem(cause=Cause.TIMED_OUT, message=message))
        self.wait_for_withdrawal(self._hide_after)
        self._tell(Change({}, set()))

    def wait_for_withdrawal(self, seconds: float | None) -> None:
        """Take its rows off the screen this long after its last answer; None never does."""
        self._hide_after = seconds
        if self._withdrawal is not None:
            self._withdrawal.cancel()
            self._withdrawal = None
        if seconds is not None and not self._live and self._answered_at is not None and not self.withdrawn:
            left = max(0.0, self._answered_at + seconds - time.time())
            self._withdrawal = asyncio.get_running_loop().call_later(left, self._withdraw)

    def show_last_known(self) -> None:
        """Show the withdrawn rows again, until it answers."""
        if self.withdrawn:
            self.wait_for_withdrawal(None)
            self._tell(self._bring_back(Change({}, set())))

    def set_interval(self, seconds: float) -> None:
        """Ask in another rhythm, beginning now."""
        if self.poller is not None:
            self.poller.interval = seconds
            self.poller.wake()
            if self._live:
                self._wait_for_silence()

    def close(self) -> None:
        """Stop all clocks and let go of the client; waits for nothing."""
        for timer in (self._silence, self._withdrawal):
            if timer is not None:
                timer.cancel()
        if self.poller is not None:
            self.poller.client.close()

    def _fail(self, outage: Outage) -> None:
        self._next_try_at = None if outage.next_try_in is None else time.time() + outage.next_try_in
        problem = Problem(cause=outage.error.cause, message=outage.error.message)
        self._begin_outage(_phase_of(outage.error), problem)

    def _begin_outage(self, phase: Phase, problem: Problem) -> None:
        """Enter an outage, or learn more about the one under way; only its start is logged."""
        if self._failing_since is None:
            self._failing_since = time.time()
            logger.warning("%s does not answer: %s", self.config.id, problem.message)
        # Now and not with the next answer: that one is to be a complete list already.
        self.roster.doubt()
        self._phase, self._problem = phase, problem

    def _live_for(self) -> float:
        interval = self.poller.interval if self.poller else 0.0
        return max(LIVE_FOR_AT_LEAST_S, LIVE_FOR_INTERVALS * interval)

    def _wait_for_silence(self) -> None:
        if self._silence is not None:
            self._silence.cancel()
        if self._withdrawal is not None:
            self._withdrawal.cancel()
            self._withdrawal = None
        self._silence = asyncio.get_running_loop().call_later(self._live_for(), self.fall_silent)

    def _withdraw(self) -> None:
        self.withdrawn = True
        self._tell(Change({}, set(self.roster.rows)))

    def _bring_back(self, change: Change) -> Change:
        """All rows are news to those who saw them withdrawn."""
        self.withdrawn = False
        return Change(dict(self.roster.rows), change.removed)

    def _inherit(self, before: Watch) -> None:
        """The rows are still the same client's; they are as old as they were."""
        self.roster, self.withdrawn = before.roster, before.withdrawn
        self.roster.doubt()
        self.uuid, self.join, self._absence = before.uuid, before.join, before._absence
        self._answered_at, self._facts, self._latency = before._answered_at, before._facts, before._latency
        self._live = before._live
        if self._live:
            self._wait_for_silence()


def _phase_of(error: ClientError) -> Phase:
    """How we stand with a client that gave this error."""
    match error:
        case AuthenticationError(cause=Cause.BANNED):
            return Phase.BANNED
        case AuthenticationError():
            return Phase.UNAUTHORIZED
        case UnexpectedResponseError():
            return Phase.INCOMPATIBLE
    return Phase.UNREACHABLE
