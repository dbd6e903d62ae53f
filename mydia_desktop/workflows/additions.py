"""Adding: what a person gives is read, compared with what is there, written down, and only then sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Outcome
from mydia_desktop.domain.media import SubjectDraft
from mydia_desktop.domain.record import (
    CloseReason,
    EventKind,
    NewRecord,
    Record,
    RecordId,
    StoreUnavailableError,
    ids_of,
)
from mydia_desktop.domain.release import Payload, Release, ReleaseError
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, TransferKey
from mydia_desktop.workflows import clients_for, deliveries
from mydia_desktop.workflows.deliveries import AddResult, Deliveries
from mydia_desktop.workflows.delivery import Options
from mydia_desktop.workflows.duplicates import Duplicate, Duplicates
from mydia_desktop.workflows.gone import close
from mydia_desktop.workflows.intents import Intents
from mydia_desktop.workflows.kept_releases import KeptReleases, magnet_of
from mydia_desktop.workflows.record_keeper import RecordKeeper
from mydia_desktop.workflows.release_reader import Source, read_source


class Live(deliveries.Live, Protocol):
    """What is known now, and the settings in force."""

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """The settings in force."""
        ...

    def record_of(self, key: TransferKey) -> Record | None:
        """What is remembered of a row."""
        ...

    def key_of(self, record_id: RecordId) -> TransferKey | None:
        """The row of a record."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one line or file: a release, or a sentence about why not."""

    source: Source
    release: Release | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One release as a person wants it. None leaves a choice to the client."""

    release: Release
    client: ClientId
    subject: SubjectDraft | None = None
    """What it is for; None if nobody said."""
    save_path: str | None = None
    """On the client's machine."""
    category: str | None = None
    paused: bool = False
    top_of_queue: bool = False
    indexer: str | None = None
    """Where the release was found."""
    quality: tuple[str, ...] = ()
    """As its name says."""


class Additions:
    """What the add dialog does. One line's failure is that line's."""

    def __init__(
        self,
        live: Live,
        keeper: RecordKeeper,
        kept: KeptReleases,
        ways: Deliveries,
        intents: Intents,
    ) -> None:
        """``ways`` sends; ``intents`` knows what is still being taken out of a client."""
        self._live, self._keeper, self._kept = live, keeper, kept
        self._deliveries, self._intents = ways, intents
        self._duplicates = Duplicates(live, keeper.records)
        keeper.watch_records(self._duplicates.take)

    async def read(self, source: Source) -> Reading:
        """Make a release of it; whatever is wrong with it is said in the reading."""
        try:
            return Reading(source=source, release=await read_source(source))
        except ReleaseError as error:
            return Reading(source=source, error=str(error))

    def duplicates(self, release: Release, subject: SubjectDraft | None, client: ClientId | None) -> list[Duplicate]:
        """What there is already of the same release, or for the same movie or episode; in that client first."""
        found = self._duplicates.of(release, subject)
        return sorted(found, key=lambda duplicate: duplicate.key is None or duplicate.key.client != client)

    def clients_for(self, payload: Payload) -> list[ClientState]:
        """Which clients may take such a release: live ones first, then by their priority."""
        states = self._live.clients
        priorities = {config.id: config.priority for config in self._live.configs}
        able = [state for state in states.values() if clients_for.may_take(state, payload)]
        return sorted(able, key=lambda state: (not state.live, priorities.get(state.id, 0)))

    def obstacle(self, payload: Payload, client: ClientId) -> str:
        """Why this client can't take such a release now, and what to do; empty if it can."""
        state = self._live.clients.get(client)
        if not any(clients_for.may_take(each, payload) for each in self._live.clients.values()):
            return clients_for.obstacle_everywhere(payload)
        if state is None:
            return translate("Release", "This client is no longer configured. Choose another one.")
        return clients_for.obstacle(state, payload) or self._obstacle_to_remembering(state)

    async def add(self, wanted: Wanted) -> AddResult:
        """Write down what is wanted, then send it. Nothing is raised: every way it can fail is in the answer."""
        release = wanted.release
        if why_not := self._why_not(wanted):
            return AddResult(outcome=Outcome.NOT_SENT, message=why_not)
        try:
            await self._kept.keep(release)
            subject = await self._keeper.store.subject(wanted.subject) if wanted.subject else None
            state = self._live.clients.get(wanted.client)
            if state is None or state.uuid is None:
                return AddResult(outcome=Outcome.NOT_SENT, message=self.obstacle(release.payload, wanted.client))
            new = NewRecord(
                title=release.name,
                subject=subject,
                indexer=wanted.indexer,
                download_url=release.url or _link(release),
                client_uuid=state.uuid,
                client_name=state.name,
                native_id=_native_id(release),
                v1=release.v1,
                v2=release.v2,
                size=release.size,
                quality=wanted.quality,
            )
            options = Options(
                save_path=wanted.save_path,
                category=wanted.category,
                paused=wanted.paused,
                top_of_queue=wanted.top_of_queue,
            )
            return await self._deliveries.send(new, release, options)
        except StoreUnavailableError as error:
            return AddResult(
                outcome=Outcome.NOT_SENT,
                message=translate("Release", "{message} Nothing was sent.").format(message=error.message),
            )
        except LookupError:
            words = translate(
                "Release", "What this is for, or its client, is no longer in the database. Choose it again."
            )
            return AddResult(outcome=Outcome.NOT_SENT, message=words)
        except OSError as error:
            words = translate("Release", "Its file could not be kept in the profile: {why}. Nothing was sent.").format(
                why=error.strerror or error
            )
            return AddResult(outcome=Outcome.NOT_SENT, message=words)

    async def dismiss(self, record_id: RecordId) -> None:
        """Nobody wants any more what its client refused.

        Raises:
            StoreUnavailableError: nothing was written.
        """
        await close(self._keeper, [record_id], CloseReason.CANCELLED, EventKind.CANCELLED)

    def _obstacle_to_remembering(self, state: ClientState) -> str:
        """What can't be written down is not sent."""
        try:
            self._keeper.check_ready()
        except StoreUnavailableError as error:
            return error.message
        if state.uuid is not None:
            return ""
        return translate(
            "Release", "{name} is not known to the database yet. Answer the question about it first."
        ).format(name=state.name)

    def _why_not(self, wanted: Wanted) -> str:
        if why_not := self.obstacle(wanted.release.payload, wanted.client):
            return why_not
        state = self._live.clients[wanted.client]
        names = _names(wanted.release)
        if state.uuid is not None and self._deliveries.is_under_way(state.uuid, names):
            return translate("Release", "This is on its way to {name} already.").format(name=state.name)
        if self._intents.is_leaving(wanted.client, names):
            return translate("Release", "{name} is still removing this. Add it again when it is gone.").format(
                name=state.name
            )
        return ""


def _names(release: Release) -> tuple[str, ...]:
    return ids_of(native_id=release.id, v1=release.v1, v2=release.v2)


def _native_id(release: Release) -> str:
    """What most clients will call it; the confirmation brings what this one does."""
    if release.v1 is None and release.v2 is not None:
        return release.v2[:40]
    return release.id


def _link(release: Release) -> str | None:
    """The magnet link as the database may know it: without trackers, whose addresses hold people's keys."""
    if release.magnet is None:
        return None
    return magnet_of(v1=release.v1, v2=release.v2, name=release.name)
