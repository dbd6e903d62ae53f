"""Test connection: ask a client once, as it would be configured, and tell what it said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from mydia_desktop.adapters.registry import build_adapter
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.report import Delta, Interest
from mydia_desktop.domain.sentence import translate
from mydia_desktop.threads.own_thread import in_own_thread

BUDGET = 20.0
"""Seconds for the whole test; a client slower than that would be no use in the list either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What a client that let us in says of itself. ``latency`` is seconds, ``free_space`` bytes or not reported."""

    version: str
    api: str
    latency: float
    transfers: int
    free_space: int | None


async def probe(config: ClientConfig, password: str | None, *, budget: float = BUDGET) -> Connection:
    """Sign in once and ask for the list, on a connection of its own that ends with the test.

    Raises:
        ClientError: with the exact reason. A password is tried once.
    """
    aborts: list[Callable[[], None]] = []

    def ask() -> Connection:
        adapter = build_adapter(config, lambda: password)
        aborts.append(adapter.abort)
        try:
            report = adapter.refresh(Interest(whole=True))
        finally:
            adapter.close()
        rows = report.changed if isinstance(report, Delta) else report.transfers
        facts = report.facts
        return Connection(
            version=facts.version,
            api=facts.api,
            latency=report.latency,
            transfers=len(rows),
            free_space=facts.free_space,
        )

    try:
        async with asyncio.timeout(budget):
            return await in_own_thread(ask, name=f"probe {config.id}")
    except TimeoutError as error:
        raise ClientUnreachableError(
            translate("Connection", "{address} gave no whole answer within {seconds} s.").format(
                address=config.address, seconds=f"{budget:g}"
            ),
            cause=Cause.TIMED_OUT,
        ) from error
    finally:
        for abort in aborts:
            abort()
