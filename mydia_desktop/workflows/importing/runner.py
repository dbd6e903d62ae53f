"""One import from its client's list of files to the library: planned here, done in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import ClientError
from mydia_desktop.domain.import_job import ImportJobId, ImportTroubleError, Remedy
from mydia_desktop.domain.record import Record, StoreUnavailableError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.importing.placing import Alive, Imported, carry_out
from mydia_desktop.workflows.importing.plan import Plan, plan
from mydia_desktop.workflows.importing.preflight import check
from mydia_desktop.workflows.record_store import RecordStore

T = TypeVar("T")

LEASE_S = 60.0
"""How long another desktop waits for one that fell silent in the middle of an import."""
SETTLE_S = 1.0
"""Between the two answers of a client that have to agree."""


class LostLeaseError(Exception):
    """Another program has this import now, or this one ends: nothing more is done to the library."""


class Live(Protocol):
    """The way to the clients."""

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """The settings in force."""
        ...

    async def content(self, key: TransferKey) -> Content | None:
        """The files of a row."""
        ...


async def prepare(live: Live, key: TransferKey, record: Record, rules: ImportRules) -> Plan:
    """Plan it by two answers of its client that agree, and look whether it can be done here.

    Raises:
        ImportTroubleError: it can't, or not now. Nothing was touched.
    """
    config = next((config for config in live.configs if config.id == key.client), None)
    first = await _content(live, key)
    await asyncio.sleep(SETTLE_S)
    content = await _content(live, key)
    if config is None or content is None:
        raise ImportTroubleError(
            translate("Import", "Its client no longer has it, so its files are not known."),
            remedy=Remedy.TRY_AGAIN,
            counts=False,
        )
    if first != content:
        raise ImportTroubleError(
            translate("Import", "{name} is not done with the files yet.").format(name=config.name),
            remedy=Remedy.TRY_AGAIN,
            counts=False,
        )

    def plan_and_check() -> Plan:
        planned = plan(record, content, rules, config)
        check(planned)
        return planned

    return await in_own_thread(plan_and_check, name="import")


async def place(planned: Plan, job: ImportJobId, store: RecordStore) -> Imported:
    """Do it, and keep the lease meanwhile.

    Raises:
        ImportTroubleError: something is in the way.
        LostLeaseError: the lease could not be kept.
    """
    return await holding(job, store, lambda alive: carry_out(planned, alive=alive))


async def holding(job: ImportJobId, store: RecordStore, work: Callable[[Alive], T]) -> T:
    """Do a part of it in a thread of its own, and keep the lease meanwhile.

    What the work is given raises when the lease is lost, or nobody waits for it any more.

    Raises:
        LostLeaseError: it was stopped.
    """
    stop = threading.Event()

    def alive() -> None:
        if stop.is_set():
            raise LostLeaseError

    keeping = asyncio.ensure_future(_keep_lease(job, store, stop))
    try:
        return await in_own_thread(lambda: work(alive), name="import")
    finally:
        stop.set()
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


async def _keep_lease(job: ImportJobId, store: RecordStore, stop: threading.Event) -> None:
    """Renew it in time; a database that does not answer until it has run out has lost it."""
    loop = asyncio.get_running_loop()
    held_until = loop.time() + LEASE_S
    while True:
        await asyncio.sleep(LEASE_S / 4)
        asked_at = loop.time()
        try:
            async with asyncio.timeout_at(held_until):
                if not await store.renew_import(job, LEASE_S):
                    break
            held_until = asked_at + LEASE_S
        except (StoreUnavailableError, TimeoutError):
            if loop.time() + LEASE_S / 4 >= held_until:
                break
    stop.set()


async def _content(live: Live, key: TransferKey) -> Content | None:
    try:
        return await live.content(key)
    except ClientError as error:
        raise ImportTroubleError(error.message, remedy=Remedy.TRY_AGAIN, counts=False) from error
