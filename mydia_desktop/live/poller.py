"""Asks one client again and again, in a rhythm of its own, and tells what came of it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.client import Client
from mydia_desktop.domain.errors import AuthenticationError, Cause, ClientError, UnexpectedResponseError
from mydia_desktop.domain.report import Asked, Delta, Full, Interest, Report
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import TransferKey

logger = logging.getLogger(__name__)

FIRST_BACK_OFF_S = 2.0
LONGEST_BACK_OFF_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """A question that got no answer. ``next_try_in`` is seconds; None when only the user can help."""

    error: ClientError
    next_try_in: float | None


Outcome: TypeAlias = Report | Outage


class Poller:
    """One client under one set of settings; new settings get a new poller, and this one's answers reach nobody."""

    def __init__(
        self,
        config: ClientConfig,
        client: Client,
        *,
        wants_whole: Callable[[float], bool],
        tell: Callable[[Outcome], None],
    ) -> None:
        """``wants_whole`` says at a monotonic moment if a complete list is needed; ``tell`` takes each outcome."""
        self.client = client
        self.interval = config.refresh_seconds
        """Seconds between an answer and the next question."""
        self.visible: frozenset[TransferKey] = frozenset()
        self._name = config.name
        self._wants_whole = wants_whole
        self._tell = tell
        self._asked: set[TransferKey] = set()
        self._whole = False
        self._wake = asyncio.Event()

    def ask(self, keys: Collection[TransferKey]) -> None:
        """Have these rows answered by id, at once."""
        self._asked.update(keys)
        self._wake.set()

    def try_now(self) -> None:
        """Ask for everything at once, whatever the rhythm or the back-off says."""
        self._whole = True
        self._wake.set()

    def wake(self) -> None:
        """Ask at once what would be asked next anyway."""
        self._wake.set()

    async def run(self) -> None:
        """Ask until cancelled."""
        failures = 0
        while True:
            self._wake.clear()
            outcome = await self._question(failures)
            if isinstance(outcome, Outage):
                failures += 1
                pause = outcome.next_try_in
            else:
                failures = 0
                pause = self.interval
            self._tell(outcome)
            await self._pause(pause)

    async def _question(self, failures: int) -> Outcome:
        interest = Interest(
            visible=self.visible,
            asked=frozenset(self._asked),
            whole=self._whole or self._wants_whole(time.monotonic()),
        )
        try:
            report = await self.client.refresh(interest)
        except AuthenticationError as error:
            return Outage(error=error, next_try_in=error.retry_after)
        except ClientError as error:
            return Outage(error=error, next_try_in=_back_off(failures))
        except Exception:
            # Where the outside meets us: a bug in one adapter must not end the others.
            logger.exception("%s: its answer could not be dealt with", self._name)
            bug = UnexpectedResponseError(
                translate(
                    "Connection", "What {name} answered could not be dealt with. The log file has the details."
                ).format(name=self._name),
                cause=Cause.GARBLED,
            )
            return Outage(error=bug, next_try_in=_back_off(failures))
        if isinstance(report, Full):
            self._whole = False
        if isinstance(report, Full) or (isinstance(report, Delta) and report.complete):
            self._asked -= interest.asked
        elif isinstance(report, Asked):
            self._asked -= report.keys
        return report

    async def _pause(self, seconds: float | None) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return


def _back_off(failures: int) -> float:
    """Seconds until the next try after this many failures before: 2, 4, 8 … 60."""
    return min(FIRST_BACK_OFF_S * 2.0 ** min(failures, 16), LONGEST_BACK_OFF_S)
