"""Records whose client answered without them: sent again from what was kept, or forgotten."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from mydia_desktop.domain.command import Outcome
from mydia_desktop.domain.record import (
    ClientUuid,
    CloseReason,
    EventKind,
    NewEvent,
    NewRecord,
    Record,
    RecordChange,
    RecordId,
    StoreUnavailableError,
)
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState, Gone
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.clients_for import obstacle
from mydia_desktop.workflows.deliveries import AddResult, Deliveries
from mydia_desktop.workflows.delivery import Options
from mydia_desktop.workflows.kept_releases import Found, KeptReleases, Origin
from mydia_desktop.workflows.record_keeper import RecordKeeper


class Live(Protocol):
    """What is known of the clients, and whether their lists are believed."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    def find(self, names: Collection[str]) -> Sequence[TransferKey]:
        """Rows of any client known by any of these ids."""
        ...

    @property
    def gone(self) -> Sequence[Gone]:
        """Open records that are gone, by client."""
        ...

    def trust_absence(self, client: ClientId) -> None:
        """A person said that it is the right client, although it lists little of what it had."""
        ...


class GoneRecords:
    """What can be done about a record that its client no longer lists."""

    def __init__(self, live: Live, keeper: RecordKeeper, kept: KeptReleases, deliveries: Deliveries) -> None:
        self._live, self._keeper, self._kept, self._deliveries = live, keeper, kept, deliveries

    async def send_again(self, ids: Iterable[RecordId]) -> list[AddResult]:
        """Send the same releases to the same clients, under the same records; one result for each, in their order."""
        async with asyncio.TaskGroup() as tasks:
            runs = [tasks.create_task(self._send_again(record_id)) for record_id in dict.fromkeys(ids)]
        return [run.result() for run in runs]

    async def forget(self, ids: Iterable[RecordId]) -> None:
        """Nobody waits for these any more.

        Raises:
            StoreUnavailableError: not all of them are forgotten.
        """
        await close(self._keeper, ids, CloseReason.FORGOTTEN, EventKind.FORGOTTEN)

    @property
    def doubted(self) -> tuple[Gone, ...]:
        """So many vanished at once that a person has to say whether this is the right client."""
        return tuple(gone for gone in self._live.gone if gone.doubted)

    def trust(self, client: ClientId) -> None:
        """It is the right client: what it does not list is gone."""
        self._live.trust_absence(client)

    async def _send_again(self, record_id: RecordId) -> AddResult:
        record = self._keeper.records.get(record_id)
        if record is None:
            return _refused(translate("Actions", "This is no longer in the database."), record_id)
        state = next((each for each in self._live.clients.values() if each.uuid == record.client_uuid), None)
        if state is None or record.client_uuid is None:
            words = translate("Actions", "{name} is not among your clients. Add this to another client.").format(
                name=record.client_name or translate("Actions", "Its client")
            )
            return _refused(words, record_id)
        if self._deliveries.is_under_way(record.client_uuid, record.names):
            return _refused(
                translate("Actions", "This is on its way to {name} already.").format(name=state.name), record_id
            )
        if any(key.client == state.id for key in self._live.find(record.names)):
            return _refused(translate("Actions", "This is in {name}.").format(name=state.name), record_id)
        found = await self._kept.find(record)
        if found is None:
            return _refused(
                translate("Actions", "Nothing is left to send: neither its file nor its infohash. Add it anew."),
                record_id,
            )
        if why_not := obstacle(state, found.release.payload):
            return _refused(why_not, record_id)
        return await self._deliver(record, record.client_uuid, state, found)

    async def _deliver(self, record: Record, client: ClientUuid, state: ClientState, found: Found) -> AddResult:
        new = NewRecord(
            title=record.title,
            subject=record.subject,
            indexer=record.indexer,
            download_url=record.download_url,
            client_uuid=client,
            client_name=state.name,
            native_id=record.native_id or record.names[0],
            v1=record.v1 or found.release.v1,
            v2=record.v2 or found.release.v2,
            last_save_path=record.last_save_path,
            last_name=record.last_name,
            size=record.size,
            quality=record.quality,
        )
        try:
            result = await self._deliveries.send(new, found.release, await self._options(record))
        except StoreUnavailableError as error:
            return _refused(
                translate("Actions", "{message} Nothing was sent.").format(message=error.message), record.id
            )
        if found.origin is Origin.BUILT and result.outcome is Outcome.ACCEPTED:
            words = translate(
                "Actions", "Its file was not kept, so only its infohash was sent: finding peers may take longer."
            )
            return replace(result, message=words)
        return result

    async def _options(self, record: Record) -> Options:
        """As it was added, and where it was last."""
        history = await self._keeper.store.history_of(record.id)  # the newest first
        added = (event for event in history if "options" in event.detail)
        options = next((Options.told_by(event.detail) for event in added), Options())
        return replace(options, save_path=record.last_save_path or options.save_path)


async def close(keeper: RecordKeeper, ids: Iterable[RecordId], reason: CloseReason, kind: EventKind) -> None:
    """End open records at a person's word.

    Raises:
        StoreUnavailableError: not all of them have ended.
    """
    closed = []
    try:
        for record in [record for each in dict.fromkeys(ids) if (record := keeper.records.get(each)) is not None]:
            detail = event_detail.of_record(record)
            event = NewEvent(kind=kind, record_id=record.id, attempt=record.attempt, detail=detail)
            change = RecordChange(closed_at=int(time.time()), close_reason=reason)
            closed.append(await keeper.store.change(record.id, change, event, only_open=True, attempt=record.attempt))
    except StoreUnavailableError as error:
        keeper.noticed(error)
        raise
    finally:
        keeper.took(*(record for record in closed if record is not None))


def _refused(message: str, record_id: RecordId) -> AddResult:
    return AddResult(outcome=Outcome.NOT_SENT, message=message, record_id=record_id)
